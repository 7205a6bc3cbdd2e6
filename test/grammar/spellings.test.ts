import { describe, expect, it } from 'vitest'
import { parseCredits, translatedFrom } from '../../src/grammar/credit.ts'
import { parseDistribution } from '../../src/grammar/distribution.ts'
import { findMarkings } from '../../src/grammar/marking.ts'
import { parseName, splitNames } from '../../src/grammar/name.ts'
import { findNumbers } from '../../src/grammar/number.ts'
import { parseHeading } from '../../src/grammar/subject.ts'
import { findTransmissions, settleTransmissions } from '../../src/grammar/transmission.ts'

describe('names', () => {
  it.each<[string, string, string?, string?]>([
    ['Kuznetsov, Vasili V.', 'Vasili V. Kuznetsov', 'inverted', 'Kuznetsov, Vasili V.'],
    ['Satō, Eisaku', 'Satō Eisaku', 'surname', 'Satō'],
    ['Kawase, Ikkan', 'Kawase Ikkan', 'surname', 'Kawase'],
    ['Chiang, Ching-kuo (Jiang Jingguo)', 'Chiang Ching-kuo', 'romanisation-variant', 'Jiang Jingguo'],
    ['Blair, Anthony Charles Lynton ("Tony")', 'Anthony Charles Lynton Blair', 'variant', 'Tony Blair'],
    ['Shepilov, D. T. (Dmitrii Trofimovich)', 'Dmitrii Trofimovich Shepilov', 'inverted', 'Shepilov, D. T.'],
    ['Filippov [Stalin]', 'Stalin', 'code-name', 'Filippov'],
    ['Feng Xi (Stalin)', 'Stalin', 'code-name', 'Feng Xi'],
    ['FENG XI', 'Feng Xi'],
    ['Stalin [Kuznetsov]', 'Stalin', 'code-name', 'Kuznetsov'],
    ['Terebin (Andrei Orlov)', 'Andrei Orlov', 'code-name', 'Terebin'],
    ['Stalin [via Kuznetsov]', 'Stalin'],
    ['comrade Filippov [Stalin].x/', 'Stalin', 'code-name', 'Filippov'],
    ['Choe Yong-geon [Choe Yong Gon]', 'Choe Yong-geon', 'romanisation-variant', 'Choe Yong Gon'],
    ['Pak [Park]', 'Pak', 'romanisation-variant', 'Park'],
    ['Gao [Gang]', 'Gao Gang', 'surname', 'Gao'],
    ['W[illiam] Hyland', 'William Hyland', 'initials-and-surname', 'W. Hyland'],
    ['Aliev G.A.', 'G.A. Aliev', 'inverted', 'Aliev G.A.'],
    ['S H T Y K O V', 'Shtykov'],
    ['Kim II Sung', 'Kim Il Sung', 'reading-error', 'Kim II Sung'],
    ['Pei Jianzhang et al.', 'Pei Jianzhang'],
    ['The Ambassador in China (Gauss)', 'Gauss'],
  ])('%s is %s', (text, label, kind, value) => {
    const name = parseName(text)
    expect([name.kind, name.label]).toEqual(['person', label])
    if (kind) expect(name.forms).toContainEqual({ value, kind })
  })
  it.each([
    ['Dimitrov, Georgi 1882- 1949', 'Georgi Dimitrov', '1882-1949'],
    ['Hughes, Thomas Lowe 1925-', 'Thomas Lowe Hughes', '1925-'],
    ['Gorbachev, Mikhail Sergeevich, 1931-', 'Mikhail Sergeevich Gorbachev', '1931-'],
    ['John Paul II, Pope, 1920-2005', 'John Paul II', '1920-2005'],
  ])('%s lived', (text, label, years) => expect(parseName(text)).toMatchObject({ label, years }))
  it.each([
    'Japan. Foreign Ministry. Asian Affairs Bureau',
    'Romania. Embassy (Korea : North)',
    'Germany (East). Ministerium für Auswärtige Angelegenheiten',
    'Japan-China Import-Export Association',
    'VKP(b) CC',
  ])('%s is a body', (text) => expect(parseName(text)).toMatchObject({ kind: 'body', label: text }))
  it('parts lists, though one is followed by others', () => {
    const list = (text: string) => splitNames(text).map(({ value }) => value)
    expect(list('Barnabás Vajd, Laura Deal, and Karl P. Benziger')).toHaveLength(3)
    expect(list('Han Nianlong et al.')).toEqual(['Han Nianlong et al.'])
  })
})

