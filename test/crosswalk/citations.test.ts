import { describe, expect, test } from 'vitest'
import { writeBibtex } from '../../src/crosswalk/bibtex.ts'
import { calendarDate, isoDay } from '../../src/crosswalk/calendar.ts'
import { cslItem } from '../../src/crosswalk/csl.ts'
import { genreOf } from '../../src/crosswalk/genres.ts'
import { partedName } from '../../src/crosswalk/names.ts'
import type { Agent } from '../../src/crosswalk/record.ts'
import { type Reference, referenceTo } from '../../src/crosswalk/reference.ts'
import { writeRis } from '../../src/crosswalk/ris.ts'
import { documentType } from '../../src/rdf/vocabulary/schemes.ts'
import { emptyFacts } from './empty-facts.ts'
import { agent, HARD } from './hard.ts'

describe('dates', () => {
  const read = (edtf: string, more: object = {}) => calendarDate({ edtf, isStated: true, ...more })

  test.each([
    ['1957-05-15', '1957-05-15', undefined, false],
    ['1957-05', '1957-05', undefined, false],
    ['1957', '1957', undefined, false],
    ['1957~', '1957', undefined, true],
    ['1957-05-15?', '1957-05-15', undefined, true],
    ['1950-05-14T05:30:00', '1950-05-14', undefined, false],
    ['1957-05-06/1957-05-29', '1957-05-06', '1957-05-29', false],
    ['1957-05/1957-06', '1957-05', '1957-06', false],
  ])('%s', (edtf, from, to, isUncertain) => {
    const date = read(edtf)
    expect(date && [isoDay(date.from), date.to && isoDay(date.to), date.isUncertain]).toEqual([from, to, isUncertain])
  })

  test('what names no month or year is the period between its bounds', () => {
    expect(read('195X', { earliest: '1950-01-01', latest: '1959-12-31' })).toEqual({
      from: { year: 1950, month: 1, day: 1 },
      to: { year: 1959, month: 12, day: 31 },
      isUncertain: true,
      isBetween: true,
    })
    expect(read('1957-21', { earliest: '1957-03-01', latest: '1957-05-31' })).toMatchObject({ to: { month: 5 } })
    expect(read('../1957-05-29', { latest: '1957-05-29' })).toBeUndefined()
    expect(read('XXXX')).toBeUndefined()
  })

  test('an inferred date is uncertain', () => {
    expect(calendarDate({ edtf: '1957-05-15', isStated: false })?.isUncertain).toBe(true)
  })
})

describe('names', () => {
  test.each([
    ['Joseph Stalin', { family: 'Stalin', given: 'Joseph' }],
    ['Vasili V. Kuznetsov', { family: 'Kuznetsov', given: 'Vasili V.' }],
    ['Charles de Gaulle', { family: 'de Gaulle', given: 'Charles' }],
    ['Pál Szarvas', { family: 'Szarvas', given: 'Pál' }],
    ['Kim Il Sung', { whole: 'Kim Il Sung' }],
    ['Mao Zedong', { whole: 'Mao Zedong' }],
    ['Kovalev', { whole: 'Kovalev' }],
    ['毛泽东', { whole: '毛泽东' }],
    ['John Paton Davies Jr.', { whole: 'John Paton Davies Jr.' }],
    ['Adlai E. Stevenson III', { whole: 'Adlai E. Stevenson III' }],
  ])('%s', (label, expected) => expect(partedName(agent(label))).toEqual(expected))

  test('a body is never turned round', () => {
    expect(partedName(agent('Romanian Embassy in Pyongyang', 'body'))).toEqual({
      whole: 'Romanian Embassy in Pyongyang',
    })
  })
})

test('every type of document has a genre, and a type of its own where the formats have one', () => {
  const genre = (name: string) =>
    genreOf({ type: { iri: documentType.iri + name, label: name }, isCorrespondence: false })
  expect(genre('ciphered-telegram')).toMatchObject({ csl: 'personal_communication', ris: 'PCOMM', bibo: 'Letter' })
  expect(genre('report')).toMatchObject({ csl: 'report', ris: 'RPRT', bibo: 'Report' })
  expect(genre('journal-entry')).toMatchObject({ csl: 'manuscript', ris: 'MANSCPT', bibo: 'Manuscript' })
  expect(genreOf({ isCorrespondence: false }).csl).toBe('manuscript')
})

