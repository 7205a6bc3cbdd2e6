/** Turtle and TriG as we write them: one block a subject, the type first, one property a line, nothing that needs state. */
import type { Quad, Term } from '@rdfjs/types'
import { termToken } from './nquads.ts'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const LOCAL_NAME = /^[A-Za-z_][\w-]*$/

/** The `@prefix` lines. */
export const turtleHead = (prefixes: Readonly<Record<string, string>>): string =>
  `${Object.entries(prefixes)
    .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .\n`)
    .join('')}\n`

/** Makes the writer of the statements of one subject; `indent` goes before each line. */
export function createBlockWriter(
  prefixes: Readonly<Record<string, string>>,
): (quads: readonly Quad[], indent?: string) => string {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]))
  const shorten = (iri: string): string | undefined => {
    const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
    const prefix = byNamespace.get(iri.slice(0, cut))
    const local = iri.slice(cut)
    return prefix !== undefined && LOCAL_NAME.test(local) ? `${prefix}:${local}` : undefined
  }
  const token = (term: Term): string => {
    if (term.termType === 'NamedNode') return shorten(term.value) ?? termToken(term)
    const plain = termToken(term)
    if (term.termType !== 'Literal' || term.language !== '') return plain
    const datatype = shorten(term.datatype.value)
    return datatype === undefined || !plain.endsWith('>')
      ? plain
      : `${plain.slice(0, plain.lastIndexOf('<'))}${datatype}`
  }
  return (quads, indent = '') => {
    const objects = new Map<string, string[]>()
    for (const { predicate, object } of quads) {
      const known = objects.get(predicate.value)
      if (known === undefined) objects.set(predicate.value, [token(object)])
      else known.push(token(object))
    }
    const types = objects.get(RDF_TYPE)
    objects.delete(RDF_TYPE)
    const properties = [...objects].map(
      ([iri, values]) => `${shorten(iri) ?? `<${iri}>`} ${values.join(`,\n${indent}        `)}`,
    )
    if (types !== undefined) properties.unshift(`a ${types.join(', ')}`)
    const subject = quads[0] === undefined ? '' : token(quads[0].subject)
    return `${indent}${subject} ${properties.join(` ;\n${indent}    `)} .\n`
  }
}
