/** What a thing is called and what it is, in one word each, from its labels and types. */
import type { Quad } from '@rdfjs/types'
import { dcterms } from './vocabulary/dcterms.ts'
import { dip } from './vocabulary/dip.ts'
import { foaf } from './vocabulary/foaf.ts'
import { rdf } from './vocabulary/rdf.ts'
import { rdfs } from './vocabulary/rdfs.ts'
import { skos } from './vocabulary/skos.ts'
import { superclasses } from './vocabulary/superclasses.ts'

/** Properties that name a thing, the best first. */
const NAMING: readonly string[] = [skos.prefLabel, dcterms.title, rdfs.label, foaf.name].map(({ value }) => value)

/** What is repeated of a thing wherever something points to it. */
export const IDENTIFYING: ReadonlySet<string> = new Set([rdf.type.value, ...NAMING])

/** How good a name is for a reader of English: 0 is the best, below 12. */
export const nameRank = (predicate: string, language: string): number =>
  NAMING.indexOf(predicate) * 3 + (language.startsWith('en') ? 0 : language === '' ? 1 : 2)

/** The best label for a reader of English, or undefined. */
export function labelOf(quads: readonly Quad[]): string | undefined {
  const rank = ({ predicate, object }: Quad) =>
    nameRank(predicate.value, object.termType === 'Literal' ? object.language : '')
  return quads.filter(({ predicate }) => NAMING.includes(predicate.value)).toSorted((a, b) => rank(a) - rank(b))[0]
    ?.object.value
}

const SUPERCLASSES: Readonly<Record<string, readonly unknown[]>> = superclasses

/** How many classes stand above a class of the ontology: more for a class than for any above it. */
const depth = (type: string): number =>
  type.startsWith(dip.iri) ? (SUPERCLASSES[type.slice(dip.iri.length)]?.length ?? 0) : -1

/** IRI of the most specific type that some quads give, or undefined. */
export function typeOf(quads: readonly Quad[]): string | undefined {
  const types = quads.filter(({ predicate }) => predicate.value === rdf.type.value).map(({ object }) => object.value)
  return types.toSorted((a, b) => depth(b) - depth(a) || (a < b ? -1 : 1))[0]
}
