/** A thread that makes dumps while this one makes others. */
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { Draft, Order } from './encode.ts'
import type { FileEntry } from './manifest.ts'

export interface Encoder {
  /** Makes the dumps of an order, plain and compressed. Rejects with what the thread met: a full disk, a fault. */
  encode(order: Order, draft: Draft): Promise<FileEntry[]>
  stop(): Promise<unknown>
}

/** What the thread is asked for and answers. */
export interface Request {
  readonly order: Order
  readonly draft: Draft
}
export type Answer = { readonly files: FileEntry[] } | { readonly error: Error }

/** Starts the thread, so that it is warm when there is something to do. Flags of the process (`-e`, `--input-type`) are not for it. */
export function startEncoder(): Encoder {
  const worker = new Worker(workerFile(import.meta.filename, 'encode-worker'), { execArgv: [] })
  // It waits for work; the process need not wait for it.
  worker.unref()
  return {
    encode: (order, draft) =>
      new Promise((resolve, reject) => {
        worker.ref()
        worker.once('message', (answer: Answer) => {
          worker.unref()
          if ('files' in answer) resolve(answer.files)
          else reject(answer.error)
        })
        worker.once('error', reject)
        worker.postMessage({ order, draft } satisfies Request)
      }),
    stop: () => worker.terminate(),
  }
}
