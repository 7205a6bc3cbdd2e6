import { describe, expect, it } from 'vitest'
import { parseTitle } from '../../src/grammar/title.ts'

const read = (title: string) => {
  const parts = parseTitle(title)
  return [parts.type?.value, ...parts.parties.map(({ value }) => `${value.role} ${value.name.label}`)]
}

describe('correspondence', () => {
  it.each([
    [
      'Ciphered Telegram No. 8600, Vyshinsky to Mao Zedong',
      ['ciphered-telegram', 'sender Vyshinsky', 'addressee Mao Zedong'],
    ],
    [
      'Ciphered Telegram, Roshchin to Cde. Filippov [Stalin]',
      ['ciphered-telegram', 'sender Roshchin', 'addressee Stalin'],
    ],
    [
      'Telegram from Kuznetsov and Fedorenko in Pyongyang',
      ['telegram', 'sender Kuznetsov', 'sender Fedorenko', 'sentFrom Pyongyang'],
    ],
    [
      'Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]',
      ['telegram', 'sender Stalin', 'addressee Mao Zedong', 'relayedBy Kovalev'],
    ],
    [
      'Ciphered Telegram No. 709, Filippov [Stalin] to Krasovsky, for Mao Zedong',
      ['ciphered-telegram', 'sender Stalin', 'addressee Krasovsky', 'ultimateAddressee Mao Zedong'],
    ],
    [
      'TELEGRAM 066.621 from the Romanian Embassy in Pyongyang to the Romanian Ministry of Foreign Affairs',
      [
        'telegram',
        'sender Romanian Embassy in Pyongyang',
        'sentFrom Pyongyang',
        'addressee Romanian Ministry of Foreign Affairs',
      ],
    ],
    [
      'Report from the Romanian Embassy to Pyongyang to the Ministry of Foreign Affairs on the Situation',
      ['report', 'sender Romanian Embassy to Pyongyang', 'sentFrom Pyongyang', 'addressee Ministry of Foreign Affairs'],
    ],
    [
      'REPORT, EMBASSY OF HUNGARY IN NORTH KOREA TO THE HUNGARIAN FOREIGN MINISTRY',
      ['report', 'sender Embassy of Hungary in North Korea', 'addressee Hungarian Foreign Ministry'],
    ],
    [
      'Letter, Jawaharlal Nehru to All Provincial Premiers',
      ['letter', 'sender Jawaharlal Nehru', 'addressee All Provincial Premiers'],
    ],
    [
      'Letter from Todor Zhivkov to Leonid Ilyich Brezhnev, Sofia',
      ['letter', 'sender Todor Zhivkov', 'addressee Leonid Ilyich Brezhnev', 'sentFrom Sofia'],
    ],
    [
      "Letter, Dimitrov to Molotov, 'The Situation in the People's Party of Iran'",
      ['letter', 'sender Dimitrov', 'addressee Molotov'],
    ],
    [
      'Letter No. 402 from L.D. Wilgress, Canadian Embassy, Moscow, to the Secretary of State for External Affairs, W.L. Mackenzie King',
      ['letter', 'sender L.D. Wilgress', 'sentFrom Moscow', 'addressee W.L. Mackenzie King'],
    ],
    [
      'Cable from Dimitrov to Stalin, Molotov, and Malenkov',
      ['telegram', 'sender Dimitrov', 'addressee Stalin', 'addressee Molotov', 'addressee Malenkov'],
    ],
  ])('%s', (title, expected) => expect(read(title)).toEqual(expected))
})

