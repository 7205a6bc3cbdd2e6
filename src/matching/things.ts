/** What the matching of names knows of things: their types, their names, and the properties that can be fetched. */
import type { NamedNode, Quad } from '@rdfjs/types'
import type { Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { geo } from '../rdf/vocabulary/geo.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { skos } from '../rdf/vocabulary/skos.ts'

/** What has a name that a table may hold. */
export const MATCHED = {
  person: 'Person',
  body: 'Corporate body',
  state: 'State',
  position: 'Position',
  place: 'Place',
  event: 'Event',
  unit: 'Archival unit',
  subject: 'Subject',
  collection: 'Collection',
} as const satisfies Partial<Record<Kind, string>>

export type MatchedKind = keyof typeof MATCHED

export const isMatched = (kind: string): kind is MatchedKind => Object.hasOwn(MATCHED, kind)

/** A type as the protocol has it: the kind is its id. */
export const typeOf = (kind: MatchedKind) => ({ id: kind, name: MATCHED[kind] })

/** A property whose values can be fetched, or told with a name to find the right thing. */
export interface Property {
  readonly id: string
  readonly name: string
  readonly kinds: readonly MatchedKind[]
  readonly terms: readonly NamedNode[]
}

const ALL = Object.keys(MATCHED) as MatchedKind[]
const define = (id: string, name: string, kinds: readonly MatchedKind[], ...terms: readonly NamedNode[]): Property => ({
  id,
  name,
  kinds,
  terms,
})

export const PROPERTIES: readonly Property[] = [
  define('names', 'forms of the name', ALL, dip.nameValue, skos.altLabel),
  define('sameAs', 'the same elsewhere', ALL, owl.sameAs, skos.exactMatch, skos.closeMatch),
  define('birthDate', 'born', ['person'], schema.birthDate),
  define('deathDate', 'died', ['person'], schema.deathDate),
  define('position', 'position', ['person'], dip.position),
  define('represents', 'represents', ['person', 'body', 'position'], dip.represents),
  define('positionInBody', 'of the body', ['position'], dip.positionInBody),
  define('accreditedTo', 'accredited to', ['position', 'body'], dip.accreditedTo),
  define('subordinateTo', 'part of', ['body'], dip.subordinateTo),
  define('governs', 'governs', ['state'], dip.governs),
  define('latitude', 'latitude', ['place'], geo.lat),
  define('longitude', 'longitude', ['place'], geo.long),
  define('unitOf', 'archive', ['unit'], dip.unitOf),
  define('withinUnit', 'within', ['unit'], dip.withinUnit),
  define('description', 'description', ALL, dcterms.description),
]

const isPart = (node: string, iri: string): boolean => node === iri || node.startsWith(`${iri}#`)

/** The values of a property of a thing or of its parts, each once. */
export function valuesOf({ terms }: Property, iri: string, quads: readonly Quad[]): Quad['object'][] {
  const found = quads.filter(
    ({ subject, predicate }) => isPart(subject.value, iri) && terms.some((t) => t.equals(predicate)),
  )
  return [...new Map(found.map(({ object }) => [object.value, object])).values()]
}
