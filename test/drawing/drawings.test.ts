/** Timelines, networks, maps and matrices in numbers, on values that were worked out by hand. */
import { describe, expect, test } from 'vitest'
import { placeLabels } from '../../src/drawing/labels.ts'
import { drawMap } from '../../src/drawing/map.ts'
import { matrixOf } from '../../src/drawing/matrix.ts'
import { drawNetwork, networkOf } from '../../src/drawing/network.ts'
import { addedUp, type YearlyTie } from '../../src/drawing/ties.ts'
import { type Counted, mainSpan, timelineOf, wholeSpan } from '../../src/drawing/timeline.ts'

const tie = (a: string, b: string, year: number | undefined, count = 1, kind = ''): YearlyTie => ({
  a,
  b,
  kind,
  year,
  count,
  earliest: year === undefined ? '' : `${year}-03-01`,
  latest: year === undefined ? '' : `${year}-09-01`,
})
const FRAME = { width: 960, height: 600 }

describe('a timeline', () => {
  const counts: Counted[] = [
    { period: '', what: 'document', kind: 'letter', count: 2 },
    { period: '1950', what: 'document', kind: 'letter', count: 5 },
    { period: '1950', what: 'document', kind: 'telegram', count: 6 },
    { period: '1950-02', what: 'document', kind: 'letter', count: 3 },
    { period: '1950-03', what: 'document', kind: 'telegram', count: 6 },
    { period: '1953', what: 'event', kind: 'Meeting', count: 1 },
  ]

  test('leaves out what strays, and says so', () => {
    const stray = (period: string) => ({ period, what: 'event', kind: 'Meeting', count: 1 }) as const
    const many = counts.map((one) => ({ ...one, count: one.count * 100 }))
    const all = [stray('1619'), stray('1637'), ...many, stray('1899')]
    expect(mainSpan(all)).toEqual({ from: '1950', to: '1953' })
    expect(mainSpan([...all, { ...stray('1903'), count: 20 }])).toEqual({ from: '1903', to: '1953' })
    expect(mainSpan([stray('1619'), ...counts])).toEqual({ from: '1619', to: '1953' })
    expect(mainSpan([])).toBeUndefined()
    const whole = { from: '1619', to: '1953' }
    expect(timelineOf(all, { from: '1950', to: '1953' }, true).outside).toEqual({ documents: 0, events: 3, whole })
    expect(timelineOf(all, { from: '1950', to: '1953' }, false).outside).toBeUndefined()
    expect(timelineOf(all, whole, true).outside).toBeUndefined()
  })

  test('of all years has a bar for each, and says what stands in none', () => {
    const span = wholeSpan(counts)
    expect(span).toEqual({ from: '1950', to: '1953' })
    const { step, periods, documents, events, rows, loose } = timelineOf(counts, { from: '1950', to: '1953' }, true)
    expect([step, periods]).toEqual(['year', ['1950', '1951', '1952', '1953']])
    expect(documents).toEqual([11, 0, 0, 0])
    expect(events).toEqual([0, 0, 0, 1])
    expect(rows.map(({ kind, total }) => [kind, total])).toEqual([
      ['telegram', 6],
      ['letter', 5],
      ['Meeting', 1],
    ])
    expect(loose).toEqual({ documents: 2, events: 0 })
  })

  test('of a year has a bar for each month, and what is dated to the year alone stands in none', () => {
    const { step, documents, loose } = timelineOf(counts, { from: '1950', to: '1950' }, false)
    expect([step, documents.slice(0, 4), loose.documents]).toEqual(['month', [0, 3, 6, 0], 2])
  })

  test('of centuries adds years up to decades', () => {
    const { periods, documents } = timelineOf(counts, { from: '1801', to: '1953' }, false)
    expect(periods.length).toBe(16)
    expect(documents.at(-1)).toBe(11)
  })
})

