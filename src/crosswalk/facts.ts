/** What a document's stated graph says, as one plain record. Nothing here is found in running text, and nothing is made up. */
import type { NamedNode, Quad } from '@rdfjs/types'
import type { Iris } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { certainty, documentType } from '../rdf/vocabulary/schemes.ts'
import type {
  Agent,
  Copy,
  DateFacts,
  DocumentFacts,
  EditionFacts,
  EditionRole,
  Named,
  NumberFacts,
  Role,
  Transmission,
} from './record.ts'
import { readStatements, type Statements } from './statements.ts'

const ROLES: Readonly<Record<Exclude<Role, EditionRole> | 'contributor', NamedNode>> = {
  creator: dcterms.creator,
  author: dip.author,
  signatory: dip.signatory,
  cataloguedAuthor: dip.cataloguedAuthor,
  sender: dip.sender,
  recipient: dip.addressee,
  ultimateRecipient: dip.ultimateAddressee,
  relayedBy: dip.relayedBy,
  copiedTo: dip.copiedTo,
  contributor: dcterms.contributor,
}

const EDITION_ROLES: Readonly<Record<EditionRole, NamedNode>> = {
  translator: dip.translator,
  transcriber: dip.transcriber,
  editor: dip.editor,
  obtainedBy: dip.obtainedBy,
  contributor: dcterms.contributor,
}

/**
 * The facts of a document, or of a message inside one.
 * @param quads what `describe` gives for the document: its graphs, and type and label of what they point to
 * @param iri of the document, or of the message (`…#message-1`)
 */
export function documentFacts(quads: readonly Quad[], iris: Iris, iri: string): DocumentFacts {
  const stated = readStatements(quads, iris, iri)
  const { things, texts, text, words } = stated
  const editions = stated.all(iri, dip.hasEdition).map(({ value }) => value)
  const [title, ...alternatives] = words(iri, dcterms.title)
  const containers = things(iri, dcterms.isPartOf)
  const isCollection = (thing: Named) => iris.parse(thing.iri)?.kind === 'collection'
  const copies = stated.all(iri, dip.hasArchivalCopy).map(({ value }) => copyOf(stated, value))
  const addresses = texts(iri, dcterms.identifier).filter((value) => value !== iri)
  return {
    iri,
    slug: iris.parse(iri)?.slug ?? '',
    title: title ?? { value: stated.named(iri).label },
    otherTitles: [...alternatives, ...words(iri, dcterms.alternative)],
    agents: agentsOf(stated, iri, editions),
    firstNamed: firstPlaces(stated, iri),
    ...optional('date', preferredDate(stated, iri)),
    transmissions: stated.all(iri, dip.hasTransmission).map(({ value }) => transmissionOf(stated, value)),
    ...optional(
      'type',
      things(iri, dcterms.type).find((type) => type.iri.startsWith(documentType.iri)),
    ),
    isCorrespondence: stated.isA(iri, dip.Correspondence),
    isStub: text(iri, dip.isStub) === 'true',
    languages: things(iri, dcterms.language),
    places: things(iri, dcterms.spatial),
    ...optional('writtenAt', things(iri, dip.writtenAt)[0]),
    sentFrom: things(iri, dip.sentFrom),
    sentTo: things(iri, dip.sentTo),
    subjects: things(iri, dcterms.subject),
    ...optional('abstract', words(iri, dcterms.abstract)[0]),
    source: sources(texts(iri, dcterms.source), inOrder(copies)),
    archives: things(iri, dip.archivedAt),
    units: lowest(things(iri, dip.archivalUnit)),
    copies: inOrder(copies),
    recordNumbers: addresses.filter((value) => !isAddress(value)),
    pages: addresses.filter(isAddress),
    numbers: stated.all(iri, dip.hasReferenceNumber).map(({ value }) => numberOf(stated, value)),
    markings: things(iri, dip.classificationMarking),
    markingsAsWritten: texts(iri, dip.markingAsWritten),
    collections: containers.filter(isCollection).toSorted((a, b) => a.iri.length - b.iri.length),
    partOf: containers.filter((thing) => !isCollection(thing)),
    parts: things(iri, dcterms.hasPart),
    references: things(iri, dcterms.references),
    relations: things(iri, dcterms.relation),
    ...optional('citation', text(iri, dcterms.bibliographicCitation)),
    editions: editions.map((edition) => editionOf(stated, edition)),
  }
}

/** The IRIs of the messages that a document carries. */
export const enclosedMessages = (quads: readonly Quad[], iris: Iris, iri: string): readonly string[] =>
  readStatements(quads, iris, iri)
    .all(iri, dip.encloses)
    .map(({ value }) => value)

const optional = <Key extends string, T>(key: Key, value: T | undefined): { readonly [K in Key]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: T }

const isAddress = (value: string): boolean => /^https?:\/\//.test(value)

