import { afterEach, expect, test } from 'vitest'
import { createEmbeddedEngine, type EmbeddedOptions } from '../../src/engine/embedded/index.ts'
import { startThread } from '../../src/engine/embedded/thread.ts'
import type { Engine, EngineData } from '../../src/engine/engine.ts'
import { DATA, ENDLESS, engineContract, LIMITS, TYPES } from './contract.ts'

const OPTIONS: EmbeddedOptions = { ...LIMITS, workers: 2, queue: 4, memory: 4e9 }
engineContract('the embedded engine', () => createEmbeddedEngine(DATA, OPTIONS))

let engine: Engine | undefined
afterEach(() => engine?.close())
const start = async (options: Partial<EmbeddedOptions> = {}) => {
  engine = await createEmbeddedEngine(DATA, { ...OPTIONS, ...options })
  const started = engine
  const code = (query: string, client = '') =>
    started.query(query, { types: TYPES, client }).then(
      () => 'answered',
      (error) => error.code as string,
    )
  return { engine: started, code }
}
const pause = (time: number) => new Promise((resolve) => setTimeout(resolve, time))

test('a full queue refuses: its last to a client that fills it, all to the others', async () => {
  const { engine, code } = await start({ workers: 1, queue: 2, timeout: 1500 })
  while ((await engine.health()).workers < 2) await pause(20)
  const greedy = [code(ENDLESS, 'a'), code(ENDLESS, 'a'), code(ENDLESS, 'a'), code(ENDLESS, 'a')]
  expect(await greedy[3]).toBe('too-many-queries')
  expect(await code('ASK {}', 'b')).toBe('answered') // on the spare
  const other = code(ENDLESS, 'b')
  void code('ASK {}', 'c')
  expect(await greedy[2]).toBe('too-many-queries')
  expect(await code('ASK {}', 'd')).toBe('busy')
  expect(await Promise.all([greedy[0], other])).toEqual(['timeout', 'timeout'])
})

test('whoever asks for much leaves the last free thread to others', async () => {
  const { engine, code } = await start({ workers: 2, queue: 100, timeout: 2500 })
  while ((await engine.health()).workers < 3) await pause(20)
  const clients = ['a', 'b', 'c', 'd']
  // By then each has had a thread to its end.
  await Promise.all(clients.map((client) => code(ENDLESS, client)))
  await pause(500) // their threads end
  while ((await engine.health()).workers < 3) await pause(20)
  const hostile = clients.map((client) => code(ENDLESS, client))
  await pause(50)
  expect((await engine.health()).running).toBe(2)
  let ended = 0
  for (const query of hostile) void query.then(() => ended++)
  for (let n = 0; n < 5; n++) expect(await code('ASK {}', 'neighbour')).toBe('answered')
  expect(ended).toBe(0)
  await Promise.all(hostile)
})

test('data that have no room are refused in a sentence', async () => {
  await expect(createEmbeddedEngine(DATA, { ...OPTIONS, memory: 1e6 })).rejects.toThrow(
    /^The data take \d+ MB in each thread, 2 are needed, and together they may take 1 MB \(queryMemory\)\./,
  )
  await expect(createEmbeddedEngine({ ...DATA, triples: 50_000_000 }, OPTIONS)).rejects.toThrow(
    'The release has 50,000,000 triples, and the embedded engine holds 8,000,000. Put it into a SPARQL store',
  )
})

test('a thread that a query has made larger says so', async () => {
  const thread = await startThread({ parts: DATA.parts, manner: { base: DATA.base, union: true } })
  const run = (text: string) => thread.run({ text, types: TYPES, maxRows: 1e6, maxBytes: 1e9 })
  await run('ASK {}')
  expect(thread.isFat).toBe(false)
  await run('SELECT (COUNT(*) AS ?n) { { SELECT ?a ?b ?c ?d { ?a ?x ?b . ?c ?y ?d } ORDER BY ?d ?b } }')
  expect(thread.isFat).toBe(true)
  await thread.stop()
})

/** So many that what a thread holds besides, the code of the engine until it is collected, does not weigh. */
const MANY: EngineData = {
  ...DATA,
  parts: [{ text: Array.from({ length: 50_000 }, (_, n) => `<http://a/s${n}> <http://a/p> "${n}" .\n`).join('') }],
}

test('memory bounds the threads, with one place for the first of the next release', async () => {
  const one = await startThread({ parts: MANY.parts, manner: { base: MANY.base, union: true } })
  await one.stop()
  engine = await createEmbeddedEngine(MANY, { ...OPTIONS, workers: 4, memory: 4.5 * one.memory })
  while ((await engine.health()).workers < 3) await pause(20)
  await pause(1000)
  expect((await engine.health()).workers).toBe(3)
})

test('a query that breaks its store is an error, and the next is answered', async () => {
  const { code } = await start({ workers: 1 })
  const nested = `SELECT * { FILTER(!!true) ${'FILTER EXISTS {'.repeat(400)}${'}'.repeat(400)} }`
  expect(await code(nested)).toBe('too-large')
  expect(await code('ASK {}')).toBe('answered')
})

test('new data are answered from without a failed query, and bad data change nothing', async () => {
  const { engine, code } = await start({ queue: 100 })
  const answers: Promise<string>[] = []
  const ticking = setInterval(() => answers.push(code('ASK {}')), 10)
  await engine.replace({
    generation: 'second',
    base: 'http://a/sparql',
    parts: [{ text: '<http://a/s> <http://a/p> "new" .\n' }],
  })
  await pause(100)
  clearInterval(ticking)
  expect(new Set(await Promise.all(answers))).toEqual(new Set(['answered']))
  const count = await engine.query('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', { types: TYPES })
  expect(new TextDecoder().decode(count.body)).toBe('n\r\n1\r\n')
  await expect(
    engine.replace({ generation: 'third', base: 'http://a/sparql', parts: [{ text: 'no quads' }] }),
  ).rejects.toMatchObject({
    code: 'unavailable',
  })
  expect(await engine.health()).toMatchObject({ ok: true, generation: 'second' })
})

test('data that cannot be loaded', async () => {
  await expect(
    createEmbeddedEngine({ generation: 'x', base: 'http://a/sparql', parts: [{ path: '/nowhere/all.nq' }] }, OPTIONS),
  ).rejects.toMatchObject({ code: 'unavailable' })
})
