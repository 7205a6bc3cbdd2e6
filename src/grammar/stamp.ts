/** The grammar of stamps that the edition describes in brackets: `[USSR MFA Stamp: … Incoming Nº 01490s 12 June 1957]`. */
import type { DateValue, Marking, Name, Numbering } from '../document.ts'
import { oneLine } from '../letters.ts'
import { findDates } from './date.ts'
import { findMarkings } from './marking.ts'
import type { Match } from './match.ts'
import { parseName } from './name.ts'
import { findNumbers } from './number.ts'
import { namesBody } from './role.ts'

/** What a stamp says; the places are those of the text given, not of the stamp. */
export interface StampParts {
  readonly office?: Name
  readonly date?: Match<DateValue>
  readonly numbers: readonly Match<Numbering>[]
  readonly markings: readonly Match<Marking>[]
  /** The edition saw only a part of it. */
  readonly incomplete: boolean
}

const WORD = /\b(?:stamp(?:ed)?|seal)\b/iu
const INCOMPLETE = /\b(?:partial|faded|illegible|cut off|fragment|incomplete|unclear|part of)\b|\[\[/iu
const LONGEST = 1000

/** The stamps of a text in order: outermost square brackets whose first words say stamp or seal. */
export function findStamps(text: string): Match<StampParts>[] {
  return outerBrackets(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end)
    return WORD.test(words.slice(0, 80)) ? [{ value: readStamp(words, start), start, end }] : []
  })
}

function outerBrackets(text: string): { start: number; end: number }[] {
  const pairs: { start: number; end: number }[] = []
  const open: number[] = []
  for (let index = 0; index < text.length; index += 1) {
    if (text[index] === '[') open.push(index)
    const start = text[index] === ']' ? open.pop() : undefined
    if (start !== undefined && index - start < LONGEST) pairs.push({ start, end: index + 1 })
  }
  return pairs
    .sort((a, b) => a.start - b.start)
    .reduce<{ start: number; end: number }[]>((kept, pair) => {
      if (pair.start >= (kept.at(-1)?.end ?? 0)) kept.push(pair)
      return kept
    }, [])
}

function readStamp(words: string, offset: number): StampParts {
  const shift = <T>(match: Match<T>): Match<T> => ({
    value: match.value,
    start: match.start + offset,
    end: match.end + offset,
  })
  const numbers = findNumbers(words)
  const markings = findMarkings(words)
  const [date] = findDates(words)
  const office = officeOf(
    words,
    Math.min(...[...numbers, ...markings, ...(date ? [date] : [])].map(({ start }) => start), words.length - 1),
  )
  return {
    ...(office && { office }),
    ...(date && { date: shift(date) }),
    numbers: numbers.map(shift),
    markings: markings.map(shift),
    incomplete: INCOMPLETE.test(words),
  }
}

/** The office before the word stamp and the one at the head of its text, the wider first: `USSR MFA. Far East Department`. */
function officeOf(words: string, firstFact: number): Name | undefined {
  const mark = WORD.exec(words)
  if (!mark) return undefined
  const colon = mark.index + mark[0].length + 1
  const outer = words.slice(1, mark.index).replace(/^[^\p{Lu}]*/u, '')
  const inner = words.slice(colon, Math.max(colon, firstFact)).replace(/^[\s:"“[]+|[\s"”,;[\]]+$/gu, '')
  const parts = [outer, inner].map(oneLine).filter(namesBody)
  return parts.length === 0 ? undefined : { ...parseName(parts.join('. ')), kind: 'body' }
}
