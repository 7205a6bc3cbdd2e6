/** Words as they are compared, sought and put into addresses, whatever their case and marks. */

/** Letters of a text without accents and without apostrophes, in lower case; all else stays. */
export const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʼ`]/g, '')
    .toLowerCase()

/** The same as words of letters and digits, parted by one space: `Pál, 2. oszt.` → `pal 2 oszt`. */
export const foldWords = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Words on one line: line breaks and runs of spaces become single spaces. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** The same text by itself: a part of a long text holds all of it as long as it lives. */
export const copied = (text: string): string => Buffer.from(text).toString()

/** Words as a pattern that finds just them. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Letters to add, drop or replace to make one word another (Levenshtein). */
export function editDistance(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
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
