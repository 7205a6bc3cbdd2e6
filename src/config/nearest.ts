/** Which of the known words somebody meant who wrote another. */

/** The known word with the fewest letters to change, where it is near enough to be meant; undefined otherwise. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const least = known
    .map((other) => ({ other, changes: changesBetween(word.toLowerCase(), other.toLowerCase()) }))
    .reduce<{ other: string; changes: number } | undefined>(
      (best, one) => (best === undefined || one.changes < best.changes ? one : best),
      undefined,
    )
  const most = Math.max(2, Math.floor(word.length / 2))
  return least !== undefined && least.changes <= most ? least.other : undefined
}

/** Letters to add, drop or replace (Levenshtein), of the first 60 of each. */
function changesBetween(a: string, b: string): number {
  const [from, to] = [[...a].slice(0, 60), [...b].slice(0, 60)]
  let row = to.map((_, i) => i + 1)
  for (const [i, letter] of from.entries()) {
    let [corner, left] = [i, i + 1]
    row = row.map((above, j) => {
      left = Math.min(above + 1, left + 1, corner + (letter === to[j] ? 0 : 1))
      corner = above
      return left
    })
  }
  return row.at(-1) ?? from.length
}

/** `known are a, b, c`, with the one that may be meant. */
export function suggestion(word: string, known: readonly string[]): string {
  const meant = nearest(word, known)
  return `${meant === undefined ? '' : `did you mean ${meant}? `}known are ${known.join(', ')}`
}
