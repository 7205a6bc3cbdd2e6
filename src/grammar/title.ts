/** The grammar of titles: what kind of paper, from whom to whom, from where, of which day, with which number. */
import type { DateValue, Name, Party } from '../document.ts'
import { findDates } from './date.ts'
import { DOCUMENT_TYPES } from './document-types.ts'
import { inLower, LETTERS, lowered } from './lowered.ts'
import type { Match } from './match.ts'
import { leftmostLongest } from './match-list.ts'
import { parseName } from './name.ts'
import { findNumbers, type NumberMatch } from './number.ts'
import { namesIn, partiesIn } from './title-side.ts'

export interface TitleParts {
  /** Concept of the scheme `document-type`. */
  readonly type?: Match<string>
  readonly parties: readonly Match<Party>[]
  /** All dates that the title names. */
  readonly dates: readonly Match<DateValue>[]
  readonly numbers: readonly NumberMatch[]
  /** Of a journal: the day of the entry, or the days that the whole journal covers. */
  readonly entryDate?: Match<DateValue>
  readonly period?: Match<DateValue>
  /** Whose journal the paper is taken from, if it is. */
  readonly journalOf?: Match<Name>
  /** Who took part, in titles of conversations: they are parties to the talk, not to the paper. */
  readonly participants: readonly Match<Name>[]
}

const TYPE_PATTERNS = DOCUMENT_TYPES.map(([words, concept]) => ({
  concept,
  pattern: inLower(`(?<![${LETTERS}-])(?:${words})(?![${LETTERS}-])`),
}))
const LONGEST = 600

/** Reads a title. What it does not say is left out; a text that is no title gives empty lists. */
export function parseTitle(text: string): TitleParts {
  const title = text.slice(0, LONGEST)
  const dates = findDates(title).filter(({ start }) => !isRelease(title, start))
  const types = typesOf(title)
  const numbers = [...findNumbers(title), ...codeAfter(title, types[0]), ...bareNumber(title, types[0], dates)]
  const journal = journalOf(title, types, dates)
  if (journal) return { ...journal, dates, numbers }
  const [type] = types
  const after = afterType(title, type, numbers)
  const talk = type !== undefined && TALKS.has(type.value)
  const parties = talk
    ? []
    : type
      ? [...correspondents(title, after, dates), ...ownerOf(title, type, after, dates)]
      : [...officesOf(title, dates), ...ownerOf(title, type, after, dates)]
  return {
    ...(type && { type }),
    parties,
    dates,
    numbers,
    participants: talk ? [...possessorOf(title, type), ...participantsOf(title, type.end, dates)] : [],
  }
}

/** `[Approved for Release, March 2009]` says nothing of the paper's own time. */
const isRelease = (title: string, position: number) =>
  /\[(?:approved for release|declassified|released)[^\]]*$/iu.test(title.slice(0, position))

/** `Research Memorandum REU-25`: the code of an office directly behind the kind. */
function codeAfter(title: string, type: Match<string> | undefined): NumberMatch[] {
  const code = type && /^\s+(\p{Lu}{2,6}-\d{1,6})(?=[\s,]|$)/u.exec(title.slice(type.end))
  if (!type || !code) return []
  const end = type.end + code[0].length
  return [{ value: { value: code[1] ?? '', kind: 'unlabelled', label: '' }, start: end - (code[1]?.length ?? 0), end }]
}

/** `Telegram from X to Y, January 21, 1980, 057026, Secret`: the number of a telegram needs no sign. */
function bareNumber(title: string, type: Match<string> | undefined, dates: readonly Match<DateValue>[]): NumberMatch[] {
  const found = type?.value.endsWith('telegram') ? /(?<=,\s)\d{2,3}[.,]?\d{3}(?=,|\s*$)/u.exec(title) : null
  if (!found || dates.some(({ start, end }) => start <= found.index && found.index < end)) return []
  const end = found.index + found[0].length
  return [{ value: { value: found[0], kind: 'telegram', label: '' }, start: found.index, end }]
}

const TALKS = new Set([
  'conversation-record',
  'memorandum-of-conversation',
  'telephone-conversation-record',
  'minutes',
  'interview',
])

/** The first kind that a title names. */
export const findDocumentType = (title: string): Match<string> | undefined => typesOf(title.slice(0, LONGEST))[0]

/** The kinds a title names, in order; words inside a quoted inner title count after those outside. */
function typesOf(title: string): Match<string>[] {
  const lower = lowered(title)
  const found = TYPE_PATTERNS.flatMap(({ concept, pattern }) =>
    [...lower.matchAll(pattern)].map((match) => ({
      value: concept,
      start: match.index,
      end: match.index + match[0].length,
    })),
  )
  return leftmostLongest(found)
}

/** Where the kind, its number and the comma or colon behind them end. */
function afterType(title: string, type: Match<string> | undefined, numbers: readonly NumberMatch[]): number {
  let end = type?.end ?? 0
  end += /^\s+for\s+the\s+record(?=\s)/iu.exec(title.slice(end))?.[0].length ?? 0
  for (const number of numbers) if (number.start <= end + 2) end = Math.max(end, number.end)
  return end
}

