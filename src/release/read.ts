/** Reading a release: descriptions, links, lists and standings, straight from its files; nothing is loaded at once. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { createIris, type Iris, type Kind } from '../iris.ts'
import { readLine, readLines } from '../rdf/canonical.ts'
import { IDENTIFYING, labelOf } from '../rdf/labels.ts'
import { parseRegistry, standingOf } from '../registry.ts'
import { INDEX } from '../search/index-file.ts'
import { openIndex, type SearchIndex } from '../search/read.ts'
import { toText } from './files.ts'
import { createGraphs } from './graphs.ts'
import { type History, openHistory } from './history.ts'
import { LIST_STEP, type ListContents } from './lists.ts'
import type { Manifest } from './manifest.ts'
import { type LinkPage, type LinkRow, type Neighbours, type Page, readLinks } from './read-links.ts'
import { remembering } from './remembering.ts'
import { openSorted, type Stretch } from './sorted-file.ts'
import { type Told, toldIn } from './told.ts'
import { readUse, USES, type Use } from './uses.ts'
import { currentVersion, versionFolder } from './versions.ts'
import { openViews, type Views } from './views.ts'
import { PERIODS } from './write-views.ts'

/** Things whose places, types and labels are remembered: whoever writes and what is written of is the same on many pages. */
const REMEMBERED = 10_000

/** One line of an A–Z list. */
export interface ListRow extends Told {
  readonly slug: string
  readonly iri: string
  readonly label: string
  /** As catalogues sort it, where that is another: `Kim, Il Sung`. */
  readonly heading?: string
  /** First letter, upper case; `#` for digits and signs. */
  readonly letter: string
}

export interface ListPage {
  readonly total: number
  readonly rows: readonly ListRow[]
  /** Where each letter begins. */
  readonly letters: readonly { readonly letter: string; readonly offset: number }[]
}

/** How an IRI stands: 200, 404, 200 with a note, 410, or 301 to the target. */
export type Standing =
  | { readonly standing: 'published' | 'unknown' }
  | { readonly standing: 'stale'; readonly version: string }
  | { readonly standing: 'withdrawn'; readonly on?: string; readonly reason?: string; readonly label?: string }
  | { readonly standing: 'merged'; readonly target: string }

/** One version of a release, opened. Stays readable when `current` moves on, until it is closed. */
export interface Release {
  readonly manifest: Manifest
  /** Absolute path of the version's folder. */
  readonly directory: string
  readonly iris: Iris
  /** Paths of the files that hold every quad: the version's, and what is said of this release of it. */
  readonly data: readonly string[]
  /** Path of the version's quads as lines, those of a graph together. */
  readonly statements: string
  /** Path of what is said of this release: the graph `B/graph/release`, as lines. */
  readonly description: string
  /**
   * The quads about a thing, or a term of the vocabularies, in their graphs, beside type and label of every IRI that
   * they point to; a graph's IRI gives the graph alone. Undefined for what the release does not have.
   * @param isNamed whether type and label of what a quad points to are wanted; of all, where nothing is said
   */
  describe(iri: string, isNamed?: (quad: Quad) => boolean): Promise<Quad[] | undefined>
  /** The content of a graph and nothing else. */
  graph(iri: string): Promise<Quad[] | undefined>
  /** What points to a thing; only by one property, if given. */
  links(iri: string, page: Page, predicate?: string): Promise<LinkPage>
  /** Those that stand before and after a subject among what points to a thing by a property; none in a very long list. */
  neighbours(iri: string, predicate: string, subject: string): Promise<Neighbours>
  /** The things of a kind, A to Z. */
  list(kind: Kind, page: Page): Promise<ListPage>
  standing(iri: string): Promise<Standing>
  /** How a term of the vocabularies is used, by property; nothing where an earlier program made the release. */
  uses(term: string): Promise<readonly Use[]>
  /** What a list tells of a thing. */
  told(iri: string): Promise<Told>
  /** What a thing is called, or undefined. */
  label(iri: string): Promise<string | undefined>
  /** When things came, changed and went. */
  readonly history: Omit<History, 'close'>
  /** Path of the search index, where the release has one: one that an earlier program made may have none. */
  readonly searchIndex?: string
  /** What the timeline, the networks and the map are drawn from; one that an earlier program made has none. */
  readonly views?: Views
  /** The text by which a document is found, as far as it may be. */
  text(document: string): string | undefined
  close(): Promise<void>
}

