/** The words of an element as lines: broken where the markup breaks them, white space folded, marks of notes taken out. */
import { type Element, isElement, type Markup, rawWords } from '../markup.ts'

export interface InlineLine {
  readonly text: string
  /** Notes that are put to a place of the line, by the id of the note. */
  readonly references: readonly { readonly id: string; readonly at: number }[]
  /** Pages of the printed volume that begin in the line. */
  readonly pages: readonly { readonly page: string; readonly at: number }[]
  /** The mark and the id of the note that the line begins. */
  readonly note?: { readonly label: string; readonly id: string | undefined }
  /** Where the markup says that a name is signed. */
  readonly signed?: readonly [start: number, end: number]
}

interface Draft {
  text: string
  references: { id: string; at: number }[]
  pages: { page: string; at: number }[]
  note?: { label: string; id: string | undefined }
  signed?: [start: number, end: number]
  /** A mark was taken out before: a space behind it that belongs to the mark goes too. */
  afterMark: boolean
}

const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'ul',
  'ol',
  'blockquote',
  'table',
  'tr',
  'hr',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])
const BLOCK_STYLE = /float:|display:\s*block/
const CELLS = new Set(['td', 'th'])
const MARK = /^#(?<id>.*fn[\p{L}\d.-]*)$/u
const PAGE = /^pg_(?<page>.+)$/
const FRACTION = /^\s*\d+\/\d+\s*$/
const CLOSING = /^\s*[),.;:\]”’?!]/u

/** The lines of a node, empty ones left out unless a page begins there. */
export function inlineLines(node: Markup): InlineLine[] {
  const lines: InlineLine[] = []
  let draft = newDraft()
  let signing = false
  const flush = () => {
    const { text, references, pages, note, signed } = draft
    const words = text.trimEnd()
    if (words !== '' || pages.length > 0 || note !== undefined)
      lines.push({ text: words, references, pages, ...(note && { note }), ...(signed && { signed }) })
    draft = newDraft()
  }
  const walk = (child: Markup): void => {
    if (!isElement(child)) addWords(draft, child, signing)
    else if (child.name === 'br') flush()
    else if (isNoteMark(child)) takeMark(draft, child)
    else walkInto(child)
  }
  const walkInto = (child: Element): void => {
    const { name, attributes } = child
    const page = PAGE.exec(attributes['id'] ?? '')?.groups?.page
    if (page !== undefined) draft.pages.push({ page, at: draft.text.length })
    // A raised fraction is no part of the number before it: 2066 1/9.
    if (name === 'sup' && /\d$/.test(draft.text) && FRACTION.test(rawWords(child))) draft.text += ' '
    const breaks = BLOCKS.has(name) || BLOCK_STYLE.test(attributes['style'] ?? '')
    if (breaks && draft.text.trim() !== '') flush()
    const within = signing
    signing ||= attributes['class'] === 'signed'
    child.children.forEach(walk)
    signing = within
    if (breaks && draft.text.trim() !== '') flush()
    else if (CELLS.has(name) && draft.text.trim() !== '') draft.text = `${draft.text.trimEnd()} | `
  }
  walk(node)
  flush()
  return lines.map((line) => ({ ...line, text: line.text.replace(/ \|$/, '') }))
}

const newDraft = (): Draft => ({ text: '', references: [], pages: [], afterMark: false })

function addWords(draft: Draft, words: string, signing: boolean): void {
  const closes = draft.afterMark && CLOSING.test(words)
  if (closes) draft.text = draft.text.trimEnd()
  const before = draft.text.length
  const bare = closes ? words.trimStart() : words
  const folded = bare.replace(/\s+/g, ' ')
  draft.text += draft.text === '' || draft.text.endsWith(' ') ? folded.trimStart() : folded
  if (words !== '') draft.afterMark = false
  if (signing && folded.trim() !== '') draft.signed = [draft.signed?.[0] ?? before, draft.text.length]
}

/** A raised mark that leads to a note, or one from which a note leads back. */
const isNoteMark = ({ name, attributes, children }: Element): boolean =>
  name === 'a' &&
  MARK.test(attributes['href'] ?? '') &&
  children.some((child) => isElement(child) && child.name === 'sup')

function takeMark(draft: Draft, { attributes, children }: Element): void {
  const label = children.map(rawWords).join('').trim()
  if (attributes['class'] === 'footnote') draft.note = { label, id: attributes['id'] }
  else {
    const id = MARK.exec(attributes['href'] ?? '')?.groups?.id
    if (id !== undefined) draft.references.push({ id, at: draft.text.trimEnd().length })
    draft.afterMark = true
  }
}
