/** The timeline in numbers: bars of a span, by what and by kind, and what is dated too loosely to stand in one. */
import { isPeriod, periodAt, periodsOf, type Span, type Step, stepOf, yearText } from './span.ts'

/** How many documents or events of a kind lie within a year or month; without a period, within no single year. */
export interface Counted {
  readonly period: string
  readonly what: 'document' | 'event'
  readonly kind: string
  readonly count: number
}

/** One kind of document, or one of events, along the bars. */
export interface Row {
  readonly what: 'document' | 'event'
  readonly kind: string
  /** One for each period. */
  readonly counts: readonly number[]
  readonly total: number
}

export interface Timeline {
  readonly span: Span
  readonly step: Step
  readonly periods: readonly string[]
  /** All kinds together. */
  readonly documents: readonly number[]
  readonly events: readonly number[]
  /** The most frequent first. */
  readonly rows: readonly Row[]
  /** Documents and events of the span that are dated to more than one step; of all years, the undated ones too. */
  readonly loose: { readonly documents: number; readonly events: number }
  /** Of all years: what lies before and after the span, and the span in which these lie, too. */
  readonly outside?: { readonly documents: number; readonly events: number; readonly whole: Span }
}

/** The share of all that may stray at either end. */
const STRAY = 0.005

/** From the first year to the last in which something is; undefined where nothing is dated. */
export function wholeSpan(counts: readonly Counted[]): Span | undefined {
  const years = counts.map(({ period }) => period.slice(0, 4)).filter((year) => year !== '')
  const sorted = years.toSorted()
  const [from, to] = [sorted[0], sorted.at(-1)]
  return from === undefined || to === undefined ? undefined : { from, to }
}

/**
 * The same without what strays: a few misread years are no reason to show decades in which next to nothing lies. At either
 * end, years are left out as long as they hold no more than one in two hundred together.
 */
export function mainSpan(counts: readonly Counted[]): Span | undefined {
  const byYear = new Map<number, number>()
  for (const { period, count } of counts)
    if (period.length === 4) byYear.set(Number(period), (byYear.get(Number(period)) ?? 0) + count)
  const years = [...byYear].toSorted(([a], [b]) => a - b)
  const most = sum(years.map(([, count]) => count)) * STRAY
  const firstOf = (ordered: readonly (readonly [number, number])[]): number | undefined => {
    let passed = 0
    return ordered.find(([, count]) => {
      passed += count
      return passed > most
    })?.[0]
  }
  const [from, to] = [firstOf(years), firstOf(years.toReversed())]
  return from === undefined || to === undefined ? undefined : { from: yearText(from), to: yearText(to) }
}

/**
 * @param counts of years and months; where the step is a day, of days too
 * @param isAll whether the span is of all that is dated
 */
export function timelineOf(counts: readonly Counted[], span: Span, isAll: boolean): Timeline {
  const step = stepOf(span)
  const periods = periodsOf(span, step)
  const places = new Map(periods.map((period, i) => [period, i]))
  const digits = { decade: 4, year: 4, month: 7, day: 10 }[step]
  const rows = new Map<string, { readonly what: Row['what']; readonly kind: string; readonly counts: number[] }>()
  for (const { period, what, kind, count } of counts) {
    if (period.length !== digits || !isPeriod(period)) continue
    const place = places.get(periodAt(period, step) ?? '')
    if (place === undefined) continue
    const key = `${what} ${kind}`
    const row = rows.get(key) ?? { what, kind, counts: periods.map(() => 0) }
    rows.set(key, row)
    row.counts[place] = (row.counts[place] ?? 0) + count
  }
  const all = [...rows.values()].map((row): Row => ({ ...row, total: sum(row.counts) }))
  const together = (what: Row['what']) =>
    periods.map((_, i) => sum(all.filter((row) => row.what === what).map((row) => row.counts[i] ?? 0)))
  const [documents, events] = [together('document'), together('event')]
  const wider = { decade: 0, year: 0, month: 4, day: 7 }[step]
  const touched = new Set(wider === 0 ? (isAll ? [''] : []) : periods.map((period) => period.slice(0, wider)))
  const loose = (what: Row['what'], shown: number) =>
    sum(counts.filter((one) => one.what === what && touched.has(one.period)).map(({ count }) => count)) -
    (wider === 0 ? 0 : shown)
  const whole = wholeSpan(counts)
  const isOutside = ({ period }: Counted) => period.length === 4 && (period < span.from || period > span.to)
  const outside = (what: Row['what']) =>
    sum(counts.filter((one) => one.what === what && isOutside(one)).map(({ count }) => count))
  const strays = isAll && whole !== undefined && counts.some(isOutside)
  return {
    span,
    step,
    periods,
    ...(strays && { outside: { documents: outside('document'), events: outside('event'), whole } }),
    documents,
    events,
    rows: all.toSorted((a, b) => b.total - a.total || (a.kind < b.kind ? -1 : 1)),
    loose: {
      documents: Math.max(0, loose('document', sum(documents))),
      events: Math.max(0, loose('event', sum(events))),
    },
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