describe('what is hard to write', () => {
  test('in BibTeX: signs of LaTeX are escaped, braces balanced, names that stand as they are in braces', () => {
    const bibtex = writeBibtex([HARD])
    expect(bibtex).toContain(
      'title = {{Note {\\textbraceleft}A{\\textbraceright} \\& "B" 100\\% of \\$5\\_6 \\#7 {\\textasciitilde} {\\textasciicircum} {\\textbackslash} é 毛泽东 ER - second line {\\textbraceright} {\\textbraceleft}}}',
    )
    expect(bibtex).toContain(
      'author = {de Gaulle, Charles and {Ministry of Finance, Trade and Industry} and {Kim Il Sung}}',
    )
    expect(bibtex).toContain('archivelocation = {AVPRF, F. 0102, Op. 13 P. 72}')
    expect(bibtex).toContain('note = {AVPRF, F. 0102, Op. 13 P. 72. Printed in: A Book (Moscow, 2005)}')
    expect(bibtex).toContain('date = {1957-05?}')
    expect(bibtex).toContain('month = may')
    expect(bibtex).toContain(`url = {${encodeURI(HARD.address)}}`)
    let depth = 0
    for (const sign of bibtex) {
      if (sign === '{') depth++
      if (sign === '}') depth--
      expect(depth).toBeGreaterThanOrEqual(0)
    }
    expect(depth).toBe(0)
  })

  test('in BibTeX, braces that belong together stay braces', () => {
    expect(writeBibtex([{ ...HARD, title: 'The {A} of {B{C}}' }])).toContain(
      'title = {{The \\{A\\} of \\{B\\{C\\}\\}}}',
    )
  })

  test('in RIS: no value begins a line, no name that stands as it is has a comma', () => {
    const lines = writeRis([HARD]).split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /)
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('AU'))).toEqual([
      'AU  - de Gaulle, Charles',
      'AU  - Ministry of Finance – Trade and Industry',
      'AU  - Kim, Il Sung',
    ])
    expect(lines).toContain('A2  - Roshchin, Nikolai V.')
    expect(lines).toContain('DA  - 1957/05//uncertain')
  })

  test('in CSL-JSON: dates in parts, uncertain ones marked', () => {
    expect(cslItem(HARD)).toMatchObject({
      issued: { 'date-parts': [[1957, 5]], circa: true },
      author: [
        { family: 'de Gaulle', given: 'Charles' },
        { literal: 'Ministry of Finance, Trade and Industry' },
        { literal: 'Kim Il Sung' },
      ],
      archive_location: 'AVPRF, F. 0102, Op. 13 P. 72',
    })
    expect(Object.values(cslItem(HARD))).not.toContain(undefined)
  })

  test('a period has two ends', () => {
    const period: Reference = {
      ...HARD,
      date: {
        from: { year: 1957, month: 5, day: 6 },
        to: { year: 1957, month: 5, day: 29 },
        isUncertain: false,
        isBetween: false,
      },
    }
    expect(cslItem(period)).toMatchObject({
      issued: {
        'date-parts': [
          [1957, 5, 6],
          [1957, 5, 29],
        ],
      },
    })
    expect(writeBibtex([period])).toContain('date = {1957-05-06/1957-05-29}')
    expect(writeRis([period])).toContain('DA  - 1957/05/06/to 1957-05-29')
  })
})

describe('a reference', () => {
  test('an office is no author beside the person who signed for it', () => {
    const office: Agent = { ...agent('Secretary of State', 'position'), roles: ['author'] }
    const person: Agent = { ...agent('Dean Acheson'), iri: `${office.iri}2`, roles: ['author', 'signatory'] }
    const authors = (...agents: readonly Agent[]) => referenceTo(emptyFacts({ agents })).authors
    expect(authors(office, person)).toEqual([person])
    expect(authors(office)).toEqual([office])
  })

  test('who is named first is cited first', () => {
    const signed = ['Anna', 'Boris', 'Clara'].map(
      (label): Agent => ({ ...agent(label), iri: label, roles: ['author'] }),
    )
    const firstNamed = new Map([
      ['Clara', 3],
      ['Boris', 40],
    ])
    const { authors } = referenceTo(emptyFacts({ agents: signed, firstNamed }))
    expect(authors.map(({ label }) => label)).toEqual(['Clara', 'Boris', 'Anna'])
  })

  test('a document that is of no type has no word for its type', () => {
    const type = { iri: documentType.other.value, label: 'other document' }
    expect(referenceTo(emptyFacts({ type })).kind).toBeUndefined()
  })

  test('a key is of plain letters, and no two documents share one', () => {
    const key = (slug: string) => referenceTo(emptyFacts({ slug })).key
    expect(key('wcda-1')).toBe('wcda-1')
    expect(key('19500514-телеграмма-1')).toMatch(/^19500514-1-[0-9a-f]{6}$/)
    expect(key('телеграмма')).toMatch(/^[0-9a-f]{6}$/)
    expect(key('телеграмма')).not.toBe(key('письмо'))
  })
})
