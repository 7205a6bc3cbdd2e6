import { describe, expect, test } from 'vitest'
import { JOURNAL, read, TELEGRAM } from './sample.ts'

/** Rule, kind and factuality of each act. */
const told = (text: string, facts = JOURNAL) =>
  read(text, facts).acts.map(({ rule, value }) => `${rule} ${value.kind.replace('Act', '')} ${value.factuality}`)

const kinds = (text: string, facts = JOURNAL) => told(text, facts).map((act) => act.split(' ')[1])

/** Kind and factuality of each event. */
const events = (text: string) => read(text, JOURNAL).events.map(({ value }) => `${value.kind} ${value.factuality}`)

describe('a verb is an act only in its sense', () => {
  const table: [string, string[]][] = [
    ['Cde. Ivanov called on the workers to build a dam.', ['request-called-for Request actual']],
    ['Cde. Ivanov called on the Minister to discuss the dam.', []],
    ['Cde. Ivanov called on the Minister to discuss matters relating to rice.', []],
    ['Cde. Ivanov called to see me this morning.', []],
    ['Cde. Ivanov called attention to the dam.', []],
    ['Cde. Ivanov appealed to Cde. Sidorov to come.', ['request-called-for Request actual']],
    ['Cde. Ivanov appealed to the greed of the merchants.', []],
    ['Cde. Ivanov insisted on a reply.', ['request-called-for Request actual']],
    ['Cde. Ivanov insisted that the dam be built.', ['request-called-for Request actual']],
    ['Cde. Ivanov insisted that the dam was safe.', ['opinion-claimed Opinion actual']],
    ['Cde. Ivanov objected to the dam.', ['protest-verb Protest actual']],
    ['Cde. Ivanov criticized the engineers.', ['criticism-verb Opinion actual']],
    ['Cde. Ivanov deplored the delay.', ['criticism-verb Opinion actual']],
    ['The Albanian government denounced the fishing treaty.', []],
    ['Cde. Ivanov ordered Cde. Sidorov to leave.', ['instruction-verb Instruction actual']],
    ['The ministers sold the ships in order to build a dam.', []],
    ['Cde. Ivanov commanded a regiment.', []],
    ['Cde. Ivanov left Elbasan in order to build a dam.', []],
    ['Cde. Ivanov authorized the sale of two ships.', ['permission-verb Agreement actual']],
    ['Cde. Ivanov would like to receive two maps.', ['request-wish Request actual']],
    ['Cde. Ivanov would like to know the price.', ['inquiry-wish Inquiry actual']],
    ['Cde. Ivanov intends to send two maps.', []],
    ['Cde. Ivanov wants to discuss the harvest with us.', []],
    ['Cde. Ivanov does not wish to receive a medal.', []],
    ['Cde. Ivanov may wish to see the port.', []],
    ['Cde. Ivanov asked Mehmet whether the port was open.', ['inquiry-asked Inquiry actual']],
    ['Cde. Ivanov asked me a number of questions about the port.', ['inquiry-asked Inquiry actual']],
    ['Cde. Ivanov asked me to find out whether the port was open.', ['request-verb Request actual']],
    ['The Albanian government requests a loan.', ['request-verb Request actual']],
    ['The embassy request for a loan is old.', []],
    ['Cde. Ivanov undertook to repair the port.', ['assurance-verb Assurance actual']],
    ['Cde. Ivanov undertook a journey of a month.', []],
    ['Cde. Ivanov assured himself of the quality.', []],
  ]
  test.each(table)('%s', (sentence, expected) => expect(told(sentence)).toEqual(expected))
})

