/** Whatever is fed to the readers, they answer with a reading: broken bytes, other people's pages, cut and mixed files. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readAll, readText } from './context.ts'
import { falseEvidence } from './evidence.ts'

const codes = async (bytes: Uint8Array, limits = {}) =>
  (await readAll({ path: 'x', bytes }, limits)).flatMap(({ problems }) => problems.map(({ code }) => code))
const encode = (text: string) => new TextEncoder().encode(text)

test('inputs that are no text say so', async () => {
  expect(await codes(encode(''))).toEqual(['input-empty'])
  expect(await codes(encode(' \n\t\n'))).toEqual(['input-empty'])
  expect(await codes(encode('%PDF-1.7\nstream'))).toEqual(['pdf-broken'])
  expect(await codes(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14]))).toEqual(['input-binary'])
  expect(await codes(new Uint8Array([0x89, 0x50, 0x00, 0x01, 0x02]))).toEqual(['input-binary'])
  expect(await codes(encode('12345'), { maxInputSize: 4 })).toEqual(['input-too-large'])
})

test('bytes that are no UTF-8 are replaced and reported, the page is read all the same', async () => {
  const page = readFileSync('test/fixtures/read-markdown-bold/input.txt')
  const at = page.indexOf('UN.')
  page[at] = 0xff
  const [reading] = await readAll({ path: 'x', bytes: page })
  expect(reading?.problems.map(({ code }) => code)).toEqual(['input-not-utf8'])
  expect(reading?.documents[0]?.summary?.words).toContain('\ufffd')
})

test('a replacement character that the page itself has is no broken byte', () => {
  const page = readFileSync('test/fixtures/read-markdown-bold/input.txt', 'utf8').replace('UN.', '\ufffd.')
  expect(readText(page).problems).toEqual([])
})

test('a byte order mark is no part of the text', () => {
  const page = readFileSync('test/fixtures/read-markdown-bold/input.txt', 'utf8')
  expect(readText(`\ufeff${page}`).source.text).toBe(page)
})

test('pages of other sites are not recognised', () => {
  expect(readText('A recipe\n\nTake two eggs and beat them well.\n').form).toBe('unrecognised')
  const page = readFileSync('test/fixtures/read-page/input.txt', 'utf8')
  const elsewhere = readText(`https://archive.example.org/document/112123\n${page}`)
  expect(elsewhere.form).toBe('unrecognised')
  expect(elsewhere.problems.map(({ code }) => code)).toEqual(['input-unrecognised'])
})

test('a line of HTML as long as the page takes time in proportion', async () => {
  const read = async (count: number) => {
    const start = process.cpuUsage()
    await codes(encode(`<!doctype html><html><body><p>${'<b>word</b> <i>&amp;</i> '.repeat(count)}</p></body></html>`))
    return process.cpuUsage(start).user
  }
  await read(1000)
  const small = await read(2000)
  // Ten times the length would take a hundred times as long if every piece were looked at with all before it.
  expect(await read(20_000)).toBeLessThan(40 * Math.max(small, 10_000))
})

describe.each(readdirSync('test/fixtures').filter((name) => name.startsWith('read-')))('%s', (name) => {
  const text = readFileSync(`test/fixtures/${name}/input.txt`, 'utf8')

  test('cut anywhere, it is read or refused', () => {
    for (let end = 1; end < text.length; end += 37) expectSound(text.slice(0, end))
    for (let start = 1; start < text.length; start += 61) expectSound(text.slice(start))
  })

  test('with its lines in any order, it is read or refused', () => {
    for (let step = 2; step < 12; step++) expectSound(mixed(text.split('\n'), step).join('\n'))
  })

  test('with other line ends, it gives the same record', () => {
    const plain = readText(text).documents[0]
    const windows = readText(text.replaceAll('\n', '\r\n')).documents[0]
    expect(windows?.parties.map(({ value }) => value)).toEqual(plain?.parties.map(({ value }) => value))
    expect(windows?.title?.value).toBe(plain?.title?.value)
    expect(windows?.summary?.value).toBe(plain?.summary?.value)
  })
})

function expectSound(text: string): void {
  const reading = readText(text)
  expect(reading.problems.filter(({ code }) => code === 'internal-fault')).toEqual([])
  expect(falseEvidence(reading)).toEqual([])
}

/** The lines, every `step`th first: an order that is odd but always the same. */
function mixed(lines: readonly string[], step: number): string[] {
  return lines
    .map((line, at) => ({ line, key: (at % step) * lines.length + at }))
    .sort((a, b) => a.key - b.key)
    .map(({ line }) => line)
}
