/** How a version is described: by what the collection says of itself, and as made by this program. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../config.ts'
import type { Iris } from '../iris.ts'
import { serialise } from '../rdf/serialise.ts'
import { describeRelease } from '../release/describe.ts'
import type { Collection, Manifest } from '../release/manifest.ts'
import type { Facts } from '../release/write.ts'

/** A time as releases have it: ISO 8601, UTC, whole seconds. */
export const wholeSeconds = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z')

/** @param published as `wholeSeconds` gives it */
export function described(
  collection: Collection,
  iris: Iris,
  published: string,
): Pick<Facts, 'collection' | 'tool' | 'describe' | 'published'> {
  const tool = ownName()
  const { dataset } = collection
  return {
    collection,
    tool,
    published,
    describe: (measured, time) =>
      serialise(describeRelease({ iris, dataset, tool, published: time }, measured), 'nquads'),
  }
}

function ownName(): Manifest['tool'] {
  const { name, version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as Manifest['tool']
  return { name, version }
}