describe('ties', () => {
  const ties = [tie('a', 'b', undefined, 5), tie('a', 'b', 1950, 2), tie('a', 'b', 1952), tie('b', 'a', 1951)]

  test('are added up over all years, or over some, in which undated ones are not', () => {
    expect(addedUp(ties, {}).map(({ a, count }) => [a, count])).toEqual([
      ['a', 8],
      ['b', 1],
    ])
    expect(addedUp(ties, { from: 1950, to: 1951 }).map(({ a, count }) => [a, count])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })

  test('have the first and last day of those that have one', () => {
    expect(addedUp(ties, {})[0]).toMatchObject({ earliest: '1950-03-01', latest: '1952-09-01' })
  })
})

describe('a network', () => {
  const star = Array.from({ length: 100 }, (_, i) => tie('middle', `p${String(i).padStart(3, '0')}`, 1950, 100 - i))
  const ties = [...star, tie('p000', 'p001', 1951), tie('far', 'away', 1950, 1000)]

  test('shows the most strongly tied, and knows how many there are', () => {
    const { nodes, ties: shown, total } = networkOf(ties, {}, 10)
    expect(total).toEqual({ nodes: 103, ties: 102 })
    expect([...nodes.keys()].slice(0, 4)).toEqual(['middle', 'away', 'far', 'p000'])
    expect(nodes.size).toBe(10)
    expect(shown.every(({ a, b }) => nodes.has(a) && nodes.has(b))).toBe(true)
  })

  test('around somebody has who is tied to this one, also where that is little', () => {
    const { nodes, ties: shown } = networkOf(ties, { around: 'p001' }, 60)
    expect([...nodes.keys()].sort()).toEqual(['middle', 'p000', 'p001'])
    expect(shown.length).toBe(3)
    expect(networkOf(ties, { around: 'p099' }, 1).nodes.has('p099')).toBe(true)
    expect(networkOf(ties, { around: 'nobody' }, 60).nodes.size).toBe(0)
  })

  test('is drawn in the same way each time, all of it in the frame', () => {
    const shown = networkOf(ties, {}, 60)
    const drawing = drawNetwork(shown, (id) => id, FRAME)
    expect(drawNetwork(shown, (id) => id, FRAME)).toEqual(drawing)
    for (const { x, y } of drawing.nodes) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(FRAME.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(FRAME.height)
    }
    const places = new Set(drawing.nodes.map(({ x, y }) => `${Math.round(x / 4)} ${Math.round(y / 4)}`))
    expect(places.size).toBe(60)
  })

  test('of one or nobody is drawn too', () => {
    expect(drawNetwork(networkOf([], {}, 60), String, FRAME).nodes).toEqual([])
    expect(drawNetwork(networkOf([tie('a', 'a', 1950)], {}, 60), String, FRAME).ties).toEqual([])
  })
})

test('names stand in the frame and on no other name', () => {
  const marks = Array.from({ length: 40 }, (_, i) => ({
    x: 100 + (i % 8) * 40,
    y: 100 + Math.floor(i / 8) * 14,
    radius: 4,
    name: `Somebody ${i}`,
  }))
  const labels = placeLabels(marks, FRAME, 13).filter((label) => label !== undefined)
  expect(labels.length).toBeGreaterThan(4)
  expect(labels.length).toBeLessThan(40)
  expect(placeLabels([{ x: 955, y: 300, radius: 4, name: 'At the rim' }], FRAME, 13)[0]?.anchor).toBe('end')
  expect(
    placeLabels([{ x: 0, y: 0, radius: 4, name: 'x'.repeat(10_000) }], FRAME, 13)[0]?.text.length ?? 0,
  ).toBeLessThan(40)
})

describe('a map', () => {
  const spot = (id: string, latitude: number, longitude: number, count: number) => ({
    id,
    name: id,
    latitude,
    longitude,
    count,
  })
  const spots = [
    spot('pyongyang', 39.03, 125.75, 9),
    spot('moscow', 55.75, 37.62, 4),
    spot('new-york', 40.71, -74.01, 1),
  ]
  const route = addedUp([tie('pyongyang', 'moscow', 1950), tie('moscow', 'lost', 1950)], {})

  test('has all places in its frame, the more documents the larger, and the way over the north', () => {
    const { spots: placed, routes, land } = drawMap(spots, route, FRAME)
    for (const { x, y } of placed) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(FRAME.width)
      expect(y).toBeGreaterThan(0)
      expect(y).toBeLessThan(FRAME.height)
    }
    expect(placed.map(({ radius }) => radius)).toEqual(placed.map(({ radius }) => radius).toSorted((a, b) => b - a))
    expect(routes.length).toBe(1)
    const heights = [...(routes[0]?.path ?? '').matchAll(/ ([\d.]+)/g)].map(([, y]) => Number(y))
    expect(Math.min(...heights)).toBeLessThan(Math.min(...placed.slice(0, 2).map(({ y }) => y)))
    expect(land.length).toBeGreaterThan(10_000)
    expect(land.length).toBeLessThan(80_000)
  })

  test('of one place, of none, and across the date line', () => {
    expect(drawMap(spots.slice(0, 1), [], FRAME).spots[0]).toMatchObject({ x: 480 })
    expect(drawMap([], [], FRAME).land).not.toBe('')
    const [west, east] = drawMap([spot('tokyo', 35.7, 139.7, 1), spot('honolulu', 21.3, -157.9, 1)], [], FRAME).spots
    expect(west?.x).toBeLessThan(east?.x ?? 0)
  })
})

test('a matrix counts by kind, and has only rows that have something to show', () => {
  const acts = [
    tie('a', 'b', 1950, 3, 'request'),
    tie('a', 'b', 1951, 1, 'refusal'),
    tie('b', 'a', 1950, 2, 'agreement'),
    tie('c', 'd', 1950, 1, 'request'),
  ]
  const { rows, columns, most, shown, total, kinds } = matrixOf(acts, {}, { rows: 10, columns: 2 })
  expect(columns.map(({ id, total: all }) => [id, all])).toEqual([
    ['b', 4],
    ['a', 2],
  ])
  expect(rows.map(({ id, cells }) => [id, ...cells.map((cell) => cell?.count)])).toEqual([
    ['a', 4, undefined],
    ['b', undefined, 2],
  ])
  expect([most, shown, total]).toEqual([4, 6, { acts: 7, actors: 3, addressees: 3 }])
  expect([...kinds]).toEqual([
    ['request', 4],
    ['agreement', 2],
    ['refusal', 1],
  ])
  expect(matrixOf(acts, { kind: 'request', from: 1950, to: 1950 }, { rows: 9, columns: 9 }).total.acts).toBe(4)
})
