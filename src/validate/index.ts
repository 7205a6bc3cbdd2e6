/**
 * Validation against SHACL shapes: a report in an archivist's words as plain values, and in SHACL's own terms as quads.
 */
export { reportQuads, reportTurtle, type ShapeResult, type ValidationReport } from './report.ts'
export { checkShapes, loadShapes } from './shapes.ts'
export { startValidator, type ValidatorThread } from './thread.ts'
export { createValidator, type Validator } from './validator.ts'
