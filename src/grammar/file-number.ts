/**
 * The grammar of the numbers under which the US Department of State files its papers: `893.00/8–244: Telegram`,
 * `123 Kirk, Alan G.`, `Marshall Mission Files, Lot 54–D270`. No archive is named: the form of the number tells it.
 */
import type { ArchivalReference, DateValue, UnitStep } from '../document.ts'
import { slugify } from '../iris.ts'
import { oneLine } from '../letters.ts'
import { dateValue, isoDate } from './calendar.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'

/** Key of the scheme in `archives.csv`. */
export const STATE_FILES = 'nara-state'
const LABEL = 'Department of State'

export interface FileNumber {
  readonly reference: Match<ArchivalReference>
  /** The number that the paper has in a central file, with the day that it tells (`8–244` is 2 August 1944). */
  readonly number?: Match<string>
  readonly date?: Match<DateValue>
  /** What the line says of the kind of paper: `Telegram`, `Circular telegram`, `Airgram`. */
  readonly kind?: Match<string>
}

const KIND = /[:;]\s*(?<kind>(?:circular\s+)?(?:teleg\p{L}*|air\s?gram|cablegram))\.?$/diu
/** A class of the decimal scheme, a name or a country behind it. */
const DECIMAL = /^(?<file>\d{2,3}[A-Z]?(?:[.\s/]|(?=[–-][A-Z])).*?)\s*(?:\/(?<item>[^/].*?))?$/d
const PLAIN_DECIMAL = /^\d{3}[A-Z]?\.\w+$/
const DAY = /^(?<month>\d{1,2})[–-](?<day>\d{1,2}?)(?<year>\d{2})$/
const LOT = /\bLot\s+(?<lot>[A-Z]?\s?[\dA-Z–—-]*\d[\dA-Z–-]*)/d
const FILES = /^(?<files>[^,.:;—]*?\bFiles?\b)/
const OTHER_FILES = /^(?<files>\p{Lu}[^,.:;—]*?)(?:[,.:;—]\s*(?<rest>.+))?$/u
const EDGES = /^[\s,.:;—–-]+|[\s,.:;—–-]+$/gu

/** Reads one line. `century` are the first digits of the years that the numbers tell in two. */
export function parseFileNumber(line: string, century = 19): FileNumber | undefined {
  const kind = kindOf(line)
  const end = kind === undefined ? line.length : withoutEnd(line.slice(0, kind.start), /[\s:;]/u).length
  const words = trimmed(line, 0, end)
  const bare = words.value.replace(/(?<=\p{Ll}|\d)\.$/u, '')
  if (bare === '' || !/[\p{L}\d]/u.test(bare)) return undefined
  return { ...(decimalFile(bare, words.start, century) ?? officeFile(bare, words.start)), ...(kind && { kind }) }
}

function kindOf(line: string): Match<string> | undefined {
  const place = KIND.exec(line.trimEnd())?.indices?.groups?.kind
  return place && { value: line.slice(...place).toLowerCase(), start: place[0], end: place[1] }
}

/** Brackets of the editors are left out of a number that they completed. */
const withoutBrackets = (words: string): string => oneLine(words.replace(/[[\]]/g, ''))

function decimalFile(words: string, at: number, century: number): FileNumber | undefined {
  const found = DECIMAL.exec(words)
  const file = withoutBrackets(found?.groups?.file ?? (PLAIN_DECIMAL.test(words) ? words : ''))
  if (file === '') return undefined
  const item = found?.groups?.item
  const steps: UnitStep[] = [{ level: 'file', number: file }]
  if (item !== undefined) steps.push({ level: 'item', number: withoutBrackets(item) })
  const place = found?.indices?.groups?.item
  const day = item === undefined ? undefined : dayOf(withoutBrackets(item), century)
  const end = at + words.length
  return {
    reference: { value: referenceTo(steps), start: at, end },
    ...(item !== undefined && { number: { value: withoutBrackets(words), start: at, end } }),
    ...(day !== undefined && place !== undefined && { date: { value: day, start: at + place[0], end: at + place[1] } }),
  }
}

const referenceTo = (steps: readonly UnitStep[]): ArchivalReference => ({
  archive: STATE_FILES,
  archiveLabel: LABEL,
  steps,
  printed: false,
})

function dayOf(item: string, century: number): DateValue | undefined {
  const { month, day, year } = DAY.exec(item)?.groups ?? {}
  if (year === undefined) return undefined
  return dateValue(isoDate(century * 100 + Number(year), Number(month), Number(day)))
}

/** The files of an office or mission: in a lot of the Department, or a body of files of its own. */
function officeFile(words: string, at: number): FileNumber {
  const span = { start: at, end: at + words.length }
  const lot = LOT.exec(words)
  if (lot?.groups?.lot !== undefined) {
    const files = FILES.exec(words)?.groups?.files
    const rest = words.slice(lot.index + lot[0].length).replace(EDGES, '')
    const steps: UnitStep[] = [
      ...(files === undefined ? [] : [{ level: 'series', number: files }]),
      { level: 'lot', number: lot.groups.lot.replace(/\s+/g, '').replace(/[–—-]+$/, '') },
      ...(rest === '' ? [] : [{ level: 'file', number: rest }]),
    ]
    return { reference: { value: referenceTo(steps), ...span } }
  }
  const { files = words, rest } = OTHER_FILES.exec(words)?.groups ?? {}
  const steps: UnitStep[] = rest === undefined ? [] : [{ level: 'call-number', number: rest.trim() }]
  const archiveLabel = files.trim()
  return {
    reference: { value: { archive: slugify(archiveLabel), archiveLabel, steps, printed: false }, ...span },
  }
}
