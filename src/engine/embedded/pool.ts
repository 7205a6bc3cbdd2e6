/** The threads of one generation of the data. One that was stopped or is no longer sound is replaced in the background. */
import { setTimeout as delay } from 'node:timers/promises'
import { EngineError } from '../engine.ts'
import type { WorkerData } from './message.ts'
import { startThread, type Thread } from './thread.ts'

export interface Pool {
  /** Threads that it keeps: as many as asked for, or as memory has room for. */
  readonly capacity: number
  /** Threads that have loaded. */
  readonly size: number
  /** Threads that have loaded and do nothing. */
  readonly free: number
  /** A thread that is free, or undefined. */
  take(): Thread | undefined
  /** Gives one back that was used. */
  give(thread: Thread): void
  /** Gives one back that was not used. */
  putBack(thread: Thread): void
  /** Ends the threads that are free, and each other one when it is given back. */
  drain(): void
  /** Ends all threads now. */
  stop(): Promise<void>
}

/** One that answers and a spare: with fewer, whoever asks behind a stopped query waits for a restart. */
const FEWEST = 2
/** How long nothing has to be asked before a thread that has grown is replaced, in milliseconds. */
const QUIET = 5000
const RETRY_FIRST = 1000
const RETRY_MOST = 60_000

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`

const noRoom = (threads: number, each: number, memory: number): EngineError =>
  new EngineError(
    'unavailable',
    `The data take ${megabytes(each)} in each thread, ${threads} are needed, and together they may take ${megabytes(memory)} (queryMemory). Allow more, or put the release into a SPARQL store and serve it with --engine.`,
  )

/**
 * Makes a pool; resolves when its first thread has loaded, the others follow one after the other.
 * @param onFree Called whenever a thread has become free.
 * @param memory Bytes that all copies of the data may take together.
 * @throws EngineError when the data cannot be loaded, or there is no room for them; what `data` is rejected with
 */
export async function createPool(
  data: WorkerData | Promise<WorkerData>,
  size: number,
  onFree: () => void,
  memory: number,
): Promise<Pool> {
  const first = await startThread(data)
  const room = Math.floor(memory / first.memory)
  const fewest = Math.min(size, FEWEST)
  if (room < fewest) {
    void first.stop()
    throw noRoom(fewest, first.memory, memory)
  }
  // One place stays free: for the first copy of the next release, while this one is still asked.
  const capacity = Math.min(size, Math.max(room - 1, fewest))
  const threads = new Set([first])
  const free = [first]
  let isClosed = false
  let isFilling = false

  const fill = async () => {
    if (isFilling) return
    isFilling = true
    let wait = RETRY_FIRST
    while (threads.size < capacity && !isClosed) {
      try {
        const thread = await startThread(data)
        threads.add(thread)
        wait = RETRY_FIRST
        give(thread)
      } catch {
        // The data were loaded before: memory or threads are short, which may pass.
        await delay(wait, undefined, { ref: false })
        wait = Math.min(wait * 2, RETRY_MOST)
      }
    }
    isFilling = false
  }
  const drop = (thread: Thread) => {
    threads.delete(thread)
    void thread.stop()
    void fill()
  }
  const give = (thread: Thread) => {
    if (isClosed || !thread.isSound) return drop(thread)
    free.push(thread)
    onFree()
    tidyLater()
  }
  let tidying: NodeJS.Timeout | undefined
  /** One at a time: the others go on answering. */
  const tidyLater = () => {
    clearTimeout(tidying)
    tidying = setTimeout(() => {
      const fat = free.length === capacity ? free.findIndex(({ isFat }) => isFat) : -1
      for (const thread of fat === -1 ? [] : free.splice(fat, 1)) drop(thread)
    }, QUIET).unref()
  }
  const putBack = (thread: Thread) => void free.unshift(thread)
  void fill()
  return {
    capacity,
    get size() {
      return threads.size
    },
    get free() {
      return free.length
    },
    take: () => {
      for (let thread = free.shift(); thread !== undefined; thread = free.shift()) {
        if (thread.isSound) return thread
        drop(thread)
      }
      return undefined
    },
    give,
    putBack,
    drain: () => {
      isClosed = true
      for (const thread of free.splice(0)) drop(thread)
    },
    stop: async () => {
      isClosed = true
      await Promise.all([...threads].map((thread) => thread.stop()))
    },
  }
}
