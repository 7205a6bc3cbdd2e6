/** The grammar of copies: how many were made, which one this is, and who got them. */

import type { DistributionEntry } from '../document.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'
import { parseName, splitNames } from './name.ts'
import { splitHonorific } from './role.ts'

export interface Distribution {
  readonly entries: readonly Match<DistributionEntry>[]
  readonly total?: Match<number>
  readonly copyNumber?: Match<number>
}

const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
]
const COUNT = String.raw`(?<count>\d{1,4}|${WORDS.join('|')}|twenty)`
const NUMBER_SIGN = String.raw`(?:N(?:os?|r)\.?|N\s?\$?\s?\^?\{?\\?(?:circ|[°ºo])\}?\s?\$?|№|#)`
const SERIAL = String.raw`(?:copy[^\S\n]{0,3}${NUMBER_SIGN}?[^\S\n]{0,3}(?<copy>\d{1,4})(?:\s+of\s+(?<of>\d{1,4}))?|${NUMBER_SIGN}\s{0,3}(?<copy2>\d{1,4})\s+of\s+(?<of2>\d{1,4})\s+copies)(?![\p{L}\d])`

const COPY_NUMBER = new RegExp(String.raw`(?<![\p{L}\d])${SERIAL}`, 'iu')
const TOTAL = new RegExp(String.raw`(?<![\p{L}\d.])${COUNT}\s{1,4}copies(?![\p{L}\d])`, 'iu')

/** The number of this copy: `Copy N° 2`, `Copy 19 of 50`, `No. 2 of 40 copies`. */
export function findCopyNumber(text: string): Match<number> | undefined {
  const found = COPY_NUMBER.exec(text)
  return found ? { value: Number(found.groups?.copy ?? found.groups?.copy2), ...placeOf(found) } : undefined
}

/** How many copies there were: `Five copies printed`, `11 copies`, `Copy 19 of 50`. */
export function findTotalCopies(text: string): Match<number> | undefined {
  const of = COPY_NUMBER.exec(text)
  const last = of?.groups?.of ?? of?.groups?.of2
  if (of && last !== undefined) return { value: Number(last), ...placeOf(of) }
  const found = TOTAL.exec(text)
  const count = found?.groups?.count?.toLowerCase() ?? ''
  const word = WORDS.indexOf(count) + 1
  const value = word > 0 ? word : count === 'twenty' ? 20 : Number(count)
  return found && value > 0 ? { value, ...placeOf(found) } : undefined
}

const placeOf = (found: RegExpExecArray) => ({ start: found.index, end: found.index + found[0].length })

