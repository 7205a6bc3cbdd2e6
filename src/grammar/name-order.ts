/**
 * The order of names. An inverted form `X, Y` is read `Y X` for a European name and `X Y` for an East Asian one. East
 * Asian is a family name of the lists with a given name of that language's shape, or a Japanese name by its elements.
 */
import { plainLetters } from './letters.ts'
import { isParticle } from './role.ts'
import { CHINESE_SURNAMES, JAPANESE_ELEMENTS, KOREAN_SURNAMES, VIETNAMESE_SURNAMES } from './surnames.ts'

const SHORT_SYLLABLE = /^[bcdfghjklmnpqrstvwxyz]{0,4}['’]?[aeiouywü]{1,4}(?:ng|nh|ch|[bgklmnprt])?$/u
const CHINESE_GIVEN = /^(?:[bcdfghjklmnpqrstwxyz]{0,2}[aeiouü]{1,3}(?:ng|n)?){1,2}$/u
const JAPANESE_GIVEN = /^(?:(?:[kgsztdnhbpmrjyw]y?|sh|ch|ts|f)?[aeiou]|n(?![aeiou])|(?=[kstp])[kstp](?=[kstp]))+$/u

const fold = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}'’]/gu, '')
    .toLowerCase()

/** Whether the family name and the given name are of the kind that keeps the family name first. */
export function keepsFamilyFirst(family: string, given: string): boolean {
  if (/[.\d]/.test(given) || /\s/.test(family.trim())) return false
  const surname = fold(family)
  const syllables = given
    .trim()
    .split(/[\s-]+/)
    .map(fold)
  if (syllables.length <= 3 && isListed(surname)) {
    const short = syllables.length > 1 && syllables.every((syllable) => SHORT_SYLLABLE.test(syllable))
    const one =
      syllables.length === 1 && (CHINESE_GIVEN.test(syllables[0] ?? '') || SHORT_SYLLABLE.test(syllables[0] ?? ''))
    if (short || one) return true
  }
  return syllables.length === 1 && isJapaneseSurname(plainLetters(surname)) && JAPANESE_GIVEN.test(plainLetters(given))
}

/** Whether a word is a surname of the lists: enough to say that `Zhou [Enlai]` gives the rest of one name. */
export const isListedSurname = (word: string): boolean => isListed(fold(word))

/** Whether a word is a Korean surname, so that `II` after it is a misread `Il`. */
export const isKoreanSurname = (word: string): boolean => KOREAN_SURNAMES.has(fold(word))

function isListed(surname: string): boolean {
  return KOREAN_SURNAMES.has(surname) || CHINESE_SURNAMES.has(surname) || VIETNAMESE_SURNAMES.has(surname)
}

/** In letters: no surname of two elements is longer. */
const LONGEST = 24

function isJapaneseSurname(surname: string): boolean {
  if (surname.length > LONGEST) return false
  return (
    (JAPANESE_ELEMENTS.has(surname) && surname.length > 3) ||
    [...surname].some(
      (_, cut) => JAPANESE_ELEMENTS.has(surname.slice(0, cut)) && JAPANESE_ELEMENTS.has(surname.slice(cut)),
    )
  )
}

/** The family name of a name in reading order and Latin letters, or undefined for one word and for popes and kings. */
export function familyOf(words: readonly string[]): string | undefined {
  const [first, ...rest] = words
  if (first === undefined || rest.length === 0 || rest.some(isRegnal) || !words.every(isLatin)) return undefined
  if (keepsFamilyFirst(first, rest.join(' '))) return first
  const start = words.findLastIndex((word, index) => index < words.length - 1 && !isParticle(word)) + 1
  return start === 0 ? undefined : words.slice(start).join(' ')
}

const isLatin = (word: string) => /\p{Script=Latin}/u.test(word)

/** `II`, `XXIII` after the name of a pope or king. */
export const isRegnal = (word: string): boolean => /^[IVX]{2,}$/.test(word)
