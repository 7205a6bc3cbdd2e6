/** The quads about a thing as a crosswalk reads them: its own statements, and what the things are called that they point to. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import type { Iris } from '../iris.ts'
import { distinctTerms } from '../rdf/distinct.ts'
import { labelOf } from '../rdf/labels.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import type { Named, Words } from './record.ts'

export interface Statements {
  /** Objects of a property in the stated graph, sorted as the graph is. */
  all(subject: string, ...properties: readonly NamedNode[]): readonly Term[]
  /** Their lexical forms. */
  texts(subject: string, property: NamedNode): readonly string[]
  text(subject: string, property: NamedNode): string | undefined
  words(subject: string, property: NamedNode): readonly Words[]
  /** The things that a property names, each with its best label. */
  things(subject: string, ...properties: readonly NamedNode[]): readonly Named[]
  named(iri: string): Named
  /** Whether any graph but the extracted one gives the type. */
  isA(iri: string, type: NamedNode): boolean
}

/**
 * Indexes the quads that `describe` gives for a thing. What rules found in running text is left out. Statements come
 * from the document's own graph where the thing is one (or a part of one), labels and types from wherever they stand.
 */
export function readStatements(quads: readonly Quad[], iris: Iris, iri: string): Statements {
  const { kind, slug } = iris.parse(iri) ?? {}
  const graph = kind === 'document' ? iris.graph(`document/${slug}`) : undefined
  const extracted = iris.graph('extracted/')
  const stated = new Map<string, Quad[]>()
  const anywhere = new Map<string, Quad[]>()
  for (const quad of quads) {
    if (quad.graph.value.startsWith(extracted)) continue
    if (graph === undefined || quad.graph.value === graph) keep(stated, quad)
    keep(anywhere, quad)
  }
  const all: Statements['all'] = (subject, ...properties) =>
    distinctTerms(
      properties.flatMap((property) =>
        (stated.get(subject) ?? []).filter(({ predicate }) => predicate.equals(property)).map(({ object }) => object),
      ),
    )
  const texts: Statements['texts'] = (subject, property) => all(subject, property).map(({ value }) => value)
  const named = (thing: string): Named => ({ iri: thing, label: labelOf(anywhere.get(thing) ?? []) ?? lastPart(thing) })
  return {
    all,
    texts,
    text: (subject, property) => texts(subject, property)[0],
    words: (subject, property) => all(subject, property).map(wordsOf),
    things: (subject, ...properties) =>
      all(subject, ...properties).flatMap(({ termType, value }) => (termType === 'NamedNode' ? [named(value)] : [])),
    named,
    isA: (thing, type) =>
      (anywhere.get(thing) ?? []).some(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(type)),
  }
}

function keep(bySubject: Map<string, Quad[]>, quad: Quad): void {
  const quads = bySubject.get(quad.subject.value)
  if (quads === undefined) bySubject.set(quad.subject.value, [quad])
  else quads.push(quad)
}

const wordsOf = (term: Term): Words =>
  term.termType === 'Literal' && term.language !== ''
    ? { value: term.value, language: term.language }
    : { value: term.value }

/** What is said of a thing that no graph names. */
function lastPart(iri: string): string {
  const part = iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)
  return part.replaceAll('-', ' ')
}
