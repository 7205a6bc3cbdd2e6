/** VALUES for a store that mistakes them: which are put otherwise, which stay, and which are refused. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/engine/query.ts'
import { withSafeValues } from '../../src/engine/remote/values.ts'
import type { Node } from '../../src/engine/tree.ts'

const base = 'http://a/'
const safe = (text: string) => withSafeValues(parse(text, base) as unknown as Node, text)

describe('VALUES', () => {
  test.each([
    'SELECT * { VALUES ?s { <a> <b> } ?s ?p ?o }',
    'SELECT * { ?s ?p ?o } VALUES ?s { <a> }',
    'SELECT * { GRAPH ?g { VALUES ?s { <a> } ?s ?p ?o } OPTIONAL { VALUES ?o { 1 } ?s ?p ?o } }',
    'SELECT * { { SELECT ?s { VALUES ?s { <a> } ?s ?p ?o } } }',
    'SELECT * { { VALUES () { () } } UNION { ?s ?p ?o } }',
    'SELECT * { VALUES (?patterns ?values) { (<a> UNDEF) } ?patterns ?p ?o }',
  ])('stay where they are understood: %s', (text) => {
    expect(safe(text)).toBe(text)
  })

  test.each([
    [
      'SELECT * { { VALUES ?s { <a> } } UNION { ?s ?p ?o VALUES (?s ?o) { (<a> UNDEF) } } }',
      'SELECT * { { { SELECT ?s { VALUES ?s { <a> } } } } UNION { ?s ?p ?o { SELECT ?s ?o { VALUES (?s ?o) { (<a> UNDEF) } } } } }',
    ],
    [
      'ASK { ?s ?p ?o MINUS { ?s ?p ?o VALUES ?s { <a> } } }',
      'ASK { ?s ?p ?o MINUS { ?s ?p ?o { SELECT ?s { VALUES ?s { <a> } } } } }',
    ],
    [
      'ASK { ?s ?p ?o FILTER(?o > 1 && NOT EXISTS { VALUES ?s { } ?s ?p ?o }) }',
      'ASK { ?s ?p ?o FILTER(?o > 1 && NOT EXISTS { { SELECT ?s { VALUES ?s { } } } ?s ?p ?o }) }',
    ],
  ])('go into a subquery in branches and conditions: %s', (text, expected) => {
    expect(safe(text)).toBe(expected)
    parse(expected, base)
  })

  test.each([
    ['SELECT * { ?s ?p ?o FILTER EXISTS { VALUES ?s { <a> } } }', 'without a triple pattern'],
    ['SELECT * { ?s ?p ?o MINUS { { VALUES ?s { <a> } } UNION { ?s ?p 1 } } }', 'without a triple pattern'],
    ['SELECT * { { SELECT ?s { ?s ?p ?o } VALUES ?s { <a> } } }', 'behind a subquery'],
  ])('are refused where every form is wrong: %s', (text, what) => {
    expect(() => safe(text)).toThrow(what)
  })
})
