/** A row of a list: date, title and summary of a document that is shown elsewhere. */
import {
  blankDocument,
  type Found,
  type SourceDocument,
  type Standing,
  type StatedDate,
  type Zone,
} from '../document.ts'
import { type DateHint, parseDate } from '../grammar/date.ts'
import { oncePer } from '../grammar/once-per.ts'
import { fold, readable, type Stretch, stretchOf, whole, wordsOf } from './evidence.ts'
import type { Line } from './lines.ts'
import { optional } from './optional.ts'
import { titleFacts } from './title-facts.ts'

export interface Row {
  readonly date?: Line
  readonly title: Line
  /** Paragraphs of the summary. */
  readonly summary: readonly Line[]
}

const DATE_LINE = /^(?:\p{L}+\.? \d{1,2}, \d{4}|\p{L}+,? \d{4}|\d{4})$/u

/** Whether a line is the date of a row: `June 07, 1951`, `August 1973`, `June, 1934`, `1955`. It is asked several times. */
export const isRowDate = oncePer((line: Line) => DATE_LINE.test(line.text) && parseDate(line.text) !== undefined)

/**
 * Cuts lines into rows. A date opens a row; so does, in a list whose rows are set apart, a line below a wide gap.
 * The line under the date is the title, what follows is the summary, in as many paragraphs as it has.
 */
export function rowsOf(lines: readonly Line[]): Row[] {
  const rows: { date?: Line; title: Line; summary: Line[] }[] = []
  let date: Line | undefined
  for (const [index, line] of lines.entries()) {
    if (isRowDate(line)) date = line
    else if (date !== undefined) {
      rows.push({ date, title: line, summary: [] })
      date = undefined
    } else if (rows.length === 0 || opensUndated(line, lines[index + 1])) rows.push({ title: line, summary: [] })
    else rows.at(-1)?.summary.push(line)
  }
  return rows
}

/** Rows without a date stand two empty lines below the row before, and their title has one empty line under it. */
function opensUndated(line: Line, next: Line | undefined): boolean {
  return line.gap >= 2 && next?.gap === 1 && !/[.!?]["”’)]*$/u.test(line.text)
}

/** The document of a row, as the list presents it. */
export function rowDocument(text: string, row: Row, zone: Zone, source: string, standing: Standing): SourceDocument {
  const title: Stretch = { text, start: row.title.start, end: row.title.end, zone }
  const summary = stretchOf(text, row.summary, zone)
  const facts = titleFacts(title)
  const date = row.date && catalogueDate({ text, start: row.date.start, end: row.date.end, zone }, 'page-header')
  return {
    ...blankDocument(source, standing),
    title: whole(title, fold(wordsOf(title).words), 'row-title'),
    ...optional('type', facts.type),
    dates: [...(date === undefined ? [] : [date]), ...facts.dates],
    parties: facts.parties,
    numbers: facts.numbers,
    ...optional('summary', summary && whole(summary, fold(wordsOf(summary).words), 'row-summary')),
  }
}

/** The date that the catalogue gives, or undefined when the words are no date. */
export function catalogueDate(
  stretch: Stretch,
  basis: StatedDate['basis'],
  hint: DateHint = {},
): Found<StatedDate> | undefined {
  const value = parseDate(fold(readable(stretch)), hint)
  return value && whole(stretch, { ...value, role: 'catalogue', basis }, 'catalogue-date')
}
