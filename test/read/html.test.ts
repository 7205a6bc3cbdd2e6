/** HTML: what becomes a line, what is left out, in which characters it is written; and pages that are broken or hostile. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodeHtml } from '../../src/read/html/charset.ts'
import { isHtml } from '../../src/read/html/index.ts'
import { textOf } from '../../src/read/html/text.ts'
import { tokensOf } from '../../src/read/html/tokens.ts'
import { readAll } from './context.ts'
import { falseEvidence } from './evidence.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const text = (html: string) => textOf(tokensOf(html).tokens, () => true)
const codes = async (html: string) =>
  (await readAll({ path: 'x.html', bytes: encode(html) }, { maxInputSize: 64_000_000 })).flatMap(({ problems }) =>
    problems.map(({ code }) => code),
  )

test.each([
  ['blocks are lines, paragraphs have a blank line', '<div>a</div><div>b</div><p>c</p><p>d', 'a\nb\n\nc\n\nd\n'],
  ['white space is one space', '<p> a\n  <b>b</b>c </p>', 'a bc\n'],
  ['a break ends a line, two a paragraph', 'a<br>b<br><br>c', 'a\nb\n\nc\n'],
  ['items of an ordered list are counted', '<ol start="3"><li>a<li>b</ol>', '3. a\n4. b\n'],
  ['the head of a row is a label', '<table><tr><th>Type</th><td>Letter</td></tr></table>', 'Type\nLetter\n'],
  ['cells stand side by side', '<table><tr><td>a<td>b</tr><tr><td>c<td>d</table>', 'a\tb\nc\td\n'],
  ['terms stand above what they are', '<dl><dt>Source<dd>AVPRF</dl>', 'Source\nAVPRF\n'],
  ['preformatted text keeps its lines', '<pre>a\n  b</pre>', 'a\n  b\n'],
  ['scripts, styles, hidden parts are no text', '<style>a</style>b<script>c<p></script><p hidden>d</p>', 'b\n'],
  ['references are characters', '<p>Kim&nbsp;Il &amp; &#8220;Sung&rdquo;', 'Kim\u00a0Il & “Sung”\n'],
])('%s', (_, html, wanted) => {
  expect(text(html)).toBe(wanted)
})

test('characters are read as the page declares them', () => {
  const russian = '<meta charset="windows-1251"><p>\xcc\xee\xf1\xea\xe2\xe0'
  expect(decodeHtml(Buffer.from(russian, 'latin1'))).toContain('Москва')
  expect(decodeHtml(Buffer.from('<p>\x93Sat\xf4\x94', 'latin1'))).toContain('“Satô”')
  expect(decodeHtml(encode('<meta charset="no-such"><p>Satō'))).toContain('Satō')
  expect(decodeHtml(Buffer.from('\ufeff<p>Satō', 'utf16le'))).toBe('<p>Satō')
})

test('a page is told by its first element', () => {
  expect(isHtml(encode('\ufeff<!-- saved --> <!DOCTYPE html><html>'))).toBe(true)
  expect(isHtml(encode('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'))).toBe(true)
  expect(isHtml(encode('<TEI xmlns="http://www.tei-c.org/ns/1.0">'))).toBe(false)
  expect(isHtml(encode('March 29, 1953\n<b>'))).toBe(false)
})

test('hostile pages are refused or read, in time', async () => {
  expect(await codes(`<html>${'<div>'.repeat(2_000_000)}`)).toEqual(['html-too-deep'])
  expect(await codes(`<html><p>${'word '.repeat(400_000)}`)).toEqual(['input-unrecognised'])
  expect(await codes(`<html>${'<p>a</b></i>'.repeat(100_000)}`)).toEqual(['input-unrecognised'])
  expect(await codes(`<html><script>${'x'.repeat(1_000_000)}`)).toEqual(['html-without-text'])
  expect(await codes('<html><body><div id="app"></div><script src="a.js"></script></body>')).toEqual([
    'html-without-text',
  ])
}, 30_000)

test('a page that is cut anywhere is read or refused', async () => {
  const page = readFileSync('test/fixtures/file-html-page/input.html')
  for (let end = 20; end < page.length; end += 61) {
    const readings = await readAll({ path: 'x.html', bytes: page.subarray(0, end) })
    expect(readings.flatMap(({ problems }) => problems.map(({ code }) => code))).not.toContain('internal-fault')
    expect(readings.flatMap(falseEvidence)).toEqual([])
  }
})
