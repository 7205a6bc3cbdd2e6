/** The second half of a run: what stays of earlier versions, what is withdrawn, and the release or why there is none. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildTime, type Settings } from '../config.ts'
import { type Problem, problem } from '../problem.ts'
import { recordPublished } from '../registry.ts'
import { writePieces } from '../release/files.ts'
import type { Lock } from '../release/lock.ts'
import type { Collection, Manifest, StaleEntry } from '../release/manifest.ts'
import { currentFolder, openRelease, type Release } from '../release/read.ts'
import type { ReportFile } from '../release/report.ts'
import type { ReleaseWriter } from '../release/write.ts'
import { type Continuity, compare, lastGood, NOTHING_BEFORE, tooMany } from './continuity.ts'
import { described, wholeSeconds } from './described.ts'
import type { ConvertOptions, Gathered } from './gather.ts'
import { inputEntries, type Ledger, wasRead } from './ledger.ts'
import type { QuadSink } from './reaching.ts'
import { endedRows, saveRegistry, withTombstones } from './registry-file.ts'
import { type Reported, reportFiles } from './report-files.ts'
import type { Workshop } from './workshop.ts'

export interface ReleaseOptions {
  /** Publishes nothing if a document does not conform. */
  readonly strict?: boolean
  readonly allowWithdrawals?: boolean
  /** Time of the publication; by default the time of the build. */
  readonly now?: Date
}

export interface Published {
  /** Every input was taken, every document conforms, and it was published. */
  readonly conforms: boolean
  readonly problems: readonly Problem[]
  /** Absent where nothing was published. */
  readonly manifest?: Manifest
  /** Path of the report for people. */
  readonly report: string
  /** Names in no authority file: as many rows has `names.csv` beside the report. */
  readonly unplaced?: number
  /** IRIs of the documents that this build took out, their inputs being gone. */
  readonly withdrawn?: readonly string[]
  /** The published version was made from the same things: nothing was done, its problems are in its report. */
  readonly unchanged?: true
}

/** Where the report of the published version stands. */
export const reportPath = (out: string): string => join(out, 'current/report/report.html')

/** A run before its release. */
export interface Run {
  readonly gathered: Gathered
  readonly ledger: Ledger
  readonly past: Past
  readonly workshop: Workshop
}

export interface Past extends Continuity {
  readonly stale: readonly StaleEntry[]
  readonly inputs: Manifest['inputs']
}

/** The published version, if it has the same base: addresses of another base cannot be continued. */
export async function openPrevious({ out, base }: Settings): Promise<Release | undefined> {
  const folder = currentFolder(out)
  const release = folder === undefined ? undefined : await openRelease(folder)
  if (release === undefined || release.iris.base === base) return release
  await release.close()
  return undefined
}

/** Adds the last good version of what stays. */
export async function continueFrom(
  previous: Release | undefined,
  { found, read, reconciled: { registry } }: Gathered,
  ledger: Ledger,
  sink: QuadSink,
): Promise<Past> {
  if (previous === undefined) return { ...NOTHING_BEFORE, stale: [], inputs: [] }
  const { manifest, iris } = previous
  const inputs = new Map(read.map((input) => [input.path, wasRead(input)]))
  const continuity = await compare(previous, { ...ledger, inputs, covers: found.covers, registry })
  const since = new Map(manifest.stale.map(({ document, version }) => [document, version]))
  const stale: StaleEntry[] = []
  for (const { slug, reason } of continuity.kept) {
    const { own, derived } = await lastGood(previous, slug)
    sink.add(own)
    const text = previous.text(iris.thing('document', slug))
    if (text !== undefined) sink.addText(iris.thing('document', slug), text)
    ledger.addDerived(derived)
    const document = iris.thing('document', slug)
    const version = since.get(document) ?? manifest.version
    stale.push({ document, version })
    ledger.problems.push(problem('document-stale', { document, version, reason }, { document }))
  }
  return { ...continuity, stale, inputs: manifest.inputs }
}

