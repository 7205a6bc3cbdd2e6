/** PDF files: the text that is made of pages, and files that are locked, damaged, without text or hostile. */
import { readFileSync, writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { extractBounded } from '../../src/read/pdf/bounded.ts'
import { pageText } from '../../src/read/pdf/page-text.ts'
import { readAll } from './context.ts'
import { column, type DrawnLine, pdfFile } from './pdf-file.ts'

const codes = async (bytes: Uint8Array) =>
  (await readAll({ path: 'x.pdf', bytes })).flatMap(({ problems }) => problems.map(({ code }) => code))

/** The fixture `file-pdf`: a cover as the archive makes it, and the text below it over two pages. */
const cover: readonly DrawnLine[] = [
  { words: 'Digital Archive', x: 198, y: 767, size: 15 },
  { words: 'International History Declassified', x: 198, y: 756 },
  { words: 'digitalarchive.wilsoncenter.org', x: 388, y: 764 },
  { words: 'January 10, 1949', x: 236, y: 704, size: 16 },
  { words: 'Cable, Terebin to Stalin [via Kuznetsov]', x: 144, y: 686, size: 16 },
  { words: 'Citation:', y: 641, size: 14 },
  ...column(
    618,
    '“Cable, Terebin to Stalin [via Kuznetsov],” January 10, 1949, History and Public Policy Program',
    'Digital Archive, APRF: F. 39, Op. 1, D. 31, Ll. 54-58. Translated for CWIHP by Sergey Radchenko.',
    'http://digitalarchive.wilsoncenter.org/document/112226',
  ),
  { words: 'Summary:', y: 540, size: 14 },
  ...column(518, 'What Mao means to do in the coming months, and that he', 'would like to travel to Moscow.'),
  { words: 'Original Language:', y: 460, size: 14 },
  { words: 'Russian', y: 438 },
  { words: 'Contents:', y: 394, size: 14 },
  { words: 'English Translation', x: 102, y: 371 },
]
const text = [
  column(
    770,
    'To Comrade Kuznetsov',
    '',
    'I pass on in short what Mao told me about his plans',
    'for the next half-year.',
  ),
  column(770, 'He hopes that the trip can still be made before', 'the end of the month.', '', 'Terebin', '10.1.49'),
]

test('the fixture is the file that is made here', () => {
  const file = 'test/fixtures/file-pdf/input.pdf'
  if (process.env.UPDATE !== undefined) writeFileSync(file, pdfFile([cover, ...text]))
  expect(Buffer.from(pdfFile([cover, ...text])).equals(readFileSync(file))).toBe(true)
})

test('pieces of one baseline are one line, and a gap is the space between paragraphs', () => {
  const piece = (words: string, x: number, y: number) => ({ words, x, y, width: words.length * 5, size: 10 })
  const lines = [piece('Bonn,', 0, 100), piece('22 May', 28, 100.5), piece('Secret', 200, 100)]
  expect(pageText(lines)).toBe('Bonn, 22 May    Secret\n')
  expect(pageText([piece('a', 0, 90), piece('b', 0, 78), piece('c', 0, 66), piece('d', 0, 42)])).toBe('a\nb\nc\n\nd\n')
  expect(pageText([piece('left', 0, 90), piece('right', 300, 90), piece('below', 0, 90)])).toBe(
    'left    right\nbelow\n',
  )
})

test('files that cannot be read say why', async () => {
  expect(await codes(pdfFile([cover], true))).toEqual(['pdf-encrypted'])
  expect(await codes(pdfFile([[], []]))).toEqual(['pdf-without-text'])
  expect(await codes(Buffer.from('%PDF-1.7\nstream'))).toEqual(['pdf-broken'])
  expect(await codes(pdfFile([column(700, 'A recipe', 'Take two eggs and beat them well.')]))).toEqual([
    'input-unrecognised',
  ])
})

test('pages without text are named', async () => {
  const readings = await readAll({ path: 'x.pdf', bytes: pdfFile([cover, ...text, [], [], []]) })
  const told = readings.flatMap(({ problems }) => problems).find(({ code }) => code === 'pdf-pages-without-text')
  expect(told?.message).toContain('4-6')
})

test('a file that is cut or has broken bytes is read or refused', async () => {
  const whole = pdfFile([cover, ...text])
  for (let end = 64; end < whole.length; end += 211) expect(await codes(whole.slice(0, end))).toBeDefined()
  for (let at = 20; at < whole.length; at += 97) {
    const broken = whole.slice()
    broken[at] = (broken[at] ?? 0) ^ 0x5a
    expect(await codes(broken)).not.toContain('internal-fault')
  }
})

test('a file that takes too long or too much memory is given up, and the next one is read', async () => {
  const stream = deflateSync(Buffer.from('BT /F 9 Tf 1 1 Td (a) Tj ET\n'.repeat(4_000_000)))
  const plain = Buffer.from(pdfFile([cover])).toString('latin1')
  const body = plain.replace(/<< \/Length \d+ >>\nstream\n[\s\S]*?endstream/, () => {
    return `<< /Filter /FlateDecode /Length ${stream.length} >>\nstream\n${stream.toString('latin1')}\nendstream`
  })
  const bomb = Buffer.from(body, 'latin1')
  const slow = await extractBounded(bomb, { time: 300, memory: 1e10 })
  expect(slow).toMatchObject({ failure: 'endless' })
  const vast = await extractBounded(bomb, { time: 60_000, memory: 5e7 })
  expect(vast).toMatchObject({ failure: 'vast' })
  expect(await extractBounded(pdfFile([cover]))).toMatchObject({ pages: [expect.stringContaining('Terebin')] })
}, 60_000)
