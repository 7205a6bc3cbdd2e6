/** The cover sheet that the archive puts before a text in its PDF files, as Markdown or as plain lines. */
import { findDates } from '../grammar/date.ts'
import { publisherNamed } from '../publishers.ts'
import { CONTENTS } from './cover-run.ts'
import { type Line, partOfLine } from './lines.ts'
import type { Page } from './page.ts'
import { type Block, blocksAt, COVER_LABELS, labelAt } from './zones.ts'

const MARKED_LABEL = /^(?:#{1,6}\s|\*\*).*\b(?:Citation|Summary|Contents):/m
const SLOGAN = /^(?:Digital Archive|International History Declassified)\b/
/** What a file contains, as the cover lists it. */
const CONTENT =
  /^(?:[^\p{L}]*(?:\p{L}{2,30} Translation|Translation - \p{L}{2,30}|Scan of Original Document|\p{L}{2,30} Trans\p{L}{2,30}|Transcription|Original Document))+[^\p{L}]*$/u
/** Of such a line, in characters. */
const LONGEST_CONTENT = 300
const isContent = (text: string): boolean => text.length <= LONGEST_CONTENT && CONTENT.test(text)

export const hasMarkdownCover = (text: string): boolean => MARKED_LABEL.test(text)

const labelsOf = (page: Page) => new Set(page.lines.flatMap((line) => labelAt(line, COVER_LABELS)?.key ?? []))

/** How many of the parts of a cover have their label on a line of its own. */
export const labelsOnLines = (page: Page): number => labelsOf(page).size

/** A cover names its citation and at least one more of its labels. */
export function isCoverPage(page: Page): boolean {
  const labels = labelsOf(page)
  return labels.has('citation') && labels.size >= 2
}

export function coverPageBlocks(page: Page): Block[] {
  const { before, blocks } = blocksAt(page.lines, COVER_LABELS)
  const last = blocks.at(-1)
  return [...head(before), ...blocks.slice(0, -1), ...(last === undefined ? [] : lastBlock(last))]
}

/** Date and title: on lines of their own, or both in one heading. */
function head(lines: readonly Line[]): Block[] {
  const [first, ...rest] = lines.filter(({ text }) => !SLOGAN.test(text) && publisherNamed(text) === undefined)
  if (first === undefined) return []
  const date = findDates(first.text)[0]
  if (date?.start !== 0) return [{ key: 'title', zone: 'page-header', lines: [first, ...rest] }]
  const title = partOfLine(first, date.end)
  return [
    { key: 'date', zone: 'page-header', lines: [partOfLine(first, 0, date.end)] },
    { key: 'title', zone: 'page-header', lines: title.text === '' ? rest : [title, ...rest] },
  ]
}

/** What a file contains, with the text behind it on the same line. */
function withoutText(line: Line): Line[] {
  const contents = CONTENTS.exec(line.text)?.[0].length ?? 0
  return contents === 0
    ? [line]
    : [partOfLine(line, 0, contents), partOfLine(line, contents)].filter(({ text }) => text)
}

/** Nothing marks the end of the cover but the end of what its last label lists. */
function lastBlock(written: Block): Block[] {
  const block = written.key === 'contents' ? { ...written, lines: written.lines.flatMap(withoutText) } : written
  const end =
    block.key === 'contents' ? block.lines.findIndex(({ text }) => !isContent(text)) : block.key === 'language' ? 1 : -1
  if (end === -1) return [block]
  return [
    { ...block, lines: block.lines.slice(0, end) },
    { key: 'text', zone: 'body', lines: block.lines.slice(end) },
  ]
}
