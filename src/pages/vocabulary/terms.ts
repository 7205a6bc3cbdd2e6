/** The terms of our vocabularies and shapes, indexed for their pages: what kind each is, and what speaks of it. */
import type { Quad } from '@rdfjs/types'
import { PREFIXES } from '../../rdf/prefixes.ts'
import { dip } from '../../rdf/vocabulary/dip.ts'
import { owl } from '../../rdf/vocabulary/owl.ts'
import { rdf } from '../../rdf/vocabulary/rdf.ts'
import { rdfs } from '../../rdf/vocabulary/rdfs.ts'
import { sh } from '../../rdf/vocabulary/sh.ts'
import { skos } from '../../rdf/vocabulary/skos.ts'
import { vocabulary } from '../../rdf/vocabulary/vocabulary.ts'
import { createDescription, type Description } from '../description.ts'
import { NAMESPACE } from '../page.ts'

/** How a term is meant to be used; nothing follows from it by logic. */
export const dcam = vocabulary('http://purl.org/dc/dcam/', ['domainIncludes', 'rangeIncludes'])

export type TermKind = 'class' | 'property' | 'scheme' | 'concept'

const KINDS: ReadonlyMap<string, TermKind> = new Map([
  [owl.Class.value, 'class'],
  [owl.ObjectProperty.value, 'property'],
  [owl.DatatypeProperty.value, 'property'],
  [owl.AnnotationProperty.value, 'property'],
  [skos.ConceptScheme.value, 'scheme'],
  [skos.Concept.value, 'concept'],
] as const)

export interface Terms {
  readonly about: Description
  /** What kind of term of ours an IRI names; undefined for what is none. */
  kind(iri: string): TermKind | undefined
  /** All of a kind, by their labels. */
  all(kind: TermKind): readonly string[]
  /** What points to a resource by a property, by label. */
  pointing(predicate: { readonly value: string }, iri: string): readonly string[]
  /** Our classes above a class, or properties above a property, the nearest first. */
  above(iri: string): readonly string[]
  /** The concepts of a scheme as a tree in one row: each with how many stand above it. */
  tree(scheme: string): readonly { readonly iri: string; readonly level: number }[]
  /** IRIs of the shapes that speak of a class or property, the one that says it of its own first. */
  shapesOf(iri: string): readonly string[]
}

/** @param quads of the vocabularies and the shapes */
export function createTerms(quads: readonly Quad[]): Terms {
  const about = createDescription(quads)
  const kinds = new Map<string, TermKind>()
  const reverse = new Map<string, string[]>()
  for (const { subject, predicate, object } of quads) {
    if (object.termType === 'Literal') continue
    const kind = predicate.equals(rdf.type) ? KINDS.get(object.value) : undefined
    if (kind !== undefined && subject.value.startsWith(NAMESPACE)) kinds.set(subject.value, kind)
    const key = `${predicate.value} ${object.value}`
    const subjects = reverse.get(key)
    if (subjects === undefined) reverse.set(key, [subject.value])
    else if (!subjects.includes(subject.value)) subjects.push(subject.value)
  }
  const byLabel = (iris: readonly string[]) => iris.toSorted((a, b) => compare(about.label(a), about.label(b), a, b))
  const pointing = (predicate: { readonly value: string }, iri: string) =>
    byLabel(reverse.get(`${predicate.value} ${iri}`) ?? [])
  const above = (iri: string): string[] => {
    const found: string[] = []
    for (let level = [iri]; level.length > 0; ) {
      level = level
        .flatMap((term) => [...about.all(term, rdfs.subClassOf), ...about.all(term, rdfs.subPropertyOf)])
        .map(({ value }) => value)
        .filter((term) => kinds.has(term) && term !== iri && !found.includes(term))
      found.push(...new Set(level))
    }
    return found
  }
  return {
    about,
    kind: (iri) => kinds.get(iri),
    all: (kind) => byLabel([...kinds].filter(([, is]) => is === kind).map(([iri]) => iri)),
    pointing,
    above,
    tree: (scheme) => {
      const concepts = new Set(pointing(skos.inScheme, scheme))
      const seen = new Set<string>()
      const branch = (iri: string, level: number): { iri: string; level: number }[] => {
        if (seen.has(iri)) return []
        seen.add(iri)
        const below = pointing(skos.broader, iri).filter((narrower) => concepts.has(narrower))
        return [{ iri, level }, ...below.flatMap((narrower) => branch(narrower, level + 1))]
      }
      const isTop = (iri: string) => !about.all(iri, skos.broader).some(({ value }) => concepts.has(value))
      const tops = [...concepts].filter(isTop).flatMap((iri) => branch(iri, 0))
      // What is in a circle has no top.
      return [...tops, ...[...concepts].flatMap((iri) => branch(iri, 0))]
    },
    shapesOf: (iri) => {
      const own = [iri, ...above(iri)].flatMap((term) => pointing(sh.targetClass, term))
      const others = [sh.path, ...SPEAKING].flatMap((predicate) => pointing(predicate, iri))
      return [...new Set([...own, ...others])].filter((shape) => shape.startsWith(NAMESPACE))
    },
  }
}

/** By what a shape speaks of a term beside its target and its path. */
const SPEAKING = [sh.targetSubjectsOf, sh.targetObjectsOf, sh.class, sh.lessThan, sh.lessThanOrEquals]

const compare = (...[a, b, c, d]: readonly [string, string, string, string]): number =>
  a.localeCompare(b, 'en') || (c < d ? -1 : 1)

const NAMES = Object.entries(PREFIXES)

/** `dip:Telegram`; the IRI where no prefix of ours is its beginning. */
export function shortName(iri: string): string {
  const found = NAMES.find(([, namespace]) => iri.startsWith(namespace) && iri.length > namespace.length)
  return found === undefined ? iri : `${found[0]}:${iri.slice(found[1].length)}`
}

/** The name of a term in its own address: `Telegram`, `top-secret`. */
export const localName = (iri: string): string => iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1)

/** What a term means, in one sentence or few. */
export const definitionOf = ({ about }: Terms, iri: string): string =>
  about.text(iri, skos.definition) || about.text(iri, rdfs.comment)

/** Whether a class is one of ours. */
export const isOurs = (iri: string): boolean => iri.startsWith(dip.iri)
