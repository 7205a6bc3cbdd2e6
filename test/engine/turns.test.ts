/** Turns of queries that run elsewhere: how many at once, whose next, and how waiting ends. */
import { expect, test } from 'vitest'
import { createTurns } from '../../src/engine/turns.ts'

const types = { bindings: '', boolean: '', graph: '' }

/** Work that ends when it is told to, by name. */
function workshop(most: number, places: number) {
  const turns = createTurns(most, places)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const outcome = (name: string, options: { client?: string; timeout?: number; signal?: AbortSignal } = {}) =>
    turns
      .take({ types, client: name[0] ?? '', timeout: 10_000, ...options }, async () => {
        begun.push(name)
        await new Promise<void>((resolve) => ends.set(name, resolve))
        return name
      })
      .catch((error) => error.code)
  const end = async (name: string) => {
    ends.get(name)?.()
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { turns, begun, outcome, end }
}

test('so many at once, and one more of a client that has none; then in turn by client', async () => {
  const { turns, begun, outcome, end } = workshop(2, 10)
  const all = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1'].map((name) => outcome(name))
  await end('')
  expect(begun).toEqual(['a1', 'a2', 'b1'])
  expect([turns.running, turns.waiting]).toEqual([3, 3])
  await end('a1')
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1'])
  for (const name of ['a2', 'b1', 'c1', 'a3', 'a4']) await end(name)
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'c1'])
  expect([turns.running, turns.waiting]).toEqual([0, 0])
})

test('who finds no place, waits too long, goes away, or waits when it ends', async () => {
  const { turns, outcome, end } = workshop(1, 2)
  const first = outcome('a1')
  const late = outcome('a2', { timeout: 10 })
  expect(await late).toBe('busy')
  const left = new AbortController()
  const gone = outcome('a3', { signal: left.signal })
  const waiting = outcome('a4')
  expect(await outcome('a5')).toBe('too-many-queries')
  left.abort()
  expect(await gone).toBe('aborted')
  expect(await outcome('a6', { signal: left.signal })).toBe('aborted')
  turns.close()
  expect(await waiting).toBe('unavailable')
  await end('a1')
  expect(await first).toBe('a1')
})

test('what fails gives its turn on', async () => {
  const { turns, outcome, end } = workshop(1, 2)
  const fails = turns.take({ types, client: 'a', timeout: 1000 }, () => Promise.reject(new Error('broken')))
  const next = outcome('a2')
  await expect(fails).rejects.toThrow('broken')
  await end('a2')
  expect(await next).toBe('a2')
})
