/** The markup of one document of a volume as text: lines with their places, and what the markup says each of them is. */

import type { Line } from '../lines.ts'
import { type Element, elementsOf, isElement, type Markup } from '../markup.ts'
import { type InlineLine, inlineLines } from './inline.ts'

/** A line, and where in it a name is signed. */
export interface LaidLine extends Line {
  readonly signed?: readonly [start: number, end: number]
}

/** A note of the editors: its mark, its lines, and where in the text it is put. */
export interface NoteLayout {
  readonly label: string
  readonly lines: readonly Line[]
  /** Offset in the text of the place that the note is put to; absent where nothing leads to it. */
  readonly at?: number
}

/** A document, or a paper that is printed with it: each has the same parts. */
export interface PartLayout {
  /** Lines above the heading: where the paper is filed. */
  readonly file: LaidLine[]
  readonly heading: LaidLine[]
  /** Lines between heading and body: number, marking, place, date, receipt. */
  readonly opener: LaidLine[]
  readonly body: LaidLine[]
  /** Closing blocks: who signs, with the lines around the name. */
  readonly closers: LaidLine[][]
  readonly enclosures: PartLayout[]
}

export interface Layout {
  readonly text: string
  /** `[Document 12]`. */
  readonly number?: Line
  readonly document: PartLayout
  readonly notes: readonly NoteLayout[]
  /** Pages of the printed volume that begin in the document, with their offsets. */
  readonly pages: readonly { readonly page: string; readonly at: number }[]
}

interface Draft {
  text: string
  number?: Line
  readonly notes: { label: string; lines: Line[]; id: string | undefined }[]
  readonly places: Map<string, number>
  readonly pages: { page: string; at: number }[]
}

const NUMBER = /^\[Document \d+\]$/
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** In lines. */
const LONGEST_TITLE = 3
/** `No. 1041`; `NSC 37/3`. */
const HEADER_NUMBER = /^\[?No\. ?[\p{L}\d./–-]+\]?$|^\p{Lu}{2,6}[ –-]\d[\d/.–-]*$/u

/** Lays out the element that holds the document. Marks of notes are left out of the text and kept as places. */
export function layOut(element: Element): Layout {
  const draft: Draft = { text: '', notes: [], places: new Map(), pages: [] }
  const document = newPart()
  fill(draft, document, element)
  const notes = draft.notes.map(({ label, lines, id }) => {
    const at = id === undefined ? undefined : draft.places.get(id)
    return { label, lines, ...(at !== undefined && { at }) }
  })
  const { text, number, pages } = draft
  return { text: `${text}\n`, ...(number !== undefined && { number }), document, notes, pages }
}

const newPart = (): PartLayout => ({ file: [], heading: [], opener: [], body: [], closers: [], enclosures: [] })

function fill(draft: Draft, part: PartLayout, element: Element): void {
  for (const child of element.children) {
    if (!isElement(child)) addBody(draft, part, child)
    else if (child.attributes['class'] === 'footnotes') for (const note of elementsOf(child)) addNote(draft, note)
    else if (isEnclosure(child)) {
      const enclosed = newPart()
      part.enclosures.push(enclosed)
      fill(draft, enclosed, child)
    } else place(draft, part, child)
  }
}

/** A division without a class holds a paper of its own. */
const isEnclosure = ({ name, attributes }: Element): boolean => name === 'div' && attributes['class'] === undefined

function place(draft: Draft, part: PartLayout, child: Element): void {
  const kind = child.attributes['class'] ?? ''
  if (HEADINGS.has(child.name)) {
    // Headings further down are those of sections.
    const heads = part.heading.length === 0 && part.body.length === 0
    return void (heads ? part.heading : part.body).push(...addLines(draft, child))
  }
  if (kind === 'closer') {
    const lines = addLines(draft, child)
    if (lines.length > 0) part.closers.push(lines)
    return
  }
  const lines = addLines(draft, child)
  const [first, ...others] = lines
  if (first !== undefined && others.length === 0 && NUMBER.test(first.text) && draft.number === undefined) {
    draft.number = first
    return
  }
  const numbered = lines.length === 1 && HEADER_NUMBER.test(first?.text ?? '')
  const opens = part.body.length === 0 && (kind === 'opener' || kind === 'dateline' || numbered)
  // A title of the paper may stand above its date line.
  const dated = kind === 'dateline' && part.body.length <= LONGEST_TITLE
  if (draft.number === undefined) part.file.push(...lines)
  else if (opens || dated) part.opener.push(...lines)
  else part.body.push(...lines)
}

function addBody(draft: Draft, part: PartLayout, child: Markup): void {
  part.body.push(...addLines(draft, child))
}

function addNote(draft: Draft, element: Element): void {
  const [first, ...others] = inlineLines(element)
  if (first === undefined) return
  const { label, id } = first.note ?? {}
  const shown = { ...first, text: label === undefined ? first.text : `[${label}] ${first.text}`.trimEnd() }
  draft.notes.push({ label: label ?? '', id, lines: addBlock(draft, [shown, ...others]) })
}

const addLines = (draft: Draft, node: Markup): LaidLine[] => addBlock(draft, inlineLines(node))

/** Adds a block below an empty line. */
function addBlock(draft: Draft, lines: readonly InlineLine[]): LaidLine[] {
  return lines.flatMap(({ text, references, pages, signed }, index) => {
    for (const { page } of text === '' ? pages : []) draft.pages.push({ page, at: draft.text.length })
    if (text === '') return []
    if (draft.text !== '') draft.text += index === 0 ? '\n\n' : '\n'
    const start = draft.text.length
    draft.text += text
    for (const { id, at } of references) draft.places.set(id, start + Math.min(at, text.length))
    for (const { page, at } of pages) draft.pages.push({ page, at: start + Math.min(at, text.length) })
    return [{ start, end: start + text.length, text, gap: index === 0 ? 1 : 0, indent: '', ...(signed && { signed }) }]
  })
}
