/** The files of a build's report. */
import { createNearness } from '../authority/near.ts'
import type { Problem } from '../problem.ts'
import type { InputEntry } from '../release/manifest.ts'
import { type BuildReport, inputsCsv, problemsCsv, type ReportedInput, type ReportFile } from '../release/report.ts'
import { reportHtml } from '../release/report-page.ts'
import { reportTurtle } from '../validate/index.ts'
import type { Ledger } from './ledger.ts'
import type { InputAccount, Workshop } from './workshop.ts'

/** What the report is of, beside the books of the run. */
export interface Reported extends Omit<BuildReport, 'inputs' | 'names'> {
  readonly inputs: readonly InputEntry[]
}

/** Names that the page shows; the list has all. */
const SHOWN_NAMES = 12

export function reportFiles(
  reported: Reported,
  read: readonly InputAccount[],
  ledger: Ledger,
  workshop: Workshop,
): ReportFile[] {
  const { iris, authority } = workshop
  const { results, worklist, titles } = ledger
  const near = createNearness(authority)
  const accounts = new Map(read.map(({ path, account }) => [path, account]))
  const inputs = reported.inputs.map((input): ReportedInput => {
    const account = accounts.get(input.path)
    const shown = input.documents.map((slug) => {
      const title = titles.get(slug)
      return { iri: iris.thing('document', slug), ...(title !== undefined && { title }) }
    })
    return { ...input, shown, ...(account !== undefined && { account }) }
  })
  const names = { count: worklist.size, first: worklist.first(SHOWN_NAMES, near) }
  const report: BuildReport = { ...reported, inputs, names, problems: withDocuments(reported.problems, inputs) }
  const shacl = reportTurtle(results, `${iris.base}/report`)
  return [
    { name: 'report.html', mediaType: 'text/html', pieces: [reportHtml(report)] },
    { name: 'report.ttl', mediaType: 'text/turtle', pieces: shacl },
    { name: 'problems.csv', mediaType: 'text/csv', pieces: problemsCsv(report.problems) },
    { name: 'inputs.csv', mediaType: 'text/csv', pieces: inputsCsv(inputs) },
    { name: 'names.csv', mediaType: 'text/csv', pieces: worklist.format(near) },
  ]
}

/** A reader knows the file; where that gave one document, the problem is of it. */
function withDocuments(problems: readonly Problem[], inputs: readonly ReportedInput[]): Problem[] {
  const sole = new Map(
    inputs.flatMap(({ path, shown: [one, ...more] }) => (one && more.length === 0 ? [[path, one.iri]] : [])),
  )
  return problems.map((problem) => {
    const document = problem.document ?? sole.get(problem.path ?? '')
    return document === undefined ? problem : { ...problem, document }
  })
}
