/** What the pages of things are made of: gathers from the release what stands beside a thing's own statements. */
import type { Quad } from '@rdfjs/types'
import { type Kind, withoutFragment } from '../iris.ts'
import { type Neighbours, pathsOf } from '../pages/archival-path.tsx'
import { documentPage } from '../pages/document.tsx'
import { RELATIONS } from '../pages/document-relations.tsx'
import type { Days } from '../pages/holdings.tsx'
import { MOST_DOCUMENTS } from '../pages/names.tsx'
import { FEW, placeOf } from '../pages/occurrence-groups.ts'
import type { LinkPage, Occurrences } from '../pages/occurrences.tsx'
import type { Alternate, Site } from '../pages/page.ts'
import { resourcePage } from '../pages/resource.tsx'
import { daysIn, type RuleFacts, ruleFacts, type SourceFacts, sourceFacts } from '../pages/sources.ts'
import { labelOf } from '../rdf/labels.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { oa } from '../rdf/vocabulary/oa.ts'
import { fullText } from '../release/full-text.ts'
import type { Release } from '../release/read.ts'
import type { Searcher } from '../search/searcher.ts'
import { companyOf } from './company.ts'
import { notFound } from './failure.ts'
import { isHtml } from './forms.ts'
import { namesakesOf } from './namesakes.ts'
import type { Thing, ThingForm } from './thing-forms.ts'

/** Rows of one page of the whole list of what points to a thing. */
const LINKS = 100

/** The one address of a page's path, so that `%41` and `A` are no two. */
export const pathOf = (kind: Kind, name: string): string => `/${kind}/${encodeURI(name)}`

/**
 * Which quads point to what a page calls by its name: of the documents that attest a form of a name or a position, which
 * may be thousands, the first few; of the dates on which they do, none.
 */
export function namedOnPages(): (quad: Quad) => boolean {
  const named = new Map<string, number>()
  return ({ subject, predicate }) => {
    if (predicate.value === dip.attestedOn.value) return false
    if (predicate.value !== dip.attestedIn.value) return true
    const before = named.get(subject.value) ?? 0
    named.set(subject.value, before + 1)
    return before < MOST_DOCUMENTS
  }
}

/**
 * The page of a thing.
 * @param page from 1; from 2 on, the list of all that points to it
 * @throws HttpFailure 404 where there is no such page
 */
export async function htmlOf(
  { site, searcher }: { readonly site: Site; readonly searcher: Searcher },
  thing: Thing,
  forms: readonly ThingForm[],
  page: number,
): Promise<string> {
  const { release, kind, slug, iri, quads } = thing
  const alternates: Alternate[] = forms
    .filter((form) => !isHtml(form))
    .map(({ extension, mediaType, label }) => ({
      href: `${site.root}${pathOf(kind, slug)}.${extension}`,
      mediaType,
      label,
    }))
  const shared = { site, iri, quads, alternates }
  if (kind === 'document') return documentPage({ ...shared, ...(await besideDocument(thing)) })
  if (page > 1) return resourcePage({ ...shared, kind, occurrences: [], links: await allLinks(release, iri, page) })
  const [occurrences, company, above, person] = await Promise.all([
    occurrencesOf(release, kind, iri),
    // Its links lead to searches, which files cannot answer.
    site.isStatic === true ? undefined : companyOf(searcher, site, thing),
    kind === 'unit' ? unitsAbove(release, quads, iri) : undefined,
    kind === 'person' ? besidePerson(thing, searcher) : undefined,
  ])
  return resourcePage({
    ...shared,
    kind,
    occurrences,
    ...person,
    ...(above !== undefined && { above }),
    ...(company !== undefined && { children: company }),
  })
}

async function besidePerson({ release, iri, quads, slug }: Thing, searcher: Searcher) {
  const label = labelOf(quads.filter(({ subject }) => subject.value === iri)) ?? slug
  const [days, namesakes] = await Promise.all([
    attestedDays(release, quads),
    namesakesOf({ release, searcher }, { iri, label }),
  ])
  return { days, namesakes }
}

async function besideDocument({ release, iri, quads }: Thing) {
  const related = RELATIONS.flatMap(([, properties]) => properties.flatMap((one) => objectsOf(quads, iri, one)))
  const [text, sources, rules, collections, neighbours, told, occurrences, { standing }] = await Promise.all([
    fullText(release, iri),
    sourcesOf(release, quads),
    rulesOf(release),
    collectionsOf(release, iri, quads),
    neighboursOf(release, iri, quads),
    Promise.all(related.map(async (other) => [other, await release.told(other)] as const)),
    occurrencesOf(release, 'document', iri),
    release.standing(iri),
  ])
  const found = { sources, rules, collections, neighbours, told: new Map(told), occurrences }
  return { ...(text !== undefined && { text }), ...found, stale: standing === 'stale' }
}

const objectsOf = (quads: readonly Quad[], subject: string | undefined, property: { readonly value: string }) => [
  ...new Set(
    quads
      .filter(
        (quad) => quad.predicate.value === property.value && (subject ?? quad.subject.value) === quad.subject.value,
      )
      .map(({ object }) => object.value),
  ),
]

