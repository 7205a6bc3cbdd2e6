/** The page of a search: the form, what was found with the words in their places, and what it can be narrowed by. */
import type { VNode } from 'preact'
import { FACETS, type Facet, PERSON_ROLES } from '../search/facets.ts'
import type { FacetCounts, NamedThing, Result, Row, SnippetPart, ValueCount } from '../search/question.ts'
import { renderPage } from './layout.tsx'
import { href, type Site } from './page.ts'
import { Joined } from './parts.tsx'
import { orderOf, type SearchState, searchAddress, withValue } from './search-address.ts'
import { YearStrip } from './years.tsx'

export interface SearchPage {
  readonly site: Site
  readonly state: SearchState
  /** Rows of one page. */
  readonly rows: number
  readonly result: Result
}

const ORDER_LABELS = [
  ['relevance', 'best first'],
  ['date', 'oldest first'],
  ['-date', 'newest first'],
  ['title', 'A to Z'],
] as const

/** HTML of one page of what was found. */
export function searchPage({ site, state, rows, result }: SearchPage): string {
  const { page = 1, q } = state
  const pages = Math.max(1, Math.ceil(result.total / rows))
  const title = q === '' ? 'Search' : `Search: ${q}`
  const alternates = [
    { href: searchAddress(site.root, { ...state, page: 1 }, 'atom'), mediaType: 'application/atom+xml', label: 'Feed' },
    { href: searchAddress(site.root, state, 'json'), mediaType: 'application/json', label: 'JSON' },
    { href: searchAddress(site.root, { ...state, page: 1 }, 'csv'), mediaType: 'text/csv', label: 'CSV' },
  ]
  return renderPage(
    { site, title, section: 'search', alternates, noindex: true },
    <>
      <h1>Search</h1>
      <search>
        <SearchForm site={site} state={state} />
      </search>
      <Chosen site={site} state={state} facets={result.facets} />
      <div class="search">
        <section aria-labelledby="found" class="results">
          <h2 id="found">{count(result.total, 'document')}</h2>
          <Named site={site} named={result.named} />
          <ol class="results" start={(page - 1) * rows + 1}>
            {result.rows.map((row) => (
              <Found key={row.iri} site={site} row={row} />
            ))}
          </ol>
          {result.total === 0 && <Nothing site={site} state={state} />}
          {page > pages && (
            <p>
              There is no page {page}. <a href={searchAddress(site.root, { ...state, page: pages })}>The last page</a>
            </p>
          )}
          <Pages site={site} state={state} page={page} pages={pages} />
        </section>
        <aside aria-label="Narrow the search" class="facets">
          <YearStrip
            heading="Years"
            years={result.years}
            undated={result.undated}
            address={(from, to) => searchAddress(site.root, { ...firstPage(state), from, to })}
          />
          {FACETS.map((facet) => (
            <FacetList
              key={facet.name}
              site={site}
              state={state}
              facet={facet}
              counts={result.facets.find((counts) => counts.facet === facet.name)}
            />
          ))}
        </aside>
      </div>
    </>,
  )
}

/** HTML of the page that stands for the search where there is no server. */
export const searchElsewherePage = (site: Site): string =>
  renderPage(
    { site, title: 'Search', section: 'search', noindex: true },
    <>
      <h1>Search</h1>
      <p>
        This is a copy of the collection as files, without a server that could search. The{' '}
        <a href={`${site.root}/sparql`}>query page</a> answers questions in your browser, and the lists of{' '}
        <a href={`${site.root}/document/`}>documents</a>, <a href={`${site.root}/person/`}>people</a> and{' '}
        <a href={`${site.root}/unit/`}>archives</a> have everything from A to Z.
      </p>
    </>,
  )

