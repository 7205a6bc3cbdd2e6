/** A document as historians cite it, as plain text: a note after Chicago, an entry after MLA. */
import type { CalendarDate, Day } from './calendar.ts'
import { partedName } from './names.ts'
import type { Agent } from './record.ts'
import { capital, inOneLine, type Reference } from './reference.ts'

/** Names in full; of more, the first with “et al.”. */
const MOST_NAMES = 3

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** As MLA shortens them. */
const SHORT_MONTHS = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

export interface Citation {
  /** `Chicago, note` */
  readonly style: string
  /** One line, no markup. */
  readonly text: string
}

/**
 * The citation in each style: what it is, where the paper lies, the edition, our address and version.
 * @param version of the release in which it was seen
 */
export const citationsOf = (reference: Reference, version: string): readonly Citation[] => [
  { style: 'Chicago, note', text: chicagoNote(reference, version) },
  { style: 'MLA', text: mlaEntry(reference, version) },
]

/** `Kim Il Sung to Joseph Stalin, “Telegram …,” March 29, 1953, AVPRF, …; trans. …, Collection, version …, address.` */
export function chicagoNote(reference: Reference, version: string): string {
  const { authors, recipients, translators, title, date, number, locations, reprints } = reference
  const isLetter = reference.genre.ris === 'PCOMM'
  const parties =
    isLetter && authors.length > 0 && recipients.length > 0
      ? `${inSeries(authors.map(nameOf))} to ${inSeries(recipients.map(nameOf))}`
      : inSeries(authors.map(nameOf))
  const paper = [
    parties,
    quoted(title, ','),
    withoutNumber(title, number),
    date && dateIn(date, americanDay),
    ...(locations.length > 0 ? locations.map(withoutStop) : [reference.archive]),
    ...reprints.map((book) => `printed in ${withoutStop(book)}`),
  ]
  const edition = [
    translators.length > 0 ? `trans. ${inSeries(translators.map(nameOf))}` : undefined,
    reference.collection,
    `version ${version}`,
    encodeURI(reference.address),
  ]
  return `${joined(paper).replace(/,”$/, '”')}; ${joined(edition)}.`
}

/** `Kim Il Sung. “Telegram ….” 29 Mar. 1953, AVPRF, …. Collection, translated by …, version …, address.` */
export function mlaEntry(reference: Reference, version: string): string {
  const { authors, translators, title, date, number, locations, reprints, archive } = reference
  const paper = [
    withoutNumber(title, number),
    date && dateIn(date, shortDay),
    ...locations.map(withoutStop),
    locations.some((location) => archive !== undefined && location.includes(archive)) ? undefined : archive,
    ...reprints.map((book) => `printed in ${withoutStop(book)}`),
  ]
  const edition = [
    reference.collection,
    translators.length > 0 ? `translated by ${inSeries(translators.map(nameOf))}` : undefined,
    `version ${version}`,
    reference.publisher === reference.collection ? undefined : reference.publisher,
    encodeURI(reference.address),
  ]
  return [mlaNames(authors), quoted(title, '.'), capital(joined(paper)), capital(joined(edition))]
    .filter((part) => part !== '')
    .map((part) => (/[.?!][”’]?$/.test(part) ? part : `${part}.`))
    .join(' ')
}

const nameOf = ({ label }: Agent): string => inOneLine(label)

function inSeries(names: readonly string[]): string {
  if (names.length > MOST_NAMES) return `${names[0]} et al.`
  if (names.length < 3) return names.join(' and ')
  return `${names.slice(0, -1).join(', ')}, and ${names.at(-1)}`
}

/** The first name begins with the family name; one that is spoken so has no comma. */
function mlaNames(authors: readonly Agent[]): string {
  const [first, ...others] = authors
  if (first === undefined) return ''
  const parted = partedName(first)
  const name = inOneLine('whole' in parted ? parted.whole : `${parted.family}, ${parted.given}`)
  if (others.length === 0) return name
  if (others.length > 1) return `${name}, et al.`
  // A comma behind a name that was turned round, and none behind one that was not.
  return `${name}${'whole' in parted ? '' : ','} and ${others.map(nameOf)[0]}`
}

/** The title in quotation marks, those inside it single, the sign inside them as Americans set it. */
function quoted(title: string, sign: ',' | '.'): string {
  const inner = inOneLine(title)
    .replace(/“|(?<=^|[\s([])"/g, '‘')
    .replace(/[”"]/g, '’')
  return `“${inner}${/[.,?!][’]?$/.test(inner) ? '' : sign}”`
}

/** Pages end a reference with a full stop; a citation goes on. */
const withoutStop = (text: string): string => text.trim().replace(/[.;,]+$/, '')

/** The number by which the document is called, where its title does not give it. */
const withoutNumber = (title: string, number: string | undefined): string | undefined =>
  number === undefined || title.includes(number) ? undefined : `no. ${inOneLine(number)}`

/** Parts with commas between them; a title in quotation marks brings its own. */
const joined = (parts: readonly (string | undefined)[]): string =>
  parts
    .flatMap((part) => (part === undefined || part === '' ? [] : [inOneLine(part)]))
    .reduce((text, part) => `${text}${text === '' ? '' : /[,.?!]’?”$/.test(text) ? ' ' : ', '}${part}`, '')

const americanDay = ({ year, month, day }: Day): string => {
  const name = month === undefined ? undefined : MONTHS[month - 1]
  if (name === undefined) return String(year)
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`
}

const shortDay = ({ year, month, day }: Day): string =>
  [day, month === undefined ? undefined : SHORT_MONTHS[month - 1], year].filter((part) => part !== undefined).join(' ')

function dateIn({ from, to, isBetween, isUncertain }: CalendarDate, write: (day: Day) => string): string {
  if (to !== undefined) return isBetween ? `between ${write(from)} and ${write(to)}` : `${write(from)} – ${write(to)}`
  return isUncertain ? `${write(from)} [?]` : write(from)
}
