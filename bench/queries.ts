/** Latencies of queries on the embedded engine. */
import { engineData } from '../dist/engine/data.js'
import { createEmbeddedEngine } from '../dist/engine/embedded/index.js'
import { currentFolder, openRelease } from '../dist/release/read.js'

export interface Measured {
  readonly name: string
  readonly rows: number
  readonly milliseconds: number
}

const RUNS = 15
const JSON_RESULTS = 'application/sparql-results+json'

/** The median of each query after a first run, `ASK {}` first. */
export async function measureQueries(
  out: string,
  queries: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly Measured[]> {
  const folder = currentFolder(out)
  if (folder === undefined) throw new Error(`no release in ${out}`)
  const release = await openRelease(folder)
  const engine = await createEmbeddedEngine(engineData(release), {
    workers: 1,
    queue: 4,
    memory: 4e9,
    timeout: 120_000,
    maxRows: 1e6,
    maxBytes: 1e8,
  })
  const measured: Measured[] = []
  for (const { name, text } of [{ name: '`ASK {}`', text: 'ASK {}' }, ...queries]) {
    const times: number[] = []
    let rows = 0
    for (let run = 0; run <= RUNS; run++) {
      const start = performance.now()
      const { body } = await engine.query(text, {
        types: { bindings: JSON_RESULTS, boolean: JSON_RESULTS, graph: 'text/turtle' },
      })
      if (run > 0) times.push(performance.now() - start)
      rows =
        (JSON.parse(Buffer.from(body).toString('utf8')) as { results?: { bindings: unknown[] } }).results?.bindings
          .length ?? 1
    }
    measured.push({ name, rows, milliseconds: times.sort((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0 })
  }
  await engine.close()
  await release.close()
  return measured
}
