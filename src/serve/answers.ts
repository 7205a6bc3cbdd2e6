/**
 * Answers to queries of one release: a question that is asked again is answered from memory, and one that several ask
 * at the same time is run once. Nothing but whole answers is kept.
 */
import { createHash } from 'node:crypto'
import { type Engine, EngineError, goneError, type QueryOptions } from '../engine/engine.ts'
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

/** A question that is being asked of the engine. */
interface Run {
  /** Those that wait for their turn, by client: nobody waits behind another client's queries. */
  readonly tickets: Map<string, Ticket>
  /** The one that runs, for all. */
  started?: Ticket
}

interface Ticket {
  reply: Promise<Reply>
  readonly stop: AbortController
  /** How many wait for it. */
  asking: number
  /** The one that came before it, whose answer is for these as well. */
  instead?: Ticket
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

  const isOver = (run: Run) => run.started === undefined && run.tickets.size === 0
  const end = (key: string, run: Run) => {
    if (running.get(key) === run) running.delete(key)
  }

  /** Asks the engine in the name of a client. What comes first is taken by all, and the others need not run. */
  const take = (
    key: string,
    run: Run,
    client: string,
    ask: (options: Partial<QueryOptions>) => Promise<Reply>,
  ): Ticket => {
    const stop = new AbortController()
    const ticket = { stop, asking: 0 } as Ticket
    run.tickets.set(client, ticket)
    const onStart = () => {
      if (run.started !== undefined) return
      run.started = ticket
      for (const other of run.tickets.values()) {
        if (other === ticket) continue
        ticket.asking += other.asking
        other.instead = ticket
        other.stop.abort()
      }
      run.tickets.clear()
    }
    ticket.reply = ask({ signal: stop.signal, onStart })
      .catch((error: unknown) => {
        if (ticket.instead !== undefined) return ticket.instead.reply
        throw error
      })
      .finally(() => {
        if (run.tickets.get(client) === ticket) run.tickets.delete(client)
        if (run.started === ticket || isOver(run)) end(key, run)
      })
    return ticket
  }

  /** Asks once for all; the query is stopped when the last of them has gone. */
  const askTogether = async (key: string, engine: Engine, text: string, options: QueryOptions): Promise<Reply> => {
    const run = running.get(key) ?? { tickets: new Map<string, Ticket>() }
    running.set(key, run)
    const client = options.client ?? ''
    const ticket =
      run.started ??
      run.tickets.get(client) ??
      take(key, run, client, (more) => askEngine(engine, text, { ...options, ...more }))
    ticket.asking++
    try {
      return await unlessGone(ticket.reply, options.signal)
    } finally {
      const held = ticket.instead ?? ticket
      held.asking--
      if (held.asking === 0) {
        if (run.tickets.get(client) === held) run.tickets.delete(client)
        if (run.started === held || isOver(run)) end(key, run)
        held.stop.abort()
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
    const onAbort = () => reject(goneError())
    signal?.addEventListener('abort', onAbort, { once: true })
    reply.then(resolve, reject).finally(() => signal?.removeEventListener('abort', onAbort))
    if (signal?.aborted) onAbort()
  })
}
