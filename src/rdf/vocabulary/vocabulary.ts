/** What every vocabulary here is: an object of terms, so that a misspelt term does not compile. */
import { DataFactory, type NamedNode } from 'n3'

/** The terms of one namespace by their local names, and the namespace itself as `iri`. */
export type Vocabulary<Name extends string> = Readonly<Record<Name, NamedNode>> & { readonly iri: string }

/** Makes a vocabulary of a namespace IRI and the local names of its terms. */
export function vocabulary<const Name extends string>(iri: string, names: readonly Name[]): Vocabulary<Name> {
  const terms = names.map((name) => [name, DataFactory.namedNode(iri + name)] as const)
  return Object.freeze({ ...(Object.fromEntries(terms) as Record<Name, NamedNode>), iri })
}

/** The term of a local name that is only known at run time; undefined when the vocabulary does not have it. */
export function termNamed(terms: { readonly iri: string }, name: string): NamedNode | undefined {
  if (name === 'iri' || !Object.hasOwn(terms, name)) return undefined
  return (terms as Vocabulary<string>)[name]
}
