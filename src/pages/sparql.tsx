/** The query page: a form that works without script, with ready questions. */
import { renderPage } from './layout.tsx'
import type { Site } from './page.ts'

export interface Question {
  readonly id: string
  readonly sentence: string
  readonly query: string
}

export interface SparqlPage {
  readonly site: Site
  readonly questions: readonly Question[]
  /** The example that is asked for. */
  readonly example?: string
  /** Seconds that a query may take. */
  readonly timeLimit: number
  readonly rowLimit: number
}

const PREFIXES = `PREFIX dip: <https://w3id.org/diplomacy/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
`

const FIRST = `${PREFIXES}
SELECT ?document ?title ?date {
  ?document a dip:Document ; dcterms:title ?title ; dcterms:date ?date .
}
ORDER BY ?date
LIMIT 50`

/** HTML of the query form. */
export function sparqlPage({ site, questions, example, timeLimit, rowLimit }: SparqlPage): string {
  const chosen = questions.find(({ id }) => id === example)
  return renderPage(
    { site, title: 'Query', section: 'sparql' },
    <>
      <h1>Query</h1>
      <p>
        SPARQL 1.1 over everything in this collection; the default graph is the union of all graphs. A query may take{' '}
        {timeLimit} seconds and give {rowLimit.toLocaleString('en')} rows; what is larger is in the{' '}
        <a href={`${site.root}/dumps/`}>dumps</a>.
      </p>
      <form class="query" action={`${site.root}/sparql`} method="get">
        <label for="query">{chosen === undefined ? 'Query' : `${chosen.id}. ${chosen.sentence}`}</label>
        <textarea id="query" name="query" spellcheck={false}>
          {chosen?.query ?? FIRST}
        </textarea>
        <div class="row">
          <label for="format">Answer as</label>
          <select id="format" name="format">
            <option value="html">table</option>
            <option value="csv">CSV</option>
            <option value="tsv">TSV</option>
            <option value="json">JSON</option>
            <option value="xml">XML</option>
            <option value="turtle">Turtle (CONSTRUCT, DESCRIBE)</option>
          </select>
          <button type="submit">Run</button>
        </div>
      </form>
      <h2>Questions to begin with</h2>
      <ol>
        {questions.map(({ id, sentence }) => (
          <li key={id} value={Number(id)}>
            <a href={`${site.root}/sparql?example=${id}`}>{sentence}</a>
          </li>
        ))}
      </ol>
    </>,
  )
}
