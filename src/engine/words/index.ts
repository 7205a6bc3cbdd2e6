/**
 * An engine whose queries may seek words. They are sought in a thread of its own before the query goes to the engine,
 * which is given what was found: embedded and remote engines answer alike.
 */
import { type Answer, type Engine, type EngineData, EngineError, goneError, type QueryOptions } from '../engine.ts'
import { maySeek } from './rewrite.ts'
import { type SeekerThread, startSeeker } from './thread.ts'

/** Queries that may wait for the thread. */
const MOST_WAITING = 100

const noIndex = () =>
  new EngineError('refused', 'This release has no search index. Build it again, then words can be sought in queries.')
const notRead = () =>
  new EngineError(
    'syntax',
    'Words cannot be sought in this query: it has something that SPARQL 1.1 does not know. Write it without.',
  )

/**
 * Lets the queries of an engine seek words.
 * @param data what the engine answers from
 * @param timeout milliseconds for the searches of one query
 */
export function createSeekingEngine(engine: Engine, data: EngineData, timeout: number): Engine {
  let seeker = createSeeker(data)

  const expandAndAsk = async (text: string, options: QueryOptions, from: Seeker): Promise<Answer> => {
    const found = await from.expand(text, Math.min(options.timeout ?? timeout, timeout), options)
    const answer = await engine.query(found ?? text, options)
    // What the engine understood and we did not may be without what was sought: that would be a wrong answer.
    if (found === undefined) throw notRead()
    return answer
  }

  return {
    ...engine,
    query: async (text, options) => {
      if (!maySeek(text)) return engine.query(text, options)
      // What was sought in one version and answered from the next is done again: an answer is of one version.
      for (;;) {
        const from = seeker
        try {
          const answer = await expandAndAsk(text, options, from)
          if (from === seeker) return answer
        } catch (error) {
          if (from === seeker) throw error
        }
      }
    },
    replace: async (next) => {
      await engine.replace(next)
      void seeker.close()
      seeker = createSeeker(next)
    },
    close: async () => {
      await seeker.close()
      await engine.close()
    },
  }
}

interface Seeker {
  /** The query with what was found; undefined where it cannot be read. @throws EngineError */
  expand(text: string, timeout: number, options: QueryOptions): Promise<string | undefined>
  close(): Promise<void>
}

/** The thread of one generation: started when it is first needed, and again after it has ended. */
function createSeeker({ searchIndex, base }: EngineData): Seeker {
  let thread: Promise<SeekerThread> | undefined
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  const ask = async (index: string, text: string, timeout: number, { signal }: QueryOptions) => {
    if (signal?.aborted) throw goneError()
    thread ??= startSeeker({ index, base })
    const message = await thread
      .then((started) => started.ask(text, timeout))
      .catch((error: unknown) => {
        thread = undefined
        throw error
      })
    if (message.kind !== 'failure') return message.kind === 'expanded' ? message.text : undefined
    const { code, line, column } = message
    const at = line !== undefined && column !== undefined ? { line, column } : undefined
    throw new EngineError(code, message.message, at)
  }
  return {
    expand: async (text, timeout, options) => {
      if (searchIndex === undefined) throw noIndex()
      if (waiting >= MOST_WAITING) throw new EngineError('busy', 'Too many queries seek words. Try again in a moment.')
      waiting++
      const asked = last.then(() => ask(searchIndex, text, timeout, options))
      last = asked.catch(() => {})
      return asked.finally(() => waiting--)
    },
    close: async () => {
      // Searches that wait are still answered.
      await last
      ;(await thread?.catch(() => undefined))?.stop()
    },
  }
}
