/**
 * The report to read: one HTML page that needs nothing else, no script, and stays small however large the collection.
 * Totals come first, then what to mend, the most worthwhile first; the tables beside it have the whole.
 */
import type { Problem, Severity } from '../problem.ts'
import { Html, html } from './html.ts'
import { groupProblems, type ProblemGroup, SEVERITIES, type Variant } from './problem-groups.ts'
import type { BuildReport, ReportedInput, Shown } from './report.ts'
import { reportStyle } from './report-style.ts'

/** What is shown of one group, of the inputs, of the documents of an input; and of words, in characters. */
const MOST = { rows: 8, inputs: 60, documents: 3, stale: 50, words: 160 }

const COUNTED: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
}
const MEANING: Readonly<Record<Severity, string>> = {
  error: 'not read or not published until it is mended',
  warning: 'published, but doubtful',
  info: 'nothing has to be done',
}

/** Digits in threes, parted by a narrow space that does not break. */
const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f')
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${inThousands(count)} ${count === 1 ? one : many}`
const cut = (words: string): string => (words.length > MOST.words ? `${words.slice(0, MOST.words)}…` : words)
const lastPart = (iri: string): string => iri.slice(iri.lastIndexOf('/') + 1)
const link = ({ iri, title }: Shown): Html => html`<a href="${iri}">${cut(title ?? lastPart(iri))}</a>`
const placeOf = ({ path, line }: Problem): Html | undefined =>
  path === undefined ? undefined : html`<code>${path}${line === undefined ? '' : `:${line}`}</code>`

type Column = string | readonly [name: string, kind: 'number']
const isNumber = (column: Column | undefined): boolean => Array.isArray(column)

/** A table with row headings in the first column. */
function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly (Html | string | number | undefined)[])[],
): Html {
  const right = (index: number) => (isNumber(columns[index]) ? html` class="number"` : '')
  return html`<div class="wide" role="group" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${columns.map((column, index) => html`<th scope="col"${right(index)}>${isNumber(column) ? column[0] : String(column)}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, index) => html`<td${right(index)}>${typeof cell === 'number' ? inThousands(cell) : cell}</td>`)}</tr>\n`)}</tbody>
</table></div>`
}

/** The page: what was read, what is published, and what to mend, the most worthwhile first. */
export function reportHtml(report: BuildReport): string {
  const groups = groupProblems(report.problems)
  const titles: Titles = new Map(
    report.inputs.flatMap(({ shown }) => shown.map(({ iri, title }) => [iri, title] as const)),
  )
  const title = `${report.title}: report of the build`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Html(reportStyle)}</style>
</head>
<body>
<a class="skip" href="#mend">To what to mend</a>
<header>
<h1>${title}</h1>
<p class="lead">${summaryOf(report)}</p>
<nav aria-label="Parts of the report"><ul>
<li><a href="#totals">Totals</a></li>
<li><a href="#mend">What to mend first</a></li>
<li><a href="#names">Names to place</a></li>
<li><a href="#inputs">What was read</a></li>
</ul></nav>
</header>
<main>
${totals(report)}
${overview(groups)}
${groups.map((group, index) => groupSection(group, index, titles))}
${names(report)}
${inputsSection(report)}
${leftOver(report)}
</main>
</body>
</html>
`.text
}

function summaryOf({ version, refusal, documents, inputs }: BuildReport): Html {
  if (refusal !== undefined) return html`Nothing was published. ${refusal}`
  const what = `${counted(documents, 'document')} published from ${counted(inputs.length, 'input')}`
  return html`${what}${version === undefined ? '' : html`, as version <code>${version}</code>`}.`
}

