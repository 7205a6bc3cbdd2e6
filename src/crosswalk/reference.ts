/** A document as one cites it: what BibTeX, RIS, CSL-JSON and the metadata of a page have in common. */
import { shortHash } from '../iris.ts'
import { documentType, numberKind } from '../rdf/vocabulary/schemes.ts'
import { type CalendarDate, calendarDate } from './calendar.ts'
import { type Genre, genreOf } from './genres.ts'
import { type Agent, agentsAs, type DocumentFacts, type NumberFacts } from './record.ts'

export interface Reference {
  /** Letters, digits and hyphens of ASCII: a key that every format takes. */
  readonly key: string
  readonly genre: Genre
  /** The type in words: `Ciphered telegram`. */
  readonly kind?: string
  readonly title: string
  /** Language of the title, BCP 47. */
  readonly titleLanguage?: string
  /** Who wrote it; who sent it where no author is known. */
  readonly authors: readonly Agent[]
  readonly recipients: readonly Agent[]
  readonly translators: readonly Agent[]
  readonly editors: readonly Agent[]
  readonly date?: CalendarDate
  /** The number by which the document is called. */
  readonly number?: string
  /** Where it was written or sent from. */
  readonly place?: string
  /** Names of the archives, and the references to them in the words of the page. */
  readonly archive?: string
  readonly locations: readonly string[]
  /** Books that print it, in the words of the page. */
  readonly reprints: readonly string[]
  /** The journal of which it is a day, or what carries it. */
  readonly container?: string
  /** The collection in which it is published, and who publishes the edition. */
  readonly collection?: string
  readonly publisher?: string
  /** Of the original: English names and BCP 47 tags. */
  readonly languages: readonly { readonly label: string; readonly tag: string }[]
  readonly keywords: readonly string[]
  readonly abstract?: string
  /** What the edition says of itself. */
  readonly note?: string
  /** The persistent address: the IRI of the document. */
  readonly address: string
}

/** The reference to a document. */
export function referenceTo(facts: DocumentFacts): Reference {
  const creators = withoutOffices(agentsAs(facts, 'author', 'signatory', 'creator'))
  const authors = creators.length > 0 ? creators : agentsAs(facts, 'sender')
  const placeOf = ({ iri }: Agent) => facts.firstNamed.get(iri) ?? Number.MAX_SAFE_INTEGER
  const date = facts.date && calendarDate(facts.date)
  const edition = facts.editions[0]
  const isNamed = facts.type !== undefined && facts.type.iri !== documentType.other.value
  const printed = new Set(facts.copies.flatMap(({ citation, isPrinted }) => (isPrinted && citation) || []))
  const place = facts.writtenAt ?? facts.sentFrom.find(({ iri }) => iri.includes('/id/place/'))
  return {
    key: keyOf(facts.slug),
    genre: genreOf(facts),
    ...optional('kind', isNamed ? capital(facts.type.label) : undefined),
    title: inOneLine(facts.title.value),
    ...optional('titleLanguage', facts.title.language),
    // Who is named first is cited first.
    authors: authors.toSorted((a, b) => placeOf(a) - placeOf(b)),
    recipients: agentsAs(facts, 'recipient', 'ultimateRecipient'),
    translators: agentsAs(facts, 'translator'),
    editors: agentsAs(facts, 'editor'),
    ...optional('date', date),
    ...optional('number', numberOf(facts.numbers)?.value),
    ...optional('place', place?.label),
    ...optional('archive', facts.archives.map(({ label }) => label).join('; ') || undefined),
    locations: facts.source.filter((source) => !printed.has(source)),
    reprints: facts.source.filter((source) => printed.has(source)),
    ...optional('container', facts.partOf[0]?.label),
    ...optional('collection', facts.collections[0]?.label),
    ...optional('publisher', edition?.publisher?.label),
    languages: facts.languages.map(({ iri, label }) => ({ label, tag: tagOf(iri) })),
    keywords: facts.subjects.map(({ label }) => label),
    ...optional('abstract', facts.abstract && inOneLine(facts.abstract.value)),
    ...optional('note', edition?.note && capital(edition.note.value)),
    address: facts.iri,
  }
}

const optional = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: T }

/** An office beside the person who signed for it is no second author. */
function withoutOffices(agents: readonly Agent[]): readonly Agent[] {
  const others = agents.filter(({ kind }) => kind !== 'position')
  return others.length > 0 ? others : agents
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** No format has lines in a value. */
export const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()

function keyOf(slug: string): string {
  const plain = slug.replace(/[^a-zA-Z0-9-]+/g, '').replace(/-{2,}/g, '-')
  return plain === slug ? slug : `${plain.replace(/-+$/, '')}-${shortHash(slug, 6)}`.replace(/^-/, '')
}

/** The kinds of numbers by which a message is called, the best first. */
const CALLED_BY = [numberKind.telegram, numberKind.outgoing, numberKind.issuing, numberKind.unlabelled]

function numberOf(numbers: readonly NumberFacts[]): NumberFacts | undefined {
  const rank = ({ kind }: NumberFacts) => CALLED_BY.findIndex(({ value }) => value === kind?.iri)
  return numbers.filter((number) => rank(number) >= 0).toSorted((a, b) => rank(a) - rank(b))[0]
}

/** The BCP 47 tag of a language of the Library of Congress: `rus` → `ru`. */
function tagOf(iri: string): string {
  const code = iri.slice(iri.lastIndexOf('/') + 1)
  try {
    return Intl.getCanonicalLocales(code)[0] ?? code
  } catch {
    return code
  }
}
