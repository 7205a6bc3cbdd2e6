/** The terms of RiC-O 1.1 that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const rico = vocabulary('https://www.ica.org/standards/RiC/ontology#', [
  'Agent', 'CorporateBody', 'Date', 'Event', 'Identifier', 'Instantiation', 'Name', 'Person', 'Place', 'Position',
  'Record', 'RecordSet',
])
