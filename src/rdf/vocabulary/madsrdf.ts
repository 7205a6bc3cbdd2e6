/** The terms of MADS/RDF that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const madsrdf = vocabulary('http://www.loc.gov/mads/rdf/v1#', [
  'authoritativeLabel', 'Authority', 'ComplexSubject', 'componentList', 'Geographic', 'hasCloseExternalAuthority',
  'hasExactExternalAuthority', 'isMemberOfMADSScheme', 'Temporal', 'Topic',
])