const HEADER =
  /(?:^|\n)[^\S\n]*(?:#+[^\S\n]*)?(?:distribution(?:[^\S\n]+list)?|[^\n]{0,40}\bcopies\b|excerpts?\s+(?:have|has)\s+been\s+sent|cc|produced\s+in)[^\n:]{0,60}(?::[^\S\n]*(?:to[^\S\n]+)?|\n)/giu

/**
 * Reads a distribution list: lines numbered from 1 (one to a line or in one run), lines with a dash, or a list of names
 * after `Copies:`. What stands before the list, and dates or numbers after it, are no entries.
 */
export function parseDistribution(text: string): Distribution {
  const total = findTotalCopies(text)
  const copyNumber = findCopyNumber(text)
  const header = [...text.matchAll(HEADER)].at(-1)
  const from = header ? header.index + header[0].length : 0
  const numbered = numberedEntries(text, from)
  // Without a heading a lone `1` begins no list: it may be the day of a date.
  const counts = numbered.length > (header ? 0 : 1)
  const entries = counts ? numbered : header ? listedEntries(text, from) : []
  return { entries, ...(total && { total }), ...(copyNumber && { copyNumber }) }
}

/** `1. X`, `- 2 Y`: ordinals that go up by one, wherever the lines break. */
function numberedEntries(text: string, from: number): Match<DistributionEntry>[] {
  const marks = [
    ...text
      .slice(from)
      .matchAll(
        /(?<=^|[\n:]\s{0,8}|\s[-•*]\s{0,3}|\s)(?<ordinal>\d{1,3})(?:[.)]\s*|\s?[-–—]\s{1,3}(?:to\s+)?|\s{1,4})(?=[\p{L}\d])/gu,
      ),
  ]
  const chosen: { readonly ordinal: number; readonly start: number; readonly end: number }[] = []
  for (const mark of marks) {
    const ordinal = Number(mark.groups?.ordinal)
    const last = chosen.at(-1)?.ordinal ?? 0
    const opensLine = /\n[\s\-•*]*$/u.test(text.slice(Math.max(0, from + mark.index - 12), from + mark.index))
    // Where lines are left out, the numbers go on at the start of a line.
    if (ordinal === last + 1 || (last > 0 && opensLine && ordinal > last && ordinal <= last + 3))
      chosen.push({ ordinal, start: from + mark.index, end: from + mark.index + mark[0].length })
  }
  return chosen.flatMap(({ ordinal, start, end }, index) => {
    const newline = text.indexOf('\n', end)
    const limit = Math.min(chosen[index + 1]?.start ?? text.length, newline < 0 ? text.length : newline, end + 120)
    const words = withoutMarks(trimmed(text, end, limit))
    return words.value === '' ? [] : [{ value: { ordinal, ...entryOf(words.value) }, start, end: words.end }]
  })
}

/** `Stalin - 2, Molotov-1, …` on the line of the heading, or lines with a dash under it. */
function listedEntries(text: string, from: number): Match<DistributionEntry>[] {
  const lines = [...text.slice(from).matchAll(/[^\n]+/gu)].map((line) => ({ start: from + line.index, words: line[0] }))
  const dashed = lines.filter(({ words }) => /^\s*[-–•*]\s+\S/u.test(words))
  const first = lines[0]
  if (dashed.length > 0) {
    return dashed.map(({ start, words }) => {
      const mark = /^\s*[-–•*]\s+/u.exec(words)?.[0].length ?? 0
      const entry = withoutMarks(trimmed(text, start + mark, start + words.length))
      return { value: entryOf(entry.value), start: entry.start, end: entry.end }
    })
  }
  if (!first || /[.!?]\s+\p{Lu}\p{Ll}+\s\p{Ll}/u.test(first.words)) return []
  return splitNames(first.words.slice(0, 400)).map(({ start, end }) => {
    const entry = withoutMarks(trimmed(text, first.start + start, first.start + end))
    return { value: entryOf(entry.value), start: entry.start, end: entry.end }
  })
}

function withoutMarks(words: Match<string>): Match<string> {
  const bare = withoutEnd(words.value, /[\s.,;–-]/)
  return { ...words, value: bare, end: words.end - (words.value.length - bare.length) }
}

const FILE_COPY = /^(?:(?:to|for|in)\s+)?(?:the\s+)?(?:files?|archives?|case|dossier|copy|file copy|в дело|delo)$/iu

/** `Stalin - 2`, `Stalin (2)`, `Stalin, 2 copies`: how many of the copies one got. */
const OWN_COPIES = /\s*(?:[-–—:]\s*\d{1,3}|\(\d{1,3}\)|,?\s\d{1,3}\s+cop(?:y|ies))$/iu

/** An honorific proves no person: `Comr. 10th department` is an office, `Comr. Copy` the copy for the file. */
function entryOf(words: string): DistributionEntry {
  const label = words.replace(OWN_COPIES, '')
  const { rest } = splitHonorific(label)
  if (FILE_COPY.test(rest)) return { kind: 'file-copy', label }
  const recipient = parseName(label)
  const office = recipient.kind !== 'person' && recipient.kind !== 'unknown'
  return { kind: office ? 'office' : 'person', label, recipient: office ? parseName(rest) : recipient }
}
