import { describe, expect, it } from 'vitest'
import { parseCitation } from '../../src/grammar/citation.ts'
import { creditsStart, parseCredits } from '../../src/grammar/credit.ts'

describe('citations', () => {
  it.each([
    [
      'new style, address in a paragraph of its own',
      '"Telegram from Kuznetsov and Fedorenko in Pyongyang", March 29, 1953, Wilson Center Digital Archive, AVPRF, Fond 059a, Listy 120-122.\n\n   https://digitalarchive.wilsoncenter.org/document/112123\n\nMore',
      [
        'Telegram from Kuznetsov and Fedorenko in Pyongyang',
        '1953-03-29',
        'Wilson Center Digital Archive',
        'AVPRF, Fond 059a, Listy 120-122',
        undefined,
        'https://digitalarchive.wilsoncenter.org/document/112123',
      ],
    ],
    [
      'old style, comma inside',
      '“Report, Embassy of Hungary in North Korea,” February 26, 1955, History and\nPublic Policy Program Digital Archive, MOL, 4. doboz, 5/a. Translated for NKIDP by Balazs Szalontai.',
      [
        'Report, Embassy of Hungary in North Korea',
        '1955-02-26',
        'History and Public Policy Program Digital Archive',
        'MOL, 4. doboz, 5/a',
        'Translated for NKIDP by Balazs Szalontai.',
        undefined,
      ],
    ],
    [
      'address in angle brackets',
      '"Journal for 7 October 1957", October 7, 1957, Wilson Center Digital Archive, AVPRF F. 0102.\nTranslated by Gary Goldberg.\n<https://example.org/document/115935>',
      [
        'Journal for 7 October 1957',
        '1957-10-07',
        'Wilson Center Digital Archive',
        'AVPRF F. 0102',
        'Translated by Gary Goldberg.',
        'https://example.org/document/115935',
      ],
    ],
    [
      'Markdown link, quoted inner title',
      "“Report from X, 'The Current State',” July 04, 1949, History and Public Policy Program Digital Archive, RGASPI, f. 558. [http://example.org/document/1](http://example.org/document/1)",
      [
        "Report from X, 'The Current State'",
        '1949-07-04',
        'History and Public Policy Program Digital Archive',
        'RGASPI, f. 558',
        undefined,
        'http://example.org/document/1',
      ],
    ],
    [
      'year only',
      '"Agreement for Collaboration," 1979, History and Public Policy Program Digital Archive, CDA, f. 1',
      [
        'Agreement for Collaboration',
        '1979',
        'History and Public Policy Program Digital Archive',
        'CDA, f. 1',
        undefined,
        undefined,
      ],
    ],
    [
      'no date',
      '"Notes," History and Public Policy Program Digital Archive, CDA, f. 1',
      ['Notes', undefined, 'History and Public Policy Program Digital Archive', 'CDA, f. 1', undefined, undefined],
    ],
  ])('%s', (_, text, expected) => {
    const found = parseCitation(text)
    expect([
      found?.title.value,
      found?.date?.value.edtf,
      found?.repository.value,
      found?.reference?.value,
      found?.credits?.value,
      found?.url?.value,
    ]).toEqual(expected)
    for (const part of [found?.title, found?.reference, found?.credits, found?.url]) {
      if (part) expect(text.slice(part.start, part.end).replace(/\s+/g, ' ')).toBe(part.value)
    }
  })
  it('goes on over an empty line in the middle of a sentence', () => {
    const text = '"Letter," May 1, 1950, Example Digital Archive, F. 1. Reprinted in\n\nDocuments, p. 7.\n\nSummary'
    expect(parseCitation(text)?.reference?.value).toBe('F. 1. Reprinted in Documents, p. 7')
  })
  it('begins at its own quotation mark, not at one of the words before', () => {
    const text =
      'The paper speaks of a "new line" there.\n   "Letter, A to B," May 1, 1950, Example Digital Archive, F. 1.'
    expect(parseCitation(text)?.title.value).toBe('Letter, A to B')
  })
  it.each(['', '"never closed', 'no quotation, May 1, 1950, Example Archive'])('%j is none', (text) =>
    expect(parseCitation(text)).toBeUndefined(),
  )
})

describe('credits', () => {
  const read = (text: string) =>
    parseCredits(text).credits.map(
      ({ value }) => `${value.role} ${value.name.label}${value.project ? ` (${value.project})` : ''}`,
    )
  it.each([
    ['Translated for NKIDP by Gary Goldberg.', ['translator Gary Goldberg (NKIDP)']],
    ['Translated by Danny Rozas', ['translator Danny Rozas']],
    ['Translated by 7Brands.', ['translator 7Brands']],
    ['Translated by Jingxia Yang and Douglas Stiffler.', ['translator Jingxia Yang', 'translator Douglas Stiffler']],
    [
      'Obtained and translated for NKIDP by Eliza Gheorghe.',
      ['obtainedBy Eliza Gheorghe (NKIDP)', 'translator Eliza Gheorghe (NKIDP)'],
    ],
    [
      'Obtained by Jamil Hasanli and translated by Gary Goldberg.',
      ['obtainedBy Jamil Hasanli', 'translator Gary Goldberg'],
    ],
    [
      'Obtained by James G. Hershberg (George Washington University) and translated by Margaret K. Gnoinska (Troy University).',
      ['obtainedBy James G. Hershberg', 'translator Margaret K. Gnoinska'],
    ],
    [
      'Contributed, transcribed, and translated by Stephan Kieninger.',
      ['contributor Stephan Kieninger', 'transcriber Stephan Kieninger', 'translator Stephan Kieninger'],
    ],
    [
      'Obtained by Béla Révész; translated and edited by Barnabás Vajd and Karl P. Benziger.',
      [
        'obtainedBy Béla Révész',
        'translator Barnabás Vajd',
        'editor Barnabás Vajd',
        'translator Karl P. Benziger',
        'editor Karl P. Benziger',
      ],
    ],
    ['translation from Russian by David Wolff. “One', ['translator David Wolff']],
    ['Recorded by the secretary', []],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected))

  it.each([
    ['This document was made possible with support from ROK Ministry of Unification', ['ROK Ministry of Unification']],
    ['This document was made possible with support from the Leon Levy Foundation.', ['Leon Levy Foundation']],
    [
      'made possible with support from the MacArthur Foundation, Henry Luce Foundation\n\nSummary',
      ['MacArthur Foundation', 'Henry Luce Foundation'],
    ],
    ['made possible with support from Carnegie Corporation of New York (CCNY)', ['Carnegie Corporation of New York']],
    ['made possible with support from Chun & Jane Chiu Family Foundation', ['Chun & Jane Chiu Family Foundation']],
  ])('donors of %j', (text, expected) => {
    const { donors } = parseCredits(text)
    expect(donors.map(({ value }) => value.label)).toEqual(expected)
    expect(donors.every(({ value }) => value.kind === 'body')).toBe(true)
  })

  it('begin behind the source, though a book has a translator', () => {
    const book = 'Milovan Djilas. Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385-387.'
    expect(creditsStart(book)).toBe(book.length)
    expect(creditsStart('RGASPI, f. 1. Translated by X.')).toBe('RGASPI, f. 1. '.length)
  })
})
