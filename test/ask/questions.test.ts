/** The questions of historians that the form can ask: the query of the form has the rows of the question. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addressOf, readQuestion } from '../../src/ask/question.ts'
import { questionsFor } from '../../src/commands/questions.ts'
import { askedSample } from '../asked-sample.ts'
import { asked, model } from './sample.ts'

const data = join(import.meta.dirname, '../../data')
const { answer: answerTo } = askedSample()

type Rows = readonly Readonly<Record<string, string>>[]
interface Results {
  readonly results: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] }
}

function answer(query: string): Rows {
  const json = answerTo(query, 'json')
  const { bindings } = (JSON.parse(json) as Results).results
  return bindings.map((row) => Object.fromEntries(Object.entries(row).map(([name, { value }]) => [name, value])))
}

/** The different rows of some columns, in one order. */
const rowsOf = (rows: Rows, columns: readonly string[]): readonly string[] =>
  [...new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column] ?? ''))))].sort()

const questions = questionsFor({ queries: join(data, 'queries') })
const ready = questions.filter(({ form }) => form !== undefined)

/** By question: each column of its query, and the column of the form that has the same. */
const SAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '02': { ordinal: 'ordinal', line: 'recipientLabel', recipient: 'recipient' },
  '03': { document: 'document', title: 'title' },
  '05': { codeName: 'nameValue', person: 'name', title: 'attestedIn' },
  '08': { invitation: 'respondsTo', accepting: 'actor', words: 'quote' },
  '11': { person: 'name', position: 'position', day: 'attestedOn' },
  '13': { title: 'title', office: 'assignedBy', day: 'assignedOn', number: 'referenceNumber' },
  '17': { day: 'date', document: 'correspondence', title: 'title' },
  '20': { call: 'label', participant: 'participant' },
  '22': { day: 'date', content: 'content', condition: 'condition', words: 'quote' },
  '25': { title: 'title', rule: 'handlingCaveat' },
  '28': { document: 'document', heading: 'subject' },
  '29': { day: 'date', document: 'document', title: 'title' },
  '33': { day: 'date', person: 'appointee', position: 'appointedTo', how: 'factuality', words: 'quote' },
  '37': { translator: 'translator', project: 'translatedFor', supporter: 'supportedBy', title: 'title' },
  '38': { uploaded: 'uploadedOn', title: 'title' },
  '41': { title: 'title', filippov: 'sender' },
  'word-in-a-title': { document: 'document', title: 'title' },
  'most-frequent-subjects': { heading: 'subject', documents: 'documents' },
  'who-is-named-most': { name: 'mentions', documents: 'documents' },
  'who-wrote-to-whom': { author: 'author', addressee: 'addressee', documents: 'documents' },
  'requests-in-their-words': { asking: 'actor', words: 'quote' },
  visits: { visit: 'visit', label: 'label', how: 'factuality' },
  'documents-by-archive': { name: 'unitOf', documents: 'documents' },
}

describe('the questions that the form can ask', () => {
  test('are written in the files of the questions as the form writes them', () => {
    for (const { id, form = '', query } of ready) {
      const { question, faults } = readQuestion(new URLSearchParams(form), model)
      expect({ id, faults, form: question && addressOf(question) }).toEqual({ id, faults: [], form })
      expect(query).not.toContain(form)
    }
    const files = (readdirSync(join(data, 'queries'), { recursive: true }) as string[]).filter(
      (name) => name.endsWith('.rq') && readFileSync(join(data, 'queries', name), 'utf8').includes('\n# Form: '),
    )
    expect(ready).toHaveLength(files.length)
    expect(Object.keys(SAME).filter((id) => !ready.some((question) => question.id === id))).toEqual([])
  })

  test.each(ready.map(({ id, form = '' }) => ({ id, form })))('$id has an answer', ({ form }) => {
    const { query, columns } = asked(form)
    const rows = answer(query)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.flatMap((row) => Object.keys(row)).filter((name) => !columns.includes(name))).toEqual([])
  })

  test.each(Object.keys(SAME))('%s has the rows of the question', (id) => {
    const { form = '', query } = ready.find((question) => question.id === id) ?? { query: '' }
    const columns = Object.entries(SAME[id] ?? {})
    const wanted = answer(query.replace(/^LIMIT \d+$/m, ''))
    const found = answer(asked(`${form}&limit=all`).query)
    expect(
      rowsOf(
        found,
        columns.map(([, own]) => own),
      ),
    ).toEqual(
      rowsOf(
        wanted,
        columns.map(([theirs]) => theirs),
      ),
    )
    expect(wanted.length).toBeGreaterThan(0)
  })
})
