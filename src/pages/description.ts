/** A resource's quads, indexed for reading by the pages. Knows RDF terms, no markup. */
import type { Quad, Term } from '@rdfjs/types'
import { distinctTerms } from '../rdf/distinct.ts'

const PREFERRED_LABELS = [
  'http://www.w3.org/2004/02/skos/core#prefLabel',
  'http://purl.org/dc/terms/title',
  'http://www.w3.org/2000/01/rdf-schema#label',
  'http://xmlns.com/foaf/0.1/name',
]

export interface Description {
  /** Objects of a property, in the order of the quads. */
  all(subject: string, predicate: { readonly value: string }): readonly Term[]
  /** The first object of a property. */
  one(subject: string, predicate: { readonly value: string }): Term | undefined
  /** Its lexical form or IRI; an empty string when there is none. */
  text(subject: string, predicate: { readonly value: string }): string
  /** The best label that the quads give for an IRI, else its last part. */
  label(iri: string): string
  /** Whether the subject has this type. */
  isA(subject: string, type: { readonly value: string }): boolean
  /** Subjects with this prefix, sorted; a resource's own parts are those with `{iri}#`. */
  subjects(prefix: string): readonly string[]
  /** Property IRIs of a subject with their objects, in the order of the quads. */
  properties(subject: string): ReadonlyMap<string, readonly Term[]>
}

/** Indexes quads by subject and property; graphs are not told apart. */
export function createDescription(quads: readonly Quad[]): Description {
  const bySubject = new Map<string, Map<string, Term[]>>()
  for (const { subject, predicate, object } of quads) {
    const properties = bySubject.get(subject.value) ?? new Map<string, Term[]>()
    bySubject.set(subject.value, properties)
    const objects = properties.get(predicate.value)
    if (objects === undefined) properties.set(predicate.value, [object])
    else objects.push(object)
  }
  for (const properties of bySubject.values())
    for (const [property, objects] of properties)
      if (objects.length > 1) properties.set(property, distinctTerms(objects))
  const all = (subject: string, predicate: { readonly value: string }): readonly Term[] =>
    bySubject.get(subject)?.get(predicate.value) ?? []
  return {
    all,
    one: (subject, predicate) => all(subject, predicate)[0],
    text: (subject, predicate) => all(subject, predicate)[0]?.value ?? '',
    label: (iri) => {
      for (const value of PREFERRED_LABELS) {
        const label = all(iri, { value })[0]
        if (label !== undefined) return label.value
      }
      return lastPart(iri)
    },
    isA: (subject, type) =>
      all(subject, { value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type' }).some((t) => t.value === type.value),
    subjects: (prefix) => [...bySubject.keys()].filter((s) => s.startsWith(prefix)).sort(),
    properties: (subject) => bySubject.get(subject) ?? new Map(),
  }
}

/** What stands after `#`: the id of a document's part on its page; empty where there is none. */
export const fragmentOf = (iri: string): string => (iri.includes('#') ? iri.slice(iri.indexOf('#') + 1) : '')

/** What stands after the last `/` or `#`, hyphens as spaces. */
export function lastPart(iri: string): string {
  const whole = iri.replace(/[/#]+$/, '')
  const part = whole.slice(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')) + 1)
  try {
    return decodeURIComponent(part).replaceAll('-', ' ')
  } catch {
    return part
  }
}

/** `TelephoneCall` and `ciphered-telegram` in words. */
export const kindName = (kind: string): string =>
  kind === ''
    ? 'of no known kind'
    : kind
        .replaceAll('-', ' ')
        .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
        .toLowerCase()
