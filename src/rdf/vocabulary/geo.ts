/** The terms of WGS84 positions that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const geo = vocabulary('http://www.w3.org/2003/01/geo/wgs84_pos#', [
  'alt', 'lat', 'long', 'Point', 'SpatialThing',
])
