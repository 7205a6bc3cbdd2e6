/** What client programs send to a SPARQL endpoint, and what they need to get: each test by the numbers of its assertions. */
import type { Term } from '@rdfjs/types'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { engineData } from '../../src/engine/data.ts'
import { formatByMediaType } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { asCsv, canonical, type Results, readCsv, readJson, readTsv, readXml, type Table } from '../sparql-results.ts'
import { STRINGS } from './strings.ts'
import { type Answer, type Asked, BASE, collection, publish, startWorld, type World } from './world.ts'

const XSD = 'http://www.w3.org/2001/XMLSchema#'
const DATES = [
  ['0987-01-01', 'date'],
  ['-0044-03-15', 'date'],
  ['1957-05-15Z', 'date'],
  ['1957-05', 'gYearMonth'],
  ['1957', 'gYear'],
  ['-0043', 'gYear'],
  ['12345', 'gYear'],
  ['P1Y2M', 'duration'],
] as const
const OTHERS = [
  '"1957-05-15/1957-06"^^<http://id.loc.gov/datatypes/edtf>',
  '"слово"@ru',
  '"a"@en-latn-gb',
  '_:b',
  '<a:ü>',
]
const TERMS = [
  ...STRINGS.map((text) => JSON.stringify(text)),
  ...DATES.map(([value, type]) => `"${value}"^^<${XSD}${type}>`),
  ...OTHERS,
]
const data = {
  generation: 'terms',
  base: `${BASE}/sparql`,
  parts: [{ text: TERMS.map((term, n) => `<a:s> <a:p${n}> ${term} <a:g${n % 2}> .\n`).join('') }],
}

let release: World
let terms: World
beforeAll(async () => {
  ;[release, terms] = await Promise.all([startWorld({ queryRate: '0' }), startWorld({}, data)])
})
afterAll(async () => {
  for (const world of [release, terms]) {
    expect(world.faults).toEqual([])
    await world.close()
  }
})
const ask = (path: string, asked?: Asked) => release.ask(path, asked)
const path = (query: string, more = '') => `/sparql?query=${encodeURIComponent(query)}${more}`
const get = (query: string, accept?: string, more = '') =>
  ask(path(query, more), accept === undefined ? {} : { headers: { Accept: accept } })
const post = (type: string, body: string, accept = '*/*', at = '/sparql') =>
  ask(at, { method: 'POST', headers: { 'Content-Type': type, Accept: accept }, body })

const FORM = 'application/x-www-form-urlencoded'
const QUERY = 'application/sparql-query'
const JSON_RESULTS = 'application/sparql-results+json'
const XML_RESULTS = 'application/sparql-results+xml'
const READERS: Readonly<Record<string, (text: string) => Results>> = {
  [JSON_RESULTS]: readJson,
  [XML_RESULTS]: readXml,
  'text/csv': readCsv,
  'text/tab-separated-values': readTsv,
}
const TITLES = 'SELECT ?d ?t { ?d a dip:Telegram ; dcterms:title ?t } ORDER BY ?d LIMIT 20'
const GRAPH = `CONSTRUCT WHERE { <${BASE}/id/document/wcda-1> ?p ?o }`
const mediaTypeOf = ({ headers }: Answer) => headers['content-type']?.split(';')[0] ?? ''
const read = (answer: Answer): Results => (READERS[mediaTypeOf(answer)] ?? readJson)(answer.text)

