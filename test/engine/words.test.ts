import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { EngineError } from '../../src/engine/engine.ts'
import { parse } from '../../src/engine/query.ts'
import { expand, type Seek } from '../../src/engine/words/expand.ts'

const BASE = 'http://b/sparql'
const PROLOGUE = 'PREFIX f: <https://w3id.org/diplomacy/function#> PREFIX e: <http://e/> '
const hit = (name: string, score: number) => ({ iri: `http://x/${name}`, score })
/** What is found by words. */
const FOUND: Readonly<Record<string, readonly ReturnType<typeof hit>[]>> = {
  ab: [hit('a', 3.25), hit('b', 0.00000204)],
  bc: [hit('b', 2), hit('c', 1)],
  none: [],
}
const seek: Seek = (_shelf, words, { most }) => {
  if (words === 'unsayable') return { fault: 'There is no word.' }
  const hits = FOUND[words] ?? []
  return { hits: hits.slice(0, most), isWhole: words !== 'many' && hits.length <= most }
}
const A_B = 'VALUES ?d { <http://x/a> <http://x/b> }'

/** The query with what was found, and single spaces. */
const expanded = (query: string, prologue = PROLOGUE) => {
  const text = expand(prologue + query, BASE, seek)
  return text?.slice(prologue.length).replace(/\s+/g, ' ')
}

