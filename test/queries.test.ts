/** The questions of historians, asked of the sample collection: `UPDATE=1 npx vitest run test/queries.test.ts` rewrites the rows. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Store } from 'oxigraph'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readQuestions } from '../src/commands/questions.ts'
import { loadSettings } from '../src/config.ts'
import { expand } from '../src/engine/words/expand.ts'
import { publish } from '../src/publish.ts'
import { INDEX } from '../src/search/index-file.ts'
import { openIndex, type SearchIndex } from '../src/search/read.ts'

const data = join(import.meta.dirname, '../data')
const folder = join(data, 'queries')
const files = readdirSync(folder).filter((name) => name.endsWith('.rq'))
const BASE = 'http://localhost:3000/sparql'
const expectedFile = (file: string) => join(folder, file.replace(/\.rq$/, '.csv'))
const rowsIn = (csv: string): number => csv.trim().split(/\r?\n/).length - 1

const out = mkdtempSync(join(tmpdir(), 'queries-'))
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

const answer = (file: string): string =>
  store.query(expand(readFileSync(join(folder, file), 'utf8'), BASE, index.search) ?? '', {
    results_format: 'text/csv',
    use_default_graph_as_union: true,
  }) as string

describe('the competency questions', () => {
  it('are forty, and one that seeks words', () => {
    expect(files.map((name) => Number(name.slice(0, 2)))).toEqual(Array.from({ length: 41 }, (_, i) => i + 1))
  })

  it.each(files)('%s has the expected rows', (file) => {
    const csv = answer(file).replaceAll('\r\n', '\n')
    if (process.env['UPDATE'] === '1') writeFileSync(expectedFile(file), csv)
    expect(existsSync(expectedFile(file)), `${expectedFile(file)} is missing`).toBe(true)
    expect(csv).toBe(readFileSync(expectedFile(file), 'utf8'))
  })

  it('are answered by the collection, but for those that say why not', () => {
    const silent = files.filter((file) => rowsIn(readFileSync(expectedFile(file), 'utf8')) === 0)
    const explained = files.filter((file) => /^# No row here: /m.test(readFileSync(join(folder, file), 'utf8')))
    expect(silent).toEqual(explained)
    expect(files.length - silent.length).toBeGreaterThanOrEqual(30)
  })
})

describe('the examples of the query page', () => {
  const questions = readQuestions(folder)
  const examples = questions.filter(({ group }) => group !== undefined)

  it('are grouped, in an order, each with a sentence and a name of its own', () => {
    const groups = ['Documents', 'People', 'Meetings and acts', 'Archives', 'Provenance']
    expect([...new Set(examples.map(({ group }) => group))]).toEqual(groups)
    expect(examples.filter(({ sentence }) => !/^[A-Z].*\?$/.test(sentence))).toEqual([])
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(examples.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
    expect(questions.slice(0, 2)).toMatchObject([{ id: '01' }, { id: '02' }])
    expect(readQuestions(join(folder, 'nothing'))).toEqual([])
  })

  it.each(examples.map(({ id, query }) => [id, query] as const))('%s has an answer', (_id, query) => {
    const found = store.query(query, { use_default_graph_as_union: true })
    expect(Array.isArray(found) && found.length).toBeGreaterThan(0)
  })
})