/** The texts behind a document: those that show it in full, those that only tell of it by their name. */
async function sourcesOf(release: Release, quads: readonly Quad[]): Promise<ReadonlyMap<string, SourceFacts>> {
  const shown = new Set(objectsOf(quads, undefined, dip.shownOn).map(withoutFragment))
  const sources = [...new Set([...shown, ...objectsOf(quads, undefined, oa.hasSource)])]
  const facts = await Promise.all(
    sources.map(async (source): Promise<SourceFacts> => {
      const slug = release.iris.parse(source)?.slug
      const own = shown.has(source) ? await release.graph(release.iris.graph(`source/${slug}`)) : undefined
      return own ? sourceFacts(own, source) : { label: (await release.label(source)) ?? source, pages: [] }
    }),
  )
  return new Map(sources.map((source, i) => [source, facts[i] as SourceFacts]))
}

/** The rules of a release, read once. */
const rules = new WeakMap<Release, Promise<ReadonlyMap<string, RuleFacts>>>()

function rulesOf(release: Release): Promise<ReadonlyMap<string, RuleFacts>> {
  const known = rules.get(release) ?? release.graph(release.iris.graph('rules')).then((quads) => ruleFacts(quads ?? []))
  rules.set(release, known)
  return known
}

/** The collections of a document, each behind that of which it is a part. */
async function collectionsOf(release: Release, iri: string, quads: readonly Quad[]): Promise<readonly string[]> {
  const all = objectsOf(quads, iri, dcterms.isPartOf).filter((one) => release.iris.parse(one)?.kind === 'collection')
  const parentsOf = async (one: string) =>
    objectsOf((await release.describe(one, () => false)) ?? [], one, dcterms.isPartOf)
  const above = new Map(await Promise.all(all.map(async (one) => [one, await parentsOf(one)] as const)))
  const depthOf = (one: string, left = all.length): number =>
    left === 0 ? 0 : Math.max(0, ...(above.get(one) ?? []).map((parent) => 1 + depthOf(parent, left - 1)))
  return all.toSorted((a, b) => depthOf(a) - depthOf(b))
}

/** What lies beside a document in its files, and in its journal. */
async function neighboursOf(release: Release, iri: string, quads: readonly Quad[]): Promise<readonly Neighbours[]> {
  const files = pathsOf(objectsOf(quads, iri, dip.archivalUnit)).flatMap((path) => path.at(-1) ?? [])
  const lists = [
    ...files.map((of) => ({ of, property: dip.archivalUnit.value })),
    ...objectsOf(quads, iri, dip.entryOf).map((of) => ({ of, property: dip.entryOf.value })),
  ]
  const found = await Promise.all(
    lists.map(async ({ of, property }): Promise<Neighbours> => {
      const { previous, next } = await release.neighbours(of, property, iri)
      return {
        of,
        ...(previous && { previous: { ...previous, iri: previous.subject } }),
        ...(next && { next: { ...next, iri: next.subject } }),
      }
    }),
  )
  return found.filter(({ previous, next }) => previous !== undefined || next !== undefined)
}

/** The first of what points to a thing, by property. */
async function occurrencesOf(release: Release, kind: Kind, iri: string): Promise<readonly Occurrences[]> {
  const { predicates } = await release.links(iri, { offset: 0, limit: 0 })
  // The whole list is sorted by property.
  let before = 0
  const placed = predicates
    .toSorted((a, b) => (a.predicate < b.predicate ? -1 : 1))
    .map(({ predicate, total }) => {
      const page = Math.floor(before / LINKS) + 2
      before += total
      return { property: predicate, total, page, place: placeOf(kind, predicate) }
    })
  return Promise.all(
    placed.flatMap(({ property, total, page, place }) => {
      if (place === undefined) return []
      const limit = place.group.most ?? FEW
      return release
        .links(iri, { offset: 0, limit }, property)
        .then(({ rows }) => ({ property, total, page, rows }) satisfies Occurrences)
    }),
  )
}

async function allLinks(release: Release, iri: string, page: number): Promise<LinkPage> {
  const offset = (page - 2) * LINKS
  const { total, rows } = await release.links(iri, { offset, limit: LINKS })
  const pages = Math.ceil(total / LINKS) + 1
  if (page > pages) throw notFound()
  return { total, offset, rows, page, pages }
}

/** No archive has more levels. */
const MOST_LEVELS = 12

async function unitsAbove(release: Release, quads: readonly Quad[], iri: string) {
  const units: string[] = []
  const found: Quad[] = []
  let [parent] = objectsOf(quads, iri, dip.withinUnit)
  while (parent !== undefined && units.length < MOST_LEVELS && !units.includes(parent)) {
    const own: readonly Quad[] = (await release.describe(parent)) ?? []
    units.unshift(parent)
    found.push(...own)
    ;[parent] = objectsOf(own, parent, dip.withinUnit)
  }
  return { units, quads: found }
}

/** The days of a person's positions are told where few documents show them: each has to be looked into. */
const MOST_ATTESTED = 24

async function attestedDays(release: Release, quads: readonly Quad[]): Promise<Days> {
  const dates = objectsOf(quads, undefined, dip.attestedOn)
  const slugs = [...new Set(dates.map((date) => release.iris.parse(date)?.slug))]
  if (slugs.length > MOST_ATTESTED) return new Map()
  const graphs = await Promise.all(slugs.map((slug) => release.graph(release.iris.graph(`document/${slug}`))))
  return daysIn(
    graphs.flatMap((graph) => graph ?? []),
    new Set(dates),
  )
}
