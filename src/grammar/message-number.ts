/** The grammar of the number with which the text of a telegram begins: `2606. …`, `Secto 10. …`, `A–123. …`, `[9.] …`. */
import type { Match } from './match.ts'

const NUMBER =
  /^(?<open>\[)?(?<number>(?:\p{Lu}[\p{L}]{2,11}\]?\s|(?:\p{Lu}{1,4}[–-]))?\d{1,6}(?:[–-]\p{Lu})?(?:\s(?:bis|ter))?)(?:[.,](?!\d)\]?|\]\.?)(?=\s|$)/du
/** `1. …` and `2. …` at the head of two paragraphs count them. */
const COUNTED = /^\[?1[.)]/

/** The number at the head of the first paragraph; `next` is the paragraph below it. */
export function findMessageNumber(first: string, next: string | undefined): Match<string> | undefined {
  const place = NUMBER.exec(first)?.indices?.groups?.number
  if (place === undefined) return undefined
  if (COUNTED.test(first) && next !== undefined && /^2[.)]\s/.test(next)) return undefined
  return { value: first.slice(...place).replace(/[[\]]/g, ''), start: place[0], end: place[1] }
}