const count = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`

function firstPage(state: SearchState): SearchState {
  const { page: _, ...rest } = state
  return rest
}

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
function SearchForm({ site, state }: { site: Site; state: SearchState }): VNode {
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
        {(state.chosen['person'] ?? []).length > 0 && (
          <>
            <label for="role">as</label>
            <select id="role" name="role">
              <option value="">in any role</option>
              {PERSON_ROLES.map(({ name, label }) => (
                <option key={name} value={name} selected={name === state.role}>
                  {label}
                </option>
              ))}
            </select>
          </>
        )}
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

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?'
const DATE_HINT = '1957, 1957-04 or 1957-04-11'

/** What the search is narrowed by, each with a link that takes it off. */
function Chosen({ site, state, facets }: { site: Site; state: SearchState; facets: readonly FacetCounts[] }) {
  const chosen = FACETS.flatMap((facet) =>
    (facets.find((counts) => counts.facet === facet.name)?.values ?? [])
      .filter(({ isChosen }) => isChosen)
      .map((value) => ({ facet, value })),
  )
  const dates = [state.from && `from ${state.from}`, state.to && `to ${state.to}`].filter(Boolean).join(' ')
  if (chosen.length === 0 && dates === '') return null
  const role = PERSON_ROLES.find(({ name }) => name === state.role)
  return (
    <ul class="chosen" aria-label="The search is narrowed to">
      {chosen.map(({ facet, value }) => (
        <li key={facet.name + value.key}>
          <Thing site={site} thing={value} />
          {facet.name === 'person' && role && `, ${role.label}`}{' '}
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

function Thing({ site, thing: { iri, label } }: { site: Site; thing: NamedThing }): VNode {
  const link = href(site, iri)
  return link === '' ? (
    <bdi>{label}</bdi>
  ) : (
    <a href={link}>
      <bdi>{label}</bdi>
    </a>
  )
}

const Things = ({ site, things }: { site: Site; things: readonly NamedThing[] }): VNode => (
  <Joined parts={things.map((thing) => <Thing site={site} thing={thing} />)} />
)

/** People and other things that the words name. */
function Named({ site, named }: { site: Site; named: readonly NamedThing[] }): VNode | null {
  if (named.length === 0) return null
  return (
    <p class="named">
      Of that name: <Things site={site} things={named} />
    </p>
  )
}

function Found({ site, row }: { site: Site; row: Row }): VNode {
  const { iri, label, date, types, from, to, held, snippets, isSummary } = row
  return (
    <li>
      <h3>
        <a href={href(site, iri)}>
          <bdi>{label}</bdi>
        </a>
      </h3>
      <p class="small">
        <Joined
          parts={[
            ...(date === undefined ? [] : [<time dateTime={date}>{date}</time>]),
            ...types.map(({ label }) => label),
            ...(from.length === 0
              ? []
              : [
                  <>
                    from <Things site={site} things={from} />
                  </>,
                ]),
            ...(to.length === 0
              ? []
              : [
                  <>
                    to <Things site={site} things={to} />
                  </>,
                ]),
            ...held.map((unit) => <Thing site={site} thing={unit} />),
          ]}
        />
      </p>
      {snippets.map((parts) => (
        <p key={parts[0]?.text} class={isSummary ? 'snippet summary' : 'snippet'}>
          <Snippet parts={parts} />
          {isSummary && <span class="small"> summary of the edition</span>}
        </p>
      ))}
    </li>
  )
}

const Snippet = ({ parts }: { parts: readonly SnippetPart[] }): VNode => (
  <>{parts.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : <>{text}</>))}</>
)

function Nothing({ site, state }: { site: Site; state: SearchState }): VNode {
  return (
    <p>
      Nothing is found. Take a word or a condition off, write the beginning of a word with a star (<code>armist*</code>
      ), or <a href={searchAddress(site.root, { q: '', chosen: {} })}>begin again</a>
      {state.q !== '' && Object.values(state.chosen).flat().length > 0 && (
        <>
          {' '}
          with <a href={searchAddress(site.root, { q: state.q, chosen: {} })}>the words alone</a>
        </>
      )}
      .
    </p>
  )
}

function Pages({ site, state, page, pages }: { site: Site; state: SearchState; page: number; pages: number }) {
  if (pages <= 1) return null
  const to = (n: number) => searchAddress(site.root, { ...state, page: n })
  return (
    <nav aria-label="Pages" class="pages">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          Previous
        </a>
      )}{' '}
      Page {page} of {pages}{' '}
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          Next
        </a>
      )}
    </nav>
  )
}

interface FacetProps {
  readonly site: Site
  readonly state: SearchState
  readonly facet: Facet
  readonly counts: FacetCounts | undefined
}

function FacetList({ site, state, facet, counts }: FacetProps): VNode | null {
  if (counts === undefined || counts.values.length === 0) return null
  const left = counts.total - counts.values.length
  return (
    <details open class="facet" id={facet.name}>
      <summary>{facet.label}</summary>
      <ul>
        {counts.values.map((value) => (
          <li key={value.key}>
            <FacetLink site={site} state={state} facet={facet} value={value} />
          </li>
        ))}
      </ul>
      {left > 0 && state.more !== facet.name && (
        <a
          class="small"
          rel="nofollow"
          href={`${searchAddress(site.root, { ...state, more: facet.name })}#${facet.name}`}
        >
          {left.toLocaleString('en')} more
        </a>
      )}
    </details>
  )
}

function FacetLink({ site, state, facet, value }: Omit<FacetProps, 'counts'> & { value: ValueCount }): VNode {
  const { key, label, count: n, isChosen } = value
  const { more: _, ...rest } = state
  return (
    <>
      <a
        href={searchAddress(site.root, withValue(rest, facet.name, key, !isChosen))}
        rel="nofollow"
        aria-current={isChosen ? 'true' : undefined}
      >
        <bdi>{label}</bdi>
      </a>{' '}
      <span class="count">{n.toLocaleString('en')}</span>
    </>
  )
}
