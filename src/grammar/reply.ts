/** The grammar of references to other papers: what a document answers, carries out or refers to. */
import type { Reply } from '../document.ts'
import { oneLine } from '../letters.ts'
import { findDates } from './date.ts'
import { inLower, LETTERS, lowered, STOP } from './lowered.ts'
import type { Match } from './match.ts'
import { anyOf } from './match-list.ts'

const KINDS = [
  'communication',
  'telegram',
  'cable',
  'ciphered telegram',
  'ciphergram',
  'letter',
  'message',
  'dispatch',
  'despatch',
  'note',
  'inquiry',
  'enquiry',
]
const ORDERS = [
  'instructions',
  'instruction',
  'directive',
  'directives',
  'order',
  'orders',
  'request',
  'proposal',
  'memorandum',
  'report',
  'decision',
]
const WHOSE = String.raw`(?:your|the|his|our|their)(?:\s+[${LETTERS}]+['’]s)?|[${LETTERS}]+['’]s`
const KIND = `(?<kind>(?:${anyOf([...KINDS, ...ORDERS])})s?)`
const SIGN = String.raw`(?:\s*,)?\s{1,4}(?:nos?\.?|n\s?[°º]|№|#)\s{0,3}`
const NUMBER = String.raw`(?:${SIGN}(?<number>\d[${LETTERS}\d]{0,15}(?:[./-][${LETTERS}\d]{1,15}){0,3}))?`
/** `(Your Communication #242)` after the order that it gives. */
const ASIDE = String.raw`(?:\s{1,4}\((?<aside>(?:your\s+)?(?<asideKind>${anyOf(KINDS)})s?${SIGN}(?<asideNumber>\d[${LETTERS}\d./-]{0,20}))\))?`

const form = (opening: string, whose = WHOSE) =>
  inLower(
    String.raw`(?<![${LETTERS}])${opening}\s{1,4}(?:${whose})\s{1,4}(?<what>${KIND}${NUMBER})${ASIDE}${STOP}`,
    'd',
  )

const FORMS: readonly (readonly [RegExp, Reply['relation']])[] = [
  [form(String.raw`(?:in|by\s+way\s+of)\s{1,4}(?:response|reply|answer)\s{1,4}to`), 'isReplyTo'],
  [
    form(String.raw`(?:re:?|with\s+reference\s+to|reference\s+is\s+made\s+to|further\s+to|regarding)`, 'your'),
    'isReplyTo',
  ],
  [form(String.raw`(?:\b(?:we|i)\s+(?:have\s+)?received)`, 'your'), 'isReplyTo'],
  [
    form(
      String.raw`(?:following|in\s+accordance\s+with|according\s+to|on\s+the\s+basis\s+of|pursuant\s+to|as\s+per|in\s+(?:execution|fulfil?lment)\s+of|on)`,
    ),
    'implementsInstruction',
  ],
]
const NAMED = inLower(
  String.raw`(?<![${LETTERS}])your\s{1,4}(?<what>(?<kind>${anyOf(KINDS)})${SIGN}(?<number>\d[${LETTERS}\d]{0,15}(?:[./-][${LETTERS}\d]{1,15}){0,3}))${STOP}`,
  'd',
)

/** The papers a text answers or refers to, in order. A bare reference needs a number: `your telegram No. 339`. */
export function findReplies(text: string): Match<Reply>[] {
  const lower = lowered(text)
  const found = FORMS.flatMap(([pattern, relation]) =>
    [...lower.matchAll(pattern)].flatMap((match) => readReply(text, match, relation)),
  )
  for (const match of lower.matchAll(NAMED)) {
    const end = match.index + match[0].length
    if (!found.some((reply) => reply.start <= match.index && reply.end >= end))
      found.push(...readReply(text, match, 'refersToDocument'))
  }
  return found.sort((a, b) => a.start - b.start)
}

function readReply(text: string, match: RegExpExecArray, relation: Reply['relation']): Match<Reply>[] {
  const groups = Object.fromEntries(
    Object.entries(match.indices?.groups ?? {}).map(([name, place]) => [name, place && text.slice(...place)]),
  )
  const dated = datedAt(text, match.index + match[0].length)
  const kind = (groups.asideKind ?? groups.kind ?? '').toLowerCase().replace(/s$/u, '').replace(/\s+/gu, ' ')
  const number = groups.asideNumber ?? groups.number
  const order = relation === 'implementsInstruction'
  // `on your report` and `according to the letter` name no order that is carried out.
  if (order && number === undefined && !/^(?:instruction|directive|order|request)/u.test(kind)) return []
  if (!order && relation === 'isReplyTo' && number === undefined && dated === undefined && !/^in/iu.test(match[0]))
    return []
  const label = oneLine(groups.aside ?? `${groups.what ?? ''}${dated?.words ?? ''}`)
  return [
    {
      value: { relation, kind, ...(number !== undefined && { number }), label: label.replace(/^your\s/iu, '') },
      start: match.index,
      end: dated?.end ?? match.index + match[0].length,
    },
  ]
}

/** ` of January 31`, ` dated 13.10.50` behind the paper: its words, and where they end. */
function datedAt(text: string, position: number): { readonly words: string; readonly end: number } | undefined {
  const lead = /^\s{1,4}(?:of|dated|from)\s{1,4}/u.exec(text.slice(position, position + 20))?.[0]
  if (lead === undefined) return undefined
  const start = position + lead.length
  // The year of a date without one does not matter for where its words end.
  const [date] = findDates(text.slice(start, start + 50), { year: 2000 })
  return date?.start === 0 ? { words: text.slice(position, start + date.end), end: start + date.end } : undefined
}
