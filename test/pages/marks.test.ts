import { describe, expect, test } from 'vitest'
import { lineOf, type Marked, markedParagraphs, placesIn, type Span } from '../../src/pages/marks.ts'

interface Named extends Span {
  readonly id: string
}

/** The tree in one line: `[a words [b more]]`, a part that is not the first as `(b …)`. */
const written = (marked: readonly Marked<Named>[]): string =>
  marked
    .map((part) => {
      if (typeof part === 'string') return part
      const [open, close] = part.isFirst ? '[]' : '()'
      return `${open}${part.span.id}${part.isLast ? '' : '…'} ${written(part.within)}${close}`
    })
    .join('')
const mark = (text: string, ...spans: readonly (readonly [id: string, start: number, end: number])[]) =>
  markedParagraphs(
    text,
    spans.map(([id, start, end]) => ({ id, start, end })),
  ).map(written)

/** The words without what is marked. */
const plain = (marked: readonly Marked<Span>[]): string =>
  marked.map((part) => (typeof part === 'string' ? part : plain(part.within))).join('')

describe('marks', () => {
  test('one beside another', () =>
    expect(mark('one two three', ['a', 0, 3], ['b', 8, 13])).toEqual(['[a one] two [b three]']))

  test('one inside another, whichever is given first', () => {
    expect(mark('one two three', ['b', 4, 7], ['a', 0, 13])).toEqual(['[a one [b two] three]'])
    expect(mark('one two', ['a', 0, 7], ['b', 0, 3], ['c', 4, 7])).toEqual(['[a [b one] [c two]]'])
  })

  test('the same words twice', () => expect(mark('one', ['a', 0, 3], ['b', 0, 3])).toEqual(['[a [b one]]']))

  test('what crosses goes on behind', () => {
    expect(mark('one two three', ['a', 0, 7], ['b', 4, 13])).toEqual(['[a one [b… two]](b  three)'])
    expect(mark('123456789', ['a', 0, 4], ['b', 2, 6], ['c', 3, 9])).toEqual(['[a 12[b… 3[c… 4]]](c (b 56)789)'])
  })

  test('paragraphs part marks; the id stands in the first', () =>
    expect(mark('one\n \n two\n\n\nthree', ['a', 0, 18])).toEqual(['[a… one]', '(a… two)', '(a three)']))

  test('white space around a paragraph is in none; a mark that begins in it is whole', () => {
    expect(mark('  one\n\n  two  ', ['a', 0, 5], ['b', 7, 12])).toEqual(['[a one]', '[b two]'])
  })

  test('what has no words, or does not stand in the text, is left out', () =>
    expect(mark('one', ['a', 1, 1], ['b', 2, 1], ['c', -1, 2], ['d', 2, 9])).toEqual(['one']))

  test('a text without words has no paragraphs', () => expect(mark(' \n\n ', ['a', 0, 3])).toEqual([]))

  test('any spans keep the words, and open and close each id once', () => {
    // A small generator: the same numbers each time.
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % below
    }
    const text = 'Kim Il Sung said\nthat he agreed.\n\nHe <b>asked</b> & left.\n\n\nEnd.'
    for (let round = 0; round < 300; round++) {
      const spans = Array.from({ length: next(9) }, (_, i) => {
        const start = next(text.length)
        return { id: `s${i}`, start, end: Math.min(text.length, start + 1 + next(30)) }
      })
      const paragraphs = markedParagraphs(text, spans)
      expect(paragraphs.map(plain)).toEqual(['Kim Il Sung said\nthat he agreed.', 'He <b>asked</b> & left.', 'End.'])
      const firsts: string[] = []
      const lasts: string[] = []
      const walk = (marked: readonly Marked<Named>[]) => {
        for (const part of marked) {
          if (typeof part === 'string') continue
          if (part.isFirst) firsts.push(part.span.id)
          if (part.isLast) lasts.push(part.span.id)
          walk(part.within)
        }
      }
      for (const paragraph of paragraphs) walk(paragraph)
      const withWords = spans.filter(({ start, end }) => text.slice(start, end).trim() !== '').map(({ id }) => id)
      expect(firsts.toSorted()).toEqual(withWords.toSorted())
      expect(lasts.toSorted()).toEqual(withWords.toSorted())
    }
  })
})

describe('places of evidence', () => {
  const source = 'HEAD\nKim agreed. Kim left.\nFOOT: Kim'
  const shown = 'Kim agreed. Kim left.'

  test('by the offsets, where the source holds the text', () => {
    expect(placesIn(shown, source)({ quote: 'Kim', start: 5 })).toEqual({ start: 0, end: 3 })
    expect(placesIn(shown, source)({ quote: 'Kim', start: 17 })).toEqual({ start: 12, end: 15 })
  })

  test('words outside of the text, and offsets that do not fit, have none', () => {
    expect(placesIn(shown, source)({ quote: 'Kim', start: 33 })).toBeUndefined()
    expect(placesIn(shown, source)({ quote: 'Kim', start: 6 })).toBeUndefined()
    expect(placesIn(shown, source)({ quote: '', start: 5 })).toBeUndefined()
    expect(placesIn(shown, source)({ quote: 'Kim', start: Number.POSITIVE_INFINITY })).toBeUndefined()
  })

  test('offsets count characters, not code units', () => {
    const both = '𝒜𝒷 𝄞 Kim'
    expect(placesIn(both, both)({ quote: 'Kim', start: 5 })).toEqual({ start: 8, end: 11 })
    expect(lineOf('𝒜\n𝒷\nKim', 4)).toBe(3)
  })

  test('of several sources, by the words; by those around them where there are several', () => {
    const other = 'Mao came.'
    const joined = `${shown}\n\n${other}`
    expect(placesIn(joined, source)({ quote: 'agreed', start: 9 })).toEqual({ start: 4, end: 10 })
    expect(placesIn(joined, undefined)({ quote: 'Mao', start: 0 })).toEqual({ start: 23, end: 26 })
    expect(placesIn(joined, undefined)({ quote: 'Kim', start: 0 })).toBeUndefined()
    expect(placesIn(joined, undefined)({ quote: 'Stalin', start: 0 })).toBeUndefined()
  })
})
