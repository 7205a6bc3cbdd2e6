/** What pages are told of what stands beside a thing: the texts it was read from, the rules that read them, days of dates. */
import type { Quad } from '@rdfjs/types'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import type { Days } from './holdings.tsx'

export interface SourceFacts {
  /** Name of the file. */
  readonly label: string
  /** The whole text, where it is published. */
  readonly text?: string
  /** Addresses of the publisher's page. */
  readonly pages: readonly string[]
}

/** What is known of how often a rule is right. */
export interface RuleFacts {
  /** From 0 to 1; absent where it was not measured. */
  readonly precision?: number
  /** How many of its findings were looked at. */
  readonly sampleSize?: number
}

/** @param quads of the graph of the source */
export function sourceFacts(quads: readonly Quad[], iri: string): SourceFacts {
  const value = (subject: string, property: { readonly value: string }) =>
    quads.find((quad) => quad.subject.value === subject && quad.predicate.value === property.value)?.object.value
  const text = value(iri, dip.text)
  const pages = quads.filter(({ predicate }) => predicate.value === dip.canonicalUrl.value)
  return {
    label: value(iri, rdfs.label) ?? iri,
    ...(text !== undefined && { text }),
    pages: [...new Set(pages.map(({ object }) => object.value))],
  }
}

/** @param quads of the graph of the rules */
export function ruleFacts(quads: readonly Quad[]): ReadonlyMap<string, RuleFacts> {
  const facts = new Map<string, RuleFacts>()
  for (const { subject, predicate, object } of quads) {
    const name = predicate.value === dip.measuredPrecision.value ? 'precision' : 'sampleSize'
    if (name === 'sampleSize' && predicate.value !== dip.sampleSize.value) continue
    facts.set(subject.value, { ...facts.get(subject.value), [name]: Number(object.value) })
  }
  return facts
}

/** The bounds of dates, of those whose both are known. @param quads of the documents that state them */
export function daysIn(quads: readonly Quad[], dates: ReadonlySet<string>): Days {
  const bounds = (property: { readonly value: string }) =>
    new Map(
      quads
        .filter(({ subject, predicate }) => predicate.value === property.value && dates.has(subject.value))
        .map(({ subject, object }) => [subject.value, object.value]),
    )
  const [earliest, latest] = [bounds(dip.earliest), bounds(dip.latest)]
  return new Map(
    [...earliest].flatMap(([date, first]) => {
      const last = latest.get(date)
      return last === undefined ? [] : [[date, { earliest: first, latest: last }]]
    }),
  )
}
