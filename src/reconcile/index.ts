/**
 * From readings to documents: what several inputs present or name is brought together under one identity and gets its
 * address. It decides identity and slugs on cards; `assemble` then takes the values from the readings, as they were read.
 */
import type { Reading, SourceDocument, SourceListing, SourceText } from '../document.ts'
import type { Iris } from '../iris.ts'
import { type Problem, problem } from '../problem.ts'
import type { Registry } from '../registry.ts'
import { type ReadingCards, STANDINGS } from './cards.ts'
import { type Identity, identify, type Sight } from './identity.ts'
import { type Merge, merge } from './merges.ts'
import { listedDate } from './preferred-date.ts'
import { sightingsOf } from './sightings.ts'
import { assignSlugs } from './slugs.ts'

export { cardsOf, type ReadingCards } from './cards.ts'

/** A document as one source text presents it, with the IRIs of those that it leads to, in the order of its lists. */
export interface Member {
  readonly document: SourceDocument
  readonly source: SourceText
  readonly related: readonly string[]
  readonly replies: readonly string[]
  readonly journal?: string
}

/** What a group is known by. */
interface GroupFacts {
  /** Under which the document is found again: `wcda|112123`. */
  readonly key: string
  readonly slug: string
  readonly iri: string
  /** Older slugs that lead here. */
  readonly aliases: readonly string[]
  /** IRIs of the entries, where the document is a journal. */
  readonly entries: readonly string[]
}

/** One document. */
export interface DocumentGroup extends GroupFacts {
  readonly primary: Member
  /** Editions first, then by the hash of the source. The primary is the first. */
  readonly members: readonly Member[]
}

/** Where a member stands: the place of its reading, and which sighting of it. */
export interface MemberPlan<P> extends Pick<Member, 'related' | 'replies' | 'journal'> {
  readonly place: P
  readonly ordinal: number
  readonly path: string
}

/** One document, its values still where they were read. Plain values: a plan may cross a thread border. */
export interface GroupPlan<P> extends GroupFacts {
  readonly members: readonly MemberPlan<P>[]
}

/** A listing page with the IRIs of the documents of its rows. */
export interface ListedPage {
  readonly listing: SourceListing
  readonly source: SourceText
  readonly rows: readonly string[]
}

export interface ListingPlan<P> {
  readonly place: P
  readonly rows: readonly string[]
}

export interface Reconciled<P> {
  /** Sorted by slug. What was taken down is not among them. */
  readonly groups: readonly GroupPlan<P>[]
  readonly listings: readonly ListingPlan<P>[]
  /** With the aliases and merges that this run found. */
  readonly registry: Registry
  readonly problems: readonly Problem[]
}

export interface ReconcileContext {
  readonly iris: Iris
  readonly registry: Registry
  /** What a curator takes for one document. */
  readonly merges?: readonly Merge[]
}

/** Groups what the readings hold. The order of the readings does not matter; a text read twice counts once. */
export function reconcile<P>(
  readings: readonly ReadingCards<P>[],
  { iris, registry: known, merges = [] }: ReconcileContext,
): Reconciled<P> {
  const found = onePerText(readings)
  const sightsOf = new Map(found.map((reading) => [reading.sha256, sightsIn(reading)]))
  const separate = identify([...sightsOf.values()].flat().sort(bySource))
  const { identities, registry: before, problems } = merge(separate, merges, known)
  const { byKey, registry } = assignSlugs(identities, before)

  const iriOf = new Map<Sight<P>, string>()
  for (const { key, sights } of identities)
    for (const sight of sights) iriOf.set(sight, iris.thing('document', byKey.get(key) ?? ''))
  const resolve = (sha256: string, ordinal: number): string => {
    const sight = sightsOf.get(sha256)?.[ordinal]
    return (sight && iriOf.get(sight)) ?? ''
  }

  const entries = new Map<string, Set<string>>()
  for (const [sight, iri] of iriOf)
    if (sight.journal !== undefined) {
      const journal = resolve(sight.sha256, sight.journal)
      entries.set(journal, (entries.get(journal) ?? new Set()).add(iri))
    }

  const aliases = aliasesOf(registry)
  const groups = identities.flatMap(({ key, sights }): GroupPlan<P>[] => {
    const slug = byKey.get(key) ?? ''
    if (registry.get(slug)?.status === 'taken-down') return []
    const iri = iris.thing('document', slug)
    const members = sights.map((sight) => memberPlan(sight, (ordinal) => resolve(sight.sha256, ordinal)))
    return [
      { key, slug, iri, aliases: aliases.get(slug) ?? [], members, entries: [...(entries.get(iri) ?? [])].sort() },
    ]
  })
  return {
    groups: groups.sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    listings: found.flatMap(({ place, rows, sha256 }) =>
      rows === undefined ? [] : [{ place, rows: rows.map((ordinal) => resolve(sha256, ordinal)) }],
    ),
    registry,
    problems: [
      ...problems,
      ...identities.flatMap((identity) => conflicts(identity, iris.thing('document', byKey.get(identity.key) ?? ''))),
    ],
  }
}

