/** Result lists: a range and a total, then rows of date, title and summary. */
import type { SourceListing } from '../document.ts'
import { part, stretchAt, whole } from './evidence.ts'
import type { Line } from './lines.ts'
import { optional } from './optional.ts'
import type { Page } from './page.ts'
import { isRowDate, rowDocument, rowsOf } from './row.ts'
import { isFurniture } from './zones.ts'

const RANGE = /^(?<from>\d[\d,]*)\s*[-–]\s*(?<to>\d[\d,]*)\s+of\s+(?<total>\d[\d,]*)$/d

/** Marks of a list that gives no range. */
const LIST_MARKS = new Set(['Popular Documents', 'SEARCH RESULTS', 'Search in'])
/** Lines above the list in which its marks stand. */
const TOP = 8

const rangeIn = (page: Page): Line | undefined => page.lines.slice(0, TOP).find(({ text }) => RANGE.test(text))

/** A list has its range near the top and a dated row below it, or another mark of a list and several dated rows. */
export function isListing(page: Page): boolean {
  const dated = page.lines.filter(isRowDate).length
  if (rangeIn(page) !== undefined) return dated > 0
  return dated > 1 && page.lines.slice(0, TOP).some(({ text }) => LIST_MARKS.has(text))
}

/** The rows in order, and where in the whole result they stand. */
export function readListing(page: Page, source: string): SourceListing {
  const line = rangeIn(page)
  const match = line && RANGE.exec(line.text)
  const total = match?.indices?.groups?.total
  const number = (words: string | undefined) => (words === undefined ? undefined : Number(words.replaceAll(',', '')))
  const stretch = line && stretchAt(page.text, line, 'page-header')
  // Without a range the list begins with its first date: above it may stand what the list is about.
  const first = line === undefined ? page.lines.findIndex(isRowDate) : page.lines.indexOf(line) + 1
  const rows = rowsOf(page.lines.slice(first).filter((row) => !isFurniture(row)))
  return {
    source,
    ...optional('from', number(match?.groups?.from)),
    ...optional('to', number(match?.groups?.to)),
    ...(total && stretch && { total: whole(part(stretch, ...total), number(match?.groups?.total) ?? 0, 'list-total') }),
    rows: rows.map((row) => rowDocument(page.text, row, 'listing-row', source, 'listed')),
  }
}
