/** The blocks under a text: who signs, for whom, in which office; and the day, where it stands there. */
import type { Found, Party, SourceDocument } from '../../document.ts'
import { personNamed } from '../../grammar/heading.ts'
import { part, type Stretch, whole, wordsOf } from '../evidence.ts'
import type { LaidLine } from './layout.ts'
import { type OpenerFacts, openerFacts } from './opener.ts'

export type ClosingFacts = OpenerFacts & Pick<SourceDocument, 'parties'>

/** `[Hurley]`, `(Chou En-lai)`, `/s/ Hurley`. */
const AROUND = /^[\s[(]*(?:\/s\/\s*)?|[\s\])]+$/g
/** `For General George C. Marshall: J. Hart Caughey`. */
const FOR = /^(?:for|by)\b.*:\s*/i
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}.'’[\]-]*|of|de|von|van|d’|y)(?:\s(?:\p{Lu}[\p{L}\p{M}.'’[\]-]*|de|von|van|der|y))*(?:,\s(?:Jr|Sr)\.?)?\.?$/u
const LONGEST_NAME = 6

/** Reads the closing blocks of a text. */
export function closingFacts(text: string, blocks: readonly (readonly LaidLine[])[]): ClosingFacts {
  const parties: Found<Party>[] = []
  const others: LaidLine[] = []
  for (const block of blocks) {
    const signed = block.flatMap((line) => signatureIn(text, line) ?? [])
    const names = signed.map(({ line }) => line)
    const last = names.at(-1)
    // What stands under the name is the office of who signs.
    const under = last === undefined ? [] : block.slice(block.indexOf(last) + 1).filter(isOffice)
    const role = under.map((line) => line.text).join(', ')
    parties.push(...signed.map(({ found }) => (role === '' ? found : withRole(found, role))))
    others.push(...block.filter((line) => !names.includes(line) && !under.includes(line)))
  }
  return { ...openerFacts(text, others, 'signature', 'signature'), parties }
}

const isOffice = ({ text }: LaidLine): boolean => /^\p{Lu}/u.test(text) && !/\d{4}/.test(text)

function withRole(found: Found<Party>, role: string): Found<Party> {
  return { ...found, value: { ...found.value, name: { ...found.value.name, role } } }
}

function signatureIn(text: string, line: LaidLine): { line: LaidLine; found: Found<Party> } | undefined {
  if (line.signed === undefined) return undefined
  const [from, to] = line.signed
  const whence: Stretch = { text, start: line.start, end: line.end, zone: 'signature' }
  const signed = inner(part(whence, from, Math.min(to, line.end - line.start)))
  const { words } = wordsOf(signed)
  if (!NAME.test(words) || words.split(' ').length > LONGEST_NAME) return undefined
  return { line, found: whole(signed, { role: 'signatory', name: personNamed(words) }, 'signature') }
}

/** The name without brackets around it and without the words for whom it is signed. */
function inner(stretch: Stretch): Stretch {
  const { words } = wordsOf(stretch)
  const before = FOR.exec(words)?.[0].length ?? 0
  const lead = /^[\s[(]*(?:\/s\/\s*)?/.exec(words.slice(before))?.[0].length ?? 0
  const rest = words.slice(before + lead)
  // `S[tanley] K. H[ornbeck]` has brackets of its own.
  const tail = balanced(rest) ? (/\s*$/.exec(rest)?.[0].length ?? 0) : (rest.match(AROUND)?.at(-1)?.length ?? 0)
  return part(stretch, before + lead, words.length - tail)
}

const balanced = (words: string): boolean => words.split('[').length === words.split(']').length && !/\)$/.test(words)
