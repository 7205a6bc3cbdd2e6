import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createRemoteEngine } from '../../src/engine/remote/index.ts'
import { startWorld, type World } from '../serve/world.ts'
import { DATA, engineContract, LIMITS, TYPES } from './contract.ts'

const OPTIONS = { ...LIMITS, base: 'http://a/sparql' }

let world: World
beforeAll(async () => {
  world = await startWorld({ queryTimeout: `${LIMITS.timeout}ms`, queryWorkers: '2' }, DATA)
})
afterAll(() => world.close())
engineContract('the remote engine, on our own endpoint,', async () =>
  createRemoteEngine({ ...OPTIONS, stores: [{ endpoint: `${world.address}/sparql` }] }),
)

describe('stores that are not as they should be', () => {
  let server: Server
  afterEach(() => {
    server.closeAllConnections()
    server.close()
  })
  type Answer = (req: IncomingMessage, res: ServerResponse) => void
  const outcome = async (answer: Answer, query = 'SELECT * {}', options = {}) => {
    server = createServer(answer)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const engine = createRemoteEngine({ ...OPTIONS, timeout: 500, stores: [{ endpoint }] })
    return engine.query(query, { types: TYPES, ...options }).then(
      ({ body }) => new TextDecoder().decode(body),
      (error) => error.code,
    )
  }
  const reply =
    (status: number, headers: Record<string, string>, body = ''): Answer =>
    (_req, res) =>
      res.writeHead(status, headers).end(body)
  const JSON_ROWS = { 'Content-Type': 'application/sparql-results+json' }
  const rows = (...values: string[]) =>
    JSON.stringify({
      head: { vars: ['a'] },
      results: { bindings: values.map((value) => ({ a: { type: 'typed-literal', datatype: 'http://a/d', value } })) },
    })

  test.each([
    [
      'a part of a result with 200',
      reply(200, { ...JSON_ROWS, Server: 'Virtuoso/7', 'X-SQL-State': 'S1TAT' }, rows('1')),
      'timeout',
    ],
    [
      'rows up to a cap',
      reply(200, { ...JSON_ROWS, Server: 'Virtuoso/7', 'X-SPARQL-MaxRows': '1' }, rows('1')),
      'too-many-rows',
    ],
    ['half of a text', reply(200, JSON_ROWS, rows('1').slice(0, -2)), 'unavailable'],
    [
      'a note that it is not whole',
      reply(200, { ...JSON_ROWS, 'Fuseki-Request-Id': '1' }, `${rows('1')}\n##  **** Incomplete results ****  ##\n`),
      'timeout',
    ],
    ['no right to read', reply(401, {}), 'unavailable'],
    ['no answer', () => {}, 'timeout'],
    ['a time-out in words', reply(500, {}, 'Query timed out'), 'timeout'],
    ['504', reply(504, {}), 'timeout'],
    ['429', reply(429, {}), 'busy'],
    ['a fault', reply(500, {}, 'NullPointerException'), 'unavailable'],
    [
      'more VALUES than it takes',
      reply(500, {}, 'Virtuoso 42000 Error SQ199: Maximum size of a code vector'),
      'refused',
    ],
    ['another form', reply(200, { 'Content-Type': 'text/html' }, '<html>'), 'unavailable'],
    ['a redirect', reply(302, { Location: 'http://127.0.0.1:9/' }), 'unavailable'],
    ['a connection that breaks', ((_req, res) => res.destroy()) as Answer, 'unavailable'],
    [
      'a result that breaks off',
      ((_req, res) =>
        res
          .writeHead(200, { ...JSON_ROWS, 'Content-Length': '999' })
          .end(rows())
          .destroy()) as Answer,
      'unavailable',
    ],
    ['more bytes', reply(200, JSON_ROWS, 'x'.repeat(200_000)), 'too-large'],
    ['more rows', reply(200, JSON_ROWS, rows(...Array<string>(400).fill('1'))), 'too-many-rows'],
    ['what it should', reply(200, JSON_ROWS, rows('1', 'a,"b"')), 'a\r\n1\r\n"a,""b"""\r\n'],
  ])('%s', async (_name, answer, expected) => {
    expect(await outcome(answer)).toBe(expected)
  })

  test('a boolean in the shape of a row', async () => {
    const body = '{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"value":"1"}}]}}'
    const answer = reply(200, { 'Content-Type': 'application/sparql-results+json' }, body)
    expect(JSON.parse(await outcome(answer, 'ASK {}'))).toMatchObject({ boolean: true })
  })

  test('no SERVICE reaches a store, and the limit of rows does', async () => {
    const seen: string[] = []
    const answer: Answer = (req, res) => {
      req.setEncoding('utf8').on('data', (piece: string) => seen.push(piece))
      req.on('end', () => reply(200, JSON_ROWS, rows())(req, res))
    }
    expect(await outcome(answer, 'SELECT * { SERVICE <http://a/> {} }')).toBe('refused')
    server.close()
    await outcome(answer)
    expect(new URLSearchParams(seen.join('')).get('query')).toMatch(/LIMIT 301/)
    expect(seen).toHaveLength(1)
  })

  test('a large answer is written in a thread, to the same text; one that is not whole is none', async () => {
    const values = Array.from({ length: 6000 }, (_, i) => `value ${i}`)
    const wide = { ...LIMITS, maxRows: 10_000, maxBytes: 10e6 }
    let body = rows(...values)
    server = createServer((req, res) => reply(200, JSON_ROWS, body)(req, res))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const engine = createRemoteEngine({ ...OPTIONS, ...wide, timeout: 10_000, stores: [{ endpoint }] })
    expect(body.length).toBeGreaterThan(250_000)
    const answer = await engine.query('SELECT * {}', { types: TYPES })
    expect(new TextDecoder().decode(answer.body)).toBe(['a', ...values, ''].join('\r\n'))
    await expect(engine.query('SELECT * {}', { types: TYPES, maxRows: 5999 })).rejects.toMatchObject({
      code: 'too-many-rows',
    })
    body = body.slice(0, -1)
    await expect(engine.query('SELECT * {}', { types: TYPES })).rejects.toMatchObject({ code: 'unavailable' })
    await engine.close()
  })

  test('a store that is not there', async () => {
    const engine = createRemoteEngine({ ...OPTIONS, stores: [{ endpoint: 'http://127.0.0.1:9/' }] })
    await expect(engine.query('ASK {}', { types: TYPES })).rejects.toMatchObject({ code: 'unavailable' })
    expect(await engine.health()).toMatchObject({ ok: false })
    server = createServer()
  })
})
