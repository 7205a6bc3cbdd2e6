/** What the nodes of a query name: IRIs, and the functions that seek words. */
import { FUNCTION_NAMESPACE, FUNCTION_PREFIX, SEARCH_FUNCTIONS, type SearchFunction } from '../../search/functions.ts'
import type { Node } from '../tree.ts'

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
