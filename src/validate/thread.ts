/** A validator in a thread of its own: the next graph can be made while the last one is judged. */
import { Worker } from 'node:worker_threads'
import { quadLine } from '../rdf/nquads.ts'
import { workerFile } from '../worker-file.ts'
import type { ValidationReport } from './report.ts'
import type { Validator } from './validator.ts'

/** What the thread is asked: statements as lines of N-Quads. */
export interface Request {
  readonly quads: readonly string[]
  readonly context: readonly string[]
}
/** Its answers come in the order of the requests. */
export type Answer = { readonly report: ValidationReport } | { readonly error: Error }

export interface ValidatorThread extends Validator {
  stop(): Promise<unknown>
}

interface Waiting {
  resolve(report: ValidationReport): void
  reject(error: Error): void
}

/**
 * Starts the thread, which loads the shapes of a folder by itself. It takes statements as they are published: each in a
 * graph, without blank nodes.
 */
export function startValidator(shapes: string): ValidatorThread {
  const worker = new Worker(workerFile(import.meta.filename, 'worker'), { workerData: shapes, execArgv: [] })
  // It waits for work; the process need not wait for it.
  worker.unref()
  const waiting: Waiting[] = []
  let fallen: Error | undefined
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift()
    if (waiting.length === 0) worker.unref()
    if ('report' in answer) asked?.resolve(answer.report)
    else asked?.reject(answer.error)
  })
  worker.on('error', (error: Error) => {
    fallen = error
    for (const { reject } of waiting.splice(0)) reject(error)
  })
  return {
    validate: (quads, context = []) =>
      new Promise((resolve, reject) => {
        if (fallen !== undefined) return reject(fallen)
        waiting.push({ resolve, reject })
        worker.ref()
        worker.postMessage({ quads: quads.map(quadLine), context: context.map(quadLine) } satisfies Request)
      }),
    stop: () => worker.terminate(),
  }
}
