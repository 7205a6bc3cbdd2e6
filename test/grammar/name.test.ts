import { describe, expect, it } from 'vitest'
import { parseName, splitNames } from '../../src/grammar/name.ts'

const formsOf = (text: string) => Object.fromEntries(parseName(text).forms.map(({ kind, value }) => [kind, value]))

describe('inverted names', () => {
  it.each([
    ['Kim, Il Sung', 'Kim Il Sung', 'Kim'],
    ['Mao, Zedong', 'Mao Zedong', 'Mao'],
    ['Satō, Eisaku', 'Satō Eisaku', 'Satō'],
    ['Kawase, Ikkan', 'Kawase Ikkan', 'Kawase'],
    ['Nguyen, Van Linh', 'Nguyen Van Linh', 'Nguyen'],
    ['Kuznetsov, Vasili V.', 'Vasili V. Kuznetsov', 'Kuznetsov'],
    ['Fedorenko, Nikolai Trofimovich', 'Nikolai Trofimovich Fedorenko', 'Fedorenko'],
    ['Guterres, António Manuel de Oliveira', 'António Manuel de Oliveira Guterres', 'Guterres'],
    ['Chebrikov, V.M.', 'V.M. Chebrikov', 'Chebrikov'],
    ['Lee, John', 'John Lee', 'Lee'],
  ])('%s is read %s', (text, label, surname) => {
    expect(parseName(text)).toMatchObject({ kind: 'person', label })
    expect(formsOf(text)).toMatchObject({ inverted: text, surname })
  })
  it('keeps life years apart', () => {
    expect(parseName('Dimitrov, Georgi 1882- 1949')).toMatchObject({ label: 'Georgi Dimitrov', years: '1882-1949' })
    expect(parseName('Gorbachev, Mikhail Sergeevich, 1931-')).toMatchObject({
      label: 'Mikhail Sergeevich Gorbachev',
      years: '1931-',
    })
    expect(parseName('John Paul II, Pope, 1920-2005')).toMatchObject({
      label: 'John Paul II',
      honorific: 'Pope',
      years: '1920-2005',
    })
  })
})

describe('brackets', () => {
  it.each([
    ['Filippov [Stalin]', 'Stalin', { 'code-name': 'Filippov' }],
    ['Feng Xi (Stalin)', 'Stalin', { 'code-name': 'Feng Xi' }],
    ['Terebin (Andrei Orlov)', 'Andrei Orlov', { 'code-name': 'Terebin' }],
    ['Choe Yong-geon [Choe Yong Gon]', 'Choe Yong-geon', { 'romanisation-variant': 'Choe Yong Gon' }],
    ['Li Dong-geun [Li Dong Kun]', 'Li Dong-geun', { 'romanisation-variant': 'Li Dong Kun' }],
    ['Chiang Kai-shek [Jiang Jieshi]', 'Chiang Kai-shek', { 'romanisation-variant': 'Jiang Jieshi' }],
    ['Chiang, Ching-kuo (Jiang Jingguo)', 'Chiang Ching-kuo', { 'romanisation-variant': 'Jiang Jingguo' }],
    ['Tan [Tang] Enbo', 'Tan Enbo', { 'romanisation-variant': 'Tang Enbo' }],
    ['W[illiam] Hyland', 'William Hyland', { 'initials-and-surname': 'W. Hyland' }],
    ['Zhou [Enlai]', 'Zhou Enlai', { surname: 'Zhou' }],
    ['[Richard] Dixon', 'Richard Dixon', { surname: 'Dixon' }],
    ['Kim Il Sung (金日成)', 'Kim Il Sung', { 'original-script': '金日成' }],
    ['Telegraph Agency of the Soviet Union (TASS)', 'Telegraph Agency of the Soviet Union', { established: 'TASS' }],
  ])('%s is %s', (text, label, forms) => {
    expect(parseName(text).label).toBe(label)
    expect(formsOf(text)).toMatchObject(forms)
  })
  it.each(['[me]', '[some]', '[signature]', ''])('%j names nobody', (text) =>
    expect(parseName(text).kind).toBe('unknown'),
  )
  it('drops what an editor put in', () => {
    expect(parseName('Stalin [via Kuznetsov]')).toEqual({ kind: 'person', label: 'Stalin', forms: [] })
    expect(parseName('Blair, Anthony Charles Lynton ("Tony")').label).toBe('Anthony Charles Lynton Blair')
  })
})

describe('letters', () => {
  it.each([
    ['VYSHINSKY', 'Vyshinsky', { surname: 'VYSHINSKY' }],
    ['S H T Y K O V', 'Shtykov', { surname: 'S H T Y K O V' }],
    ['A. M. PUZANOV', 'A. M. Puzanov', { 'initials-and-surname': 'A. M. PUZANOV' }],
    ['PAK HEON-YEONG', 'Pak Heon-yeong', { established: 'PAK HEON-YEONG' }],
    ['Aliev G.A.', 'G.A. Aliev', { inverted: 'Aliev G.A.' }],
    ['Kim II Sung', 'Kim Il Sung', { 'reading-error': 'Kim II Sung' }],
    ['KIM II SUNG', 'Kim Il Sung', { 'reading-error': 'KIM II SUNG' }],
    ['Jeong II-yong', 'Jeong Il-yong', { 'reading-error': 'Jeong II-yong' }],
    ['Nam II', 'Nam Il', { 'reading-error': 'Nam II' }],
  ])('%s is %s', (text, label, forms) => {
    expect(parseName(text).label).toBe(label)
    expect(formsOf(text)).toMatchObject(forms)
  })
  it('leaves the numbers of popes alone', () =>
    expect(parseName('John Paul II')).toEqual({ kind: 'person', label: 'John Paul II', forms: [] }))
})

