/** The functions by which a query seeks words: what stands as a predicate and is answered by the index, not the data. */

export const FUNCTION_NAMESPACE = 'https://w3id.org/diplomacy/function#'
export const FUNCTION_PREFIX = 'dipf'

/** What is sought: documents by all their words, or things by their names. */
export type Shelf = 'documents' | 'things'

export interface SearchFunction {
  readonly iri: string
  /** As it is written in a query. */
  readonly name: string
  readonly shelf: Shelf
}

const define = (local: string, shelf: Shelf): SearchFunction => ({
  iri: FUNCTION_NAMESPACE + local,
  name: `${FUNCTION_PREFIX}:${local}`,
  shelf,
})

/** Each way to seek words. */
export const SEARCH_FUNCTIONS: readonly SearchFunction[] = [define('matches', 'documents'), define('named', 'things')]

/** Matches that one search may bring into a query; without a limit of its own, more are an error. */
export const MOST_MATCHES = 5000
