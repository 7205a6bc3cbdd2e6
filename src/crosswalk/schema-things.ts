/** schema.org of what is no document: people, bodies, places, events, archival units, subjects, collections. */
import type { NamedNode, Quad } from '@rdfjs/types'
import type { Iris, Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { geo } from '../rdf/vocabulary/geo.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { type Imprint, type Node, named, node } from './schema-org.ts'
import { readStatements, type Statements } from './statements.ts'

/** The type of a thing of each kind; those that schema.org has no word for are absent. */
export const SCHEMA_TYPES: Readonly<Partial<Record<Kind, string>>> = {
  document: 'ArchiveComponent',
  person: 'Person',
  body: 'Organization',
  state: 'Country',
  place: 'Place',
  event: 'Event',
  unit: 'ArchiveComponent',
  subject: 'DefinedTerm',
  collection: 'Collection',
}

type Describe = (about: Statements, iri: string) => Node

const things =
  (type: string, ...properties: readonly NamedNode[]) =>
  (about: Statements, iri: string) =>
    about.things(iri, ...properties).map((thing) => named(type, thing))

const MEMBERS: Readonly<Partial<Record<Kind, Describe>>> = {
  person: (about, iri) => ({
    birthDate: about.text(iri, schema.birthDate),
    deathDate: about.text(iri, schema.deathDate),
    jobTitle: about.things(iri, dip.holdsPosition).map(({ label }) => label),
  }),
  body: (about, iri) => ({
    '@type': about.isA(iri, dip.Archive) ? 'ArchiveOrganization' : 'Organization',
    parentOrganization: things('Organization', dip.subordinateTo)(about, iri),
  }),
  place: (about, iri) => ({
    geo: coordinates(about, iri),
    containedInPlace: things('Place', dcterms.isPartOf)(about, iri),
  }),
  event: (about, iri) => ({
    startDate: about.text(iri, dip.dateEarliest),
    endDate: about.text(iri, dip.dateLatest),
    location: things('Place', dip.place)(about, iri),
    subjectOf: things('ArchiveComponent', dip.reportedIn)(about, iri),
  }),
  unit: (about, iri) => ({
    holdingArchive: things('ArchiveOrganization', dip.unitOf)(about, iri),
    isPartOf: things('ArchiveComponent', dip.withinUnit)(about, iri),
  }),
  collection: (about, iri) => ({
    publisher: things('Organization', dcterms.publisher)(about, iri),
    isPartOf: things('Collection', dcterms.isPartOf)(about, iri),
    identifier: about.texts(iri, dcterms.identifier),
    temporalCoverage: about.text(iri, dcterms.temporal),
  }),
}

/**
 * The description of a thing, or undefined for kinds that schema.org has no type for.
 * @param quads what `describe` gives for it
 */
export function thingSchema(
  quads: readonly Quad[],
  iris: Iris,
  { kind, iri }: { readonly kind: Kind; readonly iri: string },
  { license }: Imprint,
): Node | undefined {
  const type = SCHEMA_TYPES[kind]
  if (type === undefined) return undefined
  const about = readStatements(quads, iris, iri)
  return node({
    '@context': 'https://schema.org/',
    '@id': iri,
    '@type': type,
    name: about.named(iri).label,
    alternateName: about.texts(iri, skos.altLabel),
    url: iri,
    description: about.text(iri, skos.note),
    sameAs: about.all(iri, owl.sameAs, skos.exactMatch).map(({ value }) => value),
    ...MEMBERS[kind]?.(about, iri),
    sdLicense: license,
  })
}

function coordinates({ text }: Statements, iri: string): Node | undefined {
  const [latitude, longitude] = [text(iri, geo.lat), text(iri, geo.long)].map(Number)
  if (latitude === undefined || longitude === undefined || Number.isNaN(latitude + longitude)) return undefined
  return { '@type': 'GeoCoordinates', latitude, longitude }
}
