/** A thread that makes dumps while this one makes others. */
import { startAnswerer, workerFile } from '../worker.ts'
import type { Draft, Order } from './encode.ts'
import type { FileEntry } from './manifest.ts'

export interface Encoder {
  /**
   * Makes the files of an order: while those of one are compressed, the next is begun. Rejects with what the thread met:
   * a full disk, a fault.
   */
  encode(order: Order, draft: Draft): Promise<FileEntry[]>
  stop(): Promise<unknown>
}

/** What the thread is asked for. */
export interface Question {
  readonly order: Order
  readonly draft: Draft
}

/** Starts the thread, so that it is warm when there is something to do. */
export function startEncoder(): Encoder {
  const thread = startAnswerer<Question, FileEntry[]>(workerFile(import.meta.filename, 'encode-worker'))
  return { encode: (order, draft) => thread.ask({ order, draft }), stop: thread.stop }
}
