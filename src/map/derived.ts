/** What can only be said over all documents: one preferred name for each thing, likely units, reports of perhaps one event. */
import { DataFactory, type Quad } from 'n3'
import type { Iris } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { isOfUnit, likelyUnits } from './likely-units.ts'
import { distinctQuads } from './quads.ts'
import { type ReportedEvent, sameEvents } from './same-events.ts'

/**
 * The graphs `derived` and `rules` of a collection.
 * @param shared what its documents give to them, thing by thing: all statements about one subject together
 * @param events the events that its documents report, for those that may be one
 */
export function* derive(
  shared: Iterable<readonly Quad[]>,
  events: readonly ReportedEvent[],
  iris: Iris,
): Generator<Quad> {
  const units: Quad[] = []
  for (const about of shared) {
    const settled = settle(about)
    units.push(...settled.filter(isOfUnit))
    yield* settled
  }
  yield* likelyUnits(units, iris)
  yield* sameEvents(events, iris)
}

/** Properties that a thing has once (in each language). */
const SINGLE = [skos.prefLabel, rdfs.label, dip.unitNumber, dip.nameValue]

/**
 * Documents write a name in several ways (`Pak Chang-ok`, `PAK Chang Ok`) that have one address. The one in fewest
 * capitals, first in order, is the preferred name; the others stay as alternative names.
 */
function settle(shared: readonly Quad[]): Quad[] {
  const chosen = chosenValues(shared.filter(isSingle))
  const isChosen = (q: Quad) => chosen.get(keyOf(q))?.value === q.object.value
  const settled = distinctQuads(shared).flatMap((q) => {
    if (!isSingle(q) || isChosen(q)) return [q]
    return q.predicate.equals(dip.nameValue) ? [] : [DataFactory.quad(q.subject, skos.altLabel, q.object, q.graph)]
  })
  const preferred = new Set([...chosen.values()].map((value) => `${value.subject} ${value.value}`))
  const repeats = (q: Quad) => preferred.has(`${q.subject.value} ${q.object.value}`)
  return distinctQuads(settled).filter((q) => !q.predicate.equals(skos.altLabel) || !repeats(q))
}

const isSingle = (q: Quad): boolean => SINGLE.some((property) => property.equals(q.predicate))

const keyOf = ({ subject, predicate, object }: Quad): string =>
  [subject.value, predicate.value, object.termType === 'Literal' ? object.language : ''].join(' ')

interface Chosen {
  readonly subject: string
  readonly value: string
}

function chosenValues(quads: readonly Quad[]): Map<string, Chosen> {
  const chosen = new Map<string, Chosen>()
  for (const q of quads) {
    const known = chosen.get(keyOf(q))
    const { value } = q.object
    if (known === undefined || isBetter(value, known.value)) chosen.set(keyOf(q), { subject: q.subject.value, value })
  }
  return chosen
}

const capitals = (words: string): number => words.replace(/\P{Lu}/gu, '').length

function isBetter(one: string, other: string): boolean {
  const fewer = capitals(one) - capitals(other)
  return fewer < 0 || (fewer === 0 && one < other)
}
