import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Shelf } from '../../src/search/functions.ts'
import { openIndex, type SearchIndex, type SearchOptions } from '../../src/search/read.ts'
import { type DocumentEntry, type Entry, writeIndex } from '../../src/search/write.ts'

const IRI = 'http://a/id/'
const document = (name: string, body?: string, more: Partial<DocumentEntry> = {}): DocumentEntry => ({
  shelf: 'documents',
  iri: `${IRI}document/${name}`,
  title: [],
  names: [],
  summary: [],
  facets: [],
  ...(body !== undefined && { body }),
  ...more,
})
const ENTRIES: readonly Entry[] = [
  document('1', 'The rains have begun; the bridge at Anju is gone.'),
  document('2', 'A bridge is a bridge. The rain does not end.', { title: ['Note on bridges'] }),
  document('3', 'Écrit à Pékin: 致毛泽东同志。', { names: ['Mao Zedong', 'Zhou Enlai'] }),
  document('4', undefined, { title: ['Telegram about the bridge at Anju'] }),
  {
    shelf: 'things',
    iri: `${IRI}person/joseph-stalin`,
    label: ['Joseph Stalin'],
    names: ['Filippov', 'Feng Xi', 'Сталин'],
  },
  { shelf: 'things', iri: `${IRI}place/anju`, label: ['Anju'], names: ['안주', '安州'] },
]

const folder = mkdtempSync(join(tmpdir(), 'search-'))
const path = join(folder, 'search-4.sqlite')
let index: SearchIndex
beforeAll(() => {
  writeIndex(path, ENTRIES)
  index = openIndex(path)
})
afterAll(() => {
  index.close()
  rmSync(folder, { recursive: true })
})
const ask = (shelf: Shelf, words: string, options: Partial<SearchOptions> = {}) => {
  const found = index.search(shelf, words, { most: 10, isRanked: false, ...options })
  return 'fault' in found ? found.fault : found.hits.map(({ iri }) => iri.slice(iri.lastIndexOf('/') + 1))
}

describe('a search index', () => {
  test.each<[Shelf, string, readonly string[]]>([
    ['documents', 'bridge', ['1', '2', '4']],
    ['documents', 'BRIDGE Anju', ['1', '4']],
    ['documents', 'rain', ['2']],
    ['documents', 'rain*', ['1', '2']],
    ['documents', '"bridge at Anju"', ['1', '4']],
    ['documents', '"Anju at"', []],
    ['documents', '"at An"*', ['1', '4']],
    ['documents', 'ecrit pekin', ['3']],
    ['documents', '毛泽东', ['3']],
    ['documents', '泽', ['3']],
    ['documents', '志', ['3']],
    ['documents', '毛东', []],
    ['documents', 'Stalin', []],
    ['documents', 'title', []],
    // Values of one field are no phrase.
    ['documents', '"Mao Zedong"', ['3']],
    ['documents', '"Zedong Zhou"', []],
    ['things', 'filippov', ['joseph-stalin']],
    ['things', '"feng xi"', ['joseph-stalin']],
    ['things', 'сталин', ['joseph-stalin']],
    ['things', '안*', ['anju']],
    ['things', '安', ['anju']],
    ['things', 'bridge', []],
  ])('%s: %s', (shelf, words, expected) => expect(ask(shelf, words)).toEqual(expected))

  test('the best come first: a title says more than a text', () => {
    expect(ask('documents', 'bridge', { isRanked: true })).toEqual(['4', '2', '1'])
    const found = index.search('documents', 'bridge', { most: 2, isRanked: true })
    expect(found).toMatchObject({ isWhole: false, hits: [{ score: expect.any(Number) }, {}] })
  })

  test('it says whether there is more', () => {
    expect(index.search('documents', 'bridge', { most: 3, isRanked: false })).toMatchObject({ isWhole: true })
    expect(index.search('documents', 'bridge', { most: 2, isRanked: false })).toMatchObject({ isWhole: false })
  })

  test('what cannot be sought is said', () => expect(ask('documents', '…')).toBe('There is no word in "…".'))

  test('it gives the texts', () => {
    expect(index.text(`${IRI}document/3`)).toBe('Écrit à Pékin: 致毛泽东同志。')
    expect(index.text(`${IRI}document/4`)).toBeUndefined()
    expect(index.text(`${IRI}document/none`)).toBeUndefined()
  })

  test('several read it at once, and write nothing', () => {
    const others = [openIndex(path), openIndex(path)]
    for (const other of others)
      expect(other.search('things', 'anju', { most: 1, isRanked: true })).toMatchObject({ hits: [{}] })
    for (const other of others) other.close()
    expect(readdirSync(folder)).toEqual(['search-4.sqlite'])
  })

  test('equal entries give equal bytes', () => {
    const again = join(folder, 'again.sqlite')
    const { bytes } = writeIndex(again, ENTRIES)
    expect(readFileSync(again).equals(readFileSync(path))).toBe(true)
    expect(bytes).toBe(readFileSync(path).length)
    rmSync(again)
  })

  test('what is no index is an error', () => {
    expect(() => openIndex(join(folder, 'none.sqlite'))).toThrow()
  })
})
