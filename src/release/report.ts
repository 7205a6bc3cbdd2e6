/** The report of a build for the people who keep the collection: one HTML page that needs nothing else, and a table. */
import { type Problem, type ProblemCode, problemTable, type Severity } from '../problem.ts'
import { csv } from './csv.ts'
import type { InputEntry, StaleEntry } from './manifest.ts'

/** What a build did. */
export interface BuildReport {
  readonly title: string
  /** Absent where nothing was published. */
  readonly version?: string
  /** Why nothing was published: a sentence. */
  readonly refusal?: string
  readonly documents: number
  readonly inputs: readonly InputEntry[]
  readonly stale: readonly StaleEntry[]
  /** IRIs of documents that are published no more. */
  readonly withdrawn: readonly string[]
  readonly problems: readonly Problem[]
}

/** Places that the page lists under one heading; the table has all. */
const PLACES = 50
const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'To be mended: not published',
  warning: 'To be looked at: published, but doubtful',
  info: 'To know: nothing has to be done',
}

/** RFC 4180 CSV, one problem a line. */
export function problemsCsv(problems: readonly Problem[]): string {
  return csv(
    ['severity', 'code', 'file', 'line', 'document', 'message'],
    problems.map(({ severity, code, path, line, document, message }) => [
      severity,
      code,
      path,
      line,
      document,
      message,
    ]),
  )
}

interface Group {
  readonly heading: string
  readonly severity: Severity
  readonly problems: Problem[]
}

/** What a shape says is its own heading; other problems share the sentence of their code, the facts left out. */
function headingOf({ code, message }: Problem): string {
  const sentence = problemTable.get(code as ProblemCode)?.sentence ?? message
  return sentence === '{message}' ? message : sentence.replaceAll(/\{\w+\}/g, '…')
}

/** Problems by what is the matter: the gravest first, of these the most frequent. */
function grouped(problems: readonly Problem[]): Group[] {
  const groups = new Map<string, Group>()
  for (const problem of problems) {
    const heading = headingOf(problem)
    const group = groups.get(heading) ?? { heading, severity: problem.severity, problems: [] }
    groups.set(heading, group)
    group.problems.push(problem)
  }
  const order = Object.keys(SEVERITIES)
  return [...groups.values()].sort(
    (a, b) =>
      order.indexOf(a.severity) - order.indexOf(b.severity) ||
      b.problems.length - a.problems.length ||
      (a.heading < b.heading ? -1 : 1),
  )
}

const escapeHtml = (text: string | number) =>
  String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;')
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`
const link = (iri: string) => `<a href="${escapeHtml(iri)}">${escapeHtml(iri.slice(iri.lastIndexOf('/') + 1))}</a>`
const cells = (name: 'td' | 'th', values: readonly string[]) =>
  `<tr>${values.map((value) => `<${name}>${value}</${name}>`).join('')}</tr>`
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  `<table><thead>${cells('th', head)}</thead><tbody>${rows.map((row) => cells('td', row)).join('\n')}</tbody></table>`

function groupHtml({ heading, severity, problems }: Group): string {
  const rows = problems
    .slice(0, PLACES)
    .map(({ path, line, document, message }) => [
      path === undefined ? '' : `<code>${escapeHtml(path)}${line === undefined ? '' : `:${line}`}</code>`,
      document === undefined ? '' : link(document),
      message === heading ? '' : escapeHtml(message),
    ])
  const rest =
    problems.length > PLACES
      ? `<p>… and ${problems.length - PLACES} more in <a href="problems.csv">problems.csv</a>.</p>`
      : ''
  return `<details${severity === 'error' ? ' open' : ''}><summary>${escapeHtml(heading)} <b>${problems.length}</b></summary>${table(['File and line', 'Document', 'What'], rows)}${rest}</details>`
}

function inputsHtml(inputs: readonly InputEntry[]): string {
  const rows = inputs.map(({ path, outcome, documents, problems }) => [
    `<code>${escapeHtml(path)}</code>`,
    outcome,
    String(documents.length),
    String(problems),
  ])
  return `<details><summary>All inputs <b>${inputs.length}</b></summary>${table(['File', 'Outcome', 'Documents', 'Problems'], rows)}</details>`
}

const list = (heading: string, items: readonly string[]) =>
  items.length === 0 ? '' : `<h2>${heading}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`

/** The page: what was read, what is published, and what to mend, the most worthwhile first. */
export function reportHtml(report: BuildReport): string {
  const { title, version, refusal, documents, inputs, stale, withdrawn, problems } = report
  const groups = grouped(problems)
  const rejected = inputs
    .filter(({ outcome }) => outcome === 'rejected')
    .map(({ path }) => `<code>${escapeHtml(path)}</code>`)
  const sections = (Object.keys(SEVERITIES) as Severity[]).map((severity) => {
    const found = groups.filter((group) => group.severity === severity)
    return found.length === 0 ? '' : `<h2>${SEVERITIES[severity]}</h2>${found.map(groupHtml).join('\n')}`
  })
  const summary =
    refusal === undefined
      ? `${plural(documents, 'document')} published from ${plural(inputs.length, 'input')}${version === undefined ? '' : `, as version <code>${version}</code>`}.`
      : `Nothing was published. ${escapeHtml(refusal)}`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}: report of the build</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p class="lead">${summary}</p>
<p>${(['error', 'warning', 'info'] as const)
    .map((severity) => plural(problems.filter((p) => p.severity === severity).length, SEVERITY_WORDS[severity]))
    .join(
      ', ',
    )}. The same as a table: <a href="problems.csv">problems.csv</a>; in the terms of SHACL: <a href="report.ttl">report.ttl</a>.</p>
${sections.join('\n')}
${list('Inputs that gave nothing', rejected)}
${list(
  'Documents whose last good version stays published',
  stale.map((entry) => `${link(entry.document)}, from version <code>${escapeHtml(entry.version)}</code>`),
)}
${list('Documents that are published no more', withdrawn.map(link))}
<h2>Inputs</h2>
${inputsHtml(inputs)}
</main>
</body>
</html>
`
}

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' }

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
main { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
.lead { font-size: 1.25rem }
h2 { margin-top: 2rem; border-bottom: 1px solid #8888; font-size: 1.1rem }
details { margin: .5rem 0; padding: .25rem .75rem; border: 1px solid #8884; border-radius: .25rem }
summary { cursor: pointer }
summary b { float: right }
table { width: 100%; border-collapse: collapse; margin: .5rem 0; font-size: .9rem }
th, td { padding: .25rem .5rem .25rem 0; text-align: left; vertical-align: top; border-top: 1px solid #8884 }
code { overflow-wrap: anywhere }
`
