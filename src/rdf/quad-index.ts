/** A read-only dataset that answers by subject and by predicate at once: for graphs that are asked often and once made. */
import type { Quad, Term } from '@rdfjs/types'

type Pattern = Term | null | undefined

export class QuadIndex {
  readonly #quads: readonly Quad[]
  readonly #bySubject: ReadonlyMap<string, readonly Quad[]>
  readonly #byPredicate: ReadonlyMap<string, readonly Quad[]>

  /** `context` is found only when its subject is asked for: it tells of nodes without adding any. */
  constructor(quads: readonly Quad[], context: readonly Quad[] = []) {
    this.#quads = quads
    this.#bySubject = group([...quads, ...context], ({ subject }) => subject.value)
    this.#byPredicate = group(quads, ({ predicate }) => predicate.value)
  }

  /** The quads that have the given terms; what is left out may be anything. */
  match(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): ReadonlySet<Quad> {
    const found = new Set<Quad>()
    for (const quad of this.#candidates(subject, predicate)) {
      if (
        (!subject || quad.subject.equals(subject)) &&
        (!predicate || quad.predicate.equals(predicate)) &&
        (!object || quad.object.equals(object)) &&
        (!graph || quad.graph.equals(graph))
      ) {
        found.add(quad)
      }
    }
    return found
  }

  [Symbol.iterator](): Iterator<Quad> {
    return this.#quads[Symbol.iterator]()
  }

  #candidates(subject: Pattern, predicate: Pattern): readonly Quad[] {
    if (subject) return this.#bySubject.get(subject.value) ?? []
    return predicate ? (this.#byPredicate.get(predicate.value) ?? []) : this.#quads
  }
}

function group(quads: readonly Quad[], keyOf: (quad: Quad) => string): Map<string, Quad[]> {
  const groups = new Map<string, Quad[]>()
  for (const quad of quads) {
    const key = keyOf(quad)
    const members = groups.get(key)
    if (members === undefined) groups.set(key, [quad])
    else members.push(quad)
  }
  return groups
}
