/** “Something wrong here?”: a report that is ready to send, and which curated file mends which kind of fault. */
import type { VNode } from 'preact'
import type { DatasetSettings } from '../config.ts'
import type { Context } from './parts.tsx'

/** A kind of fault, and the row of a curated file that mends it. */
export interface Mending {
  readonly fault: string
  /** In `data/authorities`, or the configuration. */
  readonly file: string
  /** Cells as they are written into the file, or a whole line; `…` where the reader has to say. */
  readonly row: readonly string[] | string
}

export interface Report {
  readonly iri: string
  readonly title: string
  readonly version: string
  /** What the page says and where it has it from, a line each. */
  readonly grounds: readonly string[]
}

/** A row as a file of commas takes it (RFC 4180). */
export const csvRow = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Programs for mail cut what is longer. */
const MOST_OF_TITLE = 200

export const reportText = ({ iri, title, version, grounds }: Report): string =>
  [
    `Page: ${iri}`,
    `Title: ${oneLine(title)}`,
    `Version: ${version}`,
    '',
    'What is wrong:',
    '',
    'What it should be, and where that can be read:',
    '',
    ...(grounds.length > 0 ? ['What the page rests on:', ...grounds.map(oneLine)] : []),
  ].join('\n')

/** The address of a letter that says the same in short; undefined where nobody is named for it. */
export function reportLink({ adminEmail, publisher }: DatasetSettings, report: Report): string | undefined {
  const to = adminEmail ?? publisher?.email
  if (to === undefined) return undefined
  const title = oneLine(report.title)
    .slice(0, MOST_OF_TITLE)
    .replace(/\p{Surrogate}/gu, '')
  const body = reportText({ ...report, title, grounds: [] })
  return `mailto:${encodeURI(to)}?subject=${encodeURIComponent(`Correction: ${title}`)}&body=${encodeURIComponent(body)}`
}

export function Mend({
  context,
  report,
  mendings,
}: {
  context: Context
  report: Report
  mendings: readonly Mending[]
}): VNode {
  const letter = reportLink(context.site.dataset, report)
  const text = reportText(report)
  return (
    <details class="mend">
      <summary>Something wrong here?</summary>
      <p>
        {letter === undefined ? 'Send this report to the editors' : <a href={letter}>Write to the editors</a>}
        {', and say which line below is wrong.'}
      </p>
      <label for="report">A report to copy</label>
      <textarea id="report" readonly rows={Math.min(text.split('\n').length + 1, 14)}>
        {text}
      </textarea>
      <p>
        Who keeps the collection mends it in a file of <code>data/authorities</code> and builds again:
      </p>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">What is wrong</th>
              <th scope="col">File</th>
              <th scope="col">Row to add or change</th>
            </tr>
          </thead>
          <tbody>
            {mendings.map(({ fault, file, row }) => (
              <tr>
                <td>{fault}</td>
                <td>
                  <code>{file}</code>
                </td>
                <td>
                  <code>{typeof row === 'string' ? row : csvRow(row)}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
