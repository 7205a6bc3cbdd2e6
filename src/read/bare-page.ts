/** Document pages whose labels are lost: the text with its form, then the summary, then rows of related documents. */
import { findMarkings } from '../grammar/marking.ts'
import { findNumbers } from '../grammar/number.ts'
import { parseTitle } from '../grammar/title.ts'
import { findTransmissions } from '../grammar/transmission.ts'
import { hasDatedHead, headAndText } from './document-page.ts'
import { isProse, splitDocumentText } from './document-text.ts'
import { formParties } from './form-fields.ts'
import type { Line } from './lines.ts'
import type { Page } from './page.ts'
import { isRowDate } from './row.ts'
import type { Block } from './zones.ts'

/** A header shows at least so many different things of a form. */
const FORM_SIGNS = 3
/** Of another document's summary, date and title. */
const HEAD_LINES = 3

/**
 * Without labels only the form of the paper tells a document: its kind, markings, numbers, handling, destination; or,
 * on a page with an address of a known host, the one date at its head.
 */
export function isBarePage(page: Page): boolean {
  if (page.address !== undefined && hasDatedHead(page.lines)) return page.lines.filter(isRowDate).length === 1
  const { header, body } = splitDocumentText(page.lines)
  if (body.length === 0) return false
  const words = header.map(({ text }) => text).join('\n')
  const signs = [
    header.some(({ text }) => parseTitle(text).type !== undefined),
    findMarkings(words).length > 0,
    findNumbers(words).length > 0,
    findTransmissions(words).length > 0,
    header.some(({ text }) => formParties({ text, start: 0, end: text.length, zone: 'document-header' }).length > 0),
  ]
  return signs.filter(Boolean).length >= FORM_SIGNS
}

export function barePageBlocks(page: Page): Block[] {
  const { lines } = page
  const head = hasDatedHead(lines) ? HEAD_LINES : 1
  const rows = lines.findIndex((line, at) => at >= head && opensRelated(line, lines[at + 1], lines[at + 2]))
  const end = rows === -1 ? lines.length : rows
  return [...headAndText(lines.slice(0, end)), { key: 'related', zone: 'related', lines: lines.slice(end) }]
}

function opensRelated(date: Line, title: Line | undefined, summary: Line | undefined): boolean {
  if (!isRowDate(date) || title === undefined || isProse(title)) return false
  return date.indent.includes('\t') || (summary !== undefined && isProse(summary))
}
