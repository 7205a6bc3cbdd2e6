/** What the authority files say of the things that some quads lead to. */
import type { Quad } from '@rdfjs/types'
import { type Iris, withoutFragment } from '../iris.ts'

/** Of `among`, the quads about some things, and about those to which these point, directly or through others. */
export function reachedFrom(iris: Iterable<string>, among: readonly Quad[], { parse }: Iris): Quad[] {
  const thingOf = (iri: string) => (parse(iri) === undefined ? undefined : withoutFragment(iri))
  const about = new Map<string, Quad[]>()
  for (const quad of among) {
    const thing = thingOf(quad.subject.value)
    if (thing !== undefined) about.set(thing, [...(about.get(thing) ?? []), quad])
  }
  const seen = new Set<string>()
  const visit = (iri: string): Quad[] => {
    const thing = thingOf(iri)
    if (thing === undefined || seen.has(thing)) return []
    seen.add(thing)
    const known = about.get(thing) ?? []
    return [...known, ...known.flatMap(({ object }) => (object.termType === 'NamedNode' ? visit(object.value) : []))]
  }
  return [...iris].flatMap(visit)
}