test('P04: a browser gets a page with the results; a probe that posts gets results', async () => {
  const page = await get(TITLES, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8')
  expect([page.status, mediaTypeOf(page)]).toEqual([200, 'text/html'])
  expect(page.text).toContain('Telegram 1')
  const accept = 'application/sparql-results+json, application/sparql-results+xml;q=0.9'
  const probe = await post(FORM, `query=${encodeURIComponent('SELECT * { ?s ?p ?o } LIMIT 1')}`, accept)
  expect(mediaTypeOf(probe)).toBe(JSON_RESULTS)
  expect((readJson(probe.text) as Table).rows).toHaveLength(1)
})

test('P05: a URL that encodes letters, a query string of nothing, a slash at the end', async () => {
  const encoded = [...Buffer.from('SELECT (1 AS ?x) {}')].map((b) => (b === 0x20 ? '+' : `%${b.toString(16)}`)).join('')
  const answers = [
    await get('SELECT (1 AS ?x) {}'),
    await ask(`/sparql?query=${encoded}`),
    await post(QUERY, 'SELECT (1 AS ?x) {}', '*/*', '/sparql?'),
    await ask(`/sparql/?query=${encoded}`),
    await post(FORM, `query=${encoded}`, '*/*', '/sparql/'),
  ]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
})

test('P06: parameters that nobody knows, and those that are sent again and again', async () => {
  const more =
    '&results=json&timeout=1000&format=json&format=json&output=json&output=json&soft-limit=&debug=on&run=+Run'
  expect((await get('ASK {}', JSON_RESULTS, more)).status).toBe(200)
  const inUrl = await post(QUERY, 'ASK {}', JSON_RESULTS, '/sparql?format=json&output=json&results=json')
  expect(inUrl.status).toBe(200)
})

describe('P07: format= and output=', () => {
  test.each([
    ['json', JSON_RESULTS, 'application/ld+json'],
    ['xml', XML_RESULTS, 'application/rdf+xml'],
    ['csv', 'text/csv', 'text/turtle'],
    ['tsv', 'text/tab-separated-values', 'text/turtle'],
    ['text/csv', 'text/csv', 'text/turtle'],
    [XML_RESULTS, XML_RESULTS, 'text/turtle'],
    ['turtle', JSON_RESULTS, 'text/turtle'],
    ['ttl', JSON_RESULTS, 'text/turtle'],
    ['n3', JSON_RESULTS, 'text/turtle'],
    ['nt', JSON_RESULTS, 'application/n-triples'],
    ['ntriples', JSON_RESULTS, 'application/n-triples'],
    ['rdf+xml', JSON_RESULTS, 'application/rdf+xml'],
    ['application/rdf+xml', JSON_RESULTS, 'application/rdf+xml'],
    ['jsonld', JSON_RESULTS, 'application/ld+json'],
    ['json-ld', JSON_RESULTS, 'application/ld+json'],
    ['trig', JSON_RESULTS, 'application/trig'],
  ])('%s', async (name, bindings, graph) => {
    for (const more of [`&format=${encodeURIComponent(name)}`, `&output=${name}`]) {
      expect(mediaTypeOf(await get('SELECT * {}', '*/*', more))).toBe(bindings)
      expect(mediaTypeOf(await get(GRAPH, undefined, more))).toBe(graph)
      expect(mediaTypeOf(await get('SELECT * {}', 'text/tab-separated-values', more))).toBe('text/tab-separated-values')
    }
  })
})

test('P11: a boolean in each form; where a form knows none, the bare word', async () => {
  for (const accept of [JSON_RESULTS, XML_RESULTS]) expect(read(await get('ASK {}', accept))).toEqual({ boolean: true })
  for (const accept of ['text/csv', 'text/tab-separated-values'])
    expect((await get('ASK {}', accept)).text.trim()).toBe('true')
})

test('P12: a form of the other kind gives the default form, and the next request is answered', async () => {
  for (const query of [GRAPH, `DESCRIBE <${BASE}/id/document/wcda-1>`]) {
    const answer = await get(query, JSON_RESULTS)
    expect([answer.status, mediaTypeOf(answer)]).toEqual([200, 'text/turtle'])
    expect((await get('ASK {}')).status).toBe(200)
  }
  expect(mediaTypeOf(await get('SELECT * {}', 'text/turtle'))).toBe(JSON_RESULTS)
})

test('P13: a graph in the form that an editor in a browser asks for', async () => {
  expect(mediaTypeOf(await get(GRAPH))).toBe('text/turtle')
  expect(mediaTypeOf(await get(GRAPH, 'application/n-triples,*/*;q=0.9'))).toBe('application/n-triples')
})

test('P16: nothing that writes changes anything', async () => {
  const count = async () => (await get('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }', 'text/csv')).text
  const before = await count()
  for (const update of ['CLEAR ALL', 'DROP DEFAULT', 'INSERT DATA { <a:a> <a:a> 1 }', 'LOAD <http://127.0.0.1:9/>'])
    for (const answer of [
      await post('application/sparql-update', update),
      await post(FORM, `update=${encodeURIComponent(update)}`),
      await post(QUERY, update),
      await get(update),
    ])
      expect(answer.status).toBe(403)
  expect(await count()).toBe(before)
})

test('P17: queries as long as libraries with their prefixes make them', async () => {
  const prefixes = Array.from({ length: 500 }, (_, n) => `PREFIX p${n}: <http://example.org/ns/${n}#>`).join('\n')
  const long = `${prefixes}\nASK { VALUES ?x { ${'"value" '.repeat(1500)} } }`
  expect(long.length).toBeGreaterThan(30_000)
  expect((await post(QUERY, long)).status).toBe(200)
  expect((await post(FORM, `query=${encodeURIComponent(long)}`)).status).toBe(200)
  expect((await ask(`/sparql?query=ASK%7B%7D%23${'x'.repeat(8000)}`)).status).toBe(200)
})

test('P18: errors and refusals can be read by pages of other sites', async () => {
  const headers = { Origin: 'https://yasgui.example', 'Access-Control-Request-Headers': 'content-type', Accept: '*/*' }
  const preflight = await ask('/sparql', { method: 'OPTIONS', headers })
  expect(preflight.headers['access-control-allow-methods']).toBe('GET, HEAD, POST, OPTIONS')
  for (const query of ['ASK {', 'SELECT * { SERVICE <a:b> {} }', 'ASK {}'])
    expect((await ask(path(query), { headers })).headers['access-control-allow-origin']).toBe('*')
})

test('P19: HEAD', async () => {
  const [head, whole] = [await ask(path('ASK {}'), { method: 'HEAD' }), await ask(path('ASK {}'))]
  expect([head.status, head.text, head.headers['etag']]).toEqual([200, '', whole.headers['etag']])
})

test('P22: the VALUES blocks that federating clients put into their queries', async () => {
  const values = Array.from({ length: 50 }, (_, n) => `(<${BASE}/id/document/wcda-${n + 1}>)`).join(' ')
  const query = `SELECT REDUCED * WHERE { ?d <http://purl.org/dc/terms/title> ?t } VALUES (?d) { ${values} }`
  const { rows } = readJson((await post(FORM, `query=${encodeURIComponent(query)}`, JSON_RESULTS)).text) as Table
  expect(rows).toHaveLength(50)
})

describe('P10, P23, P27: every term comes through unchanged', () => {
  const ROWS = 'SELECT ?p ?o { ?s ?p ?o }'
  const requests = (accept: string): [string, Asked][] => [
    [path(ROWS), { headers: { Accept: accept } }],
    ['/sparql', { method: 'POST', headers: { Accept: accept, 'Content-Type': QUERY }, body: ROWS }],
    ['/sparql', { method: 'POST', headers: { Accept: accept, 'Content-Type': FORM }, body: `query=${ROWS}` }],
  ]

  test('by each method and in each form', async () => {
    const expected = readTsv(`?p\t?o\n${TERMS.map((term, n) => `<a:p${n}>\t${term}\n`).join('')}`)
    for (const [mediaType, reader] of Object.entries(READERS))
      for (const [at, asked] of requests(mediaType)) {
        const answer = await terms.ask(at, asked)
        const wanted = mediaType === 'text/csv' ? asCsv(expected) : expected
        expect([at, await canonical(reader(answer.text))]).toEqual([at, await canonical(wanted)])
      }
  })

  test.each(['text/turtle', 'application/n-triples', 'application/rdf+xml', 'application/ld+json'])(
    'in a graph as %s',
    async (mediaType) => {
      const query = 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }'
      const { text } = await terms.ask(path(query), { headers: { Accept: mediaType } })
      const quads = await parse(text, formatByMediaType(mediaType)?.key ?? 'turtle')
      const expected = await parse(TERMS.map((term, n) => `<a:s> <a:p${n}> ${term} .\n`).join(''), 'ntriples')
      const rowsOf = (graph: typeof quads) => ({
        variables: [],
        rows: graph.map(({ predicate, object }) => new Map<string, Term>([[predicate.value, object]])),
      })
      expect(await canonical(rowsOf(quads))).toEqual(await canonical(rowsOf(expected)))
    },
  )
})

