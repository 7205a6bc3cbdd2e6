/** What a document names, for the derived graph: entities of no authority file, attested forms, holdings, headings, units. */
import type { NamedNode, Quad } from 'n3'
import type { Entity } from '../authority/authority.ts'
import type { Found, Name, NameForm, SourceDocument } from '../document.ts'
import { languageName, languageOfTag } from '../grammar/language.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import type { ClassName } from '../rdf/vocabulary/superclasses.ts'
import type { Statements } from '../statements.ts'
import { mapCollections } from './collections.ts'
import { languageIri, projectName, publisherName } from './edition.ts'
import { mapHolding } from './holdings.ts'
import { attested, attestedForms, formLabels, writtenForms } from './names.ts'
import { describe, isA, namedNode, textIn } from './quads.ts'
import { entityIri, facts, firstFact, placeNamed, type Scope, thing } from './scope.ts'
import type { Told } from './statements.ts'
import { headingSlug, mapHeading } from './subjects.ts'
import { archiveIri, mapUnits } from './units.ts'

/** Everything that the document contributes to `B/graph/derived`. */
export function mapEntities(scope: Scope, told: readonly Told[]): Quad[] {
  const graph = namedNode(scope.context.iris.graph('derived'))
  // A text says the same names again and again; how it writes them counts once.
  const names = new Map(
    [
      ...scope.members.flatMap(({ document }) => namesIn(document)),
      ...told.flatMap(({ statements }) => namesSaid(statements)),
    ].map((name) => [JSON.stringify(name), name]),
  )
  const places = [
    ...facts(scope, placesIn).map(({ found }) => found.value.label),
    ...told.flatMap(({ statements }) => statements.events.flatMap(({ value }) => value.place?.label ?? [])),
  ]
  const curated = new Set(scope.context.authority.files.subjects.map(({ id }) => id))
  const headings = facts(scope, (document) => [...document.subjects, ...document.topics])
  return [
    ...[...names.values()].flatMap((name) => [
      ...mapNamed(scope, graph, name, scope.names.entity(name)),
      ...mapHolding(scope, graph, name),
    ]),
    ...places.flatMap((label) => mapNamed(scope, graph, { kind: 'place', label, forms: [] }, placeNamed(scope, label))),
    ...headings.flatMap(({ found: { value } }) =>
      curated.has(headingSlug(value)) ? [] : mapHeading(scope.context.iris, graph, value),
    ),
    ...facts(scope, (document) => document.archival).flatMap(({ found: { value } }) =>
      value.printed ? [] : mapUnits(scope, graph, value),
    ),
    ...publisherNames(scope).flatMap((name) => mapMinted(scope, graph, scope.names.entity(name), [])),
    ...mapOriginalArchive(scope, graph),
    ...mapLanguages(scope, graph),
    ...mapCollections(scope, graph),
  ]
}

/** The languages of the document and of its editions, by name. */
function mapLanguages(scope: Scope, graph: NamedNode): Quad[] {
  const codes = scope.members.flatMap(({ document: { languages, textLanguage } }) => [
    ...languages.map(({ value }) => value),
    textLanguage === undefined ? undefined : languageOfTag(textLanguage)?.iso,
  ])
  return [...new Set(codes)].flatMap((code) => {
    const language = languageIri(code)
    const name = code === undefined ? undefined : languageName(code)
    return language === undefined || name === undefined
      ? []
      : describe(graph, language, [
          [rdf.type, dcterms.LinguisticSystem],
          [rdfs.label, textIn('en', name)],
        ])
  })
}

/** The places that a record names as places, those of papers inside it too. */
const placesIn = ({ places, writtenAt, encloses }: SourceDocument): Found<Name>[] => [
  ...places,
  ...(writtenAt ? [writtenAt] : []),
  ...encloses.flatMap(placesIn),
]

/** Every name in a record, in reading order. Related documents and the journal have records of their own. */
function namesIn(document: SourceDocument): Name[] {
  return [
    ...document.parties.map(({ value }) => value.name),
    ...document.numbers.map(({ value }) => value.office),
    ...document.stamps.flatMap(({ value }) => [value.office, ...value.numbers.map((number) => number.value.office)]),
    ...document.distribution.map(({ value }) => value.recipient),
    ...document.credits.flatMap(({ value }) => [value.name, value.project && projectName(value.project)]),
    ...document.donors.map(({ value }) => value),
    ...document.people.map(({ value }) => value),
    ...document.encloses.flatMap(namesIn),
  ].filter((name) => name !== undefined && name !== '')
}

function namesSaid({ mentions, events, acts }: Statements): Name[] {
  return [
    ...mentions.map(({ value }) => value.name),
    ...events.flatMap(({ value }) => value.participants.map(({ name }) => name)),
    ...acts.flatMap(({ value }) => [
      ...value.actors,
      ...value.addressees,
      ...value.onBehalfOf,
      ...value.relayedBy,
      value.appointee,
      value.appointedTo,
    ]),
  ].filter((name) => name !== undefined)
}

function publisherNames(scope: Scope): Name[] {
  const { edition } = scope.context.settings
  const own = edition?.publisher.iri === undefined ? edition?.publisher.name : undefined
  const names = scope.members.map(({ document }) => publisherName(scope, document.source))
  return [...names, own === undefined ? undefined : projectName(own)].filter((name) => name !== undefined)
}

const CLASSES: Readonly<Record<Entity['kind'], ClassName>> = {
  person: 'Person',
  body: 'CorporateBody',
  state: 'State',
  position: 'Position',
  place: 'Place',
}

/** The class of an entity; a loosely named group is an actor and no more. */
export const classOf = ({ kind, loose }: Pick<Entity, 'kind' | 'loose'>): ClassName => (loose ? 'Actor' : CLASSES[kind])

/** An entity of no authority file; a curated one is described in its file's graph. */
function mapMinted(scope: Scope, graph: NamedNode, entity: Entity, forms: readonly NameForm[]): Quad[] {
  if (entity.curated) return []
  const node = thing(scope, entity.kind, entity.slug)
  return describe(graph, node, [isA(classOf(entity)), ...formLabels(entity.label, forms)])
}

function mapNamed(scope: Scope, graph: NamedNode, name: Name, entity: Entity): Quad[] {
  const node = thing(scope, entity.kind, entity.slug)
  const forms = attestedForms(name, entity)
  return [...mapMinted(scope, graph, entity, forms), ...attested(scope, graph, node, writtenForms(scope, forms))]
}

/** The field names the archive of the reference in full; without a reference it is all that is known of the place. */
function mapOriginalArchive(scope: Scope, graph: NamedNode): Quad[] {
  const archive = firstFact(scope, (document) => document.originalArchive)?.found.value
  if (archive === undefined) return []
  const form: NameForm = { value: archive.label, kind: 'established' }
  const references = facts(scope, (document) => document.archival).map(({ found }) => found.value)
  const [reference] = references
  if (reference === undefined) {
    const { curated, label } = scope.names.entity(archive)
    const node = entityIri(scope, archive)
    return [
      ...(curated ? [] : describe(graph, node, [isA('Archive'), ...formLabels(label, archive.forms)])),
      ...attested(scope, graph, node, [form]),
    ]
  }
  if (references.some((other) => other.archive !== reference.archive)) return []
  return attested(scope, graph, archiveIri(scope, reference), [form])
}
