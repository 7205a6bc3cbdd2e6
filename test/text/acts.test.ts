import { describe, expect, test } from 'vitest'
import { textRules } from '../../src/text/index.ts'
import { JOURNAL, labels, read, TELEGRAM } from './sample.ts'

/** Kind, actors → addressees of each act of a text. */
const acts = (text: string, facts = JOURNAL) =>
  read(text, facts).acts.map(
    ({ value }) => `${value.kind.replace('Act', '')}: ${labels(value.actors)} → ${labels(value.addressees)}`,
  )

describe('one sentence, its acts', () => {
  const table: [string, string[]][] = [
    ['Pak Chol-su asked me to send two engineers.', ['Request: Pak Chol-su → P. Orlov']],
    ['Pak Chol-su asked whether the engineers had left.', ['Inquiry: Pak Chol-su → P. Orlov']],
    ['I thanked Pak Chol-su for the books.', ['Thanks: P. Orlov → Pak Chol-su']],
    ['Comrade Ivanov expressed gratitude for the loan.', ['Thanks: Ivanov → P. Orlov']],
    ['Cde. Ivanov invited Pak Chol-su to the opera.', ['Invitation: Ivanov → Pak Chol-su']],
    ['I promised to pass this on.', ['Assurance: P. Orlov → ']],
    ['The Soviet government proposes to open a school.', ['Proposal: Soviet government → P. Orlov']],
    ['Cde. Ivanov ordered Cde. Sidorov to leave.', ['Instruction: Ivanov → Sidorov']],
    ['Cde. Ivanov agreed with Pak Chol-su.', ['Agreement: Ivanov → Pak Chol-su']],
    ['Cde. Ivanov did not agree with Pak Chol-su.', ['Refusal: Ivanov → Pak Chol-su']],
    ['Cde. Ivanov refused to sign.', ['Refusal: Ivanov → P. Orlov']],
    ['Cde. Ivanov protested against the arrest.', ['Protest: Ivanov → P. Orlov']],
    ['Cde. Ivanov informed me about the harvest.', ['Information: Ivanov → P. Orlov']],
    ['Cde. Ivanov said that the harvest was good.', ['Information: Ivanov → P. Orlov']],
    ['Cde. Ivanov said that the matter must be settled.', ['Opinion: Ivanov → P. Orlov']],
    ['Cde. Ivanov stressed that the harvest was good.', ['Opinion: Ivanov → P. Orlov']],
    ['Cde. Ivanov replied that he would be glad to come.', ['Agreement: Ivanov → P. Orlov']],
    ['Cde. Ivanov answered in the negative.', ['Refusal: Ivanov → P. Orlov']],
    ['The harvest was good and the roads are dry.', []],
    ['The requests, orders and thanks of the past lie in the archive.', []],
  ]
  test.each(table)('%s', (sentence, expected) => expect(acts(sentence)).toEqual(expected))
})

describe('clauses', () => {
  test('a joined verb shares the subject, and each clause has its own words', () => {
    const { acts: found } = read('Cde. Ivanov asked me to read the list and ordered Cde. Sidorov to copy it.', JOURNAL)
    expect(found.map(({ words }) => words)).toEqual([
      'Cde. Ivanov asked me to read the list',
      'ordered Cde. Sidorov to copy it',
    ])
    expect(found.map(({ value }) => labels(value.actors))).toEqual(['Ivanov', 'Ivanov'])
  })

  test('an insertion between subject and verb is passed over', () =>
    expect(acts('Cde. Ivanov, who was ill, thanked Pak Chol-su for the visit.')).toEqual([
      'Thanks: Ivanov → Pak Chol-su',
    ]))

  test('several persons ask together', () =>
    expect(acts('Cdes. Ivanov, Sidorov, and Petrov requested an answer.')).toEqual([
      'Request: Ivanov, Sidorov, Petrov → P. Orlov',
    ]))

  test('saying that one agrees is agreeing, told once', () =>
    expect(acts('Cde. Ivanov declared that he agrees with the plan.')).toEqual(['Agreement: Ivanov → P. Orlov']))

  test('a report of another act is told beside it', () =>
    expect(acts('Cde. Ivanov reported that Cde. Sidorov had refused to sign.')).toEqual([
      'Information: Ivanov → P. Orlov',
      'Refusal: Sidorov → ',
    ]))

  test('a sentence broken over lines and an empty line is one', () => {
    const [act] = read('I asked Cde. Ivanov to send the newspapers of the\n\nlast month to the embassy.', JOURNAL).acts
    expect(act?.words).toBe('I asked Cde. Ivanov to send the newspapers of the\n\nlast month to the embassy')
    expect(act?.value.content).toBe('send the newspapers of the last month to the embassy')
  })

  test('content leaves out what introduces it', () => {
    const [act] = read('Cde. Ivanov said that the bridge is open.', JOURNAL).acts
    expect(act?.value.content).toBe('the bridge is open')
  })
})

