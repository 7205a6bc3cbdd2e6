/** The sides from which documents are looked at: what narrows a search, in the index, in addresses and on pages. */

export interface Facet {
  readonly name: string
  /** For people. */
  readonly label: string
  /** Of several values that are chosen, whether a document has to have each, or one. */
  readonly joins: 'all' | 'any'
  /** What a value may be to a document; a facet without roles has the one role that is its name. */
  readonly roles: readonly Role[]
}

export interface Role {
  readonly name: string
  /** Behind a name: “Nam Il, as sender”. */
  readonly label: string
}

const facet = (
  name: string,
  label: string,
  joins: Facet['joins'],
  roles: readonly (readonly [string, string])[] = [],
) => ({ name, label, joins, roles: roles.map(([role, words]) => ({ name: role, label: words })) }) satisfies Facet

/** Every facet, in the order of the page. Roles are numbered by their place: the index holds the numbers. */
export const FACETS: readonly Facet[] = [
  facet('person', 'People and bodies', 'all', [
    ['author', 'author'],
    ['sender', 'sender'],
    ['addressee', 'addressee'],
    ['signatory', 'signatory'],
    ['relay', 'relayed it'],
    ['copied', 'got a copy'],
    ['participant', 'took part in what it reports'],
    ['actor', 'acted in what it reports'],
    ['approached', 'was approached in what it reports'],
    ['mentioned', 'mentioned'],
    ['creator', 'creator, as libraries list it'],
  ]),
  facet('type', 'Kinds', 'any'),
  facet('place', 'Places', 'all', [
    ['origin', 'sent from'],
    ['destination', 'sent to'],
    ['scene', 'scene of what it reports'],
    ['mentioned', 'mentioned'],
    ['written', 'written at'],
  ]),
  facet('subject', 'Subjects', 'all'),
  facet('archive', 'Archives', 'any'),
  facet('unit', 'Fonds and files', 'any', [
    ['within', 'within'],
    ['held', 'in'],
  ]),
  facet('collection', 'Volumes and chapters', 'any'),
  facet('marking', 'Markings', 'all'),
  facet('language', 'Languages', 'any'),
]

/** Roles of one facet at most: a value and its role share a number. */
export const MOST_ROLES = 16

export const facetNamed = (name: string): Facet | undefined => FACETS.find((facet) => facet.name === name)

/** The number of a role in its facet, or -1. */
export const roleNumber = (facet: Facet, role: string): number =>
  facet.roles.length === 0 ? 0 : facet.roles.findIndex(({ name }) => name === role)

/** What stands for a thing in the addresses of a facet: its slug; the kind with it where the facet has several. */
export const valueKey = (facet: string, { kind, slug }: { readonly kind: string; readonly slug: string }): string =>
  facet === 'person' && kind !== 'person' ? `${kind}/${slug}` : slug

/** What is chosen of the facets: keys of values by the name of their facet. */
export type Chosen = Readonly<Record<string, readonly string[]>>

/** A value that is chosen, and in which role it has to be; in any, where none is told. */
export interface ChosenValue {
  readonly facet: Facet
  readonly key: string
  readonly role?: string
}

const hasRole = ({ roles }: Facet, role: string): boolean => roles.some(({ name }) => name === role)

export interface InRoles {
  /** In the order of the facets. */
  readonly values: readonly ChosenValue[]
  /** Roles in which no value is left to be. */
  readonly left: readonly string[]
}

/**
 * What is chosen, each with its role. Roles are told in the order of the values: one belongs to the next value that can be
 * in it, an empty one leaves the next value in any role.
 */
export function chosenValues(chosen: Chosen, roles: readonly string[] = []): InRoles {
  const values: ChosenValue[] = FACETS.flatMap((facet) => (chosen[facet.name] ?? []).map((key) => ({ facet, key })))
  const left: string[] = []
  let next = 0
  for (const role of roles) {
    const at = values.findIndex(
      ({ facet }, place) => place >= next && (role === '' ? facet.roles.length > 0 : hasRole(facet, role)),
    )
    const value = values[at]
    if (value !== undefined && role !== '') values[at] = { ...value, role }
    if (value !== undefined) next = at + 1
    else if (role !== '') left.push(role)
  }
  return { values, left }
}

/** The roles of some values as they are told: as few empty ones as there may be. */
export function rolesOf(values: readonly ChosenValue[]): string[] {
  const roles: string[] = []
  let passed: Facet[] = []
  const inOrder = FACETS.flatMap((facet) => values.filter((value) => value.facet === facet))
  for (const { facet, role } of inOrder.filter((value) => value.facet.roles.length > 0)) {
    if (role === undefined) {
      passed.push(facet)
      continue
    }
    if (passed.some((other) => hasRole(other, role))) roles.push(...passed.map(() => ''))
    roles.push(role)
    passed = []
  }
  return roles
}

/** The keys of some values by their facet. */
export const chosenOf = (values: readonly ChosenValue[]): Chosen =>
  Object.fromEntries(
    FACETS.map(({ name }) => [name, values.filter(({ facet }) => facet.name === name).map(({ key }) => key)]),
  )
