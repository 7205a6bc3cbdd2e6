/** The cover sheet that the archive puts before a text in its PDF files, as Markdown or as plain lines. */
import { parseCitation } from '../grammar/citation.ts'
import { findDates } from '../grammar/date.ts'
import { publisherNamed } from '../publishers.ts'
import { type Line, partOfLine } from './lines.ts'
import type { Page } from './page.ts'
import { type Block, blocksAt, COVER_LABELS, labelAt } from './zones.ts'

const MARKED_LABEL = /^(?:#{1,6}\s|\*\*).*\b(?:Citation|Summary|Contents):/m
const SLOGAN = /^(?:Digital Archive|International History Declassified)\b/
/** What a file contains, as the cover lists it. */
const CONTENT =
  /^(?:\W*(?:\p{L}+ Translation|Translation - \p{L}+|Scan of Original Document|\p{L}+ Trans\p{L}+|Transcription|Original Document))+\W*$/u

export const hasMarkdownCover = (text: string): boolean => MARKED_LABEL.test(text)

/** A cover names its citation and at least one more of its labels. */
export function isCoverPage(page: Page): boolean {
  const labels = new Set(page.lines.flatMap((line) => labelAt(line, COVER_LABELS)?.key ?? []))
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
  const contents = CONTENT_IN_RUN.exec(line.text)?.[0].length ?? 0
  return contents === 0
    ? [line]
    : [partOfLine(line, 0, contents), partOfLine(line, contents)].filter(({ text }) => text)
}

/** Nothing marks the end of the cover but the end of what its last label lists. */
function lastBlock(written: Block): Block[] {
  const block = written.key === 'contents' ? { ...written, lines: written.lines.flatMap(withoutText) } : written
  const end =
    block.key === 'contents'
      ? block.lines.findIndex(({ text }) => !CONTENT.test(text))
      : block.key === 'language'
        ? 1
        : -1
  if (end === -1) return [block]
  return [
    { ...block, lines: block.lines.slice(0, end) },
    { key: 'text', zone: 'body', lines: block.lines.slice(end) },
  ]
}

const LABEL_IN_RUN = new RegExp(`(?:^|\\s)(${COVER_LABELS.map(({ words }) => words).join('|')})(?=\\s)`, 'dg')
const SLOGANS_IN_RUN = /^(?:\s*(?:Digital Archive|International History Declassified|digitalarchive\.\S+))+/
const CONTENT_IN_RUN =
  /^(?:\s*(?:\p{Lu}\p{Ll}+ Translation|Translation - \p{Lu}\p{Ll}+|Scan of Original Document|Original Scan|Transcription))+/u

/**
 * The same page when its lines are lost and cover and text stand in one run: its lines are cut at the labels again. Where
 * the labels are lost, they are set before what they label: the citation, the summary below it, what the file contains.
 */
export function coverPageOfRun(page: Page): Page {
  const lines = page.lines.flatMap(cutAtLabels)
  const labels = lines.flatMap((line) => labelAt(line, COVER_LABELS)?.key ?? [])
  if (labels.length === 0 || labels.includes('citation')) return { ...page, lines }
  const cited = lines.findIndex(({ text }) => /^["“]/u.test(text) && parseCitation(text)?.start === 0)
  if (cited === -1) return { ...page, lines }
  const label = (words: string, line: Line | undefined): Line[] =>
    line === undefined ? [] : [{ ...line, end: line.start, text: words }]
  return {
    ...page,
    lines: lines.flatMap((line, at) => [
      ...(at === cited ? label('Citation:', line) : []),
      ...(at === cited + 1 && labelAt(line, COVER_LABELS) === undefined ? label('Summary:', line) : []),
      ...(at > cited && CONTENT_IN_RUN.test(line.text) && !labels.includes('contents') ? label('Contents:', line) : []),
      line,
    ]),
  }
}

function cutAtLabels(line: Line): Line[] {
  const labels = [...line.text.matchAll(LABEL_IN_RUN)].map(
    (label): readonly [number, number] => label.indices?.[1] ?? [0, 0],
  )
  const first = labels[0]?.[0]
  if (first === undefined || labels.length < 3) return [line]
  const slogans = SLOGANS_IN_RUN.exec(line.text)?.[0].length ?? 0
  const values = labels.flatMap(([from, to], index) => {
    const value = partOfLine(line, to, labels[index + 1]?.[0] ?? line.text.length)
    const contents = CONTENT_IN_RUN.exec(value.text)?.[0].length ?? 0
    return [partOfLine(line, from, to), partOfLine(value, 0, contents), partOfLine(value, contents)]
  })
  return [partOfLine(line, slogans, first), ...values].filter(({ text }) => text !== '')
}
