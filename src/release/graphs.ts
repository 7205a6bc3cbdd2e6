/** What the graphs of a collection are to a release: which one keeps a triple that stands in several, which is whose. */
import type { Iris } from '../iris.ts'

/** A graph of the collection by its name: `document/wcda-1` is the family `document` and the slug `wcda-1`. */
export interface GraphName {
  readonly family: string
  readonly slug?: string
}

/** Families in the order in which they keep a triple; those between are the authority files. */
const FIRST = ['document', 'source']
const LAST = ['rules', 'vocabulary', 'derived', 'extracted']

export interface Graphs {
  name(graph: string): GraphName
  /** Of two graphs with the same triple, the one with the lower rank keeps it. */
  rank(graph: string): number
  /** Whether it holds what rules found in running text. */
  isExtracted(graph: string): boolean
  /** The graphs that are about a thing as a whole: those of a document, that of a source text. */
  of(iri: string): readonly string[]
  /** Whether an IRI without fragment names a thing of the collection. */
  isThing(iri: string): boolean
  /** Whose a statement is: the document or source that its graph is about; else the thing, or for others the graph. */
  ownerOf(graph: string, thing: string): string
  /** The thing that a node belongs to: itself without its fragment; a node of others stands for itself. */
  thingOf(node: string): string
}

/** The graphs of a base. Names and nodes may be byte strings. */
export function createGraphs(iris: Iris): Graphs {
  const prefix = iris.graph('')
  const things = `${iris.base}/id/`
  const name = (graph: string): GraphName => {
    const path = graph.startsWith(prefix) ? graph.slice(prefix.length) : graph
    const slash = path.indexOf('/')
    return slash === -1 ? { family: path } : { family: path.slice(0, slash), slug: path.slice(slash + 1) }
  }
  const extracted = iris.graph('extracted/')
  return {
    name,
    rank: (graph) => {
      const { family } = name(graph)
      const first = FIRST.indexOf(family)
      return first === -1 ? FIRST.length + LAST.indexOf(family) + 1 : first
    },
    isExtracted: (graph) => graph.startsWith(extracted),
    of: (iri) => {
      const { kind, slug, fragment } = iris.parse(iri) ?? {}
      if (fragment !== undefined) return []
      if (kind === 'document') return [iris.graph(`document/${slug}`), iris.graph(`extracted/${slug}`)]
      return kind === 'source' ? [iris.graph(`source/${slug}`)] : []
    },
    isThing: (iri) => iri.startsWith(things),
    ownerOf: (graph, thing) => {
      const { family, slug = '' } = name(graph)
      if (family === 'document' || family === 'extracted') return iris.thing('document', slug)
      if (family === 'source') return iris.thing('source', slug)
      return thing.startsWith(things) ? thing : graph
    },
    thingOf: (node) => {
      const hash = node.startsWith(things) ? node.indexOf('#') : -1
      return hash === -1 ? node : node.slice(0, hash)
    },
  }
}
