/** The grammar of the publisher's citation: `"TITLE", DATE, REPOSITORY, SOURCE. CREDITS. URL`, in the old and the new style. */

import type { DateValue } from '../document.ts'
import { creditsStart } from './credit.ts'
import { findDates } from './date.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'

export interface Citation {
  readonly title: Match<string>
  readonly date?: Match<DateValue>
  readonly repository: Match<string>
  /** The source in the archive, ready for `parseReferences`. */
  readonly reference?: Match<string>
  /** The sentences of translators and contributors, ready for `parseCredits`. */
  readonly credits?: Match<string>
  readonly url?: Match<string>
  /** From the opening quotation mark to the end of the citation. */
  readonly start: number
  readonly end: number
}

const OPENING = /["“”]/gu
/** The comma stands inside the quotation marks in the old style, outside in the new one. */
const CLOSING = /(?:,\s?["”“]|["”“]\s?,)\s+/gu
const REPOSITORY =
  /(?:(?:\p{Lu}[\p{L}\p{M}&.'’-]{0,30}|and|of|the|for)\s{1,4}){0,10}(?:Archives?|Library|Repository|Collection)(?=\s*[,.]|\s*$)/uy
const URL = /\[?<?(?<address>https?:\/\/[^\s<>()[\]"”]+)>?(?:\]\([^\s()]*\))?/u
/** An empty line behind a comma or a preposition is a break of the page, not the end of the citation. */
const PARAGRAPH = /(?<!(?:\b(?:in|of|by|and|the|for|from|to)|,)[^\S\n]{0,5})\n\s*\n/u
const LONGEST = 4000

/** The first citation in a text, or undefined. White space and line breaks may stand between any two words. */
export function parseCitation(text: string): Citation | undefined {
  const openings = [...text.matchAll(OPENING)].map(({ index }) => index)
  for (const closing of text.matchAll(CLOSING)) {
    // Where a date lost its month, its comma stands alone: `“TITLE,” , 1935, …`.
    const lost = /^,\s+/u.exec(text.slice(closing.index + closing[0].length))?.[0].length ?? 0
    const after = closing.index + closing[0].length + lost
    const date = dateAt(text, after)
    const gap = date && /^[\s,.]{0,10}/u.exec(text.slice(date.end, date.end + 10))?.[0].length
    REPOSITORY.lastIndex = date ? date.end + (gap ?? 0) : after
    const repository = REPOSITORY.exec(text)
    const start = repository && openingBefore(text, openings, closing.index)
    if (!repository || start === undefined || start === null) continue
    const title = trimmed(text, start + 1, closing.index)
    const named = trimmed(text, repository.index, repository.index + repository[0].length)
    return { title, ...(date && { date }), repository: named, start, ...readSource(text, named.end) }
  }
  return undefined
}

/** Titles quote too: the opening mark is the last one that begins a line, else the first before the closing one. */
function openingBefore(text: string, openings: readonly number[], closing: number): number | undefined {
  const before = openings.filter((index) => index < closing && index > closing - LONGEST)
  return before.findLast((index) => /(?:^|\n)[\s>*•-]*$/u.test(text.slice(Math.max(0, index - 80), index))) ?? before[0]
}

function dateAt(text: string, position: number): Match<DateValue> | undefined {
  const [date] = findDates(text.slice(position, position + 60))
  return date?.start === 0 ? { ...date, start: position, end: position + date.end } : yearAt(text, position)
}

function yearAt(text: string, position: number): Match<DateValue> | undefined {
  // Before the comma of the old style a bare year is introduced by the quotation mark only.
  const [date] = findDates(`, ${text.slice(position, position + 30)}`)
  return date?.start === 2 ? { ...date, start: position, end: position + date.end - 2 } : undefined
}

/** Source, credits and address after the repository: to the end of the citation's paragraph. */
function readSource(text: string, from: number): Pick<Citation, 'reference' | 'credits' | 'url' | 'end'> {
  const lead = /^[\s,.]*/u.exec(text.slice(from, from + 20))?.[0].length ?? 0
  const start = from + lead
  const limit = Math.min(text.length, start + LONGEST)
  const address = URL.exec(text.slice(start, limit))
  const paragraph = PARAGRAPH.exec(text.slice(start, limit))
  const wordsEnd = start + Math.min(address?.index ?? limit, paragraph?.index ?? limit, limit - start)
  const creditsFrom = start + creditsStart(text.slice(start, wordsEnd))
  const reference = withoutStop(trimmed(text, start, creditsFrom))
  const credits = trimmed(text, creditsFrom, wordsEnd)
  const url = address?.groups?.address
  const urlStart = start + (address?.index ?? 0) + (address?.[0].indexOf('http') ?? 0)
  // An address in the next paragraph belongs to the citation, one further on does not.
  const near = address && text.slice(wordsEnd, urlStart).replace(/[\s<[]/gu, '') === ''
  const value = url && withoutEnd(url, /[.,;]/)
  return {
    ...(reference.value !== '' && { reference }),
    ...(credits.value !== '' && { credits }),
    ...(near && value && { url: { value, start: urlStart, end: urlStart + value.length } }),
    end: near ? start + address.index + address[0].length : Math.max(reference.end, credits.end),
  }
}

function withoutStop(words: Match<string>): Match<string> {
  const bare = withoutEnd(words.value, /[\s.;,]/)
  return { value: bare, start: words.start, end: words.end - (words.value.length - bare.length) }
}
