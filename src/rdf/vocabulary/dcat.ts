/** The terms of DCAT 3 that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const dcat = vocabulary('http://www.w3.org/ns/dcat#', [
  'accessService', 'accessURL', 'byteSize', 'Catalog', 'CatalogRecord', 'compressFormat', 'contactPoint',
  'DataService', 'Dataset', 'dataset', 'DatasetSeries', 'Distribution', 'distribution', 'downloadURL',
  'endpointDescription', 'endpointURL', 'hasCurrentVersion', 'hasVersion', 'inSeries', 'keyword', 'landingPage',
  'mediaType', 'packageFormat', 'previousVersion', 'servesDataset', 'service', 'theme', 'version',
])
