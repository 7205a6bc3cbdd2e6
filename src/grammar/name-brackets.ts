/** What stands in brackets beside a name: editors' words, completions, other spellings, the person behind a code name. */

import { likeness } from './letters.ts'
import { isListedSurname } from './name-order.ts'
import { isNameWord, namesBody, namesPosition } from './role.ts'

/** From this likeness on, two names are two spellings of one. */
const SAME_NAME = 0.5
/** The same for a surname of the lists and one word: `Pak [Park]`, but `Gao [Gang]`. */
const SAME_SURNAME = 0.75

/** Brackets that hold no name: editors' insertions, notes, readings of marks and seals. */
const EDITORIAL =
  /^(?:via\s|sic\b|signature|signed|illegible|handwritten|stamp|seal|ed\.|editor|translator|note\b|\?|\d|\.{2,}|…|to\b|the\b|then\b|see\b)/iu

/** `W[illiam]` → `William`, `Com[rade]` → `Comrade`. */
export const completeWords = (text: string): string => text.replace(/(\p{L})\[(\p{Ll}[\p{L}]*)\]/gu, '$1$2')

/** `W[illiam] Hyland` → `W. Hyland`: as it stood on the paper. */
export const uncompleted = (text: string): string => text.replace(/(\p{L})\[(\p{Ll}[\p{L}]*)\](\.?)/gu, '$1.')

/** Drops brackets with editors' words, and words of the original language (`[pristupit k obiednineniiu]`). */
export function dropEditorial(text: string): string {
  return text
    .replace(/\s?\[([^\][]{0,200})\]/gu, (whole, inner: string) => (isEditorial(inner) ? '' : whole))
    .replace(/\s?\(["“]([^()]{1,40})["”]\)/gu, '')
    .replace(/\s["“]\p{L}{1,20}["”](?=\s)/gu, '')
    .trim()
}

/** `("Tony")`, `"Lance"`: what a person was called. */
export const nicknameIn = (text: string): string | undefined =>
  /(?<=\s)\(?["“](\p{Lu}\p{L}{1,20})["”]\)?(?=\s|$)/u.exec(text)?.[1]

const isEditorial = (inner: string) => EDITORIAL.test(inner.trim()) || !/\p{Lu}|\p{Lo}/u.test(inner)

/** How the words in brackets stand to the name before them. */
export type Aside =
  | 'completion'
  | 'variant'
  | 'original-script'
  | 'holder'
  | 'role'
  | 'abbreviation'
  | 'part'
  | 'person-behind'

/** `outer` is the name outside, `inner` the words in the brackets. */
export function asideOf(outer: string, inner: string): Aside {
  if (
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(inner) &&
    /\p{Script=Latin}/u.test(outer)
  ) {
    return 'original-script'
  }
  const names = inner.split(/\s+/).every(isNameWord)
  if (namesPosition(outer) && names && !namesPosition(inner)) return 'holder'
  if (namesPosition(inner) || (namesBody(inner) && !namesBody(outer))) return 'role'
  if (namesBody(outer))
    return /^[\p{Lu}\d() ./-]{2,}$/u.test(inner) || /^\p{Lu}{2,}|^\p{Lu}\p{Lu}?\p{Ll}*\p{Lu}/u.test(inner)
      ? 'abbreviation'
      : 'part'
  if (!names) return 'part'
  const given = isListedSurname(outer) && !/\s/.test(inner)
  if (likeness(outer, inner) >= (given ? SAME_SURNAME : SAME_NAME)) return 'variant'
  return isListedSurname(outer) && !/\s/.test(inner) ? 'completion' : 'person-behind'
}
