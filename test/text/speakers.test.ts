import { describe, expect, test } from 'vitest'
import { JOURNAL, labels, read, TELEGRAM } from './sample.ts'

const actors = (text: string, facts = JOURNAL) => read(text, facts).acts.map(({ value }) => labels(value.actors))

describe('who says I', () => {
  test('in narration, the author', () => expect(actors('I promised to write.')).toEqual(['P. Orlov']))

  test('in a quotation, the speaker, also in its second sentence', () =>
    expect(
      actors('Cde. Ivanov said: “I accept the invitation. I have given orders to Cde. Petrov.” I thanked him.'),
    ).toEqual(['Ivanov', 'Ivanov', 'P. Orlov']))

  test('after a colon to the end of the paragraph, the speaker', () => {
    const text = 'Cde. Ivanov said the following: the road is bad. We ask for three lorries.\n\nI promised to write.'
    expect(read(text, JOURNAL).acts.at(-1)?.value.actors[0]?.label).toBe('P. Orlov')
    expect(read(text, JOURNAL).acts.find(({ value }) => value.kind === 'RequestAct')?.value.actors[0]?.label).toBe(
      'Ivanov',
    )
  })

  test('beside the name of the speaker between commas', () => {
    const { acts } = read('Therefore, continued Cde. Ivanov, I ask you, Cde. Petrov, to come soon.', JOURNAL)
    const [request] = acts.filter(({ value }) => value.kind === 'RequestAct')
    expect([labels(request?.value.actors ?? []), labels(request?.value.addressees ?? [])]).toEqual(['Ivanov', 'Petrov'])
  })

  test('with `your` in a journal, the last speaker, inferred', () => {
    const { acts } = read(
      'Cde. Ivanov informed me about the letter. I gave orders to send a copy to your embassy.',
      JOURNAL,
    )
    expect(acts.map(({ value }) => labels(value.actors))).toEqual(['Ivanov', 'Ivanov'])
    expect(acts[1]?.certainty).toBe('inferred')
  })

  test('with `your` in a telegram, still the author', () =>
    expect(actors('I agree with your plan.', TELEGRAM)).toEqual(['Dmitri Volkov']))

  test('`[me]` is the author', () => {
    const [act] = read('Cde. Ivanov asked [me] to wait.', JOURNAL).acts
    expect(labels(act?.value.addressees ?? [])).toBe('P. Orlov')
  })

  test('in minutes, the name before the colon', () =>
    expect(actors('Comrade Ivanov: I propose to meet in May.\nComrade Petrov: I agree.', { type: 'minutes' })).toEqual([
      'Ivanov',
      'Petrov',
    ]))

  test('two who sign a telegram are its we', () =>
    expect(actors('We promised to help.', { ...TELEGRAM, author: ['Dmitri Volkov', 'Pavel Zotov'] })).toEqual([
      'Dmitri Volkov, Pavel Zotov',
    ]))
})

describe('he, she, they', () => {
  test('the one person of the sentence before, inferred', () => {
    const acts = read('Cde. Ivanov came late. He thanked me.', JOURNAL).acts
    expect(acts.map(({ value, certainty }) => [labels(value.actors), certainty])).toEqual([['Ivanov', 'inferred']])
  })
  test('nobody where two could be meant', () =>
    expect(actors('Cde. Ivanov met Cde. Petrov. He thanked me.')).toEqual(['']))
  test('they are the persons named together', () =>
    expect(actors('Cdes. Ivanov and Petrov have arrived. They ask for two cars.')).toEqual(['Ivanov, Petrov']))
  test('the post of the only one who holds it', () =>
    expect(actors('The Ambassador promised to write.')).toEqual(['P. Orlov']))
})
