/** The terms of DCMI Metadata Terms that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const dcterms = vocabulary('http://purl.org/dc/terms/', [
  'abstract', 'accessRights', 'alternative', 'available', 'bibliographicCitation', 'conformsTo', 'contributor',
  'created', 'creator', 'date', 'description', 'extent', 'format', 'hasPart', 'hasVersion', 'identifier',
  'isPartOf', 'isReferencedBy', 'isReplacedBy', 'issued', 'isVersionOf', 'language', 'license', 'Location',
  'modified', 'provenance', 'publisher', 'references', 'relation', 'replaces', 'rights', 'rightsHolder', 'LinguisticSystem', 'RightsStatement',
  'source', 'spatial', 'subject', 'temporal', 'title', 'type',
])
