/** The query page: a form that works without script, ready questions, and the answer to the query that was sent. */
import type { VNode } from 'preact'
import { AnswerBody, type Answered, sizeOf } from './answer.tsx'
import { Downloads, GRAPHS, Programs, TABLES } from './downloads.tsx'
import { Examples, type Question } from './examples.tsx'
import { renderPage, type Script } from './layout.tsx'
import type { Site } from './page.ts'
import { snippets } from './snippets.ts'

/** Why there is no answer. */
export interface Fault {
  readonly title: string
  readonly detail: string
  /** Of a syntax error, from 1. */
  readonly line?: number
  /** Whether another form of the answer may hold more than a page. */
  readonly isTooLong?: boolean
}

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
      {fault !== undefined && <FaultNote page={page} fault={fault} query={query} />}
      <QueryForm site={site} query={query} fault={fault} local={page.local} />
      {answer !== undefined && <Answer page={page} answer={answer} query={query} />}
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

interface AnswerProps {
  readonly page: SparqlPage
  readonly answer: Answered & { readonly milliseconds: number }
  readonly query: string
}

function Answer({ page, answer, query }: AnswerProps): VNode {
  const size = sizeOf(answer)
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">Answer</h2>
      <p class="small">
        {size !== undefined && `${size} · `}
        {timeOf(answer.milliseconds)}
      </p>
      <AnswerBody site={page.site} answer={answer} />
      <Downloads site={page.site} endpoint={page.endpoint} query={query} formats={formatsOf(answer)} />
      <Programs code={snippets(page.endpoint, query, answer.kind)} />
    </section>
  )
}

const formatsOf = ({ kind }: Answered) => (kind === 'graph' ? GRAPHS : TABLES)
const timeOf = (milliseconds: number) =>
  milliseconds < 995 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`

/** What is wrong, with the line of the query in its surroundings. */
function FaultNote({ page, fault, query }: { page: SparqlPage; fault: Fault; query: string }): VNode {
  const lines = query.split('\n')
  const { line } = fault
  const from = line === undefined ? 0 : Math.max(1, line - 2)
  return (
    <div id="fault" class="fault" role="alert">
      <p>{fault.detail}</p>
      {line !== undefined && line <= lines.length && (
        <pre>
          {lines.slice(from - 1, line + 1).map((text, i) => {
            const number = from + i
            const shown = `${String(number).padStart(String(line + 1).length)}  ${text}`
            return (
              <>
                {number === line ? <mark>{shown}</mark> : shown}
                {'\n'}
              </>
            )
          })}
        </pre>
      )}
      {line !== undefined && <p class="small">Your query is in the form below, as you wrote it.</p>}
      {fault.isTooLong === true && (
        <>
          <p>
            A page shows {page.pageRows.toLocaleString('en')} rows; a file holds {page.rowLimit.toLocaleString('en')}.
          </p>
          <Downloads site={page.site} endpoint={page.endpoint} query={query} formats={TABLES} />
        </>
      )}
    </div>
  )
}
