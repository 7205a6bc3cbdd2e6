/** One worker thread as a value: runs a query at a time, and can be stopped at any moment. */
import { Worker } from 'node:worker_threads'
import { workerFile } from '../../worker.ts'
import { type Answer, EngineError, outOfMemory } from '../engine.ts'
import type { Request } from './evaluate.ts'
import type { WorkerData, WorkerMessage } from './message.ts'

/** A worker that has loaded its data. */
export interface Thread {
  /** @throws EngineError */
  run(request: Request): Promise<Answer>
  /** Bytes outside the heap after loading. */
  readonly memory: number
  /** False after a trap, an exit, or when its memory has grown too far: take another then. */
  readonly isSound: boolean
  /** True when queries have left it larger than the data need: replaced when nothing else is to be done. */
  readonly isFat: boolean
  /** Ends the thread; a query that runs is never answered. */
  stop(): Promise<void>
}

/** What a store may grow by before its thread is replaced: the memory of WebAssembly never shrinks. */
const GROWTH = 512 * 1024 * 1024
/** What it may keep for good. */
const SPARE = 16 * 1024 * 1024
/** WebAssembly ends at 4 GiB, and sorting needs room. */
const CEILING = 3.4 * 1024 * 1024 * 1024

/**
 * Starts a worker, at once, although the data may come later; resolves when they are loaded.
 * @throws EngineError `unavailable` when they cannot be; what `data` is rejected with
 */
export function startThread(data: WorkerData | Promise<WorkerData>): Promise<Thread> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile(import.meta.filename, 'worker'), { execArgv: [] })
    Promise.resolve(data).then(
      (loadable) => worker.postMessage(loadable),
      (error: unknown) => {
        reject(error)
        void worker.terminate()
      },
    )
    let settle: { answer(answer: Answer): void; fail(error: EngineError): void } | undefined
    let isSound = true
    let loaded = 0
    let memory = 0
    const fail = (error: EngineError) => {
      isSound = false
      reject(error)
      settle?.fail(error)
    }
    worker.on('error', (error: NodeJS.ErrnoException) =>
      fail(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY' && settle !== undefined
          ? outOfMemory()
          : new EngineError('unavailable', `A query worker failed (${error.message}).`),
      ),
    )
    worker.on('exit', () => fail(new EngineError('unavailable', 'A query worker ended.')))
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'broken') return fail(outOfMemory())
      if (message.kind === 'loaded') {
        loaded = message.memory
        return resolve(thread)
      }
      memory = message.memory
      if (memory > Math.min(loaded + GROWTH, CEILING)) isSound = false
      if (message.kind === 'answer') settle?.answer(message.answer)
      else settle?.fail(new EngineError(message.code, message.message, message.fault))
    })
    const thread: Thread = {
      get memory() {
        return loaded
      },
      get isSound() {
        return isSound
      },
      get isFat() {
        return memory > loaded + SPARE
      },
      run: (request) =>
        new Promise((answer, failed) => {
          settle = { answer, fail: failed }
          worker.postMessage(request)
        }),
      stop: async () => {
        isSound = false
        await worker.terminate()
      },
    }
  })
}
