/** The blocks under a text: who signs, for whom, in which office; and the day, where it stands there. */
import type { Found, Party, SourceDocument } from '../../document.ts'
import { personNamed } from '../../grammar/party.ts'
import { part, type Stretch, stretchAt, whole, wordsOf } from '../evidence.ts'
import type { LaidLine } from './layout.ts'
import { type OpenerFacts, openerFacts } from './opener.ts'

export type ClosingFacts = OpenerFacts & Pick<SourceDocument, 'parties'>

/** `For General George C. Marshall: J. Hart Caughey`. */
const FOR = /^[^:]*:\s+/
const BEFORE = /^[\s[(“"]*(?:\/s\/\s*)?/
const BEHIND = /(?:[\s,”"]|\(seal\))*$/i
/** `A[tcheson, Jr.]`. */
const COMPLETED_SUFFIX = /,\s(?:Jr|Sr)\.?(?=\])/g
const NAME =
  /^\[?\p{Lu}[\p{L}\p{M}.'’[\]-]*(?:\s(?:\[?\p{Lu}[\p{L}\p{M}.'’[\]-]*|de|von|van|der|y))*(?:,\s(?:Jr|Sr)\.?)?\.?$/u
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
  const whence = stretchAt(text, line, 'signature')
  const signed = inner(part(whence, from, Math.min(to, line.end - line.start)))
  const name = wordsOf(signed).words.replace(COMPLETED_SUFFIX, '')
  if (!NAME.test(name) || name.split(' ').length > LONGEST_NAME) return undefined
  // Brackets about a whole word say that the editors supplied it.
  const plain = name.replace(/(?<!\p{L})\[(\p{L}+)\]/gu, '$1')
  return { line, found: whole(signed, { role: 'signatory', name: personNamed(plain) }, 'signature') }
}

/** The name without brackets around it and without the words for whom it is signed. */
function inner(stretch: Stretch): Stretch {
  const { words } = wordsOf(stretch)
  const before = FOR.exec(words)?.[0].length ?? 0
  const rest = words.slice(before)
  const whole = /^\s*[[(][^\][()]*[\])]?\s*$/.test(rest)
  const lead = (whole ? BEFORE : /^[\s“"]*/).exec(rest)?.[0].length ?? 0
  const tail = (whole ? /[\s\])]*$/ : BEHIND).exec(rest.slice(lead))?.[0].length ?? 0
  return part(stretch, before + lead, words.length - tail)
}