describe('journals', () => {
  it('of one day are entries', () => {
    const title = 'Journal of Soviet Ambassador to the DPRK A.M. Puzanov for 12 March 1958'
    const parts = parseTitle(title)
    expect(read(title)).toEqual(['journal-entry', 'author A.M. Puzanov'])
    expect(parts.parties[0]?.value.name.role).toBe('Soviet Ambassador to the DPRK')
    expect(parts.entryDate?.value.edtf).toBe('1958-03-12')
    expect(parts.period).toBeUndefined()
  })
  it('of several days cover a period', () => {
    const parts = parseTitle(
      'The Journal of Soviet Ambassador to the DPRK A. M. PUZANOV for the period 6 through 29 May 1957',
    )
    expect(parts.type?.value).toBe('journal')
    expect(parts.period?.value.edtf).toBe('1957-05-06/1957-05-29')
    expect(parts.entryDate).toBeUndefined()
  })
  it('give extracts of another kind', () => {
    const title =
      "From the Journal of A.I. Alekseyev, 'Record of a Conversation with Fidel Castro Ruz, Prime Minister of the Republic of Cuba, 7 March 1963'"
    const parts = parseTitle(title)
    expect(read(title)).toEqual(['conversation-record', 'author A.I. Alekseyev'])
    expect(parts.journalOf?.value.label).toBe('A.I. Alekseyev')
    expect(parts.participants.map(({ value }) => value.label)).toEqual(['Fidel Castro Ruz'])
  })
})

describe('talks and papers of one author', () => {
  it.each([
    [
      'Record of Conversation between Soviet Ambassador in China Apollon Petrov and Zhou Enlai and Wang Ruofei',
      'conversation-record',
      ['Apollon Petrov', 'Zhou Enlai', 'Wang Ruofei'],
    ],
    [
      'Memorandum of Conversation between Anastas Mikoyan and Mao Zedong',
      'memorandum-of-conversation',
      ['Anastas Mikoyan', 'Mao Zedong'],
    ],
    ['Minutes of Conversation, Todor Zhivkov – Leonid Brezhnev', 'minutes', ['Todor Zhivkov', 'Leonid Brezhnev']],
    [
      "The Chancellor's [Helmut Kohl's] Meeting with British PM Blair on 20 October 1997, 10.30 a.m. - 3 p.m. in Chequers",
      'conversation-record',
      ['Helmut Kohl', 'Blair'],
    ],
    [
      'Memorandum of Conversation, Albanian Labor Party Delegation with Mao Zedong',
      'memorandum-of-conversation',
      ['Albanian Labor Party Delegation', 'Mao Zedong'],
    ],
  ])('%s', (title, type, participants) => {
    const parts = parseTitle(title)
    expect(parts.type?.value).toBe(type)
    expect(parts.participants.map(({ value }) => value.label)).toEqual(participants)
    expect(parts.parties).toEqual([])
  })
  it.each([
    [
      'Remarks of Senator John F. Kennedy in the Senate, Washington, D.C., July 2, 1957',
      ['speech', 'author John F. Kennedy'],
    ],
    ['Notes of G. Dimitrov on a Phone Call from Stalin', [undefined, 'author G. Dimitrov']],
    ['Anastas Mikoyan’s Recollections of his Trip to China', ['other', 'author Anastas Mikoyan']],
  ])('%s', (title, expected) => expect(read(title)).toEqual(expected))
  it.each([
    ['Politburo Decisions of 29 September 1935 Concerning Xinjiang', ['resolution']],
    ['Telegram Reporting on a Meeting with Kim Il Sung', ['telegram']],
    ['KGB Information No. 298-A on Kim Philbey Visit to Bulgaria', ['report']],
    ['', [undefined]],
  ])('%s names no party', (title, expected) => expect(read(title)).toEqual(expected))
})

it('says where everything stands', () => {
  const title =
    'Telegram from the Romanian Embassy in Pyongyang to the Ministry of Foreign Affairs in Bucharest, November 3, 1954, 111.867'
  const parts = parseTitle(title)
  const words = (match: { start: number; end: number }) => title.slice(match.start, match.end)
  expect(parts.dates.map(words)).toEqual(['November 3, 1954'])
  expect(parts.parties.map((party) => [party.value.role, words(party)])).toEqual([
    ['sender', 'the Romanian Embassy in Pyongyang'],
    ['sentFrom', 'Pyongyang'],
    ['addressee', 'the Ministry of Foreign Affairs in Bucharest'],
    ['sentTo', 'Bucharest'],
  ])
  expect(parseTitle('Ciphered Telegram No. 8600, X to Y').numbers.map(({ value }) => value.value)).toEqual(['8600'])
})
