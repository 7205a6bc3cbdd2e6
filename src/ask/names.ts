/** Names of variables, each once, and the prefixes that a query uses. */
import { PREFIXES } from '../rdf/prefixes.ts'
import { FUNCTION_NAMESPACE, FUNCTION_PREFIX } from '../search/functions.ts'
import { namespaceOf, shortOf } from './terms.ts'

export interface Names {
  /** A variable that no other has: `sender`, then `sender2`. */
  variable(base: string): string
  /** A term as the query writes it; its prefix will be declared. */
  term(iri: string): string
  /** Declares a prefix of ours or of the search functions. */
  use(prefix: string): void
  /** The declarations of what was used, in the order of the prefixes. */
  declarations(): readonly string[]
}

export function createNames(): Names {
  const taken = new Set<string>()
  const used = new Map<string, string>()
  return {
    variable: (base) => {
      let name = base
      for (let i = 2; taken.has(name); i++) name = `${base}${i}`
      taken.add(name)
      return name
    },
    term: (iri) => {
      const found = namespaceOf(iri)
      if (found !== undefined) used.set(...found)
      return shortOf(iri)
    },
    use: (prefix) => {
      used.set(prefix, prefix === FUNCTION_PREFIX ? FUNCTION_NAMESPACE : (PREFIXES[prefix] ?? ''))
    },
    declarations: () =>
      [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>`),
  }
}

/** The name of a property or class without what only says that there is one: `hasEdition` gives `edition`. */
export function baseOf(name: string): string {
  const local = name.slice(name.indexOf(':') + 1).replace(/^(?:has|reports)(?=[A-Z])/, '')
  const plain = local.replace(/-of$/, 'Of')
  return lowerFirst(plain === 'prefLabel' ? 'name' : plain)
}

export const lowerFirst = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
export const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
