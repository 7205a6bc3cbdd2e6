/** schema.org of a document, as search engines and aggregators read it out of its page. */
import { calendarDate, isoDay } from './calendar.ts'
import { genreOf } from './genres.ts'
import { type Agent, agentsAs, type DateFacts, type DocumentFacts, type EditionFacts, type Named } from './record.ts'
import { referenceTo } from './reference.ts'

/** A node of JSON-LD; members without a value are left out. */
export type Node = Readonly<Record<string, unknown>>

/** What the publisher of the collection says of its metadata. */
export interface Imprint {
  /** Licence of the metadata. */
  readonly license?: string
}

/** Without what has no value; one value stands for a list of one. */
export function node(members: Node): Node {
  return Object.fromEntries(
    Object.entries(members).flatMap(([name, value]) => {
      if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
      return [[name, Array.isArray(value) && value.length === 1 ? value[0] : value]]
    }),
  )
}

export const named = (type: string | undefined, { iri, label }: Named): Node =>
  node({ '@type': type, '@id': iri, name: label })

/** A position or a loosely named group is neither a person nor an organisation. */
const AGENTS: Readonly<Record<Agent['kind'], string | undefined>> = {
  person: 'Person',
  body: 'Organization',
  state: 'Organization',
  position: undefined,
  group: undefined,
}

const agentNode = (agent: Agent): Node => named(AGENTS[agent.kind], agent)

/** `1957-05-15`, `1957-05`, or a period `1957-05-06/1957-05-29` (ISO 8601). */
function isoDate(facts: DateFacts | undefined): string | undefined {
  const date = facts && calendarDate(facts)
  return date && [date.from, ...(date.to ? [date.to] : [])].map(isoDay).join('/')
}

/** The description of a document: a piece of an archive, and a message where it was sent. */
export function documentSchema(facts: DocumentFacts, { license }: Imprint): Node {
  const { locations, archive, languages } = referenceTo(facts)
  const nature = facts.isCorrespondence ? 'Message' : genreOf(facts).csl === 'report' ? 'Report' : 'CreativeWork'
  return node({
    '@context': 'https://schema.org/',
    '@id': facts.iri,
    '@type': ['ArchiveComponent', nature],
    name: facts.title.value,
    alternateName: facts.otherTitles.map(({ value }) => value),
    url: facts.iri,
    sameAs: facts.pages,
    identifier: [...facts.recordNumbers, ...facts.numbers.map(({ value }) => value)],
    genre: facts.type?.label,
    inLanguage: languages.map(({ tag }) => tag),
    dateCreated: isoDate(facts.date),
    locationCreated: facts.writtenAt && named('Place', facts.writtenAt),
    author: agentsAs(facts, 'author', 'signatory', 'creator').map(agentNode),
    sender: agentsAs(facts, 'sender').map(agentNode),
    recipient: agentsAs(facts, 'recipient', 'ultimateRecipient').map(agentNode),
    about: facts.subjects.map((subject) => named('DefinedTerm', subject)),
    spatialCoverage: facts.places.map((place) => named('Place', place)),
    abstract: facts.abstract?.value,
    holdingArchive: facts.archives.map((holder) => named('ArchiveOrganization', holder)),
    itemLocation: locations.length > 0 ? locations.join('; ') : archive,
    isPartOf: [
      ...facts.units.map((unit) => named('ArchiveComponent', unit)),
      ...facts.collections.map((collection) => named('Collection', collection)),
      ...facts.partOf.map((whole) => named('CreativeWork', whole)),
    ],
    hasPart: facts.parts.map((part) => named('CreativeWork', part)),
    workExample: facts.editions.map((edition) => editionNode(edition, facts)),
    sdLicense: license,
  })
}

/** An edition with those who made it. */
function editionNode(edition: EditionFacts, facts: DocumentFacts): Node {
  const words = edition.rights.flatMap((right) => ('iri' in right ? [] : [right.value]))
  const statements = edition.rights.flatMap((right) => ('iri' in right ? [right.iri] : []))
  return node({
    '@type': 'CreativeWork',
    '@id': edition.iri,
    inLanguage: edition.language?.label,
    publisher: edition.publisher && named('Organization', edition.publisher),
    datePublished: edition.available,
    // The facts tell who made the editions of a document, not who made which.
    ...(facts.editions.length === 1 && {
      translator: agentsAs(facts, 'translator').map(agentNode),
      editor: agentsAs(facts, 'editor').map(agentNode),
    }),
    description: edition.note?.value,
    copyrightNotice: words,
    usageInfo: statements,
    license: edition.license,
  })
}
