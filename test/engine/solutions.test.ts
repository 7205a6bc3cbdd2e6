import { describe, expect, test } from 'vitest'
import { countQuery, describing, readQuery } from '../../src/engine/remote/solutions.ts'

const read = (text: string) => readQuery(text, 'http://a/')
const tidy = (text: string | undefined) => text?.replace(/\s+/g, ' ').trim()

describe('the number of solutions of a graph', () => {
  test.each([
    [
      'PREFIX a: <http://a/> # CONSTRUCT\nCONSTRUCT { ?s a:p [ a:q ?o ] } FROM a:g WHERE { ?s ?p ?o } LIMIT 5',
      'PREFIX a: <http://a/> SELECT (COUNT(*) AS ?n) FROM a:g WHERE { SELECT (1 AS ?solution_) WHERE { ?s ?p ?o } LIMIT 5 }',
    ],
    [
      'CONSTRUCT WHERE { ?s ?p ?o . ?o ?q "}" }',
      'SELECT (COUNT(*) AS ?n) WHERE { SELECT (1 AS ?solution_) WHERE { ?s ?p ?o . ?o ?q "}" } }',
    ],
    ['CONSTRUCT {} { ?s ?p ?o }', 'SELECT (COUNT(*) AS ?n) WHERE { SELECT (1 AS ?solution_) WHERE { ?s ?p ?o } }'],
  ])('%s', (text, expected) => {
    expect(tidy(countQuery(read(text), text))).toBe(expected)
  })
})

test.each([
  [
    'DESCRIBE <b>',
    'CONSTRUCT { ?thing_ ?property_ ?value_ } WHERE { { SELECT DISTINCT ?thing_ WHERE { { SELECT (<b> AS ?thing_) {} } } } ?thing_ ?property_ ?value_ }',
  ],
  [
    'PREFIX a: <http://a/> DESCRIBE ?x a:y FROM a:g { ?x a ?c } ORDER BY ?x LIMIT 2',
    'PREFIX a: <http://a/> CONSTRUCT { ?thing_ ?property_ ?value_ } FROM a:g WHERE { { SELECT DISTINCT ?thing_ WHERE { { SELECT (?x AS ?thing_) WHERE { ?x a ?c } ORDER BY ?x LIMIT 2 } UNION { SELECT (a:y AS ?thing_) {} } } } ?thing_ ?property_ ?value_ }',
  ],
  ['DESCRIBE * { ?x a ?c }', undefined],
])('%s as CONSTRUCT', (text, expected) => {
  expect(tidy(describing(read(text), text))).toBe(expected)
})
