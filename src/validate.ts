/**
 * Validation against SHACL shapes: a report in an archivist's words as plain values, and in SHACL's own terms as quads.
 * Alone may use the SHACL engine.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlankNode, DatasetCore, Literal, NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import type { ValidationResult } from 'rdf-validate-shacl/src/validation-report.js'
import { type Problem, problem, reasonOf, type Severity } from './problem.ts'
import { parseTurtleFamily } from './rdf/parse.ts'
import { QuadIndex } from './rdf/quad-index.ts'
import { rdf } from './rdf/vocabulary/rdf.ts'
import { sh } from './rdf/vocabulary/sh.ts'
import { xsd } from './rdf/vocabulary/xsd.ts'

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

export interface Validator {
  /**
   * Judges the quads. The context (type and label of what the quads point to) is looked up, but not judged.
   * Superclass types have to be written out in both.
   */
  validate(quads: readonly Quad[], context?: readonly Quad[]): Promise<ValidationReport>
}

const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  [sh.Violation.value, 'error'],
  [sh.Warning.value, 'warning'],
  [sh.Info.value, 'info'],
])

/** Makes a validator of the shapes, to be used for many graphs: making it costs as much as dozens of graphs. */
export function createValidator(shapes: readonly Quad[]): Validator {
  const shapesDataset = asDataset(new QuadIndex(shapes))
  const engine = new SHACLValidator(shapesDataset)
  // The engine's own copy of the shapes is slow to ask, and it asks it for every focus node.
  engine.$shapes = engine.factory.clownface({ dataset: shapesDataset })
  return {
    async validate(quads, context = []) {
      const report = await engine.validate(asDataset(new QuadIndex(quads, context)))
      const results = report.results.map(plainResult).sort(byPlace)
      return { conforms: results.every(({ severity }) => severity !== 'error'), results }
    },
  }
}

/** The engine only reads, so it is content with less than a whole dataset. */
const asDataset = (index: QuadIndex): DatasetCore => index as unknown as DatasetCore

function plainResult(result: ValidationResult): ShapeResult {
  const { path, value } = result
  return {
    focusNode: plainTerm(result.focusNode),
    ...(path?.termType === 'NamedNode' && { path: path.value }),
    ...(value && { value: plainTerm(value) }),
    ...(value?.termType === 'Literal' && { literal: { datatype: value.datatype.value, language: value.language } }),
    // A severity of the shapes' own making is taken as the gravest: nothing may pass unseen.
    severity: SEVERITIES.get(result.severity.value) ?? 'error',
    message: result.message.map((message) => message.value).join(' '),
    shape: plainTerm(result.sourceShape),
    component: result.sourceConstraintComponent.value,
  }
}

const plainTerm = (term: Term): string => (term.termType === 'BlankNode' ? `_:${term.value}` : term.value)

const placeOf = ({ focusNode, shape, path = '', value = '', component }: ShapeResult): string =>
  [focusNode, shape, path, value, component].join('\n')

function byPlace(a: ShapeResult, b: ShapeResult): number {
  const [left, right] = [placeOf(a), placeOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/**
 * The report as SHACL has it: `base` is the IRI of the report, its results are `{base}#result-1` and so on, in the
 * order of the plain report. As SHACL wants it, `sh:conforms` is true only without any result, warnings included.
 */
export function reportQuads(report: ValidationReport, base: string): Quad[] {
  const { literal, namedNode, quad } = DataFactory
  const node = namedNode(base)
  const results = report.results.flatMap((result, index) => {
    const it = namedNode(`${base}#result-${index + 1}`)
    return [
      quad(node, sh.result, it),
      quad(it, rdf.type, sh.ValidationResult),
      quad(it, sh.focusNode, nodeOf(result.focusNode)),
      quad(it, sh.resultSeverity, severityTerm(result.severity)),
      quad(it, sh.resultMessage, literal(result.message, 'en')),
      quad(it, sh.sourceShape, nodeOf(result.shape)),
      quad(it, sh.sourceConstraintComponent, namedNode(result.component)),
      ...(result.path === undefined ? [] : [quad(it, sh.resultPath, namedNode(result.path))]),
      ...(result.value === undefined ? [] : [quad(it, sh.value, valueTerm(result.value, result.literal))]),
    ]
  })
  return [
    quad(node, rdf.type, sh.ValidationReport),
    quad(node, sh.conforms, literal(String(report.results.length === 0), xsd.boolean)),
    ...results,
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

/** What SHACL Core says of shapes; any other term of SHACL would be passed over in silence by the engine. */
const CORE_TERMS: ReadonlySet<string> = new Set(
  `alternativePath and class closed datatype deactivated declare defaultValue description disjoint equals flags group
  hasValue ignoredProperties in inversePath languageIn lessThan lessThanOrEquals maxCount maxExclusive maxInclusive
  maxLength message minCount minExclusive minInclusive minLength name namespace node nodeKind not oneOrMorePath or
  order path pattern prefix property qualifiedMaxCount qualifiedMinCount qualifiedValueShape
  qualifiedValueShapesDisjoint severity shapesGraph suggestedShapesGraph targetClass targetNode targetObjectsOf
  targetSubjectsOf uniqueLang xone zeroOrMorePath zeroOrOnePath`.split(/\s+/),
)

/** Shapes that use what is not run (SPARQL constraints, SPARQL targets, rules) or does not exist (a misspelt term). */
export function checkShapes(shapes: readonly Quad[]): Problem[] {
  return shapes
    .filter(
      ({ predicate }) => predicate.value.startsWith(sh.iri) && !CORE_TERMS.has(predicate.value.slice(sh.iri.length)),
    )
    .map(({ subject, predicate }) =>
      problem('shapes-unsupported', { shape: plainTerm(subject), term: `sh:${predicate.value.slice(sh.iri.length)}` }),
    )
}

/** Reads all Turtle files of a folder as one shapes graph. What cannot be read or would not be run is a problem. */
export function loadShapes(folder: string): {
  readonly shapes: readonly Quad[]
  readonly problems: readonly Problem[]
} {
  const shapes: Quad[] = []
  const problems: Problem[] = []
  for (const path of turtleFiles(folder, problems)) {
    try {
      shapes.push(...parseTurtleFamily(readFileSync(path, 'utf8'), 'turtle'))
    } catch (error) {
      const { message, context } = error as Error & { readonly context?: { readonly line?: number } }
      problems.push(problem('shapes-unreadable', { reason: message }, { path, line: context?.line }))
    }
  }
  return { shapes, problems: [...problems, ...checkShapes(shapes)] }
}

function turtleFiles(folder: string, problems: Problem[]): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.ttl'))
    if (names.length === 0) throw new Error('there is no Turtle file in the folder')
    return names.sort().map((name) => join(folder, name))
  } catch (error) {
    problems.push(problem('shapes-unreadable', { reason: reasonOf(error) }, { path: folder }))
    return []
  }
}
