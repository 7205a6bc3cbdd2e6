import { expect, test } from 'vitest'
import { createFairQueue, type Waiting } from '../../src/engine/queue.ts'

interface Item extends Waiting {
  readonly name: string
}

function setUp(limit: number) {
  const evicted: string[] = []
  const queue = createFairQueue<Item>(limit)
  const item = (name: string): Item => ({ name, client: name[0] ?? '', evict: () => evicted.push(name) })
  const add = (...names: string[]) => names.map((name) => queue.add(item(name)))
  const order = (may = (_client: string) => true) => {
    const names: string[] = []
    for (let next = queue.next(may); next !== undefined; next = queue.next(may)) names.push(next.name)
    return names
  }
  return { queue, item, add, order, evicted }
}

test('clients have their turns in a circle, each its own in order', () => {
  const { add, order } = setUp(9)
  add('a1', 'a2', 'a3', 'b1', 'c1', 'b2')
  expect(order()).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('who may not is passed over, and keeps its place', () => {
  const { add, order, queue } = setUp(9)
  add('a1', 'b1', 'a2')
  expect(order((client) => client !== 'a')).toEqual(['b1'])
  expect(queue.size).toBe(2)
  expect(order()).toEqual(['a1', 'a2'])
})

test('a full queue takes the last place of the greediest for a client with fewer', () => {
  const { add, order, evicted } = setUp(3)
  expect(add('a1', 'a2', 'a3', 'a4')).toEqual([undefined, undefined, undefined, 'client-full'])
  expect(add('b1')).toEqual([undefined])
  expect(evicted).toEqual(['a3'])
  expect(add('b2', 'c1', 'd1')).toEqual(['client-full', undefined, 'full'])
  expect(evicted).toEqual(['a3', 'a2'])
  expect(order()).toEqual(['a1', 'b1', 'c1'])
})

test('one that leaves', () => {
  const { queue, item, order } = setUp(2)
  const one = item('a1')
  queue.add(one)
  queue.add(item('b1'))
  queue.remove(one)
  queue.remove(one)
  expect(queue.size).toBe(1)
  expect(order()).toEqual(['b1'])
})

test('no places', () => {
  expect(setUp(0).add('a1')).toEqual(['full'])
})
