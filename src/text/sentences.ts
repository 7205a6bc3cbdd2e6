/** Sentences and paragraphs: a sentence may run over lines, empty lines and pages. Knows no grammar and no names. */
import { isCapital, type Token } from './tokens.ts'

export interface Sentence {
  /** Positions of its tokens, the end exclusive. */
  readonly from: number
  readonly to: number
  readonly paragraph: number
}

/** A line of at least this many characters may be wrapped in the middle of a sentence. */
const FULL_LINE = 55
/** A longer stretch without a full stop is a table or a list: it is cut, so that time grows with length only. */
const LONGEST = 300
const ENDS = new Set(['.', '!', '?', '…'])
const CLOSERS = new Set(['"', '”', '’', "'", ')', ']', '»'])
const OPENERS = new Set(['"', '“', '‘', '(', '[', '«'])

/**
 * Divides the tokens of a stretch into sentences, in order; every token is in exactly one.
 * @param borders offsets over which no sentence runs: where a zone or an enclosed message begins or ends.
 */
export function findSentences(tokens: readonly Token[], borders: readonly number[] = []): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let lineStart = 0
  let paragraph = 0
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]
    if (token.gap === 'line' || token.gap === 'paragraph') lineStart = at
    if (next === undefined) {
      sentences.push({ from, to: at + 1, paragraph })
      return
    }
    const length = token.end - (tokens[lineStart]?.start ?? 0)
    const broken =
      breaks(token, next, length) || startsPoint(tokens, at) || borders.some((b) => token.end <= b && b <= next.start)
    if (!broken && at - from < LONGEST && !(ends(tokens, at, from) && begins(next))) return
    sentences.push({ from, to: at + 1, paragraph })
    from = at + 1
    if (broken || next.gap === 'paragraph') paragraph++
  })
  return sentences
}

/** Whether the end of a line or an empty line parts two sentences that no full stop parts. */
function breaks(token: Token, next: Token, length: number): boolean {
  if (next.gap !== 'line' && next.gap !== 'paragraph') return false
  if (startsItem(next)) return true
  if (/^\p{Ll}/u.test(next.text) || /^[,–-]$|^(?:an?|the|of|to|in|on|by|for|from|with|and|or)$/.test(token.text))
    return false
  if (next.gap === 'paragraph' && ENDS.has(token.text)) return true
  return length < FULL_LINE
}

/** Letters and numbers of lists: `1.`, `a.`, a dash. */
const startsItem = (next: Token): boolean => next.kind === 'number' || /^[-–—•·]$/.test(next.text)

/** `a.` or `b)` after a colon, a semicolon, a full stop or the end of a line. */
function startsPoint(tokens: readonly Token[], at: number): boolean {
  const [letter, mark] = [tokens[at + 1], tokens[at + 2]]
  const isAfterBreak = /^[:;.]$/.test(tokens[at]?.text ?? '') || letter?.gap === 'line' || letter?.gap === 'paragraph'
  return isAfterBreak && /^\p{Ll}$/u.test(letter?.text ?? '') && /^[.)]$/.test(mark?.text ?? '')
}

function ends(tokens: readonly Token[], at: number, from: number): boolean {
  let last = at
  while (last > from && CLOSERS.has(tokens[last]?.text ?? '') && tokens[last]?.gap === '') last--
  const token = tokens[last]
  if (token === undefined || !ENDS.has(token.text)) return false
  const next = tokens[last + 1]
  if (next !== undefined && next.gap === '' && CLOSERS.has(next.text) && last === at) return false
  const before = tokens[last - 1]
  const isNumberOfItem =
    before !== undefined && last - 1 === from && (before.kind === 'number' || before.text.length === 1)
  return !isNumberOfItem
}

const begins = (next: Token): boolean =>
  isCapital(next) ||
  next.kind === 'number' ||
  next.kind === 'initial' ||
  OPENERS.has(next.text) ||
  next.gap === 'paragraph' ||
  /^[-–—]$/.test(next.text)
