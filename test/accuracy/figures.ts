/** From judgements to figures: precision of each rule with a Wilson interval; the table and the data file made of them. */
import type { Judgement } from './judgements.ts'

/** Below this many judged hits no precision is given. */
export const ENOUGH = 50

export interface Figure {
  readonly rule: string
  readonly right: number
  readonly judged: number
  readonly lapsed: number
  /** Day of the last judgement. */
  readonly on: string
  readonly sample: string
  /** Only of at least {@link ENOUGH} judged hits. */
  readonly precision?: number
  /** 95 % Wilson score interval. */
  readonly interval?: readonly [number, number]
}

const Z = 1.959964

/** The 95 % Wilson score interval of a share. */
export function wilson(right: number, judged: number): readonly [number, number] {
  const share = right / judged
  const square = Z ** 2 / judged
  const middle = share + square / 2
  const reach = Z * Math.sqrt((share * (1 - share) + square / 4) / judged)
  return [Math.max(0, (middle - reach) / (1 + square)), Math.min(1, (middle + reach) / (1 + square))]
}

export function figuresOf(judgements: readonly Judgement[], rules: readonly string[]): Figure[] {
  return rules.map((rule) => {
    const all = judgements.filter((one) => one.rule === rule)
    const counted = all.filter(({ lapsed }) => !lapsed)
    const right = counted.filter(({ verdict }) => verdict === 'right').length
    const judged = counted.length
    const dates = counted.map(({ date }) => date).sort()
    const samples = [...new Set(counted.map(({ sample }) => sample))].sort()
    return {
      rule,
      right,
      judged,
      lapsed: all.length - judged,
      on: dates.at(-1) ?? '',
      sample: samples.join('; '),
      ...(judged >= ENOUGH && { precision: right / judged, interval: wilson(right, judged) }),
    }
  })
}

interface Rule {
  readonly name: string
  readonly describes: string
}

/** The table of docs/accuracy.md. */
export function tableOf(figures: readonly Figure[], rules: readonly Rule[]): string {
  const describes = new Map(rules.map(({ name, describes }) => [name, describes]))
  const rows = figures.map(({ rule, right, judged, lapsed, on, sample, precision, interval }) => {
    const share =
      precision === undefined || interval === undefined
        ? ''
        : `${precision.toFixed(2)} (${interval.map((bound) => bound.toFixed(2)).join('–')})`
    const hits = judged === 0 ? '' : `${right} of ${judged}`
    const cells = [
      `\`${rule}\``,
      describes.get(rule) ?? '',
      share,
      hits,
      lapsed === 0 ? '' : String(lapsed),
      sample,
      on,
    ]
    return `| ${cells.join(' | ')} |`
  })
  const head =
    '| rule | reads | precision (95 %) | right | lapsed | sample | judged on |\n|---|---|---|--:|--:|---|---|'
  return [head, ...rows].join('\n')
}

/** The module that the program reads the figures from; only rules with a precision are in it. */
export function moduleOf(figures: readonly Figure[]): string {
  const rows = figures.flatMap(({ rule, judged, on, sample, precision }) =>
    precision === undefined
      ? []
      : [
          `  ${literal(rule)}: { precision: ${Number(precision.toFixed(4))}, size: ${judged}, on: ${literal(on)}, sample: ${literal(sample)} },\n`,
        ],
  )
  const body = rows.length === 0 ? '{}' : `{\n${rows.join('')}}`
  return `/** What judged samples have shown of the rules. Made by \`npm run accuracy -- report\` from test/accuracy/judgements.csv. */

/** Share of right hits, how many were judged, when the last was, and what they were drawn from. */
export interface Measured {
  readonly precision: number
  readonly size: number
  readonly on: string
  readonly sample: string
}

export const MEASURED: Readonly<Record<string, Measured>> = ${body}
`
}

const literal = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

/** `1-3,7` as numbers. @throws Error on anything else, or a number that the sample does not have. */
export function numbersOf(ranges: string, most: number): number[] {
  return ranges.split(',').flatMap((range) => {
    const [, first = '', last = first] = /^\s*(\d+)(?:-(\d+))?\s*$/.exec(range) ?? []
    const [from, to] = [Number(first), Number(last)]
    if (first === '' || from < 1 || to > most || from > to)
      throw new Error(`${range} is no range of numbers from 1 to ${most}.`)
    return Array.from({ length: to - from + 1 }, (_, at) => from + at)
  })
}
