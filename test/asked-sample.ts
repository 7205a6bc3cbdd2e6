/** The sample collection in a store, asked as the service asks it: words that a query seeks are found first. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from 'oxigraph'
import { afterAll, beforeAll } from 'vitest'
import { loadSettings } from '../src/config.ts'
import { expand } from '../src/engine/words/expand.ts'
import { publish } from '../src/publish.ts'
import { INDEX } from '../src/search/index-file.ts'
import { openIndex, type SearchIndex } from '../src/search/read.ts'

const data = join(import.meta.dirname, '../data')
const BASE = 'http://localhost:3000/sparql'

export interface AskedSample {
  readonly store: Store
  /** The answer in a format of results. */
  answer(query: string, format: string): string
}

/** Publishes the collection before the tests of a file, and removes it behind them. */
export function askedSample(): AskedSample {
  const out = mkdtempSync(join(tmpdir(), 'asked-'))
  const store = new Store()
  let index: SearchIndex
  beforeAll(async () => {
    const { settings } = loadSettings({ beside: [data], environment: {}, flags: { out } })
    await publish([join(data, 'documents')], { settings: { ...settings, registry: join(out, 'registry.csv') } })
    store.load(readFileSync(join(out, 'current/dumps/all.nq'), 'utf8'), { format: 'application/n-quads' })
    index = openIndex(join(out, 'current', INDEX))
  }, 120_000)
  afterAll(() => {
    index.close()
    rmSync(out, { recursive: true })
  })
  return {
    store,
    answer: (query, format) =>
      store.query(expand(query, BASE, index.search) ?? '', {
        results_format: format,
        use_default_graph_as_union: true,
      }) as string,
  }
}
