/** What an engine loads of a release. */
import type { Release } from '../release/read.ts'
import type { EngineData } from './engine.ts'

/** The collection, and what is said of this release of it. */
export const engineData = ({ manifest, data, iris, searchIndex }: Release): EngineData => ({
  generation: `${manifest.version} ${manifest.published}`,
  base: `${iris.base}/sparql`,
  parts: data.map((path) => ({ path })),
  triples: manifest.counts.triples,
  ...(searchIndex !== undefined && { searchIndex }),
})
