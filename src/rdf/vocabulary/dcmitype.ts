/** The terms of DCMI Type Vocabulary that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const dcmitype = vocabulary('http://purl.org/dc/dcmitype/', [
  'Collection', 'Dataset', 'Text',
])
