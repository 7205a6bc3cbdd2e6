/** The address of a search: what a reader chose, as parameters, always in the same order. */
import { type Chosen, FACETS, facetInRole } from '../search/facets.ts'
import type { SearchOrder } from '../search/question.ts'

/** What is sought, as it stands in an address; dates as they were written. */
export interface SearchState {
  readonly q: string
  readonly chosen: Chosen
  readonly role?: string
  readonly from?: string
  readonly to?: string
  readonly sort?: SearchOrder
  /** From 1. */
  readonly page?: number
  /** The facet whose values are all shown. */
  readonly more?: string
}

/** The parameters of a state: facets in their order, what is by default left out. */
export function searchParameters({ q, chosen, role, from, to, sort, page, more }: SearchState): [string, string][] {
  const parameters: [string, string | undefined][] = [
    ['q', q],
    ...FACETS.flatMap(({ name }) => (chosen[name] ?? []).map((key): [string, string] => [name, key])),
    ['role', role],
    ['from', from],
    ['to', to],
    ['sort', sort === orderOf({ q }) ? undefined : sort],
    ['more', more],
    ['page', page === undefined || page === 1 ? undefined : String(page)],
  ]
  return parameters.filter((parameter): parameter is [string, string] => !['', undefined].includes(parameter[1]))
}

/** The order where none is asked for: the best first, or by date where no words are sought. */
export const orderOf = ({ q }: Pick<SearchState, 'q'>): SearchOrder => (q.trim() === '' ? 'date' : 'relevance')

/** @param root path of the site */
export function searchAddress(root: string, state: SearchState, format?: string): string {
  const parameters = [...searchParameters(state), ...(format === undefined ? [] : [['format', format]])]
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
  return `${root}/search${query === '' ? '' : `?${query}`}`
}

/** The state with a value chosen, or not chosen any more; on its first page. */
export function withValue(state: SearchState, facet: string, key: string, isChosen: boolean): SearchState {
  const others = (state.chosen[facet] ?? []).filter((other) => other !== key)
  const { page: _, role, ...rest } = state
  const chosen = { ...state.chosen, [facet]: isChosen ? [...others, key] : others }
  // A role is that of the first that is chosen, and goes with it.
  const isOfFirst = facetInRole(state.chosen, role)?.name === facet && state.chosen[facet]?.[0] === key
  return { ...rest, chosen, ...(role !== undefined && !isOfFirst && facetInRole(chosen, role) && { role }) }
}

/** The state on its first page. */
export function firstPage(state: SearchState): SearchState {
  const { page: _, ...rest } = state
  return rest
}
