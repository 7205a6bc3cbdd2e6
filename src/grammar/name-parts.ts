/** Which word of a name is the family name, and whether two names can be one person's by what each gives. */
import { familyOf, keepsFamilyFirst } from './name-order.ts'

/** A personal name whose words are folded; initials are single letters. */
export interface NameParts {
  readonly words: readonly string[]
  /** The last word of it: `gaulle`. */
  readonly family: string
  readonly given: readonly string[]
  /** Of the kind that keeps the family name first: its given name is one and whole. */
  readonly familyFirst: boolean
}

/** Parts of a name in reading order; initials tell a name of the other order, whether before the surname or behind it. */
export function partsOf(words: readonly string[]): NameParts {
  const [first = '', ...rest] = words
  const full = words.filter((word) => word.length > 1)
  const initials = full.length > 0 && full.length < words.length
  const familyFirst = !initials && rest.length > 0 && keepsFamilyFirst(first, rest.join(' '))
  const last = full.at(-1) ?? words.at(-1) ?? ''
  const family = initials ? last : (familyOf(words)?.split(' ').at(-1) ?? last)
  const at = familyFirst ? 0 : words.lastIndexOf(family)
  return { words, family, given: words.filter((_, index) => index !== at), familyFirst }
}

/** Whether two names can be one: the family name is the same, and what one gives of the rest the other gives too, or its initial. */
export function agree(one: NameParts, other: NameParts): boolean {
  if (one.family !== other.family) return false
  const [short, long] = one.given.length <= other.given.length ? [one, other] : [other, one]
  if (short.given.length === 0) return true
  if (one.familyFirst || other.familyFirst) return closed(one.given) === closed(other.given)
  let at = 0
  return short.given.every((word) => {
    const found = long.given.findIndex((counterpart, index) => index >= at && sameOrInitial(word, counterpart))
    at = found + 1
    return found >= 0
  })
}

/** `Il Sung`, `Il-sung` and `Ilsung` are one. */
const closed = (given: readonly string[]): string => given.join('').replaceAll('-', '')

const sameOrInitial = (one: string, other: string): boolean =>
  one === other || ((one.length === 1 || other.length === 1) && one[0] === other[0])
