/** The terms of the Web Annotation vocabulary that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const oa = vocabulary('http://www.w3.org/ns/oa#', [
  'Annotation', 'end', 'exact', 'hasBody', 'hasSelector', 'hasSource', 'hasTarget', 'SpecificResource', 'start',
  'TextPositionSelector', 'TextQuoteSelector',
])
