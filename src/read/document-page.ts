/** Document pages of the site: the text first, then the summary, then labelled blocks, then the footer. */

import { isProse } from './document-text.ts'
import type { Line } from './lines.ts'
import type { Page } from './page.ts'
import { isRowDate } from './row.ts'
import { summaryStart } from './summary.ts'
import { type Block, blocksAt, isFurniture, labelAt, PAGE_LABELS } from './zones.ts'

const CREDITS = /^This document was made possible\b/
/** The rights statement stands without its label on some pages. */
const RIGHTS = /\bwelcomes reuse of\b/

/** A page of this form has several of the site's labels, or one that opens the catalogue part and a date at its head. */
export function isDocumentPage(page: Page): boolean {
  const labels = page.lines.flatMap((line) => labelAt(line, PAGE_LABELS) ?? [])
  if (!labels.some(({ opens }) => opens === true)) return false
  return labels.length > 1 || hasDatedHead(page.lines)
}

/** Whether the lines begin with a date, perhaps below the summary of another document. */
export function hasDatedHead(lines: readonly Line[]): boolean {
  const [first, second] = lines.filter((line) => !isFurniture(line))
  if (first === undefined || second === undefined) return false
  return isRowDate(first) || (isProse(first) && isRowDate(second))
}

export function documentPageBlocks(page: Page): Block[] {
  const { before, blocks } = blocksAt(page.lines, PAGE_LABELS)
  return [...headAndText(before), ...blocks.flatMap(withoutRights)]
}

/** Date, title and credits above the text, the text, and the summary below it. */
export function headAndText(lines: readonly Line[]): Block[] {
  const blocks: Block[] = []
  let rest = lines.filter((line) => !isFurniture(line))
  const take = (key: Block['key'], zone: Block['zone'], count = 1) => {
    blocks.push({ key, zone, lines: rest.slice(0, count) })
    rest = rest.slice(count)
  }
  // The summary of a related document may stand above the page's own date.
  if (hasDatedHead(rest) && rest[0] && !isRowDate(rest[0])) take('other', 'related')
  if (rest[0] && isRowDate(rest[0])) {
    take('date', 'page-header')
    if (rest[0] && !CREDITS.test(rest[0].text)) take('title', 'page-header')
  }
  if (rest[0] && CREDITS.test(rest[0].text)) take('credits', 'credits')
  const summary = summaryStart(rest)
  take('text', 'body', summary)
  take('summary', 'summary', rest.length)
  return blocks
}

function withoutRights(block: Block): Block[] {
  const at = block.key === 'source' ? block.lines.findIndex(({ text }) => RIGHTS.test(text)) : -1
  if (at === -1) return [block]
  return [
    { ...block, lines: block.lines.slice(0, at) },
    { key: 'rights', zone: block.zone, lines: block.lines.slice(at) },
  ]
}