function totals({ inputs, documents, stale, withdrawn, problems, names: { count } }: BuildReport): Html {
  const outcomes = (outcome: ReportedInput['outcome']) => inputs.filter((input) => input.outcome === outcome).length
  const of = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length
  const rows: readonly (readonly [string, number, string])[] = [
    ['Inputs', inputs.length, ''],
    ['taken whole', outcomes('published'), ''],
    ['taken in part', outcomes('partly'), 'some of their documents do not conform'],
    ['not taken', outcomes('rejected'), 'see the errors'],
    ['not part of this build', outcomes('unread'), 'their documents stay'],
    ['Documents published', documents, ''],
    ['in an earlier state', stale.length, 'what was read now does not do'],
    ['withdrawn', withdrawn.length, 'their inputs are gone'],
    ...SEVERITIES.map((severity) => [upper(COUNTED[severity][1]), of(severity), MEANING[severity]] as const),
    ['Names to place', count, 'in no authority file'],
  ]
  const shown = rows.filter(([name, number]) => number > 0 || /^[A-Z]/.test(name))
  return html`<section id="totals" aria-labelledby="totals-h">
<h2 id="totals-h">Totals</h2>
<dl class="totals">
${shown.map(([name, number, note]) => html`<div${/^[a-z]/.test(name) ? html` class="part"` : ''}><dt>${name}</dt><dd><b>${inThousands(number)}</b> ${number > 0 ? note : ''}</dd></div>\n`)}</dl>
<p>The whole as tables: <a href="problems.csv">problems.csv</a>, <a href="inputs.csv">inputs.csv</a>, <a href="names.csv">names.csv</a>; in the terms of SHACL: <a href="report.ttl">report.ttl</a>.</p>
</section>`
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

const badge = (severity: Severity): Html => html`<span class="badge ${severity}">${COUNTED[severity][0]}</span>`

function overview(groups: readonly ProblemGroup[]): Html {
  if (groups.length === 0)
    return html`<section id="mend" aria-labelledby="mend-h"><h2 id="mend-h">What to mend first</h2><p>Nothing: everything was read and understood.</p></section>`
  const rows = groups.map(({ severity, heading, documents, count }, index) => [
    badge(severity),
    html`<a href="#mend-${index + 1}">${heading}</a>`,
    documents,
    count,
  ])
  return html`<section id="mend" aria-labelledby="mend-h">
<h2 id="mend-h">What to mend first</h2>
<p>Errors before warnings before notes; of these, what concerns most documents.</p>
${table('Everything found, by what is the matter', ['Weight', 'What, and the mend', ['Documents', 'number'], ['Places', 'number']], rows)}
</section>`
}

/** Titles of documents by IRI. */
type Titles = ReadonlyMap<string, string | undefined>

function groupSection(
  { code, severity, heading, variants, documents, count }: ProblemGroup,
  index: number,
  titles: Titles,
): Html {
  const [only] = variants
  const alike = variants.length === 1 && only !== undefined
  const rows = alike ? places(only, titles) : variants.slice(0, MOST.rows).map((variant) => variantRow(variant, titles))
  const total = alike ? count : variants.length
  const more = total - rows.length
  const columns: readonly Column[] = alike
    ? ['File and line', 'Document']
    : ['What', ['Documents', 'number'], ['Places', 'number'], 'For example']
  return html`<section id="mend-${index + 1}" aria-labelledby="mend-${index + 1}-h">
<h3 id="mend-${index + 1}-h">${heading}</h3>
<p class="small">${badge(severity)} ${counted(documents, 'document')}, ${counted(count, 'place')} · <code>${code}</code></p>
${alike && only.facts.length > 0 ? html`<p>${facts(only)}</p>` : ''}
${table(alike ? 'Where' : 'By what it says', columns, rows)}
${more > 0 ? html`<p class="small">… and ${inThousands(more)} more in <a href="problems.csv">problems.csv</a>, under <code>${code}</code>.</p>` : ''}
</section>
`
}

const facts = ({ facts: found, message }: Variant): Html =>
  found.length === 0
    ? html`${cut(message)}`
    : html`${found.map((fact, index) => html`${index > 0 ? ' · ' : ''}<q>${cut(fact)}</q>`)}`

function places({ problems }: Variant, titles: Titles) {
  return problems.slice(0, MOST.rows).map((problem) => [placeOf(problem), documentOf(problem, titles)])
}

const documentOf = ({ document: iri }: Problem, titles: Titles): Html | undefined => {
  if (iri === undefined) return undefined
  const title = titles.get(iri)
  return link({ iri, ...(title !== undefined && { title }) })
}

function variantRow(variant: Variant, titles: Titles) {
  const [first] = variant.problems
  const where = first && (placeOf(first) ?? documentOf(first, titles))
  return [facts(variant), variant.documents, variant.problems.length, where]
}

function names({ names: { count, first } }: BuildReport): Html {
  const rows = first.map(({ kind, label, documents, near }) => [label, kind, documents, near.join(', ')])
  return html`<section id="names" aria-labelledby="names-h">
<h2 id="names-h">Names to place</h2>
${
  count === 0
    ? html`<p>Every name is in the authority files.</p>`
    : html`<p>${counted(count, 'name is', 'names are')} in no authority file. Those of most documents come first in <a href="names.csv">names.csv</a>, ready to be moved into the authority files.</p>
${table('The names of most documents', ['Name', 'Kind', ['Documents', 'number'], 'May be meant'], rows)}`
}
</section>`
}

/** What needs a look comes first: not taken, taken in part, most problems. */
const OUTCOMES: readonly ReportedInput['outcome'][] = ['rejected', 'partly', 'unread', 'published']
const byNeed = (a: ReportedInput, b: ReportedInput): number =>
  OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) || b.problems - a.problems || (a.path < b.path ? -1 : 1)

