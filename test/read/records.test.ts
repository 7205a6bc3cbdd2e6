/** Structured records: what the configuration may say, and files that are broken, hostile or unknown. */
import { expect, test } from 'vitest'
import { records } from '../../src/config/records.ts'
import { readAll } from './context.ts'
import { falseEvidence } from './evidence.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const mapping = records({
  'export/*.csv': { source: 'example', separator: ';', columns: { record: 'id', title: 'title', subjects: 'topics' } },
  'catalogue.json': {
    source: 'example',
    list: 'response.docs',
    columns: { record: 'id', title: 'titles.value', authors: [{ column: 'who', separator: ' and ' }] },
  },
})
const read = (path: string, text: string | Uint8Array) =>
  readAll({ path, bytes: typeof text === 'string' ? encode(text) : text }, { records: mapping })
const codes = async (path: string, text: string | Uint8Array) =>
  (await read(path, text)).flatMap(({ problems }) => problems.map(({ code }) => code))
const failure = (value: unknown) => {
  try {
    records(value)
    return undefined
  } catch (error) {
    return (error as Error).message
  }
}

test('what is wrong in a mapping is said, with what may be meant', () => {
  const columns = { title: 'Title' }
  expect(failure({ 'a.csv': { source: 'x', columns: { titel: 'T' } } })).toContain('did you mean title?')
  expect(failure({ 'a.csv': { source: 'x', columns, delimeter: ';' } })).toContain('did you mean delimiter?')
  expect(failure({ 'a.csv': { columns } })).toContain('is missing')
  expect(failure({ 'a.csv': { source: 'Our Archive', columns } })).toContain('a short key')
  expect(failure({ 'a.csv': { source: 'x', columns: { date: 'D' } } })).toContain('title or of the record')
  expect(failure({ 'a.csv': { source: 'x', columns, encoding: 'latin-99' } })).toContain('character encoding')
  expect(failure({ 'a.csv': { source: 'x', columns: { title: { colum: 'T' } } } })).toContain('did you mean column?')
  expect(failure({ 'a.csv': { source: 'x', columns, dateOrder: 'day-month' } })).toBeUndefined()
})

test('a pattern names files by their name or the end of their path', async () => {
  const table = 'id,title\n1,A letter\n'
  expect((await read('data/export/a.csv', table)).some(({ form }) => form === 'table')).toBe(true)
  expect((await read('data/other/a.csv', table)).some(({ form }) => form === 'table')).toBe(false)
})

test('a list in a member is read, members of members are columns, and several values stand in one', async () => {
  const docs = [{ id: 7, titles: [{ value: 'A note' }], who: 'Anna Bell and Karl Dorn', extra: { deep: true } }]
  const [reading, last] = await read('catalogue.json', JSON.stringify({ response: { docs } }))
  const [document] = reading?.documents ?? []
  expect(document?.title?.value).toBe('A note')
  expect(document?.record?.value).toBe('7')
  expect(document?.parties.map(({ value }) => value.name.label)).toEqual(['Anna Bell', 'Karl Dorn'])
  expect(last?.problems.map(({ message }) => message).join()).toContain('extra.deep')
})

test('records that nothing maps are told by their columns', async () => {
  const [json] = await read('x.json', '[{"Titel": "Brief", "Jahr": 1950}]')
  expect(json?.problems.map(({ message }) => message).join()).toContain('with the columns Titel, Jahr')
  const table = await read('x.csv', 'Titel;Jahr;Ort\nBrief;1950;Bonn\nNote;1951;Wien\n')
  expect(table.flatMap(({ problems }) => problems.map(({ code }) => code))).toContain('records-unmapped')
})

test('JSON Lines: a broken line leaves the others', async () => {
  const lines = ['{"record_id":"1","title":"A","original_publication_date":"1950"}', '{"record_id":"2","title', '7']
  const readings = await read('x', [...lines, lines[0]?.replace('"1"', '"3"')].join('\n'))
  expect(readings.flatMap(({ documents }) => documents.map(({ record }) => record?.value))).toEqual(['1', '3'])
  const broken = readings.flatMap(({ problems }) => problems).filter(({ code }) => code === 'record-broken')
  expect(broken.map(({ line }) => line)).toEqual([2, 3])
})

test('an item of a reference manager is read where its address is of a known publisher', async () => {
  const item = {
    itemType: 'report',
    title: 'Letter, Anna Bell to Karl Dorn',
    url: 'https://digitalarchive.wilsoncenter.org/document/112123',
    date: '1953-03-29',
    creators: [{ lastName: 'Bell', firstName: 'Anna', creatorType: 'author' }],
    tags: [{ tag: 'Trade' }],
  }
  const [reading] = await read('x', JSON.stringify([item]))
  const [document] = reading?.documents ?? []
  expect(document?.record?.value).toBe('112123')
  expect(document?.subjects.map(({ value }) => value.label)).toEqual(['Trade'])
  expect(document?.parties.filter(({ value }) => value.role === 'cataloguedAuthor')[0]?.words).toBe('Bell, Anna')
  const elsewhere = await codes('x', JSON.stringify([{ ...item, url: 'https://archive.example.org/7' }]))
  expect(elsewhere).toEqual(['records-unmapped'])
})

test('hostile records are refused or read, in time', async () => {
  expect(await codes('x', `[{"a":${'['.repeat(300_000)}`)).toEqual(['record-broken'])
  expect(await codes('x', `[{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)}}]`)).toEqual(['record-broken'])
  expect(await codes('x', '{"a":'.repeat(50_000))).toEqual(['record-broken'])
  expect(await codes('export/a.csv', 'id,title\n1,"never closed\n2,x\n')).toContain('record-broken')
  expect(await codes('export/a.csv', `id,title\n1,${'word '.repeat(400_000)}\n`)).not.toContain('internal-fault')
  expect(await codes('export/a.csv', 'id,title\n')).toEqual(['records-none'])
  expect(await codes('export/a.csv', '\n\n')).toEqual(['input-empty'])
  expect(await codes('export/a.csv', new Uint8Array([0x69, 0x64, 0x2c, 0x00, 0x01]))).toEqual(['input-binary'])
})

test('a long table stays linear', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) => `${at},Letter ${at},peace;war`)
  const readings = await read('export/a.csv', ['id,title,topics', ...rows].join('\r\n'))
  expect(readings.filter(({ documents }) => documents.length === 1)).toHaveLength(3000)
  expect(readings.slice(0, 20).flatMap(falseEvidence)).toEqual([])
  expect(readings.at(-1)?.documents[0]?.subjects.map(({ value }) => value.label)).toEqual(['peace', 'war'])
}, 20_000)
