/**
 * Writing a release: statements come in any order, a version comes out. Everything is put together in a folder of its
 * own; `current` is switched last, in one step, so that whoever kills a build leaves the published version as it was.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { createIris, type Iris } from '../iris.ts'
import { quadLine } from '../rdf/nquads.ts'
import { INDEX } from '../search/index-file.ts'
import { writeByGraph } from './by-graph.ts'
import { distinct, type Tally, writeBySubject } from './by-subject.ts'
import { checksums, compress } from './dump.ts'
import { encode } from './encode.ts'
import { type Encoder, startEncoder } from './encoder.ts'
import { toBytes, writePieces, writeWhole } from './files.ts'
import { createGraphs, type Graphs } from './graphs.ts'
import { writeHistory } from './history.ts'
import { writeLinks, writeLists } from './lists.ts'
import { type Counts, type FileEntry, lastModified, type Manifest } from './manifest.ts'
import { publishable } from './publishable.ts'
import { VIEWS } from './relations.ts'
import type { ReportFile } from './report.ts'
import { putAside, textLine } from './search.ts'
import { SITEMAPS, writeSitemaps } from './sitemap.ts'
import { LineSorter } from './sort.ts'
import { USES } from './uses.ts'
import {
  buildFolder,
  clearBuildFolder,
  currentVersion,
  isComplete,
  prune,
  readManifest,
  settle,
  switchTo,
  versionFolder,
} from './versions.ts'
import { putViewedAside } from './viewed.ts'

/** What the run knows beside the statements. */
export interface Facts extends Pick<Manifest, 'collection' | 'tool' | 'inputs' | 'stale' | 'conforms' | 'takenDown'> {
  /** When it is published: ISO 8601, UTC, whole seconds. */
  readonly published: string
  /**
   * The same, asked when all else is done: who harvests while a large version is written would else be told of a time
   * that was over before the version was to be had. By default `published`.
   */
  now?(): string
  readonly keepVersions: number
  /** The registry's rows of what is not published under its own address any more, as CSV. */
  readonly ended: string
  /** Files of the report by name, with their media types. */
  readonly report: readonly ReportFile[]
  /** The graph `B/graph/release` for the finished files. @param time when they were finished */
  describe(measured: Measured, time: string): string
  /** Called when the version is in its place and before `current` leads to it. */
  beforeSwitch?(version: string): void
}

/** What describes a version: its counts and dumps. */
export interface Measured {
  readonly version: string
  readonly counts: Counts
  readonly tally: Tally
  readonly files: readonly FileEntry[]
}

/** Collects the statements of one version. One at a time for each folder: hold the lock. */
export class ReleaseWriter {
  readonly #out: string
  readonly #folder: string
  readonly #iris: Iris
  readonly #graphs: Graphs
  readonly #lines: LineSorter
  readonly #byGraph: LineSorter
  readonly #links: LineSorter
  readonly #sought: LineSorter
  readonly #texts: LineSorter
  readonly #viewed: LineSorter
  readonly #encoder: Encoder = startEncoder()

  /** @param out folder of the release */
  constructor(out: string, iris: Iris) {
    this.#out = out
    this.#iris = iris
    this.#graphs = createGraphs(createIris(toBytes(iris.base)))
    this.#folder = clearBuildFolder(out)
    this.#lines = new LineSorter(this.#folder, 'statements.run')
    this.#byGraph = new LineSorter(this.#folder, 'graphs.run')
    this.#links = new LineSorter(this.#folder, 'links.run')
    this.#sought = new LineSorter(this.#folder, 'sought.run')
    this.#texts = new LineSorter(this.#folder, 'texts.run')
    this.#viewed = new LineSorter(this.#folder, 'viewed.run')
  }

  /** @throws Error on a blank node or a statement without a graph: neither can be published */
  add(quads: Iterable<Quad>): void {
    for (const quad of quads) this.#lines.add(toBytes(quadLine(publishable(quad))))
  }

  /** Adds statements that `publishedLines` made. */
  addLines(lines: Iterable<string>): void {
    for (const line of lines) this.#lines.add(toBytes(line))
  }

