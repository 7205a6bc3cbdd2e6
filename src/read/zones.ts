/** The blocks of a page and the zones they stand in. Every later rule looks only into the blocks that it names. */
import type { Span, Zone } from '../document.ts'
import { type Stretch, stretchAt, stretchOf } from './evidence.ts'
import type { Line } from './lines.ts'

/** What a block holds. `other` is furniture, or what belongs to no document of the page. */
export type BlockKey =
  | 'address'
  | 'date'
  | 'title'
  | 'credits'
  | 'text'
  | 'summary'
  | 'authors'
  | 'places'
  | 'people'
  | 'topics'
  | 'subjects'
  | 'related'
  | 'source'
  | 'archive'
  | 'rights'
  | 'uploaded'
  | 'type'
  | 'language'
  | 'record'
  | 'classification'
  | 'citation'
  | 'contents'
  | 'notice'
  | 'other'

/** Lines that belong together. The label is not among them. */
export interface Block {
  readonly key: BlockKey
  readonly zone: Zone
  readonly lines: readonly Line[]
}

/** A label stands alone on its line. */
export interface Label {
  readonly words: string
  readonly key: BlockKey
  readonly zone: Zone
  /** The label opens the catalogue part of a page; the others count only after one of these. */
  readonly opens?: true
}

/** Labels of a document page. */
export const PAGE_LABELS: readonly Label[] = [
  { words: 'Author(s):', key: 'authors', zone: 'catalogue', opens: true },
  { words: 'Associated People & Organizations', key: 'people', zone: 'catalogue', opens: true },
  { words: 'Associated Places', key: 'places', zone: 'catalogue', opens: true },
  { words: 'Associated Topics', key: 'topics', zone: 'catalogue', opens: true },
  { words: 'Subjects Discussed', key: 'subjects', zone: 'catalogue', opens: true },
  { words: 'Related Documents', key: 'related', zone: 'related', opens: true },
  // Where the label of the source is lost, its words stand directly under this heading.
  { words: 'Document Information', key: 'source', zone: 'catalogue', opens: true },
  { words: 'Source', key: 'source', zone: 'catalogue' },
  { words: 'Original Archive', key: 'archive', zone: 'catalogue' },
  { words: 'Rights', key: 'rights', zone: 'catalogue' },
  { words: 'Original Uploaded Date', key: 'uploaded', zone: 'catalogue' },
  { words: 'Type', key: 'type', zone: 'catalogue' },
  { words: 'Language', key: 'language', zone: 'catalogue' },
  { words: 'Record ID', key: 'record', zone: 'catalogue' },
  { words: 'Original Classification', key: 'classification', zone: 'catalogue' },
  { words: 'Citation', key: 'citation', zone: 'citation' },
  { words: 'About Digital Archive', key: 'other', zone: 'boilerplate' },
  { words: 'Primary Footer Nav', key: 'other', zone: 'boilerplate' },
]

/** Labels of the cover sheet that the archive puts before the text in its PDF files. */
export const COVER_LABELS: readonly Label[] = [
  { words: 'Citation:', key: 'citation', zone: 'citation', opens: true },
  { words: 'Summary:', key: 'summary', zone: 'summary', opens: true },
  { words: 'Credits:', key: 'credits', zone: 'credits', opens: true },
  { words: 'Original Language:', key: 'language', zone: 'catalogue', opens: true },
  { words: 'Contents:', key: 'contents', zone: 'catalogue', opens: true },
]

/** Labels of a document page of the old site. */
export const OLD_PAGE_LABELS: readonly Label[] = [
  { words: 'Citation', key: 'citation', zone: 'citation', opens: true },
  { words: 'share document', key: 'other', zone: 'boilerplate' },
  { words: 'VIEW DOCUMENT IN', key: 'other', zone: 'boilerplate' },
  { words: 'English HTML', key: 'text', zone: 'body' },
]

/** Furniture of the site, line by line. */
const FURNITURE = new Set([
  'Skip to content',
  'Results:',
  'Documents',
  'Popular Documents',
  'Timeline',
  'No image found.',
  'Placeholder image for when a portrait image is not available',
  'Search in',
  'SEARCH RESULTS',
  'ADD SEARCH FILTER CANCEL SEARCH FILTER',
  'Digital Archive International History Declassified',
  'CITATION SHARE DOWNLOAD',
  'get citation',
])

export const isFurniture = (line: Line): boolean => FURNITURE.has(line.text)

const NOTICE = /^(notice|note on this text):/i

/** A page says of its own text that it is not the document's words. The label is known in every form. */
export const isNotice = (line: Line): boolean => NOTICE.test(line.text)

/** The label that a line is, or undefined. */
export function labelAt(line: Line | undefined, labels: readonly Label[]): Label | undefined {
  return labels.find(({ words }) => words === line?.text)
}

/** Cuts lines into blocks at the labels; what stands before the first label is given back apart. */
export function blocksAt(lines: readonly Line[], labels: readonly Label[]): { before: Line[]; blocks: Block[] } {
  const before: Line[] = []
  const blocks: { key: BlockKey; zone: Zone; lines: Line[] }[] = []
  let open = false
  for (const line of lines) {
    const label = labelAt(line, labels)
    if (label !== undefined && (open || label.opens === true)) {
      open = true
      blocks.push({ key: label.key, zone: label.zone, lines: [] })
    } else if (open) blocks.at(-1)?.lines.push(line)
    else before.push(line)
  }
  return { before, blocks }
}

/** The first block of a kind that has lines. */
export function blockOf(blocks: readonly Block[], key: BlockKey): Block | undefined {
  return blocks.find((block) => block.key === key && block.lines.length > 0)
}

/** Everything that a block says, as one stretch. */
export function stretchOfBlock(text: string, block: Block | undefined): Stretch | undefined {
  return block && stretchOf(text, block.lines, block.zone)
}

/** Each line of a block as a stretch of its own. */
export function lineStretches(text: string, block: Block | undefined): Stretch[] {
  return (block?.lines ?? []).map((line) => stretchAt(text, line, block?.zone ?? 'catalogue'))
}

/** Spans in the order of the text; neighbours of one zone are joined. */
export function spansOf(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last?.zone === span.zone) joined[joined.length - 1] = { ...last, end: Math.max(last.end, span.end) }
    else joined.push({ start: span.start, end: span.end, zone: span.zone })
  }
  return joined
}
