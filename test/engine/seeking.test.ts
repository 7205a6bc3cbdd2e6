import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createEmbeddedEngine } from '../../src/engine/embedded/index.ts'
import type { Engine, EngineData, QueryOptions } from '../../src/engine/engine.ts'
import { createRemoteEngine } from '../../src/engine/remote/index.ts'
import { createSeekingEngine } from '../../src/engine/words/index.ts'
import { writeIndex } from '../../src/search/write.ts'
import { LIMITS, TYPES } from './contract.ts'

const BASE = 'http://a/sparql'
const folder = mkdtempSync(join(tmpdir(), 'seeking-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Data in which a thing has a title, and is found by it. */
function generation(name: string, titles: Readonly<Record<string, string>>): EngineData {
  const searchIndex = join(folder, `${name}.sqlite`)
  const rows = Object.entries(titles).map(([local, title]) => ({ iri: `http://a/${local}`, title }))
  writeIndex(
    searchIndex,
    rows.map(({ iri, title }) => ({
      shelf: 'documents' as const,
      iri,
      title: [title],
      names: [],
      summary: [],
      facets: [],
    })),
  )
  const text = rows.map(({ iri, title }) => `<${iri}> <http://a/t> "${title}" <http://a/g> .\n`).join('')
  return { generation: name, base: BASE, parts: [{ text }], searchIndex }
}
const FIRST = generation('first', { one: 'On the bridge', two: 'On the rain', three: 'No bridge and no rain' })
const QUERY = 'SELECT ?t { ?d dipf:matches "bridge" . ?d <http://a/t> ?t } ORDER BY ?t'

const asker =
  (engine: Engine) =>
  async (query: string, options: Partial<QueryOptions> = {}) => {
    const { body } = await engine.query(query, { types: TYPES, ...options })
    return new TextDecoder().decode(body).trim().split('\r\n').slice(1)
  }

describe('the embedded engine seeks words', () => {
  let engine: Engine
  beforeAll(async () => {
    const embedded = await createEmbeddedEngine(FIRST, { ...LIMITS, workers: 1, queue: 5, memory: 4e9 })
    engine = createSeekingEngine(embedded, FIRST, LIMITS.timeout)
  })
  afterAll(() => engine.close())
  const code = (query: string, options = {}) =>
    asker(engine)(query, options).then(
      () => 'answered',
      (error) => error.code,
    )

  test('and answers with what they are found in', async () => {
    expect(await asker(engine)(QUERY)).toEqual(['No bridge and no rain', 'On the bridge'])
    expect(await asker(engine)(QUERY.replace('"bridge"', '"bridge", "rain"'))).toEqual(['No bridge and no rain'])
  })

  test('many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => asker(engine)(QUERY)))
    expect(new Set(answers.map((rows) => rows.length))).toEqual(new Set([2]))
  })

  test('a query that seeks nothing is as it was', async () => {
    expect(await asker(engine)('SELECT ?t { <http://a/one> <http://a/t> ?t }')).toEqual(['On the bridge'])
    expect(await code('SELECT * { ?d <function#> ')).toBe('syntax')
    expect(await code('ASK {} # a function')).toBe('answered')
    expect(await code('SELECT * { SERVICE <http://127.0.0.1:9/> { ?d dipf:matches "a" } }')).toBe('refused')
  })

  test('errors are those of engines', async () => {
    const error = await asker(engine)('SELECT * { ?d dipf:matches ?w }').catch((e) => e)
    expect(error).toMatchObject({ name: 'EngineError', code: 'syntax', line: 1, column: 28 })
    expect(await code(QUERY, { signal: AbortSignal.abort() })).toBe('aborted')
  })

  test('limits are what they were: for rows, and for words that are looked for without the index', async () => {
    expect(await code(QUERY, { maxRows: 1 })).toBe('too-many-rows')
    const product = Array.from({ length: 20 }, (_, i) => `?s${i} ?p${i} ?o${i} .`).join(' ')
    const both = 'CONCAT(STR(?o0), STR(?o19))'
    expect(await code(`SELECT * { ${product} FILTER(CONTAINS(${both}, "nowhere")) }`)).toBe('timeout')
    expect(await code(`SELECT * { ${product} FILTER(REGEX(${both}, "no.*where")) }`)).toBe('timeout')
  })

  test('an answer is of one version, also while the next one comes', async () => {
    const old = ['No bridge and no rain', 'On the bridge']
    const seen: string[][] = []
    let isReplaced = false
    const asking = (async () => {
      while (!isReplaced) seen.push(await asker(engine)(QUERY))
    })()
    await engine.replace(generation('other', { one: 'On the river', three: 'No rain', four: 'A bridge now' }))
    isReplaced = true
    await asking
    for (const rows of seen) expect([old, ['A bridge now']]).toContainEqual(rows)
    expect(await asker(engine)(QUERY)).toEqual(['A bridge now'])
  })

  test('a new generation has its own index', async () => {
    await engine.replace(generation('second', { one: 'On the bridge again' }))
    expect(await asker(engine)(QUERY)).toEqual(['On the bridge again'])
    const { searchIndex: _none, ...without } = generation('third', { one: 'On the bridge' })
    await engine.replace(without)
    expect(await code(QUERY)).toBe('refused')
    await engine.replace({ ...without, searchIndex: join(folder, 'none.sqlite') })
    expect(await code(QUERY)).toBe('unavailable')
    expect(await code('ASK {}')).toBe('answered')
  })
})

test('a remote engine is sent the query with what was found', async () => {
  const seen: string[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.setEncoding('utf8').on('data', (piece: string) => {
      body += piece
    })
    req.on('end', () => {
      seen.push(new URLSearchParams(body).get('query') ?? '')
      const bindings = [{ t: { type: 'literal', value: 'On the bridge' } }]
      res
        .writeHead(200, { 'Content-Type': 'application/sparql-results+json' })
        .end(JSON.stringify({ head: { vars: ['t'] }, results: { bindings } }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const remote = createRemoteEngine({ ...LIMITS, stores: [{ endpoint }], base: BASE })
  const engine = createSeekingEngine(remote, FIRST, LIMITS.timeout)
  expect(await asker(engine)(QUERY)).toEqual(['On the bridge'])
  // VALUES are put as the kind of store wants them: that is asked for first.
  expect(seen.map((query) => query.replace(/\s+/g, ' ').trim())).toEqual([
    'ASK {}',
    `SELECT ?t { VALUES ?d { <http://a/one> <http://a/three> } ?d <http://a/t> ?t } ORDER BY ?t LIMIT ${LIMITS.maxRows + 1}`,
  ])
  await engine.close()
  server.closeAllConnections()
  server.close()
})
