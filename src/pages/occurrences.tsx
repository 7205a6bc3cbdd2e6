/** Where a thing occurs, for readers: groups of what points to it, with the first of each, and where to find the rest. */

import type { VNode } from 'preact'
import type { Kind } from '../iris.ts'
import { valueKey } from '../search/facets.ts'
import { kindName, lastPart } from './description.ts'
import { number } from './numbers.ts'
import { type Group, inTableOrder, placeOf } from './occurrence-groups.ts'
import { href, type Site } from './page.ts'
import { type Context, Joined } from './parts.tsx'
import { searchAddress } from './search-address.ts'
import { byDate, type Told, ToldLink } from './told.tsx'

/** One statement that points to the resource. */
export interface LinkRow extends Told {
  readonly subject: string
  readonly predicate: string
  readonly label: string
}

/** What points to a thing by one property: the first of it. */
export interface Occurrences {
  readonly property: string
  readonly total: number
  readonly rows: readonly LinkRow[]
  /** The page of the whole list on which it begins. */
  readonly page: number
}

/** A page of the whole list. */
export interface LinkPage {
  readonly total: number
  /** How many stand before it. */
  readonly offset: number
  readonly rows: readonly LinkRow[]
  readonly page: number
  readonly pages: number
}

type Occurring = Context & { readonly iri: string; readonly kind: Kind }

/** A thing of a group, once, with all that it has to do with the thing of the page. */
export interface Member {
  readonly row: LinkRow
  readonly words: readonly string[]
}

/** The things of a group: of one property in the order of the list, of several by their dates. */
export function membersOf(items: readonly (readonly [words: string, item: Occurrences])[]): readonly Member[] {
  const members = new Map<string, Member>()
  for (const [words, { rows }] of items) {
    for (const row of rows)
      members.set(row.subject, { row, words: [...(members.get(row.subject)?.words ?? []), words] })
  }
  const all = [...members.values()]
  return items.length > 1 ? byDate(all, ({ row }) => row) : all
}

export function Occurrences({
  context,
  occurrences,
}: {
  context: Occurring
  occurrences: readonly Occurrences[]
}): VNode {
  const isWhole = occurrences.every(({ total, rows }) => total === rows.length)
  return (
    <>
      <div class="groups">
        {inTableOrder(context.kind, occurrences).map(([group, items]) => (
          <Some context={context} group={group} items={items} />
        ))}
      </div>
      {!isWhole && (
        <p class="small">
          <a href={`${href(context.site, context.iri)}?page=2`}>Everything that leads here</a>, property by property
        </p>
      )}
    </>
  )
}

function Some({
  context,
  group,
  items,
}: {
  context: Occurring
  group: Group
  items: readonly (readonly [words: string, item: Occurrences])[]
}): VNode {
  const members = membersOf(items)
  const rest = items.filter(([, { total, rows }]) => total > rows.length)
  const isSplit = items.length > 1 || group.properties.length === 0
  return (
    <section class="occurrences">
      <h2>
        {group.heading}{' '}
        <span class="count">
          {rest.length === 0
            ? number(members.length)
            : items.map(([words, { total }]) => (isSplit ? `${number(total)} ${words}` : number(total))).join(' · ')}
        </span>
      </h2>
      <ul class="plain">
        {members.map(({ row, words }) => (
          <li>
            <ToldLink
              context={context}
              iri={row.subject}
              told={{ ...row, label: withoutOwnName(context, row.label) }}
              also={isSplit ? words : []}
            />
          </li>
        ))}
      </ul>
      {rest.length > 0 && <More context={context} group={group} rest={rest} isSplit={isSplit} />}
    </section>
  )
}

/** What stands in a unit has the unit's name before its own. */
function withoutOwnName({ kind, about, iri }: Occurring, label: string): string {
  const own = kind === 'unit' ? `${about.label(iri)}, ` : ''
  return own !== '' && label.startsWith(own) ? label.slice(own.length) : label
}

type Rest = readonly (readonly [words: string, item: Occurrences])[]

/** Where all of what is shown in part are to be had: a search has them with dates and counts, a list has what none finds. */
function More({ context, group, rest, isSplit }: { context: Occurring; group: Group; rest: Rest; isSplit: boolean }) {
  const { site, iri, kind } = context
  return (
    <p class="small more">
      <Joined
        parts={rest.map(([words, { property, total, page }]) => {
          const search = site.isStatic === true ? '' : searchLink(site, iri, group, placeOf(kind, property)?.role)
          return (
            <a href={search === '' ? `${href(site, iri)}?page=${page}` : search}>
              All {number(total)}
              {isSplit && ` ${words}`}
            </a>
          )
        })}
      />
    </p>
  )
}

/** The address of a search for the documents in which a thing is in a role of a group; empty where none finds them. */
export function searchLink(site: Site, iri: string, { facet }: Group, role: string | undefined): string {
  const thing = site.iris.parse(iri)
  if (facet === undefined || role === undefined || thing === undefined) return ''
  const chosen = { [facet]: [valueKey(facet, thing)] }
  return searchAddress(site.root, { q: '', chosen, ...(role !== '' && { roles: [role] }) })
}

/** A page of everything that points to a thing. */
export function AllLinks({ context, links }: { context: Occurring; links: LinkPage }): VNode {
  const { rows, total, offset, page, pages } = links
  const address = href(context.site, context.iri)
  const runs = new Map<string, LinkRow[]>()
  for (const row of rows) runs.set(row.predicate, [...(runs.get(row.predicate) ?? []), row])
  return (
    <section aria-labelledby="links">
      <h2 id="links">Everything that leads here</h2>
      {[...runs].map(([predicate, run]) => (
        <>
          <h3>{kindName(lastPart(predicate))}</h3>
          <ul class="plain">
            {run.map((row) => (
              <li>
                <ToldLink context={context} iri={row.subject} told={row} />
              </li>
            ))}
          </ul>
        </>
      ))}
      <p class="small">
        {number(offset + 1)}–{number(offset + rows.length)} of {number(total)}
        {' · '}
        <a href={address}>Back to the whole</a>
        {page > 2 && (
          <>
            {' · '}
            <a href={`${address}?page=${page - 1}`} rel="prev">
              earlier
            </a>
          </>
        )}
        {page < pages && (
          <>
            {' · '}
            <a href={`${address}?page=${page + 1}`} rel="next">
              more
            </a>
          </>
        )}
      </p>
    </section>
  )
}
