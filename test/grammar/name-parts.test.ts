import { describe, expect, it } from 'vitest'
import { agree, partsOf } from '../../src/grammar/name-parts.ts'

const parts = (name: string) => partsOf(name.split(' '))

describe('partsOf', () => {
  it.each([
    ['kim il sung', 'kim'],
    ['nam il', 'nam'],
    ['zhang wentian', 'zhang'],
    ['hua guofeng', 'hua'],
    ['ho chi minh', 'ho'],
    ['syngman rhee', 'rhee'],
    ['charles de gaulle', 'gaulle'],
    ['w averell harriman', 'harriman'],
    ['puzanov a m', 'puzanov'],
    ['a m puzanov', 'puzanov'],
    ['eisaku sato', 'sato'],
    ['tito', 'tito'],
  ])('%s: %s', (name, family) => expect(parts(name).family).toBe(family))
})

describe('agree', () => {
  it.each([
    ['kim', 'kim il sung', true],
    ['sung', 'kim il sung', false],
    ['kim sung', 'kim il sung', false],
    ['kim il-sung', 'kim il sung', true],
    ['k kim', 'kim il sung', false],
    ['dulles', 'john foster dulles', true],
    ['j f dulles', 'john foster dulles', true],
    ['allen dulles', 'john foster dulles', false],
    ['puzanov a m', 'aleksandr m puzanov', true],
    ['nikita', 'nikita khrushchev', false],
  ])('%s and %s: %s', (one, other, expected) => expect(agree(parts(one), parts(other))).toBe(expected))
})
