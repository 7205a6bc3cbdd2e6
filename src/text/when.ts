/** When an event was: dates in a clause, days without a year, `today`; these two resolved against the date of the paper. */
import type { DateValue, Found, SourceDocument, Words } from '../document.ts'
import { dateValue } from '../grammar/calendar.ts'
import { findDates } from '../grammar/date.ts'
import { MONTH_BY_NAME } from '../grammar/months.ts'

const NAMES = [...MONTH_BY_NAME.keys()]
  .filter((name) => /^[a-z]{3,}$/.test(name))
  .sort((a, b) => b.length - a.length)
  .join('|')
const DAY_MONTH = new RegExp(
  `\\b(?<day>[0-3]?\\d)(?:st|nd|rd|th)?(?: of)?\\s+(?<month>${NAMES})\\b|\\b(?<month2>${NAMES})\\s+(?<day2>[0-3]?\\d)(?:st|nd|rd|th)?(?![\\d:.,]*\\d)`,
  'iu',
)
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/\btoday\b/i, 0],
  [/\byesterday\b/i, -1],
  [/\btomorrow\b/i, 1],
]
const DAY = 86_400_000

/** The day of the paper, `YYYY-MM-DD`: its entry's date, else its own. */
export function dayOf({ dates }: SourceDocument): string | undefined {
  const days = [
    ...dates.filter(({ value }) => value.role === 'entry'),
    ...dates.filter(({ value }) => value.role === 'document'),
    ...dates,
  ]
  return days.map(({ value }) => value.earliest).find((day) => day !== undefined)
}

/** Whether the year can be that of an event: a number that only looks like one lies far off. */
function isLikely({ earliest }: DateValue, day: string | undefined): boolean {
  const year = Number(earliest?.slice(0, 4) ?? Number.NaN)
  return Number.isNaN(year) || (year >= 1500 && (day === undefined || year <= Number(day.slice(0, 4)) + 1))
}

/** The date that the words of a clause give, with its own words, or undefined. */
export function findWhen({ words, span }: Words, day: string | undefined): Found<DateValue> | undefined {
  const [full] = /\d/.test(words) ? findDates(words).filter(({ value }) => isLikely(value, day)) : []
  const at = (start: number, end: number, value: DateValue, inferred: boolean): Found<DateValue> => ({
    value,
    words: words.slice(start, end),
    span: { ...span, start: span.start + start, end: span.start + end },
    rule: 'event-date',
    ...(inferred && { certainty: 'inferred' as const }),
  })
  if (full !== undefined) return at(full.start, full.end, full.value, false)
  if (day === undefined) return undefined
  const partial = DAY_MONTH.exec(words)
  const month = MONTH_BY_NAME.get((partial?.groups?.month ?? partial?.groups?.month2 ?? '').toLowerCase())
  const number = Number(partial?.groups?.day ?? partial?.groups?.day2 ?? Number.NaN)
  if (partial !== null && month !== undefined && number > 0) {
    const value = dateValue(`${day.slice(0, 4)}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`)
    if (value !== undefined) return at(partial.index, partial.index + partial[0].length, value, true)
  }
  for (const [word, days] of RELATIVE) {
    const found = word.exec(words)
    const value = found && dateValue(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10))
    if (found && value) return at(found.index, found.index + found[0].length, value, true)
  }
  return undefined
}
