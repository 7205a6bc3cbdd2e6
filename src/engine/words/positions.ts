/** Nodes of a syntax tree as the search for functions sees them: a kind, a place in the text, and whatever is in them. */
import { FUNCTION_NAMESPACE, FUNCTION_PREFIX, SEARCH_FUNCTIONS, type SearchFunction } from '../../search/functions.ts'

/** A node of the tree. The parser's own types tell each kind apart; here any may stand anywhere. */
export interface Node {
  readonly type?: string
  readonly subType?: string
  readonly loc?: { readonly sourceLocationType: string; readonly start?: number; readonly end?: number }
  /** The declarations of a query. */
  readonly context?: unknown
  readonly value?: unknown
  readonly prefix?: string
  readonly langOrIri?: string | Node
  readonly patterns?: readonly Node[]
  readonly triples?: readonly Node[]
  readonly subject?: Node
  readonly predicate?: Node
  readonly object?: Node
}

/** Whether a node is written in the text, and not only understood. */
export const isWritten = (node: Node | undefined): boolean => node?.loc?.sourceLocationType === 'source'
export const startOf = (node: Node | undefined): number => node?.loc?.start ?? 0
export const endOf = (node: Node | undefined): number => node?.loc?.end ?? 0

/** The nodes in a node. */
export const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]): Node[] => {
    if (Array.isArray(value)) return value.filter(isNode)
    return isNode(value) && key !== 'loc' ? [value] : []
  })
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** The IRIs of a query: what its prefixes and relative IRIs stand for. */
export interface Resolver {
  /** The IRI of a node that is one. */
  iriOf(node: Node | undefined): string | undefined
  /** The function that a node names. */
  functionOf(node: Node | undefined): SearchFunction | undefined
}

/** @param prologue the declarations of the query, in their order */
export function createResolver(prologue: readonly Node[], base: string): Resolver {
  const prefixes = new Map([[FUNCTION_PREFIX, FUNCTION_NAMESPACE]])
  let current = base
  const absolute = (iri: string) => (URL.canParse(iri, current) ? new URL(iri, current).href : iri)
  for (const declaration of prologue as readonly (Node & { readonly key?: string; readonly value: Node })[]) {
    const iri = absolute(String(declaration.value.value))
    if (declaration.subType === 'base') current = iri
    else prefixes.set(declaration.key ?? '', iri)
  }
  const iriOf = (node: Node | undefined) => {
    if (node?.subType !== 'namedNode') return undefined
    const value = String(node.value)
    if (node.prefix === undefined) return absolute(value)
    const namespace = prefixes.get(node.prefix)
    return namespace === undefined ? undefined : namespace + value
  }
  return {
    iriOf,
    functionOf: (node) => {
      const iri = iriOf(node)
      return SEARCH_FUNCTIONS.find((known) => known.iri === iri)
    },
  }
}
