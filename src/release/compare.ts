/** What is different in two versions, thing by thing, by their digests: no statement is read. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DIGESTS, paired, thingIn } from './digests.ts'
import { readLines, toText } from './files.ts'
import type { Change } from './history.ts'

export type Difference = Omit<Change, 'time'>

/** Whether a version can be compared: one that an earlier program made has no digests. */
export const isComparable = (folder: string): boolean => existsSync(join(folder, DIGESTS))

/** The differences from one version's folder to another's, in the order of the IRIs. */
export function* differences(before: string, after: string): Generator<Difference> {
  const digestIn = (line: string | undefined) => line?.split('\t', 2)[1]
  for (const [present, past] of paired(readLines(join(after, DIGESTS)), readLines(join(before, DIGESTS)))) {
    if (digestIn(present) === digestIn(past)) continue
    const type = past === undefined ? 'Create' : present === undefined ? 'Delete' : 'Update'
    yield { type, iri: toText(thingIn(present ?? past) ?? '') }
  }
}
