/** Who has used the threads for long, and for how long that is held against them. */
import { expect, test } from 'vitest'
import { createUsage } from '../../src/engine/embedded/usage.ts'

test('thousands of short queries weigh nothing, one long one does until it is forgotten', () => {
  let now = 0
  const usage = createUsage(() => now)
  for (let n = 0; n < 5000; n++) usage.add('short', 900)
  expect(usage.isHeavy('short')).toBe(false)
  usage.add('long', 9000)
  expect(usage.isHeavy('long')).toBe(true)
  now = 2 * 60_000
  expect(usage.isHeavy('long')).toBe(true)
  now = 4 * 60_000
  expect(usage.isHeavy('long')).toBe(false)
})

test('a query that still runs counts', () => {
  const usage = createUsage()
  expect(usage.isHeavy('new', 1500)).toBe(false)
  expect(usage.isHeavy('new', 2500)).toBe(true)
})