function inputsSection({ inputs }: BuildReport): Html {
  const byForm = new Map<string, ReportedInput[]>()
  for (const input of inputs) for (const form of formsOf(input)) byForm.set(form, [...(byForm.get(form) ?? []), input])
  const sum = (some: readonly ReportedInput[], of: (input: ReportedInput) => number) =>
    some.reduce((total, input) => total + of(input), 0)
  const forms = [...byForm]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([form, some]) => [
      form,
      some.length,
      sum(some, ({ account }) => account?.documents ?? 0),
      sum(some, ({ account }) => account?.rows ?? 0),
      sum(some, ({ account }) => account?.fields ?? 0),
      sum(some, ({ account }) => account?.notUnderstood ?? 0),
    ])
  const rest = inputs.length - MOST.inputs
  return html`<section id="inputs" aria-labelledby="inputs-h">
<h2 id="inputs-h">What was read</h2>
${table('Inputs by the form that was recognised', ['Form', ['Inputs', 'number'], ['Documents', 'number'], ['Rows of lists', 'number'], ['Fields', 'number'], ['Not understood', 'number']], forms)}
${table('Inputs, those that need a look first', ['File', 'Form', 'Outcome', 'Documents', ['Fields', 'number'], ['Zones', 'number'], ['Not understood', 'number'], ['Problems', 'number']], inputs.toSorted(byNeed).slice(0, MOST.inputs).map(inputRow))}
${rest > 0 ? html`<p class="small">… and ${inThousands(rest)} more in <a href="inputs.csv">inputs.csv</a>.</p>` : ''}
</section>`
}

const formsOf = ({ account }: ReportedInput): readonly string[] =>
  account === undefined || account.forms.length === 0 ? ['none that is known'] : account.forms

const OUTCOME_WORDS: Readonly<Record<ReportedInput['outcome'], string>> = {
  published: 'taken',
  partly: 'in part',
  rejected: 'not taken',
  unread: 'not read now',
}

function inputRow(input: ReportedInput) {
  const { path, outcome, shown, account, problems } = input
  const more = shown.length - MOST.documents
  const documents = shown
    .slice(0, MOST.documents)
    .map((document, index) => html`${index > 0 ? html`<br>` : ''}${link(document)}`)
  return [
    html`<code>${path}</code>`,
    account?.forms.join(', '),
    OUTCOME_WORDS[outcome],
    html`${documents}${more > 0 ? html`<br>and ${inThousands(more)} more` : ''}`,
    account?.fields,
    account?.zones.length,
    account?.notUnderstood,
    problems,
  ]
}

function leftOver({ stale, withdrawn }: BuildReport): Html {
  const list = (id: string, heading: string, items: readonly Html[]) =>
    items.length === 0
      ? ''
      : html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2><ul>${items.slice(0, MOST.stale).map((item) => html`<li>${item}</li>\n`)}</ul>${items.length > MOST.stale ? html`<p class="small">… and ${inThousands(items.length - MOST.stale)} more.</p>` : ''}</section>`
  return html`${list(
    'stale',
    'Documents whose last good version stays published',
    stale.map(({ document, version }) => html`${link({ iri: document })}, from version <code>${version}</code>`),
  )}${list(
    'withdrawn',
    'Documents that are published no more',
    withdrawn.map((iri) => link({ iri })),
  )}`
}
