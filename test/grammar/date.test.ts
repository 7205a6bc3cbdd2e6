import { describe, expect, it } from 'vitest'
import { dateValue } from '../../src/grammar/calendar.ts'
import { findDates, parseDate } from '../../src/grammar/date.ts'

describe('a text that is a date', () => {
  it.each([
    ['29.III.53', '1953-03-29'],
    ['29.III-53', '1953-03-29'],
    ['13/5-50.', '1950-05-13'],
    ['13.10.50', '1950-10-13'],
    ['1973-3-15', '1973-03-15'],
    ['2011-11-20', '2011-11-20'],
    ['31 May 1957', '1957-05-31'],
    ['Jan. 10, 1945', '1945-01-10'],
    ['June 07, 1951', '1951-06-07'],
    ['April  14th, 1978', '1978-04-14'],
    ['10. April 1866', '1866-04-10'],
    ['2 ottobre 1616', '1616-10-02'],
    ['25 februari 1610', '1610-02-25'],
    ['14 мая 1950 г.', '1950-05-14'],
    ['September 29 [1950]', '1950-09-29'],
    ['[29 March 1950]', '1950-03-29'],
    ['一九四九年十一月十九日', '1949-11-19'],
    ['1949年11月', '1949-11'],
    ['November 1967', '1967-11'],
    ['June, 1934', '1934-06'],
    ['1955', '1955'],
    ['[1955?]', '1955?'],
    ['ca. 1955', '1955~'],
    ['1950s', '195X'],
    ['Spring 1950', '1950-21'],
    ['6 through 29 May 1957', '1957-05-06/1957-05-29'],
    ['16/17 August 1957', '1957-08-16/1957-08-17'],
    ['2–3.7.51 г.', '1951-07-02/1951-07-03'],
    ['29 June through 8 August 1960', '1960-06-29/1960-08-08'],
    ['(April 9th – June 28th 1973)', '1973-04-09/1973-06-28'],
    ['January 25-26, 1968', '1968-01-25/1968-01-26'],
    ['January 7, 1978 – September 23, 1978', '1978-01-07/1978-09-23'],
    ['1950-1953', '1950/1953'],
    ['4:10 am, 14 May 1950', '1950-05-14T04:10:00'],
    ['10/14/50 at 03:15 a.m.', '1950-10-14T03:15:00'],
    ['10/14/50 at 13:30 p.m.', '1950-10-14T13:30:00'],
    ['1.7.51 5:30', '1951-07-01T05:30:00'],
    ['December 7, 1943—4 p.m.', '1943-12-07T16:00:00'],
    ['17 October 1997, 10 a.m. - 11.15 a.m.', '1997-10-17T10:00:00'],
    ['undated [1955]', '1955'],
  ])('%s is %s', (text, edtf) => expect(parseDate(text)?.edtf).toBe(edtf))

  it.each([
    '',
    'Pyongyang',
    '29 February 1950',
    'Feb 30, 1950',
    '32 May 1950',
    '13.13.50',
    '5-10-20',
    '29 March',
    'Nos. 110, 111',
  ])('%j is none', (text) => expect(parseDate(text)).toBeUndefined())

  it('bounds what it says', () => {
    expect(parseDate('29.III.53')).toEqual({
      edtf: '1953-03-29',
      earliest: '1953-03-29',
      latest: '1953-03-29',
      precision: 'day',
    })
    expect(parseDate('February 1952')).toMatchObject({
      earliest: '1952-02-01',
      latest: '1952-02-29',
      precision: 'month',
    })
    expect(parseDate('1.7.51 5:30')).toMatchObject({ time: '05:30:00', precision: 'minute', earliest: '1951-07-01' })
    expect(parseDate('(undated)')).toEqual({ edtf: 'XXXX', precision: 'unknown' })
  })
})

describe('hints', () => {
  it('puts two-digit years in the century of the collection', () => {
    expect(parseDate('13.10.50', { century: 18 })?.edtf).toBe('1850-10-13')
  })
  it('takes the order of day and month, the day first without a hint', () => {
    expect(parseDate('11.03.1962')?.edtf).toBe('1962-03-11')
    expect(parseDate('11.03.1962', { dayFirst: false })?.edtf).toBe('1962-11-03')
  })
  it('learns the order from another date of the text', () => {
    expect(findDates('sent 10/14/50, received 10/12/50').map(({ value }) => value.edtf)).toEqual([
      '1950-10-14',
      '1950-10-12',
    ])
  })
  it('finds days without a year only when the year is known', () => {
    expect(findDates('the conversation held on 2 October')).toEqual([])
    expect(findDates('the conversation held on 2 October', { year: 1957 })[0]?.value.edtf).toBe('1957-10-02')
  })
})

describe('dates in a text', () => {
  it('stand where their words stand', () => {
    const text =
      'Journal for the period 6 through 29 May\n1957, copied 31 May 1957 (see the note of 1954); [12 June 1957]'
    const found = findDates(text)
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '6 through 29 May\n1957',
      '31 May 1957',
      '1954',
      '12 June 1957',
    ])
  })
  it('are not numbers of papers or shelves', () => {
    expect(findDates('No. 066.621, fond 0102, 118-01767-02, 893.00/8-244, version 1.2.3, 10 am')).toEqual([])
  })
})

describe('expressions', () => {
  it('must be EDTF of the calendar', () => {
    expect(dateValue('1950-02-29')).toBeUndefined()
    expect(dateValue('1952-02-29')?.precision).toBe('day')
    expect(dateValue('1950-05-30/1950-05-01')).toBeUndefined()
    expect(dateValue('1950/..')).toEqual({ edtf: '1950/..', earliest: '1950-01-01', precision: 'interval' })
    expect(dateValue('nonsense')).toBeUndefined()
  })
})
