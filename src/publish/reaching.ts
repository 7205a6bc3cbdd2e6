/**
 * What of the authority files a release says: all, or what its documents lead to. The files of the package know persons,
 * places and subjects that a collection may have nothing to do with.
 */
import type { Quad } from '@rdfjs/types'
import { SETTINGS, type Settings } from '../config.ts'
import { type Iris, withoutFragment } from '../iris.ts'
import { reachedFrom } from '../map/index.ts'
import { partsOf } from '../rdf/canonical.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { publishedLines } from '../release/write.ts'
import type { Sink } from './gather.ts'

/** Takes statements as quads, too. */
export interface QuadSink extends Sink {
  add(quads: Iterable<Quad>): void
}

export interface Reaching extends QuadSink {
  /** What is to be said of the curated things, once all else is added. */
  curated(): readonly Quad[]
}

/** @param curated what the curated files say */
export function createReaching(
  writer: QuadSink,
  curated: readonly Quad[],
  iris: Iris,
  { authorities, publishAuthorities }: Pick<Settings, 'authorities' | 'publishAuthorities'>,
): Reaching {
  const isOwn = authorities !== SETTINGS.authorities.default
  const isWhole = publishAuthorities === 'own' ? isOwn : publishAuthorities === 'all'
  /** Which curated things a thing leads to: itself, where it is one, and the event that a curator saw in its reports. */
  const led = new Map<string, string[]>()
  const lead = (from: string, to: string) => led.set(from, [...(led.get(from) ?? []), to])
  for (const thing of new Set(curated.map(({ subject }) => withoutFragment(subject.value)))) lead(thing, thing)
  for (const { subject, predicate, object } of curated)
    if (predicate.value === dip.reportedIn.value) lead(object.value, subject.value)
  const reached = new Set<string>()
  const passing = function* (lines: Iterable<string>) {
    for (const line of lines) {
      const { subject, object } = partsOf(line)
      for (const iri of object.startsWith('<') ? [subject, object.slice(1, -1)] : [subject])
        for (const thing of led.get(withoutFragment(iri)) ?? []) reached.add(thing)
      yield line
    }
  }
  const addLines = (lines: Iterable<string>) => writer.addLines(isWhole ? lines : passing(lines))
  return {
    add: (quads) => addLines(publishedLines(quads)),
    addLines,
    addText: (document, text) => writer.addText(document, text),
    curated: () => (isWhole ? curated : reachedFrom(reached, curated, iris)),
  }
}
