/** Entry of the thread that validates. */
import { workerData } from 'node:worker_threads'
import { readLine } from '../rdf/canonical.ts'
import { answerQuestions, oneByOne } from '../worker.ts'
import { loadShapes } from './shapes.ts'
import type { Question } from './thread.ts'
import { createValidator } from './validator.ts'

const validator = createValidator(loadShapes(workerData as string).shapes)
answerQuestions(
  oneByOne(({ quads, context }: Question) => validator.validate(quads.map(readLine), context.map(readLine))),
)
