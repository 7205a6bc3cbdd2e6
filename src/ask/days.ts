/** A day, a month or a year as somebody writes it, and the days from which to which it goes. */

export interface Days {
  /** ISO 8601. */
  readonly first: string
  readonly last: string
}

/** `1950-05` is from 1950-05-01 to 1950-05-31; undefined where there is no such day, month or year. */
export function daysOf(text: string): Days | undefined {
  const [, year, month, day] = /^([12]\d{3})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  if (Number(month) < 1 || Number(month) > 12) return undefined
  const length = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${length}` }
  return Number(day) >= 1 && Number(day) <= length ? { first: text, last: text } : undefined
}
