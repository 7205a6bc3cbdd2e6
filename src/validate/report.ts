/** What validation found: plain values, and the same in SHACL's own terms. */
import type { BlankNode, Literal, NamedNode, Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Severity } from '../problem.ts'
import { createEncoder } from '../rdf/serialise.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { sh } from '../rdf/vocabulary/sh.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'

/** One thing that a shape found. IRIs are written out; a blank node is `_:` and its label. */
export interface ShapeResult {
  readonly focusNode: string
  /** The property concerned; absent for a result on the node itself or on a path of several properties. */
  readonly path?: string
  /** The value concerned: an IRI, or the characters of a literal. */
  readonly value?: string
  /** Present when the value is a literal: its datatype and its language tag, empty when it has none. */
  readonly literal?: { readonly datatype: string; readonly language: string }
  readonly severity: Severity
  readonly message: string
  /** The shape whose constraint it is. */
  readonly shape: string
  /** The constraint component, such as `http://www.w3.org/ns/shacl#MinCountConstraintComponent`. */
  readonly component: string
}

export interface ValidationReport {
  /** No result is an error; warnings and remarks do not count. */
  readonly conforms: boolean
  /** Sorted by focus node, shape, path, value and component. */
  readonly results: readonly ShapeResult[]
}

/**
 * The report as SHACL has it: `base` is the IRI of the report, its results are `{base}#result-1` and so on, in the
 * order of the plain report. As SHACL wants it, `sh:conforms` is true only without any result, warnings included.
 */
export const reportQuads = (report: ValidationReport, base: string): Quad[] => [
  ...ownQuads(report.results.length === 0, base),
  ...report.results.flatMap((result, index) => resultQuads(result, index, base)),
]

/** Results that are written at once. */
const CHUNK = 500

/** The same as Turtle, piece by piece: there may be more results than fit into memory. */
export function* reportTurtle(results: Iterable<ShapeResult>, base: string): Generator<string> {
  const { head, piece, tail } = createEncoder('turtle')
  let count = 0
  for (const chunk of chunks(results)) {
    if (count === 0) yield head + piece(ownQuads(chunk.length === 0, base))
    const quads = chunk.map((result, index) => resultQuads(result, count + index, base))
    yield piece([...quads.flatMap(([link]) => link ?? []), ...quads.flatMap(([, ...own]) => own)])
    count += chunk.length
  }
  yield tail
}

/** At least one chunk, be it empty. */
function* chunks(results: Iterable<ShapeResult>): Generator<ShapeResult[]> {
  let chunk: ShapeResult[] = []
  for (const result of results) {
    if (chunk.length === CHUNK) {
      yield chunk
      chunk = []
    }
    chunk.push(result)
  }
  yield chunk
}

function ownQuads(isWithoutResult: boolean, base: string): Quad[] {
  const { literal, namedNode, quad } = DataFactory
  const node = namedNode(base)
  return [
    quad(node, rdf.type, sh.ValidationReport),
    quad(node, sh.conforms, literal(String(isWithoutResult), xsd.boolean)),
  ]
}

/** The link from the report to a result, and the result. */
function resultQuads(result: ShapeResult, index: number, base: string): Quad[] {
  const { literal, namedNode, quad } = DataFactory
  const it = namedNode(`${base}#result-${index + 1}`)
  return [
    quad(namedNode(base), sh.result, it),
    quad(it, rdf.type, sh.ValidationResult),
    quad(it, sh.focusNode, nodeOf(result.focusNode)),
    quad(it, sh.resultSeverity, severityTerm(result.severity)),
    quad(it, sh.resultMessage, literal(result.message, 'en')),
    quad(it, sh.sourceShape, nodeOf(result.shape)),
    quad(it, sh.sourceConstraintComponent, namedNode(result.component)),
    ...(result.path === undefined ? [] : [quad(it, sh.resultPath, namedNode(result.path))]),
    ...(result.value === undefined ? [] : [quad(it, sh.value, valueTerm(result.value, result.literal))]),
  ]
}

const nodeOf = (name: string): NamedNode | BlankNode =>
  name.startsWith('_:') ? DataFactory.blankNode(name.slice(2)) : DataFactory.namedNode(name)

const severityTerm = (severity: Severity): NamedNode =>
  ({ error: sh.Violation, warning: sh.Warning, info: sh.Info })[severity]

function valueTerm(value: string, literal: ShapeResult['literal']): NamedNode | BlankNode | Literal {
  if (literal === undefined) return nodeOf(value)
  return DataFactory.literal(value, literal.language || DataFactory.namedNode(literal.datatype))
}
