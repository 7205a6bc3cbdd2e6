/** How the description of a release is put together: statements about the dataset and its fragments, in one graph. */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Iris } from '../iris.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'

const { namedNode, literal, quad } = DataFactory

type Pairs = readonly (readonly [NamedNode, Term | readonly Term[] | undefined])[]

export interface Describing {
  readonly quads: readonly Quad[]
  /** `B/dataset` */
  readonly self: NamedNode
  /** A fragment of it. */
  part(name: string): NamedNode
  /** What stands under the base. */
  address(path: string): NamedNode
  /** Says of a subject what is known: pairs without an object are left out. Gives the subject. */
  say(subject: NamedNode, pairs: Pairs): NamedNode
}

export function createDescribing(iris: Iris): Describing {
  const graph = namedNode(iris.graph('release'))
  const self = namedNode(`${iris.base}/dataset`)
  const quads: Quad[] = []
  return {
    quads,
    self,
    part: (name) => namedNode(`${self.value}#${name}`),
    address: (path) => namedNode(`${iris.base}/${path}`),
    say: (subject, pairs) => {
      for (const [predicate, objects] of pairs)
        for (const object of objects === undefined ? [] : ([objects].flat() as Term[]))
          quads.push(quad(subject, predicate, object as NamedNode, graph))
      return subject
    },
  }
}

export const english = (text: string | undefined) => (text === undefined ? undefined : literal(text, 'en'))
export const number = (value: number) => literal(String(value), xsd.integer)
export const node = (iri: string | undefined) => (iri === undefined ? undefined : namedNode(iri))
export const nodes = (iris: readonly string[] | undefined) => iris?.map((iri) => namedNode(iri))
