/**
 * What changed from one release to the next: for each thing that was ever published when it came, changed and went, and
 * all changes in their order. It is carried on from release to release, so that nothing is forgotten when a version goes.
 */
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { copied } from '../letters.ts'
import { DIGESTS, paired, thingIn } from './digests.ts'
import { FileWriter, readLines, toText } from './files.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { openSorted, type SortedFile } from './sorted-file.ts'

/**
 * The line of `digests.tsv`, with times before the sets: `… TAB created TAB changed TAB statedChanged TAB sets`, sorted;
 * of what is gone, the digests are empty.
 */
const MOMENTS = 'history.tsv'
/** `time TAB type TAB thing`, the oldest first. */
const CHANGES = 'changes.tsv'
/** The byte of each hundredth change in `changes.tsv`, in as many digits each as `INDEX_WIDTH` says. */
const CHANGES_INDEX = 'changes.index'
const INDEX_STEP = 100
const INDEX_WIDTH = 14

export type ChangeType = 'Create' | 'Update' | 'Delete'

/** What happened to a thing with a release. */
export interface Change {
  /** When it was published: ISO 8601, UTC, whole seconds. */
  readonly time: string
  readonly type: ChangeType
  readonly iri: string
}

/** A thing that was ever published; times as in `Change`. */
export interface Moment {
  readonly iri: string
  readonly created: string
  /** When it changed last; of what is gone, when it went. */
  readonly changed: string
  /** When what is stated of it changed last: what was extracted from running text does not count. */
  readonly statedChanged: string
  readonly isDeleted: boolean
  /** IRIs of the types of a document, of what it is part of, and of the rights in its editions. */
  readonly sets: readonly string[]
}

/** How many changes there are, and the times of the first and the last. */
export interface Span {
  readonly total: number
  readonly first: string
  readonly last: string
}

/**
 * Writes the history of a version beside its digests.
 * @param previous the version that was current until now, with the same base
 * @param published when this one is published; never before the last change
 */
export function writeHistory(
  folder: string,
  previous: { readonly folder: string; readonly manifest: Manifest } | undefined,
  published: string,
): { readonly files: FileEntry[]; readonly span: Span } {
  const before = previous?.manifest.changes
  const time = before === undefined || published > before.last ? published : before.last
  const earlier = (name: string): Iterable<string> =>
    previous === undefined || before === undefined ? [] : readLines(join(previous.folder, name))
  const touched = before === undefined ? new Set<string>() : linkers(folder, renamed(folder, earlier(MOMENTS)))
  const moments = new Draft(folder, MOMENTS)
  const changes = new ChangesDraft(folder, earlier(CHANGES))
  for (const [present, past] of paired(readLines(join(folder, DIGESTS)), earlier(MOMENTS))) {
    const { line, type } = momentOf(present, past, time, touched)
    moments.writer.write(`${line}\n`)
    if (type !== undefined) changes.add(`${time}\t${type}\t${thingIn(line)}`)
  }
  const files = [moments.settle(), ...changes.settle()]
  const first = before?.first ?? time
  const last = changes.total === (before?.total ?? 0) ? (before?.last ?? time) : time
  return { files, span: { total: changes.total, first, last } }
}

/** A file that takes its place when it is whole. */
class Draft {
  readonly writer: FileWriter
  readonly #folder: string
  readonly #name: string

  constructor(folder: string, name: string) {
    this.#folder = folder
    this.#name = name
    const path = join(folder, `${name}.next`)
    rmSync(path, { force: true })
    this.writer = new FileWriter(path)
  }

