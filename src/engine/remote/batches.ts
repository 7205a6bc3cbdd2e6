/** Statements in batches: small graphs together in one request, a large graph in several; each graph is counted. */
import { EngineError } from '../engine.ts'
import type { Store } from './store.ts'

export interface Batches {
  /** @param graph IRI, @param line of N-Triples; the lines of a graph come together */
  add(graph: string, line: string): Promise<void>
  end(): Promise<void>
}

/** Bounds of a request: statements and characters. */
const MOST_LINES = 2000
const MOST_TEXT = 1_000_000
/** Graphs that are counted by one query. */
const MOST_GRAPHS = 100
const TIMEOUT = 300_000

/** @param onWhole Told how many statements more are known to be there, in whole graphs. */
export function createBatches(store: Store, onWhole: (statements: number) => Promise<void>): Batches {
  let lines: { readonly graph: string; readonly line: string }[] = []
  let size = 0
  /** Graphs that are sent whole, with their counts, and the one that is not yet. */
  const counts = new Map<string, number>()
  let current: string | undefined

  const flush = async () => {
    if (lines.length === 0) return
    await store.update(insertData(lines), { timeout: TIMEOUT })
    lines = []
    size = 0
  }
  const verify = async () => {
    await flush()
    const wanted = [...counts]
    const found = await countsIn(
      store,
      wanted.map(([graph]) => graph),
    )
    const wrong = wanted.find(([graph, n]) => found.get(graph) !== n)
    if (wrong !== undefined)
      throw new EngineError(
        'unavailable',
        `The SPARQL store has ${found.get(wrong[0]) ?? 0} statements in ${wrong[0]}, and the release ${wrong[1]}. Load again; if it stays so, the store takes values for equal that are not.`,
      )
    counts.clear()
    await onWhole(wanted.reduce((sum, [, n]) => sum + n, 0))
  }

  return {
    add: async (graph, line) => {
      if (graph !== current && counts.size >= MOST_GRAPHS) await verify()
      current = graph
      counts.set(graph, (counts.get(graph) ?? 0) + 1)
      lines.push({ graph, line })
      size += line.length
      if (lines.length >= MOST_LINES || size >= MOST_TEXT) await flush()
    },
    end: async () => {
      if (counts.size > 0) await verify()
    },
  }
}

/** One update for lines of N-Triples in their graphs. */
export function insertData(lines: readonly { readonly graph: string; readonly line: string }[]): string {
  const text: string[] = []
  let open: string | undefined
  for (const { graph, line } of lines) {
    if (graph !== open) text.push(`${open === undefined ? '' : '}\n'}GRAPH <${graph}> {`)
    open = graph
    text.push(line)
  }
  return `INSERT DATA {\n${text.join('\n')}\n}\n}`
}

async function countsIn(store: Store, graphs: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const values = graphs.map((graph) => `<${graph}>`).join(' ')
  const { rows } = await store.rows(
    `SELECT ?g (COUNT(*) AS ?n) { VALUES ?g { ${values} } GRAPH ?g { ?s ?p ?o } } GROUP BY ?g`,
    { timeout: TIMEOUT },
  )
  return new Map(rows.map((row) => [row['g']?.value ?? '', Number(row['n']?.value)]))
}
