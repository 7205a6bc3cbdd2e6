/** The grammar of reference numbers with their labels: `Issuing No. 8600`, `Incoming Nº 5925-gs`, `TELEGRAM 066.621`. */
import type { DateValue, Numbering } from '../document.ts'
import { findDates } from './date.ts'
import type { Match } from './match.ts'
import { anyOf } from './match-list.ts'

/** A number, and the date that stands behind it, with its own place. */
export interface NumberMatch extends Match<Numbering> {
  readonly date?: Match<DateValue>
}

/** What the words before the number say of its kind. */
const LABELS: Readonly<Record<string, Numbering['kind']>> = {
  issuing: 'issuing',
  'issuing number': 'issuing',
  outgoing: 'outgoing',
  out: 'outgoing',
  'our ref': 'outgoing',
  incoming: 'incoming',
  received: 'incoming',
  special: 'special',
  'special number': 'special',
  registry: 'registry',
  registration: 'registry',
  reg: 'registry',
  registered: 'registry',
  inventory: 'registry',
  typist: 'registry',
  'ciphered telegram': 'telegram',
  'cipher telegram': 'telegram',
  ciphergram: 'telegram',
  telegram: 'telegram',
  cable: 'telegram',
  cablegram: 'telegram',
  airgram: 'telegram',
  secto: 'telegram',
  tosec: 'telegram',
  deptel: 'telegram',
  embtel: 'telegram',
  letter: 'unlabelled',
  dispatch: 'unlabelled',
  despatch: 'unlabelled',
  note: 'unlabelled',
  minutes: 'unlabelled',
  protocol: 'unlabelled',
  report: 'unlabelled',
  information: 'unlabelled',
  memorandum: 'unlabelled',
  document: 'unlabelled',
  order: 'unlabelled',
}

/** Words before `No.` that count something else: copies, shelves, pages. */
const OTHER_THINGS =
  /(?:cop(?:y|ies)|vol(?:ume)?|folder|file|box|article|items?|points?|paper|page|issue|room|part|book|serial|series|group|enclosure|annex)\.?\s*$/iu
/** A number of somebody else's document: `your communication No. 359`. */
const FOREIGN = /\b(?:your|his|her|their|its|yr)\s+(?:\p{L}+\s+){0,2}$/iu

// OCR of the sign № gives `N $^{\circ}$`, `N°`, `Nº`.
const SIGN = String.raw`(?:F\.\s?N\.|N(?:os?|r)\.?|N\s{0,2}\$?\s?\^?\{?\\?(?:circ|[°ºo])\}?\s?\$?\.?|№|#|NN?(?=\s?\d))`
const VALUE = String.raw`\d[\p{L}\d]{0,20}(?:[./-][\p{L}\d]{1,20}){0,4}`
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?<label>${anyOf(Object.keys(LABELS))})\.?,?\s{1,4})?(?<sign>${SIGN})\s{0,3}(?<value>${VALUE})(?![\p{L}\d])`,
  'giu',
)
/** `TELEGRAM 066.621`: no sign, but the number of a telegram all the same. */
const UNSIGNED = new RegExp(
  String.raw`(?<![\p{L}\d])(?<label>${anyOf(Object.keys(LABELS).filter((label) => LABELS[label] === 'telegram'))})\s{1,4}(?<value>\d{2,}[\p{L}\d./-]{0,12}\d|\d{3,})(?![\p{L}\d])`,
  'giu',
)
/** Codes of offices before a number without a sign: `Secto 10`, `Pb 1193`. */
const CODED =
  /(?<![\p{L}\d])(?<label>Secto|Tosec|Deptel|Embtel|Pb|PB)\s{1,3}(?<value>\d{1,6}(?:\/\d{1,4})?)(?![\p{L}\d])/gu
/** The whole number of a cable: year, post and count. */
const CABLE = /(?<![\p{L}\d])\d{2}\p{Lu}{3,20}\d{1,6}(?![\p{L}\d])/gu
const ALONE = /^[^\S\n\r\u2028\u2029]*(?<number>\d{2,7})(?=[^\S\n\r\u2028\u2029]*$)/gmu
const CODE = /(?<![\p{L}\d-])\p{Lu}{2,6}-\d{1,6}(?:\/\d{1,4})?(?![\p{L}\d-])/gu

export interface NumberOptions {
  /** Take a number that stands alone on its line (`113` on a form), and codes like `REU-25`. For headers only. */
  readonly alone?: boolean
}

/** The numbers of a text in order. Numbers of copies, shelves and of other people's papers are left out. */
export function findNumbers(text: string, options: NumberOptions = {}): NumberMatch[] {
  const numbers: NumberMatch[] = []
  for (const pattern of [NUMBER, UNSIGNED, CODED]) {
    for (const found of text.matchAll(pattern)) {
      const { label = '', sign = '', value = '' } = found.groups ?? {}
      const before = text.slice(Math.max(0, found.index - 40), found.index)
      const after = text.slice(found.index + found[0].length, found.index + found[0].length + 16)
      if (OTHER_THINGS.test(before) || FOREIGN.test(before) || /^\s+of\s+\d+\s+copies/iu.test(after)) continue
      const kind = LABELS[label.toLowerCase().replace(/\s+/gu, ' ')] ?? 'unlabelled'
      const written = found[0]
        .slice(0, found[0].length - value.length)
        .replace(/\s+/gu, ' ')
        .trim()
      numbers.push({
        value: { value, kind, label: sign || label ? written : '' },
        start: found.index,
        end: found.index + found[0].length,
      })
    }
  }
  numbers.push(...unsigned(text, CABLE, 'telegram'))
  if (options.alone) numbers.push(...unsigned(text, ALONE), ...unsigned(text, CODE))
  const dates = numbers.length === 0 ? [] : findDates(text)
  return distinct(numbers, dates).map((number) => withDate(text, number, dates))
}

const unsigned = (text: string, pattern: RegExp, kind: Numbering['kind'] = 'unlabelled'): NumberMatch[] =>
  [...text.matchAll(pattern)].map((found) => {
    const value = found.groups?.number ?? found[0]
    const end = found.index + found[0].length
    return { value: { value, kind, label: '' }, start: end - value.length, end }
  })

/** No number lies inside another one or inside a date. */
function distinct(numbers: readonly NumberMatch[], dates: readonly Match<DateValue>[]): NumberMatch[] {
  const sorted = [...numbers].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: NumberMatch[] = []
  let next = 0
  for (const number of sorted) {
    if (number.start < (kept.at(-1)?.end ?? 0)) continue
    while ((dates[next]?.end ?? Infinity) <= number.start) next += 1
    if (number.value.label === '' && (dates[next]?.start ?? Infinity) <= number.start) continue
    kept.push(number)
  }
  return kept
}

function withDate(text: string, number: NumberMatch, dates: readonly Match<DateValue>[]): NumberMatch {
  const date = firstFrom(dates, number.end)
  if (!date || date.start - number.end > 12) return number
  return /^(?:,?\s*(?:of|from|dated|\/)?\s*)$/iu.test(text.slice(number.end, date.start)) ? { ...number, date } : number
}

function firstFrom(dates: readonly Match<DateValue>[], position: number): Match<DateValue> | undefined {
  let [low, high] = [0, dates.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dates[middle]?.start ?? 0) < position) low = middle + 1
    else high = middle
  }
  return dates[low]
}
