/** Real stores as engines: the contract, loading, and the same answers as the embedded engine, or a difference with its reason. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineData, remoteData } from '../../src/engine/data.ts'
import { createEmbeddedEngine } from '../../src/engine/embedded/index.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { insertData } from '../../src/engine/remote/batches.ts'
import { createRemoteEngine } from '../../src/engine/remote/index.ts'
import { createStore } from '../../src/engine/remote/store.ts'
import { partsOf, withoutGraph } from '../../src/rdf/canonical.ts'
import { PREFIXES } from '../../src/rdf/prefixes.ts'
import { currentFolder, openRelease, type Release } from '../../src/release/read.ts'
import { DATA, engineContract, LIMITS } from '../engine/contract.ts'
import { DIFFERENCES } from './differences.ts'
import { startFuseki } from './stores/fuseki.ts'
import { freePort, type RunningStore } from './stores/store.ts'
import { startVirtuoso } from './stores/virtuoso.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'engines-'))
const out = join(folder, 'release')
const nextOut = join(folder, 'next')
const TYPES = {
  bindings: 'application/sparql-results+json',
  boolean: 'application/sparql-results+json',
  graph: 'application/n-triples',
}
const WIDE = { timeout: 30_000, maxRows: 1_000_000, maxBytes: 100e6, workers: 2, queue: 100 }
const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'

interface Question {
  readonly name: string
  readonly text: string
}
const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `PREFIX ${prefix}: <${iri}>\n`)
const features: Question[] = readFileSync(join(import.meta.dirname, 'queries.rq'), 'utf8')
  .split(/^#: /m)
  .slice(1)
  .map((part) => {
    const line = part.indexOf('\n')
    return { name: part.slice(0, line), text: prefixes.join('') + part.slice(line + 1) }
  })
const competency: Question[] = readdirSync(join(root, 'data/queries'))
  .filter((name) => name.endsWith('.rq'))
  .map((name) => ({ name, text: readFileSync(join(root, 'data/queries', name), 'utf8') }))
const questions = [...competency, ...features]

/** An answer in a form in which equal ones are equal texts: rows in order only where the query gives them one. */
async function answerOf(engine: Engine, { text }: Question): Promise<readonly string[]> {
  const { form, body } = await engine.query(text, { types: TYPES })
  const said = new TextDecoder().decode(body)
  if (form === 'ask') return [String((JSON.parse(said) as { boolean: boolean }).boolean)]
  if (form !== 'select') return [...new Set(said.trim().split('\n'))].sort()
  const { results } = JSON.parse(said) as { results: { bindings: Record<string, Record<string, string>>[] } }
  const lines = results.bindings.map((row) =>
    JSON.stringify(
      Object.entries(row)
        .sort()
        .map(([name, term]) => [name, Object.entries(term).sort()]),
    ),
  )
  return /\bORDER BY\b[^}]*$/i.test(text) ? lines : lines.sort()
}

const cli = (args: readonly string[], environment: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  })
const build = async (inputs: readonly string[], into: string): Promise<Release> => {
  const { status, stderr } = cli(
    ['build', ...inputs, '--out', into, '--config', 'data/dragoman.config.json', '--quiet'],
    { DRAGOMAN_REGISTRY: join(into, 'registry.csv') },
  )
  if (status !== 0) throw new Error(stderr)
  return openRelease(currentFolder(into) as string)
}

let sample: Release
let next: Release
let embedded: Engine
beforeAll(async () => {
  sample = await build(['data'], out)
  next = await build(['data/documents/1950-05-14-telegram-8600.txt'], nextOut)
  embedded = await createEmbeddedEngine(engineData(sample), { ...WIDE, workers: 1, queue: 100, memory: 4e9 })
})
afterAll(async () => {
  await embedded?.close()
  await sample?.close()
  await next?.close()
  rmSync(folder, { recursive: true, force: true })
})

const updateEach = async ({ stores }: RunningStore, text: string) => {
  for (const store of stores.map(createStore)) {
    await store.boolean('ASK {}', { timeout: 5000 })
    await store.update(text, { timeout: 60_000 })
  }
}
const DATA_UPDATE = insertData(
  (DATA.parts[0] as { readonly text: string }).text
    .trim()
    .split('\n')
    .map((line) => ({ graph: partsOf(line).graph, line: withoutGraph(line) })),
)

