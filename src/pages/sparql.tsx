/** The query page: a form that works without script, ready questions, and the answer to the query that was sent. */
import type { VNode } from 'preact'
import type { Answered } from './answer.tsx'
import { AnswerSection, type Fault, FaultNote } from './answered.tsx'
import { GRAPHS, TABLES } from './downloads.tsx'
import { Examples, type Question } from './examples.tsx'
import { renderPage, type Script } from './layout.tsx'
import type { Site } from './page.ts'

/** An engine in the reader's browser, on a site that has no server to ask. */
export interface LocalEngine {
  /** Address of Oxigraph's module for browsers. */
  readonly engine: string
  /** Address of all statements: N-Quads, compressed with gzip. */
  readonly dump: string
  readonly bytes: number
  readonly triples: number
}

/** Triples that a browser is asked to hold: about 500 MB. */
const MOST_LOCAL = 1_500_000

export interface SparqlPage {
  readonly site: Site
  readonly questions: readonly Question[]
  /** A plain query that was sent or chosen; without one, there is one to begin with. */
  readonly query?: string
  readonly answer?: Answered & { readonly milliseconds: number }
  readonly fault?: Fault
  /** Where programs send the query: an absolute address, with the parameters of its dataset. */
  readonly endpoint: string
  /** Seconds that a query may take. */
  readonly timeLimit: number
  readonly rowLimit: number
  readonly pageRows: number
  readonly script?: Script
  readonly local?: LocalEngine
}

const FIRST = `# Fifty documents in the order of their dates

PREFIX dip: <https://w3id.org/diplomacy/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>

SELECT ?document ?title ?date {
  ?document a dip:Document ; dcterms:title ?title ; dcterms:date ?date .
}
ORDER BY ?date
LIMIT 50`

/** HTML of the query page. */
export function sparqlPage(page: SparqlPage): string {
  const { site, query = FIRST, answer, fault, questions, timeLimit, rowLimit, script } = page
  const sentence = page.query === undefined ? undefined : sentenceOf(query)
  const isAsked = answer !== undefined || fault !== undefined
  const title = fault?.title ?? sentence ?? 'Query'
  return renderPage(
    { site, title, section: 'sparql', ...(script !== undefined && { script }) },
    <>
      <h1>{isAsked || sentence !== undefined ? title : 'Query'}</h1>
      {page.local !== undefined && <LocalNote site={site} local={page.local} />}
      {!isAsked && page.local === undefined && (
        <p class="lede">
          SPARQL 1.1 over everything in this collection. <a href="#examples">Begin with an example</a>, or write your
          own: a query may take {timeLimit} seconds and give {rowLimit.toLocaleString('en')} rows; what is larger is in
          the <a href={`${site.root}/dumps/`}>dumps</a>.
        </p>
      )}
      {fault !== undefined && (
        <FaultNote at={page} fault={fault} query={query} hint="Your query is in the form below, as you wrote it." />
      )}
      <QueryForm site={site} query={query} fault={fault} local={page.local} />
      {answer !== undefined && <AnswerSection at={page} answer={answer} query={query} />}
      {isAsked ? (
        <p class="small">
          <a href={`${site.root}/sparql#examples`}>Examples to begin with</a>
        </p>
      ) : (
        <Examples site={site} questions={questions} />
      )}
    </>,
  )
}

/** What the first comment of a query says. */
function sentenceOf(query: string): string | undefined {
  const comment = /^\s*#[ \t]*(?:\d+\.[ \t]+)?(\S[^\n]*)/.exec(query)?.[1]?.trim()
  return comment === undefined || comment.length > 200 ? undefined : comment
}

/** What the reader has to know where the query runs in the browser. */
function LocalNote({ site, local: { triples, bytes } }: { site: Site; local: LocalEngine }): VNode {
  const size = `${triples.toLocaleString('en')} triples`
  const dumps = <a href={`${site.root}/dumps/`}>dumps</a>
  if (triples > MOST_LOCAL)
    return (
      <p class="lede">
        These pages come without a server, and {size} are more than a browser can hold: take the {dumps}, and load them
        into a SPARQL store of your own.
      </p>
    )
  return (
    <p class="lede">
      SPARQL 1.1 over everything in this collection, in your own browser: the first query loads {size} (
      {(bytes / 1e6).toFixed(1)} MB), the next ones answer from them. It needs JavaScript; programs take the {dumps}.
    </p>
  )
}

interface QueryFormProps {
  readonly site: Site
  readonly query: string
  readonly fault: Fault | undefined
  readonly local: LocalEngine | undefined
}

function QueryForm({ site, query, fault, local }: QueryFormProps): VNode {
  const rows = Math.min(Math.max(query.split('\n').length, 8), 32)
  const engine = local !== undefined &&
    local.triples <= MOST_LOCAL && {
      'data-engine': local.engine,
      'data-dump': local.dump,
      'data-root': site.root,
      'data-base': site.iris.base,
    }
  return (
    <form class="query" action={`${site.root}/sparql#answer`} method="get" {...engine}>
      <label for="query">Query in SPARQL</label>
      <textarea
        id="query"
        name="query"
        rows={rows}
        spellcheck={false}
        autocapitalize="off"
        data-terms={`${site.root}/sparql/terms.json`}
        data-line={fault?.line}
        aria-invalid={fault?.line === undefined ? undefined : 'true'}
        aria-describedby={fault === undefined ? undefined : 'fault'}
      >
        {query}
      </textarea>
      <div class="row">
        <button type="submit" class="main">
          Run
        </button>
        <label for="format">Answer as</label>
        <select id="format" name="format">
          <option value="html">a page</option>
          <optgroup label="SELECT, ASK">
            {TABLES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
          <optgroup label="CONSTRUCT, DESCRIBE">
            {GRAPHS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
    </form>
  )
}
