/** Keeps a list of matches in order: what every finding grammar does last. */

import { literally } from '../letters.ts'
import type { Match } from './match.ts'

/** Of matches that overlap, the leftmost stays, and of those that begin together the longest. */
export function leftmostLongest<T extends Match<unknown>>(matches: readonly T[]): T[] {
  const kept: T[] = []
  let end = 0
  for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start < end) continue
    kept.push(match)
    end = match.end
  }
  return kept
}

/** One alternative of a pattern for each word, the longest first, spaces standing for any white space. */
export const anyOf = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => literally(word).replace(/ /g, String.raw`\s+`))
    .join('|')

/** The stretch without the white space at its ends, as a match of its words with white space folded. */
export function trimmed(text: string, start: number, end: number): Match<string> {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  const from = start + lead
  const to = Math.max(from, start + words.trimEnd().length)
  return { value: text.slice(from, to).replace(/\s+/gu, ' '), start: from, end: to }
}
