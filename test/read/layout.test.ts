import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/document.ts'
import { readText } from './context.ts'

const HOST = 'https://digitalarchive.wilsoncenter.org/document/'
const document = (text: string): SourceDocument => {
  const [found] = readText(text).documents
  if (found === undefined) throw new Error('no document')
  return found
}
const parties = (found: SourceDocument, role: string) =>
  found.parties.filter(({ value }) => value.role === role).map(({ value }) => value.name.label)

const cover = (text: string, title = 'Cable, Filippov [Stalin] to Mao Zedong') =>
  `${HOST}1\nDigital Archive\nInternational History Declassified\nJune 18, 1949\n${title}\nCitation:\n“${title},” June 18, 1949, History and Public Policy Program Digital Archive, AVPRF, F. 1, Op. 2, D. 3, L. 4. Translated by Gary Goldberg.\nSummary:\nA short summary of it.\nOriginal Language:\nRussian\nContents:\nEnglish Translation\n${text}`

describe('a text in one run', () => {
  const run =
    'On that day the two sides met in the building of the ministry and spoke of what had been left open. '.repeat(3)

  it('gives up its marking, copy and date', () => {
    const found = document(cover(`From the Diary of N. V. ROSHCHIN Top Secret, Copy 4, 1 December 1949 ${run}`))
    expect(found.markings.map(({ value }) => value.concept)).toEqual(['top-secret'])
    expect(found.copyNumber?.value).toBe(4)
  })
  it.each([
    [`${run}USSR Ambassador to the PRC N. Roshchin`, ['N. Roshchin']],
    [`${run}Ambassador of the USSR in China A[pollon] Petrov.`, ['Apollon Petrov']],
    [`${run}Kuznetsov`, ['Kuznetsov']],
    [
      `${run}Head of the delegation [Chinese signature] Liu Shaoqi 4 July 1949 Translated by [signature] (A. Other)`,
      ['Liu Shaoqi'],
    ],
  ])('gives up its signature: %#', (text, expected) =>
    expect(parties(document(cover(text)), 'signatory')).toEqual(expected),
  )
  it('keeps the sender of the title beside a bare signature', () => {
    const found = document(cover(`${run}"He is not that strong. Filippov." Telegraph at once.`))
    expect(parties(found, 'signatory')).toEqual(['Filippov'])
    expect(parties(found, 'sender')).toEqual(['Stalin'])
  })
  it('reads names that no comma parts', () => {
    const found = document(
      cover(`${run}Liu [Shaoqi] Gao [Gang] Wang Jiaxiang] Printed later.`, 'Cable, Liu Shaoqi to Mao Zedong'),
    )
    expect(parties(found, 'signatory')).toEqual(['Liu Shaoqi', 'Gao Gang', 'Wang Jiaxiang'])
  })
  it('takes no line of a distribution list for a signature', () => {
    const found = document(cover(`${run}\n2 copies\n1. Comr. Filippov\n2. Comr. Copy`))
    expect(parties(found, 'signatory')).toEqual([])
  })
})

describe('covers', () => {
  it('reads one column after the other', () => {
    const found = document(
      `${HOST}a-slug\nTitle: Memorandum of Conversation with Zhou Enlai\n\nAuthor: N. V. Roshchin\n\nDate: 10 November       Source: AVPRF, f. 0100, op. 42, p. 288, d. 19; translation\n1949                    from Russian by David Wolff.\n\nDescription:.\nTop Secret\nOn that day the ambassador met the minister at the embassy and they spoke at length.`,
    )
    expect(found.dates[0]?.value.edtf).toBe('1949-11-10')
    expect(found.archival.map(({ value }) => value.steps.length)).toEqual([4])
    expect(found.credits.map(({ value }) => value.name.label)).toEqual(['David Wolff'])
    expect(found.languages.map(({ value }) => value)).toEqual(['rus'])
  })
  it('finds what its lost labels labelled', () => {
    const found = document(
      `${HOST}1\nDigital Archive International History Declassified\n\nSeptember 13, 1935 Decisions of 13 September 1935\n\n“Decisions of 13 September 1935,” , 1935, History and Public Policy Program Digital Archive, AVPRF, F. 1, Op. 2, D. 3. Translated by Gary Goldberg.\n\nA summary of the decisions in one sentence.\n\nOriginal Language:\n\nEnglish Translation Scan of Original Document AVPRF, F. 1, Op. 2, D. 3.\n\nThe first decision concerns an award to one of the comrades.`,
    )
    expect(found.title?.value).toBe('Decisions of 13 September 1935')
    expect(found.archival.map(({ value }) => value.archive)).toEqual(['avprf'])
    expect(found.credits.map(({ value }) => value.name.label)).toEqual(['Gary Goldberg'])
    expect(found.summary?.value).toBe('A summary of the decisions in one sentence.')
  })
})

it('reads the number in an editor’s note of several lines', () => {
  const found = document(
    cover(
      'AVPRF, F. 1, Op. 2, D. 3.\n[handwritten at the top of the page: the points below are in classified storage\nfrom Minutes N 33 of 29 September 1935]\na) It was decided that the work should go on as before.',
    ),
  )
  expect(found.numbers.map(({ value }) => value.value)).toEqual(['33'])
})
