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
