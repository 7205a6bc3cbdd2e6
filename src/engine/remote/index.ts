/** The remote engine: any store that speaks the SPARQL 1.1 Protocol. Believes it nothing that it can check. */
import {
  type Answer,
  type Engine,
  type EngineData,
  EngineError,
  type Health,
  type Limits,
  type QueryOptions,
  tooLarge,
  tooManyRows,
  typeFor,
} from '../engine.ts'
import { withoutEscapes } from '../escapes.ts'
import { asSent } from '../prefixes.ts'
import { planQuery, type QueryPlan } from '../query.ts'
import type { Node } from '../tree.ts'
import { createTurns } from '../turns.ts'
import { writeBoolean } from './boolean.ts'
import { syntaxError } from './failure.ts'
import { createFinder, type Finder } from './finder.ts'
import { countQuery, describing, readQuery, refuseInside } from './solutions.ts'
import { type Asking, createStore, type Store, type StoreOptions } from './store.ts'
import { withSafeValues } from './values.ts'
import { createWriting } from './writing.ts'

export interface RemoteOptions extends Limits {
  readonly stores: readonly StoreOptions[]
  /** What relative IRIs in a query refer to. */
  readonly base: string
  /** The release that is to be answered from; without it the first store is taken for what it is. */
  readonly data?: EngineData | undefined
  /** Queries that are sent at the same time, and queries that may wait. */
  readonly workers: number
  readonly queue: number
}

export interface RemoteEngine extends Engine {
  /** Looks for a store that holds the release. @throws EngineError with one sentence, where there is none */
  find(): Promise<void>
}

const HEALTH_TIMEOUT = 5000

/** An engine that asks stores elsewhere; loading them is the work of `dragoman load`. */
export function createRemoteEngine(options: RemoteOptions): RemoteEngine {
  const writing = createWriting()
  const stores = options.stores.map((store) => createStore({ ...store, writes: writing.write }))
  const turns = createTurns(options.workers, options.queue)
  let finder = createFinder(stores, options.data)
  let generation = options.data?.generation ?? ''

  /** Asks a store that holds the release, and makes sure that it still does; else another, once. */
  const answer = async (from: Finder, plan: QueryPlan, asked: Asked): Promise<Answer> => {
    let fault = new EngineError('unavailable', 'The SPARQL store is being loaded anew. Try again in a moment.')
    for (let attempt = 0; attempt < 2; attempt++) {
      const store = await from.store()
      try {
        const result = await ask(store, plan, options.base, asked)
        if (await from.confirm(store)) return result
      } catch (error) {
        if (!(error instanceof EngineError) || error.code !== 'unavailable') throw error
        from.forget()
        fault = error
      }
    }
    throw fault
  }

  const query = async (text: string, asked: QueryOptions): Promise<Answer> => {
    const maxRows = asked.maxRows ?? options.maxRows
    const maxBytes = asked.maxBytes ?? options.maxBytes
    const timeout = Math.min(asked.timeout ?? options.timeout, options.timeout)
    const plan = planQuery(text, options.base, maxRows)
    if (plan.complaint !== undefined) throw asSent(syntaxError(plan.complaint), plan)
    try {
      return await turns.take({ ...asked, timeout }, async () => {
        asked.onStart?.()
        const given = await answer(finder, plan, { ...asked, maxRows, maxBytes, timeout })
        return { ...given, isRepeatable: plan.isRepeatable }
      })
    } catch (error) {
      throw error instanceof EngineError ? asSent(error, plan) : error
    }
  }

  return {
    query,
    find: async () => {
      await finder.store()
    },
    health: async (): Promise<Health> => {
      const start = performance.now()
      const reason = await Promise.race([
        finder.check(HEALTH_TIMEOUT),
        new Promise<string>((resolve) =>
          setTimeout(() => resolve('The SPARQL store does not answer.'), HEALTH_TIMEOUT).unref(),
        ),
      ])
      const latency = performance.now() - start
      const ok = reason === undefined
      const { running, waiting } = turns
      return { ok, generation, latency, workers: options.workers, running, waiting, ...(!ok && { reason }) }
    },
    replace: async (data) => {
      const next = createFinder(stores, data)
      await next.store()
      finder = next
      generation = data.generation
    },
    close: async () => {
      turns.close()
      await writing.close()
    },
  }
}

