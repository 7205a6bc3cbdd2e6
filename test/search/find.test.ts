/** Documents found by words, facets and dates, and the counts beside them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/search/index-file.ts'
import type { Question, Result } from '../../src/search/question.ts'
import { openIndex, type SearchIndex } from '../../src/search/read.ts'
import { snippetsOf } from '../../src/search/snippets.ts'
import { readAsked } from '../../src/search/words.ts'
import { type DocumentEntry, type Entry, type FacetValue, writeIndex } from '../../src/search/write.ts'

const IRI = 'http://a/id/'
const person = (key: string, role: string): FacetValue => ({ facet: 'person', role, iri: `${IRI}person/${key}`, key })
const type = (key: string): FacetValue => ({ facet: 'type', iri: `http://v/${key}`, key })
const place = (key: string, role: string): FacetValue => ({ facet: 'place', role, iri: `${IRI}place/${key}`, key })
const unit = (key: string, role = 'within'): FacetValue => ({ facet: 'unit', role, iri: `${IRI}unit/${key}`, key })

const document = (name: string, title: string, more: Partial<DocumentEntry>): DocumentEntry => ({
  shelf: 'documents',
  iri: `${IRI}document/${name}`,
  title: [title],
  names: [],
  summary: [],
  facets: [],
  ...more,
})
const ENTRIES: readonly Entry[] = [
  document('1', 'Telegram on rain', {
    body: 'The rains have begun at Pékin.',
    date: '1950-05-14',
    number: '8600-gs',
    earliest: '1950-05-14',
    latest: '1950-05-14',
    facets: [
      person('kim', 'sender'),
      person('mao', 'addressee'),
      person('kim', 'mentioned'),
      type('telegram'),
      place('pyongyang', 'origin'),
      place('moscow', 'destination'),
      unit('f1'),
    ],
  }),
  document('2', 'A journal', {
    summary: ['Rain again; nothing else happened.'],
    date: '1950-06',
    earliest: '1950-06-01',
    latest: '1950-06-30',
    facets: [
      person('kim', 'mentioned'),
      place('pyongyang', 'mentioned'),
      place('pyongyang', 'written'),
      type('journal'),
      unit('f1'),
      unit('f1-op2'),
      unit('f1-op2', 'held'),
    ],
  }),
  document('3', 'Beyond all dates', { facets: [person('mao', 'sender'), type('telegram')] }),
  document('4', 'Zeal', { date: '1949', earliest: '1949-01-01', latest: '1949-12-31', facets: [type('note')] }),
  { shelf: 'things', iri: `${IRI}person/kim`, label: ['Kim'], names: ['Rain Man'] },
  { shelf: 'things', iri: `${IRI}person/mao`, label: ['Mao'], names: [] },
  { shelf: 'things', iri: `${IRI}person/rain`, label: ['Rain'], names: [] },
  { shelf: 'things', iri: `${IRI}unit/f1`, label: ['Fonds 1'], names: ['Rain papers'] },
  { shelf: 'terms', iri: 'http://v/telegram', label: ['telegram'] },
]

const folder = mkdtempSync(join(tmpdir(), 'find-'))
let index: SearchIndex
beforeAll(() => {
  writeIndex(join(folder, 'search-4.sqlite'), ENTRIES)
  index = openIndex(join(folder, 'search-4.sqlite'))
})
afterAll(() => {
  index.close()
  rmSync(folder, { recursive: true })
})

const ALL: Question = { words: '', chosen: {}, order: 'date', offset: 0, limit: 10, values: 10 }
function find(question: Partial<Question>): Result {
  const found = index.find({ ...ALL, ...question })
  if ('fault' in found) throw new Error(found.fault)
  return found
}
const names = (question: Partial<Question>) => find(question).rows.map(({ iri }) => iri.slice(-1))
const counts = (question: Partial<Question>, facet: string) =>
  Object.fromEntries(
    find(question)
      .facets.find((f) => f.facet === facet)
      ?.values.map(({ key, count }) => [key, count]) ?? [],
  )

describe('a search', () => {
  test.each<[string, Partial<Question>, readonly string[]]>([
    ['everything by date, what has none last', {}, ['4', '1', '2', '3']],
    ['the newest first, what has none last', { order: '-date' }, ['2', '1', '4', '3']],
    ['A to Z', { order: 'title' }, ['2', '3', '1', '4']],
    ['words, the best first', { words: 'rain', order: 'relevance' }, ['1', '2']],
    ['words by date', { words: 'rain*' }, ['1', '2']],
    ['a person in any role', { chosen: { person: ['kim'] } }, ['1', '2']],
    ['a person in a role', { chosen: { person: ['kim'] }, roles: ['sender'] }, ['1']],
    ['a place where it was written', { chosen: { place: ['pyongyang'] }, roles: ['written'] }, ['2']],
    ['a place in a role', { chosen: { place: ['pyongyang'] }, roles: ['origin'] }, ['1']],
    ['a unit in a role', { chosen: { unit: ['f1-op2'] }, roles: ['held'] }, ['2']],
    ['a person anyhow, a place in a role', { chosen: { person: ['kim'], place: ['moscow'] }, roles: ['origin'] }, []],
    [
      'what two may be: the person',
      { chosen: { person: ['kim'], place: ['pyongyang'] }, roles: ['mentioned'] },
      ['1', '2'],
    ],
    ['the first in a role, another in any', { chosen: { person: ['kim', 'mao'] }, roles: ['sender'] }, ['1']],
    ['each in a role', { chosen: { person: ['kim', 'mao'] }, roles: ['sender', 'addressee'] }, ['1']],
    ['the first in any role', { chosen: { person: ['kim', 'mao'] }, roles: ['', 'addressee'] }, ['1']],
    ['the second in another', { chosen: { person: ['kim', 'mao'] }, roles: ['', 'sender'] }, []],
    ['the other way round', { chosen: { person: ['mao', 'kim'] }, roles: ['sender'] }, []],
    ['two people in one document', { chosen: { person: ['kim', 'mao'] } }, ['1']],
    ['one of two kinds', { chosen: { type: ['journal', 'note'] } }, ['4', '2']],
    ['a unit and what is within it', { chosen: { unit: ['f1'] } }, ['1', '2']],
    ['from a day on', { from: '1950-05-15' }, ['2']],
    ['what may be of a year', { from: '1949-01-01', to: '1949-12-31' }, ['4']],
    ['to a day', { to: '1950-05-14' }, ['4', '1']],
    ['a second page', { offset: 1, limit: 2 }, ['1', '2']],
    ['among some', { among: [`${IRI}document/3`, `${IRI}document/9`] }, ['3']],
  ])('%s', (_, question, found) => {
    expect(names(question)).toEqual(found)
  })

  test('counts what was found; a facet of which one value is enough, as if none were chosen', () => {
    const question = { chosen: { type: ['telegram'] } }
    expect(find(question).total).toBe(2)
    expect(counts(question, 'type')).toEqual({ telegram: 2, journal: 1, note: 1 })
    expect(counts(question, 'person')).toEqual({ kim: 1, mao: 2 })
    expect(counts({ ...question, from: '1950-01-01' }, 'type')).toEqual({ telegram: 1, journal: 1 })
    expect(counts({ chosen: { person: ['kim'] }, counted: { facet: 'person', role: 'addressee' } }, 'person')).toEqual({
      kim: 0,
      mao: 1,
    })
    expect(find({ from: '1950-01-01' }).years).toEqual([
      { year: 1949, count: 1 },
      { year: 1950, count: 2 },
    ])
    expect(find({}).undated).toBe(1)
  })

  test('shows who wrote to whom, where it lies, and what the words name', () => {
    const [first, second] = find({ words: 'rain*' }).rows
    expect(first?.from).toEqual([{ iri: `${IRI}person/kim`, label: 'Kim' }])
    expect(first?.to).toEqual([{ iri: `${IRI}person/mao`, label: 'Mao' }])
    expect([first?.number, second?.number]).toEqual(['8600-gs', undefined])
    expect(first?.types).toEqual([{ iri: 'http://v/telegram', label: 'telegram' }])
    expect(second?.held).toEqual([{ iri: `${IRI}unit/f1-op2`, label: 'f1-op2' }])
  })

  test('beside them, things of that name: those in most documents first, files last', () => {
    expect(find({ words: 'rain' }).named).toEqual([
      { iri: `${IRI}person/kim`, label: 'Kim' },
      { iri: `${IRI}person/rain`, label: 'Rain' },
      { iri: `${IRI}unit/f1`, label: 'Fonds 1' },
    ])
  })

  test.each<[Partial<Question>, RegExp]>([
    [{ chosen: { person: ['nobody'] } }, /Nothing among the people and bodies .* is nobody/],
    [{ chosen: { colour: ['red'] } }, /no facet colour/],
    [{ chosen: { person: ['kim'] }, roles: ['king'] }, /role king\. There are author/],
    [{ chosen: { person: ['kim'] }, roles: ['sender', 'addressee'] }, /left to be in the role addressee/],
    [{ chosen: { place: ['moscow'] }, roles: ['sender'] }, /role sender\. There are origin, destination/],
    [{ words: '"rain' }, /no fellow/],
  ])('says what cannot be sought: %o', (question, fault) => {
    const found = index.find({ ...ALL, ...question })
    expect('fault' in found && found.fault).toMatch(fault)
  })
})

describe('a snippet', () => {
  const snippets = (text: string, words: string, summary = '') => {
    const asked = readAsked(words)
    const { snippets: found } = snippetsOf({ text, summary }, 'terms' in asked ? asked.terms : [])
    return found.map((parts) => parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join(''))
  }

  test.each([
    ['The rains have begun at Pékin.', 'pekin', ['The rains have begun at [Pékin].']],
    ['The rains have begun.', 'rain*', ['The [rains] have begun.']],
    ['The rains have begun.', 'rain', []],
    ['Comrade Kim Il-sung said', '"Il-sung"', ['Comrade Kim [Il-sung] said']],
    ['致毛泽东同志', '泽东', ['致毛[泽东]同志']],
    ['a (b) c', '"b c"', ['a ([b) c]']],
  ])('%s, %s', (text, words, found) => {
    expect(snippets(text, words)).toEqual(found)
  })

  test('two passages at most, each for other words, cut between words', () => {
    const far = 'word '.repeat(100)
    const found = snippets(`${far}armistice ${far}truce ${far}armistice ${far}`, 'armistice truce')
    expect(found).toHaveLength(2)
    expect(found[0]).toMatch(/^… .*word \[armistice\] word.* …$/)
    expect(found[1]).toContain('[truce]')
  })

  test('the summary where the words are in it, or where there are none', () => {
    expect(snippets('', 'rain', 'It is about rain.')).toEqual(['It is about [rain].'])
    expect(snippetsOf({ text: 'x', summary: 'It is about rain.' }, [])).toEqual({
      snippets: [[{ text: 'It is about rain.', isFound: false }]],
      isSummary: true,
    })
  })
})

test('a question that fails is forgotten: the same with other words is answered, and the index closes', () => {
  const database = openDatabase(join(folder, 'search-4.sqlite'))
  const ask = (sought: string) =>
    database.get('SELECT count(*) AS n FROM documents WHERE documents MATCH ?', [sought])?.['n']
  expect(ask('"rain"')).toBe(2)
  expect(() => ask('"')).toThrow(/unterminated/)
  expect(ask('"rain"')).toBe(2)
  expect(() => ask('"')).toThrow(/unterminated/)
  database.close()
})
