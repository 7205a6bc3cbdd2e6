/**
 * The extractor in a thread that can be ended: a file made to take all time or memory costs itself alone. The thread is
 * started by the first PDF file, serves all that follow, and does not keep the program alive.
 */
import { Worker } from 'node:worker_threads'
import { workerFile } from '../../worker.ts'
import type { Extracted } from './extract.ts'

export interface Bounds {
  /** Milliseconds. */
  readonly time: number
  /** Bytes by which the whole program may grow. */
  readonly memory: number
}

export const BOUNDS: Bounds = { time: 120_000, memory: 1_500_000_000 }

export type Bounded = Extracted | { readonly failure: 'endless' | 'vast'; readonly reason: string }

/** A thread, and who waits for its answer. */
interface Thread {
  readonly worker: Worker
  settle?: (result: Bounded, isSound: boolean) => void
}

/** How often time and memory are looked at, in milliseconds. */
const LOOK = 250
let thread: Thread | undefined
let last: Promise<unknown> = Promise.resolve()

/** The text of a file's pages, one file after the other. */
export function extractBounded(bytes: Uint8Array, bounds: Bounds = BOUNDS): Promise<Bounded> {
  const result = last.then(() => inThread(bytes, bounds))
  last = result
  return result
}

function inThread(bytes: Uint8Array, { time, memory }: Bounds): Promise<Bounded> {
  thread ??= startThread()
  const mine = thread
  const before = process.memoryUsage.rss()
  const began = performance.now()
  mine.worker.ref()
  return new Promise((resolve) => {
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > memory)
        mine.settle?.({ failure: 'vast', reason: 'its contents need too much memory' }, false)
      else if (performance.now() - began > time)
        mine.settle?.({ failure: 'endless', reason: `it takes longer than ${time / 1000} seconds` }, false)
    }, LOOK)
    mine.settle = (result, isSound) => {
      delete mine.settle
      clearInterval(watch)
      mine.worker.unref()
      if (isSound) return resolve(result)
      thread = undefined
      void mine.worker.terminate().then(() => resolve(result))
    }
    // The thread takes its bytes over; the slice of a Buffer would be the same memory.
    const own = new Uint8Array(bytes)
    mine.worker.postMessage(own, [own.buffer])
  })
}

function startThread(): Thread {
  const started: Thread = {
    worker: new Worker(workerFile(import.meta.filename, 'thread'), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }),
  }
  const failed = (reason: string) => started.settle?.({ failure: 'broken', reason }, false)
  started.worker.on('message', (result: Extracted) => started.settle?.(result, true))
  started.worker.on('error', ({ message }: Error) => failed(message))
  started.worker.on('exit', () => {
    if (thread === started) thread = undefined
    failed('the thread that read it ended')
  })
  return started
}
