import { describe, expect, test } from 'vitest'
import { JOURNAL, read, TELEGRAM } from './sample.ts'

const events = (text: string, facts = JOURNAL) =>
  read(text, facts).events.map(
    ({ value }) =>
      `${value.kind} ${value.factuality}: ${value.participants.map(({ name, role }) => `${role} ${name.label}`).join(', ')}`,
  )

describe('one sentence, its events', () => {
  test.each([
    ['I visited Cde. Ivanov.', ['Visit actual: visitor P. Orlov, host Ivanov']],
    ['Cde. Petrov met with Cde. Ivanov.', ['Meeting actual: participant Petrov, participant Ivanov']],
    ['Cde. Petrov received Cde. Ivanov.', ['Meeting actual: host Petrov, visitor Ivanov']],
    [
      'Cde. Petrov talked with Cde. Ivanov by telephone.',
      ['TelephoneCall actual: participant Petrov, participant Ivanov'],
    ],
    ['Cde. Ivanov will travel to Prague.', ['Visit planned: visitor Ivanov']],
    ['They spoke of the negotiations in Geneva.', ['Negotiation actual: ']],
    ['Cde. Ivanov often visits Cde. Petrov.', []],
    ['Cde. Ivanov could visit Cde. Petrov.', []],
    ['Meetings and conversations are useful.', []],
  ])('%s', (sentence, expected) => expect(events(sentence)).toEqual(expected))
})

test('who was present joins the event, and the conversation is not told twice', () =>
  expect(events('I visited Cde. Ivanov. Cde. Petrov, who was present at the conversation, thanked me.')).toEqual([
    'Visit actual: visitor P. Orlov, host Ivanov, participant Petrov',
  ]))

test('a meeting that opens a sentence has its speaker and the author', () =>
  expect(events('During the third meeting on May 2 Cde. Ivanov declared that the road is open.', TELEGRAM)).toEqual([
    'Meeting actual: participant Ivanov, participant Dmitri Volkov',
  ]))

describe('the talk of which a paper is the record', () => {
  const record = (title: string, text: string, type = 'conversation-record') =>
    read(
      `${title}\n\n${text}`,
      { type, day: '1946-07-07' },
      {
        title: { value: title, words: title, rule: 'test', span: { start: 0, end: title.length, zone: 'page-header' } },
      },
    ).events.map(({ value: { kind, label, participants, date }, words }) => [
      kind,
      participants.map(({ name }) => name.label).join(', '),
      date?.value.edtf,
      label.endsWith(' (1946-07-07)'),
      words === title,
    ])

  test('has those whom its title names, on its day', () => {
    const title = 'Minutes of Meeting Between Ivan Petrov and Pak Chol-su'
    expect(record(title, 'It was cold.')).toEqual([['Meeting', 'Ivan Petrov, Pak Chol-su', '1946-07-07', true, true]])
    expect(
      record('Telephone Conversation With Ivan Petrov and Pak Chol-su', 'Cold.', 'telephone-conversation-record'),
    ).toEqual([['TelephoneCall', 'Ivan Petrov, Pak Chol-su', '1946-07-07', true, true]])
  })

  test('is not told twice, nor of one person, nor of another kind of paper', () => {
    const title = 'Record of Conversation Between Ivan Petrov and Pak Chol-su'
    expect(record(title, 'Cde. Petrov met with Cde. Pak Chol-su.')).toHaveLength(1)
    const isOfTitle = (told: readonly (readonly unknown[])[]) => told.some(([, , date]) => date !== undefined)
    expect(isOfTitle(record('Memorandum of Conversation With Ivan Petrov', 'It was cold.'))).toBe(false)
    expect(isOfTitle(record('Memorandum of Conversation, by Ivan Petrov and Pak Chol-su', 'Cold.'))).toBe(false)
    expect(isOfTitle(record(title, 'It was cold.', 'report'))).toBe(false)
  })
})

describe('when', () => {
  test.each([
    ['I visited Cde. Ivanov on 5 May 1955.', '1955-05-05', undefined],
    ['I visited Cde. Ivanov on 5 May.', '1958-05-05', 'inferred'],
    ['I visited Cde. Ivanov on 20 November.', '1957-11-20', 'inferred'],
    ['I visited Cde. Ivanov on 10 June.', '1958-06-10', 'inferred'],
    ['I will visit Cde. Ivanov on 20 November.', '1958-11-20', 'inferred'],
    ['I visited Cde. Ivanov today.', '1958-06-03', 'inferred'],
    ['I will visit Cde. Ivanov tomorrow.', '1958-06-04', 'inferred'],
  ])('%s', (text, edtf, certainty) => {
    const date = read(text, JOURNAL).events[0]?.value.date
    expect([date?.value.edtf, date?.certainty]).toEqual([edtf, certainty])
    expect(text.slice(date?.span.start, date?.span.end)).toBe(date?.words)
  })

  test('a label has a day as it is, a season in its words', () => {
    const label = (text: string) => read(text, JOURNAL).events[0]?.value.label
    expect(label('I visited Cde. Ivanov on 5 May 1955.')).toMatch(/ \(1955-05-05\)$/)
    expect(label('I visited Cde. Ivanov in the summer of 1955.')).toMatch(/ \(.*summer of 1955\)$/)
  })
})

test('where', () =>
  expect(read('Cde. Ivanov arrived in Prague.', JOURNAL).events[0]?.value.place?.label).toBe('Prague'))
