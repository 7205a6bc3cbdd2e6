import { describe, expect, it } from 'vitest'
import { findCopyNumber, findTotalCopies, parseDistribution } from '../../src/grammar/distribution.ts'
import { languageCode } from '../../src/grammar/language.ts'
import { findMarkings } from '../../src/grammar/marking.ts'
import { findNumbers } from '../../src/grammar/number.ts'
import { findReplies } from '../../src/grammar/reply.ts'
import { findStamps } from '../../src/grammar/stamp.ts'
import { parseHeading } from '../../src/grammar/subject.ts'
import { findTransmissions, settleTransmissions } from '../../src/grammar/transmission.ts'

describe('numbers', () => {
  it.each([
    ['Issuing No. 8600', 'issuing', '8600', 'Issuing No.'],
    ['Special no. 550', 'special', '550', 'Special no.'],
    ['Outgoing Nº 12', 'outgoing', '12', 'Outgoing Nº'],
    ['Incoming Nº 5925-gs', 'incoming', '5925-gs', 'Incoming Nº'],
    ['Incoming Nº 01490s', 'incoming', '01490s', 'Incoming Nº'],
    ['N $^{\\circ}$ 133', 'unlabelled', '133', 'N $^{\\circ}$'],
    ['Nº 353', 'unlabelled', '353', 'Nº'],
    ['No. 72/III', 'unlabelled', '72/III', 'No.'],
    ['No.084.504', 'unlabelled', '084.504', 'No.'],
    ['Ciphered Telegram # 600428/sh', 'telegram', '600428/sh', 'Ciphered Telegram #'],
    ['TELEGRAM 066.621', 'telegram', '066.621', 'TELEGRAM'],
    ['Minutes N 33', 'unlabelled', '33', 'Minutes N'],
  ])('%s', (text, kind, value, label) =>
    expect(findNumbers(text)).toEqual([{ value: { value, kind, label }, start: 0, end: text.length }]),
  )

  it.each([
    'Copy Nº 2',
    'No. 2 of 40 copies',
    'Folder no. 1495',
    'your communication No. 359',
    'Working Paper No. 30',
    '29 May 1957',
    'Telegram from Seoul',
    'None 5',
  ])('%j is none of the paper', (text) => expect(findNumbers(text)).toEqual([]))
  it('takes a number alone on its line in a header only', () => {
    const form = 'Special no. 550\n\n113\nIssuing No. 8600'
    expect(findNumbers(form).map(({ value }) => value.value)).toEqual(['550', '8600'])
    expect(findNumbers(form, { alone: true }).map(({ value }) => value.value)).toEqual(['550', '113', '8600'])
  })
  it('gives the date behind the number', () => {
    expect(findNumbers('Nº 353\n\n31 May 1957')[0]?.date?.value.edtf).toBe('1957-05-31')
    expect(findNumbers('Nº 353 was written on 31 May 1957')[0]?.date).toBeUndefined()
  })
})

describe('markings', () => {
  it.each([
    ['Top Secret\n \nMaking copies is prohibited\nSpecial no. 550', ['top-secret', 'handling']],
    ['TOP PRIORITY\n\nSPECIAL\n\nBEIJING', ['top-priority', 'special']],
    ['Top Priority\nSpecial File', ['top-priority', 'special-file']],
    ['SOVIET EMBASSY IN THE DPRK TOP SECRET N° 133', ['top-secret']],
    ['[a stamp: [[TOP]] SECRET Incoming Nº 5]', ['top-secret']],
    ['Far East Department Secret Incoming Nº 01490s', ['secret']],
    ['Classification: Secret', ['secret']],
    ['Urgent, SECRET', ['urgent', 'secret']],
    ['Top Secret Copy Nº 1', ['top-secret']],
    ['stamped "NOT SECRET"', ['handling']],
    ['Secret\nIndefinite Duration\nCopy 19 of 50', ['secret', 'handling']],
    ['Strictly Secret\nMaking copies is forbidden', ['strictly-secret', 'handling']],
    ['Confidential; Niact.', ['confidential', 'immediate']],
    ['the top secret plans of a special and secret service are urgent', []],
  ])('%j', (text, expected) =>
    expect(findMarkings(text).map(({ value }) => value.concept ?? value.kind)).toEqual(expected),
  )
})

