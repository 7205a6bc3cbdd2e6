/** What an engine loads of a release. */
import { join } from 'node:path'
import { serialise } from '../rdf/serialise.ts'
import type { Release } from '../release/read.ts'
import type { EngineData } from './engine.ts'

/** The quads of a version, and the description of the dataset, which stands outside the version. */
export async function engineData(release: Release): Promise<EngineData> {
  const { manifest, directory, iris } = release
  const description = (await release.describe(iris.graph('release'))) ?? []
  return {
    generation: `${manifest.version} ${manifest.published}`,
    parts: [{ path: join(directory, 'dumps/all.nq') }, { text: serialise(description, 'nquads') }],
  }
}
