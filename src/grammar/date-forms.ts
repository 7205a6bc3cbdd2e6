/** The written forms of a date, one row each: a pattern and how its groups become an EDTF expression. */
import { isoDate } from './calendar.ts'
import { CHINESE_FORMS, dayOfMonth } from './chinese-dates.ts'
import { EDGE, inLower, LETTERS, STOP } from './lowered.ts'
import { MONTH_BY_NAME, ROMAN_MONTHS, SEASON_NAMES } from './months.ts'

/** What the reader of a text knows of its dates. */
export interface DateHint {
  /** First two digits of two-digit years; 19 when absent. */
  readonly century?: number
  /** Whether `3/5/50` is 3 May; when absent, the other dates of the text decide, and day first without them. */
  readonly dayFirst?: boolean
  /** Year of dates that name none (`29 March`); without it they are not found. */
  readonly year?: number
  /** A day, `YYYY-MM-DD`, near which the dates lie: it settles `11.03.1962` and gives `the 7th` its month. */
  readonly near?: string
}

export interface DateForm {
  /** Of text in lower case. */
  readonly pattern: RegExp
  /** The pattern is of the text as it stands. */
  readonly cased?: true
  /** The EDTF expression, or undefined when the words are no date after all. */
  read(groups: Readonly<Record<string, string | undefined>>, hint: DateHint): string | undefined
}

const seasonByName = new Map(SEASON_NAMES.map(([name, number]) => [name.toLowerCase(), number]))

const alternatives = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')

const GAP = String.raw`\s{1,4}`
const TO = String.raw`\s{0,3}(?:[-–—/&]|through|thru|until|till|to|and)\s{0,3}`
const NAME = `(?:${alternatives(MONTH_BY_NAME.keys())})`
const day = (group: string) => String.raw`\[?(?<${group}>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|\.(?=\s))?\??\]?`
const month = (group: string) => String.raw`\[?(?<${group}>${NAME})${STOP}\]?\.?`
// `[1950]` is a year that an editor completed; two digits need an apostrophe or the end of the phrase.
const YEAR = String.raw`\[?(?<year>[12]\d{3}|['’]\d{2}|\d{2}(?=\s*(?:$|[\n.,;)\]])(?!\.\d)))(?:${STOP}|(?=г))(?:\?(?=\]))?\]?`
const ERA = String.raw`(?:\s?г(?:ода)?\b\.?|\s?г\.)?`
const YEAR_PART = String.raw`(?:(?:,|${GAP}(?:of|de)|,?\s?\.)?${GAP}(?:the${GAP}year${GAP})?${YEAR}${ERA}|['’](?<short>\d{2})${STOP})`

const spelled = (body: string) => inLower(EDGE + body)

function expandYear(written: string | undefined, hint: DateHint): number | undefined {
  if (written === undefined) return hint.year
  const digits = written.replace(/\D/g, '')
  return digits.length === 2 ? (hint.century ?? 19) * 100 + Number(digits) : Number(digits)
}

const yearOf = (groups: Readonly<Record<string, string | undefined>>, hint: DateHint) =>
  expandYear(groups.year ?? groups.short, hint)

const monthOf = (name: string | undefined) => (name === undefined ? undefined : MONTH_BY_NAME.get(name.toLowerCase()))

function range(year: number | undefined, from: readonly (number | undefined)[], to: readonly (number | undefined)[]) {
  if (year === undefined) return undefined
  const end = isoDate(year, ...to)
  const start = isoDate(year, ...from)
  return start === end ? end : `${start}/${end}`
}

const single = (year: number | undefined, month: number, day: number) =>
  year === undefined ? undefined : isoDate(year, month, day)

const numberOf = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits))

/** `6 through 29 May 1957`, `29 June through 8 August 1960`, `May 14, 1950`, `June, 1934`. */
const SPELLED: readonly DateForm[] = [
  {
    pattern: spelled(
      `(?:${day('from')}(?:${TO}|${GAP}${month('fromMonth')}${TO}))?${day('day')}(?:${GAP}(?:of|de))?${GAP}${month('month')}${YEAR_PART}?`,
    ),
    read: (g, hint) => spelledDays(g, hint),
  },
  {
    pattern: spelled(
      `${month('fromMonth')}${GAP}${day('from')}(?!\\d)(?:${TO}(?:${month('month')}${GAP})?${day('day')}(?!\\d))?${YEAR_PART}?`,
    ),
    read: (g, hint) => spelledDays({ ...g, day: g.day ?? g.from, month: g.month ?? g.fromMonth }, hint),
  },
  // Hungarian order: `1956. november 4.`
  {
    pattern: spelled(`(?<year>[12]\\d{3})[.,]?${GAP}${month('month')}${GAP}${day('day')}(?!\\d|${GAP}[12]\\d{3})`),
    read: (g, hint) => spelledDays(g, hint),
  },
  {
    pattern: spelled(
      `(?:${month('fromMonth')}${TO})?${month('month')}(?:,|${GAP}(?:of|de))?${GAP}\\[?(?<year>[12]\\d{3})${STOP}(?:\\?(?=\\]))?\\]?${ERA}`,
    ),
    read: (g, hint) => {
      const last = monthOf(g.month)
      return range(yearOf(g, hint), [monthOf(g.fromMonth) ?? last], [last])
    },
  },
  {
    pattern: spelled(`(?<season>${alternatives(seasonByName.keys())})(?:,|${GAP}of)?${GAP}(?<year>[12]\\d{3})${STOP}`),
    read: (g) => isoDate(Number(g.year), seasonByName.get(g.season?.toLowerCase() ?? '')),
  },
]