describe('copies', () => {
  it('reads a list with an office and a copy for the file among the comrades', () => {
    const text =
      '5 copies\n14 May 1950\n\nCopies:\n1. Comr. Stalin\n2. Comr. Molotov\n3. Comr. Vyshinsky\n4. Comr. 10th department\n5. Comr. Copy'
    const { entries, total, copyNumber } = parseDistribution(text)
    expect([total?.value, copyNumber?.value]).toEqual([5, undefined])
    expect(entries.map(({ value }) => [value.ordinal, value.kind, value.label, value.recipient?.label])).toEqual([
      [1, 'person', 'Comr. Stalin', 'Stalin'],
      [2, 'person', 'Comr. Molotov', 'Molotov'],
      [3, 'person', 'Comr. Vyshinsky', 'Vyshinsky'],
      [4, 'office', 'Comr. 10th department', '10th department'],
      [5, 'file-copy', 'Comr. Copy', undefined],
    ])
    expect(entries.map(({ start, end }) => text.slice(start, end))[3]).toBe('4. Comr. 10th department')
  })
  it.each([
    '\n\n- 1 Cde. Gromyko\n- 2 Cde. Fedorenko\n- 3 to file\n\nNº 353',
    ' - 1 Cde. Gromyko - 2 Cde. Fedorenko - 3 to file',
  ])('reads %j', (list) => {
    const { entries, total } = parseDistribution(`Three copies printed:${list}`)
    expect(total?.value).toBe(3)
    expect(entries.map(({ value }) => `${value.ordinal} ${value.kind} ${value.label}`)).toEqual([
      '1 person Cde. Gromyko',
      '2 person Cde. Fedorenko',
      '3 file-copy to file',
    ])
  })
  it('reads lists without numbers', () => {
    const { entries, total } = parseDistribution('Distribution list - 11 copies: Stalin - 2, Molotov-1, Malenkov - 1.')
    expect([total?.value, ...entries.map(({ value }) => value.recipient?.label)]).toEqual([
      11,
      'Stalin',
      'Molotov',
      'Malenkov',
    ])
    expect(
      parseDistribution('Produced in 5 copies for:\n- Comrade Péter\n- Foreign Department').entries.map(
        ({ value }) => value.kind,
      ),
    ).toEqual(['person', 'office'])
  })
  it.each([
    ['Copy N $^{\\circ}$ 2 31 May 1957', 2, undefined],
    ['Copy Nº 1', 1, undefined],
    ['Copy 19 of 50', 19, 50],
    ['No. 2 of 40 copies', 2, 40],
    ['Five copies printed', undefined, 5],
    ['5 copies\n14 May 1950', undefined, 5],
    ['copies of the letter', undefined, undefined],
  ])('%j', (text, copy, total) =>
    expect([findCopyNumber(text)?.value, findTotalCopies(text)?.value]).toEqual([copy, total]),
  )
})

describe('handling times', () => {
  const read = (text: string) =>
    settleTransmissions(findTransmissions(text)).map(({ value, certainty }) => [
      value.phase,
      value.date?.edtf,
      certainty,
    ])
  it('takes a receipt before the sending for the hand-in', () => {
    expect(read('Received on 4:10 am, 14 May 1950\nSent on 5:30 am, 14 May 1950')).toEqual([
      ['handed-in', '1950-05-14T04:10:00', 'inferred'],
      ['sent', '1950-05-14T05:30:00', undefined],
    ])
  })
  it('leaves phases alone that come in order', () => {
    const text =
      'Sent by wire on 10/14/50 at 03:15 a.m.\nReceived in Moscow on 10/14/50 at 6:36 a.m.\nArrived at the 8D/GS on 10/14/50 at 7:10 a.m.\nDeciphered by Morozov on 10/14/50 at 7:45 a.m.'
    expect(read(text).map(([phase]) => phase)).toEqual(['sent', 'received', 'forwarded', 'deciphered'])
    expect(findTransmissions(text).map(({ start, end }) => text.slice(start, end))[0]).toBe(
      'Sent by wire on 10/14/50 at 03:15 a.m.',
    )
  })
  it('knows a day from a time of that day', () =>
    expect(read('Received 14 May 1950\nSent 14 May 1950 at 5:30')[0]?.[0]).toBe('received'))
  it('is no prose', () =>
    expect(findTransmissions('We received your letter of 14 May 1950. He sent two more on 15 May 1950.')).toEqual([]))
})

