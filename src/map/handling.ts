/** How a paper was handled: markings, steps of transmission, number of copies and who was given one. */
import type { Quad } from 'n3'
import type { DateValue, DistributionEntry, Marking, Transmission } from '../document.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import {
  certainty,
  classificationMarking,
  distributionKind,
  precedence,
  transmissionPhase,
} from '../rdf/vocabulary/schemes.ts'
import { termNamed } from '../rdf/vocabulary/vocabulary.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { dateStatement } from './dates.ts'
import { evidenceOf } from './evidence.ts'
import { describe, integer, isA, type Properties, text, typed } from './quads.ts'
import { entityIri, type Fact, facts, firstFact, type Scope } from './scope.ts'

export function mapHandling(scope: Scope): Quad[] {
  return [
    ...facts(scope, (document) => document.markings).flatMap(({ found }) =>
      describe(scope.stated, scope.iri, markingProperties(found.value, found.words)),
    ),
    ...mapTransmissions(scope),
    ...describe(scope.stated, scope.iri, [
      [dip.totalCopies, integer(firstFact(scope, (document) => document.totalCopies)?.found.value)],
    ]),
    ...mapDistribution(scope),
  ]
}

/** A marking as concept and in its words; a caveat has words only. */
export function markingProperties({ kind, concept }: Marking, words: string): Properties {
  const written = text(words.replace(/\s+/g, ' ').trim())
  if (kind === 'handling') return [[dip.handlingCaveat, written]]
  const [property, scheme] =
    kind === 'precedence' ? [dip.precedence, precedence] : [dip.classificationMarking, classificationMarking]
  return [
    [property, concept === undefined ? undefined : termNamed(scheme, concept)],
    [dip.markingAsWritten, written],
  ]
}

/** Clock time as written. No zone is added: times with and without one cannot be compared. */
const localDateTime = (date: DateValue | undefined) =>
  date?.time === undefined || date.earliest === undefined
    ? undefined
    : typed(xsd.dateTime, `${date.earliest}T${date.time}`)

function mapTransmissions(scope: Scope): Quad[] {
  const counts = new Map<string, number>()
  return distinctFacts(facts(scope, (document) => document.transmissions)).flatMap((fact) => {
    const { phase } = fact.found.value
    const count = (counts.get(phase) ?? 0) + 1
    counts.set(phase, count)
    return mapTransmission(scope, fact, `transmission-${phase}${count === 1 ? '' : `-${count}`}`)
  })
}

/** Two members that say the same say it once. */
function distinctFacts<T>(all: readonly Fact<T>[]): Fact<T>[] {
  const byValue = new Map<string, Fact<T>>()
  for (const fact of all) {
    const key = JSON.stringify(fact.found.value)
    if (!byValue.has(key)) byValue.set(key, fact)
  }
  return [...byValue.values()]
}

function mapTransmission(scope: Scope, { found, member }: Fact<Transmission>, fragment: string): Quad[] {
  const { phase, date } = found.value
  const node = scope.part(fragment)
  const day = date && scope.part(`${fragment}-date`)
  const at = localDateTime(date)
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, scope.iri, [
      [dip.hasTransmission, node],
      [dip.sentDateTime, phase === 'sent' ? at : undefined],
      [dip.receivedDateTime, phase === 'received' ? at : undefined],
    ]),
    ...describe(scope.stated, node, [
      isA('TransmissionStep'),
      [dip.phase, transmissionPhase[phase]],
      [dip.localDateTime, at],
      [dip.eventDate, day],
      [dip.certainty, certainty[found.certainty ?? 'stated']],
      [dip.evidence, evidence.node],
    ]),
    ...(date && day ? dateStatement(scope.stated, day, date, found.words, 'form-field', found.certainty) : []),
    ...evidence.quads,
  ]
}

/** The list of those who got a copy. A line such as `to file` names nobody. */
function mapDistribution(scope: Scope): Quad[] {
  const entries = scope.members.find(({ document }) => document.distribution.length > 0)
  return (entries?.document.distribution ?? []).flatMap((found, index) => {
    const entry: DistributionEntry = found.value
    const node = scope.part(`distribution-${entry.ordinal ?? index + 1}`)
    const recipient = entry.recipient && entityIri(scope, entry.recipient)
    const evidence = entries && evidenceOf(scope, found, entries)
    return [
      ...describe(scope.stated, scope.iri, [
        [dip.hasDistributionEntry, node],
        [dip.copiedTo, entry.kind === 'file-copy' ? undefined : recipient],
      ]),
      ...describe(scope.stated, node, [
        isA('DistributionEntry'),
        [dip.ordinal, integer(entry.ordinal)],
        [dip.recipientLabel, text(entry.label)],
        [dip.entryKind, distributionKind[entry.kind]],
        [dip.recipient, recipient],
        [dip.honorific, text(entry.recipient?.honorific)],
        [dip.roleText, text(entry.recipient?.role)],
        [dip.evidence, evidence?.node],
      ]),
      ...(evidence?.quads ?? []),
    ]
  })
}