  settle(): FileEntry {
    const written = this.writer.close()
    renameSync(join(this.#folder, `${this.#name}.next`), join(this.#folder, this.#name))
    return { path: this.#name, ...written, mediaType: 'text/tab-separated-values' }
  }
}

/** The changes of before, and those of now. */
class ChangesDraft {
  total = 0
  readonly #lines: Draft
  readonly #index: Draft

  constructor(folder: string, before: Iterable<string>) {
    this.#lines = new Draft(folder, CHANGES)
    this.#index = new Draft(folder, CHANGES_INDEX)
    for (const line of before) this.add(line)
  }

  add(line: string): void {
    const { writer } = this.#lines
    if (this.total % INDEX_STEP === 0) this.#index.writer.write(String(writer.position).padStart(INDEX_WIDTH, '0'))
    writer.write(`${line}\n`)
    this.total++
  }

  settle(): FileEntry[] {
    return [this.#lines.settle(), { ...this.#index.settle(), mediaType: 'text/plain' }]
  }
}

/** The things whose types or labels are others now. */
function renamed(folder: string, history: Iterable<string>): Set<string> {
  const found = new Set<string>()
  const labelsIn = (line: string | undefined) => line?.split('\t', 4)[3] ?? ''
  for (const [present, past] of paired(readLines(join(folder, DIGESTS)), history))
    if (labelsIn(present) !== labelsIn(past)) found.add(thingIn(present ?? past) ?? '')
  return found
}

/** The things that point to some: whoever gets them gets types and labels of these with them. */
function linkers(folder: string, targets: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  if (targets.size === 0) return found
  const links = readLines(join(folder, 'links.tsv'))
  for (const line of readLines(join(folder, 'links.index'))) {
    const [target = '', , , , total] = line.split('\t')
    for (let left = Number(total); left > 0; left--) {
      const thing = String(links.next().value)
      if (targets.has(target)) found.add(copied(thing))
    }
  }
  return found
}

/** The line of a thing now, and what happened to it if something did. */
function momentOf(present: string | undefined, past: string | undefined, time: string, touched: ReadonlySet<string>) {
  const [thing = '', digest = '', stated = '', labels = '', sets = ''] = present?.split('\t') ?? []
  const [former = '', formerDigest = '', formerStated = '', , created = time, ...rest] = past?.split('\t') ?? []
  const [changed = '', statedChanged = '', formerSets = ''] = rest
  const line = (...cells: readonly string[]) => cells.join('\t')
  if (present === undefined)
    return formerDigest === ''
      ? { line: past ?? '' }
      : { line: line(former, '', '', '', created, time, time, formerSets), type: 'Delete' as const }
  const now = (changedNow: string, statedNow: string) =>
    line(thing, digest, stated, labels, created, changedNow, statedNow, sets)
  if (formerDigest === '') return { line: now(time, time), type: 'Create' as const }
  const isTouched = touched.has(thing)
  if (digest === formerDigest && !isTouched) return { line: now(changed, statedChanged) }
  return { line: now(time, stated === formerStated && !isTouched ? statedChanged : time), type: 'Update' as const }
}

/** What is published of a version whose history stands in its folder, in the order of the IRIs; all are byte strings. */
export function* presentThings(folder: string): Generator<{ readonly iri: string; readonly changed: string }> {
  for (const line of readLines(join(folder, MOMENTS))) {
    const [iri = '', digest, , , changed = ''] = line.split('\t')
    if (digest !== '') yield { iri, changed }
  }
}

/** The history of a version, opened. */
export interface History {
  /** A thing that was ever published, or undefined. */
  moment(iri: string): Promise<Moment | undefined>
  /** The things whose IRIs begin so, in the order of their IRIs. */
  moments(begin: string): Promise<Moment[]>
  /** Changes from a number on, the oldest is 0. */
  changes(page: { readonly offset: number; readonly limit: number }): Promise<Change[]>
  close(): Promise<void>
}

/** Opens the history of a version; of one that an earlier program made it knows nothing. */
export async function openHistory(directory: string, span: Span | undefined): Promise<History> {
  if (span === undefined)
    return { moment: async () => undefined, moments: async () => [], changes: async () => [], close: async () => {} }
  const open = (name: string): Promise<SortedFile> => openSorted(join(directory, name))
  const [moments, changes, index] = await Promise.all([open(MOMENTS), open(CHANGES), open(CHANGES_INDEX)])
  const find = async (begin: string) => (await moments.find(begin)).map(readMoment)
  /** Byte at which a hundred changes begin, or the end. */
  const stepAt = async (step: number): Promise<number> =>
    step * INDEX_STEP >= span.total
      ? Number.MAX_SAFE_INTEGER
      : Number((await index.slice(step * INDEX_WIDTH, INDEX_WIDTH)).toString('latin1'))
  return {
    moment: async (iri) => (await find(`${iri}\t`))[0],
    moments: find,
    changes: async ({ offset, limit }) => {
      if (offset >= span.total || limit <= 0) return []
      const first = Math.floor(offset / INDEX_STEP)
      const begin = await stepAt(first)
      const end = await stepAt(Math.ceil((offset + limit) / INDEX_STEP))
      const lines = (await changes.slice(begin, end - begin)).toString('utf8').split('\n').slice(0, -1)
      return lines
        .slice(offset - first * INDEX_STEP)
        .slice(0, limit)
        .map(readChange)
    },
    close: async () => void (await Promise.all([moments, changes, index].map((file) => file.close()))),
  }
}

function readMoment(line: string): Moment {
  const [iri = '', digest, , , created = '', changed = '', statedChanged = '', sets = ''] = toText(line).split('\t')
  const isDeleted = digest === ''
  return { iri, created, changed, statedChanged, isDeleted, sets: sets === '' ? [] : sets.split(' ') }
}

function readChange(line: string): Change {
  const [time = '', type = '', iri = ''] = line.split('\t')
  return { time, type: type as ChangeType, iri }
}
