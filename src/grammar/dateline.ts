/**
 * The grammar of the lines that date a printed paper: `Chungking, December 7, 1943—4 p.m.`, `[Washington,] January 31,
 * 1945.`, `Moscow, July 9 [8], 1945.`, `[Received January 3—9:20 a. m.]`. What editors put in brackets corrects or
 * completes the word before it.
 */
import type { Certainty, DateValue } from '../document.ts'
import { dateValue, isoDate } from './calendar.ts'
import { findDates } from './date.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'
import { MONTH_BY_NAME } from './months.ts'

export interface DateLine {
  readonly place?: Sure<string>
  readonly date: Sure<DateValue>
}

interface Sure<T> extends Match<T> {
  readonly certainty: Certainty
}

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December'
const MONTH = String.raw`(?:${MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)`
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`
/** A word of a date with the brackets that may stand about and behind it. */
const BRACKETED = (word: string) => String.raw`\[?(?:${word})(?:\s?,?\s?\[[^\]\d]{0,2}(?:${word})\??\])?\]?`
const GAP = String.raw`[,.\s]{0,3}\s?`
/** Where a date begins: with the month, or with the day before it. */
const BEGINS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${BRACKETED(DAY)}(?:\s?[-–]\s?${DAY})?${GAP})?${BRACKETED(MONTH)}(?![\p{L}])`,
  'u',
)
const UNDATED = /\[?\bundated\b\]?/iu
const YEARS = /^\d{4}$/
const HALF_DAYS = /^[ap]\.?(?:\s?m\.?)?$/i

/** Reads a line that gives a day and perhaps a place. `year` completes a date that names none. */
export function parseDateLine(line: string, hint: { readonly year?: number } = {}): DateLine | undefined {
  const begins = BEGINS.exec(line) ?? UNDATED.exec(line)
  if (begins === null) return undefined
  const date = dateFrom(line, begins.index, hint)
  if (date === undefined) return undefined
  const place = placeBefore(line, begins.index)
  return { ...(place !== undefined && { place }), date }
}

