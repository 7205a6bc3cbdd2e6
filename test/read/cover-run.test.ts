/** Covers that lost their lines: whatever label is missing or stands in the middle of a line, the record is the same. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readText } from './context.ts'

const whole = `https://digitalarchive.wilsoncenter.org/document/112226
Digital Archive digitalarchive.wilsoncenter.org International History Declassified January 10, 1949 Cable, Terebin to Stalin [via Kuznetsov] Citation: “Cable, Terebin to Stalin [via Kuznetsov],” January 10, 1949, History and Public Policy Program Digital Archive, AVPRF, Fond 39, Opis 1, Delo 31. Translated for CWIHP by Sergey Radchenko. http://digitalarchive.wilsoncenter.org/document/112226 Summary: What Mao means to do in the coming months. Original Language: Russian Contents: English Translation To Comrade Kuznetsov I pass on in short what Mao told me about his plans. Contents: none. Summary: He hopes to travel soon.`

const brief = (text: string) => {
  const { documents, source } = readText(text)
  const [document] = documents
  const own = document?.text && source.text.slice(document.text.start, document.text.end)
  return {
    title: document?.title?.value,
    date: document?.dates[0]?.value.edtf,
    record: document?.record?.value,
    summary: document?.summary?.value,
    languages: document?.languages.map(({ value }) => value),
    archives: document?.archival.map(({ value }) => value.archive),
    text: own?.replace(/\s+/g, ' ').slice(0, 40),
  }
}
const expected = brief(whole)

test('the record of a run', () => {
  expect(expected).toEqual({
    title: 'Cable, Terebin to Stalin [via Kuznetsov]',
    date: '1949-01-10',
    record: '112226',
    summary: 'What Mao means to do in the coming months.',
    languages: ['rus'],
    archives: ['avprf'],
    text: 'To Comrade Kuznetsov I pass on in short ',
  })
})

test.each<[string, (text: string) => string]>([
  ['without the label of the citation', (text) => text.replace('Citation: ', '')],
  ['without the label of the summary', (text) => text.replace('Summary: What', 'What')],
  ['without the label of the language', (text) => text.replace('Original Language: ', '')],
  [
    'without the label of the contents',
    (text) => text.replace('Contents: English', 'English').replace('Contents: none. ', ''),
  ],
  ['without two labels', (text) => text.replace('Citation: ', '').replace('Summary: What', 'What')],
  ['without the slogans', (text) => text.replace(/Digital Archive .*? Declassified /, '')],
  ['with the words of a link dropped', (text) => text.replace('English Translation ', '')],
  [
    'with its address in the citation dropped',
    (text) => text.replace(' http://digitalarchive.wilsoncenter.org/document/112226', ''),
  ],
  ['in a few lines', (text) => text.replace(/(.{1,90}) /g, '$1\n')],
  ['in long lines', (text) => text.replace(/(.{1,300}) /g, '$1\n')],
])('%s it is the same', (_, change) => {
  expect(change(whole)).not.toBe(whole)
  expect(brief(change(whole))).toEqual(expected)
})

test('a language that was a link is missing, and nothing else', () => {
  expect(brief(whole.replace('Russian ', ''))).toEqual({ ...expected, languages: [] })
})

test('a summary that nothing ends is not told from the text', () => {
  const run = whole
    .replace('Original Language: Russian Contents: English Translation ', '')
    .replace(/Contents: none.*/, '')
  expect(brief(`${run} ${'And more of it. '.repeat(100)}`).summary).toBeUndefined()
})

test('the fixture is read as a run', () => {
  expect(readText(readFileSync('test/fixtures/read-cover-run/input.txt', 'utf8')).form).toBe('pdf-run')
})
