/** The page of a search: the form, what was found with the words in their places, and what it can be narrowed by. */

import type { VNode } from 'preact'
import { FACETS } from '../search/facets.ts'
import type { NamedThing, Result } from '../search/question.ts'
import { renderPage, type Script } from './layout.tsx'
import { counted } from './numbers.ts'
import type { Site } from './page.ts'
import { Pages } from './parts.tsx'
import { firstPage, type SearchState, searchAddress } from './search-address.ts'
import { FacetList } from './search-facets.tsx'
import { Chosen, SearchForm } from './search-form.tsx'
import { Found, Things } from './search-row.tsx'
import { YearStrip } from './years.tsx'

export interface SearchPage {
  readonly site: Site
  readonly state: SearchState
  /** Rows of one page. */
  readonly rows: number
  readonly result: Result
  /** The slider of years. */
  readonly script?: Script | undefined
}

/** HTML of one page of what was found. */
export function searchPage({ site, state, rows, result, script }: SearchPage): string {
  const { page = 1, q } = state
  const pages = Math.max(1, Math.ceil(result.total / rows))
  const title = q === '' ? 'Search' : `Search: ${q}`
  const alternates = [
    { href: searchAddress(site.root, { ...state, page: 1 }, 'atom'), mediaType: 'application/atom+xml', label: 'Feed' },
    { href: searchAddress(site.root, state, 'json'), mediaType: 'application/json', label: 'JSON' },
    { href: searchAddress(site.root, { ...state, page: 1 }, 'csv'), mediaType: 'text/csv', label: 'CSV' },
  ]
  return renderPage(
    { site, title, section: 'search', alternates, noindex: true, ...(script && { script }) },
    <>
      <h1>Search</h1>
      <search>
        <SearchForm site={site} state={state} facets={result.facets} />
      </search>
      <Chosen site={site} state={state} facets={result.facets} />
      <div class="search">
        <section aria-labelledby="found" class="results">
          <h2 id="found">{counted(result.total, 'document')}</h2>
          {result.total > 0 && (
            <p class="small to-facets">
              <a href="#narrow">Narrow the search</a>: by years, people, places …
            </p>
          )}
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
          <Pages page={page} pages={pages} address={(n) => searchAddress(site.root, { ...state, page: n })} />
        </section>
        <aside id="narrow" aria-label="Narrow the search" class="facets">
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

/** HTML of a search that cannot be made: what is wrong, above the form in which it is mended. */
export const searchFaultPage = ({
  site,
  state,
  detail,
}: Pick<SearchPage, 'site' | 'state'> & { detail: string }): string =>
  renderPage(
    { site, title: 'Search', section: 'search', noindex: true },
    <>
      <h1>Search</h1>
      <p class="fault" role="alert">
        {detail}
      </p>
      <search>
        <SearchForm site={site} state={state} facets={[]} />
      </search>
      <p>
        Mend it here, or <a href={searchAddress(site.root, { q: '', chosen: {} })}>begin again</a>.
      </p>
    </>,
  )

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

/** People and other things that the words name. */
function Named({ site, named }: { site: Site; named: readonly NamedThing[] }): VNode | null {
  if (named.length === 0) return null
  return (
    <p class="named">
      Of that name: <Things site={site} things={named} />
    </p>
  )
}

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
