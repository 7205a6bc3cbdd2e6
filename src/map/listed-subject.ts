/** What the page of a person, a place, a topic or a collection says of it, in the graph of the page's source text. */
import type { NamedNode, Quad } from 'n3'
import type { Entity } from '../authority/authority.ts'
import { createDirectory } from '../authority/directory.ts'
import { sourceSettingsOf } from '../config.ts'
import type { SourceListing, SourceSubject } from '../document.ts'
import { dateValue } from '../grammar/calendar.ts'
import { parseHeading } from '../grammar/subject.ts'
import { slugify } from '../iris.ts'
import { dcmitype } from '../rdf/vocabulary/dcmitype.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { dateLiteral } from './dates.ts'
import { classOf } from './entities.ts'
import { attestedForms, formLabels, mapForms } from './names.ts'
import { describe, isA, namedNode, type Properties, textIn } from './quads.ts'
import type { MapContext } from './scope.ts'
import { headingIri, mapHeading } from './subjects.ts'

/** Where the page of a subject stands, and what it lists. */
export interface SubjectPage {
  readonly listing: SourceListing
  readonly graph: NamedNode
  readonly page: NamedNode
  /** IRIs of the documents of the rows. */
  readonly rows: readonly string[]
}

export function mapListedSubject({ listing, graph, page, rows }: SubjectPage, context: MapContext): Quad[] {
  const { subject, source } = listing
  if (subject === undefined) return []
  const { thing, quads } = KINDS[subject.kind](subject, { source, rows, graph }, context)
  const { publishSummary } = sourceSettingsOf(context.settings, source)
  const description = publishSummary ? textIn('en', subject.description?.value) : undefined
  return [
    ...describe(graph, page, [[foaf.primaryTopic, thing]]),
    ...quads,
    ...describe(graph, thing, [[dcterms.description, description]]),
  ]
}

interface Place {
  readonly source: string
  readonly rows: readonly string[]
  readonly graph: NamedNode
}
type MapKind = (subject: SourceSubject, place: Place, context: MapContext) => { thing: NamedNode; quads: Quad[] }

const mapEntity: MapKind = ({ name: { value: name } }, { graph }, { iris, authority }) => {
  const entity = createDirectory([], authority).entity(name)
  const thing = namedNode(iris.thing(entity.kind, entity.slug))
  return {
    thing,
    quads: [
      ...(entity.curated
        ? []
        : describe(graph, thing, [isA(classOf(entity)), ...formLabels(entity.label, name.forms)])),
      ...mapForms(graph, thing, attestedForms(name, entity)),
      ...describe(graph, thing, lifeOf(entity, name.years)),
    ],
  }
}

/** What a curator found goes before what the page says. */
function lifeOf({ curated, kind }: Entity, years: string | undefined): Properties {
  if (curated || kind !== 'person') return []
  const [, born, died] = /^(\d{4})?\s*-\s*(\d{4})?$/.exec(years ?? '') ?? []
  const year = (edtf: string | undefined) => dateLiteral(edtf === undefined ? undefined : dateValue(edtf))
  return [
    [schema.birthDate, year(born)],
    [schema.deathDate, year(died)],
  ]
}

const mapTopic: MapKind = ({ name }, { graph }, { iris, authority }) => {
  const heading = parseHeading(name.value.label)
  const thing = headingIri(iris, heading)
  const isCurated = authority.files.subjects.some(({ id }) => iris.thing('subject', id) === thing.value)
  return { thing, quads: isCurated ? [] : mapHeading(iris, graph, heading) }
}

const mapCollection: MapKind = ({ name }, { source, rows, graph }, { iris }) => {
  const { label } = name.value
  const thing = namedNode(iris.thing('collection', `${source}-${slugify(label)}`))
  const documents = [...new Set(rows)].map((row) => namedNode(row))
  return {
    thing,
    quads: [
      ...describe(graph, thing, [
        isA('Collection'),
        [rdf.type, dcmitype.Collection],
        [skos.prefLabel, textIn('en', label)],
        [dcterms.title, textIn('en', label)],
        [dcterms.isPartOf, namedNode(iris.thing('collection', source))],
        [dcterms.hasPart, documents],
      ]),
      ...documents.flatMap((document) => describe(graph, document, [[dcterms.isPartOf, thing]])),
    ],
  }
}

const KINDS: Readonly<Record<SourceSubject['kind'], MapKind>> = {
  person: mapEntity,
  place: mapEntity,
  topic: mapTopic,
  collection: mapCollection,
}
