/**
 * From readings to documents: what several inputs present or name is brought together under one identity and gets its
 * address. It decides identity and slugs; values stay as they were read, those of all members.
 */
import type { Reading, SourceDocument, SourceListing, SourceText, Standing } from '../document.ts'
import type { Iris } from '../iris.ts'
import { type Problem, problem } from '../problem.ts'
import type { Registry } from '../registry.ts'
import { type Identity, identify } from './identity.ts'
import { listedDate } from './preferred-date.ts'
import { type ListingSighting, type Sighting, sightingsOf, unfold } from './sightings.ts'
import { assignSlugs } from './slugs.ts'

/** A document as one source text presents it, with the IRIs of those that it leads to, in the order of its lists. */
export interface Member {
  readonly document: SourceDocument
  readonly source: SourceText
  readonly related: readonly string[]
  readonly replies: readonly string[]
  readonly journal?: string
}

/** One document. Plain values: a group may cross a thread border. */
export interface DocumentGroup {
  /** Under which the document is found again: `wcda|112123`. */
  readonly key: string
  readonly slug: string
  readonly iri: string
  /** Older slugs that lead here. */
  readonly aliases: readonly string[]
  readonly primary: Member
  /** Editions first, then by the hash of the source. The primary is the first. */
  readonly members: readonly Member[]
  /** IRIs of the entries, where the document is a journal. */
  readonly entries: readonly string[]
}

/** A listing page with the IRIs of the documents of its rows. */
export interface ListedPage {
  readonly listing: SourceListing
  readonly source: SourceText
  readonly rows: readonly string[]
}

export interface Reconciled {
  /** Sorted by slug. What was taken down is not among them. */
  readonly groups: readonly DocumentGroup[]
  readonly listings: readonly ListedPage[]
  /** With the aliases and merges that this run found. */
  readonly registry: Registry
  readonly problems: readonly Problem[]
}

export interface ReconcileContext {
  readonly iris: Iris
  readonly registry: Registry
}

/** Groups what the readings hold. The order of the readings does not matter; a text read twice counts once. */
export function reconcile(readings: readonly Reading[], { iris, registry: known }: ReconcileContext): Reconciled {
  const found = onePerText(readings).map(sightingsOf)
  const pages = found.flatMap(({ listing }) => listing ?? [])
  const sightings = [...found.flatMap(({ documents }) => documents), ...pages.flatMap(({ rows }) => rows)]
    .flatMap(unfold)
    .sort(bySource)
  const identities = identify(sightings)
  const { byKey, registry } = assignSlugs(identities, known)

  const iriOf = new Map<Sighting, string>()
  for (const { key, sightings: members } of identities)
    for (const member of members) iriOf.set(member, iris.thing('document', byKey.get(key) ?? ''))
  const resolve = (sighting: Sighting): string => iriOf.get(sighting) ?? ''

  const entries = new Map<string, Set<string>>()
  for (const sighting of sightings)
    if (sighting.journal !== undefined) {
      const journal = resolve(sighting.journal)
      entries.set(journal, (entries.get(journal) ?? new Set()).add(resolve(sighting)))
    }

  const aliases = aliasesOf(registry)
  const groups = identities.flatMap((identity): DocumentGroup[] => {
    const slug = byKey.get(identity.key) ?? ''
    const members = identity.sightings.map((sighting) => memberOf(sighting, resolve))
    const [primary] = members
    if (primary === undefined || registry.get(slug)?.status === 'taken-down') return []
    const iri = iris.thing('document', slug)
    return [
      {
        key: identity.key,
        slug,
        iri,
        aliases: aliases.get(slug) ?? [],
        primary,
        members,
        entries: [...(entries.get(iri) ?? [])].sort(),
      },
    ]
  })
  return {
    groups: groups.sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    listings: pages.flatMap((page) => listedPage(page, resolve)),
    registry,
    problems: identities.flatMap((identity) =>
      conflicts(identity, iris.thing('document', byKey.get(identity.key) ?? '')),
    ),
  }
}

function onePerText(readings: readonly Reading[]): Reading[] {
  const byText = new Map<string, Reading>()
  for (const reading of readings.toSorted((a, b) => (a.source.path < b.source.path ? -1 : 1)))
    if (!byText.has(reading.source.sha256)) byText.set(reading.source.sha256, reading)
  return [...byText.values()]
}

const ORDER: readonly Standing[] = ['edition', 'carrier', 'enclosed', 'listed', 'related', 'referred']

/** Editions first, then by the source, then by place in it. */
function bySource(a: Sighting, b: Sighting): number {
  const place = ({ document }: Sighting) => document.title?.span.start ?? document.text?.start ?? 0
  return (
    ORDER.indexOf(a.document.standing) - ORDER.indexOf(b.document.standing) ||
    Number(a.source.sha256 > b.source.sha256) - Number(a.source.sha256 < b.source.sha256) ||
    place(a) - place(b)
  )
}

function memberOf({ document, source, related, replies, journal }: Sighting, iriOf: (s: Sighting) => string): Member {
  return {
    document,
    source,
    related: related.map(iriOf),
    replies: replies.map(iriOf),
    ...(journal !== undefined && { journal: iriOf(journal) }),
  }
}

function listedPage({ reading, rows }: ListingSighting, iriOf: (s: Sighting) => string): ListedPage[] {
  const { listing, source } = reading
  return listing === undefined ? [] : [{ listing, source, rows: rows.map(iriOf) }]
}

function aliasesOf(registry: Registry): Map<string, string[]> {
  const aliases = new Map<string, string[]>()
  for (const { slug, target } of registry.values())
    if (target !== undefined) aliases.set(target, [...(aliases.get(target) ?? []), slug].sort())
  return aliases
}

/** Where members give different titles or dates: all are kept, the first is used. */
function conflicts({ sightings }: Identity, iri: string): Problem[] {
  const fields = {
    title: sightings.map(({ document }) => document.title?.value),
    date: sightings.map(({ document }) => listedDate(document)),
  }
  return Object.entries(fields).flatMap(([field, values]) => {
    const distinct = [...new Map(values.flatMap((v) => (v === undefined ? [] : [[v.toLowerCase(), v]]))).values()]
    if (distinct.length < 2) return []
    const where = { path: sightings[0]?.source.path, document: iri }
    return [problem('conflicting-sources', { field, values: distinct.join('; ') }, where)]
  })
}
