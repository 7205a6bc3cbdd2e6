/** A validator in a thread of its own: the next graph can be made while the last one is judged. */
import { quadLine } from '../rdf/nquads.ts'
import { startAnswerer, workerFile } from '../worker.ts'
import type { ValidationReport } from './report.ts'
import type { Validator } from './validator.ts'

/** What the thread is asked: statements as lines of N-Quads. */
export interface Question {
  readonly quads: readonly string[]
  readonly context: readonly string[]
}

export interface ValidatorThread extends Validator {
  stop(): Promise<unknown>
}

/**
 * Starts the thread, which loads the shapes of a folder by itself. It takes statements as they are published: each in a
 * graph, without blank nodes.
 */
export function startValidator(shapes: string): ValidatorThread {
  const thread = startAnswerer<Question, ValidationReport>(workerFile(import.meta.filename, 'worker'), shapes)
  return {
    validate: (quads, context = []) => thread.ask({ quads: quads.map(quadLine), context: context.map(quadLine) }),
    stop: thread.stop,
  }
}
