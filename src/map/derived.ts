/** What can only be said over all documents: one preferred name for each thing, likely units, reports of perhaps one event. */
import { DataFactory, type Quad } from 'n3'
import type { Iris } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { likelyUnits } from './likely-units.ts'
import { distinctQuads } from './quads.ts'
import { sameEvents } from './same-events.ts'

/**
 * The graphs `derived` and `rules` of a collection.
 * @param shared what its documents give to them.
 * @param extracted the extracted graphs, for events that may be one.
 */
export function derive(shared: readonly Quad[], extracted: readonly Quad[], iris: Iris): Quad[] {
  const settled = settle(distinctQuads(shared))
  return [...settled, ...likelyUnits(settled, iris), ...sameEvents(extracted, iris)]
}

const SINGLE = [skos.prefLabel, rdfs.label, dip.unitNumber]

/**
 * Documents write a name in several ways (`Pak Chang-ok`, `Pak Chang Ok`) that have one address. The first in order is
 * the preferred name, the others stay as alternative names.
 */
function settle(quads: readonly Quad[]): Quad[] {
  const isSingle = (q: Quad) => SINGLE.some((property) => property.equals(q.predicate))
  const first = new Map<string, Quad>()
  const keyOf = (q: Quad) => `${q.subject.value} ${q.predicate.value}`
  for (const q of quads.filter(isSingle)) {
    const known = first.get(keyOf(q))
    if (known === undefined || q.object.value < known.object.value) first.set(keyOf(q), q)
  }
  const settled = quads.map((q) =>
    !isSingle(q) || first.get(keyOf(q)) === q ? q : DataFactory.quad(q.subject, skos.altLabel, q.object, q.graph),
  )
  const preferred = new Set([...first.values()].map((q) => `${q.subject.value} ${q.object.value}`))
  return distinctQuads(settled).filter(
    (q) => !q.predicate.equals(skos.altLabel) || !preferred.has(`${q.subject.value} ${q.object.value}`),
  )
}
