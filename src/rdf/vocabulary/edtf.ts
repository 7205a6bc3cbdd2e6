/** The datatype of dates in the Extended Date/Time Format, as the Library of Congress names it. */
import { DataFactory } from 'n3'

export const edtf = DataFactory.namedNode('http://id.loc.gov/datatypes/edtf')