describe('stamps', () => {
  const text =
    'x [partial image of a stamp: [[TOP]] SECRET Incoming Nº 5925-gs 11 June 1957] [USSR MFA Stamp: Far East Department Secret Incoming Nº 01490s 12 June 1957] [signature]'
  const stamps = findStamps(text)
  it('reads number, date, marking and office', () => {
    expect(
      stamps.map(({ value }) => [
        value.office?.label,
        value.date?.value.edtf,
        value.numbers[0]?.value.value,
        value.markings[0]?.value.concept,
        value.incomplete,
      ]),
    ).toEqual([
      [undefined, '1957-06-11', '5925-gs', 'top-secret', true],
      ['USSR MFA. Far East Department', '1957-06-12', '01490s', 'secret', false],
    ])
  })
  it('places its parts in the text given', () => {
    const number = stamps[1]?.value.numbers[0]
    expect(number && text.slice(number.start, number.end)).toBe('Incoming Nº 01490s')
    expect(stamps[0] && text.slice(stamps[0].start, stamps[0].end)).toMatch(/^\[partial.*1957\]$/)
  })
  it('is found behind a bracket that never closes', () => expect(findStamps('[ x [Stamp: seen]')).toHaveLength(1))
})

describe('other papers', () => {
  it.each([
    ['In response to your communication No. 359.', 'isReplyTo', 'communication', '359', 'communication No. 359'],
    [
      'Following your instructions (Your Communication #242) we',
      'implementsInstruction',
      'communication',
      '242',
      'Communication #242',
    ],
    [
      'In accordance with your directive dated 13.10.50 I',
      'implementsInstruction',
      'directive',
      undefined,
      'directive dated 13.10.50',
    ],
    ['We received your telegrams of January 31 on', 'isReplyTo', 'telegram', undefined, 'telegrams of January 31'],
    ['Re your telegram No. 12', 'isReplyTo', 'telegram', '12', 'telegram No. 12'],
    ['In reply to the letter of 29 March 1953', 'isReplyTo', 'letter', undefined, 'letter of 29 March 1953'],
    ['I read your telegram No. 0100 out', 'refersToDocument', 'telegram', '0100', 'telegram No. 0100'],
  ])('%s', (text, relation, kind, number, label) =>
    expect(findReplies(text)[0]?.value).toEqual({ relation, kind, label, ...(number && { number }) }),
  )
  it.each(['according to the letter of the law', 'we received your letter with joy', 'the telegram was short'])(
    '%j names none',
    (text) => expect(findReplies(text)).toEqual([]),
  )
})

describe('headings and languages', () => {
  it('splits at two hyphens only', () => {
    expect(parseHeading('Korea (North)--Foreign relations--Soviet Union').components).toEqual([
      'Korea (North)',
      'Foreign relations',
      'Soviet Union',
    ])
    expect(parseHeading('Korean War, 1950-1953--Soviet Union').components).toEqual([
      'Korean War, 1950-1953',
      'Soviet Union',
    ])
    expect(parseHeading('Ukraine--Economic policy--1991-').label).toBe('Ukraine--Economic policy--1991-')
    expect(parseHeading('').components).toEqual([])
  })
  it('knows the codes', () => {
    expect(languageCode('Russian')).toEqual({ iso: 'rus', tag: 'ru' })
    expect(languageCode(' chinese ')).toEqual({ iso: 'chi', tag: 'zh' })
    expect(languageCode('Klingon')).toBeUndefined()
  })
})
