/** The address of a search: what a reader chose, as parameters, always in the same order. */
import { type Chosen, chosenOf, chosenValues, facetNamed, rolesOf } from '../search/facets.ts'
import type { SearchOrder } from '../search/question.ts'

/** What is sought, as it stands in an address; dates as they were written. */
export interface SearchState {
  readonly q: string
  readonly chosen: Chosen
  /** In which roles the chosen values have to be, in their order: see `chosenValues`. */
  readonly roles?: readonly string[]
  readonly from?: string
  readonly to?: string
  readonly sort?: SearchOrder
  /** From 1. */
  readonly page?: number
  /** The facet whose values are all shown, with a role if these are the values in it: `person`, `person.addressee`. */
  readonly more?: string
}

/** The parameters of a state: facets in their order, what is by default left out. */
export function searchParameters({ q, chosen, roles, from, to, sort, page, more }: SearchState): [string, string][] {
  const { values, left } = chosenValues(chosen, roles)
  const asked: [string, string | undefined][] = [
    ['from', from],
    ['to', to],
    ['sort', sort === orderOf({ q }) ? undefined : sort],
    ['more', more],
    ['page', page === undefined || page === 1 ? undefined : String(page)],
  ]
  return [
    ...(q === '' ? [] : [['q', q] satisfies [string, string]]),
    ...values.map(({ facet, key }): [string, string] => [facet.name, key]),
    // An empty role stands for a value in any.
    ...[...rolesOf(values), ...left].map((role): [string, string] => ['role', role]),
    ...asked.flatMap(([name, value]): [string, string][] =>
      value === undefined || value === '' ? [] : [[name, value]],
    ),
  ]
}

/** The order where none is asked for: the best first, or by date where no words are sought. */
export const orderOf = ({ q }: Pick<SearchState, 'q'>): SearchOrder => (q.trim() === '' ? 'date' : 'relevance')

/** @param root path of the site */
export function searchAddress(root: string, state: SearchState, format?: string): string {
  const parameters = [...searchParameters(state), ...(format === undefined ? [] : [['format', format]])]
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`).join('&')
  return `${root}/search${query === '' ? '' : `?${query}`}`
}

/** The state with a value chosen, in a role if one is told, or not chosen any more; on its first page. */
export function withValue(
  state: SearchState,
  facet: string,
  { key, role }: { readonly key: string; readonly role?: string | undefined },
  isChosen: boolean,
): SearchState {
  const { page: _, roles, ...rest } = state
  const side = facetNamed(facet)
  const others = chosenValues(state.chosen, roles).values.filter((value) => value.facet !== side || value.key !== key)
  const added = isChosen && side !== undefined ? [{ facet: side, key, ...(role !== undefined && { role }) }] : []
  const values = [...others, ...added]
  const told = rolesOf(values)
  return { ...rest, chosen: chosenOf(values), ...(told.length > 0 && { roles: told }) }
}

/** The state on its first page. */
export function firstPage(state: SearchState): SearchState {
  const { page: _, ...rest } = state
  return rest
}
