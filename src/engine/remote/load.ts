/**
 * Putting a release into a store by SPARQL alone: small batches over many graphs, each graph counted, the graph that
 * names the version last. A load that was ended goes on where it was; an old version goes when the new one is there.
 */
import { partsOf, withoutGraph } from '../../rdf/canonical.ts'
import { readLines, toText } from '../../release/files.ts'
import type { Release } from '../../release/read.ts'
import { remoteData } from '../data.ts'
import { EngineError } from '../engine.ts'
import { createBatches, insertData } from './batches.ts'
import { clearGraphs, refuseStrangers } from './clear.ts'
import { countSentence } from './finder.ts'
import { type Holding, holdingOf, holds, markLoading, type Places, placesOf, unmarkLoading } from './holding.ts'
import type { Store } from './store.ts'

export interface LoadOptions {
  readonly release: Release
  readonly stores: readonly Store[]
  /** Milliseconds that queries of the old version may still take when the new one is there. */
  readonly grace: number
  /** Leaves an old version in its store. */
  readonly keep?: boolean
  say(line: string): void
  onProgress(done: number, total: number): void
}

const COUNT_TIMEOUT = 600_000

/** Loads a release into one of the stores. @throws EngineError with one sentence; what was loaded until then stays */
export async function load(options: LoadOptions): Promise<void> {
  const { release, stores, say, grace } = options
  const { version } = release.manifest
  const places = placesOf(release.iris.base)
  const holdings = await Promise.all(stores.map(async (store) => ({ store, holding: await holdingOf(store, places) })))
  const holder = holdings.find(({ holding }) => holds(holding, version))
  const target = holder ?? chooseTarget(holdings, version)
  if (holder !== undefined) say(`Version ${version} is there already.`)
  else await fill(target, places, options)
  if (options.keep) return
  const others = holdings.filter(({ store, holding }) => store !== target.store && holding.loading === undefined)
  const hasOld = others.some(({ holding }) => holding.version !== undefined)
  if (hasOld && holder === undefined) {
    say(`The old version is removed in ${Math.ceil(grace / 1000)} seconds, when no query reads it any more.`)
    await new Promise((resolve) => setTimeout(resolve, grace))
  }
  for (const { store } of others) await clearGraphs(store, places)
  if (hasOld) say('The old version is removed.')
}

interface Held {
  readonly store: Store
  readonly holding: Holding
}

/** Where a version goes: on where it was begun; else into an empty store; else over what is there only in part. */
function chooseTarget(holdings: readonly Held[], version: string): Held {
  const begun = holdings.find(({ holding }) => holding.loading?.version === version)
  const empty = holdings.find(({ holding }) => holding.version === undefined && holding.loading === undefined)
  const partial = holdings.find(({ holding }) => holding.loading !== undefined)
  const target = begun ?? empty ?? partial ?? holdings.at(-1)
  if (target === undefined) throw new EngineError('unavailable', 'There is no store to load.')
  return target
}

async function fill({ store, holding }: Held, places: Places, options: LoadOptions): Promise<void> {
  const { release, say, onProgress } = options
  const { version, counts } = release.manifest
  let done = holding.loading?.version === version ? holding.loading.done : 0
  if (done > 0) say(`Going on after ${done} of ${counts.triples} triples.`)
  else {
    await refuseStrangers(store, places)
    if (holding.version !== undefined && options.stores.length === 1)
      say(
        `The store has version ${holding.version}: queries are not answered until the new one is there. With two stores they would be.`,
      )
    await store.update(markLoading(places, version, 0), { timeout: COUNT_TIMEOUT })
    await clearGraphs(store, places, places.loading)
  }
  const batches = createBatches(store, async (more) => {
    done += more
    await store.update(markLoading(places, version, done), { timeout: COUNT_TIMEOUT })
    onProgress(done, counts.triples)
  })
  let skip = done
  for (const line of readLines(release.statements)) {
    if (skip > 0) skip--
    else await batches.add(toText(partsOf(line).graph), toText(withoutGraph(line)))
  }
  await batches.end()
  if (done !== counts.triples)
    throw new EngineError('unavailable', `${release.statements} is not whole. Build the release again.`)
  await finish(store, places, options)
}

/** Names the version in one update, when all of it is there. */
async function finish(store: Store, places: Places, { release }: LoadOptions): Promise<void> {
  const { version } = release.manifest
  const marked = await holdingOf(store, places)
  if (marked.loading?.version !== version)
    throw new EngineError('unavailable', 'Another load has begun in this store. Wait for it, then load again.')
  const described = Array.from(readLines(release.description), (line) => ({
    graph: places.release,
    line: toText(withoutGraph(line)),
  }))
  await store.update(`DROP SILENT GRAPH <${places.release}> ;\n${insertData(described)}`, { timeout: COUNT_TIMEOUT })
  const { triples = 0 } = remoteData(release)
  const { rows } = await store.rows(`SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?s != <${places.loading}>) }`, {
    timeout: COUNT_TIMEOUT,
  })
  const found = Number(rows[0]?.['n']?.value)
  if (found !== triples) {
    // What is wrong is looked for from the beginning by the next load.
    await store.update(markLoading(places, version, 0), { timeout: COUNT_TIMEOUT })
    throw new EngineError('unavailable', `${countSentence(found, triples)} Mend that, then load again.`)
  }
  await store.update(unmarkLoading(places), { timeout: COUNT_TIMEOUT })
}
