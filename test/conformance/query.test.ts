/** The W3C tests of SPARQL queries, 1.0 and 1.1, asked over HTTP of a scratch store; results in all four formats. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { serialise } from '../../src/rdf/serialise.ts'
import { canonical } from '../sparql-results.ts'
import { isThere, type QueryTest, readGraph, readTests } from './query-manifest.ts'
import { byValue, canonicalGraph, distinct, readExpected } from './query-results.ts'
import { type Scratch, startScratch } from './scratch.ts'

/** What the engine does otherwise, and why. A test that is here and passes fails the run, as one that fails and is not. */
const OTHERWISE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'The store keeps what a number is worth, not how it was written: 01 and 1 are one term, 1.0E6 comes back as 1000000, and an integer of a narrower type as an integer.':
      [
        'sparql10/distinct/distinct-1',
        'sparql10/distinct/distinct-9',
        'sparql10/expr-builtin/dawg-str-1',
        'sparql10/expr-builtin/dawg-str-2',
        'sparql10/expr-builtin/sameTerm-simple',
        'sparql10/expr-builtin/sameTerm-eq',
        'sparql10/expr-builtin/sameTerm-not-eq',
        'sparql10/expr-equals/eq-graph-1',
        'sparql10/expr-equals/eq-graph-2',
        'sparql10/open-world/open-eq-01',
        'sparql11/csv-tsv-res/csv03',
        'sparql11/csv-tsv-res/tsv03',
      ],
    'The time zone +00:00 comes back as Z, which is the same.': ['sparql10/open-world/date-3'],
    'Dates with and without a time zone are compared where XML Schema calls them incomparable.': [
      'sparql10/open-world/date-2',
    ],
    'A function that the engine does not know is refused when the query is read, not when it is called.': [
      'sparql10/syntax-sparql1/syntax-expr-05',
      'sparql10/syntax-sparql1/syntax-order-05',
      'sparql10/syntax-sparql1/syntax-order-06',
      'sparql10/syntax-sparql2/syntax-function-01',
      'sparql10/syntax-sparql2/syntax-function-02',
      'sparql10/syntax-sparql2/syntax-function-03',
      'sparql10/syntax-sparql2/syntax-function-04',
      'sparql11/syntax-query/test_4',
    ],
    'GRAPH with a variable around a pattern that matches no triple of the graph (FILTER, VALUES, MINUS, an aggregate) does not run over the graphs.':
      [
        'sparql10/graph/graph-variable-scope',
        'sparql10/graph/graph-optional',
        'sparql11/aggregates/agg-empty-group-count-graph',
        'sparql11/bindings/graph',
        'sparql11/negation/graph-minus',
      ],
    'A path of no steps does not match a constant that the data do not have.': [
      'sparql11/property-path/zero_or_more_set_start',
      'sparql11/property-path/zero_or_more_set_end',
      'sparql11/property-path/zero_or_one_set_start',
      'sparql11/property-path/zero_or_one_set_end',
    ],
    'A FILTER in braces of its own within OPTIONAL sees the variables outside.': [
      'sparql10/optional-filter/dawg-optional-filter-005-not-simplified',
    ],
    'BNODE of one string is one node in all rows, not one in each.': ['sparql11/functions/bnode01'],
    'GROUP_CONCAT keeps a language that all have, as SPARQL 1.2 has it.': [
      'sparql11/aggregates/agg-groupconcat-04',
      'sparql11/aggregates/agg-groupconcat-06',
    ],
    'true and false are written in small letters alone.': ['sparql10/expr-builtin/case-insensitive-booleans'],
    'What could be an IRI in angle brackets or a comparison is read as the comparison.': [
      'sparql10/syntax-sparql3/syn-bad-26',
    ],
  }).flatMap(([reason, ids]) => ids.map((id) => [id, reason])),
)
/** Of SPARQL 1.0 and 1.1. */
const ALL = 820

const tests = isThere ? readTests() : []
if (!isThere) console.warn('The W3C test suites are not in ../shared/suites: the tests of queries are left out.')

describe.skipIf(!isThere)('the W3C tests of queries', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await startScratch()
  })
  afterAll(() => scratch.close())

  async function evaluate({ query, data, result = '', isLax }: QueryTest): Promise<void> {
    const graphs = data.map(async ({ file, iri }) => ({
      iri,
      ntriples: serialise(await readGraph(file), 'ntriples'),
    }))
    await scratch.load(await Promise.all(graphs))
    const { mediaType, read, results } = await readExpected(result)
    const { status, text } = await scratch.query(query, mediaType)
    expect([status, status === 200 ? '' : text]).toEqual([200, ''])
    if (!('variables' in results) && !('boolean' in results)) {
      expect(await canonicalGraph(await parse(text, 'ntriples'))).toEqual(await canonicalGraph(results))
      return
    }
    const [given, wanted] = [byValue(read(text)), byValue(results)]
    const loose = isLax && 'rows' in given && 'rows' in wanted
    expect(await canonical(loose ? distinct(given) : given)).toEqual(await canonical(loose ? distinct(wanted) : wanted))
  }

  async function checkSyntax({ query, kind }: QueryTest): Promise<void> {
    const { status, text } = await scratch.query(query)
    const refusal = status === 400 ? JSON.parse(text).code : status
    expect(refusal, text).toBe(kind === 'positive-syntax' ? 200 : 'syntax')
  }

  for (const queryTest of tests) {
    const { id, kind } = queryTest
    const run = Object.hasOwn(OTHERWISE, id) ? test.fails : test
    run(id, () => (kind === 'evaluation' ? evaluate(queryTest) : checkSyntax(queryTest)))
  }

  test('all of them are here, and all that are otherwise are among them', () => {
    expect(tests).toHaveLength(ALL)
    const ids = new Set(tests.map(({ id }) => id))
    expect(Object.keys(OTHERWISE).filter((id) => !ids.has(id))).toEqual([])
  })
})