interface Bounds extends Asking {
  readonly maxRows: number
  readonly maxBytes: number
}

type Asked = Pick<QueryOptions, 'types'> & Bounds

async function ask(store: Store, plan: QueryPlan, base: string, asked: Asked): Promise<Answer> {
  const { maxRows, maxBytes, types } = asked
  const form = plan.form ?? 'select'
  const mediaType = typeFor(form, types)
  refuseInside(readQuery(plan.text, base))
  if (form === 'ask') {
    const value = await store.boolean(await suited(store, plan.text, base, asked), asked)
    return { form, mediaType, body: new TextEncoder().encode(writeBoolean(value, mediaType)) }
  }
  const kind = form === 'select' ? 'rows' : 'graph'
  const text = await (kind === 'rows' ? rowsText(store, plan, base, asked) : graphText(store, plan, base, asked))
  const { body, rows = 0 } = await store.answer(text, asked, { kind, mediaType })
  if (rows > maxRows) throw tooManyRows(maxRows)
  if (body.byteLength > maxBytes) throw tooLarge(maxBytes)
  return { form, mediaType, body }
}

const rowsText = (store: Store, plan: QueryPlan, base: string, asked: Asked): Promise<string> => {
  const isBounded = asked.maxRows < (store.dialect?.sortedLimit ?? Number.POSITIVE_INFINITY)
  return suited(store, isBounded ? plan.text : unbounded(plan), base, asked)
}

/** @throws EngineError where the store would leave out a part of the graph */
async function graphText(store: Store, { text }: QueryPlan, base: string, asked: Asked): Promise<string> {
  const suiting = await suited(store, describing(readQuery(text, base), text) ?? text, base, asked)
  await refuseCut(store, suiting, base, asked)
  return suiting
}

/** The query as this store understands it. */
async function suited(store: Store, text: string, base: string, asked: Asked): Promise<string> {
  const source = withoutEscapes(text)
  if (!/values/i.test(source)) return text
  // A store's ways are known from its first answer.
  if (store.dialect === undefined) await store.boolean('ASK {}', asked)
  return store.dialect?.mistakesValues ? withSafeValues(readQuery(source, base) as unknown as Node, source) : text
}

/** The query without our LIMIT; with the line of prefixes that was put before it. */
const unbounded = ({ text, sent, added }: QueryPlan): string =>
  added === 0 ? sent : text.slice(0, text.indexOf('\n') + 1) + sent

/** @throws EngineError where the store would leave out a part of a graph without a word */
async function refuseCut(store: Store, text: string, base: string, asked: Asked): Promise<void> {
  const most = await capOf(store, asked)
  const count = most === undefined ? undefined : countQuery(readQuery(text, base), text)
  if (most === undefined || count === undefined) return
  const { rows } = await store.rows(count, asked)
  if (Number(rows[0]?.['n']?.value) > most) throw tooManyRows(most)
}

const caps = new WeakMap<Store, number>()

/** How many solutions the store takes into account for a graph, where it does not say when it leaves some out. */
async function capOf(store: Store, { timeout }: Asked): Promise<number | undefined> {
  const query = store.dialect?.solutionCap
  if (query === undefined) return undefined
  const known = caps.get(store)
  if (known !== undefined) return known
  const { rows } = await store.rows(query, { timeout })
  const cap = Number(rows[0]?.['most']?.value)
  const most = cap > 0 ? cap : Number.POSITIVE_INFINITY
  caps.set(store, most)
  return most
}
