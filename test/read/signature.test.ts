/** Signature lines, and lines that only look like one for a while. */
import { describe, expect, test } from 'vitest'
import { signersIn } from '../../src/read/signature.ts'

const names = (words: string) => signersIn(words).map(({ start, end }) => words.slice(start, end))

describe('a line is read as signatures', () => {
  test.each([
    ['Kuznetsov, Fedorenko', ['Kuznetsov', 'Fedorenko']],
    ['A.Puzanov', ['A.Puzanov']],
    ['A. M. Puzanov', ['A. M. Puzanov']],
    ['FILIPPOV [Stalin].', ['FILIPPOV [Stalin].']],
  ])('%s', (words, expected) => expect(names(words)).toEqual(expected))

  test('or refused at once, however many capitals it has', () => {
    // Where a word of capitals may be cut into names at any letter, this takes longer than anybody waits.
    expect(names(`${'ABCDEFGHIJKLMNOPQRSTUVWXYZ, '.repeat(5)}AND SO ON 1950`)).toEqual([])
  })
})
