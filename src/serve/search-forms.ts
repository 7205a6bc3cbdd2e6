/** What a search found, for programs: JSON, a table, a feed. */
import { writeAtom } from '../crosswalk/atom.ts'
import type { Site } from '../pages/page.ts'
import { type SearchState, searchAddress } from '../pages/search-address.ts'
import { csvRow } from '../release/csv.ts'
import type { Release } from '../release/read.ts'
import type { NamedThing, Result, Row } from '../search/question.ts'

/** JSON of one page of what was found, with the counts of all. */
export function searchJson(
  { total, rows, facets, years, undated, named }: Result,
  state: SearchState,
  { root, rows: size }: { readonly root: string; readonly rows: number },
): string {
  const { page = 1 } = state
  const thing = ({ iri, label }: NamedThing) => ({ id: iri, label })
  const to = (n: number) => searchAddress(root, { ...state, page: n }, 'json')
  const pages = Math.ceil(total / size)
  const json = {
    total,
    page,
    pages,
    ...(page > 1 && { previous: to(page - 1) }),
    ...(page < pages && { next: to(page + 1) }),
    documents: rows.map(({ iri, label, date, number, types, from, to, held, snippets }) => ({
      id: iri,
      title: label,
      ...(date !== undefined && { date }),
      ...(number !== undefined && { number }),
      types: types.map(thing),
      from: from.map(thing),
      to: to.map(thing),
      units: held.map(thing),
      passages: snippets.map((parts) => parts.map(({ text }) => text).join('')),
    })),
    named: named.map(thing),
    facets: Object.fromEntries(
      facets.map(({ facet, total: values, values: shown }) => [
        facet,
        {
          values,
          most: shown.map(({ key, iri, label, count, isChosen }) => ({ value: key, id: iri, label, count, isChosen })),
        },
      ]),
    ),
    years: years.map(({ year, count }) => ({ year, count })),
    undated,
  }
  return `${JSON.stringify(json, undefined, 1)}\n`
}

const COLUMNS = ['id', 'title', 'date', 'type', 'from', 'to', 'unit', 'number']

/** CSV (RFC 4180) of the documents that were found; several values in a cell are parted by ` | `. */
export function searchCsv({ rows }: Result): string {
  const labels = (things: readonly NamedThing[]) => things.map(({ label }) => label).join(' | ')
  return [
    csvRow(COLUMNS),
    ...rows.map(({ iri, label, date = '', number = '', types, from, to, held }) =>
      csvRow([iri, label, date, labels(types), labels(from), labels(to), labels(held), number]),
    ),
  ].join('')
}

/** Changes that are looked at for what is new. */
const RECENT = 500

/** Documents that came or changed last, the newest first. */
export async function changedLast({ manifest, history, iris }: Release): Promise<string[]> {
  const total = manifest.changes?.total ?? 0
  const changes = await history.changes({ offset: Math.max(0, total - RECENT), limit: RECENT })
  const documents = changes.filter(({ iri, type }) => type !== 'Delete' && iris.parse(iri)?.kind === 'document')
  return [...new Set(documents.map(({ iri }) => iri).reverse())]
}

interface FeedOptions {
  readonly release: Release
  readonly site: Site
  /** Absolute address of the site. */
  readonly root: string
}

/** Atom feed (RFC 4287) of documents: those that came or changed last stand first. */
export async function searchFeed(
  rows: readonly Row[],
  state: SearchState,
  { release, site, root }: FeedOptions,
): Promise<string> {
  const unique = [...new Map(rows.map((row) => [row.iri, row])).values()]
  const entries = await Promise.all(
    unique.map(async (row) => {
      const moment = await release.history.moment(row.iri)
      const { published } = release.manifest
      return { row, created: moment?.created ?? published, changed: moment?.changed ?? published }
    }),
  )
  const sorted = entries.toSorted((a, b) => (a.changed < b.changed ? 1 : a.changed > b.changed ? -1 : 0))
  const name = site.dataset.title ?? 'Dragoman'
  const about = [state.q, ...Object.values(state.chosen).flat(), state.from, state.to].filter(Boolean).join(', ')
  const addressOf = (iri: string) => {
    const { kind, slug } = release.iris.parse(iri) ?? {}
    return `${root}/${kind}/${encodeURI(slug ?? '')}`
  }
  return writeAtom({
    id: searchAddress(release.iris.base, state),
    title: about === '' ? name : `${name}: ${about}`,
    author: site.dataset.publisher?.name ?? name,
    updated: sorted[0]?.changed ?? release.manifest.published,
    address: searchAddress(root, state, 'atom'),
    page: searchAddress(root, state),
    entries: sorted.map(({ row, created, changed }) => ({
      id: row.iri,
      title: row.label,
      address: addressOf(row.iri),
      published: created,
      updated: changed,
      ...(row.snippets[0] && { summary: row.snippets[0].map(({ text }) => text).join('') }),
    })),
  })
}
