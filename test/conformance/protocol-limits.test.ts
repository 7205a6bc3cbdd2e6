/** The bound on rows changes nothing else: every SELECT of the W3C query tests, bounded and as it was written. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Store } from 'oxigraph'
import { describe, expect, test } from 'vitest'
import { EngineError } from '../../src/engine/engine.ts'
import { planQuery } from '../../src/engine/query.ts'
import { hasMoreRows } from '../../src/engine/rows.ts'

const SUITE = join(import.meta.dirname, '../../../shared/suites/rdf-tests/sparql')
const BASE = 'http://example.org/base/'
const TSV = 'text/tab-separated-values'
const isThere = existsSync(SUITE)
if (!isThere) console.warn('The W3C test suites are not in ../shared/suites: the tests of the bound are left out.')

const queries = isThere
  ? (readdirSync(SUITE, { recursive: true }) as string[]).filter((file) => file.endsWith('.rq')).sort()
  : []

const stores = new Map<string, Store>()

/** All data beside a query: more than its test means, and the same for both of its forms. */
function storeOf(folder: string): Store {
  const known = stores.get(folder)
  if (known !== undefined) return known
  const store = new Store()
  stores.set(folder, store)
  for (const name of readdirSync(join(SUITE, folder)).filter((file) => file.endsWith('.ttl')))
    try {
      store.load(readFileSync(join(SUITE, folder, name), 'utf8'), { format: 'text/turtle', base_iri: BASE + name })
    } catch {
      // Some are wrong on purpose.
    }
  return store
}

const rowsOf = (store: Store, query: string): string[] =>
  String(store.query(query, { results_format: TSV, base_iri: BASE, use_default_graph_as_union: true }))
    .replace(/_:\w+/g, '_:b')
    .split('\n')
    .slice(0, -1)

/** The query where the engine takes it and its answer is the same each time. */
function steady(file: string): { readonly store: Store; readonly text: string; readonly rows: string[] } | undefined {
  const text = readFileSync(join(SUITE, file), 'utf8')
  const store = storeOf(dirname(file))
  try {
    if (planQuery(text, BASE, 1).form !== 'select') return undefined
    const rows = rowsOf(store, text)
    return rows.join() === rowsOf(store, text).join() ? { store, text, rows } : undefined
  } catch {
    return undefined
  }
}

describe.skipIf(!isThere)('the SELECTs of the W3C query tests', () => {
  let compared = 0
  test.each(queries)('%s', (file) => {
    const found = steady(file)
    if (found === undefined) return
    const { store, text, rows } = found
    compared++
    expect(rowsOf(store, planQuery(text, BASE, 1_000_000).text)).toEqual(rows)
    const bounded = rowsOf(store, planQuery(text, BASE, 2).text)
    expect(bounded).toEqual(rows.slice(0, 4))
    expect(hasMoreRows(`${bounded.join('\n')}\n`, TSV, 2)).toBe(rows.length > 3)
  })

  test('are many', () => {
    expect(compared).toBeGreaterThan(300)
  })

  test('SERVICE is found in all of those that have it', () => {
    const services = queries.filter((file) => /^[^#]*\bservice\b/im.test(readFileSync(join(SUITE, file), 'utf8')))
    const refused = services.filter((file) => {
      try {
        planQuery(readFileSync(join(SUITE, file), 'utf8'), BASE, 1)
        return false
      } catch (error) {
        return error instanceof EngineError && error.code === 'refused'
      }
    })
    expect(refused).toEqual(services)
    expect(services.length).toBeGreaterThan(0)
  })
})