/** Publishes, or says why not. */
export async function release(
  run: Run,
  writer: ReleaseWriter,
  lock: Lock,
  options: ReleaseOptions & ConvertOptions,
): Promise<Published> {
  const { gathered, ledger, past, workshop } = run
  const { settings, onProgress } = options
  const { iris } = workshop
  const published = wholeSeconds(options.now ?? buildTime())
  const day = published.slice(0, 10)
  const refusal = refusalOf(run, options)
  const staying = new Set(past.kept.map(({ slug }) => slug))
  for (const slug of ledger.bad)
    if (!staying.has(slug)) {
      const document = iris.thing('document', slug)
      ledger.problems.push(
        problem('document-rejected', { document, reason: 'see what is said of it here.' }, { document }),
      )
    }
  const problems = [...gathered.problems, ...ledger.problems, ...(refusal === undefined ? [] : [refusal])]
  const conforms = !problems.some(({ severity }) => severity === 'error')
  const slugs = new Set([...ledger.good, ...staying])
  const inputs = [
    ...inputEntries(gathered.read, gathered.reconciled.groups, slugs, past.inputs, problems),
    ...past.unread,
  ]
  const withdrawn = past.withdrawn.map(({ slug }) => iris.thing('document', slug))
  const reported: Reported = {
    title: settings.dataset.title ?? 'Collection',
    ...(refusal !== undefined && { refusal: refusal.message }),
    documents: slugs.size,
    inputs,
    stale: past.stale,
    withdrawn,
    problems,
  }
  const report = reportFiles(reported, gathered.read, ledger, workshop)
  if (refusal !== undefined)
    return { conforms: false, problems, report: writeRefused(settings.out, report), unplaced: ledger.worklist.size }

  const ended = withTombstones(gathered.reconciled.registry, past.withdrawn, day)
  const manifest = await writer.finish(
    {
      ...described(collectionOf(settings), iris, published),
      ...(options.now === undefined && { now: () => wholeSeconds(buildTime()) }),
      inputs: inputs.sort((a, b) => (a.path < b.path ? -1 : 1)),
      stale: past.stale,
      conforms,
      keepVersions: settings.keepVersions,
      ended: endedRows(ended),
      report,
      beforeSwitch: (version) => {
        lock.verify()
        const documents = gathered.reconciled.groups.filter(({ slug }) => ledger.good.has(slug))
        saveRegistry(settings.registry, recordPublished(ended, documents, day, version))
      },
    },
    (done, total) => onProgress?.({ stage: 'Writing', done, total }),
  )
  rmSync(join(settings.out, REFUSED), { recursive: true, force: true })
  return { conforms, problems, manifest, report: reportPath(settings.out), withdrawn, unplaced: ledger.worklist.size }
}

/** Why nothing is to be published, or undefined. */
function refusalOf(
  { ledger, past, workshop }: Run,
  { strict, allowWithdrawals, settings }: ReleaseOptions & ConvertOptions,
) {
  if (allowWithdrawals !== true && tooMany(past, settings.maxWithdrawn)) {
    const { count, share } = settings.maxWithdrawn
    return problem('too-many-withdrawals', { count: past.withdrawn.length, limit: `${count}, ${share * 100} %` })
  }
  const [first] = ledger.bad
  if (strict !== true || first === undefined) return undefined
  const document = workshop.iris.thing('document', first)
  return problem('strict-refused', { count: ledger.bad.size }, { document })
}

/** Folder of the report of a build that published nothing. */
const REFUSED = 'refused'

function writeRefused(out: string, files: readonly ReportFile[]): string {
  const folder = join(out, REFUSED)
  mkdirSync(folder, { recursive: true })
  for (const { name, pieces } of files) {
    rmSync(join(folder, name), { force: true })
    writePieces(join(folder, name), pieces)
  }
  return join(folder, 'report.html')
}

const collectionOf = ({ dataset, edition, noindex }: Settings): Collection => ({
  dataset,
  ...(edition !== undefined && { notice: edition.notice }),
  noindex,
})
