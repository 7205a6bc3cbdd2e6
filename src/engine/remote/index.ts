/** The remote engine: any store that speaks the SPARQL 1.1 Protocol. Believes it nothing that it can check. */
import {
  type Answer,
  type Engine,
  EngineError,
  type Health,
  type Limits,
  type QueryOptions,
  timeoutError,
  tooLarge,
  tooManyRows,
  typeFor,
} from '../engine.ts'
import { asSent } from '../prefixes.ts'
import { planQuery } from '../query.ts'
import { hasMoreRows } from '../rows.ts'
import { booleanOf, writeBoolean } from './boolean.ts'
import { failureOf, isCutShort } from './failure.ts'

export interface RemoteOptions extends Limits {
  /** Address of the endpoint. */
  readonly endpoint: string
  /** What relative IRIs in a query refer to. */
  readonly base: string
  /** Names the data that the store was loaded with. */
  readonly generation: string
}

const JSON_RESULTS = 'application/sparql-results+json'
/** What the store is given beyond the limit to say itself that it is over. */
const PATIENCE = 500
const HEALTH_TIMEOUT = 5000

/** An engine that asks a store elsewhere; loading it is the work of `dragoman load`. */
export function createRemoteEngine(options: RemoteOptions): Engine {
  let { generation } = options
  let running = 0

  const query = async (text: string, asked: QueryOptions): Promise<Answer> => {
    const maxRows = asked.maxRows ?? options.maxRows
    const maxBytes = asked.maxBytes ?? options.maxBytes
    const timeout = Math.min(asked.timeout ?? options.timeout, options.timeout)
    const plan = planQuery(text, options.base, maxRows)
    const form = plan.form ?? 'select'
    const mediaType = typeFor(form, asked.types)
    const parameters = new URLSearchParams({ query: plan.text, timeout: String(timeout) })
    for (const iri of asked.defaultGraphs ?? []) parameters.append('default-graph-uri', iri)
    for (const iri of asked.namedGraphs ?? []) parameters.append('named-graph-uri', iri)
    const late = AbortSignal.timeout(timeout + PATIENCE)
    running++
    asked.onStart?.()
    try {
      const response = await fetch(options.endpoint, {
        method: 'POST',
        headers: { accept: form === 'ask' ? JSON_RESULTS : mediaType },
        body: parameters,
        redirect: 'error',
        signal: asked.signal === undefined ? late : AbortSignal.any([late, asked.signal]),
      })
      if (!response.ok) throw asSent(await failureOf(response, timeout), plan)
      if (isCutShort(response)) throw timeoutError(timeout)
      const body = await bytesOf(response, maxBytes)
      if (form === 'ask') return { form, mediaType, body: writeBoolean(booleanOf(body), mediaType) }
      if (bareType(response) !== mediaType)
        throw unavailable(`answered with ${bareType(response) || 'no media type'} instead of ${mediaType}`)
      if (form === 'select' && hasMoreRows(new TextDecoder().decode(body), mediaType, maxRows))
        throw tooManyRows(maxRows)
      return { form, mediaType, body }
    } catch (error) {
      if (error instanceof EngineError) throw error
      if (asked.signal?.aborted) throw new EngineError('aborted', 'The client has gone.')
      if (late.aborted) throw timeoutError(timeout)
      throw unavailable(`cannot be reached (${reasonOf(error)})`)
    } finally {
      running--
    }
  }

  return {
    query,
    health: async (): Promise<Health> => {
      const start = performance.now()
      const types = { bindings: '', boolean: JSON_RESULTS, graph: '' }
      const ok = await query('ASK {}', { types, timeout: HEALTH_TIMEOUT }).then(
        () => true,
        () => false,
      )
      return { ok, generation, latency: performance.now() - start, workers: 0, running, waiting: 0 }
    },
    replace: async (data) => {
      generation = data.generation
    },
    close: async () => {},
  }
}

const unavailable = (what: string): EngineError => new EngineError('unavailable', `The SPARQL store ${what}.`)

const bareType = (response: Response): string =>
  (response.headers.get('content-type')?.split(';', 1)[0] ?? '').trim().toLowerCase()

/** The body, as long as it is not too long. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.byteLength
    if (length > most) throw tooLarge(most)
    pieces.push(piece)
  }
  return Buffer.concat(pieces, length)
}

/** The system's word for what went wrong in `fetch`. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : String(cause)
}
