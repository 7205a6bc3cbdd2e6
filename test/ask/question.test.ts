/** The address that holds a question: read, written, changed by the buttons of the form. */
import { describe, expect, test } from 'vitest'
import { daysOf } from '../../src/ask/days.ts'
import { addressOf, MOST_CONDITIONS, plainText, readQuestion } from '../../src/ask/question.ts'
import { model } from './sample.ts'

const read = (parameters: string) => readQuestion(new URLSearchParams(parameters), model)
/** The address that a form leads to. */
const led = (parameters: string) => {
  const { question, faults } = read(parameters)
  expect(faults).toEqual([])
  return question === undefined ? undefined : addressOf(question)
}

test.each([
  'find=Document',
  'find=Telegram&1=sender&1.named=Filippov&1.show=on&2=date&2.from=1950&2.to=1953-07',
  'find=Document&1=reportsAct&1.kind=RequestAct&1.1=actor&1.1.named=Kim&1.2=actAddressee&1.2.mode=no&rows=one',
  'find=Person&1=sender-of&1.1=dcterms%3Atitle&1.1.match=begins&1.1.words=Cable&addresses=on&order=name&down=on&limit=all',
  'find=ArchivalUnit&1=unitLevel&1.of=opis&limit=500',
])('%s is read and written as it is', (parameters) => expect(led(parameters)).toBe(parameters))

test('what a form sends besides is left out', () => {
  expect(led('find=Document&1=sender&1.mode=has&1.named=+&1.kind=&1.add=&add=&rows=each&order=&limit=100&junk=1')).toBe(
    'find=Document&1=sender',
  )
  expect(read('').question).toBeUndefined()
})

test('a condition is added, to the question or to a condition', () => {
  expect(led('find=Document&add=sender')).toBe('find=Document&1=sender&1.show=on')
  expect(led('find=Document&1=sender&3=date&add=words')).toBe('find=Document&1=sender&2=date&3=words')
  expect(read('find=Document&7=reportsAct&7.add=actor')).toMatchObject({ added: '1.1' })
  expect(led('find=Document&7=reportsAct&7.add=actor')).toBe('find=Document&1=reportsAct&1.1=actor&1.1.show=on')
})

test('a condition is removed with all that is below it, and the others move up', () => {
  const three = 'find=Document&1=reportsAct&1.1=actor&1.2=content&2=sender&3=date'
  expect(led(`${three}&remove=1`)).toBe('find=Document&1=sender&2=date')
  expect(led(`${three}&remove=1.1`)).toBe('find=Document&1=reportsAct&1.1=content&2=sender&3=date')
  expect(led(`${three}&remove=9`)).toBe(three)
})

describe('what is faulty is said, and where', () => {
  test.each([
    ['find=Nothing', [{ message: '“Nothing” is nothing that can be sought.' }]],
    ['find=Document&1=date&1.from=1950-02-30', [{ at: '1', field: 'from' }]],
    ['find=Document&1=entryOf&2=totalCopies&2.to=many', [{}, { at: '1', field: 'to' }]],
    [
      'find=Person&1=reportsAct',
      [{ message: expect.stringContaining('“reportsAct” is nothing that can be asked of: person') }],
    ],
    ['find=Document&1=constructor', [{}]],
  ])('%s', (parameters, faults) => expect(read(parameters).faults).toMatchObject(faults))

  test('too many conditions', () => {
    const many = Array.from({ length: MOST_CONDITIONS + 1 }, (_, i) => `${i + 1}=sender`).join('&')
    expect(read(`find=Document&${many}`).faults).toHaveLength(1)
    expect(read(`find=Document&${many}`).question?.conditions).toHaveLength(MOST_CONDITIONS)
  })
})

test('values that are not offered are not taken', () => {
  const asked =
    'find=Document&1=classificationMarking&1.of=secret%3E&1.mode=union&2=reportsAct&2.kind=Person&2.match=is'
  expect(led(`${asked}&rows=all&order=%3Fx%29&limit=-3`)).toBe('find=Document&1=classificationMarking&2=reportsAct')
})

test('texts are of one line, of limited length, without halves of signs', () => {
  expect(plainText(' a\u0000b\r\n\u2028c\ud800 ')).toBe('a b c')
  expect([...plainText('𝒳'.repeat(500))]).toHaveLength(200)
})

test('no step goes further than four', () => {
  const deep = 'find=Document&1=sender&1.1=sender-of&1.1.1=sender&1.1.1.1=sender-of&1.1.1.1.1=sender'
  expect(led(deep)).toBe('find=Document&1=sender&1.1=sender-of&1.1.1=sender&1.1.1.1=sender-of')
})

test.each([
  ['1950', '1950-01-01', '1950-12-31'],
  ['1952-02', '1952-02-01', '1952-02-29'],
  ['1950-05-14', '1950-05-14', '1950-05-14'],
])('%s is from %s to %s', (text, first, last) => expect(daysOf(text)).toEqual({ first, last }))
test.each(['', '50', '1950-13', '1950-00', '1951-02-29', '1950-5', '0000', '1950"', '-1950'])('%s is no date', (text) =>
  expect(daysOf(text)).toBeUndefined(),
)
