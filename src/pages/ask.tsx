/** Asking without SPARQL: a form that works without script, the query that it makes, and the answer. */
import type { VNode } from 'preact'
import type { Model } from '../ask/model.ts'
import type { Asked } from '../ask/query.ts'
import { type Fault as AskFault, addressOf, LIMITS, type Question } from '../ask/question.ts'
import type { Answered } from './answer.tsx'
import { AnswerSection, type Asking, type Fault, FaultNote } from './answered.tsx'
import { Conditions, Options, PropertyChoice } from './conditions.tsx'
import type { Question as Example } from './examples.tsx'
import { renderPage } from './layout.tsx'
import type { Site } from './page.ts'

export interface AskPage extends Asking {
  readonly model: Model
  /** Ready questions; those that the form can ask lead into it. */
  readonly questions: readonly Example[]
  readonly question?: Question
  /** What is wrong with what was sent. */
  readonly faults: readonly AskFault[]
  readonly asked?: Asked
  readonly answer?: Answered & { readonly milliseconds: number }
  readonly fault?: Fault
}

const ROWS = [
  ['each', 'each combination'],
  ['one', 'each one found, several values in one cell'],
  ['count', 'each combination, counting what is found'],
] as const

/** HTML of the form, with what it asks and the answer. */
export function askPage(page: AskPage): string {
  const { site, question, faults, asked, answer, fault } = page
  const title = fault?.title ?? titleOf(page)
  return renderPage(
    { site, title, section: 'ask' },
    <>
      <h1 dir="auto">{title}</h1>
      {question === undefined && (
        <p class="lede">
          Choose what you look for; then add what has to be true of it, and what you want to see. No SPARQL is needed,
          but the form shows the query that it makes. The address of the page holds the whole question: keep it, cite
          it, send it.
        </p>
      )}
      {faults.length > 0 && (
        <div class="fault" role="alert">
          {faults.map(({ at, message }) => (
            <p key={message} dir="auto">
              {at === undefined ? message : <a href={`#c${at}`}>{message}</a>}
            </p>
          ))}
        </div>
      )}
      {fault !== undefined && asked !== undefined && <FaultNote at={page} fault={fault} query={asked.query} />}
      <AskForm page={page} />
      {asked !== undefined && <Made site={site} query={asked.query} />}
      {answer !== undefined && asked !== undefined && (
        <AnswerSection
          at={page}
          answer={answer}
          query={asked.query}
          named={question?.hasAddresses === true ? undefined : asked.named}
          limit={question?.limit}
        />
      )}
      <ReadyQuestions page={page} />
    </>,
  )
}

/** The ready question that this is, or the question in the words of the form. */
function titleOf({ questions, question, asked }: AskPage): string {
  if (question === undefined || asked === undefined || question.conditions.length === 0) return 'Ask'
  const form = addressOf(question)
  return questions.find((ready) => ready.form === form)?.sentence ?? asked.sentence
}

function AskForm({ page }: { page: AskPage }): VNode {
  const { site, model, question, faults } = page
  const sought = question === undefined ? undefined : model.classNamed(question.find)
  return (
    <form class="ask" id="question" action={`${site.root}/ask${question === undefined ? '' : '#answer'}`} method="get">
      <div class="row">
        <label for="find">I look for</label>
        <select id="find" name="find">
          {model.sought.map(({ heading, classes }) => (
            <optgroup key={heading} label={heading}>
              {classes.map(({ name, label }, i) => (
                <option key={name} value={name} selected={name === (question?.find ?? 'Document')}>
                  {i === 0 ? `any ${label}` : label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        {/* The first button of a form is what the Enter key presses: it must not remove anything. */}
        <button type="submit">{question === undefined ? 'Begin' : 'Ask'}</button>
      </div>
      {question !== undefined && sought !== undefined && (
        <>
          <Conditions model={model} classes={[sought]} conditions={question.conditions} prefix="" faults={faults} />
          <div class="row add">
            <PropertyChoice id="add" label="Add a condition or a column" properties={model.properties([sought])} />
            <button type="submit">Add</button>
          </div>
          <AnswerChoices question={question} columns={page.asked?.columns ?? []} />
        </>
      )}
    </form>
  )
}

/** How the answer is to look. */
function AnswerChoices({ question, columns }: { question: Question; columns: readonly string[] }): VNode {
  const { rows, order, isDescending, hasAddresses, limit } = question
  return (
    <fieldset class="choices">
      <legend>The answer</legend>
      <div class="row">
        <span class="pair">
          <label for="rows">A row for</label>
          <select id="rows" name="rows">
            <Options choices={ROWS} chosen={rows} />
          </select>
        </span>
        <span class="pair">
          <label for="order">in the order of</label>
          <select id="order" name="order">
            <Options
              choices={[['', rows === 'count' ? 'the number' : 'the name'], ...columns.map((c) => [c, c] as const)]}
              chosen={order}
            />
          </select>
        </span>
        <label>
          <input type="checkbox" name="down" checked={isDescending} /> backwards
        </label>
        <span class="pair">
          <label for="limit">at most</label>
          <select id="limit" name="limit">
            <Options
              choices={[...(limit === undefined || LIMITS.includes(limit) ? [] : [limit]), ...LIMITS]
                .map((number) => [String(number), number.toLocaleString('en')] as const)
                .concat([['all', 'all']])}
              chosen={String(limit ?? 'all')}
            />
          </select>
        </span>
        <label>
          <input type="checkbox" name="addresses" checked={hasAddresses} /> addresses beside names
        </label>
      </div>
      <div class="row">
        <button type="submit" class="main">
          Ask
        </button>
      </div>
    </fieldset>
  )
}

/** The query, to be read and to be taken into the editor. */
function Made({ site, query }: { site: Site; query: string }): VNode {
  return (
    <details class="made" open>
      <summary>The query that this makes, in SPARQL</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll in their frame, which the keyboard has to reach */}
      <pre tabIndex={0} dir="ltr">
        {query}
      </pre>
      <p class="small">
        <a href={`${site.root}/sparql?query=${encodeURIComponent(query)}`}>Open it in the editor</a>, to change what the
        form cannot.
      </p>
    </details>
  )
}

function ReadyQuestions({ page: { site, questions, question } }: { page: AskPage }): VNode | null {
  const ready = questions.filter(({ form }) => form !== undefined)
  if (ready.length === 0) return null
  if (question !== undefined)
    return (
      <p class="small">
        <a href={`${site.root}/ask#ready`}>Questions to begin with</a>
      </p>
    )
  return (
    <section aria-labelledby="ready">
      <h2 id="ready">Questions to begin with</h2>
      <p>Each opens in the form, with its answer; change it into yours.</p>
      <ul class="questions">
        {ready.map(({ id, sentence, form }) => (
          <li key={id}>
            <a href={`${site.root}/ask?${form}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
