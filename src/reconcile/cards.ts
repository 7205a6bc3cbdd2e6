/**
 * What identity needs to know of a reading, on small cards: the readings themselves may rest on the disk, so that memory
 * does not grow with the length of the documents. Plain values: they cross thread borders.
 */
import type { Reading, SourceDocument, Standing, StatedDate } from '../document.ts'
import { callNumber } from './call-number.ts'
import { type Reference, type Sighting, sightingsOf } from './sightings.ts'

/** How a document may be seen, the best first. */
export const STANDINGS: readonly Standing[] = ['edition', 'carrier', 'enclosed', 'listed', 'related', 'referred']

/** One document as one source text presents or names it. */
export interface Card {
  /** Place of the sighting in `sightingsOf`. */
  readonly ordinal: number
  readonly standing: Standing
  /** Key of the publisher. */
  readonly source: string
  readonly record?: string
  readonly title?: string
  readonly type?: string
  readonly dates: readonly StatedDate[]
  /** All numbers, in the order of the paper, and the one by which it is called. */
  readonly numbers: readonly string[]
  readonly called?: string
  /** Label of the first office that numbered it. */
  readonly office?: string
  /** Offset of its title, else of its text. */
  readonly at: number
  /** Where its text begins. */
  readonly textAt: number
  readonly reference?: Reference
  /** Ordinals of the sightings that it leads to. */
  readonly related: readonly number[]
  readonly replies: readonly number[]
  readonly journal?: number
}

/** The cards of one reading. `P` says where the reading itself is. */
export interface ReadingCards<P> {
  readonly place: P
  readonly path: string
  /** Of the source text. */
  readonly sha256: string
  /** By ordinal. */
  readonly cards: readonly Card[]
  /** Ordinals of the rows, where the page is a listing. */
  readonly rows?: readonly number[]
}

export function cardsOf<P>(reading: Reading, place: P): ReadingCards<P> {
  const { sightings, rows } = sightingsOf(reading)
  const ordinals = new Map(sightings.map((sighting, ordinal) => [sighting, ordinal]))
  const ordinalOf = (sighting: Sighting): number => ordinals.get(sighting) ?? -1
  return {
    place,
    path: reading.source.path,
    sha256: reading.source.sha256,
    cards: sightings.map((sighting) => ({
      ...factsOf(sighting.document),
      ordinal: ordinalOf(sighting),
      ...(sighting.reference !== undefined && { reference: sighting.reference }),
      related: sighting.related.map(ordinalOf),
      replies: sighting.replies.map(ordinalOf),
      ...(sighting.journal !== undefined && { journal: ordinalOf(sighting.journal) }),
    })),
    ...(rows !== undefined && { rows: rows.map(ordinalOf) }),
  }
}

function factsOf(document: SourceDocument) {
  const { standing, source, record, title, type, dates, numbers, text } = document
  const called = callNumber(numbers.map(({ value }) => value))
  const office = numbers.find(({ value }) => value.office !== undefined)?.value.office?.label
  return {
    standing,
    source,
    ...(record !== undefined && { record: record.value }),
    ...(title !== undefined && { title: title.value }),
    ...(type !== undefined && { type: type.value }),
    dates: dates.map(({ value }) => value),
    numbers: numbers.map(({ value }) => value.value),
    ...(called !== undefined && { called }),
    ...(office !== undefined && { office }),
    at: title?.span.start ?? text?.start ?? 0,
    textAt: text?.start ?? 0,
  }
}
