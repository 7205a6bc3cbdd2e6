/** Turns of queries that are run elsewhere: so many at the same time; the others wait, each client in its turn. */
import { busyError, type EngineError, goneError, type QueryOptions, stoppingError, tooManyQueries } from './engine.ts'
import { createFairQueue, type Waiting } from './queue.ts'

export interface Turns {
  readonly running: number
  readonly waiting: number
  /**
   * Does the work of a query when its turn has come.
   * @param timeout milliseconds of the query; it waits twice as long, by which those that run now are over
   * @throws EngineError where there is no place to wait, or no turn in time; what `work` throws
   */
  take<T>(query: QueryOptions & { readonly timeout: number }, work: () => Promise<T>): Promise<T>
  /** Sends those away that wait. */
  close(): void
}

interface Turn extends Waiting {
  begin(): void
  leave(error: EngineError): void
}

/**
 * @param most queries at the same time, and one more of a client that has none
 * @param places to wait
 */
export function createTurns(most: number, places: number): Turns {
  const queue = createFairQueue<Turn>(places)
  const running: string[] = []
  const may = (client: string) => running.length < most || (running.length === most && !running.includes(client))

  const wait = ({ client = '', signal, timeout }: QueryOptions & { readonly timeout: number }): Promise<void> =>
    new Promise((resolve, reject) => {
      const leave = (error: EngineError) => {
        queue.remove(turn)
        settle()
        reject(error)
      }
      const onAbort = () => leave(goneError())
      const timer = setTimeout(() => leave(busyError()), 2 * timeout)
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
      }
      const turn: Turn = {
        client,
        leave,
        evict: () => leave(tooManyQueries()),
        begin: () => {
          settle()
          running.push(client)
          resolve()
        },
      }
      signal?.addEventListener('abort', onAbort, { once: true })
      const refusal = queue.add(turn)
      if (refusal !== undefined) leave(refusal === 'full' ? busyError() : tooManyQueries())
    })

  const dispatch = () => {
    for (let turn = queue.next(may); turn !== undefined; turn = queue.next(may)) turn.begin()
  }

  return {
    get running() {
      return running.length
    },
    get waiting() {
      return queue.size
    },
    take: async (query, work) => {
      if (query.signal?.aborted) throw goneError()
      const { client = '' } = query
      if (queue.size === 0 && may(client)) running.push(client)
      else {
        const turn = wait(query)
        dispatch()
        await turn
      }
      try {
        return await work()
      } finally {
        running.splice(running.indexOf(client), 1)
        dispatch()
      }
    },
    close: () => {
      for (let turn = queue.next(() => true); turn !== undefined; turn = queue.next(() => true))
        turn.leave(stoppingError())
    },
  }
}
