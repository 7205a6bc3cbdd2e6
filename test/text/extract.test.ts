import { describe, expect, test } from 'vitest'
import { documentOf, JOURNAL, labels, read, TELEGRAM } from './sample.ts'

const PAGE = `**3 June 1958**\r

I visited Cde. Ivanov [Iwanow] at his invitation. Ivanov\tsaid: “I agree with the plan of the Soviet government.” 🙂 I thanked him.

On the same day Mao’s telegram was read to Cde. Petrov.`

test('words are the words of the source, everywhere', () => {
  const { mentions, events, acts } = read(PAGE, JOURNAL)
  expect(Math.min(mentions.length, events.length, acts.length)).toBeGreaterThan(0)
  for (const { words, span } of [...mentions, ...events, ...acts]) expect(PAGE.slice(span.start, span.end)).toBe(words)
})

test('the same text gives the same statements', () => expect(read(PAGE, JOURNAL)).toEqual(read(PAGE, JOURNAL)))

describe('zones', () => {
  const text = 'Cde. Ivanov asked me to wait.\n\nCde. Petrov asked me to go.\n\n1. Cde. Sidorov'
  const [middle, last] = [text.indexOf('Cde. Petrov'), text.indexOf('1.')]
  const zones = [
    { start: 0, end: middle, zone: 'document-header' },
    { start: middle, end: last, zone: 'body' },
    { start: last, end: text.length, zone: 'distribution' },
  ] as const
  test('acts are read in the body only, persons in all of the text', () => {
    const { acts, mentions } = read(text, JOURNAL, { zones })
    expect(acts.map(({ words }) => words)).toEqual(['Cde. Petrov asked me to go'])
    expect(mentions.map(({ value, span }) => [value.name.label, span.zone])).toEqual([
      ['Ivanov', 'document-header'],
      ['Petrov', 'body'],
      ['Sidorov', 'distribution'],
    ])
  })
  test('outside the document’s own words nothing is read', () =>
    expect(read(text, JOURNAL, { text: { start: middle, end: last, zone: 'body' }, zones }).mentions).toHaveLength(1))
})

test('an enclosed message speaks with its own author', () => {
  const text = 'Pass this on.\n“We agree with you. Popescu”\nI promise to report.'
  const start = text.indexOf('“')
  const message = {
    ...documentOf(text, { type: 'enclosed-message', author: 'Ion Popescu' }),
    text: { start, end: text.indexOf('”') + 1, zone: 'body' as const },
  }
  const { acts } = read(text, TELEGRAM, { encloses: [message] })
  expect(acts.map(({ words, value }) => `${words}: ${labels(value.actors)}`).sort()).toEqual([
    'I promise to report: Dmitri Volkov',
    'Pass this on.: Dmitri Volkov',
    'We agree with you: Ion Popescu',
  ])
})

describe('any text', () => {
  test.each(['', ' \n\n ', '“', '[[[[', '.', 'I', '«Да», — сказал он.', '\u0000\ud800 said that', '1. a. b) - - -'])(
    '%j',
    (text) => expect(() => read(text, JOURNAL)).not.toThrow(),
  )

  test('time grows with length, not faster', () => {
    const time = (text: string) => {
      const start = performance.now()
      read(text, JOURNAL)
      return performance.now() - start
    }
    time(PAGE)
    const [short, long] = [PAGE.repeat(100), PAGE.repeat(800)].map(time)
    expect(long).toBeLessThan(20 * (short ?? 0) + 500)
  })

  test.each([
    ['brackets', '['],
    ['capitals', 'Abcd '],
    ['names', 'Kim Il Sung and '],
    ['verbs', 'said that he '],
    ['commas', 'Cde. Ivanov, '],
    ['quotes', '" '],
  ])('one endless sentence of %s is read in time', (_, part) => {
    const start = performance.now()
    read(part.repeat(4000), JOURNAL)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
