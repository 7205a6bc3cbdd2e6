/** The terms of the Organization Ontology that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const org = vocabulary('http://www.w3.org/ns/org#', [
  'Membership', 'Organization', 'Post',
])
