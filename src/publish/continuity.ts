/**
 * What becomes of documents that were published before and are not made well now: their last good version stays, or
 * they are withdrawn. Only an input whose folder was read without error and which is gone withdraws its documents.
 */
import type { Quad } from '@rdfjs/types'
import type { WithdrawalLimit } from '../config.ts'
import { type Iris, withoutFragment } from '../iris.ts'
import { labelOf } from '../rdf/labels.ts'
import { type Registry, standingOf } from '../registry.ts'
import type { InputEntry } from '../release/manifest.ts'
import type { Release } from '../release/read.ts'

/** What this run knows. */
export interface Present {
  /** Slugs of the documents that were made and conform. */
  readonly good: ReadonlySet<string>
  /** Slugs of the documents that were made and do not conform. */
  readonly bad: ReadonlySet<string>
  /** Inputs of this run by path, with whether they were read without error. */
  readonly inputs: ReadonlyMap<string, boolean>
  readonly covers: (path: string) => boolean
  readonly registry: Registry
}

export interface Kept {
  readonly slug: string
  /** A sentence that says why. */
  readonly reason: string
}

export interface Withdrawn {
  readonly slug: string
  readonly label: string
  readonly reason: string
}

export interface Continuity {
  readonly kept: readonly Kept[]
  readonly withdrawn: readonly Withdrawn[]
  /** Documents that were published before. */
  readonly before: number
  /** Inputs that were not read this time, with the documents that stay from them. */
  readonly unread: readonly InputEntry[]
}

/** Where nothing was published before. */
export const NOTHING_BEFORE: Continuity = { kept: [], withdrawn: [], before: 0, unread: [] }

/** Compares a run with the release before it. */
export async function compare(previous: Release, present: Present): Promise<Continuity> {
  const { inputs } = previous.manifest
  const origins = new Map<string, string[]>()
  for (const { path, documents } of inputs)
    for (const slug of documents) origins.set(slug, [...(origins.get(slug) ?? []), path])

  const kept: Kept[] = []
  const withdrawn: Withdrawn[] = []
  for (const [slug, paths] of origins) {
    if (present.good.has(slug)) continue
    if (present.bad.has(slug)) kept.push({ slug, reason: 'It does not conform to the shapes now.' })
    else if (isEnded(present.registry, slug)) continue
    else {
      const held = paths.map((path) => hold(path, present)).find((reason) => reason !== undefined)
      if (held !== undefined) kept.push({ slug, reason: held })
      else withdrawn.push({ slug, label: await labelIn(previous, slug), reason: gone(paths, present) })
    }
  }
  const staying = new Set(kept.map(({ slug }) => slug))
  const unread = inputs
    .filter(({ path }) => !present.inputs.has(path) && !present.covers(path))
    .map((entry) => ({
      ...entry,
      outcome: 'unread' as const,
      documents: entry.documents.filter((s) => staying.has(s)),
    }))
    .filter(({ documents }) => documents.length > 0)
  return { kept, withdrawn, before: origins.size, unread }
}

/** Taken down, or known under another slug now. */
const isEnded = (registry: Registry, slug: string): boolean => {
  const row = registry.get(slug)
  return row !== undefined && (row.target !== undefined || standingOf(registry, slug)?.status === 'taken-down')
}

/** Why an input does not let its documents go, or undefined. */
function hold(path: string, { inputs, covers }: Present): string | undefined {
  const wasRead = inputs.get(path)
  if (wasRead === false) return `The input ${path} could not be read.`
  if (wasRead === undefined && !covers(path)) return `The input ${path} was not part of this build.`
  return undefined
}

const gone = (paths: readonly string[], { inputs }: Present): string =>
  paths.some((path) => inputs.has(path))
    ? `The input ${paths.join(', ')} does not have it any more.`
    : `The input ${paths.join(', ')} is gone.`

/** The title that a document had. */
export async function labelIn(previous: Release, slug: string): Promise<string> {
  const { iris } = previous
  const iri = iris.thing('document', slug)
  const quads = (await previous.graph(iris.graph(`document/${slug}`))) ?? []
  return labelOf(quads.filter(({ subject }) => subject.value === iri)) ?? slug
}

/** Whether a build would withdraw more than it may: the greater of a number and a share of what was published. */
export const tooMany = ({ withdrawn, before }: Continuity, limit: WithdrawalLimit): boolean =>
  withdrawn.length > Math.max(limit.count, Math.floor(limit.share * before))

/** The last good version of a document: its own graphs, its source texts, and what is derived about what it names. */
export async function lastGood(
  previous: Release,
  slug: string,
): Promise<{ readonly own: readonly Quad[]; readonly derived: readonly Quad[] }> {
  const { iris } = previous
  const graphOf = async (name: string) => (await previous.graph(iris.graph(name))) ?? []
  const document = [...(await graphOf(`document/${slug}`)), ...(await graphOf(`extracted/${slug}`))]
  const sources = new Set(thingsIn(document, iris).flatMap(({ kind, slug: s }) => (kind === 'source' ? [s] : [])))
  const own = [...document, ...(await Promise.all([...sources].map((s) => graphOf(`source/${s}`)))).flat()]
  return { own, derived: await derivedAbout(previous, document) }
}

/** What the derived graph says of the things that some quads point to, and of what these point to. */
async function derivedAbout(previous: Release, quads: readonly Quad[]): Promise<Quad[]> {
  const { iris } = previous
  const shared = new Set([iris.graph('derived'), iris.graph('rules')])
  const seen = new Set<string>()
  const found: Quad[] = []
  for (let front = quads; front.length > 0; ) {
    const next: Quad[] = []
    for (const { kind, slug } of thingsIn(front, iris)) {
      const iri = iris.thing(kind, slug)
      if (kind === 'document' || kind === 'source' || seen.has(iri)) continue
      seen.add(iri)
      const about = (await previous.describe(iri)) ?? []
      const own = about.filter(
        ({ graph, subject }) => shared.has(graph.value) && withoutFragment(subject.value) === iri,
      )
      next.push(...own)
    }
    found.push(...next)
    front = next
  }
  return found
}

const thingsIn = (quads: readonly Quad[], iris: Iris) =>
  quads.flatMap(({ object }) => (object.termType === 'NamedNode' ? (iris.parse(object.value) ?? []) : []))
