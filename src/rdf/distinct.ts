/** Terms, each once. */
import type { Term } from '@rdfjs/types'

/** Among so few, comparing each with each is quicker than keys. */
const FEW = 8

/** The same terms in the same order, each once. */
export function distinctTerms(terms: readonly Term[]): Term[] {
  if (terms.length <= FEW) return terms.filter((term, i) => terms.findIndex((other) => other.equals(term)) === i)
  const distinct = new Map<string, Term>()
  for (const term of terms) {
    const key = keyOf(term)
    if (!distinct.has(key)) distinct.set(key, term)
  }
  return [...distinct.values()]
}

function keyOf(term: Term): string {
  const kind = term.termType === 'Literal' ? `${term.language} ${term.datatype.value}` : term.termType
  return `${kind} ${term.value}`
}
