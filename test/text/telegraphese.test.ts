import { describe, expect, test } from 'vitest'
import { JOURNAL, labels, read, TELEGRAM } from './sample.ts'

/** Rule, kind, factuality and addressees of each act. */
const told = (text: string, facts = TELEGRAM) =>
  read(text, facts).acts.map(
    ({ value, rule }) =>
      `${rule} ${value.kind} ${value.factuality}: ${labels(value.actors)} → ${labels(value.addressees)}`,
  )

describe('telegrams leave out I', () => {
  const table: [string, string][] = [
    ['Suggest Department inform the consuls.', 'proposal-telegraphed ProposalAct actual'],
    ['Request a ship be sent.', 'request-telegraphed RequestAct actual'],
    ['Believe this road will be closed.', 'opinion-telegraphed OpinionAct actual'],
    ['Agree to the sale of both ships.', 'approval-decided AgreementAct actual'],
    ['Report the price of rice.', 'imperative InstructionAct actual'],
    ['Pls advise soonest.', 'request-please RequestAct actual'],
  ]
  test.each(table)('%s', (text, expected) =>
    expect(told(text)).toEqual([`${expected}: Dmitri Volkov → Sergei Lebedev`]),
  )

  test.each(['Report lists the losses.', 'Present stocks are low.', 'Requests for rice came late.'])('%s', (text) =>
    expect(told(text)).toEqual([]),
  )

  test('in a journal nothing is left out', () => expect(told('Suggest a later day.', JOURNAL)).toEqual([]))
})

describe('to advise', () => {
  test('somebody to do something is a proposal', () =>
    expect(told('I advised Cde. Ivanov to wait.', JOURNAL)).toEqual([
      'advice-verb ProposalAct actual: P. Orlov → Ivanov',
    ]))
  test('that something should be, too', () =>
    expect(told('Cde. Ivanov advised that the port should stay closed.', JOURNAL)).toEqual([
      'advice-that ProposalAct actual: Ivanov → P. Orlov',
    ]))
  test('that something is so is information', () =>
    expect(told('Cde. Ivanov advises he cannot come.', JOURNAL)).toEqual([
      'information-advised InformationAct actual: Ivanov → P. Orlov',
    ]))
})

describe('what is no name and no event', () => {
  const named = (text: string) => read(text, JOURNAL).mentions.map(({ words }) => words)
  test('the place or office of a post', () =>
    expect(named('The Secretary of the Treasury wrote to the Consul General at Mengtze and to Consul Clarke.')).toEqual(
      ['Clarke'],
    ))
  test('a word that opens the sentence', () => expect(named('If Department approves, all is well.')).toEqual([]))
  test('two letters are a surname after an honorific', () => expect(named('General Yu came.')).toEqual(['Yu']))
  test.each(['In meeting the need he was slow.', 'Cde. Ivanov could talk with him.', 'He wanted to visit them.'])(
    '%s',
    (text) => expect(read(text, JOURNAL).events.filter(({ rule }) => /-named$/.test(rule))).toEqual([]),
  )
  test('a wish that somebody do something is not yet done', () =>
    expect(told('I suggest the Ministry inform the consuls.', JOURNAL).at(-1)).toContain('InformationAct proposed'))
})
