/** The rules by which words became statements: `B/graph/rules`. */
import type { Quad } from 'n3'
import type { Iris } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { describe, integer, isA, namedNode, text, textIn, typed } from './quads.ts'

/** A rule by name, with what a sample has shown of it. Without a sample there is no figure. */
export interface RuleDescription {
  readonly name: string
  readonly description?: string
  readonly measured?: {
    /** Share of right hits, 0 to 1. */
    readonly precision: number
    readonly size: number
    /** `YYYY-MM-DD`. */
    readonly on: string
    readonly sample: string
  }
}

export function mapRules(rules: readonly RuleDescription[], iris: Iris): Quad[] {
  const graph = namedNode(iris.graph('rules'))
  return rules.flatMap(({ name, description, measured }) =>
    describe(graph, namedNode(iris.thing('rule', name)), [
      isA('ConversionRule'),
      [rdfs.label, textIn('en', name.replaceAll('-', ' '))],
      [skos.definition, textIn('en', description)],
      [dip.measuredPrecision, typed(xsd.decimal, measured?.precision.toFixed(2))],
      [dip.sampleSize, integer(measured?.size)],
      [dip.measuredOn, typed(xsd.date, measured?.on)],
      [dip.measuredSample, text(measured?.sample)],
    ]),
  )
}

/** The rules that quads name, so that every rule that is pointed to is described. */
export function rulesIn(quads: readonly Quad[], iris: Iris): Quad[] {
  const used = quads.filter(({ predicate }) => predicate.equals(dip.extractedBy))
  const names = [...new Set(used.map(({ object }) => iris.parse(object.value)?.slug))].filter(
    (name) => name !== undefined,
  )
  return mapRules(
    names.sort().map((name) => ({ name })),
    iris,
  )
}
