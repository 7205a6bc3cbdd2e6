/** The terms of schema.org that Dragoman uses. */
import { vocabulary } from './vocabulary.ts'

export const schema = vocabulary('https://schema.org/', [
  'about', 'ArchiveOrganization', 'author', 'birthDate', 'citation', 'CollectionPage', 'contactPoint', 'ContactPoint', 'contentSize', 'contentUrl',
  'CreativeWork', 'creator', 'DataCatalog', 'DataDownload', 'Dataset', 'dateCreated', 'dateModified',
  'datePublished', 'deathDate', 'description', 'distribution', 'documentation', 'email', 'encodingFormat', 'identifier', 'includedInDataCatalog',
  'inLanguage', 'isAccessibleForFree', 'keywords', 'license', 'mentions', 'Message', 'name', 'Organization',
  'pagination', 'Person', 'Place', 'publisher', 'recipient', 'sameAs', 'sender', 'spatialCoverage',
  'temporalCoverage', 'url', 'usageInfo', 'version', 'WebPage',
])
