/** What every engine keeps: run on each of them with the same data. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine, EngineData, QueryOptions, ResultTypes } from '../../src/engine/engine.ts'

const line = (i: number) => `<http://a/s${i}> <http://a/p> "value ${i}" <http://a/g${i % 2}> .`
/** 400 statements in two graphs. */
export const DATA: EngineData = {
  generation: 'first',
  base: 'http://a/sparql',
  parts: [{ text: `${Array.from({ length: 400 }, (_, i) => line(i)).join('\n')}\n` }],
}
export const LIMITS = { timeout: 1500, maxRows: 300, maxBytes: 100_000, workers: 2, queue: 16 } as const
/** A product of four open patterns: it never ends by itself. */
export const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }'

export const TYPES: ResultTypes = {
  bindings: 'text/csv',
  boolean: 'application/sparql-results+json',
  graph: 'application/n-triples',
}

export function engineContract(name: string, create: () => Promise<Engine>): void {
  describe(`${name} keeps the contract of engines`, () => {
    let engine: Engine
    beforeAll(async () => {
      engine = await create()
    })
    afterAll(() => engine.close())

    const ask = async (query: string, options: Partial<QueryOptions> = {}) => {
      const { form, mediaType, body } = await engine.query(query, { types: TYPES, ...options })
      return { form, mediaType, text: new TextDecoder().decode(body) }
    }
    const count = async (options: Partial<QueryOptions>, from = '') =>
      Number((await ask(`SELECT (COUNT(*) AS ?n) ${from} { ?s ?p ?o }`, options)).text.split('\r\n')[1])
    const code = (query: string, options: Partial<QueryOptions> = {}) =>
      ask(query, options).then(
        () => 'answered',
        (error) => error.code,
      )

    test.each([
      ['ASK {}', 'ask', 'application/sparql-results+json', /"boolean"\s*:\s*true/],
      ['SELECT ?o { <http://a/s7> ?p ?o }', 'select', 'text/csv', /^o\r\nvalue 7\r\n$/],
      ['CONSTRUCT WHERE { <http://a/s7> ?p ?o }', 'construct', 'application/n-triples', /^<http:\/\/a\/s7> .* \.\n$/],
      ['DESCRIBE <http://a/s7>', 'describe', 'application/n-triples', /"value 7"/],
    ] as const)('%s', async (query, form, mediaType, text) => {
      expect(await ask(query)).toEqual({ form, mediaType, text: expect.stringMatching(text) })
    })

    test('a boolean in XML, and as the bare word in CSV', async () => {
      const types = { ...TYPES, boolean: 'application/sparql-results+xml' }
      expect((await ask('ASK {}', { types })).text).toContain('<boolean>true</boolean>')
      expect((await ask('ASK {}', { types: { ...TYPES, boolean: 'text/csv' } })).text.trim()).toBe('true')
    })

    test('the default graph is the union; the protocol stands before FROM; an unknown graph is empty', async () => {
      expect(await count({})).toBe(400)
      expect(await count({}, 'FROM <http://a/g1>')).toBe(200)
      expect(await count({ defaultGraphs: ['http://a/g0', 'http://a/g1'] }, 'FROM <http://a/g1>')).toBe(400)
      expect(await count({ defaultGraphs: ['http://127.0.0.1:9/unknown'] })).toBe(0)
      expect(await count({ namedGraphs: ['http://a/g1'] })).toBe(0)
    })

    test('a syntax error names line and column', async () => {
      const error = await ask('SELECT * {\n  ?s ?p }').catch((e) => e)
      expect(error).toMatchObject({ code: 'syntax', line: 2 })
      expect(error.column).toBeGreaterThan(1)
    })

    test('a well-known prefix need not be declared, and moves no error', async () => {
      expect((await ask('SELECT * { VALUES ?t { skos:Concept } }')).text).toContain('skos/core#Concept')
      const own = 'PREFIX skos: <http://a/> SELECT * { VALUES ?t { skos:Concept dcterms:title } }'
      expect((await ask(own)).text).toMatch(/http:\/\/a\/Concept\r\n.*dc\/terms\/title/)
      const error = await ask('SELECT * {\n  ?s skos:prefLabel ?l . ?s ?p }').catch((e) => e)
      expect(error).toMatchObject({ code: 'syntax', line: 2, message: expect.stringContaining('Line 2, column') })
    })

    test('an error over an undeclared prefix says where it is and what to add', async () => {
      const query = 'SELECT * {\n  # geo:x\n  ?s skos:note "geo:" ; geo:lat ?l }'
      expect(await ask(query).catch((e) => e)).toMatchObject({
        code: 'syntax',
        line: 3,
        column: 25,
        prefix: 'geo',
        declaration: 'PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>',
        message: expect.stringMatching(/^Line 3, column 25: the prefix geo: .* PREFIX geo: <http/),
      })
      const unknown = await ask('ASK { ?s x:y 1 }').catch((e) => e)
      expect(unknown).toMatchObject({ code: 'syntax', prefix: 'x', line: 1, column: 10 })
      expect(unknown.declaration).toBeUndefined()
    })

    test.each([
      'SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'SELECT * { ?s rdfs:label ?l SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }',
      'INSERT DATA { skos:a skos:b skos:c }',
      'SELECT * { SERVICE SILENT ?x { } }',
      'SELECT * { { SELECT * { FILTER NOT EXISTS { SERVICE <http://127.0.0.1:9/> {} } } } }',
      'SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> {} }',
      'SELECT * { FILTER(!!true) SERVICE <http://127.0.0.1:9/> {} }',
      'LOAD <http://127.0.0.1:9/>',
      'INSERT DATA { <http://a/x> <http://a/p> 1 }',
      `SELECT * ${'{'.repeat(5000)}${'}'.repeat(5000)}`,
    ])('refuses %s', async (query) => {
      expect(await code(query)).toBe('refused')
    })

    test('words of SERVICE that are none', async () => {
      expect(await code('ASK { ?service <http://a/service> "SERVICE <x>" # SERVICE\n }')).toBe('answered')
    })

    test.each(['text/csv', 'text/tab-separated-values', TYPES.boolean, 'application/sparql-results+xml'])(
      'rows up to the limit and an error beyond it: %s',
      async (bindings) => {
        const options = { types: { ...TYPES, bindings } }
        expect(await code('SELECT * { ?s ?p ?o } LIMIT 300', options)).toBe('answered')
        expect(await code('SELECT * { ?s ?p ?o } OFFSET 100', options)).toBe('answered')
        expect(await code('SELECT * { ?s ?p ?o }', options)).toBe('too-many-rows')
        expect(await code('SELECT * { ?s ?p ?o } LIMIT 301', options)).toBe('too-many-rows')
      },
    )

    test('more bytes than allowed', async () => {
      expect(await code('CONSTRUCT WHERE { ?s ?p ?o }', { maxBytes: 500 })).toBe('too-large')
    })

    test('a query past its time is stopped while others are answered', async () => {
      const start = performance.now()
      const endless = code(ENDLESS, { client: 'a' }).then((result) => [result, performance.now() - start] as const)
      await new Promise((resolve) => setTimeout(resolve, 200))
      const during = performance.now()
      expect(await code('ASK {}', { client: 'b' })).toBe('answered')
      expect(performance.now() - during).toBeLessThan(1000)
      const [result, time] = await endless
      expect(result).toBe('timeout')
      expect(time).toBeLessThan(LIMITS.timeout + 1000)
      const after = performance.now()
      expect(await code('ASK {}', { client: 'b' })).toBe('answered')
      expect(performance.now() - after).toBeLessThan(1000)
    })

    test('a client that has gone', async () => {
      expect(await code(ENDLESS, { signal: AbortSignal.timeout(100) })).toBe('aborted')
      expect(await code('ASK {}', { signal: AbortSignal.abort() })).toBe('aborted')
      expect(await engine.health()).toMatchObject({ ok: true })
    })
  })
}
