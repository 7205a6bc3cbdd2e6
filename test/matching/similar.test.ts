import { expect, test } from 'vitest'
import { similarity } from '../../src/matching/similar.ts'

test('the same name is 100 whatever its marks and case, the same words in another order 99', () => {
  expect(similarity('Kim Il Sung', 'KIM IL-SUNG')).toBe(100)
  expect(similarity('Gheorghiu-Dej', 'gheorghiu dej')).toBe(100)
  expect(similarity('Kim, Il Sung', 'Il Sung Kim')).toBe(99)
  expect(similarity('김일성', '김일성')).toBe(100)
})

test('a misspelt name is nearer than another', () => {
  expect(similarity('Vyshinskij', 'Vyshinsky')).toBeGreaterThan(75)
  expect(similarity('Kim Ir Sen', 'Kim Il Sung')).toBeGreaterThan(similarity('Kim Ir Sen', 'Nam Il'))
  expect(similarity('Molotov', 'Puzanov')).toBeLessThan(40)
  expect(similarity('', '')).toBe(0)
})
