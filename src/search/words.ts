/**
 * Text as the words that are sought in it: one rule for what is indexed and for what is asked. Words are letters and
 * digits without marks, in lower case; where a script puts no spaces between words, pairs of letters stand for them.
 */
import { foldWords } from '../letters.ts'

/** Runs of the scripts that put no spaces between words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]+/gu

export const isUnspaced = (word: string): boolean => word.search(UNSPACED) !== -1

/**
 * The words of a text, parted by spaces. A run `ABC` without spaces is `AB BC C`: each letter begins a word, so that
 * a part of any length is found as the words that begin with its letters, next to each other.
 */
export const wordsOf = (text: string): string =>
  foldWords(text)
    .replace(UNSPACED, (run) => ` ${pairs(run)} `)
    .replace(/ {2,}/g, ' ')
    .trim()

function pairs(run: string): string {
  const letters = [...run]
  return letters.map((letter, i) => letter + (letters[i + 1] ?? '')).join(' ')
}

/** What is sought: words next to each other, the last of which may be only the beginning of one. */
export interface Term {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

/** Words as they are asked, or why they cannot be sought. */
export type Asked = { readonly terms: readonly Term[] } | { readonly fault: string }

/** Terms and characters of one search: more is a text, not a question. */
const MOST_TERMS = 32
const LONGEST = 1000
/** Letters that the beginning of a word has at least: fewer begin too many. */
const SHORTEST_PREFIX = 2

/**
 * Reads `word`, `beginning*`, `"words next to each other"`: all of them are to be found. What is one word to the eye and
 * several to the index (`Il-sung`) is taken as words next to each other.
 */
export function readAsked(text: string): Asked {
  if (text.length > LONGEST) return { fault: `More than ${LONGEST} characters are sought. Ask for fewer words.` }
  const quotes = text.match(/"/g)?.length ?? 0
  if (quotes % 2 === 1) return { fault: `A quotation mark in “${text}” has no fellow.` }
  const terms = [...text.matchAll(/"([^"]*)"(\*?)|[^\s"]+/g)].flatMap(([written, phrase, star]) =>
    phrase === undefined ? termOf(written, written.endsWith('*')) : termOf(phrase, star === '*'),
  )
  if (terms.length === 0) return { fault: `There is no word in ${JSON.stringify(text)}.` }
  if (terms.length > MOST_TERMS) return { fault: `More than ${MOST_TERMS} words are sought. Ask for fewer.` }
  const short = terms.find(({ words, isPrefix }) => isPrefix && words.length === 1 && isShort(words[0] ?? ''))
  if (short !== undefined)
    return {
      fault: `${short.words[0]}* begins too many words. Write at least ${SHORTEST_PREFIX} letters before the star.`,
    }
  return { terms }
}

const isShort = (word: string): boolean => [...word].length < SHORTEST_PREFIX && !isUnspaced(word)

function termOf(text: string, hasStar: boolean): Term[] {
  const words = wordsOf(text).split(' ')
  const last = words.at(-1) ?? ''
  if (last === '') return []
  // The letter at the end of a run is a word of its own there; elsewhere in a text it begins a pair.
  if (!isUnspaced(last)) return [{ words, isPrefix: hasStar }]
  return words.length > 1 && words.at(-2)?.endsWith(last) && [...(words.at(-2) ?? '')].length === 2
    ? [{ words: words.slice(0, -1), isPrefix: false }]
    : [{ words, isPrefix: true }]
}

/** Terms in the language of the library. Words are letters and digits alone: nothing in them needs escaping. */
export const expression = (terms: readonly Term[], between: string): string =>
  terms.map(({ words, isPrefix }) => `"${words.join(' ')}"${isPrefix ? ' *' : ''}`).join(between)
