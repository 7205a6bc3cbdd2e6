/** The terms of OWL that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const owl = vocabulary('http://www.w3.org/2002/07/owl#', [
  'AnnotationProperty', 'Class', 'DatatypeProperty', 'imports', 'inverseOf', 'ObjectProperty', 'Ontology', 'sameAs',
  'versionInfo', 'versionIRI',
])
