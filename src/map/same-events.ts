/** Reports of different documents that may tell of one event. A curator decides. */
import type { Quad } from 'n3'
import type { Iris } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { describe, firstValues, namedNode } from './quads.ts'

/** What tells one report of an event from others. */
export interface ReportedEvent {
  readonly iri: string
  readonly document: string
  readonly kind: string
  readonly day: number
  readonly participants: ReadonlySet<string>
}

const DAY = 86_400_000
/** Words for one happening: a talk is held at a meeting, a visit has both. */
const TALKS = new Set(['Meeting', 'Conversation', 'Visit', 'Negotiation'])

/** Events of two documents within a day of each other, of kinds that can be one, with two participants in common. */
export function sameEvents(events: readonly ReportedEvent[], iris: Iris): Quad[] {
  const reports = events.toSorted((a, b) => a.day - b.day || (a.iri < b.iri ? -1 : 1))
  const graph = namedNode(iris.graph('derived'))
  return reports.flatMap((one, i) => {
    const pairs: Quad[] = []
    for (let j = i + 1; j < reports.length; j++) {
      const other = reports[j]
      if (other === undefined || other.day - one.day > DAY) break
      if (!maybeOne(one, other)) continue
      pairs.push(...describe(graph, namedNode(one.iri), [[dip.sameEventCandidate, namedNode(other.iri)]]))
      pairs.push(...describe(graph, namedNode(other.iri), [[dip.sameEventCandidate, namedNode(one.iri)]]))
    }
    return pairs
  })
}

function maybeOne(one: ReportedEvent, other: ReportedEvent): boolean {
  if (one.document === other.document) return false
  if (one.kind !== other.kind && !(TALKS.has(one.kind) && TALKS.has(other.kind))) return false
  return [...one.participants].filter((actor) => other.participants.has(actor)).length >= 2
}

/** The events of some extracted graphs that have a day and participants. */
export function reportedEvents(quads: readonly Quad[]): ReportedEvent[] {
  const participants = new Map<string, Set<string>>()
  for (const { subject, object } of quads.filter((q) => q.predicate.equals(dip.participant)))
    participants.set(subject.value, (participants.get(subject.value) ?? new Set()).add(object.value))
  const facts = quads.filter((q) => participants.has(q.subject.value))
  const value = firstValues(facts.filter((q) => !q.predicate.equals(rdf.type)))
  const kindOf = firstValues(facts.filter((q) => q.predicate.equals(rdf.type) && q.object.value.startsWith(dip.iri)))
  return [...participants].flatMap(([iri, actors]) => {
    const date = value(iri, dip.dateEarliest.value)
    if (date === undefined || date !== value(iri, dip.dateLatest.value)) return []
    const kind = kindOf(iri, rdf.type.value)?.slice(dip.iri.length) ?? 'Event'
    return [
      { iri, kind, day: Date.parse(date), participants: actors, document: value(iri, dip.reportedIn.value) ?? '' },
    ]
  })
}
