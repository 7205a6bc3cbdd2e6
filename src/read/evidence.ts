/** Values with their words and places: the only way by which a reader makes a `Found`. */
import type { Certainty, Found, Span, Words, Zone } from '../document.ts'
import type { Match } from '../grammar/match.ts'
import { oneLine } from '../letters.ts'
import type { Line } from './lines.ts'

/** A zone's stretch of a text, as the rules see it. */
export interface Stretch extends Span {
  /** The whole source text; the offsets refer to it. */
  readonly text: string
  /** What stands between its lines and is not of it, such as the column beside. */
  readonly holes?: readonly { readonly start: number; readonly end: number }[]
}

/** The stretch from the first line to the last, or undefined without lines. */
export function stretchOf(text: string, lines: readonly Line[], zone: Zone): Stretch | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const between = lines.slice(1).map((line, index) => ({ start: lines[index]?.end ?? line.start, end: line.start }))
  const holes = between.filter(({ start, end }) => end - start > 1 && /[\p{L}\p{N}]/u.test(text.slice(start, end)))
  return { text, start: first.start, end: last.end, zone, ...(holes.length > 0 && { holes }) }
}

/** One line, or what else has a place, as a stretch. */
export const stretchAt = (text: string, { start, end }: Pick<Span, 'start' | 'end'>, zone: Zone): Stretch => ({
  text,
  start,
  end,
  zone,
})

/** The exact words of a stretch. */
export function wordsOf(stretch: Stretch): Words {
  const { text, start, end, zone } = stretch
  return { words: text.slice(start, end), span: { start, end, zone } }
}

/** The whole stretch says `value`. */
export function whole<T>(stretch: Stretch, value: T, rule: string, certainty?: Certainty): Found<T> {
  return { ...wordsOf(stretch), value, rule, ...(certainty !== undefined && { certainty }) }
}

/** A part of the stretch, by offsets relative to its beginning. */
export function part(stretch: Stretch, start: number, end: number): Stretch {
  return { ...stretch, start: stretch.start + start, end: stretch.start + end }
}

/** What a grammar finds in the words of the stretch. */
export function find<T>(
  stretch: Stretch | undefined,
  grammar: (words: string) => readonly (Match<T> & { readonly certainty?: Certainty })[],
  rule: string,
): Found<T>[] {
  if (stretch === undefined) return []
  return grammar(readable(stretch)).map((match) =>
    whole(part(stretch, match.start, match.end), match.value, rule, match.certainty),
  )
}

/** The words of a stretch for a grammar: Markdown marks and what is not of it are blanked, so that every offset stays. */
export function readable(stretch: Stretch): string {
  const words = wordsOf(stretch).words.replace(/\*\*|^#{1,6}(?=\s)/gm, (marks) => ' '.repeat(marks.length))
  return (stretch.holes ?? []).reduce((kept, hole) => {
    const [start, end] = [Math.max(0, hole.start - stretch.start), Math.min(words.length, hole.end - stretch.start)]
    return start >= end ? kept : kept.slice(0, start) + ' '.repeat(end - start) + kept.slice(end)
  }, words)
}

/** The same for a grammar to which the lines mean nothing: they are broken by the layout alone. */
export function unbroken(stretch: Stretch): string {
  return readable(stretch).replace(/[\r\n\f]/g, ' ')
}

/** White space folded to single spaces, Markdown marks of layout dropped. */
export const fold = (words: string): string => oneLine(words.replace(/\*\*|^#{1,6}\s/gm, ''))

/** Whether two stretches of one text share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** The parts of a stretch that lie between the words given. */
export function gapsOf(stretch: Stretch, taken: readonly Words[]): Stretch[] {
  const gaps: Stretch[] = []
  let start = stretch.start
  for (const { span } of taken.toSorted((a, b) => a.span.start - b.span.start)) {
    if (!overlap(span, stretch)) continue
    if (span.start > start) gaps.push({ ...stretch, start, end: span.start })
    start = Math.max(start, span.end)
  }
  return start < stretch.end ? [...gaps, { ...stretch, start }] : gaps
}