/** `Journal of <role> <name> for <day>`, `The Journal of … for the period …`, `From the Journal of …, '<inner title>'`. */
function journalOf(
  title: string,
  types: readonly Match<string>[],
  dates: readonly Match<DateValue>[],
): Omit<TitleParts, 'dates' | 'numbers'> | undefined {
  const [type, inner] = types
  if (type?.value !== 'journal') return undefined
  const opening = /^\s+of\s+/iu.exec(title.slice(type.end))
  if (!opening) return { type, parties: [], participants: [] }
  const start = type.end + opening[0].length
  const end = Math.min(
    endOfParty(title, start, dates),
    start + (/\s(?:for|from|of the period)\s/iu.exec(title.slice(start))?.index ?? LONGEST),
  )
  const authors = namesIn(title, start, inner ? Math.min(end, inner.start) : end)
  const [date] = dates
  const extract = inner
  const isEntry = date !== undefined && date.value.precision !== 'interval'
  const concept = isEntry || /^\W*from\b/iu.test(title.slice(0, type.start)) ? 'journal-entry' : 'journal'
  return {
    type: extract ?? { ...type, value: concept },
    parties: authors.map((author) => ({ ...author, value: { role: 'author', name: author.value } })),
    participants: extract ? participantsOf(title, extract.end, dates) : [],
    ...(authors[0] && { journalOf: authors[0] }),
    ...(date && (isEntry ? { entryDate: date } : { period: date })),
  }
}

/** `, X to Y [via Z], for W` and `from X in P to Y in Q`. */
function correspondents(title: string, from: number, dates: readonly Match<DateValue>[]): Match<Party>[] {
  const meant = /^\s+for\s+(?!the\s+record)(?=(?:the\s+)?\p{Lu})/iu.exec(title.slice(from))
  if (meant)
    return partiesIn(
      title,
      from + meant[0].length,
      endOfParty(title, from + meant[0].length, dates),
      'addressee',
      'sentTo',
    )
  const opening = /^\s*(?:[,:–—-]\s*(?<from>from\s+)?|(?<direct>from\s+))/iu.exec(title.slice(from))
  if (!opening) return []
  const start = from + opening[0].length
  // Behind a dash stands what the paper is about.
  const subject = /\sto\s.*?(?<dash>\s[–—-]\s)/du.exec(title.slice(start))?.indices?.groups?.dash
  const end = Math.min(endOfParty(title, start, dates), subject ? start + subject[0] : title.length)
  const tos = [...title.slice(start, end).matchAll(/\sto\s+/giu)].map((to) => ({
    start: start + to.index,
    end: start + to.index + to[0].length,
  }))
  const to = tos.find(
    (candidate, index) =>
      !belongsToOffice(
        title.slice(start, candidate.start),
        title.slice(candidate.end, tos[index + 1]?.start ?? end),
        index < tos.length - 1,
      ),
  )
  if (!to && !opening.groups?.from && !opening.groups?.direct) return []
  const sender = partiesIn(title, start, to?.start ?? end, 'sender', 'sentFrom')
  // `, for X` after the addressee is for whom the message is in the end.
  const beyond = to && /,\s+for\s+/iu.exec(title.slice(to.end, end))
  const last = to && beyond ? to.end + beyond.index : end
  return [
    ...sender,
    ...(to ? partiesIn(title, to.end, last, 'addressee', 'sentTo') : []),
    ...(beyond ? partiesIn(title, last + beyond[0].length, end, 'ultimateAddressee', 'sentTo') : []),
  ]
}

/** `The Ambassador in China (Gauss) to the Secretary of State`: a heading without a kind, where both sides are offices. */
function officesOf(title: string, dates: readonly Match<DateValue>[]): Match<Party>[] {
  // `Proposal from X to Y`: a kind that no table knows.
  const named = /^(?:\p{L}+\s){0,2}\p{L}+(?=\s+from\s)/iu.exec(title)
  if (named) {
    const parties = correspondents(title, named[0].length, dates)
    return parties.some(({ value }) => value.role === 'addressee' || value.role === 'sentTo') ? parties : []
  }
  const parties = correspondents(
    `, ${title}`,
    0,
    dates.map((date) => ({ ...date, start: date.start + 2 })),
  )
  const isOffice = ({ value: { name } }: Match<Party>) =>
    name.kind === 'position' || name.kind === 'body' || name.role !== undefined
  const persons = parties.filter(({ value }) => value.role === 'sender' || value.role === 'addressee')
  const both = new Set(persons.map(({ value }) => value.role)).size === 2
  if (!both || !persons.every(isOffice)) return []
  return parties.map((party) => ({ ...party, start: party.start - 2, end: party.end - 2 }))
}

