/** The form of a search, and what the search is narrowed to. */
import type { VNode } from 'preact'
import { chosenValues, FACETS, type Facet } from '../search/facets.ts'
import type { FacetCounts } from '../search/question.ts'
import type { Site } from './page.ts'
import { firstPage, orderOf, type SearchState, searchAddress, withValue } from './search-address.ts'
import { Thing } from './search-row.tsx'

const ORDER_LABELS = [
  ['relevance', 'best first'],
  ['date', 'oldest first'],
  ['-date', 'newest first'],
  ['title', 'A to Z'],
] as const

/** The form of a search: its words alone. */
export function WordsForm({ site }: { site: Site }): VNode {
  return (
    <search>
      <form class="search" action={`${site.root}/search`} method="get">
        <Words words="" />
      </form>
    </search>
  )
}

const Words = ({ words }: { words: string }): VNode => (
  <div class="row">
    <label for="q">Words</label>
    <input id="q" name="q" type="search" value={words} autocomplete="off" maxLength={1000} class="words-field" />
    <button type="submit" class="main">
      Search
    </button>
  </div>
)

interface Shown {
  readonly site: Site
  readonly state: SearchState
  /** Those that have the labels of what is chosen; none where the search could not be made. */
  readonly facets: readonly FacetCounts[]
}

/** The form of a search; what is chosen goes with it. */
export function SearchForm({ site, state, facets }: Shown): VNode {
  return (
    <form class="search" action={`${site.root}/search`} method="get">
      <Words words={state.q} />
      <div class="row">
        <label for="from">From</label>
        <input id="from" name="from" value={state.from ?? ''} size={10} pattern={DATE} title={DATE_HINT} />
        <label for="to">to</label>
        <input id="to" name="to" value={state.to ?? ''} size={10} pattern={DATE} title={DATE_HINT} />
        <label for="sort">Order</label>
        <select id="sort" name="sort">
          {ORDER_LABELS.map(([order, label]) => (
            <option key={order} value={order} selected={order === (state.sort ?? orderOf(state))}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <Roles state={state} facets={facets} />
      {FACETS.flatMap(({ name }) =>
        (state.chosen[name] ?? []).map((key) => <input key={name + key} type="hidden" name={name} value={key} />),
      )}
      <p class="small">
        All of the words are found, as they are written or <code>begin*</code>, or <code>"next to each other"</code>.
        Accents and capitals do not matter. A name finds whoever bears it: code names and other spellings too.
      </p>
    </form>
  )
}

/** A field for each value that may be in a role: they follow one another as roles are told. */
function Roles({ state, facets }: { state: SearchState; facets: readonly FacetCounts[] }): VNode | null {
  const values = chosenValues(state.chosen, state.roles).values.filter(({ facet }) => facet.roles.length > 0)
  if (values.length === 0) return null
  return (
    <div class="row">
      {values.map(({ facet, key, role }, nth) => (
        <>
          <label for={`role-${nth + 1}`}>
            <bdi>{labelIn(facets, facet, key)}</bdi>:
          </label>
          <select id={`role-${nth + 1}`} name="role">
            <option value="">in any role</option>
            {facet.roles.map(({ name, label }) => (
              <option key={name} value={name} selected={name === role}>
                {label}
              </option>
            ))}
          </select>
        </>
      ))}
    </div>
  )
}

const labelIn = (facets: readonly FacetCounts[], { name }: Facet, key: string): string =>
  facets.find(({ facet }) => facet === name)?.values.find((value) => value.key === key)?.label ?? key

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'
const DATE_HINT = '1957, 1957-04 or 1957-04-11'

/** What the search is narrowed by, each with a link that takes it off. */
export function Chosen({ site, state, facets }: Shown): VNode | null {
  const chosen = FACETS.flatMap((facet) =>
    (facets.find((counts) => counts.facet === facet.name)?.values ?? [])
      .filter(({ isChosen }) => isChosen)
      .map((value) => ({ facet, value })),
  )
  const dates = [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(' ')
  if (chosen.length === 0 && dates === '') return null
  const { values } = chosenValues(state.chosen, state.roles)
  const roleOf = (facet: Facet, key: string) => {
    const role = values.find((value) => value.facet === facet && value.key === key)?.role
    return facet.roles.find(({ name }) => name === role)
  }
  return (
    <ul class="chosen" aria-label="The search is narrowed to">
      {chosen.map(({ facet, value }) => (
        <li key={facet.name + value.key}>
          <Thing site={site} thing={value} />
          {roleOf(facet, value.key) && `, ${roleOf(facet, value.key)?.label}`}{' '}
          <Remove address={searchAddress(site.root, withValue(state, facet.name, value, false))} what={value.label} />
        </li>
      ))}
      {dates !== '' && (
        <li>
          {dates} <Remove address={searchAddress(site.root, { ...firstPage(state), from: '', to: '' })} what={dates} />
        </li>
      )}
    </ul>
  )
}

const Remove = ({ address, what }: { address: string; what: string }): VNode => (
  <a href={address} rel="nofollow" class="remove" aria-label={`Without ${what}`} title={`Without ${what}`}>
    ×
  </a>
)
