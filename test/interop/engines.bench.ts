/** The competency questions over the sample collection, side by side: our engine, Comunica over an N3 store, and two stores. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QueryEngine } from '@comunica/query-sparql'
import { Parser, Store } from 'n3'
import { afterAll, bench, describe } from 'vitest'
import { engineData, remoteData } from '../../src/engine/data.ts'
import { createEmbeddedEngine } from '../../src/engine/embedded/index.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { createRemoteEngine } from '../../src/engine/remote/index.ts'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { startFuseki } from './stores/fuseki.ts'
import type { RunningStore } from './stores/store.ts'
import { startVirtuoso } from './stores/virtuoso.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'engines-'))
const LIMITS = { timeout: 30_000, maxRows: 1_000_000, maxBytes: 100e6, workers: 1, queue: 100 }
const JSON_RESULTS = 'application/sparql-results+json'
const TYPES = { bindings: JSON_RESULTS, boolean: JSON_RESULTS, graph: 'text/turtle' }
const questions = readdirSync(join(root, 'data/queries'))
  .filter((name) => name.endsWith('.rq'))
  .map((name) => ({ name, text: readFileSync(join(root, 'data/queries', name), 'utf8') }))

function dragoman(args: readonly string[], environment: Record<string, string> = {}): void {
  const env = { ...process.env, ...environment, DRAGOMAN_REGISTRY: join(folder, 'registry.csv') }
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, encoding: 'utf8', env })
  if (status !== 0) throw new Error(stderr)
}

dragoman(['build', 'data', '--out', folder, '--config', 'data/dragoman.config.json', '--quiet'])
const release = await openRelease(currentFolder(folder) as string)
const embedded = await createEmbeddedEngine(engineData(release), { ...LIMITS, memory: 4e9 })

const running: RunningStore[] = []
async function loaded(start: () => Promise<RunningStore>): Promise<Engine> {
  const store = await start()
  running.push(store)
  const [first] = store.stores
  const { user = '', password = '' } = first?.account ?? {}
  const environment = {
    DRAGOMAN_ENGINE: first?.endpoint ?? '',
    DRAGOMAN_ENGINE_USER: user,
    DRAGOMAN_ENGINE_PASSWORD: password,
  }
  dragoman(['load', folder, '--quiet'], environment)
  const data = remoteData(release)
  return createRemoteEngine({ ...LIMITS, stores: store.stores.slice(0, 1), base: data.base, data })
}
const [virtuoso, fuseki] = [await loaded(startVirtuoso), await loaded(startFuseki)]

const store = new Store()
for (const part of engineData(release).parts)
  store.addQuads(new Parser({ format: 'N-Quads' }).parse('text' in part ? part.text : readFileSync(part.path, 'utf8')))
const comunica = new QueryEngine()
const byComunica = async (text: string) => {
  const result = await comunica.query(text, { sources: [store], unionDefaultGraph: true })
  const { data } = await comunica.resultToString(result, result.resultType === 'quads' ? 'text/turtle' : JSON_RESULTS)
  for await (const _ of data);
}

afterAll(async () => {
  await embedded.close()
  for (const { stop } of running) await stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Each for half a second, five times at least. */
const MANNER = { time: 500, iterations: 5, warmupTime: 0, warmupIterations: 1 }
describe.each(questions)('$name', ({ text }) => {
  bench('embedded', async () => void (await embedded.query(text, { types: TYPES })), MANNER)
  bench('Virtuoso', async () => void (await virtuoso.query(text, { types: TYPES })), { ...MANNER, throws: false })
  bench('Fuseki', async () => void (await fuseki.query(text, { types: TYPES })), MANNER)
  bench('Comunica', () => byComunica(text), MANNER)
})
