/** The questions of historians, asked of the sample collection: `UPDATE=1 npx vitest run test/queries.test.ts` rewrites the rows. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { questionsFor, readQuestions } from '../src/commands/questions.ts'
import { askedSample } from './asked-sample.ts'

const data = join(import.meta.dirname, '../data')
const folder = join(data, 'queries')
const files = readdirSync(folder).filter((name) => name.endsWith('.rq'))
const expectedFile = (file: string) => join(folder, file.replace(/\.rq$/, '.csv'))
const rowsIn = (csv: string): number => csv.trim().split(/\r?\n/).length - 1

const { store, answer: answerTo } = askedSample()
const answer = (file: string): string => answerTo(readFileSync(join(folder, file), 'utf8'), 'text/csv')

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
  const questions = questionsFor({ queries: folder })
  const examples = questions.filter(({ group }) => group !== undefined)

  it('are grouped, in an order, each with a sentence and a name of its own', () => {
    const groups = ['Documents', 'People', 'Meetings and acts', 'Archives', 'Provenance']
    expect([...new Set(examples.map(({ group }) => group))]).toEqual(groups)
    expect(examples.filter(({ sentence }) => !/^[A-Z].*\?$/.test(sentence))).toEqual([])
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(examples.filter(({ id }) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([])
    expect(questions.slice(0, 2)).toMatchObject([{ id: '01' }, { id: '02' }])
    expect(readQuestions(join(folder, 'nothing'))).toEqual([])
    expect(questionsFor({ queries: join(folder, 'nothing') })).toEqual(examples)
  })

  it.each(examples.map(({ id, query }) => [id, query] as const))('%s has an answer', (_id, query) => {
    const found = store.query(query, { use_default_graph_as_union: true })
    expect(Array.isArray(found) && found.length).toBeGreaterThan(0)
  })
})
