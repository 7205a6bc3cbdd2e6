/** Books: one reading for each document of a volume, and a clear sentence for what is no such book. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/document.ts'
import { bookIn, bookOf } from './book.ts'
import { brief } from './comparable.ts'
import { readAll } from './context.ts'
import { falseEvidence } from './evidence.ts'

const FOLDER = 'test/fixtures/epub-frus'
const EXPECTED = `${FOLDER}/expected.json`
const readBook = (bytes: Uint8Array): Promise<Reading[]> =>
  readAll({ path: 'volume.epub', bytes }, { maxInputSize: 4e6 })

/** Text and record of each document, empty lists left out, spans on one line. */
function textAndRecord(readings: readonly Reading[]): string {
  const kept = readings.map(({ form, source, documents, problems }) => ({
    part: source.part,
    form,
    lines: source.text.split('\n'),
    documents,
    problems,
  }))
  return `${JSON.stringify(kept, brief, 2)}\n`
}

describe('a volume', async () => {
  const readings = await readBook(bookIn(`${FOLDER}/book`))
  if (process.env.UPDATE !== undefined) writeFileSync(EXPECTED, textAndRecord(readings))

  test('gives the expected records', () => {
    expect(existsSync(EXPECTED), `${EXPECTED} is missing; make it with UPDATE=1`).toBe(true)
    expect(textAndRecord(readings)).toBe(readFileSync(EXPECTED, 'utf8'))
  })

  test('shows the words of every value where they stand', () => {
    expect(readings.flatMap(falseEvidence)).toEqual([])
  })

  test('has one text for each document, all of one file', () => {
    expect(readings.map(({ source }) => source.part)).toEqual(['d34', 'd206', 'd382', 'd742', 'd755', undefined])
    expect(new Set(readings.map(({ source }) => source.rawSha256)).size).toBe(1)
    expect(new Set(readings.map(({ source }) => source.sha256)).size).toBe(6)
  })

  test('puts notes to their places and keeps their marks out of the text', () => {
    const [first] = readings
    const notes = first?.documents[0]?.notes ?? []
    const before = notes.map(({ value }) => first?.source.text.slice((value.at ?? 0) - 11, value.at))
    expect(before).toEqual(['ry of State', 's despatch.', 'in December'].map((words) => words.padStart(11)))
    expect(first?.source.text).toContain('It was written in December.')
  })

  test('says what it does not give, and what was not read', () => {
    const messages = readings.flatMap(({ problems }) => problems.map(({ message }) => message))
    expect(messages).toContain('Document d742 gives no sender or author; nothing is put in its place.')
    expect(messages.at(-1)).toMatch(/^2 parts of the book are no documents and give none: table-of-contents, preface/)
  })

  test('loses one document to a fault in it, and no other', async () => {
    const broken = await readBook(bookIn(`${FOLDER}/book`, { 'OEBPS/d206.html': strToU8('<div class="document"><p>') }))
    expect(broken.map(({ documents }) => documents.length)).toEqual([1, 1, 1, 1, 1, 0])
  })
})

const container = strToU8('<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>')
const opf = (title: string, identifier: string) =>
  strToU8(`<package><metadata><title>${title}</title><identifier>${identifier}</identifier></metadata></package>`)
const message = async (bytes: Uint8Array): Promise<string | undefined> => {
  const readings = await readBook(bytes)
  expect(readings).toHaveLength(1)
  expect(readings[0]?.documents).toEqual([])
  return readings[0]?.problems[0]?.message
}

describe('another book', () => {
  test('is named, with the kinds that are read', async () => {
    const bytes = bookOf({ 'META-INF/container.xml': container, 'book.opf': opf('Gardens', 'isbn 1') })
    expect(await message(bytes)).toMatch(/^This is an EPUB book \(“Gardens”\), but none of those that Dragoman reads/)
  })

  test('without a package document says so', async () => {
    expect(await message(bookOf({ 'a.html': strToU8('<p/>') }))).toMatch(/no package document/)
  })

  test('that is cut off says so', async () => {
    expect(await message(bookIn(`${FOLDER}/book`).subarray(0, 3000))).toMatch(/it is damaged/)
  })

  test('that names a file outside itself is not unpacked', async () => {
    expect(await message(bookOf({ '../../etc/passwd.xml': strToU8('x') }))).toMatch(/outside itself/)
  })

  test('of too many files is not unpacked', async () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`${n}.txt`, new Uint8Array()]))
    expect(await message(bookOf(files))).toMatch(/more than 20000 files/)
  })

  test('a volume without documents says so', async () => {
    const title = 'A volume (Foreign Relations of the United States, 1950)'
    const bytes = bookOf({ 'META-INF/container.xml': container, 'book.opf': opf(title, 'frus1950v06') })
    expect(await message(bytes)).toMatch(/no document stands in it/)
  })
})
