/** The zones of a document of a volume: only what the document itself says is body. */
import type { Span, Zone } from '../../document.ts'
import type { Line } from '../lines.ts'
import { spansOf } from '../zones.ts'
import type { PartLayout } from './layout.ts'

const spans = (lines: readonly Line[], zone: Zone): Span[] => lines.map(({ start, end }) => ({ start, end, zone }))

/** The zones of a paper and of those printed with it. The text of an editorial note is one of the editors' notes. */
export function partZones(part: PartLayout, editorial: boolean): Span[] {
  return spansOf([
    ...spans(part.file, 'source-note'),
    ...spans(part.heading, 'page-header'),
    ...spans(part.opener, 'document-header'),
    ...spans(part.body, editorial ? 'footnote' : 'body'),
    ...spans(part.closers.flat(), 'signature'),
    ...part.enclosures.flatMap((enclosure) => partZones(enclosure, false)),
  ])
}

/** From the first line of the paper's own words to the last, those of papers printed with it included. */
export function partSpan(part: PartLayout): Span | undefined {
  const own = ownLines(part)
  if (own.length === 0) return undefined
  return {
    start: Math.min(...own.map(({ start }) => start)),
    end: Math.max(...own.map(({ end }) => end)),
    zone: 'body',
  }
}

const ownLines = ({ opener, body, closers, enclosures }: PartLayout): Line[] => [
  ...opener,
  ...body,
  ...closers.flat(),
  ...enclosures.flatMap((enclosure) => [...enclosure.heading, ...ownLines(enclosure)]),
]
