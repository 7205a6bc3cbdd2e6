/** Finds the store that holds a release, and says whether it still does. */
import { type EngineData, EngineError } from '../engine.ts'
import { type Holding, holdingOf, holds, placesOf } from './holding.ts'
import type { Store } from './store.ts'

export interface Finder {
  /** The store that holds the release. @throws EngineError with one sentence */
  store(): Promise<Store>
  /** Whether a store holds the release now; looks anew, once for all who ask at the same time. @throws EngineError */
  confirm(store: Store): Promise<boolean>
  /** Looks anew before the next query. */
  forget(): void
  /** Why nothing can be answered, or undefined where it can. */
  check(timeout: number): Promise<string | undefined>
}

const COUNT_TIMEOUT = 120_000

/** @param data The release; without it the first store is taken for what it is. */
export function createFinder(stores: readonly Store[], data: EngineData | undefined): Finder {
  const release = data && { version: data.generation.split(' ', 1)[0] ?? '', triples: data.triples }
  const places = placesOf(data?.base.replace(/\/sparql$/, '') ?? '')
  const first = stores[0] as Store
  let found: Store | undefined

  const confirmations = new Map(stores.map((store) => [store, shared(() => holdingOf(store, places).catch(asOutage))]))
  const look = (store: Store) => (confirmations.get(store) as () => Promise<Holding>)()

  const find = shared(async (): Promise<Store> => {
    if (release === undefined) return first
    const looked = await Promise.all(
      stores.map((store) =>
        look(store).then(
          (holding) => ({ store, holding }),
          (error: unknown) => ({ store, error }),
        ),
      ),
    )
    for (const { store, ...seen } of looked)
      if ('holding' in seen && holds(seen.holding, release.version)) {
        await compareCount(store, release.triples)
        return store
      }
    // What cannot be asked may have it.
    for (const seen of looked) if ('error' in seen) throw seen.error
    const holdings = looked.flatMap((seen) => ('holding' in seen ? [seen.holding] : []))
    const telling = holdings.find(({ version, loading }) => (loading ?? version) !== undefined)
    throw new EngineError('unavailable', sentence(release.version, telling ?? {}))
  })

  const store = async (): Promise<Store> => {
    found ??= await find()
    return found
  }
  const confirm = async (candidate: Store): Promise<boolean> => {
    if (release === undefined || holds(await look(candidate), release.version)) return true
    found = undefined
    return false
  }
  return {
    store,
    confirm,
    forget: () => {
      found = undefined
    },
    check: async (timeout) => {
      try {
        const one = await store()
        if (release === undefined) await one.boolean('ASK {}', { timeout })
        else if (!(await confirm(one))) await store()
        return undefined
      } catch (error) {
        return (error as Error).message
      }
    },
  }
}

const sentence = (version: string, { version: other, loading }: Holding): string => {
  if (loading?.version === version)
    return `The SPARQL store has version ${version} only in part. Wait for dragoman load, or run it again: it goes on where it was.`
  const has = loading !== undefined ? `a part of version ${loading.version}` : other && `version ${other}`
  return `The SPARQL store has ${has ?? 'no release of this collection'} and not version ${version}, which is to be served. Put it there with dragoman load.`
}

/** Who takes too long to say what it holds counts as one who cannot be reached. */
function asOutage(error: unknown): never {
  if (!(error instanceof EngineError) || (error.code !== 'timeout' && error.code !== 'busy')) throw error
  throw new EngineError('unavailable', 'The SPARQL store does not answer.', { isOutage: true })
}

/** A store with other data, or whose default graph is not the union of its graphs, would give other answers. */
async function compareCount(store: Store, triples: number | undefined): Promise<void> {
  if (triples === undefined) return
  const { rows } = await store.rows('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { timeout: COUNT_TIMEOUT })
  const n = Number(rows[0]?.['n']?.value)
  if (n !== triples) throw new EngineError('unavailable', countSentence(n, triples))
}

export const countSentence = (found: number, triples: number): string =>
  `The default graph of the SPARQL store has ${found} triples, and the release ${triples}: it has to be the union of the release's graphs and of no other (docs/engines.md).`

/** A call that begins after it was asked for; those who ask meanwhile share the next. */
function shared<T>(call: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<T> | undefined
  return () => {
    next ??= running.then(
      () => begin(),
      () => begin(),
    )
    return next
  }
  function begin(): Promise<T> {
    next = undefined
    const begun = call()
    running = begun
    return begun
  }
}
