/** Entry of the thread that validates. */
import { parentPort, workerData } from 'node:worker_threads'
import { readLine } from '../rdf/canonical.ts'
import { loadShapes } from './shapes.ts'
import type { Answer, Request } from './thread.ts'
import { createValidator } from './validator.ts'

const validator = createValidator(loadShapes(workerData as string).shapes)
let last: Promise<unknown> = Promise.resolve()
parentPort?.on('message', ({ quads, context }: Request) => {
  last = last.then(async () => {
    const answer: Answer = await validator.validate(quads.map(readLine), context.map(readLine)).then(
      (report) => ({ report }),
      (error: Error) => ({ error }),
    )
    parentPort?.postMessage(answer)
  })
})
