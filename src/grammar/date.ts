/** The grammar of dates: finds them in a text and reads each into EDTF with its bounds. */
import type { DateValue } from '../document.ts'
import { dateValue } from './calendar.ts'
import { timeAfter, timeBefore } from './clock.ts'
import { DATE_FORMS, type DateHint, WHOLE_YEARS } from './date-forms.ts'
import { lowered } from './lowered.ts'
import type { Match } from './match.ts'
import { leftmostLongest } from './match-list.ts'

export type { DateHint } from './date-forms.ts'

/** The date that the whole text is (brackets, full stops and `г.` aside), or undefined. */
export function parseDate(text: string, hint: DateHint = {}): DateValue | undefined {
  const years = WHOLE_YEARS.exec(text.replace(/^[\s([]+|[\s)\].,;]+$/gu, ''))?.groups
  if (years) return dateValue(years.to ? `${years.from}/${years.to}` : `${years.from}${years.open ?? ''}`)
  const [found, ...others] = findDates(text, hint)
  if (found === undefined || others.length > 0) return undefined
  const rest = text.slice(0, found.start) + text.slice(found.end)
  return /^[\s()[\].,;]*$/u.test(rest) ? found.value : undefined
}

/** What every form has some of: most lines have none of it, and need not be tried with each form. */
const MAY_BE_DATED = /[\d年日电電]|dated|no date|n\. ?d\./

/**
 * The dates in a text, in order, with the clock time that goes with each. Bare years count where a word or mark
 * introduces them (`in 1958`, `, 1954`, `[1955]`). Two dates joined by a dash or `to` are one interval.
 */
export function findDates(text: string, hint: DateHint = {}): Match<DateValue>[] {
  const settled = { ...hint, dayFirst: hint.dayFirst ?? orderOf(text) }
  const candidates: Match<DateValue | undefined>[] = []
  const lower = lowered(text)
  if (!MAY_BE_DATED.test(lower)) return []
  for (const form of DATE_FORMS) {
    for (const found of (form.cased ? text : lower).matchAll(form.pattern)) {
      const expression = form.read(found.groups ?? {}, settled)
      if (expression === undefined) continue
      const words = found[0].trimEnd()
      const { start, end } = withoutOuterBrackets(found.index, words)
      const plain = /^[\d-]+$/.test(expression)
      candidates.push({ value: dateValue(plain && words.includes('?') ? `${expression}?` : expression), start, end })
    }
  }
  // A day that does not exist still takes its place: 30 February 1950 is not February 1950.
  const dates = leftmostLongest(candidates).filter((match): match is Match<DateValue> => match.value !== undefined)
  return joinRanges(text, dates).map((match) => withTime(text, aboutOrDoubted(text, match)))
}

/** Brackets stay when they complete a date (`September 29 [1950]`), not when they enclose it or open elsewhere. */
function withoutOuterBrackets(start: number, words: string): { start: number; end: number } {
  const close = words.indexOf(']')
  const last = words.length - 1
  const opensOutside = words.startsWith('[') && (close < 0 || close === last)
  const closesOutside = close === last && (opensOutside || !words.includes('['))
  return { start: start + (opensOutside ? 1 : 0), end: start + words.length - (closesOutside ? 1 : 0) }
}

/** One date like `10/14/50` shows that the text puts the month first; one like `14/10/50` that it does not. */
function orderOf(text: string): boolean {
  let [dayFirst, monthFirst] = [0, 0]
  for (const [, first, second] of text.matchAll(/(?<![\d./-])(\d{1,2})[./](\d{1,2})[./](?:\d{4}|\d{2})(?!\d)/g)) {
    if (Number(first) > 12) dayFirst += 1
    else if (Number(second) > 12) monthFirst += 1
  }
  return dayFirst >= monthFirst
}

const ABOUT = /(?<![\p{L}\d])(?:circa|ca?\.)\s?$/iu
const DOUBTED = /^(?:\s?[[(]\?[\])]|\?(?=[\])]))/u

/** `ca. 5 May 1950`, `5 May 1950 (?)`: what an editor says of a date. */
function aboutOrDoubted(text: string, match: Match<DateValue>): Match<DateValue> {
  if (!/^[\d-]+$/.test(match.value.edtf)) return match
  const about = ABOUT.exec(text.slice(Math.max(0, match.start - 8), match.start))?.[0].length ?? 0
  const doubted = DOUBTED.exec(text.slice(match.end, match.end + 4))?.[0].length ?? 0
  const value =
    about || doubted ? dateValue(`${match.value.edtf}${about && doubted ? '%' : about ? '~' : '?'}`) : undefined
  return value ? { value, start: match.start - about, end: match.end + doubted } : match
}

const JOINT = /^\s{0,3}(?:[-–—]|through|to|until)\s{0,3}$/u

function joinRanges(text: string, matches: readonly Match<DateValue>[]): Match<DateValue>[] {
  const joined: Match<DateValue>[] = []
  for (const match of matches) {
    const before = joined.at(-1)
    const value =
      before && match.start - before.end < 16 && JOINT.test(text.slice(before.end, match.start))
        ? interval(before.value, match.value)
        : undefined
    if (before && value) joined[joined.length - 1] = { value, start: before.start, end: match.end }
    else joined.push(match)
  }
  return joined
}

function interval(from: DateValue, to: DateValue): DateValue | undefined {
  const single = ['day', 'month', 'year']
  if (!single.includes(from.precision) || !single.includes(to.precision)) return undefined
  return dateValue(`${from.edtf}/${to.edtf}`)
}

function withTime(text: string, match: Match<DateValue>): Match<DateValue> {
  if (match.value.precision !== 'day') return match
  const time = timeAfter(text, match.end) ?? timeBefore(text, match.start)
  const value = time && dateValue(match.value.edtf, time.value)
  if (!time || !value) return match
  // `10 a.m. - 11.15 a.m.`: the first time counts, the words go on.
  const until = time.start >= match.end ? timeAfter(text, time.end) : undefined
  return { value, start: Math.min(match.start, time.start), end: Math.max(match.end, until?.end ?? time.end) }
}