/** `Ambassador to the DPRK X to Y`: the first `to` belongs to the office when another one follows. */
const belongsToOffice = (before: string, after: string, another: boolean) =>
  another &&
  /(?:ambassador|embassy|envoy|representative|delegation|mission|minister|consul|adviser)s?$/iu.test(before.trim()) &&
  /^(?:the\s+)?\p{Lu}/u.test(after)

const OWN_PAPERS = /^(?:recollections|memoirs|notes|remarks|speech|statement|report|letter|address|diary|testimony)$/iu
const OWNED = /^["“'‘]?(?<owner>(?:\p{Lu}[\p{L}.'-]*\s+){0,3}\p{Lu}[\p{L}-]+)['’]s\s+(?<paper>\p{L}+)/u
const WRITTEN_BY = /^[^,'"“‘]{0,40}?\sby\s+(?=\p{Lu})/u

/** `Remarks of X`, `Notes of X`, `Speech by X`, `X’s Recollections`: the paper is the author's own. */
function ownerOf(
  title: string,
  type: Match<string> | undefined,
  from: number,
  dates: readonly Match<DateValue>[],
): Match<Party>[] {
  const owned = OWNED.exec(title)
  const owner = owned?.groups?.owner
  if (owned && owner && OWN_PAPERS.test(owned.groups?.paper ?? '')) {
    const start = owned[0].indexOf(owner)
    return authorsIn(title, start, start + owner.length)
  }
  const spoken = type?.value === 'speech' || type?.value === 'public-statement'
  const lead = WRITTEN_BY.exec(title.slice(from)) ?? (spoken ? /^\s+(?:of|from)\s+/iu.exec(title.slice(from)) : null)
  const notes = /^(?:notes|memoirs|recollections)\s+of\s+/iu.exec(title)
  const start = lead ? from + lead[0].length : notes?.[0].length
  if (start === undefined) return []
  const end = endOfParty(title, start, dates)
  // `Appeal of X to Y`: whom it is addressed to did not write it.
  const to = /(?<!\b(?:ambassador|envoy|representative|adviser|delegate))\sto\s/iu.exec(title.slice(start, end))
  return authorsIn(title, start, to ? start + to.index : end)
}

const authorsIn = (title: string, start: number, end: number): Match<Party>[] =>
  namesIn(title, start, end)
    .filter(({ value }) => value.kind === 'person' || value.kind === 'body' || value.kind === 'position')
    .map((author) => ({ ...author, value: { role: 'author', name: author.value } }))

/** `The Chancellor's [Helmut Kohl's] Meeting with X`: whose talk it was. */
function possessorOf(title: string, type: Match<string>): Match<Name>[] {
  const words = title.slice(0, type.start).trimEnd()
  if (!/['’]s\]?$/u.test(words)) return []
  const plain = words.replace(/['’]s(?=\]|\s|$)/gu, '').replace(/^\[([^\]]*)\]$/u, '$1')
  return [{ value: parseName(plain), start: 0, end: words.length }]
}

function participantsOf(title: string, from: number, dates: readonly Match<DateValue>[]): Match<Name>[] {
  const opening =
    /^\s*(?:of\s+(?:a\s+|the\s+)?(?:conversations?|meetings?|talks?)\b\s*)?(?:,|between|with|of|among)?\s*/iu.exec(
      title.slice(from),
    )
  const start = from + (opening?.[0].length ?? 0)
  const end = endOfParty(title, start, dates)
  return [...title.slice(start, end).matchAll(/(?:(?!\s(?:with|[–—-])\s).)+/gu)]
    .flatMap((side) => {
      const lead = /^\s?(?:with|[–—-])\s/u.exec(side[0])?.[0].length ?? 0
      return namesIn(title, start + side.index + lead, start + side.index + side[0].length)
    })
    .filter(({ value }) => value.kind === 'person' || value.kind === 'body' || value.kind === 'position')
}

/** Of small words and marks behind a party's words, in characters. */
const LONGEST_END = 60

/** A party's words end at a date, a quoted inner title, a bracketed remark, or what the paper is about. */
function endOfParty(title: string, start: number, dates: readonly Match<DateValue>[]): number {
  const stop =
    /,?\s+["“'‘](?=\p{Lu})|\s+(?:on|regarding|concerning|about|reporting|held)\s|\s+at\s+(?:the|a)\s|,?\s+(?:re:?|marked|transmitting|conveying|forwarding)\s|\s+in\s+the\s+(?:senate|house|parliament|congress)\b|\s+\((?!\p{Lu}\p{Ll}+\)|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\))|,\s*(?:\d|nos?\.?\s?\d|#|(?:top\s+secret|secret|confidential|urgent|regular|flash)\b)|;|\s\[(?:excerpt|approved)/iu.exec(
      title.slice(start),
    )
  const date = dates.find((match) => match.start >= start)?.start ?? title.length
  const end = Math.min(stop ? start + stop.index : title.length, date)
  const from = Math.max(start, end - LONGEST_END)
  return from + title.slice(from, end).replace(/(?:\s*[,(]|\s+(?:on|for|of|dated|,))*\s*$/iu, '').length
}
