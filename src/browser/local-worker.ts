/** The engine of a site without a server: Oxigraph in WebAssembly over a dump, in a thread of the reader's browser. */

/** What the thread is told first: where the engine is, and the dump, N-Quads compressed with gzip. */
export interface Opening {
  readonly engine: string
  readonly dump: string
}

export interface Asking {
  readonly query: string
  /** Media type of rows. */
  readonly bindings: string
  /** Media type of statements. */
  readonly graph: string
}

/** What it says: how far the loading is, the answer to a query, or why there is none. */
export type Told =
  | { readonly kind: 'loading'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'ready'; readonly triples: number }
  | { readonly kind: 'answer'; readonly text: string; readonly mediaType: string }
  | { readonly kind: 'fault'; readonly message: string }

interface Store {
  readonly size: number
  load(data: Uint8Array, options: { format: string; no_transaction: boolean; unchecked: boolean }): void
  query(query: string, options: Record<string, unknown>): unknown
}
interface Engine {
  default(): Promise<unknown>
  readonly Store: new () => Store
}

const tell = (told: Told): void => postMessage(told)

async function open({ engine, dump }: Opening): Promise<Store> {
  const oxigraph = (await import(engine)) as Engine
  await oxigraph.default()
  const response = await fetch(dump)
  if (!response.ok || response.body === null) throw new Error(`The dump could not be fetched (${response.status}).`)
  const total = Number(response.headers.get('Content-Length') ?? 0)
  const store = new oxigraph.Store()
  const bytes = await new Response(response.body.pipeThrough(counted(total))).arrayBuffer()
  const data = isCompressed(bytes) ? await decompressed(bytes) : new Uint8Array(bytes)
  store.load(data, { format: 'application/n-quads', no_transaction: true, unchecked: true })
  return store
}

function counted(total: number): TransformStream<Uint8Array, Uint8Array> {
  let loaded = 0
  return new TransformStream({
    transform(piece, controller) {
      loaded += piece.byteLength
      tell({ kind: 'loading', loaded, total })
      controller.enqueue(piece)
    },
  })
}

/** Some servers take the compression off on the way. */
const isCompressed = (bytes: ArrayBuffer): boolean => {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength))
  return first === 0x1f && second === 0x8b
}
const decompressed = async (bytes: ArrayBuffer): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
  )

function answer(store: Store, { query, bindings, graph }: Asking): void {
  const options = { use_default_graph_as_union: true }
  // Which form it has shows by what comes: statements have no result format.
  const isGraph = /\b(?:construct|describe)\b/i.test(withoutTexts(query)) && !/\bselect\b/i.test(beforeBrace(query))
  const mediaType = isGraph ? graph : bindings
  const text = store.query(query, { ...options, results_format: mediaType })
  tell({ kind: 'answer', text: String(text), mediaType })
}

const withoutTexts = (query: string): string =>
  query.replace(/<[^>\s]*>|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|#.*$/gm, ' ')
const beforeBrace = (query: string): string => withoutTexts(query).split('{', 1)[0] ?? ''

let store: Promise<Store> | undefined

addEventListener('message', async ({ data }: MessageEvent<Opening | Asking>) => {
  try {
    if ('engine' in data) {
      store = open(data)
      tell({ kind: 'ready', triples: (await store).size })
    } else if (store !== undefined) answer(await store, data)
  } catch (error) {
    tell({ kind: 'fault', message: String(error instanceof Error ? error.message : error) })
  }
})
