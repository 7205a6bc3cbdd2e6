/** Signatures under a document: a name alone, several names, a post with the name in brackets, spaced letters. */
import type { Found, Party } from '../document.ts'
import { parseName, splitNames } from '../grammar/name.ts'
import { part, type Stretch, whole, wordsOf } from './evidence.ts'

/** `SOVIET AMBASSADOR IN THE DPRK [signature] (A. PUZANOV)`. */
const POST_AND_NAME = /^(?<post>\p{Lu}.{3,}?)\s*(?:\[signature\]\s*)?\((?<name>\p{Lu}[^()]+)\)\.?$/du
/** `[Chinese signature] Liu Shaoqi`. */
const MARKED = /^\[[^\]]*signature\]\s*(?<name>\p{Lu}.*?)\.?$/du
/** `S H T Y K O V`. */
const SPACED = /^\p{Lu}(?: \p{Lu}){3,}$/u
const NAME = String.raw`\p{Lu}[\p{L}'’-]*\.?(?:[ .]{0,2}\p{Lu}[\p{L}'’-]*\.?){0,3}(?:\s[[(]\p{Lu}[\p{L} .'’-]*[\])])?`
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

/** `USSR Ambassador to the PRC N. Roshchin`: an office and the person who holds it. */
function isTitledPerson(words: string): boolean {
  const { kind, role } = parseName(words)
  return kind === 'person' && role !== undefined && words.split(/\s+/).length <= LONGEST_LINE
}

/** The names that one line signs with, each with its words; none when the line is no signature. */
export function signatures(line: Stretch): Found<Party>[] {
  const { words } = wordsOf(line)
  if (words.length > LONGEST_SIGNATURE) return []
  const signed = (stretch: Stretch, role?: string): Found<Party> => {
    const name = parseName(wordsOf(stretch).words.replace(/\.$/, ''))
    return whole(stretch, { role: 'signatory', name: role === undefined ? name : { ...name, role } }, 'signature')
  }
  const posted = CLERK.test(words) ? null : POST_AND_NAME.exec(words)
  const place = posted?.indices?.groups?.name
  if (place !== undefined) return [signed(part(line, ...place), posted?.groups?.post)]
  const marked = MARKED.exec(words)?.indices?.groups?.name
  if (marked !== undefined) return [signed(part(line, marked[0], marked[1]))]
  if (NO_NAME.test(words)) return []
  if (SPACED.test(words) || isTitledPerson(words)) return [signed(line)]
  if (!NAMES.test(words)) return []
  const signers = splitNames(words).map(({ start, end }) => signed(part(line, start, end)))
  return signers.filter(({ value }) => value.name.kind === 'person')
}
