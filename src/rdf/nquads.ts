/**
 * Statements as lines: N-Triples and N-Quads in the canonical form of RDF Dataset Canonicalization (which is legal
 * N-Triples 1.1). The fastest of the writers; releases are made of these lines.
 */
import type { Quad, Term } from '@rdfjs/types'

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
}
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what has to be escaped
const TO_ESCAPE = /["\\\u0000-\u001f\u007f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what an IRI must not have
const NOT_IN_IRI = /[\u0000-\u0020<>"{}|\\^`]/g

const codePoint = (character: string) =>
  `\\u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
const escapeText = (text: string) =>
  text.search(TO_ESCAPE) === -1 ? text : text.replace(TO_ESCAPE, (c) => ESCAPES[c] ?? codePoint(c))
const escapeIri = (iri: string) => (isLegalIri(iri) ? iri : iri.replace(NOT_IN_IRI, codePoint))

/** IRIs come again and again: the last that were found legal. */
const legal = new Set<string>()
const REMEMBERED = 100_000

/** Whether an IRI has only characters that IRIs may have. */
export function isLegalIri(iri: string): boolean {
  if (legal.has(iri)) return true
  if (iri.search(NOT_IN_IRI) !== -1) return false
  if (legal.size === REMEMBERED) legal.clear()
  legal.add(iri)
  return true
}

/** A term as N-Triples has it. @throws Error on a term that N-Triples cannot say (a variable, a quoted triple). */
export function termToken(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<${escapeIri(term.value)}>`
    case 'BlankNode':
      return `_:${term.value}`
    case 'Literal': {
      const text = `"${escapeText(term.value)}"`
      if (term.language !== '') return `${text}@${term.language}`
      return term.datatype.value === XSD_STRING ? text : `${text}^^<${escapeIri(term.datatype.value)}>`
    }
    default:
      throw new Error(`A ${term.termType} cannot be written in RDF 1.1.`)
  }
}

/** The statement without its graph: `s p o .`, no line end. */
export const tripleLine = (quad: Quad): string =>
  `${termToken(quad.subject)} ${termToken(quad.predicate)} ${termToken(quad.object)} .`

/** The statement with its graph: `s p o g .`, no line end. */
export const quadLine = (quad: Quad): string =>
  quad.graph.termType === 'DefaultGraph'
    ? tripleLine(quad)
    : `${tripleLine(quad).slice(0, -1)}${termToken(quad.graph)} .`
