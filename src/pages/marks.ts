/** Words marked in a text: spans, which may overlap as they like, become a tree that markup can follow. Knows no RDF. */

/** Places in UTF-16 code units, the end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A stretch of text, or what is marked in it. */
export type Marked<S extends Span> = string | MarkedPart<S>

export interface MarkedPart<S extends Span> {
  readonly span: S
  /** A span that crosses another one, or the end of a paragraph, stands in several parts. */
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly within: readonly Marked<S>[]
}

interface Part<S extends Span> extends Span {
  readonly span: S
}

/** The paragraphs of a text, parted by empty lines, with their marks. Spans without words, or outside, are left out. */
export function markedParagraphs<S extends Span>(text: string, spans: readonly S[]): readonly (readonly Marked<S>[])[] {
  const parts = spans
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .map((span) => ({ span, start: span.start, end: span.end }))
  return paragraphsOf(text).map((paragraph) => {
    const inside = parts.filter(({ start, end }) => start < paragraph.end && end > paragraph.start)
    return nested(
      text,
      paragraph,
      inside.map((part) => clipped(part, paragraph)),
    )
  })
}

/** Where the paragraphs stand, without the white space around them. */
function paragraphsOf(text: string): readonly Span[] {
  const paragraphs: Span[] = []
  let at = 0
  for (const whole of text.split(/(\n[^\S\n]*\n\s*)/)) {
    const start = at + (whole.length - whole.trimStart().length)
    const end = at + whole.trimEnd().length
    if (start < end) paragraphs.push({ start, end })
    at += whole.length
  }
  return paragraphs
}

const clipped = <S extends Span>(part: Part<S>, { start, end }: Span): Part<S> => ({
  span: part.span,
  start: Math.max(part.start, start),
  end: Math.min(part.end, end),
})

/** The longest of those that begin first holds the others; what of them stands beyond its end comes after it. */
function nested<S extends Span>(text: string, { start, end }: Span, parts: readonly Part<S>[]): readonly Marked<S>[] {
  const waiting = parts.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const marked: Marked<S>[] = []
  let at = start
  const say = (until: number) => {
    if (until > at) marked.push(text.slice(at, until))
    at = Math.max(at, until)
  }
  while (waiting.length > 0) {
    const outer = waiting.shift() as Part<S>
    say(outer.start)
    const inner: Part<S>[] = []
    const beyond: Part<S>[] = []
    while (waiting[0] !== undefined && waiting[0].start < outer.end) {
      const part = waiting.shift() as Part<S>
      inner.push(clipped(part, outer))
      if (part.end > outer.end) beyond.push({ ...part, start: outer.end })
    }
    waiting.push(...beyond)
    waiting.sort((a, b) => a.start - b.start || b.end - a.end)
    marked.push({
      span: outer.span,
      // White space around a paragraph belongs to none, so that a mark may begin in it.
      isFirst: text.slice(outer.span.start, outer.start).trim() === '',
      isLast: text.slice(outer.end, outer.span.end).trim() === '',
      within: nested(text, outer, inner),
    })
    at = outer.end
  }
  say(end)
  return marked
}

/** Where words of a source stand in the text that is shown of it, or undefined. */
export interface Words {
  readonly quote: string
  /** In the source, in Unicode code points. */
  readonly start: number
}

/**
 * Finds words of a source in the text that is shown.
 * @param shown a stretch of the source, or of several sources one below the other
 * @param source the whole source, where it is known
 */
export function placesIn(shown: string, source: string | undefined): (words: Words) => Span | undefined {
  const isWhole = source?.includes(shown) ?? false
  const units = source === undefined ? (point: number) => point : codeUnits(source)
  const base = isWhole ? (source?.indexOf(shown) ?? 0) : 0
  return ({ quote, start }) => {
    if (quote === '') return undefined
    if (isWhole) {
      const at = units(start) - base
      return at >= 0 && shown.startsWith(quote, at) ? { start: at, end: at + quote.length } : undefined
    }
    const found = occurrences(shown, quote)
    const chosen = found.length > 1 && source !== undefined ? alike(shown, source, units(start), quote, found) : found
    const [at] = chosen
    return chosen.length === 1 && at !== undefined ? { start: at, end: at + quote.length } : undefined
  }
}

/** Words around a quotation by which one occurrence is told from another. */
const AROUND = 24

const alike = (shown: string, source: string, at: number, quote: string, found: readonly number[]): readonly number[] =>
  found.filter((place) => {
    const around = (text: string, from: number) => [
      text.slice(Math.max(0, from - AROUND), from),
      text.slice(from + quote.length, from + quote.length + AROUND),
    ]
    const [before = '', after = ''] = around(shown, place)
    const [sourceBefore = '', sourceAfter = ''] = around(source, at)
    return sourceBefore.endsWith(before) && sourceAfter.startsWith(after)
  })

/** More than these tell nothing. */
const MOST_OCCURRENCES = 100

function occurrences(text: string, quote: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at !== -1 && found.length < MOST_OCCURRENCES; at = text.indexOf(quote, at + 1))
    found.push(at)
  return found
}

/** Code units from code points. */
function codeUnits(text: string): (point: number) => number {
  const high: number[] = []
  for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) high.push(match.index - high.length)
  if (high.length === 0) return (point) => point
  return (point) => {
    // How many characters of two units stand before it.
    let low = 0
    let top = high.length
    while (low < top) {
      const middle = (low + top) >> 1
      if ((high[middle] ?? 0) < point) low = middle + 1
      else top = middle
    }
    return point + low
  }
}

/** The line, from 1, on which a place of the source stands. @param point in Unicode code points */
export function lineOf(source: string, point: number): number {
  return source.slice(0, codeUnits(source)(point)).split('\n').length
}