describe('a search in a query becomes what it found', () => {
  test.each([
    ['SELECT * { ?d f:matches "ab" }', `SELECT * { ${A_B} }`],
    ['SELECT * { ?d f:matches "ab" . }', `SELECT * { ${A_B} }`],
    [`SELECT * { ?d f:matches 'ab' ; a e:T }`, `SELECT * { ${A_B} ?d a e:T }`],
    ['SELECT * { ?d a e:T ; f:matches """ab""" }', `SELECT * { ${A_B} ?d a e:T ; }`],
    [
      'SELECT * { ?d a e:T ; f:matches "ab" ; e:t ?t . ?t e:u 1 }',
      `SELECT * { ${A_B} ?d a e:T ; ; e:t ?t . ?t e:u 1 }`,
    ],
    ['SELECT * { ?d f:matches "ab" ; ; . ?d a e:T ; . }', `SELECT * { ${A_B} ?d a e:T ; . }`],
    ['SELECT * { ?d f:matches "ab" ;; # none\n ; a e:T }', `SELECT * { ${A_B} ?d a e:T }`],
    ['SELECT * { ?d f:matches "ab" # and no more\n . ?d a e:T }', `SELECT * { ${A_B} ?d a e:T }`],
    ['SELECT * { ?d f:matches "ab"^^<http://www.w3.org/2001/XMLSchema#string> }', `SELECT * { ${A_B} }`],
    // Both have to be found: one table, for engines compare each row with each.
    ['SELECT * { ?d f:matches "ab", "bc" }', 'SELECT * { VALUES ?d { <http://x/b> } }'],
    ['SELECT * { ?d f:matches "ab" ; f:named "bc" ; a e:T }', 'SELECT * { VALUES ?d { <http://x/b> } ?d a e:T }'],
    ['SELECT * { ?d f:matches "ab" . ?o f:matches "none" }', `SELECT * { ${A_B} VALUES ?o { } }`],
    // Scores and limits.
    [
      'SELECT * { (?d ?s) f:matches "ab" } ORDER BY DESC(?s)',
      'SELECT * { VALUES (?d ?s) { (<http://x/a> 3.25) (<http://x/b> 0.00000204) } } ORDER BY DESC(?s)',
    ],
    ['SELECT * { (?d ?s) f:matches ("ab" 1) }', 'SELECT * { VALUES (?d ?s) { (<http://x/a> 3.25) } }'],
    ['SELECT * { ?d f:matches ("ab" 1) }', 'SELECT * { VALUES ?d { <http://x/a> } }'],
    ['SELECT * { ?d f:matches ("ab") }', `SELECT * { ${A_B} }`],
    [
      'SELECT * { (?d ?s) f:matches "ab" . (?d ?t) f:matches "bc" }',
      'SELECT * { VALUES (?d ?s ?t) { (<http://x/b> 0.00000204 2.0) } }',
    ],
    // A thing that is known.
    ['SELECT * { e:x f:matches "ab" . ?a ?b ?c }', 'SELECT * { FILTER(false) ?a ?b ?c }'],
    ['SELECT * { <http://x/a> f:matches "ab" . ?a ?b ?c }', 'SELECT * { ?a ?b ?c }'],
    ['SELECT * { (<http://x/b> ?s) f:matches "ab" }', 'SELECT * { VALUES ?s { 0.00000204 } }'],
    // Triple patterns with only filters between them share their blank nodes.
    [
      'SELECT * { ?t e:u _:n . ?d f:matches "ab" . FILTER(?t > 1) _:n e:z 1 . ?d a e:T }',
      `SELECT * { ${A_B} ?t e:u _:n . FILTER(?t > 1) _:n e:z 1 . ?d a e:T }`,
    ],
    // What comes before an OPTIONAL, BIND or the like stays before it.
    [
      'SELECT * { ?d a e:T OPTIONAL { ?d e:q ?q } ?d e:t ?t . ?d f:matches "ab" BIND(1 AS ?n) }',
      `SELECT * { ?d a e:T OPTIONAL { ?d e:q ?q } ${A_B} ?d e:t ?t . BIND(1 AS ?n) }`,
    ],
    ['SELECT * { OPTIONAL { ?d f:matches "ab" } }', `SELECT * { OPTIONAL { ${A_B} } }`],
    [
      'SELECT * { { ?d f:matches "ab" } UNION { ?d f:named "ab" . ?d a e:T } }',
      `SELECT * { { ${A_B} } UNION { ${A_B} ?d a e:T } }`,
    ],
    ['SELECT * { ?d a e:T MINUS { ?d f:matches "ab" } }', `SELECT * { ?d a e:T MINUS { ${A_B} } }`],
    ['SELECT * { GRAPH ?g { ?d f:matches "ab" ; a e:T } }', `SELECT * { GRAPH ?g { ${A_B} ?d a e:T } }`],
    ['SELECT * { { SELECT ?d { ?d f:matches "ab" } LIMIT 1 } }', `SELECT * { { SELECT ?d { ${A_B} } LIMIT 1 } }`],
    [
      'SELECT * { ?d a e:T FILTER(?d != e:x && NOT EXISTS { ?d f:matches "ab" }) }',
      `SELECT * { ?d a e:T FILTER(?d != e:x && NOT EXISTS { ${A_B} }) }`,
    ],
    ['ASK { ?d f:matches "ab" }', `ASK { ${A_B} }`],
    ['DESCRIBE ?d { ?d f:matches "ab" }', `DESCRIBE ?d { ${A_B} }`],
    ['CONSTRUCT { ?d a e:X } { ?d f:matches "ab" }', `CONSTRUCT { ?d a e:X } { ${A_B} }`],
    // However it is written.
    ['SELECT * { ?d <https://w3id.org/diplomacy/function#matches> "ab" }', `SELECT * { ${A_B} }`],
    ['SELECT * { ?d f:m\\u0061tches "\\u0061b" ; e:t "\\u00e9" }', `SELECT * { ${A_B} ?d e:t "é" }`],
    ['SELECT * { ?d dipf:matches "ab" }', `SELECT * { ${A_B} }`],
    // Nothing to seek.
    ['SELECT * { ?d e:matches "ab" . ?d ?p "f:matches" }', 'SELECT * { ?d e:matches "ab" . ?d ?p "f:matches" }'],
    ['SELECT * { ?d e:t "\\u0061" }', 'SELECT * { ?d e:t "\\u0061" }'],
    ['INSERT DATA { e:a f:matches "ab" }', 'INSERT DATA { e:a f:matches "ab" }'],
  ])('%s', (query, expected) => {
    const text = expanded(query)
    expect(text).toBe(expected)
    if (!query.startsWith('INSERT')) {
      expect(() => parse(PROLOGUE + text, BASE)).not.toThrow()
      expect(() => new Store().query(PROLOGUE + text)).not.toThrow()
    }
  })

  test('a base, and a prefix that is the function', () => {
    expect(expanded('ASK { ?d <function#matches> "ab" }', 'BASE <https://w3id.org/diplomacy/> ')).toBe(`ASK { ${A_B} }`)
    expect(expanded('ASK { ?d m: "ab" }', 'PREFIX m: <https://w3id.org/diplomacy/function#matches> ')).toBe(
      `ASK { ${A_B} }`,
    )
    expect(expanded('ASK { ?d dipf:matches "ab" }', 'PREFIX dipf: <http://e/> ')).toBe('ASK { ?d dipf:matches "ab" }')
  })

  test('lines keep their numbers', () => {
    const query = `${PROLOGUE}\nSELECT *\n{ ?d\n f:matches\n "ab"\n. ?d e:t ?t\n}`
    expect(expand(query, BASE, seek)?.split('\n').indexOf(' ?d e:t ?t')).toBe(5)
  })

  test('a long query takes no longer than its length', () => {
    const start = performance.now()
    const clauses = Array.from({ length: 3000 }, (_, i) => `e:p${i} ?o${i}`).join(' ; ')
    expect(expanded(`ASK { ?d f:matches "ab" ; ${clauses} . ?e f:matches "none" ${'# '.repeat(9000)}\n }`)).toContain(
      A_B,
    )
    const list = `VALUES ?v { ${'1 '.repeat(130_000)} }`
    expect(expanded(`ASK { ?d f:matches "ab" ${list} }`)).toContain(A_B)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  test('what cannot be read here is left to the engine', () => {
    expect(expanded('SELECT * { ?d f:matches "ab" ')).toBeUndefined()
    expect(expanded('SELECT * { ?d f:matches "ab" ; a other:T, dcterms:X }')).toBe(
      `SELECT * { ${A_B} ?d a other:T, dcterms:X }`,
    )
    // An escape of an escape: positions cannot be told.
    expect(expanded('SELECT * { ?d f:matches "\\u005Cu0061b" }')).toBeUndefined()
  })
})

describe('with a graph it joins', () => {
  const store = new Store()
  store.load('<http://x/a> <http://e/t> "A" .\n<http://x/b> <http://e/t> "B" .\n<http://x/c> <http://e/t> "C" .\n', {
    format: 'application/n-quads',
  })
  const rows = (query: string) =>
    String(store.query(expand(PROLOGUE + query, BASE, seek) ?? '', { results_format: 'text/csv' }))
      .trim()
      .split('\r\n')
      .slice(1)
  test.each([
    ['SELECT ?t { ?d f:matches "ab" ; e:t ?t } ORDER BY ?t', ['A', 'B']],
    ['SELECT ?t { ?d f:matches "ab", "bc" ; e:t ?t }', ['B']],
    ['SELECT ?t { ?d f:matches "none" ; e:t ?t }', []],
    ['SELECT ?t { ?d e:t ?t FILTER EXISTS { ?d f:matches "ab" } } ORDER BY ?t', ['A', 'B']],
    ['SELECT ?t { ?d e:t ?t FILTER NOT EXISTS { ?d f:matches "ab" } }', ['C']],
    ['SELECT ?t { ?d e:t ?t MINUS { ?d f:matches "ab" } }', ['C']],
    ['SELECT ?t ?s { ?d e:t ?t OPTIONAL { (?d ?s) f:matches "ab" } } ORDER BY ?t', ['A,3.25', 'B,0.00000204', 'C,']],
    ['SELECT ?t { { ?d f:matches "ab" } UNION { ?d f:matches "bc" } ?d e:t ?t } ORDER BY ?t', ['A', 'B', 'B', 'C']],
    ['SELECT ?t { { SELECT ?d { (?d ?s) f:matches "bc" } ORDER BY DESC(?s) LIMIT 1 } ?d e:t ?t }', ['B']],
    ['SELECT ?t { e:x f:matches "ab" . ?d e:t ?t }', []],
    ['SELECT ?t { ?d e:t ?t OPTIONAL { e:x f:matches "ab" . ?d e:t ?u } } ORDER BY ?t', ['A', 'B', 'C']],
  ])('%s', (query, expected) => expect(rows(query)).toEqual(expected))
})

describe('where nothing can be sought, it is said', () => {
  const refused = (query: string) => {
    try {
      return expanded(query)
    } catch (error) {
      return error as EngineError
    }
  }
  test.each([
    ['a variable for the words', 'SELECT * { ?w e:t ?x . ?d f:matches ?w }', /has to be written in the query/],
    ['a number', 'SELECT * { ?d f:matches 5 }', /has to be a string/],
    ['a language', 'SELECT * { ?d f:matches "ab"@en }', /has to be a string/],
    ['an IRI', 'SELECT * { ?d f:matches e:x }', /has to be a string/],
    ['no words', 'SELECT * { ?d f:matches () }', /has to be a string/],
    ['a path', 'SELECT * { ?d e:x/f:matches "ab" }', /no place in a path/],
    ['an inverse path', 'SELECT * { ?d ^f:matches "ab" }', /no place in a path/],
    ['a variable for the predicate', 'SELECT * { ?d ?p "ab" VALUES ?p { f:matches } }', /can only be the predicate/],
    ['a subject', 'SELECT * { f:matches ?p ?o }', /can only be the predicate/],
    ['a filter', 'SELECT * { ?d ?p ?o FILTER(?p = f:matches) }', /can only be the predicate/],
    ['a template', 'CONSTRUCT { ?d f:matches "ab" } WHERE { ?d a e:T }', /no place in a path, a template/],
    ['the short form', 'CONSTRUCT WHERE { ?d f:matches "ab" }', /no place in a path, a template/],
    ['a blank node', 'SELECT * { _:n f:matches "ab" }', /between a variable and a string/],
    ['brackets', 'SELECT * { ?x e:t [ f:matches "ab" ] }', /pair of brackets/],
    ['empty brackets', 'SELECT * { [] f:matches "ab" }', /between a variable and a string/],
    ['three subjects', 'SELECT * { (?d ?s ?t) f:matches "ab" }', /two in parentheses/],
    ['one variable twice', 'SELECT * { (?d ?d) f:matches "ab" }', /two variables/],
    ['a score that is known', 'SELECT * { (?d 1) f:matches "ab" }', /two in parentheses/],
    ['another predicate of a pair', 'SELECT * { (?d ?s) f:matches "ab" ; a e:T }', /no other predicate/],
    ['a limit of nothing', 'SELECT * { ?d f:matches ("ab" 0) }', /from 1 to 5000/],
    ['a limit that is none', 'SELECT * { ?d f:matches ("ab" "5") }', /from 1 to 5000/],
    ['more than a limit', 'SELECT * { ?d f:matches ("ab" 5 5) }', /from 1 to 5000/],
    ['what is no word', 'SELECT * { ?d f:matches "unsayable" }', /There is no word/],
    ['too many searches', `SELECT * { ${'?d f:matches "ab" . '.repeat(21)} }`, /20 times/],
  ])('%s', (_name, query, message) => {
    const error = refused(query)
    expect(error).toBeInstanceOf(EngineError)
    expect(error).toMatchObject({ code: 'syntax', message: expect.stringMatching(message), line: 1 })
  })

  test('with the place', () => {
    const error = refused('SELECT * {\n  ?d f:matches ?w }')
    expect(error).toMatchObject({ line: 2, column: 16, message: expect.stringMatching(/^Line 2, column 16: /) })
  })

  test('more matches than a query may take', () => {
    expect(refused('SELECT * { ?d f:matches "many" }')).toMatchObject({
      code: 'too-large',
      message: expect.stringMatching(/More than 5000 documents have "many".*\("many" 100\)\.$/),
    })
    expect(refused('SELECT * { ?d f:matches ("many" 10) }')).toBe('SELECT * { VALUES ?d { } }')
  })
})
