/** The curated files as graphs, one a file: what a person has written down, and nothing that a document says. */
import type { NamedNode, Quad } from 'n3'
import type { Authority, Entity } from '../authority/authority.ts'
import type { BodyRow, EventRow, HoldingRow, LinkRow, PersonRow, PlaceRow } from '../authority/rows.ts'
import type { NameForm } from '../document.ts'
import { dateValue } from '../grammar/calendar.ts'
import { dateSlug, type Iris, type Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { geo } from '../rdf/vocabulary/geo.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { prov } from '../rdf/vocabulary/prov.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { factuality, holdingStatus } from '../rdf/vocabulary/schemes.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { bounds, dateLiteral, dateStatement } from './dates.ts'
import { formLabels, mapForms } from './names.ts'
import { describe, isA, namedNode, type Properties, text, textIn, typed } from './quads.ts'
import type { MapContext } from './scope.ts'
import { mapHeading } from './subjects.ts'

type Context = Pick<MapContext, 'authority' | 'iris'>

/** Everything that the authority files say, in the graphs `persons`, `bodies`, `positions`, `places`, `subjects`, `events` and `links`. */
export function mapAuthority({ authority, iris }: Context): Quad[] {
  const { files, schemes } = authority
  const graph = (name: string) => namedNode(iris.graph(name))
  const named = namer(authority)
  const iri = (kind: Kind, id: string | undefined) => (id === undefined ? undefined : namedNode(iris.thing(kind, id)))
  const bodyKind = new Map(files.bodies.map(({ id, kind }) => [id, kind === 'state' ? 'state' : 'body'] as const))
  const body = (id: string | undefined) => (id === undefined ? undefined : iri(bodyKind.get(id) ?? 'body', id))

  return [
    ...files.persons.flatMap((row) => named(graph('persons'), iris, 'person', row, personProperties(row))),
    ...files.bodies.flatMap((row) =>
      named(graph('bodies'), iris, row.kind === 'state' ? 'state' : 'body', row, [
        isA(BODIES[row.kind]),
        [dip.subordinateTo, body(row.parent)],
        [dip.represents, body(row.represents)],
        [dip.governs, iri('place', row.governs)],
      ]),
    ),
    ...schemes
      .filter(({ archive }) => !bodyKind.has(archive))
      .flatMap(({ archive, label }) => named(graph('bodies'), iris, 'body', { id: archive, label }, [isA('Archive')])),
    ...files.positions.flatMap((row) =>
      named(graph('positions'), iris, 'position', row, [
        isA('Position'),
        [dip.positionInBody, body(row.body)],
        [dip.represents, body(row.represents)],
        [dip.accreditedTo, body(row.accreditedTo)],
      ]),
    ),
    ...files.holdings.flatMap((row) => mapHoldingRow(graph('positions'), iris, row)),
    ...files.places.flatMap((row) => named(graph('places'), iris, 'place', row, placeProperties(row, iris))),
    ...files.subjects.flatMap(({ id, label, components, note }) => [
      ...mapHeading(iris, graph('subjects'), { label, components: components.length > 0 ? components : [label] }),
      ...describe(graph('subjects'), namedNode(iris.thing('subject', id)), [[skos.note, textIn('en', note)]]),
    ]),
    ...files.events.flatMap((row) => mapEventRow(graph('events'), iris, row)),
    ...files.links.flatMap((row) => mapLink(graph('links'), iris, row)),
  ]
}

const BODIES = { body: 'CorporateBody', state: 'State', archive: 'Archive' } as const satisfies Record<
  BodyRow['kind'],
  string
>

/** Describes a row with its forms; the kinds of the forms come from the loaded entity. */
function namer(authority: Authority) {
  const entities = new Map<string, Entity>(
    authority.forms.map(({ entity }) => [`${entity.kind}/${entity.slug}`, entity] as const),
  )
  return (graph: NamedNode, iris: Iris, kind: Entity['kind'], row: { id: string; label: string }, more: Properties) => {
    const node = namedNode(iris.thing(kind, row.id))
    const established: NameForm = { value: row.label, kind: 'established' }
    const codeNames = 'codeNames' in row ? (row as PersonRow).codeNames : []
    const forms: NameForm[] = [
      ...(entities.get(`${kind}/${row.id}`)?.forms ?? [established]),
      ...codeNames.map((value) => ({ value, kind: 'code-name' as const })),
    ]
    return [...describe(graph, node, [...more, ...formLabels(row.label, forms)]), ...mapForms(graph, node, forms)]
  }
}

function personProperties({ born, died, note }: PersonRow): Properties {
  return [
    isA('Person'),
    [schema.birthDate, dateOf(born)],
    [schema.deathDate, dateOf(died)],
    [skos.note, textIn('en', note)],
  ]
}

const dateOf = (edtf: string | undefined) =>
  dateLiteral(edtf === undefined ? undefined : { edtf, precision: 'unknown' })

function placeProperties({ latitude, longitude, within, source }: PlaceRow, iris: Iris): Properties {
  return [
    isA('Place'),
    [geo.lat, typed(xsd.decimal, latitude?.toString())],
    [geo.long, typed(xsd.decimal, longitude?.toString())],
    [dcterms.isPartOf, within === undefined ? undefined : namedNode(iris.thing('place', within))],
    [dcterms.source, text(source)],
  ]
}

/** A holding with the dates that a curator found; attested holdings stand in the derived graph. */
function mapHoldingRow(graph: NamedNode, iris: Iris, row: HoldingRow): Quad[] {
  const holder = namedNode(iris.thing('person', row.person))
  const position = namedNode(iris.thing('position', row.position))
  const since = row.from === undefined ? '' : `-${dateSlug(row.from)}`
  const node = namedNode(`${holder.value}#holding-${row.status}-${row.position}${since}`)
  const dates = [
    [dip.holdingFrom, 'from', row.from],
    [dip.holdingTo, 'to', row.to],
  ] as const
  return [
    ...describe(graph, holder, [[dip.holdsPosition, position]]),
    ...describe(graph, node, [
      isA('PositionHolding'),
      [dip.holder, holder],
      [dip.position, position],
      [dip.holdingStatus, holdingStatus[row.status]],
      [dcterms.source, text(row.source)],
    ]),
    ...dates.flatMap(([property, end, edtf]) => {
      const date = edtf === undefined ? undefined : dateValue(edtf)
      const day = namedNode(`${node.value}-${end}`)
      if (edtf === undefined || date === undefined) return []
      return [...describe(graph, node, [[property, day]]), ...dateStatement(graph, day, date, edtf, 'inference')]
    }),
  ]
}

/** An event that a curator accepted. The reports stay what they are: each says what its document says. */
function mapEventRow(graph: NamedNode, iris: Iris, { id, kind, label, date, members }: EventRow): Quad[] {
  const reports = members.map((member) => member.split('#', 2))
  return describe(graph, namedNode(iris.thing('event', id)), [
    isA(kind),
    [rdfs.label, textIn('en', label)],
    [dip.factuality, factuality.actual],
    ...bounds(date === undefined ? undefined : dateValue(date)),
    [dip.reportedIn, reports.map(([slug = '']) => namedNode(iris.thing('document', slug)))],
    [
      prov.wasDerivedFrom,
      reports.map(([slug = '', part = '']) => namedNode(iris.part(iris.thing('document', slug), part))),
    ],
  ])
}

const LINKS: Readonly<Record<LinkRow['relation'], NamedNode>> = {
  sameAs: owl.sameAs,
  exactMatch: skos.exactMatch,
  closeMatch: skos.closeMatch,
  seeAlso: rdfs.seeAlso,
}

/** Only what a reviewer accepted is said. */
function mapLink(graph: NamedNode, iris: Iris, { subject, relation, target, status }: LinkRow): Quad[] {
  if (status !== 'accepted') return []
  const [kind = '', id = ''] = subject.split('/', 2)
  return describe(graph, namedNode(iris.thing(kind as Kind, id)), [[LINKS[relation], namedNode(target)]])
}
