/** What a query gave, with everything to take away, or why it gave nothing: for every page that asks one. */
import type { VNode } from 'preact'
import { AnswerBody, type Answered, type NamedColumns, sizeOf } from './answer.tsx'
import { Downloads, GRAPHS, Programs, TABLES } from './downloads.tsx'
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

/** Where a query was asked. */
export interface Asking {
  readonly site: Site
  /** Where programs send the query: an absolute address, with the parameters of its dataset. */
  readonly endpoint: string
  readonly rowLimit: number
  readonly pageRows: number
}

interface AnswerProps {
  readonly at: Asking
  readonly answer: Answered & { readonly milliseconds: number }
  readonly query: string
  readonly named?: NamedColumns | undefined
  /** Rows that were asked for at most. */
  readonly limit?: number | undefined
}

/** The answer, the same in other forms, and the query as programs. */
export function AnswerSection({ at, answer, query, named, limit }: AnswerProps): VNode {
  const size = sizeOf(answer)
  const isCut = answer.kind === 'bindings' && answer.found.results?.bindings.length === limit
  return (
    <section id="answer" aria-labelledby="answer-title">
      <h2 id="answer-title">Answer</h2>
      <p class="small">
        {size !== undefined && `${size} · `}
        {isCut && 'no more were asked for: there may be others · '}
        {timeOf(answer.milliseconds)}
      </p>
      <AnswerBody site={at.site} answer={answer} named={named} />
      <Downloads site={at.site} endpoint={at.endpoint} query={query} formats={formatsOf(answer)} />
      <Programs code={snippets(at.endpoint, query, answer.kind)} />
    </section>
  )
}

const formatsOf = ({ kind }: Answered) => (kind === 'graph' ? GRAPHS : TABLES)
const timeOf = (milliseconds: number) =>
  milliseconds < 995 ? `${Math.max(1, Math.round(milliseconds))} ms` : `${(milliseconds / 1000).toFixed(1)} s`

interface FaultProps {
  readonly at: Asking
  readonly fault: Fault
  readonly query: string
  /** Where the query stands that is to be mended. */
  readonly hint?: string
}

/** What is wrong, with the line of the query in its surroundings. */
export function FaultNote({ at, fault, query, hint }: FaultProps): VNode {
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
      {line !== undefined && hint !== undefined && <p class="small">{hint}</p>}
      {fault.isTooLong === true && (
        <>
          <p>
            A page shows {at.pageRows.toLocaleString('en')} rows; a file holds {at.rowLimit.toLocaleString('en')}.
          </p>
          <Downloads site={at.site} endpoint={at.endpoint} query={query} formats={TABLES} />
        </>
      )}
    </div>
  )
}
