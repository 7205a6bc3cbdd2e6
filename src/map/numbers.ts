/** Numbers that offices put on the paper. A number is a string: `5925-gs`, `01490s`. */
import type { NamedNode, Quad } from 'n3'
import type { Numbering } from '../document.ts'
import { slugify } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { numberKind } from '../rdf/vocabulary/schemes.ts'
import { dateStatement } from './dates.ts'
import { evidenceOf } from './evidence.ts'
import { describe, isA, text } from './quads.ts'
import { actorIri, type Fact, facts, type Scope } from './scope.ts'

/** The numbers of the document itself; those on a stamp belong to the stamp. */
export const mapNumbers = (scope: Scope): Quad[] =>
  mapNumbersOf(
    scope,
    scope.iri,
    '',
    facts(scope, (document) => document.numbers),
  )

/** Numbers of a document or stamp, with the day and the office of their registration. One that is given twice is one. */
export function mapNumbersOf(scope: Scope, of: NamedNode, prefix: string, numbers: readonly Fact<Numbering>[]): Quad[] {
  const byFragment = new Map<string, Fact<Numbering>[]>()
  for (const fact of numbers) {
    const fragment = `${prefix}number-${fact.found.value.kind}-${slugify(fact.found.value.value)}`
    byFragment.set(fragment, [...(byFragment.get(fragment) ?? []), fact])
  }
  return [...byFragment].flatMap(([fragment, same]) => mapNumber(scope, of, fragment, same))
}

function mapNumber(scope: Scope, of: NamedNode, fragment: string, same: readonly Fact<Numbering>[]): Quad[] {
  const [first] = same
  if (first === undefined) return []
  const { value, kind, label, date, office } = first.found.value
  const node = scope.part(fragment)
  const day = date && scope.part(`${fragment}-date`)
  const evidence = same.map(({ found, member }) => evidenceOf(scope, found, member))
  return [
    ...describe(scope.stated, of, [[dip.hasReferenceNumber, node]]),
    ...describe(scope.stated, node, [
      isA('ReferenceNumber'),
      [dip.numberValue, text(value)],
      [dip.numberKind, numberKind[kind]],
      [dip.numberLabel, text(label)],
      [dip.assignedOn, day],
      [dip.assignedBy, office && actorIri(scope, office)],
      [dip.evidence, evidence.map((e) => e.node)],
    ]),
    ...(date && day ? dateStatement(scope.stated, day, date.value, date.words, 'form-field', date.certainty) : []),
    ...evidence.flatMap(({ quads }) => quads),
  ]
}
