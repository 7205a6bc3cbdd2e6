/**
 * The grammar of the headings that editors of printed documents give: `The Ambassador in China (Gauss) to the Secretary
 * of State`, `Memorandum of Conversation, by …`, `Memorandum by X to Y`, `Minutes of …`, `Editorial Note`.
 */
import type { DateValue, Name, Party, PartyRole } from '../document.ts'
import { type DateHint, findDates } from './date.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'
import { partyName } from './party.ts'
import { isState, namesBody, namesPosition, splitHonorific } from './role.ts'
import { findDocumentType } from './title.ts'

export interface HeadingParts {
  /** Concept of the scheme `document-type`. */
  readonly type?: Match<string>
  readonly parties: readonly Match<Party>[]
  readonly dates: readonly Match<DateValue>[]
}

const EDITORIAL = /^\[?editorial notes?\b/i
const TELEPHONE = /^memora\p{L}{1,3}(?:um|a) (?:by .* )?of (?:a )?telephone conversations?/iu
const CONVERSATION = /^memora\p{L}{1,3}(?:um|a)(?:\b.*)? of (?:an? |the )?(?:\p{L}+ )?conversations?\b/iu
/** Kinds that the words for papers of other archives do not tell. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:notes|record|minutes|briefing|transcript) (?:of|on) (?:the |an? )?(?:\p{L}+ )?(?:conference|meeting|discussion)|^meeting (?:at|of)\b/iu,
    'conversation-record',
  ],
  [/\bpolicy statement\b/iu, 'report'],
  [/^note by\b/iu, 'memorandum'],
]
/** Words that name a paper, beside those of the document types. */
const PAPERS =
  /\b(?:drafts?|counterdraft|extracts?|papers?|documents?|text|comments?|summary|proposals?|outline|study|notes?|record|briefing|meeting|suggestions|paraphrase|presentation|digest|plan)\b/i
/** What stands between the kind of a paper and its author. */
const AUTHORED =
  /,?\s(?:(?:prepared|made|drafted|submitted|written|left|handed)\s)?(?:by|from)\s|,?\s(?:prepared|drafted)\sin\s/giu
const PARTY_BEGINS =
  /^(?:the\b|\p{Lu}|an? (?!(?:\p{Lu}?\p{L}+ )?(?:[Dd]raft|[Mm]emorandum|[Rr]eport|[Tt]elegram|[Ll]etter|[Nn]ote)\b))/u
/** What follows tells of the paper, not of a party. */
const BEYOND =
  /,?\s(?:(?:of|on) (?:(?:an?|his|the) )?(?:\p{L}+ )?(?:conversation|meeting|conference)|regarding|concerning|respecting|relating to|dated|entitled|held)\b|,?\sfor\s(?=(?:the )?(?:consideration|use|record|press|director|secretary|president|chief)\b)|,?\s(?:on|for)\s(?=(?:the (?:period|month)|\p{Lu}\p{Ll}+ \d|\d))|,\s(?=(?:january|february|march|april|may|june|july|august|september|october|november|december|\d)\b)/iu
const TO = /,?\sto\s+(?=the\b|\p{Lu}|certain\b|all\b|each\b)/gu
/** Offices that are always `to` somebody. */
const OFFICE_TO =
  /\b(?:assistant|adviser|advisor|consultant|aide|deputy|secretary-general|liaison|observer|reference)s?$/i
const OFFICE_MAYBE_TO =
  /\b(?:ambassador|minister|representative|delegate|envoy|delegation|mission|consul|agent|counselor)s?$/i

/** `Report to the President by the Survey Mission`. */
const PRESENTED = /^[^()]*?\sto\s(?<whom>[^()]+(?:\([^()]+\))?)\sby\s(?<who>.+)$/du

const TALKS = new Set(['memorandum-of-conversation', 'telephone-conversation-record'])

/** Reads a heading. What it does not say is left out. `hint` completes dates without a year. */
export function parseHeading(heading: string, hint: DateHint = {}): HeadingParts {
  if (EDITORIAL.test(heading))
    return { type: { value: 'editorial-note', start: 0, end: heading.length }, parties: [], dates: [] }
  const lead = leadOf(heading)
  const type = typeOf(heading, lead)
  const dates = /\d/.test(heading) ? daysIn(findDates(heading, hint)) : []
  if (lead === undefined && type !== undefined) return { type, parties: [], dates }
  const presented = PRESENTED.exec(heading)?.indices?.groups
  if (lead?.addressed === true && presented?.who !== undefined && presented.whom !== undefined)
    return {
      ...(type && { type }),
      parties: [
        ...as(sideOf(heading, ...presented.who), 'author'),
        ...as(sideOf(heading, ...presented.whom), 'addressee', 'sentTo'),
      ],
      dates,
    }
  const start = lead?.end ?? 0
  const end = start + endOfParties(heading.slice(start))
  const to = TALKS.has(type?.value ?? '') ? undefined : splitTo(heading.slice(start, end))
  if (to === undefined && lead === undefined) return { ...(type && { type }), parties: [], dates }
  const from = lead?.addressed === true ? NOBODY : sideOf(heading, start, to === undefined ? end : start + to.start)
  const addressed = to !== undefined ? sideOf(heading, start + to.end, end) : NOBODY
  const authored = lead !== undefined
  const parties = [
    ...(authored ? as(from, 'author') : []),
    ...(to !== undefined || !authored ? as(from, 'sender', 'sentFrom') : []),
    ...as(lead?.addressed === true ? sideOf(heading, start, end) : addressed, 'addressee', 'sentTo'),
  ]
  return { ...(type && { type }), parties, dates }
}

/** Beside a day, a year alone is an hour: `1600, 26 December 1945`. */
function daysIn(dates: readonly Match<DateValue>[]): readonly Match<DateValue>[] {
  const days = dates.filter(({ value }) => value.precision !== 'year')
  return days.length === 0 ? dates : days
}

interface Lead {
  /** Where the words for the kind of paper end. */
  readonly kind: number
  /** Where the author, or the addressee, begins. */
  readonly end: number
  /** `Memorandum to X`: nobody is named who wrote it. */
  readonly addressed?: true
}

/** `Memorandum by`, `Draft Note From`, `Memorandum Prepared in`: the kind of paper and who made it. */
function leadOf(heading: string): Lead | undefined {
  for (const joint of heading.matchAll(AUTHORED)) {
    const what = heading.slice(0, joint.index)
    const end = joint.index + joint[0].length
    if (!namesPaper(what)) break
    if (PARTY_BEGINS.test(heading.slice(end))) return { kind: joint.index, end }
  }
  const to = /^(?<what>[^()]*?)\sto\s(?=the\b|\p{Lu})/u.exec(heading)
  return to?.groups?.what !== undefined && namesPaper(to.groups.what) && !ABOUT.test(to.groups.what)
    ? { kind: to.groups['what'].length, end: to[0].length, addressed: true }
    : undefined
}

/** `Minutes of a Meeting … Aide to X`, `Report of the Mission to X`: the words go on about the paper. */
const ABOUT = /\b(?:concerning|regarding|respecting|with respect|meetings?|missions?|conferences?|held|signing)\b/i

/** Whether words name a paper, and nobody who sends one. */
function namesPaper(words: string): boolean {
  if (/^the\s/i.test(words) || / to /.test(words)) return false
  return PAPERS.test(words) || findDocumentType(words) !== undefined
}

function typeOf(heading: string, lead: Lead | undefined): Match<string> | undefined {
  const whole = (value: string, words: string): Match<string> => ({ value, start: 0, end: words.length })
  const telephone = TELEPHONE.exec(heading)
  if (telephone) return whole('telephone-conversation-record', telephone[0])
  const conversation = CONVERSATION.exec(heading)
  if (conversation) return whole('memorandum-of-conversation', conversation[0])
  // The words of an office are none of the paper.
  if (/^the\s/i.test(heading) && lead === undefined) return undefined
  const told = KINDS.find(([words]) => words.test(heading))
  if (told !== undefined) return whole(told[1], told[0].exec(heading)?.[0] ?? '')
  const words =
    heading.slice(0, lead?.kind ?? heading.length).split(/\s(?:concerning|regarding|respecting|for|with|by)\s/i)[0] ??
    ''
  const type = findDocumentType(words)
  if (type !== undefined || lead === undefined) return type
  return /\bnotes?\b/i.test(words) ? undefined : { value: 'other', start: 0, end: lead.kind }
}

function endOfParties(words: string): number {
  const brackets = words.lastIndexOf(')')
  const beyond = [...words.matchAll(new RegExp(BEYOND, 'giu'))].find(
    ({ index }) => !within(words, index) || index > brackets,
  )
  return beyond?.index ?? words.length
}

/** Whether a place lies between round brackets. */
const within = (words: string, at: number): boolean => words.lastIndexOf('(', at) > words.lastIndexOf(')', at - 1)

/** The `to` between the two sides: behind a name in brackets, else the first that belongs to no office. */
function splitTo(words: string): { readonly start: number; readonly end: number } | undefined {
  const all = [...words.matchAll(TO)].filter(({ index }) => !within(words, index))
  const places = all.map((found) => ({ start: found.index, end: found.index + found[0].length }))
  // `Mr. X, Assistant to Y, to Z`: what the comma sets apart is the other side.
  const apart = places.find(({ start }) => words[start] === ',')
  if (apart !== undefined) return apart
  const afterName = places.find(({ start }) => words[start - 1] === ')' || /\)[^()]{0,40}$/.test(words.slice(0, start)))
  if (afterName !== undefined && /\)/.test(words.slice(0, afterName.start))) return afterName
  return places.find(({ start, end }, index) => {
    const before = words.slice(0, start)
    if (OFFICE_TO.test(before)) return false
    if (!OFFICE_MAYBE_TO.test(before)) return true
    const place = words.slice(end).replace(/\s*\(.*$/, '')
    return index === places.length - 1 && !isState(place)
  })
}

