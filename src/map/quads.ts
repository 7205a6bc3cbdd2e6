/** How the map says things: one subject in one graph, a list of properties and values, quads. */
import { DataFactory, type Literal, type NamedNode, type Quad } from 'n3'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { type ClassName, superclasses } from '../rdf/vocabulary/superclasses.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'

export const { namedNode, quad } = DataFactory

export type Value = NamedNode | Literal
/** A value, several, or none: what is not known is not said. */
export type Values = Value | undefined | readonly (Value | undefined)[]
export type Properties = readonly (readonly [property: NamedNode, values: Values])[]

const list = (values: Values): (Value | undefined)[] => (Array.isArray(values) ? values : [values as Value | undefined])

/** The quads of one subject in one graph, one for each value of each property. */
export function describe(graph: NamedNode, subject: NamedNode, properties: Properties): Quad[] {
  return properties.flatMap(([property, values]) =>
    list(values).flatMap((value) => (value === undefined ? [] : [quad(subject, property, value, graph)])),
  )
}

/** The class and all its superclasses: the data can be read without the ontology. */
export const typesOf = (name: ClassName): readonly NamedNode[] => [dip[name], ...superclasses[name]]

/** The property `rdf:type` with a class of the ontology and all its superclasses. */
export const isA = (name: ClassName): Properties[number] => [rdf.type, typesOf(name)]

/** A literal without language. An empty string says nothing and gives undefined. */
export const text = (value: string | undefined): Literal | undefined =>
  value === undefined || value === '' ? undefined : DataFactory.literal(value)

/** A text in a language, given as a BCP 47 tag. */
export const textIn = (language: string, value: string | undefined): Literal | undefined =>
  value === undefined || value === '' ? undefined : DataFactory.literal(value, language)

export const typed = (datatype: NamedNode, value: string | undefined): Literal | undefined =>
  value === undefined ? undefined : DataFactory.literal(value, datatype)

export const integer = (value: number | undefined): Literal | undefined =>
  value === undefined ? undefined : DataFactory.literal(String(value), xsd.integer)

export const yes: Literal = DataFactory.literal('true', xsd.boolean)

/** An IRI as it stands in other people's data: kept only where RDF can hold it. */
export const iriOrNothing = (value: string | undefined): NamedNode | undefined =>
  value !== undefined && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) ? namedNode(value) : undefined

/** The language of a name by its script: pages give names in English unless they are written in other letters. */
export const scriptLanguage = (name: string): string => (/^[\P{L}\p{Script=Latin}]*$/u.test(name) ? 'en' : 'und')

/** Each quad once, in the order of the first. */
export function distinctQuads(quads: readonly Quad[]): Quad[] {
  const seen = new Map<string, Set<string>>()
  return quads.filter(({ subject, predicate, object, graph }) => {
    const said = seen.get(subject.id) ?? new Set()
    seen.set(subject.id, said)
    const before = said.size
    return said.add(`${predicate.id} ${graph.id} ${object.id}`).size > before
  })
}

/** Finds the first value of a property of a subject. */
export function firstValues(quads: readonly Quad[]): (subject: string, predicate: string) => string | undefined {
  const values = new Map(quads.toReversed().map((q) => [`${q.subject.value} ${q.predicate.value}`, q.object.value]))
  return (subject, predicate) => values.get(`${subject} ${predicate}`)
}
