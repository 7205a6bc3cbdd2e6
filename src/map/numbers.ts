/** Numbers that offices put on the paper. A number is a string: `5925-gs`, `01490s`. */
import type { NamedNode, Quad } from 'n3'
import type { Found, Numbering } from '../document.ts'
import { slugify } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { numberKind } from '../rdf/vocabulary/schemes.ts'
import type { Member } from '../reconcile/index.ts'
import { dateStatement } from './dates.ts'
import { evidenceOf } from './evidence.ts'
import { describe, isA, text } from './quads.ts'
import { entityIri, facts, type Scope } from './scope.ts'

/** The numbers of the document itself; those on a stamp belong to the stamp. */
export function mapNumbers(scope: Scope): Quad[] {
  return facts(scope, (document) => document.numbers).flatMap(({ found, member }) =>
    mapNumber(scope, scope.iri, found, member),
  )
}

/** One number of a document or stamp, with the day and the office of its registration. */
export function mapNumber(scope: Scope, of: NamedNode, found: Found<Numbering>, member: Member): Quad[] {
  const { value, kind, label, date, office } = found.value
  const fragment = `number-${kind}-${slugify(value)}`
  const node = scope.part(fragment)
  const day = date && scope.part(`${fragment}-date`)
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, of, [[dip.hasReferenceNumber, node]]),
    ...describe(scope.stated, node, [
      isA('ReferenceNumber'),
      [dip.numberValue, text(value)],
      [dip.numberKind, numberKind[kind]],
      [dip.numberLabel, text(label)],
      [dip.assignedOn, day],
      [dip.assignedBy, office && entityIri(scope, office)],
      [dip.evidence, evidence.node],
    ]),
    ...(date && day ? dateStatement(scope.stated, day, date.value, date.words, 'form-field', date.certainty) : []),
    ...evidence.quads,
  ]
}
