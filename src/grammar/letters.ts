/** Letters and likeness: folds names to plain letters and says how alike two are when romanised by different systems. */
import { editDistance } from '../letters.ts'

/** Lower-case letters without marks, apostrophes and hyphens. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')

/** Spellings of one sound in the systems for Chinese, Korean and Russian, each brought to one letter. Longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|hs|zh|ch|ts|tz|x|q|c|z/g, 'j'],
  [/kh|k/g, 'g'],
  [/ph|p/g, 'b'],
  [/th|t/g, 'd'],
  [/y|ii?|ee/g, 'i'],
  [/eo|ou|oo|o|u|w/g, 'u'],
  [/ai|ae|e/g, 'a'],
  [/r/g, 'l'],
  [/(.)\1/g, '$1'],
]

/** What a romanised name sounds like: one spelling for all systems. */
export const soundsOf = (text: string): string =>
  SOUNDS.reduce((word, [sound, letter]) => word.replace(sound, letter), plainLetters(text))

const LONGEST = 60

/** How alike two romanised names sound, 0 to 1: one less the share of letters that differ. */
export function likeness(one: string, other: string): number {
  const [a, b] = [soundsOf(one).slice(0, LONGEST), soundsOf(other).slice(0, LONGEST)]
  const longer = Math.max(a.length, b.length)
  return longer === 0 ? 0 : 1 - editDistance(a, b) / longer
}

const hasLower = (word: string) => /\p{Ll}/u.test(word)

/** `VYSHINSKY` → `Vyshinsky`, `D'YAKONOV` → `D'yakonov`, `HEON-YEONG` → `Heon-yeong`; `II` and other words stay. */
export function capitalise(word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '')
  if (
    letters.length < 2 ||
    hasLower(letters) ||
    /^[IVX]+$/.test(letters) ||
    /^(?:\p{Lu}\.)+-?(?:\p{Lu}\.)*$/u.test(word)
  )
    return word
  const first = word.search(/\p{L}/u)
  return word.slice(0, first + 1) + word.slice(first + 1).toLowerCase()
}

/** `S H T Y K O V` → `SHTYKOV`: at least four single capitals, each apart. */
export const closeUp = (text: string): string =>
  /^\p{Lu}(?:\s\p{Lu}){3,}$/u.test(text) ? text.replace(/\s/g, '') : text
