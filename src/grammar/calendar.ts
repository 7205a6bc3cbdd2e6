/** Makes date values: checks an expression against EDTF (levels 0 and 1) and bounds it. It alone imports `edtf`. */
import edtf, { parse } from 'edtf'
import type { DateValue } from '../document.ts'

/** First and last month of the seasons 21–24 in the north; a winter runs over New Year, so it bounds the whole year. */
const SEASONS: Readonly<Record<number, readonly [string, string]>> = {
  21: ['03-01', '05-31'],
  22: ['06-01', '08-31'],
  23: ['09-01', '11-30'],
  24: ['01-01', '12-31'],
}

/**
 * The value of an EDTF expression without a time (`1957-05`, `1957-05-06/1957-05-29`, `1950-21`, `195X`, `1955?`), or
 * undefined when it is no EDTF of levels 0 and 1 or no day of the calendar. `time` is `HH:MM:SS` on the day.
 */
export function dateValue(expression: string, time?: string): DateValue | undefined {
  const value = untimed(expression)
  if (value?.precision !== 'day' || time === undefined) return value
  return { ...value, edtf: `${expression}T${time}`, precision: 'minute', time }
}

/** The same dates come up all the time, and the package takes a third of a millisecond for each. */
const known = new Map<string, DateValue | undefined>()
const REMEMBERED = 20_000

function untimed(expression: string): DateValue | undefined {
  if (known.has(expression)) return known.get(expression)
  const value = readExpression(expression)
  if (known.size === REMEMBERED) known.clear()
  known.set(expression, value)
  return value
}

function readExpression(expression: string): DateValue | undefined {
  if (expression === 'XXXX') return { edtf: expression, precision: 'unknown' }
  const parsed = parseOrUndefined(expression)
  if (parsed === undefined || !hasOnlyRealDays(expression)) return undefined
  const precision = precisionOf(parsed)
  if (precision === undefined) return undefined
  const bounds = boundsOf(parsed)
  return bounds && { edtf: expression, ...bounds, precision }
}

/** `1953-03-29` of its numbers; `month` and `day` may be absent. */
export function isoDate(year: number, month?: number, day?: number): string {
  const parts = [String(year).padStart(4, '0')]
  if (month !== undefined) parts.push(String(month).padStart(2, '0'))
  if (month !== undefined && day !== undefined) parts.push(String(day).padStart(2, '0'))
  return parts.join('-')
}

type Parsed = ReturnType<typeof parse>

function parseOrUndefined(expression: string): Parsed | undefined {
  try {
    return parse(expression, { level: 1 })
  } catch {
    return undefined
  }
}

/** The package takes 29 February of a common year for 1 March. */
function hasOnlyRealDays(expression: string): boolean {
  for (const [, year, month, day] of expression.matchAll(/(\d{4})-(\d{2})-(\d{2})/g)) {
    if (new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() !== Number(day)) return false
  }
  return true
}

function precisionOf(parsed: Parsed): DateValue['precision'] | undefined {
  if (parsed.type === 'Interval') return 'interval'
  if (parsed.type === 'Season') return 'season'
  if (parsed.type !== 'Date') return undefined
  if (parsed.unspecified !== undefined && parsed.unspecified !== 0) return 'interval'
  return parsed.values.length >= 3 ? 'day' : parsed.values.length === 2 ? 'month' : 'year'
}

function boundsOf(parsed: Parsed): Pick<DateValue, 'earliest' | 'latest'> | undefined {
  if (parsed.type === 'Season') {
    const [year, season] = parsed.values
    const months = SEASONS[Number(season)]
    return months && { earliest: `${year}-${months[0]}`, latest: `${year}-${months[1]}` }
  }
  try {
    const { min, max } = edtf(parsed)
    return {
      ...(Number.isFinite(min) && { earliest: new Date(min).toISOString().slice(0, 10) }),
      ...(Number.isFinite(max) && { latest: new Date(max).toISOString().slice(0, 10) }),
    }
  } catch {
    // An interval that ends before it begins.
    return undefined
  }
}