describe('credits', () => {
  const credits = (text: string) =>
    parseCredits(text).credits.map(({ value: { role, name, project } }) =>
      [role, name.label, project].filter(Boolean).join(' '),
    )
  it.each<[string, string[]]>([
    ['Translated by 7Brands.', ['translator 7Brands']],
    ['Translated by Danny Rozas', ['translator Danny Rozas']],
    ['Translated by Jingxia Yang and Douglas Stiffler.', ['translator Jingxia Yang', 'translator Douglas Stiffler']],
    ['Translated by Sean Cornell for the Wilson Center', ['translator Sean Cornell']],
    [
      'Obtained and translated for NKIDP by Eliza Gheorghe.',
      ['obtainedBy Eliza Gheorghe NKIDP', 'translator Eliza Gheorghe NKIDP'],
    ],
    [
      'Obtained by James G. Hershberg (George Washington University) and translated by Margaret K. Gnoinska (Troy University).',
      ['obtainedBy James G. Hershberg', 'translator Margaret K. Gnoinska'],
    ],
    [
      'Contributed, transcribed, and translated by Stephan Kieninger.',
      ['contributor Stephan Kieninger', 'transcriber Stephan Kieninger', 'translator Stephan Kieninger'],
    ],
    [
      'Provided to the Archive/A Person by Sergo Mikoyan. With permission of the National Security Archive.',
      ['contributor Sergo Mikoyan', 'contributor National Security Archive'],
    ],
    [
      'obtained by NHK, provided to CWIHP, copy on file at an archive; translation by Vladislav M. Zubok',
      ['obtainedBy Nhk', 'translator Vladislav M. Zubok'],
    ],
  ])('%s', (text, expected) => expect(credits(text)).toEqual(expected))
  it.each<[string, string[]]>([
    ['This document was made possible with support from ROK Ministry of Unification', ['ROK Ministry of Unification']],
    [
      'This document was made possible with support from the MacArthur Foundation, Henry Luce Foundation',
      ['MacArthur Foundation', 'Henry Luce Foundation'],
    ],
    [
      'This document was made possible with support from Chun & Jane Chiu Family Foundation',
      ['Chun & Jane Chiu Family Foundation'],
    ],
  ])('%s', (text, expected) => expect(parseCredits(text).donors.map(({ value }) => value.label)).toEqual(expected))
  it('says the language translated from', () => {
    expect(translatedFrom('translation from Russian by David Wolff').map(({ value }) => value)).toEqual(['rus'])
    expect(translatedFrom('translation from Zhang and Chen')).toEqual([])
  })
})

describe('what an office put on the paper', () => {
  it.each<[string, string[]]>([
    ['C O N F I D E N T I A L', ['confidential']],
    ['Szigorúan titkos!', ['top-secret']],
    ['Streng geheim', ['top-secret']],
    ['Secret; Limited Distribution.', ['secret', 'handling']],
    ['Confidential; Niact.', ['confidential', 'immediate']],
    ['Only copy (Draft)', ['handling']],
    ['Strictly Secret / Making copies is forbidden', ['strictly-secret', 'handling']],
    ['Secret / Indefinite Duration / Copy 19 of 50', ['secret', 'handling']],
  ])('%s is marked', (text, expected) =>
    expect(findMarkings(text).map(({ value }) => value.concept ?? value.kind)).toEqual(expected),
  )
  it.each([
    ['Pb 1193', '1193', 'Pb'],
    ['Secto 10.', '10', 'Secto'],
    ['09CHISINAU694', '09CHISINAU694', ''],
    ['F.N.33.', '33', 'F.N.'],
    ['Protocol #177', '177', 'Protocol #'],
    ['Ciphergram No. 16211', '16211', 'Ciphergram No.'],
  ])('%s is numbered', (text, value, label) => expect(findNumbers(text)[0]?.value).toMatchObject({ value, label }))
  it.each<[string, number | undefined, string[]]>([
    ['Copies: Stalin (2), Molotov, Copy.', undefined, ['Stalin', 'Molotov', 'Copy']],
    ['Distribution list - 11 copies: Stalin - 2, Molotov-1', 11, ['Stalin', 'Molotov']],
    [
      '5 copies\n1. Comr. Stalin\n4. Comr. 10th department\n5. Comr. Copy',
      5,
      ['Comr. Stalin', 'Comr. 10th department', 'Comr. Copy'],
    ],
    ['Five copies printed:\n- 1 Cde. Gromyko\n- 2 Cde. Fedorenko', 5, ['Cde. Gromyko', 'Cde. Fedorenko']],
    ['copies: 1 - to Cde. Stalin\n2 - to Cde. Molotov', undefined, ['Cde. Stalin', 'Cde. Molotov']],
    ['Produced in 5 copies for:\n- Comrade Péter', 5, ['Comrade Péter']],
    ['Excerpts have been sent (to): Cdes. Yagoda, Agranov', undefined, ['Cdes. Yagoda', 'Agranov']],
  ])('%j was given to', (text, total, labels) => {
    const list = parseDistribution(text)
    expect(list.total?.value).toBe(total)
    expect(list.entries.map(({ value }) => value.label)).toEqual(labels)
  })
  it.each<[string, string[]]>([
    ['Chungking, December 7, 1943—4 p.m. [Received 6:20 p.m.]', ['received 1943-12-07T18:20:00']],
    [
      'Sent by wire 14.10.50 at 03:15. Received 14.10.50 06:36. Arrived at 8D 14.10.50 07:10. Deciphered by Morozov 14.10.50 at 07:45',
      [
        'sent 1950-10-14T03:15:00',
        'received 1950-10-14T06:36:00',
        'forwarded 1950-10-14T07:10:00',
        'deciphered 1950-10-14T07:45:00',
      ],
    ],
    ['Sent 20 hours 05 minutes, 13.1.1951', ['sent 1951-01-13T20:05:00']],
  ])('%s was handled', (text, expected) =>
    expect(
      settleTransmissions(findTransmissions(text)).map(({ value }) => `${value.phase} ${value.date?.edtf}`),
    ).toEqual(expected),
  )
})

describe('subjects', () => {
  it.each([
    ['Korea (North)--Foreign relations--Soviet Union', 3],
    ['Korean War, 1950-1953--Soviet Union', 2],
    ['China--Politics and government--1949-1976', 3],
    ['Perestroika', 1],
  ])('%s has its parts in order', (text, count) => {
    expect(parseHeading(text).components).toHaveLength(count)
    expect(parseHeading(text).components.join('--')).toBe(text)
  })
})
