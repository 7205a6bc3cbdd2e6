/** RIS, as Zotero, EndNote and bibutils read it: a tag, two spaces, a hyphen, a space and a value a line. */
import type { CalendarDate } from './calendar.ts'
import { invertedName } from './names.ts'
import type { Agent } from './record.ts'
import { inOneLine, type Reference } from './reference.ts'

/** The references, one after another. */
export const writeRis = (references: readonly Reference[]): string => references.map(risRecord).join('\r\n')

function risRecord(reference: Reference): string {
  const { genre, date, archive, locations, languages, keywords } = reference
  const isLetter = genre.ris === 'PCOMM'
  const fields: readonly (readonly [tag: string, values: readonly (string | undefined)[]])[] = [
    ['TY', [genre.ris]],
    ['ID', [reference.key]],
    ['TI', [reference.title]],
    ['AU', reference.authors.map(nameOf)],
    // A second author is the recipient of a letter, and somebody else of everything else.
    ['A2', isLetter ? reference.recipients.map(nameOf) : []],
    ['A4', reference.translators.map(nameOf)],
    ['ED', reference.editors.map(nameOf)],
    ['PY', [date && String(date.from.year)]],
    ['DA', [date && dateOf(date)]],
    ['M3', [reference.kind]],
    ['T2', [reference.container]],
    ['M1', [reference.number]],
    ['CY', isLetter ? [] : [reference.place]],
    ['DB', [archive]],
    ['AN', [locations.length > 0 ? locations.join('; ') : undefined]],
    ['DP', [reference.collection]],
    ['LA', [languages[0]?.tag]],
    ['KW', keywords],
    ['AB', [reference.abstract]],
    ['N1', [...reference.reprints.map((book) => `Printed in: ${book}`), reference.note]],
    ['UR', [encodeURI(reference.address)]],
  ]
  const lines = fields.flatMap(([tag, values]) =>
    values.flatMap((value) => (value === undefined ? [] : [`${tag}  - ${inOneLine(value)}\r\n`])),
  )
  return `${lines.join('')}ER  - \r\n`
}

/** A comma parts family and given name, whichever comes first where it is spoken; a body must have none. */
const nameOf = (agent: Agent): string =>
  agent.kind === 'person' ? invertedName(agent) : agent.label.replace(/\s*,\s*/g, ' – ')

const two = (n: number | undefined): string => (n === undefined ? '' : String(n).padStart(2, '0'))

/** `1957/05/15/`: year, month, day, and words for what is no day. */
function dateOf({ from, to, isUncertain }: CalendarDate): string {
  const until = to && [to.year, two(to.month), two(to.day)].filter((part) => part !== '').join('-')
  const words = [isUncertain ? 'uncertain' : '', until === undefined ? '' : `to ${until}`].filter(Boolean).join(', ')
  return `${from.year}/${two(from.month)}/${two(from.day)}/${words}`
}
