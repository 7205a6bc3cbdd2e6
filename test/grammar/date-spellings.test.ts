import { describe, expect, it } from 'vitest'
import type { DateHint } from '../../src/grammar/date.ts'
import { findDates, parseDate } from '../../src/grammar/date.ts'

const read = (text: string, hint: DateHint = {}) => findDates(text, hint).map(({ value }) => value.edtf)

describe('spellings of dates', () => {
  it.each([
    ['12 December 1956 – 3 January 1957', '1956-12-12/1957-01-03'],
    ['30 October–2 November 1956', '1956-10-30/1956-11-02'],
    ['24 XII 1979', '1979-12-24'],
    ['the 11th of May 1950', '1950-05-11'],
    ['Chungking, December 7, 1943—4 p.m.', '1943-12-07T16:00:00'],
    ['[Washington,] January 31, 1945.', '1945-01-31'],
    ['October [5?], 1945', '1945-10-05?'],
    ['5 February [1951?]', '1951-02-05?'],
    ['5 May 1950 (?)', '1950-05-05?'],
    ['ca. 5 May 1950', '1950-05-05~'],
    ['c. May 1950', '1950-05~'],
    ['1956. november 4.', '1956-11-04'],
    ['14 de julio de 1950', '1950-07-14'],
    ['3 martie 1965', '1965-03-03'],
    ['22 czerwca 1950 r.', '1950-06-22'],
    ['27 октомври 1953', '1953-10-27'],
    ['3. Juli 1951', '1951-07-03'],
    ['14 juillet 1950', '1950-07-14'],
    ['昭和四十二年十一月二十四日', '1967-11-24'],
    ['民国三十八年', '1949'],
  ])('%s is %s', (text, edtf) => expect(read(text)).toEqual([edtf]))

  it('names bounds that a query can compare', () => {
    expect(parseDate('12 December 1956 – 3 January 1957')).toMatchObject({
      earliest: '1956-12-12',
      latest: '1957-01-03',
      precision: 'interval',
    })
    expect(parseDate('c. May 1950')).toMatchObject({ earliest: '1950-05-01', latest: '1950-05-31' })
  })
})

describe('what the page knows of its dates', () => {
  it.each<[string, DateHint, string]>([
    ['11.03.1962 at 11:40', { near: '1962-11-03' }, '1962-11-03T11:40:00'],
    ['11.03.1962', { near: '1962-03-11' }, '1962-03-11'],
    ['11.03.1962', { near: '1962-07-01', dayFirst: false }, '1962-11-03'],
    ['July 14th', { year: 1951 }, '1951-07-14'],
    ['[August] 22', { year: 1945 }, '1945-08-22'],
    ['today (the 7th)', { near: '1950-10-08' }, '1950-10-07'],
    ['29.III.53', { century: 18 }, '1853-03-29'],
    ['真日', { near: '1950-10-07' }, '1950-10-11'],
    ['元电', { near: '1950-10-07' }, '1950-10-13'],
    ['10月真日', { year: 1945 }, '1945-10-11'],
  ])('%s with %j is %s', (text, hint, edtf) => expect(read(text, hint)).toEqual([edtf]))

  it.each(['July 14th', '[August] 22', 'today (the 7th)', '真日', '[Received 6:20 p.m.]', '977 Cemāẕī II 21-29'])(
    '%s alone is none',
    (text) => expect(read(text)).toEqual([]),
  )
})