  /** Adds the text by which a document is found, as far as it may be. Once for each document. */
  addText(document: string, text: string): void {
    this.#texts.add(textLine(document, text))
  }

  /** Finishes the version and makes it the current one, unless it is that already. */
  async finish(facts: Facts, onProgress: (done: number, total: number) => void = () => {}): Promise<Manifest> {
    const steps = 6
    const report = (done: number) => onProgress(done, steps)
    const { bySubject, version, texts } = this.#sortOut(report)
    const current = currentVersion(this.#out)
    const place = versionFolder(this.#out, version)
    const existing = version === current ? readManifest(place) : undefined
    const isEqual = existing !== undefined && saysTheSame(existing, facts, texts) && isComplete(place, existing)
    const manifest = isEqual
      ? accompanied(place, { ...existing, ...changingIn(facts) }, facts)
      : await this.#complete({ version, bySubject, texts }, facts, current, report)
    if (!isEqual) settle(this.#out, this.#folder, version)
    facts.beforeSwitch?.(version)
    switchTo(this.#out, version)
    prune(this.#out, facts.keepVersions)
    await this.abandon()
    report(steps)
    return manifest
  }

  /** Finishes what takes the place of a version that was published before, under its name. */
  async replace(version: string, facts: Facts): Promise<Manifest> {
    const { bySubject, texts } = this.#sortOut(() => {})
    const manifest = await this.#complete({ version, bySubject, texts }, facts, version, () => {})
    settle(this.#out, this.#folder, version)
    await this.abandon()
    return manifest
  }

  /** Ends the work and removes what was collected. */
  async abandon(): Promise<void> {
    await this.#encoder.stop()
    rmSync(buildFolder(this.#out), { recursive: true, force: true })
  }

  /** The first pass; it gives the version its name. */
  #sortOut(onProgress: (done: number) => void): Sorted {
    const folder = this.#folder
    mkdirSync(join(folder, 'dumps'))
    // The thread has nothing to do until this pass is over.
    this.#encoder.encode('prepare-search', { folder, base: this.#iris.base }).catch(() => {})
    const texts = putAside(folder, 'texts', this.#texts.sorted())
    const lines = distinct(this.#lines.sorted(), this.#graphs.rank)
    const sorters = { byGraph: this.#byGraph, links: this.#links, sought: this.#sought, viewed: this.#viewed }
    const bySubject = writeBySubject(lines, folder, this.#graphs, sorters)
    onProgress(1)
    const version = bySubject.files.find(({ path }) => path === 'dumps/all.nq')?.sha256.slice(0, 12) ?? ''
    return { bySubject, version, texts }
  }

  /** @param before the version whose history goes on */
  async #complete(
    { bySubject: { files, tally, uses, dates }, version, texts }: Sorted,
    facts: Facts,
    before: string | undefined,
    onProgress: (done: number) => void,
  ): Promise<Manifest> {
    const folder = this.#folder
    const draft = { folder, base: this.#iris.base, dataset: facts.collection.dataset, published: lastModified(facts) }
    const beside = this.#encoder.encode('by-subject', draft)
    // What fails first here is thrown, and ends the thread.
    beside.catch(() => {})
    const { count: graphs, digests } = writeByGraph(this.#byGraph.sorted(), folder, this.#graphs)
    onProgress(2)
    const letters = this.#encoder.encode('correspondence', draft)
    letters.catch(() => {})
    putViewedAside(folder, this.#viewed.sorted())
    const views = letters.then(() => this.#encoder.encode('views', draft))
    views.catch(() => {})
    const encoded = encode('by-graph', draft)
    writeLinks(folder, this.#iris, this.#links.sorted(), dates)
    putAside(folder, 'fields', this.#sought.sorted())
    const search = this.#encoder.encode('search', draft)
    search.catch(() => {})
    const things = writeLists(folder, this.#iris)
    onProgress(3)
    const compressed = files.map((file) => compress(folder, file))
    const made = await Promise.all([beside, encoded, ...compressed])
    const dumps = [...files, ...made.flat()].sort((a, b) => (a.path < b.path ? -1 : 1))
    onProgress(4)
    const sums = writeWhole(join(folder, 'dumps/SHA256SUMS'), checksums(dumps))
    const counts: Counts = {
      documents: things['document'] ?? 0,
      triples: tally.triples,
      graphs,
      things,
      classes: Object.fromEntries(sorted(tally.classes)),
      properties: Object.fromEntries(sorted(tally.properties)),
    }
    const index = [...(await letters), ...(await views), ...(await search)]
    onProgress(5)
    const published = facts.now?.() ?? facts.published
    const time = lastModified({ ...facts, published })
    const history = writeHistory(folder, this.#past(before), time)
    const sitemaps = await writeSitemaps(folder, this.#iris)
    const description = facts.describe({ version, counts, tally, files: dumps }, time)
    const described = {
      ...writeWhole(join(folder, 'release.nq'), description),
      triples: description.split('\n').length - 1,
    }
    const manifest: Manifest = {
      version,
      base: this.#iris.base,
      collection: facts.collection,
      tool: facts.tool,
      published,
      counts,
      files: [
        ...dumps,
        { path: 'dumps/SHA256SUMS', ...sums, mediaType: 'text/plain' },
        { path: 'release.nq', ...described, mediaType: 'application/n-quads' },
        digests,
        uses,
        ...history.files,
        ...sitemaps,
        ...index,
      ],
      texts,
      changes: history.span,
      ...changingIn(facts),
    }
    return accompanied(folder, manifest, facts)
  }

  /** The version whose history goes on, if its addresses are of the same base. */
  #past(version: string | undefined): { readonly folder: string; readonly manifest: Manifest } | undefined {
    if (version === undefined) return undefined
    const folder = versionFolder(this.#out, version)
    const manifest = readManifest(folder)
    return manifest?.base === this.#iris.base ? { folder, manifest } : undefined
  }
}

/** What the first pass gives. */
interface Sorted {
  readonly bySubject: ReturnType<typeof writeBySubject>
  readonly version: string
  readonly texts: string
}

const sorted = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1))

/** Statements as lines that a `ReleaseWriter` takes: the form in which they cross from one thread to another. */
export const publishedLines = (quads: Iterable<Quad>): string[] =>
  Array.from(quads, (quad) => quadLine(publishable(quad)))

/**
 * Whether a version with the same statements is also found by the same words, says the same of itself, and lacks nothing
 * that it would have if it were made now.
 */
const saysTheSame = ({ changes, texts, collection, files }: Manifest, facts: Facts, newTexts: string): boolean =>
  changes !== undefined &&
  texts === newTexts &&
  JSON.stringify(collection) === JSON.stringify(facts.collection) &&
  ['edges.csv', SITEMAPS, USES, VIEWS, INDEX].every((begin) => files.some(({ path }) => path.startsWith(begin)))

/** What an equal version says anew with each run. */
const changingIn = ({ inputs, stale, conforms, takenDown }: Facts) => ({
  inputs,
  stale,
  conforms,
  ...(takenDown !== undefined && { takenDown }),
})

/** Writes what goes with a version but changes with each run: the report, what is published no more, the manifest. */
function accompanied(folder: string, manifest: Manifest, { report, ended }: Facts): Manifest {
  mkdirSync(join(folder, 'report'), { recursive: true })
  const texts = [
    { path: 'ended.csv', pieces: [ended], mediaType: 'text/csv' },
    ...report.map(({ name, pieces, mediaType }) => ({ path: `report/${name}`, pieces, mediaType })),
  ]
  const files = texts.map(({ path, pieces, mediaType }) => ({ path, ...replace(folder, path, pieces), mediaType }))
  const own = manifest.files.filter(({ path }) => !files.some((file) => file.path === path))
  const full: Manifest = { ...manifest, files: [...own, ...files] }
  replace(folder, 'manifest.json', [`${JSON.stringify(full, undefined, 1)}\n`])
  return full
}

/** Writes a file beside its place and renames it over. */
function replace(folder: string, path: string, pieces: Iterable<string>) {
  const draft = join(folder, `${path}.next`)
  rmSync(draft, { force: true })
  const written = writePieces(draft, pieces)
  renameSync(draft, join(folder, path))
  return written
}
