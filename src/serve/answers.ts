/**
 * Answers to queries of one release: a question that is asked again is answered from memory, and one that several ask
 * at the same time is run once. Nothing but whole answers is kept.
 */
import { createHash } from 'node:crypto'
import { type Engine, EngineError, type QueryOptions } from '../engine/engine.ts'
import { createRepresentations, type Representation } from './representations.ts'
import { represent } from './send.ts'

export interface Reply {
  readonly representation: Representation
  /** Whether the same query would give the same again; undefined where that is not known. */
  readonly isRepeatable: boolean | undefined
}

export interface Answers {
  /** @throws EngineError */
  ask(engine: Engine, text: string, options: QueryOptions): Promise<Reply>
}

/** A query that runs, for all who asked it. */
interface Run {
  readonly reply: Promise<Reply>
  readonly stop: AbortController
  /** How many wait for it. */
  asking: number
}

/** Words of functions that give everyone another value. The engine says afterwards whether they were calls. */
const VOLATILE = /\b(?:now|rand|(?:str)?uuid|bnode)\b|\\u/i

/** What an answer depends on beside the data. */
function keyOf(text: string, { types, defaultGraphs, namedGraphs, maxRows, maxBytes, timeout }: QueryOptions): string {
  const { bindings, boolean, graph } = types
  const all = [text, bindings, boolean, graph, defaultGraphs, namedGraphs, maxRows, maxBytes, timeout]
  return createHash('sha256').update(JSON.stringify(all)).digest('base64')
}

/** @param most Bytes that are kept; 0 for none. */
export function createAnswers(most: number): Answers {
  const kept = createRepresentations(most)
  const running = new Map<string, Run>()

  const askEngine = async (engine: Engine, text: string, options: QueryOptions): Promise<Reply> => {
    const { mediaType, body, isRepeatable } = await engine.query(text, options)
    return { representation: represent(mediaType, body), isRepeatable }
  }

  const start = (key: string, ask: (signal: AbortSignal) => Promise<Reply>): Run => {
    const stop = new AbortController()
    const run: Run = {
      stop,
      asking: 0,
      reply: ask(stop.signal).finally(() => {
        if (running.get(key) === run) running.delete(key)
      }),
    }
    running.set(key, run)
    return run
  }

  /** Asks once for all; the query is stopped when the last of them has gone. */
  const askTogether = async (key: string, engine: Engine, text: string, options: QueryOptions): Promise<Reply> => {
    const before = running.get(key)
    const run = before ?? start(key, (signal) => askEngine(engine, text, { ...options, signal }))
    run.asking++
    try {
      return await unlessGone(run.reply, options.signal)
    } catch (error) {
      // It was another client that had too many: ask in one's own name.
      if (before !== undefined && error instanceof EngineError && error.code === 'too-many-queries')
        return await askTogether(key, engine, text, options)
      throw error
    } finally {
      run.asking--
      if (run.asking === 0 && running.get(key) === run) {
        running.delete(key)
        run.stop.abort()
      }
    }
  }

  return {
    ask: async (engine, text, options) => {
      const key = keyOf(text, options)
      let reply: Reply | undefined
      const representation = await kept.get(key, async () => {
        reply = VOLATILE.test(text)
          ? await askEngine(engine, text, options)
          : await askTogether(key, engine, text, options)
        return reply.isRepeatable ? reply.representation : undefined
      })
      if (reply !== undefined) return reply
      if (representation === undefined) throw new EngineError('unavailable', 'There is no answer.')
      return { representation, isRepeatable: true }
    },
  }
}

/** Waits for an answer as long as there is somebody to give it to. */
function unlessGone(reply: Promise<Reply>, signal: AbortSignal | undefined): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new EngineError('aborted', 'The client has gone.'))
    signal?.addEventListener('abort', onAbort, { once: true })
    reply.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort))
    if (signal?.aborted) onAbort()
  })
}