describe.each([
  { name: 'Fuseki', start: startFuseki },
  { name: 'Virtuoso', start: startVirtuoso },
])('$name', ({ name, start }) => {
  let running: RunningStore
  beforeAll(async () => {
    running = await start()
  })
  afterAll(() => running?.stop())
  const updateAll = (text: string) => updateEach(running, text)
  const environment = () => ({
    DRAGOMAN_ENGINE: running.stores.map(({ endpoint }) => endpoint).join(','),
    DRAGOMAN_ENGINE_USER: running.stores[0]?.account?.user ?? '',
    DRAGOMAN_ENGINE_PASSWORD: running.stores[0]?.account?.password ?? '',
  })
  const engineOf = (release: Release) => {
    const data = remoteData(release)
    return createRemoteEngine({ ...WIDE, stores: running.stores, base: data.base, data })
  }

  engineContract(name, async () => {
    await updateAll(DATA_UPDATE)
    return createRemoteEngine({ ...LIMITS, stores: running.stores.slice(0, 1), base: 'http://a/sparql' })
  })

  test('a load that is killed is not seen, and goes on; every graph is counted', async () => {
    await updateAll('DROP SILENT GRAPH <http://a/g0> ; DROP SILENT GRAPH <http://a/g1>')
    const killed = spawn(process.execPath, ['dist/cli.js', 'load', out], {
      cwd: root,
      env: { ...process.env, ...environment() },
    })
    let said = ''
    killed.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
    })
    const first = createStore(running.stores[0] as (typeof running.stores)[0])
    let n = 0
    while (n < 4000 && killed.exitCode === null) {
      const { rows } = await first.rows(COUNT, { timeout: 10_000 })
      n = Number(rows[0]?.['n']?.value)
    }
    expect(said).toBe('')
    killed.kill('SIGKILL')
    await new Promise((resolve) => (killed.exitCode === null ? killed.once('exit', resolve) : resolve(undefined)))
    await expect(engineOf(sample).find()).rejects.toThrow(/only in part/)
    const { status, stderr } = cli(['load', out], environment())
    expect(stderr).toMatch(/is loaded: \d+ triples/)
    expect(status).toBe(0)
    await engineOf(sample).find()
  })

  test('no permission, no store, no words of the password', async () => {
    const wrong = cli(['load', out], { ...environment(), DRAGOMAN_ENGINE_PASSWORD: 'wrong-word' })
    // What is there already needs no permission.
    expect(wrong.status).toBe(0)
    const down = cli(['load', out], {
      ...environment(),
      DRAGOMAN_ENGINE: `http://127.0.0.1:${await freePort()}/sparql`,
    })
    expect([down.status, down.stderr]).toEqual([3, 'The SPARQL store cannot be reached (ECONNREFUSED).\n'])
    expect(wrong.stderr + down.stderr).not.toMatch(/wrong-word|of.the.tests/)
  })

  describe('gives the same answers', () => {
    const listed = DIFFERENCES[name] ?? {}
    let engine: Engine
    beforeAll(() => {
      engine = engineOf(sample)
    })
    test.each(questions)('$name', async (question) => {
      const expected = await answerOf(embedded, question)
      const found = await answerOf(engine, question).catch((error: Error) => [error.message])
      if (question.name in listed) expect(found, 'the listed difference is none any more').not.toEqual(expected)
      else expect(found).toEqual(expected)
    })
    test('every listed difference has its query', () => {
      const names = questions.map((question) => question.name)
      expect(Object.keys(listed).filter((key) => !names.includes(key))).toEqual([])
    })
  })

  test('a new version: answers to the old until it is whole, then to the new; the old one is removed', async () => {
    const engine = engineOf(sample)
    await engine.find()
    expect(next.manifest.version).not.toBe(sample.manifest.version)
    await expect(engine.replace(remoteData(next))).rejects.toThrow(/Put it there with dragoman load/)
    const loaded = cli(['load', nextOut, '--query-timeout', '1s'], environment())
    expect([loaded.status, loaded.stderr]).toEqual([0, expect.stringMatching(/is loaded/)])
    await engine.replace(remoteData(next))
    const { body } = await engine.query(COUNT, { types: TYPES })
    expect(new TextDecoder().decode(body)).toContain(`"${remoteData(next).triples}"`)
    const held = await Promise.all(
      running.stores.map(createStore).map(async (store) => {
        const { rows } = await store.rows(COUNT, { timeout: 10_000 })
        return Number(rows[0]?.['n']?.value)
      }),
    )
    expect(held.filter((n) => n > 0)).toEqual([remoteData(next).triples])
  })
})

describe('Virtuoso that cuts its results short', () => {
  let running: RunningStore
  let engine: Engine
  beforeAll(async () => {
    running = await startVirtuoso(100)
    await updateEach(running, DATA_UPDATE)
    engine = createRemoteEngine({ ...WIDE, stores: running.stores, base: 'http://a/sparql' })
  })
  afterAll(() => running?.stop())

  test.each([
    ['SELECT * { ?s ?p ?o }', 'too-many-rows'],
    ['SELECT * { ?s ?p ?o } LIMIT 99', 'answered'],
    ['CONSTRUCT { ?p a ?p } { ?s ?p ?o }', 'too-many-rows'],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 'too-many-rows'],
    ['CONSTRUCT WHERE { ?s ?p ?o } LIMIT 100', 'answered'],
    ['DESCRIBE ?s { ?s ?p ?o }', 'too-many-rows'],
    ['DESCRIBE <http://a/s7>', 'answered'],
  ])('%s: %s', async (text, expected) => {
    const found = await engine.query(text, { types: TYPES }).then(
      () => 'answered',
      (error) => error.code,
    )
    expect(found).toBe(expected)
  })
})
