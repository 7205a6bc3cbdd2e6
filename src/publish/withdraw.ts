/**
 * Taking a document down: a tombstone in the registry, a new version without the document, and the document out of
 * every older version. It may be run again at any time, and goes on where it was ended.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { buildTime, type Settings } from '../config.ts'
import { withoutFragment } from '../iris.ts'
import { type Problem, problem } from '../problem.ts'
import { partsOf } from '../rdf/canonical.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { type Registry, recordEnding, standingOf } from '../registry.ts'
import { takeLock } from '../release/lock.ts'
import type { Manifest } from '../release/manifest.ts'
import { openRelease, type Release } from '../release/read.ts'
import { inputsCsv, problemsCsv } from '../release/report.ts'
import { reportHtml } from '../release/report-page.ts'
import { currentVersion, versionFolder, versions } from '../release/versions.ts'
import { type Facts, ReleaseWriter } from '../release/write.ts'
import { labelIn } from './continuity.ts'
import { described, wholeSeconds } from './described.ts'
import { endedRows, loadRegistry, saveRegistry } from './registry-file.ts'

/** What became of the wish to take a document down. */
export type Withdrawal =
  /** Nothing stands under the IRI that could be taken down: a sentence says why. */
  | { readonly refusal: string }
  /** It is down. `version` is the new one; `cleaned` are older ones that had it. */
  | { readonly document: string; readonly version: string; readonly cleaned: readonly string[] }

/**
 * Takes a document down for a reason that its tombstone gives.
 * @param iri of the document, of a part of it, or of its page
 * @throws LockedError where a build is at work
 */
export async function withdraw(iri: string, reason: string, settings: Settings, now?: Date): Promise<Withdrawal> {
  const lock = takeLock(settings.out)
  try {
    const version = currentVersion(settings.out)
    if (version === undefined) return { refusal: `There is no release in ${settings.out}.` }
    const current = await openRelease(versionFolder(settings.out, version))
    try {
      return await takeDown(iri, reason, settings, current, () => wholeSeconds(now ?? buildTime()))
    } finally {
      await current.close()
    }
  } finally {
    lock.release()
  }
}

async function takeDown(
  iri: string,
  reason: string,
  settings: Settings,
  current: Release,
  now: () => string,
): Promise<Withdrawal> {
  const time = now()
  const { registry } = loadRegistry(settings.registry)
  const found = documentAt(iri, current, registry, settings.registry)
  if (typeof found !== 'object') return { refusal: found }
  const { slug } = found
  const document = current.iris.thing('document', slug)
  const ending = {
    status: 'taken-down',
    reason,
    label: await labelIn(current, slug),
    ended: time.slice(0, 10),
  } as const
  // First of all: whatever happens from here on, no build publishes it again.
  const ended = registry.get(slug)?.status === 'taken-down' ? registry : recordEnding(registry, slug, ending)
  saveRegistry(settings.registry, ended)

  const rest = async (release: Release) => {
    const writer = new ReleaseWriter(settings.out, release.iris)
    await copyWithout(document, release, writer)
    return writer
  }
  const facts = (release: Release): Facts => ({
    ...described(release.manifest.collection, release.iris, time),
    ...withoutDocument(release.manifest, document, slug),
    keepVersions: settings.keepVersions,
    ended: endedRows(ended),
    report: reportOf(release.manifest, document, reason),
  })

  let { version } = current.manifest
  if (await has(current, document)) {
    const writer = await rest(current)
    version = (await writer.finish({ ...facts(current), now })).version
  }
  const cleaned: string[] = []
  for (const older of versions(settings.out)) {
    if (older === version) continue
    const release = await openRelease(versionFolder(settings.out, older))
    try {
      if (release.iris.base !== current.iris.base || !(await has(release, document))) continue
      const writer = await rest(release)
      const documents = [...(release.manifest.takenDown?.documents ?? []), document]
      const { published } = release.manifest
      await writer.replace(older, { ...facts(release), published, takenDown: { at: time, documents } })
      cleaned.push(older)
    } finally {
      await release.close()
    }
  }
  return { document, version, cleaned }
}

const has = async (release: Release, document: string): Promise<boolean> =>
  (await release.describe(document)) !== undefined

/** The document that an IRI means, or why there is none to take down. */
function documentAt(
  iri: string,
  { iris }: Release,
  registry: Registry,
  path: string,
): { readonly slug: string } | string {
  const page = `${iris.base}/document/`
  const thing = iri.startsWith(page) ? iris.thing('document', iri.slice(page.length).split('.')[0] ?? '') : iri
  const { kind, slug = '' } = iris.parse(thing) ?? {}
  if (kind === undefined) return `${iri} is no address of this collection: those of documents begin with ${page}.`
  if (kind !== 'document')
    return `${iri} is a ${kind}, not a document: what is said of it stands in the authority files.`
  const row = registry.get(slug)
  if (row === undefined)
    return `No document was published as ${iri}: ${path} has no row ${slug}. Name the registry of the collection with --registry.`
  const target = standingOf(registry, slug)
  if (row.target !== undefined)
    return `${iri} leads to ${iris.thing('document', target?.slug ?? row.target)} now: take that down.`
  return { slug }
}

