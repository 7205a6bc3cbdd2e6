/** Passages of a text around the words that were sought in it. */
import { literally } from '../letters.ts'
import type { Row, SnippetPart } from './question.ts'
import { isUnspaced, type Term } from './words.ts'

/** Characters of a passage before and behind what was found, and of a summary that is shown without words. */
const BEFORE = 90
const BEHIND = 170
const SUMMARY = 260
/** Passages of one document at most. */
const MOST = 2
/** Characters of a text in which words are looked for: what is found behind them is not shown. */
const LONGEST = 400_000

/** Letters that are no two words to the index stand together in the text: between the words of a term may be anything else. */
const BETWEEN = '[^\\p{L}\\p{N}]+\\p{M}*'

/** A term as a pattern for a text whose marks stand apart. */
function patternOf({ words, isPrefix }: Term): string {
  const letters = (word: string) => [...word].map((letter) => `${literally(letter)}[\\p{M}'’‘ʼ\`]*`).join('')
  // A run without spaces was made pairs, each of which begins with the end of the one before.
  if (words.every(isUnspaced))
    return letters(words.map((pair, i) => (i === 0 ? pair : [...pair].slice(1).join(''))).join(''))
  const end = isPrefix ? '[\\p{L}\\p{N}\\p{M}]*' : '(?![\\p{L}\\p{N}])'
  return `(?<![\\p{L}\\p{N}])${words.map(letters).join(BETWEEN)}${end}`
}

/** The passages of a text, or of a summary where the words are not in the text, with the words marked. */
export function snippetsOf(
  { text, summary }: { readonly text: string; readonly summary: string },
  terms: readonly Term[],
): Pick<Row, 'snippets' | 'isSummary'> {
  if (terms.length > 0) {
    const pattern = new RegExp(terms.map(patternOf).join('|'), 'giu')
    const inText = passages(text, pattern)
    if (inText.length > 0) return { snippets: inText, isSummary: false }
    const inSummary = passages(summary, pattern)
    if (inSummary.length > 0) return { snippets: inSummary, isSummary: true }
  }
  if (summary === '') return { snippets: [], isSummary: false }
  const cut = summary.length > SUMMARY ? `${upToSpace(summary.slice(0, SUMMARY))} …` : summary
  return { snippets: [[{ text: cut, isFound: false }]], isSummary: true }
}

function passages(text: string, pattern: RegExp): SnippetPart[][] {
  // Marks apart, as the pattern has them; put together again in what is shown.
  const apart = text.slice(0, LONGEST).normalize('NFD')
  const found: { readonly begin: number; readonly end: number }[] = []
  const seen = new Set<string>()
  let end = -1
  for (const { index, 0: words } of apart.matchAll(pattern)) {
    // Another passage only for other words.
    if (index > end && (found.length === MOST || (found.length > 0 && seen.has(words.toLowerCase())))) {
      if (found.length === MOST) break
      continue
    }
    seen.add(words.toLowerCase())
    if (index <= end) continue
    const begin = Math.max(0, index - BEFORE)
    end = Math.min(apart.length, index + words.length + BEHIND)
    found.push({ begin: begin === 0 ? 0 : begin + apart.slice(begin, index).search(/\s|$/), end })
  }
  return found.map(({ begin, end: stop }) => {
    const cut = stop === apart.length ? apart.slice(begin) : upToSpace(apart.slice(begin, stop))
    const parts: SnippetPart[] = []
    let from = 0
    const add = (words: string, isFound: boolean) => {
      if (words !== '') parts.push({ text: words.normalize('NFC').replace(/\s+/g, ' '), isFound })
    }
    for (const { index, 0: words } of cut.matchAll(pattern)) {
      add(cut.slice(from, index), false)
      add(words, true)
      from = index + words.length
    }
    add(cut.slice(from), false)
    const [first, last] = [begin > 0 ? [{ text: '… ', isFound: false }] : [], stop < apart.length]
    return [...first, ...parts, ...(last ? [{ text: ' …', isFound: false }] : [])]
  })
}

const upToSpace = (text: string): string => text.replace(/\s+\S*$/, '')
