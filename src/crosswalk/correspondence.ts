/** Who wrote to whom, when, from where and to where: what the CMIF file and the network are written from. */
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { type CalendarDate, calendarDate } from './calendar.ts'
import { type Agent, agentsAs, type DateFacts, type DocumentFacts, type Named } from './record.ts'

/** One letter or telegram of which a sender or a recipient is known. */
export interface Letter {
  readonly facts: DocumentFacts
  /** Who sent it; who wrote it where no sender is named. */
  readonly senders: readonly Agent[]
  /** To whom it went, and for whom it was meant. */
  readonly recipients: readonly Agent[]
  /** The day of sending, else the date of the document; the day of receipt. */
  readonly sent?: CalendarDate
  readonly received?: CalendarDate
  /** Places of our own. */
  readonly from: readonly Named[]
  readonly to: readonly Named[]
}

/** The properties that a letter is read from: statements of others need not be parsed. */
export const LETTER_PROPERTIES: ReadonlySet<string> = new Set(
  [
    rdf.type,
    dcterms.title,
    dcterms.type,
    dcterms.date,
    dcterms.creator,
    dip.author,
    dip.signatory,
    dip.sender,
    dip.addressee,
    dip.ultimateAddressee,
    dip.writtenAt,
    dip.sentFrom,
    dip.sentTo,
    dip.encloses,
    dip.dateEarliest,
    dip.dateLatest,
    dip.documentDate,
    dip.catalogueDate,
    dip.entryDate,
    dip.coversPeriod,
    dip.hasTransmission,
    dip.phase,
    dip.eventDate,
    dip.edtf,
    dip.earliest,
    dip.latest,
    dip.certainty,
  ].map(({ value }) => value),
)

/** The letter that a document is, or undefined: what is no correspondence, or has no party that is known. */
export function letterOf(facts: DocumentFacts): Letter | undefined {
  const named = agentsAs(facts, 'sender')
  const senders = named.length > 0 ? named : agentsAs(facts, 'author', 'signatory')
  const recipients = agentsAs(facts, 'recipient', 'ultimateRecipient')
  if (!facts.isCorrespondence || senders.length + recipients.length === 0) return undefined
  const sent = dayOf(facts, 'sent') ?? (facts.date && calendarDate(facts.date))
  const received = dayOf(facts, 'received')
  const from = (facts.writtenAt ? [facts.writtenAt] : facts.sentFrom).filter(isPlace)
  return {
    facts,
    senders,
    recipients,
    ...(sent && { sent }),
    ...(received && { received }),
    from,
    to: facts.sentTo.filter(isPlace),
  }
}

const isPlace = ({ iri }: Named): boolean => iri.includes('/id/place/')

/** The day of a step of transmission that the paper states; a clock time counts as its day. */
function dayOf({ transmissions }: DocumentFacts, phase: string): CalendarDate | undefined {
  const date: DateFacts | undefined = transmissions.find((step) => step.phase === phase)?.date
  return date?.isStated ? calendarDate(date) : undefined
}

/** Hosts of authority files whose identifiers stand for a person or body, the best first. */
const AUTHORITIES = ['d-nb.info/gnd/', 'viaf.org/viaf/', 'www.wikidata.org/entity/', 'id.loc.gov/authorities/']
const GEONAMES = /^https?:\/\/(?:sws|www)\.geonames\.org\/(\d+)/

/** The identifier in an authority file among links that a curator accepted, or undefined. */
export const authorityOf = (links: readonly string[]): string | undefined =>
  AUTHORITIES.map((authority) => links.find((link) => link.includes(`//${authority}`))).find(
    (link) => link !== undefined,
  )

/** The address of a place in GeoNames among its accepted links, or undefined. */
export function geonamesOf(links: readonly string[]): string | undefined {
  const [id] = links.flatMap((link) => GEONAMES.exec(link)?.[1] ?? [])
  return id === undefined ? undefined : `https://www.geonames.org/${id}`
}