/** The documents of a plan with what was read of them. `readingAt` gives the reading of a place. */
export function assemble<P>(
  { members: plans, ...facts }: GroupPlan<P>,
  readingAt: (place: P) => Reading,
): DocumentGroup {
  const members = plans.map(({ place, ordinal, path, ...leads }): Member => {
    const sighting = sightingsOf(readingAt(place)).sightings[ordinal]
    if (sighting === undefined) throw new Error(`The reading of ${path} has changed since it was made.`)
    return { document: sighting.document, source: sighting.source, ...leads }
  })
  const [primary] = members
  if (primary === undefined) throw new Error(`The document ${facts.iri} is seen nowhere.`)
  return { ...facts, primary, members }
}

/** A listing page with what was read of it. */
export function assembleListing<P>({ place, rows }: ListingPlan<P>, readingAt: (place: P) => Reading): ListedPage {
  const { listing, source } = readingAt(place)
  return { listing: listing ?? { source: '', rows: [] }, source, rows }
}

function onePerText<P>(readings: readonly ReadingCards<P>[]): ReadingCards<P>[] {
  const byText = new Map<string, ReadingCards<P>>()
  for (const reading of readings.toSorted((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path))))
    if (!byText.has(reading.sha256)) byText.set(reading.sha256, reading)
  return [...byText.values()]
}

const sightsIn = <P>({ cards, place, path, sha256 }: ReadingCards<P>): Sight<P>[] =>
  cards.map((card) => ({ ...card, place, path, sha256 }))

/** Editions first, then by the source, then by place in it. */
function bySource(a: Sight<unknown>, b: Sight<unknown>): number {
  return (
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    Number(a.sha256 > b.sha256) - Number(a.sha256 < b.sha256) ||
    a.at - b.at
  )
}

function memberPlan<P>(sight: Sight<P>, iriOf: (ordinal: number) => string): MemberPlan<P> {
  const { place, ordinal, path, related, replies, journal } = sight
  return {
    place,
    ordinal,
    path,
    related: related.map(iriOf),
    replies: replies.map(iriOf),
    ...(journal !== undefined && { journal: iriOf(journal) }),
  }
}

function aliasesOf(registry: Registry): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  for (const { slug, target } of registry.values())
    if (target !== undefined) aliases.set(target, [...(aliases.get(target) ?? []), slug].sort())
  return aliases
}

/** Where members give different titles or dates: all are kept, the first is used. */
function conflicts({ sights }: Identity, iri: string): Problem[] {
  const fields = {
    title: sights.map(({ title }) => title),
    date: sights.map(({ dates }) => listedDate(dates)),
  }
  return Object.entries(fields).flatMap(([field, values]) => {
    const distinct = [...new Map(values.flatMap((v) => (v === undefined ? [] : [[v.toLowerCase(), v]]))).values()]
    if (distinct.length < 2) return []
    const where = { path: sights[0]?.path, document: iri }
    return [problem('conflicting-sources', { field, values: distinct.join('; ') }, where)]
  })
}
