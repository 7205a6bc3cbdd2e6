/** The threads of one generation of the data. One that was stopped or is no longer sound is replaced in the background. */
import { totalmem } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { WorkerData } from './message.ts'
import { startThread, type Thread } from './thread.ts'

export interface Pool {
  /** Threads that it keeps: as many as asked for, or as memory has room for. */
  readonly capacity: number
  /** Threads that have loaded. */
  readonly size: number
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

/** The part of the machine's memory that copies of the data may take. */
const MEMORY_SHARE = 0.6
const RETRY_FIRST = 1000
const RETRY_MOST = 60_000

/**
 * Makes a pool; resolves when its first thread has loaded, the others follow one after the other.
 * @param onFree Called whenever a thread has become free.
 * @throws EngineError when the data cannot be loaded; what `data` is rejected with
 */
export async function createPool(
  data: WorkerData | Promise<WorkerData>,
  size: number,
  onFree: () => void,
): Promise<Pool> {
  const first = await startThread(data)
  const room = Math.floor((totalmem() * MEMORY_SHARE) / first.memory)
  const capacity = Math.min(size, Math.max(room, 2))
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
  }
  const putBack = (thread: Thread) => void free.unshift(thread)
  void fill()
  return {
    capacity,
    get size() {
      return threads.size
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
