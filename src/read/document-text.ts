/** Splits the document's own words into header, body, signature and distribution list, and finds a message inside. */
import { parseDate } from '../grammar/date.ts'
import { findTransmissions } from '../grammar/transmission.ts'
import type { Line } from './lines.ts'
import { optional } from './optional.ts'
import { cutRuns } from './runs.ts'
import { signersIn } from './signature.ts'

export interface DocumentText {
  readonly header: readonly Line[]
  readonly body: readonly Line[]
  readonly signature: readonly Line[]
  readonly distribution: readonly Line[]
  /** Lines of the body that are a message of its own, from its first words to its signature. */
  readonly message?: readonly Line[]
  /** The line above the message. */
  readonly announcement?: Line
}

const SALUTATION =
  /^["“„«]?(?:(?:my )?(?:dear|esteemed|respected|honou?rable)\b|(?:cdes?|com(?:r|rade)?s?)\b\.?|your excellency|\[?to\]? (?:vice )?premier\b).{0,80}[!:,.]$/iu
const SENTENCE_END = /[.!?:;…][)\]"”’»']*$/u
const SHORT_SENTENCE = /^\p{Lu}\p{Ll}+(?:\s+[[(]?[\p{Ll}’'-]+[\])]?)+[.!?]$/u
/** The last line of a paragraph that is broken into lines. */
const WRAPPED_END = /^\p{Ll}.*[.!?]["”’)\]]*$/u
/** Chinese and Japanese have no spaces between words. */
const EAST_ASIAN_PROSE = /[。、]|\p{Script=Han}{16}/u
/** `op.`, `ll.` of an archival reference. */
const ABBREVIATION = /^\p{Ll}{1,2}\.$/u
/** A line that the next one goes on with. */
const RUNS_ON = /(?:,|\s(?:and|or|of|the|to|in|that|with|for|an?))$/iu
const FORM_LABEL =
  /^(?:from|to|to whom|destination|date|classification|subject|copies|cc|distribution(?: list)?|excerpts have been sent)\b[^.]{0,24}[:–-]/i
const OMISSION = /^[[(]\s*(?:\.\s*){3,4}[\])]$|^[[(]\s*[.…]{1,4}\s*[\])]$/
const BRACKETED = /^\[.*\]$/s
export const DISTRIBUTION_HEAD =
  /^(?:\p{L}+|\d+)?\s*cop(?:y|ies)\b(?:\s+(?:were\s+)?(?:printed|made|typed))?(?:\s+for)?\s*:?$|^copies\s*:|^distribution\b|^(?:produced|printed|typed|made) in \S+ cop|^excerpts have been sent/iu
/** Lines of a header: what follows is the body, though nothing in it reads like running text. */
const LONGEST_HEADER = 40
const LONGEST_NOTE = 6
/** Lines of a tail: beyond these a list of short lines is part of the body. */
const LONGEST_SIGNATURE = 8
const CLOSING_WORDS = 10

export const isOmission = (line: Line): boolean => OMISSION.test(line.text)
export const isDateLine = (line: Line): boolean => line.text.length < 40 && parseDate(line.text) !== undefined
export const isSalutation = (line: Line): boolean => SALUTATION.test(line.text) && words(line).length <= 12
const words = (line: Line): string[] => line.text.split(/\s+/)

/** Whether a line breaks off before its next word. */
export const runsOn = (line: Line): boolean => RUNS_ON.test(line.text)

/** Whether a line is running text and no field of a form, no stamp, no name. */
export function isProse(line: Line): boolean {
  if (BRACKETED.test(line.text) || FORM_LABEL.test(line.text)) return false
  if (findTransmissions(line.text).some(({ start }) => start === 0)) return false
  const all = words(line)
  const lower = all.filter((word) => /^[("“[]?\p{Ll}/u.test(word) && !ABBREVIATION.test(word)).length
  if ([WRAPPED_END, SHORT_SENTENCE, EAST_ASIAN_PROSE].some((pattern) => pattern.test(line.text))) return true
  if (SENTENCE_END.test(line.text)) return all.length >= 5 && lower >= 2
  if (runsOn(line)) return all.length >= 8 && lower >= 4
  return all.length >= 9 && lower > all.length / 2
}

/** Zones of the lines of a document. A short document without running text is all header. */
export function splitDocumentText(written: readonly Line[]): DocumentText {
  const lines = cutRuns(written)
  const begins = (line: Line) => isSalutation(line) || isProse(line)
  const noted = notesIn(lines)
  const first = lines.findIndex((line, at) => begins(line) && !noted.has(at))
  if (first === -1) {
    return {
      header: lines.slice(0, LONGEST_HEADER),
      body: lines.slice(LONGEST_HEADER),
      signature: [],
      distribution: [],
    }
  }
  const start = Math.min(withHeading(lines, first), LONGEST_HEADER)
  const message = messageIn(lines, first)
  const list = distributionStart(lines, first) ?? lines.length
  // `Ambassador of the USSR in China A. Petrov.` reads like a sentence.
  const goesOn = (line: Line) => begins(line) && signersIn(line.text).length === 0
  const last = Math.max(lines.slice(0, list).findLastIndex(goesOn), message?.end ?? first)
  const signature = list - last - 1 <= LONGEST_SIGNATURE ? last + 1 : list
  return {
    header: lines.slice(0, start),
    body: lines.slice(start, signature),
    signature: lines.slice(signature, list),
    distribution: lines.slice(list),
    ...(message !== undefined && { message: lines.slice(message.start, message.end + 1) }),
    ...optional('announcement', message && lines[message.start - 1]),
  }
}

/** Lines of editors' notes in square brackets that are broken over several lines. */
function notesIn(lines: readonly Line[]): ReadonlySet<number> {
  const noted = new Set<number>()
  for (const at of lines.slice(0, LONGEST_HEADER).keys()) {
    if (noted.has(at) || !lines[at]?.text.startsWith('[')) continue
    let open = 0
    for (let end = at; end < at + LONGEST_NOTE && lines[end]; end += 1) {
      const { text = '' } = lines[end] ?? {}
      open += text.split('[').length - text.split(']').length
      if (open > 0) continue
      if (end > at && text.endsWith(']')) for (let index = at; index <= end; index += 1) noted.add(index)
      break
    }
  }
  return noted
}

/** A date between omission marks heads what follows: in an excerpt of a journal it is the day of the entry. */
function withHeading(lines: readonly Line[], first: number): number {
  const omitted = (index: number) => index < 0 || (lines[index] !== undefined && isOmission(lines[index]))
  const day = omitted(first - 1) ? first - 2 : first - 1
  const line = lines[day]
  const heads = line !== undefined && isDateLine(line) && (day < first - 1 || omitted(day - 1))
  return heads ? day : first
}

/** The last distribution head after which no prose follows. */
function distributionStart(lines: readonly Line[], first: number): number | undefined {
  let start: number | undefined
  for (let index = lines.length - 1; index > first; index--) {
    const line = lines[index]
    if (line === undefined || (isProse(line) && !DISTRIBUTION_HEAD.test(line.text))) break
    if (DISTRIBUTION_HEAD.test(line.text)) start = index
  }
  return start
}

/**
 * A quoted message: behind the opening quote a salutation, or above it a line that announces it (`the following
 * telegram:`); and the short line that closes the quote with a name.
 */
function messageIn(lines: readonly Line[], first: number): { start: number; end: number } | undefined {
  const opens = (line: Line, at: number) =>
    at >= first && /^["“„«]/u.test(line.text) && (isSalutation(line) || announces(lines[at - 1]))
  const start = lines.findIndex(opens)
  if (start === -1) return undefined
  const closes = (line: Line, at: number) =>
    at > start && /["”»]$/u.test(line.text) && words(line).length <= CLOSING_WORDS
  const end = lines.findIndex(closes)
  return end === -1 ? undefined : { start, end }
}

function announces(line: Line | undefined): boolean {
  return line !== undefined && /\bfollowing (?:telegram|answer|message|letter|reply|text)\b.*:$/.test(line.text)
}
