/** What an engine answers from of a release. */
import { readLines } from '../release/files.ts'
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

/** The same with the exact number of triples, by which a store elsewhere is known to have all of it and nothing else. */
export function remoteData(release: Release): EngineData {
  let described = 0
  for (const line of readLines(release.description)) if (line !== '') described++
  return { ...engineData(release), triples: release.manifest.counts.triples + described }
}