/** The words before the date, without brackets and commas. */
function placeBefore(line: string, end: number): Sure<string> | undefined {
  const words = trimmed(line, 0, end)
  const lead = /^[\s[(,.]*/.exec(words.value)?.[0].length ?? 0
  const kept = withoutEnd(words.value.slice(lead), /[\s\])(,.?[]/)
  const bare = trimmed(line, words.start + lead, words.start + lead + kept.length)
  if (!/^\p{Lu}.*\p{L}$/u.test(bare.value) || bare.value.length > 80) return undefined
  const value = corrected(bare.value).text
  const certainty = /\?/.test(line.slice(0, end)) ? 'uncertain' : words.value.startsWith('[') ? 'inferred' : 'stated'
  return { value, start: bare.start, end: bare.end, certainty }
}

function dateFrom(line: string, start: number, hint: { readonly year?: number }): Sure<DateValue> | undefined {
  const rest = line.slice(start)
  const { text, certainty } = corrected(rest)
  const value = readDate(text, hint)
  if (value === undefined) return undefined
  // A bracket that opens before the date encloses it.
  const enclosed = line.lastIndexOf('[', start - 1) > line.lastIndexOf(']', start - 1)
  const lead = /^\[/.exec(rest)?.[0].length ?? 0
  const words = trimmed(line, start + lead, start + rest.trimEnd().replace(/[\].]+$/u, '').length)
  const stop = /\b[ap]\.\s?m$/i.test(words.value) ? 1 : 0
  const end = words.end + (unclosed(words.value) ? 1 : stop)
  // A year that the line does not give comes from elsewhere.
  const given = /\d{4}|undated/i.test(words.value)
  const sure = certainty === 'stated' && (enclosed || lead > 0 || !given) ? 'inferred' : certainty
  return { value, start: words.start, end: Math.min(end, line.length), certainty: sure }
}

const unclosed = (words: string): boolean => words.lastIndexOf('[') > words.lastIndexOf(']')

const CORRECTION = /(?<word>[\p{L}\d:.]+?)(?<mark>[,.]?)\s*\[(?<inner>[^\][]+)\]/gu

/** `10 p. m. [a. m.?]`. */
const HALF_CORRECTED = /\b[ap]\.?\s?m\.?\s*\[(?<half>[ap])\.?\s?m?\.?\s?\??\]/giu

/** The text as its editors correct it, without their brackets. */
function corrected(text: string): { readonly text: string; readonly certainty: Certainty } {
  const doubtful = /\?/.test(text)
  const replaced = text
    .replace(HALF_CORRECTED, '$<half>.m.')
    .replace(CORRECTION, (whole: string, word: string, mark: string, inner: string) => {
      const said = inner.replace(/[?\s(),.]+$/u, '').trim()
      const last = word.replace(/\.$/, '')
      return kindOf(last) !== undefined && kindOf(last) === kindOf(said) ? `${said}${mark}` : whole
    })
  const changed = replaced !== text
  return {
    text: replaced
      .replace(/[[\]?]/g, '')
      .replace(/\s+/g, ' ')
      .replace(/\s+,/g, ',')
      .trim(),
    certainty: doubtful ? 'uncertain' : changed || /\[/.test(text) ? 'inferred' : 'stated',
  }
}

/** What a word of a date is: only a word of the same kind corrects it. */
function kindOf(word: string): string | undefined {
  if (MONTH_BY_NAME.has(word.toLowerCase())) return 'month'
  if (YEARS.test(word)) return 'year'
  if (/^\d{1,2}$/.test(word)) return 'number'
  if (/^\d{1,2}:\d\d$/.test(word)) return 'clock'
  return HALF_DAYS.test(word) ? 'half' : undefined
}

const FULL = new RegExp(
  String.raw`^(?:(?<day1>\d{1,2})(?:st|nd|rd|th)?${GAP}(?<month1>${MONTH})|(?<month2>${MONTH})\s?(?<day2>\d{1,2})(?:st|nd|rd|th)?(?![\d:]))(?:${GAP}(?<year>\d{4}))?(?!\d)`,
  'u',
)

function readDate(text: string, hint: { readonly year?: number }): DateValue | undefined {
  const day = FULL.exec(text)
  const groups = day?.groups ?? {}
  const year = groups.year === undefined ? hint.year : Number(groups.year)
  const month = MONTH_BY_NAME.get((groups.month1 ?? groups.month2 ?? '').replace('.', '').toLowerCase())
  if (day === null || month === undefined || isRange(text.slice(day[0].length))) return findDates(text, hint)[0]?.value
  if (year === undefined) return undefined
  return dateValue(isoDate(year, month, Number(groups.day1 ?? groups.day2)), clockIn(text.slice(day[0].length)))
}

/** `April 15-16, 1941`: two days, not a day and an hour. */
const isRange = (after: string): boolean => /^\s?[-–]\s?\d{1,2},?\s\d{4}/.test(after)

const CLOCK =
  /^[\s,—–―.-]{0,4}(?:at\s)?(?:(?<noon>(?:12(?::00)?\s?)?noon)|(?<hour>\d{1,2})(?:[:;.]\s?(?<minute>[0-5]\d))?\s?(?<half>[ap])\.?\s?m\b|(?<hours>[01]\d|2[0-3])(?<minutes>[0-5]\d)(?:\s?hours)?[.\s]*$)/iu

/**
 * The clock time at the beginning of a text, as `HH:MM:SS`. Midnight is none: whether it begins or ends the day is not
 * said.
 */
export function clockIn(text: string): string | undefined {
  const groups = CLOCK.exec(text)?.groups
  if (groups === undefined) return undefined
  if (groups.noon !== undefined) return '12:00:00'
  let hour = Number(groups.hour ?? groups.hours)
  const half = groups.half?.toLowerCase()
  if (hour > (half === undefined ? 23 : 12)) return undefined
  if (half === 'p' && hour < 12) hour += 12
  if (half === 'a' && hour === 12) hour = 0
  return [hour, groups.minute ?? groups.minutes ?? 0, 0].map((part) => String(part).padStart(2, '0')).join(':')
}

const RECEIVED = /^\[?\s*Received\b\]?[,.]?\s*(?:about\s)?[—–―-]?\s*/u

/** When a message came in, or undefined where the line says nothing of it. */
export interface Receipt {
  /** Absent where the words give no day that can be read. */
  readonly date?: DateValue
  readonly certainty: Certainty
}

/**
 * Reads a line of receipt. One without a year is of the year in which it can follow the day of the message; one with a
 * clock time alone is of that day. `hint` is the year where the message has no day.
 */
export function parseReceipt(line: string, sent: DateValue | undefined, hint?: number): Receipt | undefined {
  const opening = RECEIVED.exec(line)
  if (opening === null) return undefined
  const { text, certainty } = corrected(line.slice(opening[0].length).replace(/^\[?/, ''))
  const day = sent?.earliest
  if (!BEGINS.test(text)) {
    const time = clockIn(text)
    const date = day === undefined || time === undefined ? undefined : dateValue(day, time)
    return { ...(date && { date }), certainty }
  }
  const glued = day === undefined ? undefined : ungluedDay(text, day)
  if (glued !== undefined) return { date: glued, certainty: 'inferred' }
  const year = day === undefined ? hint : Number(day.slice(0, 4))
  const date = readDate(text, year === undefined ? {} : { year })
  const named = /\b\d{4}\b/.test(text)
  const before = !named && day !== undefined && date?.latest !== undefined && monthsApart(date.latest, day) < -6
  const later = before && year !== undefined ? readDate(text, { year: year + 1 }) : date
  return { ...(later && { date: later }), certainty }
}

const GLUED = new RegExp(String.raw`^(?<month>${MONTHS})\s(?<digits>\d{2,3}):(?<rest>\d\d.*)$`, 'u')
/** In days; a telegram does not take longer. */
const LONGEST_WAY = 21

/** `May 54:45 a.m.` lost the dash between day and hour: it is put where the message came in soon after it was sent. */
function ungluedDay(text: string, sent: string): DateValue | undefined {
  const { month = '', digits = '', rest = '' } = GLUED.exec(text)?.groups ?? {}
  const days = [1, 2].flatMap((cut) => {
    const read = `${month} ${digits.slice(0, cut)}—${digits.slice(cut)}:${rest}`
    const date = cut < digits.length ? readDate(read, { year: Number(sent.slice(0, 4)) }) : undefined
    const way = date?.earliest === undefined ? -1 : (Date.parse(date.earliest) - Date.parse(sent)) / 86_400_000
    return date?.time !== undefined && way >= -1 && way <= LONGEST_WAY ? [date] : []
  })
  return days.length === 1 ? days[0] : undefined
}

function monthsApart(one: string, other: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return months(one) - months(other)
}
