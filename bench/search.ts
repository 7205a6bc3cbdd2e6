/**
 * Searches in an index as large as that of a release, and in one ten times as large, in which each document stands ten
 * times: the time of an answer in the thread that gives it, with passages, the counts of all facets and years.
 * Usage: node bench/search.js RELEASE FOLDER
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dateOf } from '../dist/search/columns.js'
import { MOST_ROLES } from '../dist/search/facets.js'
import { readColumns } from '../dist/search/held-columns.js'
import { INDEX, NO_DAY, openDatabase } from '../dist/search/index-file.js'
import type { Question, Result } from '../dist/search/question.js'
import { openIndex } from '../dist/search/read.js'
import { type Entry, type FacetValue, writeIndex } from '../dist/search/write.js'
import { at } from './crawl.ts'
import { WORDS } from './sought.ts'
import { say, table } from './table.ts'

const SIZES = [1, 10]
const CONDITIONS: readonly Partial<Question>[] = [
  {},
  { from: '1945-01-01', to: '1949-12-31' },
  { chosen: { type: ['telegram'] } },
  { order: 'date' },
  { offset: 40 },
]

/** What an index has, read back: each document under as many names as asked. */
function* entriesOf(path: string, times: number): Generator<Entry> {
  const database = openDatabase(path)
  const columns = readColumns(database)
  const values = new Map<string, FacetValue>()
  for (const { facet, number, iri, key } of database.all('SELECT * FROM value'))
    values.set(`${facet} ${number}`, { facet: String(facet), iri: String(iri), key: String(key) })
  const facetsOf = (place: number): FacetValue[] =>
    columns.facets.flatMap(({ facet, starts, members }) =>
      [...members.subarray(starts[place], starts[place + 1])].flatMap((member) => {
        const value = values.get(`${facet.name} ${Math.floor(member / MOST_ROLES)}`)
        const role = facet.roles[member % MOST_ROLES]?.name
        return value === undefined ? [] : [{ ...value, ...(role !== undefined && { role }) }]
      }),
    )
  const documents = database.all(
    `SELECT thing.id AS id, iri, label, date, summary, text FROM thing LEFT JOIN document USING (id) ORDER BY thing.id`,
  )
  const isDocument = (id: number) => id >= columns.first && id < columns.first + columns.count
  for (const { id, iri, label, date, summary, text } of documents) {
    const place = Number(id) - columns.first
    if (!isDocument(Number(id))) {
      yield { shelf: 'things', iri: String(iri), label: [String(label)], names: [] }
      continue
    }
    const [first = NO_DAY, last = NO_DAY] = [columns.earliest[place], columns.latest[place]]
    const known = {
      shelf: 'documents' as const,
      title: [String(label)],
      names: [],
      summary: summary === null ? [] : [String(summary)],
      facets: facetsOf(place),
      ...(text !== null && { body: String(text) }),
      ...(date !== null && { date: String(date) }),
      ...(first !== NO_DAY && { earliest: dateOf(first), latest: dateOf(last) }),
    }
    for (let time = 0; time < times; time++) yield { ...known, iri: time === 0 ? String(iri) : `${iri}~${time}` }
  }
  database.close()
}

const [release] = process.argv.slice(2)
if (release === undefined) throw new Error('Name the folder of a release.')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
const rows: (string | number)[][] = []
for (const times of SIZES) {
  const path = join(folder, `${times}.sqlite`)
  writeIndex(path, entriesOf(join(release, 'current', INDEX), times))
  const index = openIndex(path)
  const ask = (question: Partial<Question>): number => {
    const start = performance.now()
    const answer = index.find({
      words: '',
      chosen: {},
      order: 'relevance',
      offset: 0,
      limit: 20,
      values: 9,
      ...question,
    })
    if ('fault' in answer) throw new Error(answer.fault)
    return performance.now() - start
  }
  const start = performance.now()
  ask({})
  const loaded = performance.now() - start
  const { total } = index.find({ words: '', chosen: {}, order: 'date', offset: 0, limit: 0, values: 0 }) as Result
  for (const words of WORDS) for (const more of CONDITIONS) ask({ words, ...more })
  const timesOf = (words: readonly string[]) =>
    words.flatMap((sought) => CONDITIONS.map((more) => ask({ words: sought, ...more })))
  const [rare, frequent] = [timesOf(WORDS.filter((words) => words !== 'the')), timesOf(['the'])]
  const none = timesOf([''])
  rows.push([
    total,
    (statSync(path).size / 1e6).toFixed(0),
    loaded.toFixed(0),
    at(none, 0.5).toFixed(1),
    at(rare, 0.5).toFixed(1),
    at(rare, 0.95).toFixed(1),
    at(frequent, 0.5).toFixed(1),
  ])
  index.close()
}
table(['documents', 'index, MB', 'first, ms', 'no words, ms', 'words, ms', 'words, p95, ms', '“the”, ms'], rows)
rmSync(folder, { recursive: true, force: true })
say('Conditions, orders and pages among them; “the” is in nearly every document.')