function spelledDays(g: Readonly<Record<string, string | undefined>>, hint: DateHint): string | undefined {
  const last = monthOf(g.month)
  const end = [last, numberOf(g.day)]
  return range(yearOf(g, hint), g.from === undefined ? end : [monthOf(g.fromMonth) ?? last, numberOf(g.from)], end)
}

const UNJOINED = `(?<![${LETTERS}0-9./:-])`
const FREE = String.raw`(?![${LETTERS}0-9]|[./:-]\d)`

/** `29.III.53`, `13/5-50`, `2–3.7.51 г.`, `10/14/50`, `1950-05-14`. */
const NUMERIC: readonly DateForm[] = [
  {
    pattern: inLower(
      String.raw`${UNJOINED}(?<year>[12]\d{3})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:t\d{2}:\d{2}(?::\d{2})?z?)?${FREE}`,
    ),
    read: (g) => isoDate(Number(g.year), Number(g.month), Number(g.day)),
  },
  {
    cased: true,
    pattern: inLower(
      String.raw`${UNJOINED}(?<day>\d{1,2})[\s./-]{1,2}(?<month>${alternatives(ROMAN_MONTHS)})[\s./-]{1,2}(?<year>[12]\d{3}|\d{2})(?:${FREE}|(?=г))${ERA}`,
    ),
    read: (g, hint) => single(yearOf(g, hint), ROMAN_MONTHS.indexOf(g.month ?? '') + 1, Number(g.day)),
  },
  {
    pattern: inLower(
      String.raw`${UNJOINED}(?:(?<from>\d{1,2})[–-])?(?<first>\d{1,2})(?<mark1>[./-])\s?(?<second>\d{1,2})(?<mark2>[./-])\s?(?<year>[12]\d{3}|\d{2})(?:${FREE}|(?=г))${ERA}`,
    ),
    read: readNumeric,
  },
]

function readNumeric(g: Readonly<Record<string, string | undefined>>, hint: DateHint): string | undefined {
  // `5-10-20` is three numbers as well as a date.
  if (g.mark1 === '-' && g.mark2 === '-' && g.year?.length === 2) return undefined
  const [first, second] = [Number(g.first), Number(g.second)]
  const year = yearOf(g, hint)
  const settled = second <= 12 && first <= 12 ? orderNear(year, first, second, hint.near) : undefined
  const dayFirst = g.from !== undefined || (second <= 12 && (first > 12 || (settled ?? hint.dayFirst ?? true)))
  const [dayNumber, monthNumber] = dayFirst ? [first, second] : [second, first]
  const end = [monthNumber, dayNumber]
  return range(year, g.from === undefined ? end : [monthNumber, Number(g.from)], end)
}

/** Whether the day is first where one reading lies in the month of the day that is known, and the other does not. */
function orderNear(year: number | undefined, first: number, second: number, near: string | undefined) {
  if (near === undefined || year !== Number(near.slice(0, 4)) || first === second) return undefined
  const month = Number(near.slice(5, 7))
  return second === month ? true : first === month ? false : undefined
}

/** Said in place of a date: `undated`, `undated [1955]`. */
const UNKNOWN: readonly DateForm[] = [
  {
    pattern: inLower(
      String.raw`${EDGE}(?:undated|not dated|no date|n\. ?d\.)(?:,?\s?\[(?:c(?:irc)?a\.?\s)?(?<year>[12]\d{3})\??\])?`,
    ),
    read: (g) => g.year ?? 'XXXX',
  },
]

/** `ca. 1950`, `the 1950s`, `1950?` anywhere; a bare year only where a word or mark says that it is one. */
const YEARS: readonly DateForm[] = [
  {
    pattern: inLower(String.raw`${EDGE}(?:circa|ca?\.)\s?(?<year>[12]\d{3})${STOP}`),
    read: (g) => `${g.year}~`,
  },
  { pattern: inLower(`${EDGE}(?<decade>[12]\\d{2})0s${STOP}`), read: (g) => `${g.decade}X` },
  { pattern: /(?<=\[)(?<year>[12]\d{3})\?(?=\])/gu, read: (g) => `${g.year}?` },
  {
    pattern: inLower(
      String.raw`(?<=(?:\b(?:in|of|during|since|until|by|year|early|late|mid|for)[\s-]|,\s|[[(]))(?<year>[12]\d{3})(?![${LETTERS}0-9]|[.,/:-]\d)`,
    ),
    read: (g) => g.year,
  },
]

/** `today (the 7th)`: the month is that of the paper. */
const DAYS: readonly DateForm[] = [
  {
    pattern: inLower(String.raw`${EDGE}today${GAP}\(?the${GAP}(?<day>[12]?\d|3[01])(?:st|nd|rd|th)${STOP}\)?`),
    read: (g, hint) => dayOfMonth(Number(g.day), hint),
  },
]

export const DATE_FORMS: readonly DateForm[] = [...SPELLED, ...NUMERIC, ...CHINESE_FORMS, ...DAYS, ...UNKNOWN, ...YEARS]

/** A text that is nothing but a year or two: `1955`, `1955?`, `1950–1953`. */
export const WHOLE_YEARS = /^(?<from>[12]\d{3})(?:(?<open>\?)|\s?[-–/]\s?(?<to>[12]\d{3}))?$/u
