/** A thread that makes dumps while this one makes others. */
import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file.ts'
import type { Draft, Order } from './encode.ts'
import type { FileEntry } from './manifest.ts'

export interface Encoder {
  /**
   * Makes the files of an order, each order once: while those of one are compressed, the next is begun. Rejects with
   * what the thread met: a full disk, a fault.
   */
  encode(order: Order, draft: Draft): Promise<FileEntry[]>
  stop(): Promise<unknown>
}

/** What the thread is asked for and answers. */
export interface Request {
  readonly order: Order
  readonly draft: Draft
}
export type Answer = { readonly order: Order } & ({ readonly files: FileEntry[] } | { readonly error: Error })

/** Starts the thread, so that it is warm when there is something to do. Flags of the process (`-e`, `--input-type`) are not for it. */
export function startEncoder(): Encoder {
  const worker = new Worker(workerFile(import.meta.filename, 'encode-worker'), { execArgv: [] })
  // It waits for work; the process need not wait for it.
  worker.unref()
  const waiting = new Map<Order, Waiting>()
  const done = (order: Order): Waiting | undefined => {
    const asked = waiting.get(order)
    waiting.delete(order)
    if (waiting.size === 0) worker.unref()
    return asked
  }
  worker.on('message', (answer: Answer) => {
    const asked = done(answer.order)
    if ('files' in answer) asked?.resolve(answer.files)
    else asked?.reject(answer.error)
  })
  worker.on('error', (error) => {
    for (const order of [...waiting.keys()]) done(order)?.reject(error)
  })
  return {
    encode: (order, draft) =>
      new Promise((resolve, reject) => {
        waiting.set(order, { resolve, reject })
        worker.ref()
        worker.postMessage({ order, draft } satisfies Request)
      }),
    stop: () => worker.terminate(),
  }
}

interface Waiting {
  resolve(files: FileEntry[]): void
  reject(error: unknown): void
}
