/** The terms of XML Schema datatypes that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const xsd = vocabulary('http://www.w3.org/2001/XMLSchema#', [
  'anyURI', 'boolean', 'date', 'dateTime', 'decimal', 'double', 'gYear', 'gYearMonth', 'integer',
  'nonNegativeInteger', 'positiveInteger', 'string', 'time',
])
