/** Document pages of the old site: the citation with the summary above it first, then the text to the end. */
import { hasDatedHead, headAndText } from './document-page.ts'
import type { Page } from './page.ts'
import { type Block, blocksAt, isFurniture, labelAt, OLD_PAGE_LABELS } from './zones.ts'

const QUOTED = /^["“]/u

/** A page of this form begins with its date and has a citation above its text. */
export function isOldPage(page: Page): boolean {
  const labels = new Set(page.lines.flatMap((line) => labelAt(line, OLD_PAGE_LABELS)?.words ?? []))
  return labels.has('Citation') && labels.has('share document') && hasDatedHead(page.lines)
}

export function oldPageBlocks(page: Page): Block[] {
  const { before, blocks } = blocksAt(page.lines, OLD_PAGE_LABELS)
  const head = headAndText(before).filter(({ key }) => key !== 'text' && key !== 'summary')
  return [...head, ...blocks.flatMap(withSummary)]
}

function withSummary(block: Block): Block[] {
  if (block.key !== 'citation') return [block]
  const lines = block.lines.filter((line) => !isFurniture(line))
  const cited = lines.findIndex(({ text }) => QUOTED.test(text))
  return [
    { key: 'summary', zone: 'summary', lines: lines.slice(0, cited === -1 ? lines.length : cited) },
    { ...block, lines: cited === -1 ? [] : lines.slice(cited) },
  ]
}
