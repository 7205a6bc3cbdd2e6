/** Terms as plain text, as reports have them. */
import type { Term } from '@rdfjs/types'

/** An IRI, the characters of a literal, or `_:` and a label. */
export const plainTerm = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value)
