/** What the ontology and the shapes say of classes, properties and schemes, to be looked up by IRI. */
import type { Quad, Term } from '@rdfjs/types'
import { PREFIXES } from '../rdf/prefixes.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { sh } from '../rdf/vocabulary/sh.ts'
import { skos } from '../rdf/vocabulary/skos.ts'

const DCAM = 'http://purl.org/dc/dcam/'
export const SCHEMES = 'https://w3id.org/diplomacy/vocab/'

/** A property shape, as far as a form can use it. */
export interface Constraint {
  readonly path: string
  /** What stands behind the colon of its label: `title`. */
  readonly label: string
  readonly minimum: number
  readonly class?: string
  readonly datatype?: string
  readonly pattern?: string
  /** Whether its values have bounds, and so are numbers where no datatype is given. */
  readonly isBounded: boolean
}

export interface Terms {
  /** Label in English, else the last part of the IRI. */
  label(iri: string): string
  definition(iri: string): string | undefined
  /** Those of our ontology that stand above a class, the class first. */
  above(iri: string): readonly string[]
  /** Those of our ontology that stand below a class, by label. */
  below(iri: string): readonly string[]
  /** Properties of our ontology. */
  readonly properties: readonly string[]
  domains(property: string): readonly string[]
  ranges(property: string): readonly string[]
  /** The property that says the same backwards. */
  inverse(property: string): string | undefined
  /** Constraints of the shapes of a class and of those above it. */
  constraints(iri: string): readonly Constraint[]
  /** Patterns of the values of a property, by whichever shape. */
  patterns(property: string): readonly string[]
  /** Concepts of a scheme in their order, and whether some stand below them. */
  concepts(scheme: string): readonly { readonly iri: string; readonly label: string; readonly isBroader: boolean }[]
}

/** @param quads Those of the ontology, the schemes and the shapes. */
export function readTerms(quads: readonly Quad[]): Terms {
  const said = new Map<string, Map<string, Term[]>>()
  for (const { subject, predicate, object } of quads) {
    const about = said.get(subject.value) ?? new Map<string, Term[]>()
    said.set(subject.value, about)
    about.set(predicate.value, [...(about.get(predicate.value) ?? []), object])
  }
  const all = (iri: string, property: string): readonly string[] =>
    (said.get(iri)?.get(property) ?? []).map(({ value }) => value)
  const one = (iri: string, property: string): string | undefined => all(iri, property)[0]
  const ofType = (...types: readonly string[]) =>
    [...said.keys()].filter((iri) => all(iri, rdf.type.value).some((type) => types.includes(type))).sort()

  const label = (iri: string) =>
    one(iri, rdfs.label.value) ??
    one(iri, skos.prefLabel.value) ??
    iri.slice(Math.max(...['#', '/'].map((sign) => iri.lastIndexOf(sign))) + 1)
  const byLabel = (a: string, b: string) => (label(a) < label(b) ? -1 : 1)
  const classes = ofType(owl.Class.value).filter((iri) => iri.startsWith(dip.iri))
  const above = (iri: string): readonly string[] => [
    ...new Set([
      iri,
      ...all(iri, rdfs.subClassOf.value)
        .filter((term) => term.startsWith(dip.iri))
        .flatMap(above),
    ]),
  ]

  const constraintsOf = new Map<string, Constraint[]>()
  for (const shape of said.keys())
    for (const target of all(shape, sh.targetClass.value))
      constraintsOf.set(target, [
        ...(constraintsOf.get(target) ?? []),
        ...all(shape, sh.property.value).flatMap((property) => constraint(property) ?? []),
      ])

  function constraint(iri: string): Constraint | undefined {
    const [path] = said.get(iri)?.get(sh.path.value) ?? []
    if (path?.termType !== 'NamedNode') return undefined
    const value = ({ value: property }: Term) => one(iri, property)
    const qualified = value(sh.qualifiedValueShape)
    const pattern = value(sh.pattern) ?? (qualified === undefined ? undefined : one(qualified, sh.pattern.value))
    const [type, datatype] = [value(sh.class), value(sh.datatype)]
    return {
      path: path.value,
      label: label(iri).replace(/^.*?: /, ''),
      minimum: Number(value(sh.minCount) ?? 0),
      ...(type !== undefined && { class: type }),
      ...(datatype !== undefined && { datatype }),
      ...(pattern !== undefined && { pattern }),
      isBounded: value(sh.minInclusive) !== undefined,
    }
  }

  const concepts = ofType(skos.Concept.value).filter((iri) => iri.startsWith(SCHEMES))
  const broader = new Set(concepts.flatMap((iri) => all(iri, skos.broader.value)))

  return {
    label,
    definition: (iri) => one(iri, skos.definition.value),
    above,
    below: (iri) => classes.filter((term) => term !== iri && above(term).includes(iri)).sort(byLabel),
    properties: ofType(owl.ObjectProperty.value, owl.DatatypeProperty.value).filter((iri) => iri.startsWith(dip.iri)),
    domains: (property) => all(property, `${DCAM}domainIncludes`),
    ranges: (property) => all(property, `${DCAM}rangeIncludes`),
    inverse: (property) =>
      one(property, owl.inverseOf.value) ??
      [...said.keys()].find((iri) => all(iri, owl.inverseOf.value).includes(property)),
    patterns: (property) =>
      [...constraintsOf.values()].flat().flatMap(({ path, pattern }) => (path === property ? (pattern ?? []) : [])),
    constraints: (iri) => above(iri).flatMap((term) => constraintsOf.get(term) ?? []),
    concepts: (scheme) =>
      concepts
        .filter((iri) => iri.startsWith(scheme))
        .sort(byLabel)
        .map((iri) => ({ iri, label: label(iri), isBroader: broader.has(iri) })),
  }
}

/** A term as SPARQL writes it here: `dip:sender`; concepts by the prefix of their scheme: `unitLevel:opis`. */
export function shortOf(iri: string): string {
  const found = namespaceOf(iri)
  return found === undefined ? `<${iri}>` : `${found[0]}:${iri.slice(found[1].length)}`
}

/** The prefix of a term and its namespace; undefined where it has none. */
export function namespaceOf(iri: string): readonly [prefix: string, namespace: string] | undefined {
  if (iri.startsWith(SCHEMES)) {
    const scheme = iri.slice(SCHEMES.length, iri.lastIndexOf('/'))
    return [camelCase(scheme), `${SCHEMES}${scheme}/`]
  }
  return Object.entries(PREFIXES).find(([, namespace]) => iri.startsWith(namespace))
}

const camelCase = (slug: string) => slug.replace(/-(\w)/g, (_hyphen, letter: string) => letter.toUpperCase())
