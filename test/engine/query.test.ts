import { describe, expect, test } from 'vitest'
import { planQuery } from '../../src/engine/query.ts'

const plan = (text: string) => planQuery(text, 'http://a/', 9).text.replace(/\s+/g, ' ').trim()

describe('the bound on the rows of a SELECT', () => {
  test.each([
    ['SELECT * { ?s ?p ?o }', 'SELECT * { ?s ?p ?o } LIMIT 10'],
    ['SELECT * { ?s ?p ?o } # the end', 'SELECT * { ?s ?p ?o } # the end LIMIT 10'],
    ['SELECT * { ?s ?p ?o } LIMIT 5', 'SELECT * { ?s ?p ?o } LIMIT 5'],
    ['SELECT * { ?s ?p ?o } LIMIT 50', 'SELECT * { ?s ?p ?o } LIMIT 10'],
    ['SELECT * { ?s ?p ?o } LIMIT 50 OFFSET 3', 'SELECT * { ?s ?p ?o } LIMIT 10 OFFSET 3'],
    ['SELECT * { ?s ?p ?o } OFFSET 3', 'SELECT * { ?s ?p ?o } LIMIT 10 OFFSET 3'],
    ['SELECT * { ?s ?p ?o } ORDER BY ?s VALUES ?s { 1 }', 'SELECT * { ?s ?p ?o } ORDER BY ?s LIMIT 10 VALUES ?s { 1 }'],
    [
      'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1)',
      'SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 1) LIMIT 10',
    ],
    ['SELECT * { { SELECT * { ?s ?p ?o } LIMIT 50 } }', 'SELECT * { { SELECT * { ?s ?p ?o } LIMIT 50 } } LIMIT 10'],
    ['SELECT * { ?s ?p "\\u0041" } LIMIT 50', 'SELECT * { ?s ?p "\\u0041" } LIMIT 50'],
    ['CONSTRUCT WHERE { ?s ?p ?o } LIMIT 50', 'CONSTRUCT WHERE { ?s ?p ?o } LIMIT 50'],
    ['ASK {}', 'ASK {}'],
  ])('%s', (text, expected) => {
    expect(plan(text)).toBe(expected)
  })

  test('an end in a comment does not swallow it', () => {
    expect(planQuery('ASK {} # a', 'http://a/', 9).text).toBe('ASK {} # a')
    expect(planQuery('SELECT * {} # a', 'http://a/', 9).text).toBe('SELECT * {} # a\nLIMIT 10\n')
  })
})

test.each([
  ['SELECT * FROM <http://a/g> {}', true],
  ['ASK FROM NAMED <http://a/g> {}', true],
  ['SELECT * { LATERAL { ?from ?p "FROM" } }', false],
  ['SELECT * FROM <http://a/g> { LATERAL { } }', true],
])('whether a query names its dataset: %s', (text, expected) => {
  expect(planQuery(text, 'http://a/', 9).hasDataset).toBe(expected)
})

test('what the parser does not know is left to the engine, with its form', () => {
  expect(planQuery('PREFIX ask: <x:> SELECT * { LATERAL { } }', 'http://a/', 9)).toMatchObject({ form: 'select' })
  expect(planQuery('nonsense', 'http://a/', 9).form).toBeUndefined()
})

describe('prefixes', () => {
  const planned = (text: string) => planQuery(text, 'http://a/', 9)

  test.each([
    ['ASK { ?s rdfs:label ?l }', 'PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n'],
    [
      'PREFIX x: <http://a/> ASK { ?s a x:A ; dct:title ?t ; dip:author x:b }',
      'PREFIX dct: <http://purl.org/dc/terms/> PREFIX dip: <https://w3id.org/diplomacy/ontology#>\n',
    ],
    ['PREFIX rdfs: <http://a/>\nASK { ?s rdfs:label ?l }', ''],
    ['ASK { <skos:a> ?p "skos:b" } # skos:c', ''],
  ])('%s', (text, before) => {
    expect(planned(text)).toMatchObject({ sent: text, text: before + text, added: before === '' ? 0 : 1 })
  })

  test.each([
    ['ASK { ?s x:y rdfs:label }', 'x'],
    ['ASK { ?s :y 1 }', ''],
    ['ASK { ?s SKOS:note 1 }', 'SKOS'],
    // As the rules have it, an escape is read first; the words of the text are not looked for behind it.
    ['ASK { ?s rdfs:label ?l ; \\u0073kos:note 1 }', 'skos'],
  ])('%s lacks the prefix %s:', (text, prefix) => {
    expect(planned(text)).toMatchObject({ undeclared: prefix })
  })

  test('another error stays what it is', () => {
    expect(planned('ASK { ?s skos:note }')).toMatchObject({ added: 1, complaint: expect.not.stringMatching(/prefix/) })
  })
})

test.each([
  ['SELECT * { ?now ?rand "NOW()" }', true],
  ['SELECT (NOW() AS ?n) {}', false],
  ['ASK { FILTER(rand() > 0.5) }', false],
  ['SELECT ?s { { SELECT (UUID() AS ?s) {} } }', false],
  ['SELECT ?s { ?s ?p ?o FILTER EXISTS { BIND(STRUUID() AS ?o) } }', false],
  ['SELECT * { ?s ?p ?o } ORDER BY BNODE("a")', false],
  ['SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (MAX(?o) < now())', false],
  ['SELECT * { LATERAL { } }', undefined],
])('whether an answer can be given again: %s', (text, expected) => {
  expect(planQuery(text, 'http://a/', 9).isRepeatable).toBe(expected)
})

describe('a text that the parser does not take', () => {
  test.each([
    "PREFIX a: <a:> SELECT * { LATERAL { } ?s a:it\\'s ?o SERVICE <a:b> { } ?s a:b 'c' }",
    'SELECT * { LATERAL { } # "\n SERVICE <a:b> { } # "\n }',
  ])('SERVICE is found in %s', (text) => {
    expect(() => planQuery(text, 'http://a/', 9)).toThrow(/SERVICE/)
  })

  test.each([
    ['quotes that are escaped', `ASK { ?s x:y "${'\\"'.repeat(200_000)}`],
    ['quotes that are not closed', `ASK { ?s x:y ${"'''".repeat(199_999)}`],
    ['one word', `ASK { ?s ${'skos'.repeat(100_000)}`],
    ['prefixes that are none', `ASK { ?s skos:a ${'prefix '.repeat(100_000)}`],
  ])('is read in time, however long: %s', (_name, text) => {
    const start = process.cpuUsage()
    planQuery(text, 'http://a/', 9)
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
  })
})
