/** What lies between two people, bodies or places: the letters of each to the other, meetings, acts, routes. */
import type { VNode } from 'preact'
import { renderPage } from './layout.tsx'
import { number } from './numbers.ts'
import { Crumbs } from './parts.tsx'
import { type Item, Items, pageOf, type View } from './view-parts.tsx'

export interface BetweenSection {
  readonly relation: 'letters' | 'meetings' | 'acts' | 'routes'
  readonly a: string
  readonly b: string
  /** By their first day. */
  readonly items: readonly Item[]
  readonly total: number
}

export interface BetweenPage {
  readonly view: View
  readonly a: string
  readonly b: string
  /** Those that have items. */
  readonly sections: readonly BetweenSection[]
}

/** HTML of what lies between two things. */
export function betweenPage({ view, a, b, sections }: BetweenPage): string {
  const { site, nameOf } = view
  const isOfPlaces = sections.some(({ relation }) => relation === 'routes')
  const title = `${nameOf(a)} and ${nameOf(b)}`
  const isFound = sections.some(({ relation }) => relation === 'acts' || relation === 'meetings')
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
      {sections.map((section) => (
        <Section key={`${section.relation} ${section.a}`} view={view} section={section} first={a} />
      ))}
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
      <Items site={view.site} items={items} />
      {items.length < total && (
        <p class="small">
          The first {number(items.length)} of {number(total)}.
        </p>
      )}
    </section>
  )
}