describe('what else an act says', () => {
  const only = (text: string, facts = JOURNAL) => read(text, facts).acts[0]?.value

  test('on whose behalf', () =>
    expect(labels(only('Cde. Ivanov thanked me on behalf of the Albanian government.')?.onBehalfOf ?? [])).toBe(
      'Albanian government',
    ))

  test('by whom it was relayed', () =>
    expect(labels(only('Cde. Ivanov conveyed the answer through Cde. Sidorov.')?.relayedBy ?? [])).toBe('Sidorov'))

  test('on what condition', () =>
    expect(only('Cde. Ivanov agreed to sign on condition that the loan is paid.')?.condition).toBe('the loan is paid'))

  test.each([
    ['Cde. Ivanov will inform the ministers.', 'planned'],
    ['Cde. Ivanov did not inform the ministers.', 'negated'],
    ['Cde. Ivanov informed the ministers.', 'actual'],
    ['Cde. Ivanov can inform the ministers.', 'hypothetical'],
  ])('%s is %s', (sentence, factuality) => expect(only(sentence)?.factuality).toBe(factuality))

  test('who is appointed to what', () => {
    const act = only('The Politburo appointed Cde. Ivanov Consul in Durres.')
    expect([act?.kind, act?.appointee?.label, act?.appointedTo?.label]).toEqual([
      'AppointmentAct',
      'Ivanov',
      'Consul in Durres',
    ])
  })

  test('an acceptance answers the invitation, a promise the request', () => {
    const { acts: found } = read(
      'Cde. Ivanov invited me to the theatre. I accepted. Cde. Ivanov asked me to bring the film. I promised to bring it.',
      JOURNAL,
    )
    expect(found.map(({ value }) => [value.kind, value.respondsTo])).toEqual([
      ['InvitationAct', undefined],
      ['AgreementAct', 0],
      ['RequestAct', undefined],
      ['AssuranceAct', 2],
    ])
  })

  test('the event in which it was done', () => {
    const { acts: found, events } = read('I visited Cde. Ivanov. He thanked me for the books.', JOURNAL)
    expect(events).toHaveLength(1)
    expect(found[0]?.value.event).toBe(0)
  })
})

describe('acts named by a noun', () => {
  test.each([
    ['At the invitation of Cde. Ivanov I looked at the port.', 'Invitation: Ivanov'],
    ['In accordance with the instructions of Cde. Ivanov the ship has sailed.', 'Instruction: Ivanov'],
    ['All like the proposal of the Soviet government on fishing.', 'Proposal: Soviet government'],
    ['To the question of Cde. Ivanov there was no reply.', 'Inquiry: Ivanov'],
  ])('%s', (sentence, expected) => expect(acts(sentence)[0]?.split(' → ')[0]).toBe(expected))

  test('your instructions in a telegram are the addressee’s to its author', () =>
    expect(acts('Following your instructions we have moved the archive.', TELEGRAM)).toEqual([
      'Instruction: Sergei Lebedev → Dmitri Volkov',
    ]))
})

describe('acts of speech in messages and decisions', () => {
  test('an imperative is the author’s instruction', () =>
    expect(acts('Telegraph the result.', TELEGRAM)).toEqual(['Instruction: Dmitri Volkov → Sergei Lebedev']))
  test('advice to the addressee', () =>
    expect(acts('Therefore you should not wait for the spring.', TELEGRAM)).toEqual([
      'Proposal: Dmitri Volkov → Sergei Lebedev',
    ]))
  test('a decision directs those whom it names', () => {
    const { acts: decided } = read('a) Hold the NKVT responsible for trade.\n\nb) Appoint Cde. Ivanov Consul.', {
      type: 'resolution',
      author: 'A. Orlov',
    })
    expect(decided.map(({ value }) => [value.kind, labels(value.addressees), value.appointedTo?.label])).toEqual([
      ['InstructionAct', 'NKVT', undefined],
      ['AppointmentAct', 'Ivanov', 'Consul'],
    ])
  })
  test('an imperative in a journal is none', () => expect(acts('Telegraph the result.')).toEqual([]))
})

describe('switches', () => {
  const text = 'I thanked Cde. Ivanov. He asked me to stay.'
  test('a rule can be left out by its name', () =>
    expect(read(text, { ...JOURNAL, without: ['thanks-verb'] }).acts.map(({ rule }) => rule)).toEqual(['request-verb']))
  test('every rule has a name of its own and a sentence that describes it', () => {
    const names = textRules.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => /^[a-z]+(?:-[a-z]+)*$/.test(name))).toBe(true)
    expect(textRules.every(({ describes }) => describes.endsWith('.'))).toBe(true)
  })
  test('each act and event names a rule of the table', () => {
    const known = new Set(textRules.map(({ name }) => name))
    const { acts: told, events } = read(`I visited Cde. Ivanov. ${text} Why is the port closed?`, JOURNAL)
    expect([...told, ...events].every(({ rule }) => known.has(rule))).toBe(true)
  })
})
