/** BibTeX that BibTeX, Biber, Pandoc and bibutils read alike: fields of the classic styles, `date` for Biber, `day` for bibutils. */
import { type CalendarDate, isoDay } from './calendar.ts'
import { partedName } from './names.ts'
import type { Agent } from './record.ts'
import { inOneLine, type Reference } from './reference.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The references, one after another. */
export const writeBibtex = (references: readonly Reference[]): string => references.map(entry).join('\n')

function entry(reference: Reference): string {
  const { key, genre, date, locations, recipients, languages, keywords } = reference
  // An unpublished work must have an author.
  const type = reference.authors.length > 0 ? genre.bibtex : 'misc'
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    ['author', names(reference.authors)],
    ['title', `{${escaped(reference.title)}}`],
    ['translator', names(reference.translators)],
    ['editor', names(reference.editors)],
    ['howpublished', howPublished(reference)],
    ['recipient', names(recipients)],
    ['year', date && String(date.from.year)],
    ['date', date && biberDate(date)],
    ['number', text(reference.number)],
    ['archive', text(reference.archive)],
    ['archivelocation', text(locations.length > 0 ? locations.join('; ') : undefined)],
    ['note', text(noteOf(reference))],
    ['language', text(languages[0]?.label)],
    ['keywords', text(keywords.length > 0 ? keywords.join('; ') : undefined)],
    ['abstract', text(reference.abstract)],
    ['url', encodeURI(reference.address)],
  ]
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}},\n`]))
  const { month, day } = date?.from ?? {}
  const when = [
    ...(month === undefined ? [] : [`  month = ${MONTHS[month - 1]},\n`]),
    ...(day === undefined ? [] : [`  day = {${day}},\n`]),
  ]
  return `@${type}{${key},\n${[...lines, ...when].join('')}}\n`
}

/** `Telegram no. 8600 to Mao Zedong`: what the classic styles print where a publisher would stand. */
function howPublished({ kind, number, recipients }: Reference): string | undefined {
  if (kind === undefined) return undefined
  const to = recipients.length > 0 ? ` to ${recipients.map(({ label }) => label).join(' and ')}` : ''
  return escaped(`${kind}${number === undefined ? '' : ` no. ${number}`}${to}`)
}

/** What every style prints: where the paper lies, the journal it is a day of, and what the edition says of itself. */
function noteOf({ archive, locations, reprints, container, collection, note }: Reference): string | undefined {
  const place = locations.length > 0 ? locations.join('; ') : archive
  const printed = reprints.map((book) => `Printed in: ${book}`)
  const parts = [place, ...printed, container && `Part of: ${container}`, collection, note].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? undefined : parts.map((part) => part.replace(/\.$/, '')).join('. ')
}

function names(agents: readonly Agent[]): string | undefined {
  if (agents.length === 0) return undefined
  return agents
    .map((agent) => {
      const name = partedName(agent)
      return 'whole' in name ? `{${escaped(name.whole)}}` : `${escaped(name.family)}, ${escaped(name.given)}`
    })
    .join(' and ')
}

/** ISO 8601-2 as Biber reads it. */
const biberDate = ({ from, to, isUncertain }: CalendarDate): string =>
  [from, ...(to ? [to] : [])].map(isoDay).join('/') + (isUncertain && to === undefined ? '?' : '')

const text = (value: string | undefined): string | undefined => (value === undefined ? undefined : escaped(value))

const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
}

/** Braces are counted even behind a backslash: those that have no other half are written by name. */
function escaped(value: string): string {
  const plain = inOneLine(value)
  const braces = isBalanced(plain)
    ? { '{': '\\{', '}': '\\}' }
    : { '{': '{\\textbraceleft}', '}': '{\\textbraceright}' }
  return plain.replace(/[\\{}~^$&#%_]/g, (sign) => SPECIAL[sign] ?? braces[sign as '{' | '}'])
}

function isBalanced(text: string): boolean {
  let depth = 0
  for (const sign of text) {
    if (sign === '{') depth++
    if (sign === '}' && --depth < 0) return false
  }
  return depth === 0
}
