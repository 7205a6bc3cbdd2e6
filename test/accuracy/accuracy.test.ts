import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { textRules } from '../../src/text/index.ts'
import { Draw } from './draw.ts'
import { ENOUGH, figuresOf, moduleOf, numbersOf, wilson } from './figures.ts'
import {
  formatJudgements,
  type Judgement,
  keyOf,
  type Place,
  parseJudgements,
  withJudgements,
  withLapses,
} from './judgements.ts'
import { DOCUMENT, JUDGEMENTS, MODULE, reportOf } from './report.ts'

const place = (start: number, rule = 'thanks-verb'): Place => ({
  rule,
  document: 'doc',
  sha256: 'a'.repeat(64),
  start,
  end: start + 5,
})
const judged = (start: number, verdict: 'right' | 'wrong' = 'right', facts: Partial<Judgement> = {}): Judgement => ({
  ...place(start),
  verdict,
  note: '',
  date: '2024-05-06',
  sample: 'a corpus',
  lapsed: false,
  ...facts,
})
const many = (right: number, wrong: number) => [
  ...Array.from({ length: right }, (_, at) => judged(at)),
  ...Array.from({ length: wrong }, (_, at) => judged(1000 + at, 'wrong')),
]

describe('what is committed', () => {
  const { document, module } = reportOf(textRules)
  test('docs/accuracy.md is what the judgements give', () => expect(readFileSync(DOCUMENT, 'utf8')).toBe(document))
  test('src/text/measured.ts is what the judgements give', () => expect(readFileSync(MODULE, 'utf8')).toBe(module))
  test('the judgements are of rules that there are, and written as the tool writes them', () => {
    expect(existsSync(JUDGEMENTS)).toBe(true)
    const csv = readFileSync(JUDGEMENTS, 'utf8')
    const judgements = parseJudgements(csv)
    const known = new Set(textRules.map(({ name }) => name))
    expect(judgements.filter(({ rule }) => !known.has(rule))).toEqual([])
    expect(formatJudgements(judgements)).toBe(csv)
  })
  test('what a rule carries is measured on fifty hits at least', () => {
    const measured = textRules.flatMap((rule) => rule.measured ?? [])
    expect(measured.filter(({ size }) => size < ENOUGH)).toEqual([])
  })
})

describe('the draw', () => {
  const drawn = (seed: string, starts: readonly number[]) => {
    const draw = new Draw<Place>(seed, 5)
    for (const start of starts) draw.add(place(start))
    return draw.drawn('thanks-verb').map(({ start }) => start)
  }
  const starts = Array.from({ length: 200 }, (_, at) => at * 10)
  test('gives the same hits in whatever order they come', () =>
    expect(drawn('1', starts)).toEqual(drawn('1', [...starts].reverse())))
  test('gives others by another seed', () => expect(drawn('1', starts)).not.toEqual(drawn('2', starts)))
  test('keeps what it drew where other hits go', () => {
    const [first = 0, ...rest] = drawn('1', starts)
    expect(
      drawn(
        '1',
        starts.filter((start) => start !== first),
      ).slice(0, 4),
    ).toEqual(rest)
  })
  test('counts all', () => {
    const draw = new Draw<Place>('1', 5)
    for (const start of starts) draw.add(place(start))
    expect([draw.count('thanks-verb'), draw.count('other')]).toEqual([200, 0])
  })
})

describe('judgements', () => {
  test('are read as they were written, notes with commas too', () => {
    const all = [judged(3, 'wrong', { note: 'actor, "he"' }), judged(9, 'right', { lapsed: true })]
    expect(parseJudgements(formatJudgements(all))).toEqual(all)
  })
  test('what is no judgement is an error with its row', () =>
    expect(() => parseJudgements(formatJudgements([judged(3, 'perhaps' as never)]))).toThrow('row 2'))
  test('the later of two on one hit holds', () =>
    expect(withJudgements([judged(3)], [judged(3, 'wrong')]).map(({ verdict }) => verdict)).toEqual(['wrong']))
  test('lapse where the text was read and the hit is gone, and come back with it', () => {
    const texts = new Set([judged(3).sha256])
    const [gone] = withLapses([judged(3)], texts, new Set())
    expect(gone?.lapsed).toBe(true)
    expect(withLapses(gone ? [gone] : [], texts, new Set([keyOf(judged(3))]))[0]?.lapsed).toBe(false)
    expect(withLapses([judged(3)], new Set(), new Set())[0]?.lapsed).toBe(false)
  })
  test('numbers are given in ranges', () => {
    expect(numbersOf('1-3,7', 10)).toEqual([1, 2, 3, 7])
    expect(() => numbersOf('9-12', 10)).toThrow('9-12')
  })
})

describe('figures', () => {
  test('Wilson’s interval', () => {
    const [low, high] = wilson(45, 50)
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.7864', '0.9565'])
    expect(wilson(50, 50)[1]).toBeCloseTo(1)
  })
  test('of fifty judged hits a precision, of forty-nine none', () => {
    const [enough, few] = [many(45, 5), many(45, 4)].map((all) => figuresOf(all, ['thanks-verb'])[0])
    expect(enough).toMatchObject({ precision: 0.9, judged: 50, right: 45, on: '2024-05-06', sample: 'a corpus' })
    expect(few?.precision).toBeUndefined()
    expect(moduleOf(few ? [few] : [])).not.toContain('thanks-verb')
    expect(moduleOf(enough ? [enough] : [])).toContain("'thanks-verb': { precision: 0.9, size: 50, on: '2024-05-06'")
  })
  test('lapsed ones are told and not counted', () =>
    expect(figuresOf([...many(50, 0), judged(5000, 'wrong', { lapsed: true })], ['thanks-verb'])[0]).toMatchObject({
      judged: 50,
      lapsed: 1,
      precision: 1,
    }))
})
