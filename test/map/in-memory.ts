/** The steps over a collection, all of it in memory: what a build does over files. */
import type { Quad } from 'n3'
import type { Reading } from '../../src/document.ts'
import type { Iris } from '../../src/iris.ts'
import { derive, reportedEvents } from '../../src/map/index.ts'
import {
  assemble,
  assembleListing,
  cardsOf,
  type DocumentGroup,
  type ListedPage,
  type ReconcileContext,
  type Reconciled,
  reconcile,
} from '../../src/reconcile/index.ts'

/** Reconciles readings; groups and listings come with their values. */
export function reconciled(
  readings: readonly Reading[],
  context: ReconcileContext,
): Omit<Reconciled<Reading>, 'groups' | 'listings'> & { groups: DocumentGroup[]; listings: ListedPage[] } {
  const { groups, listings, ...rest } = reconcile(
    readings.map((reading) => cardsOf(reading, reading)),
    context,
  )
  const self = (reading: Reading) => reading
  return {
    ...rest,
    groups: groups.map((plan) => assemble(plan, self)),
    listings: listings.map((plan) => assembleListing(plan, self)),
  }
}

/** What follows from all documents together. */
export function derived(shared: readonly Quad[], extracted: readonly Quad[], iris: Iris): Quad[] {
  const about = new Map<string, Quad[]>()
  for (const quad of shared) about.set(quad.subject.value, [...(about.get(quad.subject.value) ?? []), quad])
  return [...derive(about.values(), reportedEvents(extracted), iris)]
}