/** Everything of a version but a document, its texts, and what was known from it alone. */
async function copyWithout(document: string, release: Release, writer: ReleaseWriter): Promise<void> {
  const { graphs, things } = await leavingWith(document, release)
  const nodes = await nodesKnownFrom(document, release)
  const shared = new Set([release.iris.graph('derived'), release.iris.graph('rules')])
  const lines = createInterface({ input: createReadStream(release.statements), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const { subject, object, graph } = partsOf(line)
    const target = object.startsWith('<') ? object.slice(1, -1) : ''
    const isOfDocument = graphs.has(graph) || withoutFragment(subject) === document
    const isKnownFromIt =
      shared.has(graph) &&
      (things.has(withoutFragment(subject)) ||
        nodes.has(subject) ||
        nodes.has(target) ||
        withoutFragment(target) === document)
    if (!isOfDocument && !isKnownFromIt) writer.addLines([line])
  }
  for (let offset = 0, total = 1; offset < total; offset += 100) {
    const { rows, total: all } = await release.list('document', { offset, limit: 100 })
    total = all
    for (const { iri } of rows) {
      const text = iri === document ? undefined : release.text(iri)
      if (text !== undefined) writer.addText(iri, text)
    }
  }
}

/** The forms of names, and other nodes of things, that no other document attests. */
async function nodesKnownFrom(document: string, release: Release): Promise<ReadonlySet<string>> {
  const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER }
  const { rows } = await release.links(document, page, dip.attestedIn.value)
  const nodes = new Set<string>()
  for (const { subject } of rows) {
    const attesting =
      (await release.describe(subject))?.filter(({ predicate }) => predicate.equals(dip.attestedIn)) ?? []
    const documentsOf = (node: string) => attesting.filter((q) => q.subject.value === node).map((q) => q.object.value)
    for (const node of new Set(attesting.map((q) => q.subject.value)))
      if (documentsOf(node).every((other) => other === document)) nodes.add(node)
  }
  return nodes
}

/** More links than this are not from one document alone. */
const MOST_LINKS = 1000

/** The graphs that are of a document alone, and the things that nothing but the document leads to. */
async function leavingWith(document: string, release: Release) {
  const { iris } = release
  const { slug = '' } = iris.parse(document) ?? {}
  const graphs = new Set([iris.graph(`document/${slug}`), iris.graph(`extracted/${slug}`)])
  const things = new Set([document])
  const seen = new Set<string>()
  for (let front = [document]; front.length > 0; ) {
    const targets = new Set<string>()
    for (const iri of front)
      for (const { object } of (await release.describe(iri)) ?? [])
        if (object.termType === 'NamedNode') targets.add(withoutFragment(object.value))
    front = []
    for (const target of targets) {
      const { kind, slug: name } = iris.parse(target) ?? {}
      if (kind === undefined || kind === 'document' || seen.has(target)) continue
      const { rows, total } = await release.links(target, { offset: 0, limit: MOST_LINKS })
      // Looked at again when more has gone: what pointed to it may go as well.
      if (total > rows.length || rows.some(({ subject }) => !things.has(subject))) continue
      seen.add(target)
      things.add(target)
      if (kind === 'source') graphs.add(iris.graph(`source/${name}`))
      front.push(target)
    }
  }
  return { graphs, things }
}

/** A manifest's lists without a document. */
const withoutDocument = ({ inputs, stale, conforms }: Manifest, document: string, slug: string) => ({
  inputs: inputs.map((input) => ({ ...input, documents: input.documents.filter((other) => other !== slug) })),
  stale: stale.filter((entry) => entry.document !== document),
  conforms,
})

/** The report of the build has words of the document in it: a short one takes its place. */
function reportOf({ inputs, counts, collection }: Manifest, document: string, reason: string): Facts['report'] {
  const problems: Problem[] = [problem('document-taken-down', { document, reason }, { document })]
  const shown = inputs.map((input) => ({ ...input, shown: [] }))
  const report = {
    title: collection.dataset.title ?? 'Collection',
    documents: counts.documents - 1,
    inputs: shown,
    stale: [],
    withdrawn: [document],
    problems,
    names: { count: 0, first: [] },
  }
  return [
    { name: 'report.html', mediaType: 'text/html', pieces: [reportHtml(report)] },
    { name: 'problems.csv', mediaType: 'text/csv', pieces: problemsCsv(problems) },
    { name: 'inputs.csv', mediaType: 'text/csv', pieces: inputsCsv(shown) },
  ]
}