describe('P24: an answer holds until the next release', () => {
  test('its tag stays, and who has it is told so without a query being run', async () => {
    const asked = vi.spyOn(release.engine, 'query')
    const query = `${TITLES} # P24`
    const first = await get(query, 'text/csv')
    const tag = first.headers['etag'] ?? ''
    expect(first.headers['cache-control']).toBe('public, no-cache')
    const again = await ask(path(query), { headers: { Accept: 'text/csv', 'If-None-Match': tag } })
    expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tag])
    expect((await post(QUERY, query, 'text/csv')).text).toBe(first.text)
    expect(asked).toHaveBeenCalledTimes(1)
    const json = await get(query, JSON_RESULTS)
    expect(json.headers['etag']).not.toBe(tag)
    expect(asked).toHaveBeenCalledTimes(2)
    asked.mockRestore()
  })

  test('a page of results comes from the same answers', async () => {
    const asked = vi.spyOn(release.engine, 'query')
    const [first, second] = [await get(`${TITLES} # page`, 'text/html'), await get(`${TITLES} # page`, 'text/html')]
    const untimed = (text: string) => text.replace(/\d+ ms/, '')
    expect(untimed(second.text)).toBe(untimed(first.text))
    expect(asked).toHaveBeenCalledTimes(1)
    asked.mockRestore()
  })

  test('what differs each time is not kept by anybody', async () => {
    const [first, second] = [await get('SELECT (UUID() AS ?u) {}'), await get('SELECT (UUID() AS ?u) {}')]
    expect(first.text).not.toBe(second.text)
    expect(first.headers['cache-control']).toBe('no-store')
  })

  test('errors are not kept', async () => {
    expect((await get('ASK {')).headers['cache-control']).toBe('no-store')
  })

  test('another release gives another tag', async () => {
    const count = 'SELECT (COUNT(*) AS ?n) { ?d a dip:Telegram }'
    const world = await startWorld()
    try {
      const first = await world.ask(path(count))
      const next = await publish(world.out, collection(251))
      await world.engine.replace(engineData(next))
      world.generations.replace(next)
      const second = await world.ask(path(count), { headers: { 'If-None-Match': first.headers['etag'] ?? '' } })
      expect([first.status, second.status]).toEqual([200, 200])
      expect(second.headers['etag']).not.toBe(first.headers['etag'])
    } finally {
      await world.close()
    }
  })
})

test('P26: the default graph is the union, as the description says', async () => {
  const description = (await ask('/sparql', { headers: { Accept: 'application/n-triples' } })).text
  expect(description).toContain('#feature> <http://www.w3.org/ns/sparql-service-description#UnionDefaultGraph>')
  const all = await terms.ask(path('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'), { headers: { Accept: 'text/csv' } })
  expect(all.text).toBe(`n\r\n${TERMS.length}\r\n`)
})

test('P28: fifty clients at once', async () => {
  const statuses = await Promise.all(
    Array.from({ length: 10 }, (_, turn) =>
      Promise.all(
        Array.from({ length: 50 }, async (_, client) => {
          const headers = { 'User-Agent': `client ${client}` }
          return (await ask(path(`${TITLES} OFFSET ${(turn * 50 + client) % 100}`), { headers })).status
        }),
      ),
    ),
  )
  expect(statuses.flat().filter((status) => ![200, 429, 503].includes(status))).toEqual([])
  expect(statuses.flat().filter((status) => status === 200).length).toBeGreaterThan(50)
})
