/** The terms of RDF Schema that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const rdfs = vocabulary('http://www.w3.org/2000/01/rdf-schema#', [
  'Class', 'comment', 'domain', 'isDefinedBy', 'label', 'range', 'Resource', 'seeAlso', 'subClassOf',
  'subPropertyOf',
])
