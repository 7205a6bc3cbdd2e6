/** What answers SPARQL queries, whatever stands behind it: one interface, and errors that say what to do. */

export type QueryForm = 'select' | 'ask' | 'construct' | 'describe'

/** The media type wanted for each kind of result. */
export interface ResultTypes {
  readonly bindings: string
  readonly boolean: string
  readonly graph: string
}

export interface QueryOptions {
  readonly types: ResultTypes
  /** The dataset by the protocol; stands before FROM and FROM NAMED. Unknown graphs are empty; nothing is fetched. */
  readonly defaultGraphs?: readonly string[] | undefined
  readonly namedGraphs?: readonly string[] | undefined
  /** Milliseconds, rows and bytes; by default the engine's own limits. */
  readonly timeout?: number | undefined
  readonly maxRows?: number | undefined
  readonly maxBytes?: number | undefined
  /** Queries wait in turn by client. */
  readonly client?: string | undefined
  /** Stops the query when the client has gone. */
  readonly signal?: AbortSignal | undefined
  /** Called when its turn has come. */
  readonly onStart?: (() => void) | undefined
}

/** A whole answer, never a part of one. */
export interface Answer {
  readonly form: QueryForm
  readonly mediaType: string
  readonly body: Uint8Array
  /** Whether the same query on the same data gives the same answer; absent where that is not known. */
  readonly isRepeatable?: boolean | undefined
}

export type EngineErrorCode =
  /** The query is not SPARQL; `line` and `column` where they are known. */
  | 'syntax'
  /** SERVICE, LOAD, an update, or nested too deeply. */
  | 'refused'
  | 'timeout'
  | 'too-many-rows'
  /** More bytes, or more memory, than one query may have. */
  | 'too-large'
  /** Too many queries of all clients are waiting. */
  | 'busy'
  /** Too many queries of this client are waiting. */
  | 'too-many-queries'
  | 'unavailable'
  /** The client has gone. */
  | 'aborted'

/** Where the fault of a query is, and what mends it. */
export interface Fault {
  /** From 1. */
  readonly line?: number
  readonly column?: number
  /** One that is not declared. */
  readonly prefix?: string
  /** The line that declares it, where it is known what it means. */
  readonly declaration?: string
}

/** Why there is no answer: one sentence for the person who asked. */
export class EngineError extends Error implements Fault {
  override readonly name = 'EngineError'
  readonly code: EngineErrorCode
  readonly line?: number
  readonly column?: number
  readonly prefix?: string
  readonly declaration?: string
  /** Whether a store elsewhere could not be reached at all. */
  readonly isOutage?: true

  constructor(code: EngineErrorCode, message: string, more: Fault & { readonly isOutage?: true } = {}) {
    super(message)
    this.code = code
    Object.assign(this, more)
  }

  get fault(): Fault {
    const { line, column, prefix, declaration } = this
    return {
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(prefix !== undefined && { prefix }),
      ...(declaration !== undefined && { declaration }),
    }
  }
}

export interface Health {
  /** Whether a query was answered just now. */
  readonly ok: boolean
  /** Of the data that is answered from. */
  readonly generation: string
  /** Milliseconds of that query. */
  readonly latency: number
  /** Threads that have loaded the data; 0 where the store runs elsewhere. */
  readonly workers: number
  readonly running: number
  readonly waiting: number
  /** Why it cannot answer, where that is known. */
  readonly reason?: string
}

/** RDF to load: a file, or a text. */
export type DataPart = { readonly path: string } | { readonly text: string }

/** One generation of the data, all of it N-Quads. */
export interface EngineData {
  /** The version, and when it was published. */
  readonly generation: string
  /** What relative IRIs in a query refer to: the address of the endpoint. */
  readonly base: string
  readonly parts: readonly DataPart[]
  /** How many there are, where it is known before they are loaded. */
  readonly triples?: number
  /** Path of the index in which words are sought. */
  readonly searchIndex?: string
}

export interface Engine {
  /** @throws EngineError */
  query(text: string, options: QueryOptions): Promise<Answer>
  /** Runs a query that costs nothing; never throws. */
  health(): Promise<Health>
  /** Answers from other data from now on; queries that run are answered from the old. @throws EngineError when it cannot be loaded: then the old data stay. */
  replace(data: EngineData): Promise<void>
  close(): Promise<void>
}

/** The media type that a form of query is answered in. */
export function typeFor(form: QueryForm, types: ResultTypes): string {
  if (form === 'select') return types.bindings
  return form === 'ask' ? types.boolean : types.graph
}

/** The bounds of one query, and of all. */
export interface Limits {
  /** Milliseconds. */
  readonly timeout: number
  readonly maxRows: number
  readonly maxBytes: number
}

export const timeoutError = (timeout: number): EngineError =>
  new EngineError(
    'timeout',
    `The query was stopped after ${timeout / 1000} ${timeout === 1000 ? 'second' : 'seconds'}. Make it more selective, or take the dumps.`,
  )
export const goneError = (): EngineError => new EngineError('aborted', 'The client has gone.')
export const busyError = (): EngineError =>
  new EngineError('busy', 'Too many queries are waiting. Try again in a moment.')
export const tooManyQueries = (): EngineError =>
  new EngineError('too-many-queries', 'Too many of your queries are waiting. Send fewer at the same time.')
export const stoppingError = (): EngineError => new EngineError('unavailable', 'The service is stopping.')
export const tooManyRows = (maxRows: number): EngineError =>
  new EngineError('too-many-rows', `The result has more than ${maxRows} rows. Add a LIMIT, or take the dumps.`)
export const tooLarge = (maxBytes: number): EngineError =>
  new EngineError('too-large', `The result has more than ${maxBytes} bytes. Ask for less, or take the dumps.`)
export const outOfMemory = (): EngineError =>
  new EngineError('too-large', 'The query needs more memory than one query may have. Ask for less, or take the dumps.')
