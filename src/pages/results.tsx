/** The answer to a query as a table with links to our pages. */
import { renderPage } from './layout.tsx'
import { href, type Site } from './page.ts'

/** SPARQL 1.1 Query Results JSON, as far as a page shows it. */
export interface SparqlJson {
  readonly head: { readonly vars?: readonly string[] }
  readonly boolean?: boolean
  readonly results?: {
    readonly bindings: readonly Readonly<Record<string, { readonly type: string; readonly value: string }>>[]
  }
}

export interface ResultsPage {
  readonly site: Site
  readonly query: string
  readonly answer: SparqlJson
}

/** HTML of the results of a SELECT or ASK. */
export function resultsPage({ site, query, answer }: ResultsPage): string {
  const variables = answer.head.vars ?? []
  const rows = answer.results?.bindings ?? []
  const again = (format: string) => `${site.root}/sparql?query=${encodeURIComponent(query)}&format=${format}`
  return renderPage(
    { site, title: 'Answer', section: 'sparql' },
    <>
      <h1>Answer</h1>
      {answer.boolean === undefined ? (
        <>
          <p class="lede">
            {rows.length === 1 ? 'One row' : `${rows.length.toLocaleString('en')} rows`} ·{' '}
            <a href={again('csv')}>CSV</a> · <a href={again('json')}>JSON</a> · <a href={again('tsv')}>TSV</a> ·{' '}
            <a href={again('xml')}>XML</a>
          </p>
          <div class="wide">
            <table>
              <thead>
                <tr>
                  {variables.map((v) => (
                    <th key={v} scope="col">
                      {v}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row, i) => (
                  <tr key={String(i)}>
                    {variables.map((v) => {
                      const term = row[v]
                      const link = term?.type === 'uri' ? href(site, term.value) : ''
                      return (
                        <td key={v}>
                          {term && (link === '' ? term.value : <a href={link}>{shorten(site, term.value)}</a>)}
                        </td>
                      )
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      ) : (
        <p>
          <strong>{answer.boolean ? 'Yes' : 'No'}</strong>
        </p>
      )}
      <details>
        <summary>The query</summary>
        <pre>{query}</pre>
      </details>
    </>,
  )
}

const shorten = (site: Site, iri: string): string =>
  iri.startsWith(`${site.iris.base}/id/`) ? iri.slice(site.iris.base.length + 4) : iri
