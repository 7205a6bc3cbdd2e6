import { describe, expect, test } from 'vitest'
import { firstDay, isPeriod, lastDay, periodName, periodsOf, stepOf } from '../../src/drawing/span.ts'

test.each([
  ['1957', true],
  ['1957-05', true],
  ['1957-05-31', true],
  ['1956-02-29', true],
  ['1957-02-29', false],
  ['1957-13', false],
  ['57', false],
  ['1957-5', false],
  ['1957-05-00', false],
  ['<script>', false],
])('%s is a period: %s', (text, is) => expect(isPeriod(text)).toBe(is))

test.each([
  ['1957', '1957-01-01', '1957-12-31'],
  ['1956-02', '1956-02-01', '1956-02-29'],
  ['1957-12', '1957-12-01', '1957-12-31'],
  ['1957-05-15', '1957-05-15', '1957-05-15'],
])('%s goes from %s to %s', (period, first, last) => expect([firstDay(period), lastDay(period)]).toEqual([first, last]))

describe('a span', () => {
  test.each([
    ['1957-05', '1957-05', 'day', 31, '1957-05-01', '1957-05-31'],
    ['1957-04-30', '1957-05-02', 'day', 3, '1957-04-30', '1957-05-02'],
    ['1957', '1957', 'month', 12, '1957-01', '1957-12'],
    ['1956-11', '1957-02', 'month', 4, '1956-11', '1957-02'],
    ['1955', '1957', 'month', 36, '1955-01', '1957-12'],
    ['1954', '1957', 'year', 4, '1954', '1957'],
    ['1881', '2000', 'year', 120, '1881', '2000'],
    ['1880', '2000', 'decade', 13, '1880', '2000'],
  ] as const)('%s to %s is shown by %s: %i bars', (from, to, step, bars, first, last) => {
    const periods = periodsOf({ from, to }, step)
    expect([stepOf({ from, to }), periods.length, periods[0], periods.at(-1)]).toEqual([step, bars, first, last])
  })

  test('in words', () => {
    expect(['1957', '1957-05', '1957-05-05'].map((period) => periodName(period))).toEqual([
      '1957',
      'May 1957',
      '5 May 1957',
    ])
    expect(periodName('1950', 'decade')).toBe('1950s')
  })
})
