/** The form of a search, and what the search is narrowed to. */
import type { VNode } from 'preact'
import { FACETS, facetInRole, facetsWithRoles } from '../search/facets.ts'
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

/** The form of a search; what is chosen goes with it. */
export function SearchForm({ site, state }: { site: Site; state: SearchState }): VNode {
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
        <Roles state={state} />
      </div>
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

/** The roles in which what is chosen may have to be: those of people, of places, of archival units. */
function Roles({ state: { chosen, role } }: { state: SearchState }): VNode | null {
  const facets = facetsWithRoles(chosen)
  if (facets.length === 0) return null
  const inRole = facetInRole(chosen, role)
  return (
    <>
      <label for="role">as</label>
      <select id="role" name="role">
        <option value="">in any role</option>
        {facets.map((facet) => (
          <optgroup key={facet.name} label={facet.label}>
            {facet.roles
              // One that two have means the first of them.
              .filter(({ name }) => facetInRole(chosen, name) === facet)
              .map(({ name, label }) => (
                <option key={name} value={name} selected={facet === inRole && name === role}>
                  {label}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </>
  )
}

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'
const DATE_HINT = '1957, 1957-04 or 1957-04-11'

/** What the search is narrowed by, each with a link that takes it off. */
export function Chosen({ site, state, facets }: { site: Site; state: SearchState; facets: readonly FacetCounts[] }) {
  const chosen = FACETS.flatMap((facet) =>
    (facets.find((counts) => counts.facet === facet.name)?.values ?? [])
      .filter(({ isChosen }) => isChosen)
      .map((value) => ({ facet, value })),
  )
  const dates = [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(' ')
  if (chosen.length === 0 && dates === '') return null
  const inRole = facetInRole(state.chosen, state.role)
  const role = inRole?.roles.find(({ name }) => name === state.role)
  return (
    <ul class="chosen" aria-label="The search is narrowed to">
      {chosen.map(({ facet, value }) => (
        <li key={facet.name + value.key}>
          <Thing site={site} thing={value} />
          {role && facet === inRole && state.chosen[facet.name]?.[0] === value.key && `, ${role.label}`}{' '}
          <Remove
            address={searchAddress(site.root, withValue(state, facet.name, value.key, false))}
            what={value.label}
          />
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