interface Side {
  readonly names: readonly Match<Name>[]
  readonly places: readonly Match<Name>[]
}

const NOBODY: Side = { names: [], places: [] }

const AT_PLACE = /,?\s(?:at|in)\s(?<place>\p{Lu}[\p{L}.' -]{1,40}?)$/du

function sideOf(heading: string, from: number, to: number): Side {
  const names: Match<Name>[] = []
  const places: Match<Name>[] = []
  for (const { start, end } of partiesIn(heading, from, to)) {
    const words = heading.slice(start, end)
    const bracket = words.lastIndexOf(')')
    const at = AT_PLACE.exec(words)
    // `The Consul General at Shanghai` is an office there; a person was there.
    const aside =
      at !== null &&
      at.index > bracket &&
      (bracket > 0 || /^,/.test(at[0]) || (!namesPosition(words) && !namesBody(words)))
    const place = aside ? at.indices?.groups?.place : undefined
    const party = trimmed(heading, start, aside ? start + at.index : end)
    names.push({ value: partyName(party.value), start: party.start, end: party.end })
    if (place !== undefined)
      places.push({
        value: { kind: 'place', label: words.slice(...place), forms: [] },
        start: start + place[0],
        end: start + place[1],
      })
  }
  return { names, places }
}

const AND = /,?\s(?:and|and to)\s(?=the\s|\p{Lu})/gu
const TITLED = /^(?:President|Vice President|Senator|Representative|Ambassador|Secretary|Governor)\s\p{Lu}/u
const PLURAL =
  /\b(?:secretaries|departments|chiefs|offices|ministers|ministries|chairmen|committees|embassies|members)\b/i

/** The parties of a side: `President Truman and the Secretary of State`; an office may have `and` in its name. */
function partiesIn(heading: string, from: number, to: number): Match<string>[] {
  const words = withoutEnd(heading.slice(from, to), /[\s,.]/u)
  const cuts = [...words.matchAll(AND)].filter((found) => {
    const [before, after] = [words.slice(0, found.index), words.slice(found.index + found[0].length)]
    if (within(words, found.index)) return false
    if (/^Messrs\b/.test(before)) return true
    return isWhole(before) && begins(after) && isWhole(after) && !PLURAL.test(before)
  })
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  const ends = [...cuts.map(({ index }) => index), words.length]
  return starts.map((start, index) => trimmed(heading, from + start, from + (ends[index] ?? words.length)))
}

/** Whether words are a party by themselves: a name in brackets, a title with a name, an office with its article. */
function isWhole(words: string): boolean {
  const last = words.replace(/^.*,?\sand\s(?=the\s\p{Lu})/u, '')
  if (/\([^()]+\)(?:,? (?:at|in) \p{Lu}\p{L}+)?$/u.test(words)) return true
  if (/^the\s/i.test(last)) return namesPosition(last) && /\b(?:of|to|for|at|in)\s/.test(last)
  return begins(last)
}

/** Whether words begin as a party does: with an article, a title. Affairs of a division do not. */
const begins = (words: string): boolean =>
  /^the\s/i.test(words) || splitHonorific(words).honorific !== undefined || TITLED.test(words)

const as = (side: Side, role: PartyRole, placeRole?: 'sentFrom' | 'sentTo'): Match<Party>[] => [
  ...side.names.map(({ value, start, end }) => ({ value: { role, name: value }, start, end })),
  ...(placeRole === undefined
    ? []
    : side.places.map(({ value, start, end }) => ({ value: { role: placeRole, name: value }, start, end }))),
]
