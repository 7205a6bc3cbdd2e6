/** When an event was: dates in a clause, days without a year, `today`; these two resolved against the date of the paper. */
import type { DateValue, Found, SourceDocument, Words } from '../document.ts'
import { dateValue } from '../grammar/calendar.ts'
import { findDates } from '../grammar/date.ts'
import { MONTH_BY_NAME } from '../grammar/months.ts'
import { oneLine } from '../letters.ts'

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

/** Years before the paper in which what it reports may lie. */
const LONG_AGO = 150

/** Whether the year can be that of an event: a number that only looks like one lies far off. */
function isLikely({ earliest }: DateValue, day: string | undefined): boolean {
  const year = Number(earliest?.slice(0, 4) ?? Number.NaN)
  const own = Number(day?.slice(0, 4) ?? Number.NaN)
  if (Number.isNaN(year)) return true
  return year >= 1500 && (Number.isNaN(own) || (year <= own + 1 && year >= own - LONG_AGO))
}

/** A date as it stands in a label: `1958-06-03`, `1958-06-03 16:00`; a season or a span in its own words. */
export function spokenDate({ value: { edtf }, words }: Found<DateValue>): string {
  const plain = /^(\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?)(?:T(\d\d:\d\d)[\d:]*)?$/.exec(edtf)
  return plain === null ? oneLine(words) : [plain[1], plain[2]].filter(Boolean).join(' ')
}

/** Words of what is still to come. */
const AHEAD =
  /\b(?:will|shall|would|may|might|should|plan(?:s|ned)?|propos\w+|intend\w*|scheduled|next|coming|until|before|by|to be|is to|are to)\b/i
/** Days after the paper in which an undated day may still lie, where nothing says that it is to come. */
const SOON = 14

/** The year of a day that is given without one: that of the paper, or the year before where the day would lie far ahead. */
function yearOf(monthAndDay: string, day: string, words: string): number {
  const year = Number(day.slice(0, 4))
  const distance = (Date.parse(`${year}-${monthAndDay}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY
  return distance > SOON && !AHEAD.test(words) ? year - 1 : year
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
    const monthAndDay = [month, number].map((part) => String(part).padStart(2, '0')).join('-')
    const value = dateValue(`${yearOf(monthAndDay, day, words)}-${monthAndDay}`)
    if (value !== undefined) return at(partial.index, partial.index + partial[0].length, value, true)
  }
  for (const [word, days] of RELATIVE) {
    const found = word.exec(words)
    const value = found && dateValue(new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10))
    if (found && value) return at(found.index, found.index + found[0].length, value, true)
  }
  return undefined
}
