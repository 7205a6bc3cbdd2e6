/** Dates as formats without EDTF have them: years, months and days, and whether they are sure. */
import type { DateFacts } from './record.ts'

/** A day, a month or a year. */
export interface Day {
  readonly year: number
  /** From 1. */
  readonly month?: number
  readonly day?: number
}

export interface CalendarDate {
  readonly from: Day
  /** The end of a period; absent where the date is one day, month or year. */
  readonly to?: Day
  /** `from` and `to` are the bounds of a day that is not known, and no time that was taken. */
  readonly isBetween: boolean
  /** Approximate, doubtful or inferred. */
  readonly isUncertain: boolean
}

const EXPRESSION = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[\d:]+)?[?~%]?$/

/**
 * Reads a date of the data. What names no year, month or day (`195X`, a season) becomes the period between its bounds.
 * Undefined where no year is known at all.
 */
export function calendarDate({ edtf, earliest, latest, isStated }: DateFacts): CalendarDate | undefined {
  const isUncertain = !isStated || /[?~%X]/.test(edtf)
  const [first = '', second] = edtf.split('/', 2)
  const from = dayOf(first)
  if (second === undefined && from !== undefined) return { from, isUncertain, isBetween: false }
  const start = from ?? dayOf(earliest ?? '')
  const end = dayOf(second ?? '') ?? dayOf(latest ?? '')
  if (start === undefined) return undefined
  if (end === undefined || isoDay(start) === isoDay(end)) return { from: start, isUncertain, isBetween: false }
  return { from: start, to: end, isUncertain, isBetween: second === undefined }
}

function dayOf(expression: string): Day | undefined {
  const [, year, month, day] = EXPRESSION.exec(expression) ?? []
  if (year === undefined) return undefined
  // Months from 21 on are seasons.
  if (month !== undefined && Number(month) > 12) return undefined
  return {
    year: Number(year),
    ...(month !== undefined && { month: Number(month) }),
    ...(day !== undefined && { day: Number(day) }),
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `1957-05-15`, `1957-05`, `1957`: ISO 8601, and a date of XML Schema. */
export const isoDay = ({ year, month, day }: Day): string =>
  [
    `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`,
    ...[month, day].flatMap((n) => (n === undefined ? [] : [two(n)])),
  ].join('-')
