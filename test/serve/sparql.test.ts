import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineData } from '../../src/engine/data.ts'
import { formatByMediaType } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { ENDLESS } from '../engine/contract.ts'
import { type Asked, BASE, collection, iris, publish, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({
    queryTimeout: '1500ms',
    queryRows: '1000',
    queryWorkers: '2',
    queryQueue: '3',
  })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const path = (query: string, more = '') => `/sparql?query=${encodeURIComponent(query)}${more}`
const query = (text: string, accept?: string, more = '') =>
  ask(path(text, more), accept === undefined ? {} : { headers: { Accept: accept } })
const post = (type: string, body: string | Buffer, at = '/sparql') =>
  ask(at, { method: 'POST', headers: { 'Content-Type': type }, body })

const JSON_RESULTS = 'application/sparql-results+json'
const XML_RESULTS = 'application/sparql-results+xml'
const ROW = 'SELECT ?t { <http://data.example.org/id/document/wcda-1> <http://purl.org/dc/terms/title> ?t }'
const GRAPH = `CONSTRUCT WHERE { <${BASE}/id/document/wcda-1> ?p ?o }`

describe('P07–P09, P11–P13: the form of the answer', () => {
  test.each([
    [ROW, undefined, '', JSON_RESULTS],
    [ROW, '*/*', '', JSON_RESULTS],
    [ROW, 'application/json', '', JSON_RESULTS],
    [ROW, XML_RESULTS, '', `${XML_RESULTS}; charset=utf-8`],
    [ROW, 'text/csv', '', 'text/csv; charset=utf-8'],
    [ROW, 'text/tab-separated-values', '', 'text/tab-separated-values; charset=utf-8'],
    [ROW, `${JSON_RESULTS},*/*;q=0.9`, '', JSON_RESULTS],
    [ROW, `${JSON_RESULTS};q=1.0,${XML_RESULTS};q=0.7`, '', JSON_RESULTS],
    [ROW, undefined, '&format=csv', 'text/csv; charset=utf-8'],
    [ROW, '*/*', '&output=xml', `${XML_RESULTS}; charset=utf-8`],
    [ROW, '*/*', '&format=text/csv', 'text/csv; charset=utf-8'],
    [ROW, 'text/html,*/*;q=0.8', '&format=csv', 'text/csv; charset=utf-8'],
    [ROW, 'text/tab-separated-values', '&format=csv', 'text/tab-separated-values; charset=utf-8'],
    [ROW, '*/*', '&format=json&output=json&results=json&timeout=5', JSON_RESULTS],
    [ROW, '*/*', '&format=nonsense', JSON_RESULTS],
    [ROW, 'text/html', '', 'text/html; charset=utf-8'],
    [ROW, 'text/turtle', '', JSON_RESULTS],
    ['ASK {}', XML_RESULTS, '', `${XML_RESULTS}; charset=utf-8`],
    ['ASK {}', 'text/csv', '', 'text/csv; charset=utf-8'],
    ['ASK {}', 'text/html', '', 'text/html; charset=utf-8'],
    [GRAPH, undefined, '', 'text/turtle'],
    [GRAPH, JSON_RESULTS, '', 'text/turtle'],
    [GRAPH, 'application/n-triples,*/*;q=0.9', '', 'application/n-triples'],
    [GRAPH, 'application/rdf+xml', '', 'application/rdf+xml'],
    [GRAPH, 'application/ld+json', '', 'application/ld+json'],
    [GRAPH, 'application/trig', '', 'application/trig'],
    [GRAPH, '*/*', '&format=jsonld', 'application/ld+json'],
    [GRAPH, '*/*', '&format=rdf%2Bxml', 'application/rdf+xml'],
    [GRAPH, '*/*', '&format=rdf+xml', 'application/rdf+xml'],
    [GRAPH, '*/*', '&format=nt', 'application/n-triples'],
    [`DESCRIBE <${BASE}/id/document/wcda-1>`, 'application/n-quads', '', 'application/n-quads'],
  ])('%s, Accept %s%s → %s', async (text, accept, more, mediaType) => {
    const { status, headers } = await query(text, accept, more)
    expect([status, headers['content-type']]).toEqual([200, mediaType])
    expect(headers['vary']).toContain('Accept')
    expect(headers['access-control-allow-origin']).toBe('*')
  })

  test('what cannot be had', async () => {
    expect((await query(ROW, 'image/png')).status).toBe(406)
  })

  test('P10: values come through as they are', async () => {
    const title = 'Telegram 1: é 𝒳 "a"\nb'
    const { results } = JSON.parse((await query(ROW)).text)
    expect(results.bindings[0].t.value).toBe(title)
    expect((await query(ROW, 'text/csv')).text).toBe(`t\r\n"${title.replaceAll('"', '""')}"\r\n`)
    expect((await query(ROW, 'text/tab-separated-values')).text).toBe(`?t\n"Telegram 1: é 𝒳 \\"a\\"\\nb"@en\n`)
    expect((await query(ROW, XML_RESULTS)).text).toContain('é 𝒳 &quot;a&quot;')
  })
})

describe('the protocol', () => {
  test('P05, P19, P25: GET, both POSTs and HEAD give the same', async () => {
    const encoded = `query=${encodeURIComponent(ROW)}`
    const answers = [
      await query(ROW),
      await post('application/x-www-form-urlencoded', encoded),
      await post('application/sparql-query', ROW),
      await post('application/sparql-query; version=1.2', ROW, '/sparql?'),
      await post('application/sparql-query; charset="UTF-8"', ROW, '/sparql/'),
      await ask(`/sparql?query=${[...Buffer.from(ROW)].map((b) => `%${b.toString(16)}`).join('')}`),
    ]
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    const head = await ask(path('ASK {}'), { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test('P06: a GET may have a Content-Type', async () => {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    expect((await ask(path('ASK {}'), { headers })).status).toBe(200)
  })

  describe('P14–P16: what is refused', () => {
    test.each([
      ['two queries', () => ask('/sparql?query=ASK%7B%7D&query=ASK%7B%7D'), 400],
      ['an empty query', () => ask('/sparql?query='), 400],
      ['a syntax error', () => query('SELECT * {'), 400],
      ['an update by GET', () => ask('/sparql?update=CLEAR%20ALL'), 400],
      ['an update by form', () => post('application/x-www-form-urlencoded', 'update=CLEAR%20ALL'), 403],
      ['an update', () => post('application/sparql-update', 'CLEAR ALL'), 403],
      ['an update as a query', () => query('INSERT DATA { <a:a> <a:a> 1 }'), 403],
      ['LOAD', () => query('LOAD <http://127.0.0.1:9/>'), 403],
      ['SERVICE', () => query('SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }'), 403],
      ['PUT', () => ask('/sparql', { method: 'PUT' }), 405],
      ['DELETE', () => ask('/sparql', { method: 'DELETE' }), 405],
      ['text/plain', () => post('text/plain', 'ASK {}'), 415],
      ['no media type', () => ask('/sparql', { method: 'POST', body: 'ASK {}' }), 415],
      ['UTF-16', () => post('application/sparql-query; charset=UTF-16', Buffer.from('ASK {}', 'utf16le')), 415],
      ['bytes that are no UTF-8', () => post('application/sparql-query', Buffer.from([0x41, 0xff])), 400],
      ['a POST without a query', () => post('application/x-www-form-urlencoded', ''), 400],
      ['a body too large', () => post('application/sparql-query', `ASK {} #${' '.repeat(1_100_000)}`), 413],
      ['a graph that is no IRI', () => query('ASK {}', undefined, '&default-graph-uri=a%20b'), 400],
      ['too many rows', () => query('SELECT * { ?s ?p ?o }'), 403],
    ] as const)('%s', async (_name, send, status) => {
      const answer = await send()
      expect(answer.status).toBe(status)
      expect(answer.headers['access-control-allow-origin']).toBe('*')
      expect(JSON.parse(answer.text)).toMatchObject({ status, detail: expect.stringMatching(/\.$/) })
      expect(answer.text).not.toMatch(/\bat .*:\d+:\d+/)
    })
  })

  test('P14: a syntax error names line and column, to people and programs', async () => {
    expect(JSON.parse((await query('SELECT * {\n ?s ?p }')).text)).toMatchObject({ code: 'syntax', line: 2 })
    const page = await query('SELECT * {', 'text/html,*/*;q=0.8')
    expect([page.status, page.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8'])
    expect(page.text).toContain('Line 1')
  })

  test('P14: an undeclared prefix, with the line that declares it', async () => {
    expect(JSON.parse((await query('ASK { ?s geo:lat ?l }')).text)).toMatchObject({
      code: 'syntax',
      line: 1,
      column: 10,
      prefix: 'geo',
      declaration: 'PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>',
    })
    expect((await query('ASK { ?s dcterms:title ?t }')).status).toBe(200)
  })

  test('too many rows lead to the dumps', async () => {
    expect((await query('SELECT * { ?s ?p ?o }')).headers['link']).toContain(`${BASE}/dumps/`)
    const rows = await query('SELECT * { ?s ?p ?o } LIMIT 1000', 'text/tab-separated-values')
    expect(rows.text.trim().split('\n')).toHaveLength(1001)
  })

  test('P17: a long query', async () => {
    const long = `ASK { VALUES ?x { ${'"value" '.repeat(4000)} } }`
    expect((await post('application/sparql-query', long)).status).toBe(200)
    const form = `query=${encodeURIComponent(long)}`
    expect((await post('application/x-www-form-urlencoded', form)).status).toBe(200)
    expect((await query(`ASK {} #${'x'.repeat(7000)}`)).status).toBe(200)
  })

  test('P26: datasets, and the default graph is the union', async () => {
    const count = async (more: string) => {
      const { text } = await query('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', 'text/csv', more)
      return Number(text.split('\r\n')[1])
    }
    const graph = encodeURIComponent(iris.graph('document/wcda-1'))
    const inOne = collection(1).filter((q) => q.graph.value === iris.graph('document/wcda-1')).length
    expect(await count(`&default-graph-uri=${graph}`)).toBe(inOne)
    expect(await count(`&default-graph-uri=${encodeURIComponent('http://127.0.0.1:9/x')}`)).toBe(0)
    expect(await count('')).toBeGreaterThan(collection(250).length)
  })

  test('P18: preflight', async () => {
    const headers = { Origin: 'http://a.example', 'Access-Control-Request-Headers': 'content-type' }
    const answer = await ask('/sparql', { method: 'OPTIONS', headers })
    expect(answer.status).toBe(204)
    expect(answer.headers['access-control-allow-methods']).toBe('GET, HEAD, POST, OPTIONS')
    expect(answer.headers['access-control-allow-headers']).toMatch(/Content-Type/)
    expect(answer.headers['access-control-expose-headers']).toMatch(/Retry-After/)
  })
})

describe('P03: without a query', () => {
  test.each([
    ['*/*', 'text/turtle'],
    ['text/turtle', 'text/turtle'],
    ['application/rdf+xml, application/x-turtle', 'application/rdf+xml'],
    [
      // Comunica
      'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/html;q=0.2',
      'application/n-quads',
    ],
  ])('the service description for %s', async (accept, mediaType) => {
    const { text, headers } = await ask('/sparql', { headers: { Accept: accept } })
    expect(headers['content-type']).toBe(mediaType)
    const quads = await parse(text, formatByMediaType(mediaType)?.key ?? 'turtle')
    const objects = (name: string) =>
      quads.filter((q) => q.predicate.value.endsWith(`#${name}`)).map((q) => q.object.value)
    expect(objects('endpoint')).toEqual([`${BASE}/sparql`])
    expect(objects('supportedLanguage')).toEqual([expect.stringMatching(/SPARQL11Query$/)])
    expect(objects('resultFormat')).toContain('http://www.w3.org/ns/formats/SPARQL_Results_JSON')
    expect(objects('feature')).toEqual([expect.stringMatching(/UnionDefaultGraph$/)])
    expect(objects('defaultDataset')).toEqual([`${BASE}/dataset`])
    expect(objects('seeAlso')).toEqual([`${BASE}/.well-known/void`])
  })

  test('the form for a browser, with an example', async () => {
    const { text, headers } = await ask('/sparql?example=1', { headers: { Accept: 'text/html,*/*;q=0.8' } })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(text).toContain('<textarea')
    expect(text).toContain('ASK {}')
  })
})

describe('limits', () => {
  const timed = async <T>(work: Promise<T>) => {
    const start = performance.now()
    const result = await work
    return { result, time: performance.now() - start }
  }
  const as = (agent: string, text: string, signal?: AbortSignal) =>
    ask(path(text), { headers: { 'User-Agent': agent }, ...(signal && { signal }) })

  test('a killed query: 503 at its time, and nobody else notices', async () => {
    const killed = timed(as('greedy', ENDLESS))
    for (const n of [1, 2, 3, 4, 5]) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      const { result, time } = await timed(as('other', `ASK {} # ${n}`))
      expect([result.status, time < 1000]).toEqual([200, true])
    }
    const { result, time } = await killed
    expect(result.status).toBe(503)
    expect(Number(result.headers['retry-after'])).toBeGreaterThan(0)
    expect(time).toBeLessThan(2500)
    const after = await timed(as('other', 'ASK {} # after'))
    expect([after.result.status, after.time < 1000]).toEqual([200, true])
  })

  test('more than may wait: 429 for who sends too many, and Retry-After', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => as('greedy', `${ENDLESS} # ${n}`)))
    const statuses = answers.map(({ status }) => status)
    expect(new Set(statuses)).toEqual(new Set([429, 503]))
    for (const { headers } of answers) {
      expect(headers['retry-after']).toMatch(/^\d+$/)
      expect(headers['access-control-allow-origin']).toBe('*')
    }
  })

  test('a client that goes stops its query', async () => {
    await expect(as('greedy', ENDLESS, AbortSignal.timeout(200))).rejects.toThrow()
    const deadline = performance.now() + 1000
    while ((await world.engine.health()).running > 0 && performance.now() < deadline) await new Promise(setImmediate)
    expect(performance.now()).toBeLessThan(deadline)
  })

  test('too many queries in a minute', async () => {
    const slow = await startWorld({ queryRate: '5' })
    try {
      const statuses: number[] = []
      for (let i = 0; i < 6; i++) statuses.push((await slow.ask(path('ASK {}'))).status)
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
      const refused = await slow.ask(path('ASK {}'))
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect((await slow.ask(path('ASK {}'), { headers: { 'User-Agent': 'other' } })).status).toBe(200)
    } finally {
      await slow.close()
    }
  })
})

test('a new release is taken over without a failed request', async () => {
  const statuses: Promise<number>[] = []
  const documents = ['/sparql?query=ASK%7B%7D', '/document/wcda-1.ttl', '/dumps/all.nt']
  const ticking = setInterval(() => {
    for (const at of documents) statuses.push(ask(at).then(({ status }) => status))
  }, 50)
  const release = await publish(world.out, collection(251))
  await world.engine.replace(engineData(release))
  world.generations.replace(release)
  await new Promise((resolve) => setTimeout(resolve, 200))
  clearInterval(ticking)
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([200]))
  expect((await ask('/id/document/wcda-251')).status).toBe(303)
  expect(JSON.parse((await query(`ASK { GRAPH ?g { <${BASE}/id/document/wcda-251> a ?t } }`)).text).boolean).toBe(true)
})
