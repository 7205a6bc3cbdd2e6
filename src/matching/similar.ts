/** How alike two names are. */
import { foldWords } from '../letters.ts'

/** Pairs of letters of words in any order: `Kim, Il Sung` and `Il Sung Kim` have the same. */
function pairsOf(name: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const word of foldWords(name).split(' ')) {
    const letters = [...` ${word} `]
    for (const [at, letter] of letters.slice(0, -1).entries()) {
      const pair = letter + letters[at + 1]
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0)

/**
 * From 0 to 100: Sørensen and Dice's coefficient of the pairs of letters, marks and case aside. 100 is the same name, 99
 * the same words in another order.
 */
export function similarity(one: string, other: string): number {
  const [first, second] = [foldWords(one), foldWords(other)]
  if (first === second) return first === '' ? 0 : 100
  const [mine, theirs] = [pairsOf(one), pairsOf(other)]
  const common = sum([...mine].map(([pair, count]) => Math.min(count, theirs.get(pair) ?? 0)))
  return Math.min(99, Math.round((200 * common) / (sum(mine.values()) + sum(theirs.values()))))
}
