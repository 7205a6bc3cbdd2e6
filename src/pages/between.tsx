/** What lies between two people, bodies or places: the letters of each to the other, meetings, acts, routes. */
import type { VNode } from 'preact'
import { renderPage } from './layout.tsx'
import { number } from './numbers.ts'
import { Crumbs, Pages } from './parts.tsx'
import {
  betweenLink,
  Downloads,
  Filters,
  type Item,
  Items,
  pageOf,
  type View,
  withParameters,
  YearFields,
  type YearFilter,
  yearsIn,
} from './view-parts.tsx'

export interface BetweenSection {
  readonly relation: 'letters' | 'meetings' | 'acts' | 'routes'
  readonly a: string
  readonly b: string
  /** Those of one page, by their first day. */
  readonly items: readonly Item[]
  /** Place of the first of them among all, from 1. */
  readonly first: number
  readonly total: number
}

export interface BetweenPage {
  readonly view: View
  readonly a: string
  readonly b: string
  readonly years: YearFilter
  /** Those that have items on this page. */
  readonly sections: readonly BetweenSection[]
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** HTML of what lies between two things. */
export function betweenPage({ view, a, b, years, sections, page, pages }: BetweenPage): string {
  const { site, nameOf } = view
  const isOfPlaces = a.startsWith('place/')
  const title = `${nameOf(a)} and ${nameOf(b)}`
  const isFound = sections.some(({ relation }) => relation === 'acts' || relation === 'meetings')
  const address = betweenLink(site, a, b)
  return renderPage(
    { site, title, section: isOfPlaces ? 'map' : 'network' },
    <>
      <Crumbs path={isOfPlaces ? [['Map', `${site.root}/map`]] : [['Network', `${site.root}/network`]]} />
      <h1>
        <a href={pageOf(site, a)}>{nameOf(a)}</a> and <a href={pageOf(site, b)}>{nameOf(b)}</a>
      </h1>
      {isFound && (
        <p class="lede">
          Events and acts were found in running text by rules and are not reviewed, unless a curator accepted them; each
          leads to the words that say so.
        </p>
      )}
      <Filters view={view} action={address.slice(site.root.length)}>
        <YearFields {...years} />
      </Filters>
      {sections.length === 0 && (
        <p>
          Nothing lies between them{yearsIn(years)}. <a href={address}>All years</a>
        </p>
      )}
      {sections.map((section) => (
        <Section key={`${section.relation} ${section.a}`} view={view} section={section} first={a} />
      ))}
      <Pages
        page={page}
        pages={pages}
        address={(n) => withParameters(address, { ...years, page: n === 1 ? undefined : n })}
      />
      <Downloads downloads={[{ label: 'CSV', href: withParameters(`${address}.csv`, { ...years }) }]} />
    </>,
  )
}

function Section({ view, section, first }: { view: View; section: BetweenSection; first: string }): VNode {
  const { relation, a, b, items, total } = section
  const names = { a: view.nameOf(a), b: view.nameOf(b) }
  const headings = {
    letters: `${names.a} to ${names.b}`,
    meetings: 'Meetings',
    acts: `Acts of ${names.a} towards ${names.b}`,
    routes: `Messages from ${names.a} to ${names.b}`,
  }
  const id = a === first ? relation : `${relation}-back`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {headings[relation]} <span class="small">{number(total)}</span>
      </h2>
      {items.length < total && (
        <p class="small">
          {number(section.first)} to {number(section.first + items.length - 1)} of {number(total)}, by day
        </p>
      )}
      <Items site={view.site} items={items} />
    </section>
  )
}
