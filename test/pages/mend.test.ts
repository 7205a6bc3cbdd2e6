import { describe, expect, test } from 'vitest'
import { csvRow, reportLink, reportText } from '../../src/pages/mend.tsx'

const report = {
  iri: 'http://example.org/id/document/x-1',
  title: 'A telegram\nX-Header: no & <b>?body=',
  version: 'abc123',
  grounds: ['#act-1 (1, request): rule request-verb, a.txt, line 3', 'a\nb'],
}

describe('a report', () => {
  test('as text: one line for each ground', () =>
    expect(reportText(report)).toBe(
      [
        'Page: http://example.org/id/document/x-1',
        'Title: A telegram X-Header: no & <b>?body=',
        'Version: abc123',
        '',
        'What is wrong:',
        '',
        'What it should be, and where that can be read:',
        '',
        'What the page rests on:',
        '#act-1 (1, request): rule request-verb, a.txt, line 3',
        'a b',
      ].join('\n'),
    ))

  test('as a letter: nothing of a title becomes a part of the address', () => {
    const letter = new URL(reportLink({ adminEmail: 'editors@example.org' }, report) ?? '')
    expect([letter.protocol, letter.pathname]).toEqual(['mailto:', 'editors@example.org'])
    expect([...letter.searchParams.keys()]).toEqual(['subject', 'body'])
    expect(letter.searchParams.get('subject')).toBe('Correction: A telegram X-Header: no & <b>?body=')
    expect(letter.searchParams.get('body')).toContain('Page: http://example.org/id/document/x-1\n')
  })

  test('a long title is cut between characters, and half a character is none', () => {
    const letter = reportLink({ adminEmail: 'a@example.org' }, { ...report, title: `${'𝒜'.repeat(5000)}\ud835` }) ?? ''
    expect(letter.length).toBeLessThan(8000)
    expect(decodeURIComponent(letter)).toContain('𝒜')
  })

  test('goes to the publisher where nobody else is named, and to nobody where nobody is', () => {
    expect(reportLink({ publisher: { name: 'P', email: 'p@example.org' } }, report)).toMatch(/^mailto:p@example\.org\?/)
    expect(reportLink({}, report)).toBeUndefined()
  })
})

test('rows are written as a file of commas takes them', () =>
  expect(csvRow(['a', 'Kim, Il Sung', 'say "x"', 'two\nlines', ''])).toBe('a,"Kim, Il Sung","say ""x""","two\nlines",'))
