/** How a paper was handled: markings, steps of transmission, number of copies and who was given one. */
import type { NamedNode, Quad } from 'n3'
import type { DateValue, DistributionEntry, Marking, Transmission } from '../document.ts'
import { oneLine } from '../letters.ts'
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
import { actorIri, type Fact, facts, firstFact, numbered, type Scope } from './scope.ts'

export function mapHandling(scope: Scope): Quad[] {
  return [
    ...mapMarkings(scope),
    ...mapTransmissions(scope),
    ...describe(scope.stated, scope.iri, [
      [dip.totalCopies, integer(firstFact(scope, (document) => document.totalCopies)?.found.value)],
    ]),
    ...mapDistribution(scope),
  ]
}

/** A message has one precedence, the first given; the words of all markings are kept. */
function mapMarkings(scope: Scope): Quad[] {
  const markings = facts(scope, (document) => document.markings).map(({ found }) => found)
  const first = markings.find(({ value }) => value.kind === 'precedence')
  return markings.flatMap((found) => {
    const { kind } = found.value
    const marking: Marking = kind === 'precedence' && found !== first ? { kind } : found.value
    return describe(scope.stated, scope.iri, markingProperties(marking, found.words))
  })
}

/** A marking as concept and in its words; a caveat has words only. */
export function markingProperties({ kind, concept }: Marking, words: string): Properties {
  const written = text(oneLine(words))
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
  const steps = distinctFacts(facts(scope, (document) => document.transmissions))
  const fragments = numbered(steps.map(({ found }) => `transmission-${found.value.phase}`))
  const timeOf = (phase: Transmission['phase']) =>
    steps.flatMap(({ found: { value } }) => (value.phase === phase ? (localDateTime(value.date) ?? []) : []))[0]
  return [
    ...describe(scope.stated, scope.iri, [
      [dip.hasTransmission, fragments.map(scope.part)],
      [dip.sentDateTime, timeOf('sent')],
      [dip.receivedDateTime, timeOf('received')],
    ]),
    ...steps.flatMap((fact, index) => mapTransmission(scope, fact, fragments[index] ?? '')),
  ]
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
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, node, [
      isA('TransmissionStep'),
      [dip.phase, transmissionPhase[phase]],
      [dip.localDateTime, localDateTime(date)],
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
  const member = scope.members.find(({ document }) => document.distribution.length > 0)
  if (member === undefined) return []
  const lines = member.document.distribution
  const fragments = numbered(lines.map(({ value }, index) => `distribution-${value.ordinal ?? index + 1}`))
  return lines.flatMap((found, index) => mapLine(scope, { found, member }, scope.part(fragments[index] ?? '')))
}

function mapLine(scope: Scope, { found, member }: Fact<DistributionEntry>, node: NamedNode): Quad[] {
  const { ordinal, kind, label, recipient: name } = found.value
  const recipient = name && actorIri(scope, name)
  const evidence = evidenceOf(scope, found, member)
  return [
    ...describe(scope.stated, scope.iri, [
      [dip.hasDistributionEntry, node],
      [dip.copiedTo, kind === 'file-copy' ? undefined : recipient],
    ]),
    ...describe(scope.stated, node, [
      isA('DistributionEntry'),
      [dip.ordinal, integer(ordinal)],
      [dip.recipientLabel, text(label)],
      [dip.entryKind, distributionKind[kind]],
      [dip.recipient, recipient],
      [dip.honorific, text(name?.honorific)],
      [dip.roleText, text(name?.role)],
      [dip.evidence, evidence.node],
    ]),
    ...evidence.quads,
  ]
}
