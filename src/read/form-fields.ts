/** Fields of the form in a document's header: from, to, destination, for whom; each with its own words. */
import type { Found, Name, Party, PartyRole } from '../document.ts'
import { capitalise } from '../grammar/letters.ts'
import { parseName } from '../grammar/name.ts'
import { part, type Stretch, whole, wordsOf } from './evidence.ts'

interface FormField {
  readonly rule: string
  /** Of one line; the named groups are the values. */
  readonly pattern: RegExp
}

/** What the named groups of the patterns are. */
const ROLES: Readonly<Record<string, (name: Name) => PartyRole | undefined>> = {
  from: ({ kind }) => (kind === 'place' ? 'sentFrom' : 'sender'),
  whence: ({ kind }) => (kind === 'place' ? 'sentFrom' : undefined),
  place: () => 'sentTo',
  to: () => 'addressee',
  ultimate: () => 'ultimateAddressee',
  relay: () => 'relayedBy',
}

const FIELDS: readonly FormField[] = [
  { rule: 'form-destination', pattern: /^destination:\s*(?<place>.+?)(?:\s+to whom:\s*(?<to>.+?))?$/di },
  { rule: 'form-to-whom', pattern: /^to whom:\s*(?<to>.+)$/di },
  {
    rule: 'form-from',
    pattern:
      /^(?:[Ff]rom:|FROM:|From|FROM)\s+(?!the (?:[Jj]ournal|[Dd]iary)\b)(?:the )?(?<from>.+?)(?:\s+(?:[Ss]ent\b|[Nn]o\.?\s?\d|[№#]\s?\d).*)?$/d,
  },
  { rule: 'form-to', pattern: /^(?:to|To|TO):?\s+(?=(?:the )?\p{Lu}|com)(?:the )?(?<to>.+)$/du },
  { rule: 'form-place', pattern: /^(?<place>\p{Lu}{3,})\s*[-–—]{1,2}$/du },
  {
    rule: 'form-dateline',
    pattern: /^(?<whence>\p{Lu}[\p{L} ]+?), (?:\d{1,2}(?:st|nd|rd|th)? \p{L}+,?|\p{L}+ \d{1,2},) \d{4}\.?$/du,
  },
  {
    rule: 'form-for',
    pattern:
      /^[Ff][Oo][Rr](?: immediate report to| transmission to| delivery to)?\s+(?<ultimate>(?:com\p{Ll}*\.? )?\p{Lu}.{1,60}?)\.?(?:\s*x\/)?$/du,
  },
  { rule: 'form-received-in', pattern: /^received in (?<place>\p{Lu}[\p{L} ]+?) (?:on|at)\b/diu },
  { rule: 'form-via', pattern: /^via\s+(?<relay>\p{Lu}.{1,60}?)\.?$/du },
]

/** In characters; a longer line is no field of a form. */
export const LONGEST_FIELD = 200

/** Names of fields that other grammars read, at the start of a line. */
export const FIELD_NAME = /^(?:date|classification|copy|copies|ref|reference|no)$/i

/** The parties that one line of a header names, or none when the line is no such field. */
export function formParties(line: Stretch): Found<Party>[] {
  const { words } = wordsOf(line)
  if (words.length > LONGEST_FIELD) return []
  for (const { rule, pattern } of FIELDS) {
    const groups = pattern.exec(words)?.indices?.groups
    if (groups === undefined) continue
    return Object.entries(groups).flatMap(([group, place]) =>
      place === undefined ? [] : partyIn(part(line, place[0], place[1]), group, rule),
    )
  }
  const name = parseName(words)
  return name.kind === 'place' ? [whole<Party>(line, { role: 'sentFrom', name: placeOf(name) }, 'form-place-line')] : []
}

function partyIn(value: Stretch, group: string, rule: string): Found<Party>[] {
  const name = parseName(wordsOf(value).words)
  const role = ROLES[group]?.(name)
  if (role === undefined) return []
  return [whole<Party>(value, { role, name: group === 'place' ? placeOf(name) : placed(name) }, rule)]
}

const placed = (name: Name): Name => (name.kind === 'place' ? placeOf(name) : name)

/** Telegraph forms write places in capitals. */
function placeOf(name: Name): Name {
  return { ...name, kind: 'place', label: name.label.split(' ').map(capitalise).join(' ') }
}
