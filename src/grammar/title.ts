/** The grammar of titles: what kind of paper, from whom to whom, from where, of which day, with which number. */
import type { DateValue, Name, Party, PartyRole } from '../document.ts'
import { findDates } from './date.ts'
import { DOCUMENT_TYPES } from './document-types.ts'
import { inLower, LETTERS, lowered } from './lowered.ts'
import type { Match } from './match.ts'
import { leftmostLongest } from './match-list.ts'
import { parseName, splitNames } from './name.ts'
import { findNumbers, type NumberMatch } from './number.ts'
import { isSeat, isState, namesBody, namesPosition } from './role.ts'

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
  const dates = findDates(title)
  const numbers = findNumbers(title)
  const types = typesOf(title)
  const journal = journalOf(title, types, dates)
  if (journal) return { ...journal, dates, numbers }
  const [type] = types
  const after = afterType(type, numbers)
  const talk = type !== undefined && TALKS.has(type.value)
  const parties = talk ? [] : [...correspondents(title, after, dates), ...ownerOf(title, type, after, dates)]
  return {
    ...(type && { type }),
    parties,
    dates,
    numbers,
    participants: talk ? [...possessorOf(title, type), ...participantsOf(title, type.end, dates)] : [],
  }
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
function afterType(type: Match<string> | undefined, numbers: readonly NumberMatch[]): number {
  let end = type?.end ?? 0
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
  const opening = /^\s*(?:[,:–—-]\s*(?<from>from\s+)?|(?<direct>from\s+))/iu.exec(title.slice(from))
  if (!opening) return []
  const start = from + opening[0].length
  const end = endOfParty(title, start, dates)
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
  return start === undefined ? [] : authorsIn(title, start, endOfParty(title, start, dates))
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

/** A party's words end at a date, a quoted inner title, a bracketed remark, or what the paper is about. */
function endOfParty(title: string, start: number, dates: readonly Match<DateValue>[]): number {
  const stop =
    /,?\s+["“'‘](?=\p{Lu})|\s+(?:on|regarding|concerning|about|reporting|held)\s|\s+in\s+the\s+(?:senate|house|parliament|congress)\b|\s+\((?!\p{Lu}\p{Ll}+\)|\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+\))|,\s*\d|;|\s\[(?:excerpt|approved)/iu.exec(
      title.slice(start),
    )
  const date = dates.find((match) => match.start >= start)?.start ?? title.length
  const end = Math.min(stop ? start + stop.index : title.length, date)
  return start + title.slice(start, end).replace(/(?:\s*[,(]|\s+(?:on|for|of|dated|,))*\s*$/iu, '').length
}

const VIA = /\s*[[(]via\s+(?<via>[^\])]{1,80})[\])]/iu
const IN_PLACE = /\s+(?:in|at)\s+(?<place>\p{Lu}[\p{L}.' -]{1,40})$/u
const AFTER_COMMA = /,\s*(?<place>\p{Lu}[\p{L}.' -]{1,30})$/u

/** The names of one side with its place and those who passed the message on. */
function partiesIn(
  title: string,
  from: number,
  to: number,
  role: PartyRole,
  placeRole: 'sentFrom' | 'sentTo',
): Match<Party>[] {
  const words = title.slice(from, to).replace(/[\s,]+$/u, '')
  const via = VIA.exec(words)
  const end = from + (via ? via.index : words.length)
  const side = title.slice(from, end)
  const place = placeOf(side)
  // A mission keeps its place (`Embassy in Pyongyang`); for persons it is where they were.
  const persons =
    place && (place.aside || !(namesBody(side.slice(0, place.at)) || namesPosition(side.slice(0, place.at))))
  const names = namesIn(title, from, persons ? from + place.at : end)
  const parties = names
    .filter(({ value }) => value.kind !== 'unknown')
    .map((name): Match<Party> => ({ ...name, value: { role, name: name.value } }))
  if (place) {
    const start = from + side.lastIndexOf(place.words)
    // `Letter from X to Y, Sofia`: a place at the end of a title is where the paper was written.
    parties.push({
      value: { role: place.aside ? 'sentFrom' : placeRole, name: { kind: 'place', label: place.words, forms: [] } },
      start,
      end: start + place.words.length,
    })
  }
  if (via?.groups?.via) {
    const start = from + via.index + via[0].indexOf(via.groups.via)
    parties.push(
      ...namesIn(title, start, start + via.groups.via.length).map(
        (name): Match<Party> => ({ ...name, value: { role: 'relayedBy', name: name.value } }),
      ),
    )
  }
  return parties
}

function placeOf(side: string): { readonly words: string; readonly at: number; readonly aside: boolean } | undefined {
  const inPlace = IN_PLACE.exec(side)
  const aside = AFTER_COMMA.exec(side)
  if (aside?.groups?.place && isSeat(aside.groups.place)) {
    return { words: aside.groups.place, at: aside.index, aside: !namesBody(side.slice(0, aside.index)) }
  }
  const last = /\s(?<seat>\p{Lu}\p{L}+)$/u.exec(side)
  if (!inPlace && last?.groups?.seat && isSeat(last.groups.seat) && namesBody(side)) {
    return { words: last.groups.seat, at: last.index, aside: false }
  }
  // `Embassy … in North Korea` is where a mission is accredited, not where the paper was sent.
  return inPlace?.groups?.place && !isState(inPlace.groups.place)
    ? { words: inPlace.groups.place, at: inPlace.index, aside: false }
    : undefined
}

const namesIn = (title: string, from: number, to: number): Match<Name>[] =>
  splitNames(title.slice(from, to)).map(({ start, end }) => ({
    value: parseName(title.slice(from + start, from + end)),
    start: from + start,
    end: from + end,
  }))
