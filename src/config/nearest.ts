/** Which of the known words somebody meant who wrote another. */
import { editDistance } from '../letters.ts'

/** What of a word is compared. */
const head = (word: string): string => [...word.toLowerCase()].slice(0, 60).join('')

/** The known word with the fewest letters to change, where it is near enough to be meant; undefined otherwise. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const least = known
    .map((other) => ({ other, changes: editDistance(head(word), head(other)) }))
    .reduce<{ other: string; changes: number } | undefined>(
      (best, one) => (best === undefined || one.changes < best.changes ? one : best),
      undefined,
    )
  const most = Math.max(2, Math.floor(word.length / 2))
  return least !== undefined && least.changes <= most ? least.other : undefined
}

/** `known are a, b, c`, with the one that may be meant. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  return `${meant === undefined ? '' : `did you mean ${meant}? `}known are ${known.join(', ')}`
}
