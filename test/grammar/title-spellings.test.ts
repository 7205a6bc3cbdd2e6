import { describe, expect, it } from 'vitest'
import { parseTitle } from '../../src/grammar/title.ts'

const read = (title: string) => {
  const { type, parties, numbers } = parseTitle(title)
  return [
    type?.value,
    ...parties.map(({ value }) => `${value.role} ${value.name.label}`),
    ...numbers.map(({ value }) => `no ${value.value}`),
  ]
}

describe('spellings of titles', () => {
  it.each<[string, (string | undefined)[]]>([
    [
      'Ciphered Telegram, Borisenko to Sokolovskii, Re: Meeting Between USSR and DPRK',
      ['ciphered-telegram', 'sender Borisenko', 'addressee Sokolovskii'],
    ],
    ['Telegram from Nikishov to Beria - A Visit to the City', ['telegram', 'sender Nikishov', 'addressee Beria']],
    [
      'Telegram from Mao Zedong to I.V. Stalin, transmitting a Message to Peng Dehuai',
      ['telegram', 'sender Mao Zedong', 'addressee I.V. Stalin'],
    ],
    [
      'Ciphered Telegram No. 3172, Stalin to Zhou Enlai via Roshchin',
      ['ciphered-telegram', 'sender Stalin', 'addressee Zhou Enlai', 'relayedBy Roshchin', 'no 3172'],
    ],
    [
      'Cable, Stalin [Kuznetsov] to Mao Zedong [via Terebin]',
      ['telegram', 'sender Stalin', 'addressee Mao Zedong', 'relayedBy Terebin'],
    ],
    [
      'Telegram from Soviet Ambassador in Beijing Roshchin to Stalin',
      ['telegram', 'sender Roshchin', 'sentFrom Beijing', 'addressee Stalin'],
    ],
    [
      'Telegram from Washington to Bucharest, SECRET, Regular, No. 083.895',
      ['telegram', 'sentFrom Washington', 'sentTo Bucharest', 'no 083.895'],
    ],
    ['Telegram from Pyongyang, No.061.119, Urgent, SECRET', ['telegram', 'sentFrom Pyongyang', 'no 061.119']],
    [
      'Telegram from the Romanian Embassy in Pyongyang to the Ministry of Foreign Affairs, January 21, 1980, 057026, Secret',
      [
        'telegram',
        'sender Romanian Embassy in Pyongyang',
        'sentFrom Pyongyang',
        'addressee Ministry of Foreign Affairs',
        'no 057026',
      ],
    ],
    [
      'Telegram from Polish Embassy in Washington (Drozniak), 3 November 1962',
      ['telegram', 'sender Polish Embassy in Washington', 'sender Drozniak'],
    ],
    [
      "Research Memorandum REU-25 from Thomas L. Hughes to the Secretary, 'A Title'",
      ['memorandum', 'sender Thomas L. Hughes', 'addressee Secretary', 'no REU-25'],
    ],
    [
      "Memorandum for Mr. Horace Nickels, 'A Title' [Approved for Release, March 2009]",
      ['memorandum', 'addressee Horace Nickels'],
    ],
    ['Memorandum for the Record from Helmut Sonnenfeldt', ['memorandum', 'sender Helmut Sonnenfeldt']],
    [
      'Note from the Soviet Government to the Government of the PRC',
      ['diplomatic-note', 'sender Soviet Government', 'addressee Government of the PRC'],
    ],
    ['Address by Zhou Enlai at the Plenary Session of the State Council (Excerpt)', ['speech', 'author Zhou Enlai']],
    [
      'The Ambassador in China (Gauss) to the Secretary of State',
      [undefined, 'sender Gauss', 'addressee Secretary of State'],
    ],
    [
      "Proposal from Deputy Minister Nicolae Ecobescu to Minister of Foreign Affairs George Macovescu, 'A Title'",
      [undefined, 'sender Nicolae Ecobescu', 'addressee George Macovescu'],
    ],
    ['Gazette of the State Council, No. 12', ['other', 'no 12']],
  ])('%s', (title, expected) => expect(read(title)).toEqual(expected))

  it('takes no date of release for the date of the paper', () => {
    expect(parseTitle("Memorandum for X, 'A Title' [Approved for Release, March 2009]").dates).toEqual([])
  })
})
