/** Taking the graphs of a collection out of a store, and finding those that are not of it. */
import { EngineError } from '../engine.ts'
import type { Places } from './holding.ts'
import type { Store } from './store.ts'

/** Graphs that are listed at a time, and that one update removes. */
const LISTED = 2000
const DROPPED = 100
const TIMEOUT = 600_000

/** Removes the graphs of a collection; the one that names the version first, so that nobody is answered from the rest. */
export async function clearGraphs(store: Store, places: Places, except?: string): Promise<void> {
  let before: string | undefined
  for (;;) {
    const { rows } = await store.rows(
      `SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), "${places.graphs}")) } LIMIT ${LISTED}`,
      { timeout: TIMEOUT },
    )
    const graphs = rows.flatMap(({ g }) => (g === undefined || g.value === except ? [] : [g.value]))
    if (graphs.length === 0) return
    if (before === undefined) await drop(store, [places.release])
    if (graphs[0] === before)
      throw new EngineError('unavailable', `The SPARQL store did not remove the graph ${before}. Remove it there.`)
    before = graphs[0]
    for (let i = 0; i < graphs.length; i += DROPPED) await drop(store, graphs.slice(i, i + DROPPED))
  }
}

const drop = (store: Store, graphs: readonly string[]): Promise<void> =>
  store.update(graphs.map((graph) => `DROP SILENT GRAPH <${graph}>`).join(' ;\n'), { timeout: TIMEOUT })

/** @throws EngineError where the store has graphs of others: every query would find them too */
export async function refuseStrangers(store: Store, places: Places): Promise<void> {
  const { rows } = await store.rows(
    `SELECT ?g { GRAPH ?g { ?s ?p ?o } FILTER(!STRSTARTS(STR(?g), "${places.graphs}")) } LIMIT 1`,
    { timeout: TIMEOUT },
  )
  const stranger = rows[0]?.['g']?.value
  if (stranger !== undefined)
    throw new EngineError(
      'unavailable',
      `The SPARQL store has other graphs, such as ${stranger}, which every query would find too. Take a store of its own, or hide them (docs/engines.md).`,
    )
}
