/** What the authority files say of the things that some quads lead to, for an output that has to stand alone. */
import type { Quad } from '@rdfjs/types'
import type { Iris } from '../iris.ts'

/** Of `among`, the quads about things that `from` points to, directly or through other such things. */
export function reachedFrom(from: readonly Quad[], among: readonly Quad[], iris: Iris): Quad[] {
  const thingOf = (iri: string) => (iris.parse(iri) === undefined ? undefined : iri.replace(/#.*$/, ''))
  const about = new Map<string, Quad[]>()
  for (const quad of among) {
    const thing = thingOf(quad.subject.value)
    if (thing !== undefined) about.set(thing, [...(about.get(thing) ?? []), quad])
  }
  const seen = new Set<string>()
  const visit = (quads: readonly Quad[]): Quad[] =>
    quads.flatMap(({ object }) => {
      const thing = object.termType === 'NamedNode' ? thingOf(object.value) : undefined
      if (thing === undefined || seen.has(thing)) return []
      seen.add(thing)
      const known = about.get(thing) ?? []
      return [...known, ...visit(known)]
    })
  return visit(from)
}
