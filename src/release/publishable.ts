/** What may be published: statements with legal IRIs, a graph, and no blank node. */
import type { Quad, Term } from '@rdfjs/types'
import { isLegalIri } from '../rdf/nquads.ts'

/** A statement as it may be published. @throws Error on a blank node, an illegal IRI, or a statement without a graph */
export function publishable(quad: Quad): Quad {
  const { subject, predicate, object, graph } = quad
  const fault = faultOf(subject) ?? faultOf(predicate) ?? faultOf(object) ?? faultOf(graph)
  if (fault !== undefined) throw new Error(`A statement about ${subject.value} cannot be published: ${fault}.`)
  return quad
}

function faultOf({ termType, value }: Term): string | undefined {
  if (termType === 'Literal') return undefined
  if (termType === 'BlankNode') return 'it has a blank node'
  if (termType === 'DefaultGraph') return 'it has no graph'
  return termType === 'NamedNode' && !isLegalIri(value) ? `${JSON.stringify(value)} is not an IRI` : undefined
}
