/** Signatures under a document: a name alone, several names, a post with the name in brackets, spaced letters. */
import type { Found, Party } from '../document.ts'
import { parseName, splitNames } from '../grammar/name.ts'
import { keepsFamilyFirst } from '../grammar/name-order.ts'
import { part, type Stretch, whole, wordsOf } from './evidence.ts'
import { optional } from './optional.ts'

/** `SOVIET AMBASSADOR IN THE DPRK [signature] (A. PUZANOV)`. */
const POST_AND_NAME = /^(?<post>\p{Lu}.{3,}?)\s*(?:\[signature\]\s*)?\((?<name>\p{Lu}[^()]+)\)\.?$/du
/** `[Chinese signature] Liu Shaoqi`. */
const MARKED = /^\[[^\]]*signature\]\s*(?<name>\p{Lu}.*?)\.?$/du
/** `(Sd).` says that there is a signature, not whose. */
const SIGNED_BY_HAND = /^(?:sd|sgd|signed|signature)\b/iu
/** `(Bitterlich)`. */
const BRACKETED = /^\((?<name>\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){0,2})\)\.?$/du
/** `S H T Y K O V`. */
const SPACED = /^\p{Lu}(?: \p{Lu}){3,}$/u
const NAME = String.raw`\p{Lu}[\p{L}'’-]*\.?(?:(?:[ .]{1,2}|(?<=\.))\p{Lu}[\p{L}'’-]*\.?){0,3}(?:\s[[(]\p{Lu}[\p{L} .'’-]*[\])])?`
/** `Kuznetsov, Fedorenko`; `FILIPPOV [Stalin].`; `Stalin and Molotov`. */
const NAMES = new RegExp(`^${NAME}(?:(?:, | and |, and )${NAME})*\\.?$`, 'u')
/** Words that no person's name has: the line is a marking, an office or a place of filing. */
const NO_NAME =
  /\b(?:secret|priority|special|file|copy|copies|department|ministry|embassy|stamp|typed|translated|source)\b/i

/** In characters. */
const LONGEST_SIGNATURE = 160
/** In words; a longer line is no signature. */
const LONGEST_LINE = 12
/** Who wrote, typed or translated a paper does not sign it. */
const CLERK = /\b(?:translated|typed|recorded|written down|verified|certified)\b/i

/** Surname and given name by turns, without commas, the given name perhaps completed: `Liu [Shaoqi] Gao [Gang]`. */
const UNPARTED = /(?<surname>\p{Lu}\p{L}+)\s+\[?(?<given>\p{Lu}[\p{L}-]+)\]?/gu

/** `USSR Ambassador to the PRC N. Roshchin`: an office and the person who holds it. */
function isTitledPerson(words: string): boolean {
  const { kind, role } = parseName(words)
  return kind === 'person' && role !== undefined && words.split(/\s+/).length <= LONGEST_LINE
}

/** One who signs: where the name stands in the line, and the post given before it. */
export interface Signer {
  readonly start: number
  readonly end: number
  readonly post?: string
}

/** Those who sign with a line; none when the line is no signature. */
export function signersIn(words: string): readonly Signer[] {
  if (words.length > LONGEST_SIGNATURE) return []
  const posted = CLERK.test(words) ? null : POST_AND_NAME.exec(words)
  const place = posted?.indices?.groups?.name
  if (place !== undefined && SIGNED_BY_HAND.test(words.slice(...place))) return []
  if (place !== undefined) return [{ start: place[0], end: place[1], ...optional('post', posted?.groups?.post) }]
  const marked = CLERK.test(words) ? undefined : MARKED.exec(words)?.indices?.groups?.name
  if (marked !== undefined) return [{ start: marked[0], end: marked[1] }]
  const bracketed = BRACKETED.exec(words)?.indices?.groups?.name
  if (
    bracketed &&
    parseName(words.slice(...bracketed)).kind === 'person' &&
    !SIGNED_BY_HAND.test(words.slice(...bracketed))
  )
    return [{ start: bracketed[0], end: bracketed[1] }]
  if (NO_NAME.test(words)) return []
  const unparted = unpartedIn(words)
  if (unparted.length > 1 && !/^[\s.\]]*\p{Ll}/u.test(words.slice(unparted.at(-1)?.end))) return unparted
  if (SPACED.test(words) || isTitledPerson(words)) return [{ start: 0, end: words.length }]
  if (!NAMES.test(words)) return []
  return splitNames(words).filter(
    ({ start, end }) => parseName(words.slice(start, end).replace(/\.$/, '')).kind === 'person',
  )
}

/** Names of the kind that keeps the family name first, one behind the other from the start of the words. */
export function unpartedIn(words: string): Signer[] {
  const signers: Signer[] = []
  for (const found of words.matchAll(UNPARTED)) {
    const { surname = '', given = '' } = found.groups ?? {}
    const gap = words.slice(signers.at(-1)?.end ?? 0, found.index)
    if (!/^[\s\]]*$/u.test(gap) || !keepsFamilyFirst(surname, given)) break
    // A bracket that opens nowhere is no part of the name.
    const end = found[0].endsWith(']') && !found[0].includes('[') ? -1 : undefined
    signers.push({ start: found.index, end: found.index + found[0].slice(0, end).length })
  }
  return signers
}

/** The names that one line signs with, each with its words; none when the line is no signature. */
export function signatures(line: Stretch, rule = 'signature'): Found<Party>[] {
  return signersIn(wordsOf(line).words).map(({ start, end, post }) => signed(part(line, start, end), rule, post))
}

export function signed(stretch: Stretch, rule: string, post?: string): Found<Party> {
  const name = parseName(wordsOf(stretch).words.replace(/\.$/, ''))
  return whole(stretch, { role: 'signatory', name: post === undefined ? name : { ...name, role: post } }, rule)
}
