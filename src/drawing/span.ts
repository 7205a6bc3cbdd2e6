/** Spans of time and the steps in which they are shown. Days are `YYYY-MM-DD`, months `YYYY-MM`, years `YYYY`. */

export type Step = 'decade' | 'year' | 'month' | 'day'

/** Whole periods: from the first to the last, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

/** The most bars of days, months and years; what is longer is shown in wider steps. */
const MOST_DAYS = 62
const MOST_MONTHS = 36
const MOST_YEARS = 120

const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a text is a year, a month or a day. */
export const isPeriod = (text: string): boolean =>
  PERIOD.test(text) && (text.length < 10 || lastDay(text.slice(0, 7)).slice(8) >= text.slice(8))

/** The first day of a period, and the last. */
export const firstDay = (period: string): string => period + '-01-01'.slice(period.length - 4)
export function lastDay(period: string): string {
  if (period.length === 10) return period
  if (period.length === 4) return `${period}-12-31`
  const [year, month] = period.split('-').map(Number)
  return `${period}-${String(new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()).padStart(2, '0')}`
}

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
const daysOf = ({ from, to }: Span): number =>
  Math.round((Date.parse(lastDay(to)) - Date.parse(firstDay(from))) / 86_400_000) + 1

/** The narrowest step in which a span is not too long. */
export function stepOf(span: Span): Step {
  if (daysOf(span) <= MOST_DAYS) return 'day'
  if (monthNumber(lastDay(span.to)) - monthNumber(firstDay(span.from)) < MOST_MONTHS) return 'month'
  return Number(span.to.slice(0, 4)) - Number(span.from.slice(0, 4)) < MOST_YEARS ? 'year' : 'decade'
}

/** The periods of a span, in order; those at its ends are whole. Decades are named by their first year. */
export function periodsOf(span: Span, step: Step): readonly string[] {
  const [first, last] = [firstDay(span.from), lastDay(span.to)]
  if (step === 'day') {
    const begin = Date.parse(first)
    return Array.from({ length: daysOf(span) }, (_, i) => new Date(begin + i * 86_400_000).toISOString().slice(0, 10))
  }
  if (step === 'month') {
    const begin = monthNumber(first)
    return Array.from({ length: monthNumber(last) - begin + 1 }, (_, i) => {
      const month = begin + i
      return `${yearText(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`
    })
  }
  const width = step === 'decade' ? 10 : 1
  const begin = Math.floor(Number(first.slice(0, 4)) / width)
  const end = Math.floor(Number(last.slice(0, 4)) / width)
  return Array.from({ length: end - begin + 1 }, (_, i) => yearText((begin + i) * width))
}

/** The span of one period of a step. */
export const spanOf = (period: string, step: Step): Span => ({
  from: period,
  to: step === 'decade' ? yearText(Number(period) + 9) : period,
})

/** The period of a step in which a year or month lies, or undefined where it is wider than the step. */
export function periodAt(period: string, step: Step): string | undefined {
  if (step === 'decade') return period.length < 4 ? undefined : `${period.slice(0, 3)}0`
  const digits = { year: 4, month: 7, day: 10 }[step]
  return period.length < digits ? undefined : period.slice(0, digits)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** In words: `May 1957`, `15 May 1957`, `1950s`. */
export function periodName(period: string, step?: Step): string {
  const [year = '', month, day] = period.split('-')
  if (step === 'decade') return `${year}s`
  return [day === undefined ? undefined : Number(day), MONTHS[Number(month) - 1], year].filter(Boolean).join(' ')
}

/** As short as the ticks of an axis need it: `May`, `15`. */
export function tickName(period: string, step: Step): string {
  if (step === 'day') return String(Number(period.slice(8)))
  if (step === 'month') return (MONTHS[Number(period.slice(5, 7)) - 1] ?? '').slice(0, 3)
  return period
}

/** `0987`: four digits. */
export const yearText = (year: number): string => String(year).padStart(4, '0')
