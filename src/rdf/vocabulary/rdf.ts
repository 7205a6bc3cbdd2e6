/** The terms of RDF that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const rdf = vocabulary('http://www.w3.org/1999/02/22-rdf-syntax-ns#', [
  'first', 'langString', 'List', 'nil', 'Property', 'rest', 'type', 'value',
])
