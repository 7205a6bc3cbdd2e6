/** The SHACL engine, behind an interface of our own: nothing else imports it. */
import type { DatasetCore, Quad } from '@rdfjs/types'
import type { ValidationResult } from 'rdf-validate-shacl/src/validation-report.js'
import type { Severity } from '../problem.ts'
import { QuadIndex } from '../rdf/quad-index.ts'
import { sh } from '../rdf/vocabulary/sh.ts'
import { plainTerm } from './plain.ts'
import type { ShapeResult, ValidationReport } from './report.ts'

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
  const starting = startEngine(shapes)
  // What fails here is thrown where the engine is used.
  starting.catch(() => {})
  return {
    async validate(quads, context = []) {
      const engine = await starting
      const report = await engine.validate(asDataset(new QuadIndex(quads, context)))
      const results = report.results.map(plainResult).sort(byPlace)
      return { conforms: results.every(({ severity }) => severity !== 'error'), results }
    },
  }
}

/** The engine is many files, which whoever only hands its work on need not load. */
async function startEngine(shapes: readonly Quad[]) {
  const { default: SHACLValidator } = await import('rdf-validate-shacl')
  const dataset = asDataset(new QuadIndex(shapes))
  const engine = new SHACLValidator(dataset)
  // The engine's own copy of the shapes is slow to ask, and it asks it for every focus node.
  engine.$shapes = engine.factory.clownface({ dataset })
  return engine
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

const placeOf = ({ focusNode, shape, path = '', value = '', component }: ShapeResult): string =>
  [focusNode, shape, path, value, component].join('\n')

function byPlace(a: ShapeResult, b: ShapeResult): number {
  const [left, right] = [placeOf(a), placeOf(b)]
  return left < right ? -1 : left > right ? 1 : 0
}
