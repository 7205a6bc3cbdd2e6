/**
 * The embedded engine: Oxigraph in threads that can be stopped. One thread more is loaded than queries may run: it
 * takes the place of one that was stopped, and until then the query of a client that has nothing running. The last
 * thread that is free is for clients whose queries have been short: whoever asks for much cannot keep them waiting.
 */
import {
  type Answer,
  busyError,
  type Engine,
  type EngineData,
  EngineError,
  goneError,
  type Health,
  type Limits,
  type QueryOptions,
  stoppingError,
  timeoutError,
  tooManyQueries,
} from '../engine.ts'
import { createFairQueue, type Waiting } from '../queue.ts'
import type { Request } from './evaluate.ts'
import { createPool, type Pool } from './pool.ts'
import type { Thread } from './thread.ts'
import { createUsage } from './usage.ts'

export interface EmbeddedOptions extends Limits {
  /** Queries that run at the same time. */
  readonly workers: number
  /** Queries that may wait. */
  readonly queue: number
  /** Bytes that all copies of the data may take together. */
  readonly memory: number
}

interface Job extends Waiting {
  readonly request: Request
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  readonly onStart: (() => void) | undefined
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
  /** When it began to run, by `performance.now`. */
  begun?: number
  /** Ends the waiting. */
  forget: () => void
}

/** How long a query may go on whose client has gone: most end by then, and a thread is dear. */
const GRACE = 400
const HEALTH_TIMEOUT = 5000

/**
 * A triple takes about 400 bytes, WebAssembly ends at 4 GiB, and queries need room: measured, see docs/benchmarks.md.
 */
const MOST_TRIPLES = 8_000_000

const tooManyTriples = (triples: number) =>
  new EngineError(
    'unavailable',
    `The release has ${triples.toLocaleString('en')} triples, and the embedded engine holds ${MOST_TRIPLES.toLocaleString('en')}. Put it into a SPARQL store and serve it with --engine.`,
  )

/**
 * Starts the engine, at once, although the data may come later; resolves when it can answer.
 * @throws EngineError when the data cannot be loaded; what `data` is rejected with
 */
export async function createEmbeddedEngine(
  data: EngineData | Promise<EngineData>,
  options: EmbeddedOptions,
): Promise<Engine> {
  const queue = createFairQueue<Job>(options.queue)
  const usage = createUsage()
  const running: Job[] = []
  let isClosed = false

  const poolOf = (next: EngineData | Promise<EngineData>): Promise<Pool> =>
    createPool(
      Promise.resolve(next).then(({ parts, base, triples = 0 }) => {
        if (triples > MOST_TRIPLES) throw tooManyTriples(triples)
        return { parts, manner: { base, union: true } }
      }),
      options.workers + 1,
      () => dispatch(),
      options.memory,
    )

  const isHeavy = (client: string): boolean => {
    const begun = running.flatMap((job) => (job.client === client ? (job.begun ?? []) : []))
    return usage.isHeavy(client, begun.length === 0 ? 0 : performance.now() - Math.min(...begun))
  }

  /** Whether a client's query may take a thread where so many are left free then. */
  const may = (client: string, left: number): boolean => {
    const most = Math.min(options.workers, pool.capacity - 1)
    if (left < 1 && pool.capacity > 1 && isHeavy(client)) return false
    return running.length < most || (running.length === most && !running.some((job) => job.client === client))
  }

  /** Runs a job to its end, whichever that is. */
  const run = async (job: Job, thread: Thread, from: Pool): Promise<void> => {
    job.forget()
    const begun = performance.now()
    job.begun = begun
    running.push(job)
    job.onStart?.()
    const stop = (error: EngineError) => {
      job.reject(error)
      void thread.stop()
    }
    const timer = setTimeout(() => stop(timeoutError(job.timeout)), job.timeout)
    let grace: NodeJS.Timeout | undefined
    const onAbort = () => {
      job.reject(goneError())
      grace = setTimeout(() => void thread.stop(), GRACE)
    }
    job.signal?.addEventListener('abort', onAbort, { once: true })
    try {
      job.resolve(await thread.run(job.request))
    } catch (error) {
      job.reject(error)
    } finally {
      clearTimeout(timer)
      clearTimeout(grace)
      job.signal?.removeEventListener('abort', onAbort)
      running.splice(running.indexOf(job), 1)
      usage.add(job.client, performance.now() - begun)
      from.give(thread)
      dispatch()
    }
  }

  const dispatch = () => {
    for (let thread = pool.take(); thread !== undefined; thread = pool.take()) {
      const job = queue.next((client) => may(client, pool.free))
      if (job === undefined) return pool.putBack(thread)
      void run(job, thread, pool)
    }
  }

  /** Waits for a turn; twice the time of a query, by which those that run now are over and replaced. */
  const wait = (job: Job): void => {
    const refusal = queue.add(job)
    if (refusal !== undefined) {
      job.reject(refusal === 'full' ? busyError() : tooManyQueries())
      return
    }
    const leave = (error: EngineError) => {
      queue.remove(job)
      job.reject(error)
    }
    const timer = setTimeout(() => leave(busyError()), 2 * job.timeout)
    const onAbort = () => leave(goneError())
    job.signal?.addEventListener('abort', onAbort, { once: true })
    job.forget = () => {
      clearTimeout(timer)
      job.signal?.removeEventListener('abort', onAbort)
    }
  }

  let pool = await poolOf(data)
  let { generation } = await data

  const submit = (text: string, query: QueryOptions, isUrgent = false): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(stoppingError())
      if (query.signal?.aborted) return reject(goneError())
      const job: Job = {
        client: query.client ?? '',
        request: {
          text,
          types: query.types,
          defaultGraphs: query.defaultGraphs,
          namedGraphs: query.namedGraphs,
          maxRows: query.maxRows ?? options.maxRows,
          maxBytes: query.maxBytes ?? options.maxBytes,
        },
        timeout: Math.min(query.timeout ?? options.timeout, options.timeout),
        signal: query.signal,
        onStart: query.onStart,
        resolve,
        reject: (error) => {
          job.forget()
          reject(error)
        },
        evict: () => job.reject(tooManyQueries()),
        forget: () => {},
      }
      const thread = isUrgent || (queue.size === 0 && may(job.client, pool.free - 1)) ? pool.take() : undefined
      if (thread !== undefined) void run(job, thread, pool)
      else {
        wait(job)
        dispatch()
      }
    })

  return {
    query: (text, query) => submit(text, query),
    health: async (): Promise<Health> => {
      const start = performance.now()
      const types = { bindings: '', boolean: 'application/sparql-results+json', graph: '' }
      const ok = await submit('ASK {}', { types, timeout: HEALTH_TIMEOUT, client: 'health' }, true).then(
        () => true,
        () => false,
      )
      return {
        ok,
        generation,
        latency: performance.now() - start,
        workers: pool.size,
        running: running.length,
        waiting: queue.size,
      }
    },
    replace: async (next) => {
      const successor = await poolOf(next)
      const predecessor = pool
      pool = successor
      generation = next.generation
      predecessor.drain()
      dispatch()
    },
    close: async () => {
      isClosed = true
      for (let job = queue.next(() => true); job !== undefined; job = queue.next(() => true))
        job.reject(stoppingError())
      await pool.stop()
    },
  }
}
