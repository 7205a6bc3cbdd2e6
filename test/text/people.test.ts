import { describe, expect, test } from 'vitest'
import { read } from './sample.ts'

const people = (text: string) =>
  read(text).mentions.flatMap(({ value: { name }, words }) =>
    name.kind === 'person' ? [`${words} = ${name.label}`] : [],
  )

describe('persons by the shape of their names', () => {
  test.each([
    ['We saw Choe Min-ho in the hall.', ['Choe Min-ho = Choe Min-ho']],
    ['It was Wang Jianguo who came.', ['Wang Jianguo = Wang Jianguo']],
    ['The list has A. B. Kuropatkin on it.', ['A. B. Kuropatkin = A.B. Kuropatkin']],
    ['The note of Cde. Beridze is lost.', ['Beridze = Beridze']],
    ['It was sent to Minister of Trade Hoxholli today.', ['Hoxholli = Hoxholli']],
    ['Typed by Nefedkina in one copy.', ['Nefedkina = Nefedkina']],
    ['Copies: Smirnov - 2, Beqiri - 1, Kadare - 1.', ['Smirnov = Smirnov', 'Beqiri = Beqiri', 'Kadare = Kadare']],
    ['K U Z M I N', ['K U Z M I N = Kuzmin']],
  ])('%s', (text, expected) => expect(people(text)).toEqual(expected))
})

describe('what is no person', () => {
  test.each([
    'The Foreign Ministry, the Supreme Soviet and the Red Cross met in Hong Kong in March.',
    'USSR MFA, Tenth Department, Top Secret, Copy No. 2.',
    'Comr. Copy and Comr. 10th department.',
    'Characterizing Manchurian Railways, Deputy KWP CC officials.',
    'Accordingly the Deputy Administrator waited. Presumably he knew.',
    'A. Recognition of rights. B. Security of trade. C. Plans.',
    'The U. S. Agencies and U.S. Cotton came with the Intelligence Officer and General Military Assistance.',
  ])('%s', (text) => expect(people(text)).toEqual([]))
})

test.each([
  ['Then the Assistant to Ambassador Kuropatkin came.', 'Ambassador'],
  ['They spoke of the Return of Ambassador Kuropatkin.', 'Ambassador'],
  ['Apparently Foreign Minister Kuropatkin came.', 'Foreign Minister'],
  ['Then the Ambassador to Burma Kuropatkin came.', 'Ambassador to Burma'],
  ['Then Chief of General Staff Kuropatkin came.', 'Chief of General Staff'],
])('the post is the person’s own: %s', (text, role) => {
  const [person] = read(text).mentions.filter(({ value: { name } }) => name.kind === 'person')
  expect(person?.value.name).toMatchObject({ label: 'Kuropatkin', role })
})

test('the paper is no part of its author’s post', () => {
  const [mention] = read('The Journal of Soviet Ambassador to the DPRK A. B. KUROPATKIN for May').mentions.filter(
    ({ value: { name } }) => name.kind === 'person',
  )
  expect(mention?.value.name.role).toBe('Soviet Ambassador to the DPRK')
})

test('a kind of body is no name of one, though it may act', () => {
  const { mentions, acts } = read('The Government asked the ministry to wait. The French Government agreed to wait.')
  expect(mentions.map(({ words }) => words)).toEqual(['French Government'])
  expect(acts.map(({ value: { actors } }) => actors.map(({ label }) => label))).toEqual([
    ['Government'],
    ['French Government'],
  ])
  const sent = read('Sent Department 1490, repeated Canton 5. III. The PCC met.').mentions.map(({ words }) => words)
  expect(sent).not.toContain('Sent Department')
  expect(sent).not.toContain('III')
})

describe('one person, several forms', () => {
  test('the surname alone is the full name beside it', () =>
    expect(people('We saw Choe Min-ho. Then Choe left.')).toEqual(['Choe Min-ho = Choe Min-ho', 'Choe = Choe Min-ho']))

  test('a surname of two persons is left out', () =>
    expect(people('We saw Kim Chol-su and Kim Min-ho. Then Kim left.')).toHaveLength(2))

  test('capitals, initials and a misread Il', () =>
    expect(people('KIM IL SUNG spoke. Then Kim II Sung left. So did D. ORLOV and Dmitri Orlov.')).toEqual([
      'KIM IL SUNG = Kim Il Sung',
      'Kim II Sung = Kim Il Sung',
      'D. ORLOV = Dmitri Orlov',
      'Dmitri Orlov = Dmitri Orlov',
    ]))

  test('a bracket gives another romanisation, or completes the name', () => {
    const [first, second] = read('We saw Choe Min-ho [Choi Min Ho] and Zhou [Weiguo].').mentions
    expect(first?.words).toBe('Choe Min-ho [Choi Min Ho]')
    expect(first?.value.name.forms).toEqual([{ value: 'Choi Min Ho', kind: 'romanisation-variant' }])
    expect(second?.value.name.label).toBe('Zhou Weiguo')
  })

  test('the post and the honorific before a name are kept with it', () => {
    const [mention] = read('They spoke with Minister of Trade Cde. Beqiri.').mentions
    expect(mention?.value.name).toMatchObject({ label: 'Beqiri', honorific: 'Cde.', role: 'Minister of Trade' })
  })
})

describe('a family name, never another part', () => {
  test.each([
    ['We saw Choe Min-ho. Then General Min left.', 'General Min is nobody of the text', ['Choe Min-ho', 'Min']],
    ['We saw Choe Min-ho. Then Comrade Ho left.', 'the last syllable of a given name', ['Choe Min-ho', 'Ho']],
    ['We saw Dmitri Orlov. Then Comrade Dmitri left.', 'a given name', ['Dmitri Orlov', 'Dmitri']],
    ['We saw Wang Jianguo. Then Mr. Wan left.', 'a letter less', ['Wang Jianguo', 'Wan']],
    ['We saw Choe Min-ho and Choe Min there.', 'a given name is one and whole', ['Choe Min-ho', 'Choe Min']],
    ['We saw Dmitri Orlov. Comrade Orlov left.', 'the family name comes last', ['Dmitri Orlov', 'Dmitri Orlov']],
    ['We saw Dmitri P. Orlov and Dmitri Orlov.', 'a middle initial', ['Dmitri P. Orlov', 'Dmitri P. Orlov']],
  ])('%s %s', (text, _, labels) => expect(people(text).map((found) => found.split(' = ')[1])).toEqual(labels))
})