/** The folder of the current version of a release, or undefined where nothing is published. */
export function currentFolder(out: string): string | undefined {
  const version = currentVersion(out)
  return version === undefined ? undefined : versionFolder(out, version)
}

/**
 * Opens a version.
 * @param directory of the version, as `currentFolder` gives it
 * @throws Error where a file is missing
 */
export async function openRelease(directory: string): Promise<Release> {
  const readText = (path: string) => readFile(join(directory, path), 'utf8')
  const manifest = JSON.parse(await readText('manifest.json')) as Manifest
  const iris = createIris(manifest.base)
  const graphs = createGraphs(iris)
  const { registry } = parseRegistry(await readText('ended.csv'))
  const stale = new Map(manifest.stale.map(({ document, version }) => [document, version]))
  const opened = await Promise.all(
    ['labels.nq', 'resources.index', 'resources.nq', 'links.index', 'links.tsv'].map((name) =>
      openSorted(join(directory, name)),
    ),
  )
  const history = await openHistory(directory, manifest.changes)
  const uses = manifest.files.some(({ path }) => path === USES) ? await openSorted(join(directory, USES)) : undefined
  const [labels, resourceIndex, resources, linkIndex, links] = opened as [Sorted, Sorted, Sorted, Sorted, Sorted]

  const slicesOf = remembering(
    async (iri): Promise<readonly Stretch[]> =>
      (await resourceIndex.find(`${iri}\t`)).map((line) => {
        const [, offset, length] = line.split('\t').map(Number)
        return { offset: offset ?? 0, length: length ?? 0 }
      }),
    REMEMBERED,
  )
  const textOf = async ({ offset, length }: Stretch): Promise<string> =>
    (await resources.slice(offset, length)).toString('utf8')
  const read = async (slice: Stretch): Promise<Quad[]> => readLines(await textOf(slice))

  const graph = async (iri: string): Promise<Quad[] | undefined> => {
    if (iri === iris.graph('release')) return readLines(await readText('release.nq'))
    const [slice] = iri.startsWith(iris.graph('')) ? await slicesOf(iri) : []
    return slice && read(slice)
  }
  /** A thing has a slice in each graph that speaks of it; its own graphs count as a whole. */
  const slicesAbout = async (iri: string): Promise<Stretch[]> => {
    const whole = (await Promise.all(graphs.of(iri).map(slicesOf))).flat()
    const others = (await slicesOf(iri)).filter((slice) => !whole.some((outer) => contains(outer, slice)))
    return [...whole, ...others]
  }
  const quadsOf = async (iri: string): Promise<Quad[]> => (await Promise.all((await slicesAbout(iri)).map(read))).flat()
  const told = remembering(
    async (iri): Promise<readonly Quad[]> => (await labels.find(`<${iri}> `)).map((line) => readLine(toText(line))),
    REMEMBERED,
  )
  const identify = async (iri: string): Promise<readonly Quad[]> => {
    const thing = graphs.thingOf(iri)
    if (thing === iri) return (await told(iri)).filter(({ predicate }) => IDENTIFYING.has(predicate.value))
    // A part of a thing stands among its lines, which may be many.
    const own = await Promise.all((await slicesOf(thing)).map((slice) => resources.find(`<${iri}> `, slice)))
    return own
      .flat()
      .map((line) => readLine(toText(line)))
      .filter(({ predicate }) => IDENTIFYING.has(predicate.value))
  }
  const searchIndex = manifest.files.some(({ path }) => path === INDEX) ? join(directory, INDEX) : undefined
  let search: SearchIndex | undefined
  const views = manifest.files.some(({ path }) => path === PERIODS) ? openViews(directory) : undefined
  const tell = async (iri: string): Promise<Told & { readonly label?: string }> => {
    const quads = await told(iri)
    const label = labelOf(quads)
    return { ...toldIn(quads), ...(label !== undefined && { label }) }
  }
  const rowOf = async (subject: string, predicate: string): Promise<LinkRow> => {
    return { subject, predicate, label: subject, ...(await tell(subject)) }
  }

  const { pageOf, neighbours } = readLinks(linkIndex, links, rowOf)

  return {
    manifest,
    directory,
    iris,
    data: ['dumps/all.nq', 'release.nq'].map((name) => join(directory, name)),
    statements: join(directory, 'resources.nq'),
    description: join(directory, 'release.nq'),
    graph,
    describe: async (iri, isNamed = () => true) => {
      if (iri.startsWith(iris.graph(''))) return graph(iri)
      const own = await quadsOf(iri)
      if (own.length === 0) return undefined
      const described = new Set(own.map(({ subject }) => subject.value))
      const isWanted = (quad: Quad) => quad.object.termType === 'NamedNode' && isNamed(quad)
      const pointedTo = new Set(own.filter(isWanted).map(({ object }) => object.value))
      const others = [...pointedTo].filter((target) => !described.has(target)).sort()
      return [...own, ...(await Promise.all(others.map(identify))).flat()]
    },
    links: pageOf,
    neighbours,
    list: async (kind, { offset, limit }) => {
      const { total, letters, steps } = JSON.parse(await readText(`lists/${kind}.json`)) as ListContents
      const first = Math.min(Math.floor(offset / LIST_STEP), steps.length - 1)
      const last = Math.min(Math.ceil((offset + limit) / LIST_STEP), steps.length - 1)
      const file = await openSorted(join(directory, `lists/${kind}.jsonl`))
      const begin = steps[first] ?? 0
      const lines = (await file.slice(begin, (steps[last] ?? 0) - begin)).toString('utf8').split('\n').slice(0, -1)
      await file.close()
      const from = offset - first * LIST_STEP
      return { total, letters, rows: lines.slice(from, from + limit).map((line) => JSON.parse(line) as ListRow) }
    },
    standing: async (iri) => {
      const { kind, slug = '' } = iris.parse(iri) ?? {}
      const version = stale.get(iri)
      if (version !== undefined) return { standing: 'stale', version }
      if ((await slicesOf(iri)).length > 0) return { standing: 'published' }
      const row = kind === 'document' ? registry.get(slug) : undefined
      if (row === undefined) {
        const moment = await history.moment(iri)
        return moment?.isDeleted ? { standing: 'withdrawn', on: moment.changed.slice(0, 10) } : { standing: 'unknown' }
      }
      const end = standingOf(registry, slug)
      if (row.target !== undefined && end === undefined)
        return { standing: 'merged', target: iris.thing('document', row.target) }
      return {
        standing: 'withdrawn',
        ...(end?.ended !== undefined && { on: end.ended }),
        ...(end?.reason !== undefined && { reason: end.reason }),
        ...(end?.label !== undefined && { label: end.label }),
      }
    },
    uses: async (term) => ((await uses?.find(`${term}\t`)) ?? []).map(readUse),
    told: tell,
    label: async (iri) => labelOf(await identify(iri)),
    history,
    ...(searchIndex !== undefined && { searchIndex }),
    ...(views !== undefined && { views }),
    text: (document) => {
      if (searchIndex === undefined) return undefined
      search ??= openIndex(searchIndex)
      return search.text(document)
    },
    close: async () => {
      search?.close()
      await views?.close()
      await history.close()
      await uses?.close()
      await Promise.all(opened.map((file) => file.close()))
    },
  }
}

type Sorted = Awaited<ReturnType<typeof openSorted>>

const contains = (outer: Stretch, inner: Stretch): boolean =>
  inner.offset >= outer.offset && inner.offset + inner.length <= outer.offset + outer.length