describe('a verb with a noun is an act only in its sense', () => {
  const table: [string, string[]][] = [
    ['Cde. Ivanov raised the question whether the port can be used.', ['question-raised Inquiry actual']],
    ['Cde. Ivanov raised with me the question of how to pay.', ['question-raised Inquiry actual']],
    ['Cde. Ivanov put several questions to me.', ['question-raised Inquiry actual']],
    ['Cde. Ivanov made inquiries about the port.', ['question-raised Inquiry actual']],
    ['Cde. Ivanov raised the question of the port.', []],
    ['Cde. Ivanov took up the question of the port.', []],
    ['Cde. Ivanov gave an assurance of help.', ['assurance-given Assurance actual']],
    ['Cde. Ivanov gave no assurance of help.', ['assurance-given Assurance negated']],
    ['Cde. Ivanov could give no assurance of help.', ['assurance-given Assurance negated']],
    ['Cde. Ivanov expressed readiness for talks.', []],
    ['Cde. Ivanov made a proposal about the port.', ['proposal-made Proposal actual']],
    ['Cde. Ivanov made no proposal about the port.', ['proposal-made Proposal negated']],
    ['The ministry gave careful consideration to all proposals.', []],
    ['The ministry gave careful consideration to his views.', []],
  ]
  test.each(table)('%s', (sentence, expected) => expect(told(sentence)).toEqual(expected))
})

describe('imperatives', () => {
  test.each([
    ['Please send the maps.', ['Request']],
    ['Send the maps.', ['Instruction']],
    ['See to it that the maps arrive.', ['Instruction']],
    ['See page 4 of my report.', []],
    ['Please see my telegram of Monday.', []],
    ['Please accept, Excellency, the assurances of my esteem.', []],
    ['Answer to this letter will be brought by courier.', []],
  ])('%s', (sentence, expected) => expect(kinds(sentence, TELEGRAM)).toEqual(expected))

  test('please from a government to its post abroad directs', () =>
    expect(kinds('Please send the maps.', { ...TELEGRAM, addressee: 'Ambassador in Tirana' })).toEqual(['Instruction']))
})

describe('questions', () => {
  const report = { type: 'report', day: '1951-02-10', author: 'Dmitri Volkov' }
  test.each([
    ['What does the port cost?', JOURNAL, ['Inquiry']],
    ['What does the port cost?', TELEGRAM, ['Inquiry']],
    ['Would it not be better to wait?', TELEGRAM, []],
    ['What does the port cost?', report, []],
    ['Do you know what the port costs?', report, ['Inquiry']],
  ])('%s', (sentence, facts, expected) => expect(kinds(sentence, facts)).toEqual(expected))
})

describe('events in their sense', () => {
  test.each([
    ['They spoke of the negotiations in Geneva.', ['Negotiation actual']],
    ['The ministers agreed to enter into negotiations with Cde. Ivanov.', ['Negotiation planned']],
    ['The ministers entered into negotiations with Cde. Ivanov.', ['Negotiation actual']],
    ['They spoke of the peace conference in Geneva.', ['Conference actual']],
    ['The law was read in the Congress on May 2.', []],
    ['They spoke of the Third Congress of the Party in May.', ['Conference actual']],
    ['He told it at his press conference on May 2.', []],
    ['A peace conference to be held in Geneva is our aim.', ['Conference planned']],
    ['Cde. Ivanov went to Prague.', ['Visit actual']],
    ['Cde. Ivanov returned to Prague.', []],
    ['Cde. Ivanov went back to Prague.', []],
  ])('%s', (sentence, expected) => expect(events(sentence)).toEqual(expected))

  test('a year that lies far off is a number of something else', () => {
    const { events: found } = read('I visited Cde. Ivanov (your No. 5 May 2117).', JOURNAL)
    expect(found[0]?.value.date?.value.edtf).not.toBe('2117-05')
    const { events: before } = read('I visited Cde. Ivanov (your No. 5 May 1619).', JOURNAL)
    expect(before[0]?.value.date?.value.edtf).not.toBe('1619-05')
  })
})

test('the rest of a body’s name is no person', () =>
  expect(read('He wrote to the Commander Operations.', JOURNAL).mentions).toEqual([]))
