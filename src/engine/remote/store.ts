/** One store elsewhere, by the SPARQL 1.1 Protocol. Answers are whole or errors. */
import { EngineError, goneError, timeoutError, tooLarge } from '../engine.ts'
import { type Account, createSender } from './account.ts'
import { readBoolean } from './boolean.ts'
import { type Dialect, dialectOf } from './dialect.ts'
import { failureOf } from './failure.ts'
import { type Rows, readRows } from './results.ts'
import { type Draft, type Written, write } from './write.ts'

export interface StoreOptions {
  /** Address of queries. */
  readonly endpoint: string
  /** Address of updates; by default the one that the kind of store has. */
  readonly updates?: string | undefined
  readonly account?: Account | undefined
  /** Writes the answers; by default in this thread. */
  readonly writes?: typeof write
}

export interface Asking {
  /** Milliseconds. */
  readonly timeout: number
  readonly maxBytes?: number
  readonly defaultGraphs?: readonly string[] | undefined
  readonly namedGraphs?: readonly string[] | undefined
  readonly signal?: AbortSignal | undefined
}

export interface Store {
  readonly endpoint: string
  /** What kind of store it is; known after its first answer. */
  readonly dialect: Dialect | undefined
  /** @throws EngineError */
  rows(query: string, asking: Asking): Promise<Rows>
  boolean(query: string, asking: Asking): Promise<boolean>
  /** The answer to a SELECT, CONSTRUCT or DESCRIBE, written anew. */
  answer(query: string, asking: Asking, as: Pick<Draft, 'kind' | 'mediaType'>): Promise<Written>
  update(text: string, asking: Asking): Promise<void>
}

/** What the store is given beyond the limit to say itself that it is over. */
const PATIENCE = 500
/** Bytes at the end of an answer in which a store may say that it is cut. */
const END = 400
/** Bytes of an answer that has no other limit. */
const MOST = 100e6

export function createStore({ endpoint, updates, account, writes = write }: StoreOptions): Store {
  const send = createSender(account)
  let dialect: Dialect | undefined

  /** Sends a form and reads the answer with `read`, which throws where the text is none. */
  const ask = async <T>(
    address: string,
    parameters: URLSearchParams,
    accept: string,
    { timeout, maxBytes = MOST, signal }: Asking,
    read: (bytes: Uint8Array) => T | Promise<T>,
  ): Promise<T> => {
    const late = AbortSignal.timeout(timeout + PATIENCE)
    try {
      const response = await send(address, {
        method: 'POST',
        headers: { accept, 'content-type': 'application/x-www-form-urlencoded' },
        body: parameters.toString(),
        signal: signal === undefined ? late : AbortSignal.any([late, signal]),
      })
      const known = dialectOf(response.headers)
      dialect = known
      if (!response.ok) throw await failureOf(response, timeout)
      const bytes = await bytesOf(response, maxBytes)
      const cut = known.cut(response.headers, decoded(bytes.subarray(-END)))
      if (cut === 'timeout') throw timeoutError(timeout)
      if (cut !== undefined)
        throw new EngineError(
          cut,
          'The result has more rows than the SPARQL store gives. Add a LIMIT, or take the dumps.',
        )
      try {
        return await read(bytes)
      } catch (error) {
        if (error instanceof EngineError) throw error
        const type = response.headers.get('content-type') ?? 'no media type'
        throw unavailable(`gave an answer that cannot be read (${type})`)
      }
    } catch (error) {
      if (error instanceof EngineError) throw error
      if (signal?.aborted) throw goneError()
      if (late.aborted) throw timeoutError(timeout)
      throw new EngineError('unavailable', `The SPARQL store cannot be reached (${reasonOf(error)}).`, {
        isOutage: true,
      })
    }
  }

  const query = <T>(text: string, accept: string, asking: Asking, read: (bytes: Uint8Array) => T | Promise<T>) => {
    const parameters = new URLSearchParams({ query: text, ...dialect?.timeLimit(asking.timeout) })
    for (const iri of asking.defaultGraphs ?? []) parameters.append('default-graph-uri', iri)
    for (const iri of asking.namedGraphs ?? []) parameters.append('named-graph-uri', iri)
    return ask(endpoint, parameters, accept, asking, read)
  }

  return {
    endpoint,
    get dialect() {
      return dialect
    },
    rows: (text, asking) => query(text, JSON_RESULTS, asking, (bytes) => readRows(decoded(bytes))),
    boolean: (text, asking) => query(text, JSON_RESULTS, asking, (bytes) => readBoolean(decoded(bytes))),
    answer: (text, asking, { kind, mediaType }) =>
      query(text, kind === 'rows' ? JSON_RESULTS : 'application/n-triples', asking, (bytes) =>
        writes({ kind, mediaType, bytes }),
      ),
    update: (text, asking) =>
      ask(
        updates ?? dialect?.updateAddress(endpoint) ?? endpoint,
        new URLSearchParams({ update: text }),
        '*/*',
        asking,
        () => undefined,
      ),
  }
}

export const JSON_RESULTS = 'application/sparql-results+json'

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const unavailable = (what: string): EngineError => new EngineError('unavailable', `The SPARQL store ${what}.`)

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
