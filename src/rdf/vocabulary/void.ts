/** The terms of VoID that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const voidTerms = vocabulary('http://rdfs.org/ns/void#', [
  'class', 'classes', 'classPartition', 'dataDump', 'Dataset', 'DatasetDescription', 'distinctObjects',
  'distinctSubjects', 'documents', 'entities', 'exampleResource', 'feature', 'inDataset', 'linkPredicate',
  'Linkset', 'objectsTarget', 'openSearchDescription', 'properties', 'property', 'propertyPartition',
  'rootResource', 'sparqlEndpoint', 'subjectsTarget', 'subset', 'target', 'triples', 'uriLookupEndpoint',
  'uriRegexPattern', 'uriSpace', 'vocabulary',
])
