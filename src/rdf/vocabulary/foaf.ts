/** The terms of FOAF that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const foaf = vocabulary('http://xmlns.com/foaf/0.1/', [
  'Agent', 'Document', 'homepage', 'isPrimaryTopicOf', 'mbox', 'name', 'Organization', 'page', 'Person',
  'primaryTopic',
])