describe('roles and courtesy', () => {
  it.each([
    ['Cde. Gromyko', 'Gromyko', 'Cde.', undefined],
    ['Com[rade] F. Kuznetsov', 'F. Kuznetsov', 'Comrade', undefined],
    ['Marshal Stalin', 'Stalin', 'Marshal', undefined],
    ["Military Attaché General-Lieutenant D'yakonov", "D'yakonov", 'General-Lieutenant', 'Military Attaché'],
    ['Former Chief Military Adviser Cde. Danilov', 'Danilov', 'Cde.', 'Former Chief Military Adviser'],
    ['Minister of Defense Choe Yong-geon [Choe Yong Gon]', 'Choe Yong-geon', undefined, 'Minister of Defense'],
    ['Soviet Ambassador to the DPRK A.M. Puzanov', 'A.M. Puzanov', undefined, 'Soviet Ambassador to the DPRK'],
    [
      'SOVIET AMBASSADOR IN THE DPRK [signature] (A. PUZANOV)',
      'A. Puzanov',
      undefined,
      'SOVIET AMBASSADOR IN THE DPRK',
    ],
    [
      'Deputy KWP CC Chairman and Deputy Premier Jeong Il-yong',
      'Jeong Il-yong',
      undefined,
      'Deputy KWP CC Chairman and Deputy Premier',
    ],
    [
      'Fidel Castro Ruz, Prime Minister of the Republic of Cuba',
      'Fidel Castro Ruz',
      undefined,
      'Prime Minister of the Republic of Cuba',
    ],
    ['[Foreign Ministry Director Eugeniusz] MILNIKIEL', 'Eugeniusz Milnikiel', undefined, 'Foreign Ministry Director'],
  ])('%s is %s', (text, label, honorific, role) => {
    const name = parseName(text)
    expect([name.kind, name.label, name.honorific, name.role]).toEqual(['person', label, honorific, role])
  })
})

describe('kinds', () => {
  it.each([
    ['Japan. Foreign Ministry. Asian Affairs Bureau', 'body'],
    ['Romania. Embassy (Korea : North)', 'body'],
    ['Japan-China Import-Export Association', 'body'],
    ["Presidium of the Supreme People's Assembly", 'body'],
    ['10th department', 'body'],
    ['SovAmbassador', 'position'],
    ['Soviet Ambassador to the DPRK', 'position'],
    ['Minister of Foreign Affairs of the DPRK', 'position'],
    ['All Provincial Premiers', 'group'],
    ['North Korea', 'state'],
    ['Pyongyang', 'place'],
    ['John S. Service', 'person'],
  ])('%s is a %s', (text, kind) => expect(parseName(text)).toMatchObject({ kind, label: text }))
})

describe('lists', () => {
  it.each([
    ['Kuznetsov, Fedorenko', ['Kuznetsov', 'Fedorenko']],
    ['Stalin, Molotov, Beria, and Malenkov', ['Stalin', 'Molotov', 'Beria', 'Malenkov']],
    ['I. Stalin and V. Molotov', ['I. Stalin', 'V. Molotov']],
    [
      'Deputy KWP CC Chairman and Deputy Premier Jeong Il-yong',
      ['Deputy KWP CC Chairman and Deputy Premier Jeong Il-yong'],
    ],
    [
      'Heo Dam, DPRK Vice-Prime Minister and Minister of Foreign Affairs',
      ['Heo Dam, DPRK Vice-Prime Minister and Minister of Foreign Affairs'],
    ],
    ['L.D. Wilgress, Canadian Embassy, Moscow', ['L.D. Wilgress, Canadian Embassy, Moscow']],
    ['Chun & Jane Chiu Family Foundation', ['Chun & Jane Chiu Family Foundation']],
    ['Vice Premier Chen [Yi] and Premier Zhou [Enlai]', ['Vice Premier Chen [Yi]', 'Premier Zhou [Enlai]']],
    ['', []],
  ])('%s', (text, names) => {
    const found = splitNames(text)
    expect(found.map(({ value }) => value)).toEqual(names)
    for (const { value, start, end } of found) expect(text.slice(start, end)).toBe(value)
  })
})

it('reads its own labels back', () => {
  for (const text of [
    'Kim, Il Sung',
    'Kuznetsov, Vasili V.',
    'VYSHINSKY',
    'Choe Yong-geon [Choe Yong Gon]',
    'Satō, Eisaku',
  ]) {
    const { label } = parseName(text)
    expect(parseName(label).label).toBe(label)
  }
})