function agentsOf(stated: Statements, iri: string, editions: readonly string[]): Agent[] {
  const roles = new Map<string, Set<Role>>()
  const note = (subject: string, properties: Readonly<Partial<Record<Role, NamedNode>>>) => {
    for (const [role, property] of Object.entries(properties))
      for (const agent of stated.things(subject, property))
        roles.set(agent.iri, (roles.get(agent.iri) ?? new Set()).add(role as Role))
  }
  note(iri, ROLES)
  for (const edition of editions) note(edition, EDITION_ROLES)
  return [...roles].map(([agent, own]) => ({ ...stated.named(agent), kind: kindOf(stated, agent), roles: [...own] }))
}

/** Where the paper first names whom, as offsets in its text. */
function firstPlaces(stated: Statements, iri: string): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const { value: evidence } of stated.all(iri, dip.evidence)) {
    const offset = Number(stated.text(evidence, dip.startOffset) ?? Infinity)
    for (const { value } of stated.all(evidence, dip.refersTo))
      places.set(value, Math.min(offset, places.get(value) ?? Infinity))
  }
  return places
}

function kindOf({ isA }: Statements, iri: string): Agent['kind'] {
  if (isA(iri, dip.Person)) return 'person'
  if (isA(iri, dip.State)) return 'state'
  if (isA(iri, dip.CorporateBody)) return 'body'
  return isA(iri, dip.Position) ? 'position' : 'group'
}

const DATES = [dip.documentDate, dip.catalogueDate, dip.entryDate, dip.coversPeriod]

/** The preferred date; it is stated where one of the statements that give it is. */
function preferredDate(stated: Statements, iri: string): DateFacts | undefined {
  const value = stated.text(iri, dcterms.date)
  if (value === undefined) return undefined
  const grounds = stated.all(iri, ...DATES).filter((node) => stated.text(node.value, dip.edtf) === value)
  return {
    edtf: value,
    ...optional('earliest', stated.text(iri, dip.dateEarliest)),
    ...optional('latest', stated.text(iri, dip.dateLatest)),
    isStated: grounds.length === 0 || grounds.some((node) => isStated(stated, node.value)),
  }
}

const isStated = ({ text }: Statements, node: string): boolean =>
  (text(node, dip.certainty) ?? certainty.stated.value) === certainty.stated.value

function transmissionOf(stated: Statements, node: string): Transmission {
  const { text } = stated
  const day = text(node, dip.eventDate)
  const value = day && text(day, dip.edtf)
  const phase = text(node, dip.phase) ?? ''
  return {
    phase: phase.slice(phase.lastIndexOf('/') + 1),
    ...(day && value
      ? {
          date: {
            edtf: value,
            ...optional('earliest', text(day, dip.earliest)),
            ...optional('latest', text(day, dip.latest)),
            isStated: isStated(stated, node) && isStated(stated, day),
          },
        }
      : {}),
  }
}

/** Units without those that contain another of them: the slug of a unit begins with that of what holds it. */
function lowest(units: readonly Named[]): readonly Named[] {
  const inOrder = units.toSorted((a, b) => (a.iri < b.iri ? -1 : 1))
  const holds = new Set(inOrder.filter(({ iri }, index) => inOrder[index + 1]?.iri.startsWith(`${iri}-`)))
  return units.filter((unit) => !holds.has(unit))
}

/** The first copy is `#copy`, the second `#copy-2`. */
const inOrder = (copies: readonly Copy[]): readonly Copy[] =>
  copies.toSorted((a, b) => a.iri.length - b.iri.length || (a.iri < b.iri ? -1 : 1))

/** References in the order of the copies that they lead to. */
function sources(words: readonly string[], copies: readonly Copy[]): readonly string[] {
  const placeOf = (source: string) => copies.findIndex(({ citation }) => citation === source) + 1 || copies.length + 1
  return words.toSorted((a, b) => placeOf(a) - placeOf(b))
}

function copyOf({ text, things, isA }: Statements, iri: string): Copy {
  return {
    iri,
    ...optional('citation', text(iri, dip.archivalCitation)),
    ...optional('unit', things(iri, dip.heldIn)[0]),
    ...optional('leaves', text(iri, dip.folioExpression) ?? text(iri, schema.pagination)),
    ...optional('number', text(iri, dip.copyNumber)),
    isPrinted: isA(iri, dip.PrintedCopy),
  }
}

function numberOf({ text, things }: Statements, node: string): NumberFacts {
  return {
    value: text(node, dip.numberValue) ?? '',
    ...optional('kind', things(node, dip.numberKind)[0]),
    ...optional('label', text(node, dip.numberLabel)),
  }
}

function editionOf({ all, things, text, words }: Statements, iri: string): EditionFacts {
  return {
    iri,
    ...optional('language', things(iri, dcterms.language)[0]),
    ...optional('publisher', things(iri, dcterms.publisher)[0]),
    ...optional('recordNumber', text(iri, dip.recordId)),
    ...optional('available', text(iri, dip.uploadedOn)),
    ...optional('note', words(iri, dip.editionNote)[0]),
    rights: all(iri, dcterms.rights).flatMap(({ value }): EditionFacts['rights'] => {
      const inWords = words(value, rdfs.label)
      return inWords.length > 0 ? inWords : [{ iri: value }]
    }),
    ...optional('license', text(iri, dcterms.license)),
  }
}
