import { describe, expect, test } from 'vitest'
import type { Found, Name, Party, SourceDocument } from '../../src/document.ts'
import { documentOf, type Facts, JOURNAL, labels, read, TELEGRAM } from './sample.ts'

const REPORT: Facts = { type: 'report', author: 'Dmitri Volkov', addressee: 'Sergei Lebedev' }
const RECORD: Facts = { type: 'conversation-record' }

/** Actors → addressees of each act. */
const told = (text: string, facts = JOURNAL, change: Partial<SourceDocument> = {}) =>
  read(text, facts, change).acts.map(({ value }) => `${labels(value.actors)} → ${labels(value.addressees)}`)

const found = <T>(value: T): Found<T> => ({
  value,
  words: '',
  span: { start: 0, end: 0, zone: 'document-header' },
  rule: 'fixture',
})
const party = (role: Party['role'], label: string): Found<Party> => {
  const name: Name = { kind: 'person', label, forms: [] }
  return found({ role, name })
}

describe('the other side of the conversation', () => {
  test('of two visitors, both hear the host', () =>
    expect(told('Cde. Ivanov visited Pak Chol-su. Pak Chol-su thanked for the lorries.', RECORD)).toEqual([
      'Pak Chol-su → Ivanov',
    ]))

  test('as the title of the record names the two', () =>
    expect(
      told('Cde. Ivanov asked about the harvest. Pak Chol-su answered that it was good.', RECORD, {
        title: found('Record of Conversation between Ivanov and Pak Chol-su'),
      }),
    ).toEqual(['Ivanov → Pak Chol-su', 'Pak Chol-su → Ivanov']))

  test('in a conversation that the sentence itself names', () =>
    expect(told('In a conversation with Cde. Petrov Cde. Ivanov stressed that time is short.', TELEGRAM)).toEqual([
      'Ivanov → Petrov',
    ]))

  test('but what one hears of a talk with another is said to the author', () =>
    expect(told('I visited Cde. Ivanov. Cde. Ivanov reported that Cde. Petrov had talked with him.')).toEqual([
      'Ivanov → P. Orlov',
    ]))

  test('what was done at another time was not said to the one who hears of it', () =>
    expect(told('I told Cde. Ivanov that I had made an inquiry in spring.')).toEqual(['P. Orlov → ']))

  test('an acceptance goes to whoever invited', () => {
    const text =
      'I visited Pak Chol-su. Cde. Ivanov invited Pak Chol-su to the opera. Pak Chol-su said that he accepts the invitation.'
    expect(told(text).at(-1)).toBe('Pak Chol-su → Ivanov')
  })

  test('`you`, once named, stays the same while the same person speaks', () => {
    const text =
      'Cde. Ivanov said: “I ask you, Cde. Petrov, to write often.\n\nWe hope that you will help us.” I kept silent.'
    expect(told(text).at(-1)).toBe('Ivanov → Petrov')
  })
})

describe('whom the clause names', () => {
  const table: [string, string[]][] = [
    ['I gave instructions to Cde. Petrov about the ship.', ['P. Orlov → Petrov']],
    ['Cde. Ivanov had sent a letter to the Minister of Trade.', ['Ivanov → Minister of Trade']],
    [
      'Cde. Ivanov communicated the following for transmittal to the Soviet government.',
      ['Ivanov → Soviet government'],
    ],
    ['By order of Cde. Ivanov we closed the port.', ['Ivanov → P. Orlov']],
    [
      'To the question of Cde. Ivanov, when the ship would sail, Cde. Petrov answered that it had sailed.',
      ['Petrov → Ivanov', 'Ivanov → Petrov'],
    ],
    ['Cde. Ivanov agreed with the proposal of Cde. Petrov on fishing.', ['Ivanov → P. Orlov', 'Petrov → Ivanov']],
  ]
  test.each(table)('%s', (sentence, expected) => expect(told(sentence)).toEqual(expected))

  test('`us` in a report is its author', () =>
    expect(told('The ministry refuses to arrange talks between us and the party.', REPORT)).toEqual([
      'ministry → Dmitri Volkov',
    ]))
})

describe('messages that somebody has to pass on', () => {
  test('requests are the addressee’s, news are told to the author', () => {
    const text =
      'Cdes. Ivanov and Petrov asked me to report the following to you. They would like to receive two lorries. They remarked that the road is bad.'
    expect(told(text, REPORT).slice(1)).toEqual(['Ivanov, Petrov → Sergei Lebedev', 'Ivanov, Petrov → Dmitri Volkov'])
  })

  test('to carry and to confirm is for the carrier', () => {
    const parties = [party('addressee', 'Sergei Lebedev'), party('ultimateAddressee', 'Pak Chol-su')]
    const change = { parties: [party('author', 'Dmitri Volkov'), ...parties] }
    expect(
      told('Hand Pak Chol-su the following answer. Send two engineers. Confirm receipt at once.', TELEGRAM, change),
    ).toEqual(['Dmitri Volkov → Sergei Lebedev', 'Dmitri Volkov → Pak Chol-su', 'Dmitri Volkov → Sergei Lebedev'])
  })

  test('the points of a list that somebody asks for', () => {
    const text =
      'Cde. Ivanov and his friends would like, and ask:\na. To send two teachers to Tirana;\nb. To open a school.'
    expect(read(text, REPORT).acts.filter(({ rule }) => rule === 'request-listed').length).toBe(0)
    const asked = 'Cde. Ivanov asks for books and would like:\na. To send two teachers to Tirana.'
    expect(read(asked, REPORT).acts.map(({ value, rule }) => [rule, labels(value.actors)])).toEqual([
      ['request-verb', 'Ivanov'],
      ['request-listed', 'Ivanov'],
    ])
  })
})

describe('decisions', () => {
  const DECISION = { type: 'resolution' }
  const title = found('Decisions of the Politburo on fishing')
  test('are those of the body in the title, and direct whom they name', () =>
    expect(
      told(
        'a) To instruct Cde. Petrov to buy two ships.\n\nb) The consuls do not have the right to sell them.\n\nc) Approve the plan of the Fishing Commission.',
        DECISION,
        { title },
      ),
    ).toEqual(['Politburo → Petrov', 'Politburo → consuls', 'Politburo → Fishing Commission']))

  test('a document without such a title has no such author', () =>
    expect(documentOf('', DECISION).title).toBeUndefined())
})
