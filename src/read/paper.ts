/** What the paper itself states outside its running text: header, signature, distribution list. */
import type { DateValue, Found, Numbering, SourceDocument, Span, StatedDate, Words } from '../document.ts'
import { type DateHint, findDates } from '../grammar/date.ts'
import { findCopyNumber, findTotalCopies, parseDistribution } from '../grammar/distribution.ts'
import { findMarkings } from '../grammar/marking.ts'
import type { Match } from '../grammar/match.ts'
import { findNumbers, type NumberMatch } from '../grammar/number.ts'
import { findTransmissions, settleTransmissions } from '../grammar/transmission.ts'
import { optional } from './blank.ts'
import { DISTRIBUTION_HEAD, isDateLine, isOmission } from './document-text.ts'
import { find, part, type Stretch, stretchOf, whole, wordsOf } from './evidence.ts'
import { FIELD_NAME, formParties } from './form-fields.ts'
import type { Line } from './lines.ts'
import { signatures } from './signature.ts'
import { readStamps } from './stamps.ts'
import { titleFacts } from './title-facts.ts'

/** Facts of one zone of the paper. */
export type PaperFacts = Pick<
  SourceDocument,
  'dates' | 'parties' | 'numbers' | 'markings' | 'transmissions' | 'distribution' | 'stamps' | 'unparsed'
> &
  Partial<Pick<SourceDocument, 'type' | 'totalCopies' | 'copyNumber'>> & {
    /** The heading by which the paper names itself. */
    readonly heading?: Found<string>
  }

const NOTHING: PaperFacts = {
  dates: [],
  parties: [],
  numbers: [],
  markings: [],
  transmissions: [],
  distribution: [],
  stamps: [],
  unparsed: [],
}

/** The header: form fields, markings, numbers, handling times, stamps, and what no rule understood. */
export function headerFacts(text: string, lines: readonly Line[], hint: DateHint): PaperFacts {
  const header = stretchOf(text, lines, 'document-header')
  if (header === undefined) return NOTHING
  const at = (line: Line): Stretch => ({ text, start: line.start, end: line.end, zone: 'document-header' })
  const stamps = readStamps(header)
  const free = <T extends Words>(found: readonly T[], ...taken: readonly Words[]) =>
    found.filter(({ span }) => !taken.some((other) => overlap(span, other.span)))
  const listLines = lines.filter((line) => DISTRIBUTION_HEAD.test(line.text)).map(at)
  const lists = listLines.map(listFacts)
  const listed = lists.flatMap(({ distribution, totalCopies }) => [
    ...distribution,
    ...(totalCopies ? [totalCopies] : []),
  ])
  const headings = lines.map((line) => ({ line: at(line), facts: titleFacts(at(line), 'heading') }))
  const heading = headings.find(({ line, facts }) => facts.type && free([wordsOf(line)], ...stamps).length > 0)
  const transmissions = free(
    find(header, (words) => settleTransmissions(findTransmissions(words, hint)), 'transmission'),
    ...stamps,
  )
  const markings = free(find(header, findMarkings, 'marking'), ...stamps)
  const numbers = free(numbersIn(header, true), ...stamps, ...transmissions, ...listed)
  const fields = lines.map((line) => ({ line: at(line), parties: formParties(at(line)) }))
  const formLines = fields.filter(({ parties }) => parties.length > 0).map(({ line }) => wordsOf(line))
  const dates = free(
    datesIn(header, 'form-field', hint),
    ...stamps,
    ...transmissions,
    ...listed,
    ...(heading?.facts.dates ?? []),
  )
  const facts = {
    ...NOTHING,
    ...optional('type', heading?.facts.type),
    ...optional('heading', heading && whole(heading.line, wordsOf(heading.line).words, 'heading')),
    ...copiesIn(header),
    dates: [...dates, ...(heading?.facts.dates ?? [])],
    parties: [...fields.flatMap(({ parties }) => parties), ...(heading?.facts.parties ?? [])],
    numbers,
    markings,
    transmissions,
    distribution: lists.flatMap(({ distribution }) => distribution),
    stamps,
  }
  // A number without a label is read, but what it numbers is not understood.
  const understood = [
    ...Object.values(facts).flat(),
    heading && wordsOf(heading.line),
    ...formLines,
    ...listLines.map(wordsOf),
  ]
    .filter(isWords)
    .filter((words) => !('certainty' in words && words.certainty === 'uncertain'))
  return {
    ...facts,
    unparsed: lines.filter((line) => !isOmission(line)).flatMap((line) => remains(at(line), understood)),
  }
}

/** The lines under the text: who signs, when, under which number. */
export function signatureFacts(text: string, lines: readonly Line[], hint: DateHint): PaperFacts {
  const zone = stretchOf(text, lines, 'signature')
  if (zone === undefined) return NOTHING
  const transmissions = find(zone, (words) => findTransmissions(words, hint), 'transmission')
  const outside = gapsOf(zone, transmissions)
  return {
    ...NOTHING,
    transmissions,
    dates: outside.flatMap((stretch) => datesIn(stretch, 'signature', hint)),
    parties: lines
      .filter((line) => !isDateLine(line))
      .flatMap(({ start, end }) => signatures({ text, start, end, zone: 'signature' })),
    numbers: numbersIn(zone, false),
  }
}

/** Lists that stand within the text: to whom excerpts were sent. */
export function bodyFacts(text: string, lines: readonly Line[]): PaperFacts {
  const lists = lines
    .filter((line) => DISTRIBUTION_HEAD.test(line.text))
    .map(({ start, end }) => listFacts({ text, start, end, zone: 'distribution' }))
  return { ...NOTHING, distribution: lists.flatMap(({ distribution }) => distribution) }
}

/** The distribution list with the number of copies, and the number and date under which it was filed. */
export function distributionFacts(text: string, lines: readonly Line[], hint: DateHint): PaperFacts {
  const zone = stretchOf(text, lines, 'distribution')
  if (zone === undefined) return NOTHING
  const list = listFacts(zone)
  const outside = gapsOf(zone, list.distribution)
  return {
    ...NOTHING,
    ...list,
    dates: outside.flatMap((stretch) => datesIn(stretch, 'form-field', hint)),
    numbers: outside.flatMap((stretch) => numbersIn(stretch, false)),
  }
}

/** What of the paper's facts is true of a day of a journal: where it was written. */
export function withoutPaper(facts: PaperFacts): PaperFacts {
  return { ...NOTHING, parties: facts.parties.filter(({ value }) => value.role === 'sentFrom') }
}

/** Facts of several zones as one; of single values the first counts. */
export function joinFacts(...all: readonly PaperFacts[]): PaperFacts {
  const first: PaperFacts = Object.assign({}, ...all.toReversed())
  return {
    ...first,
    dates: all.flatMap(({ dates }) => dates),
    parties: all.flatMap(({ parties }) => parties),
    numbers: all.flatMap(({ numbers }) => numbers),
    markings: all.flatMap(({ markings }) => markings),
    transmissions: all.flatMap(({ transmissions }) => transmissions),
    distribution: all.flatMap(({ distribution }) => distribution),
    stamps: all.flatMap(({ stamps }) => stamps),
    unparsed: all.flatMap(({ unparsed }) => unparsed),
  }
}

function listFacts(stretch: Stretch): PaperFacts {
  return {
    ...NOTHING,
    ...copiesIn(stretch),
    distribution: find(stretch, (text) => parseDistribution(text).entries, 'distribution'),
  }
}

function copiesIn(stretch: Stretch): Pick<PaperFacts, 'totalCopies' | 'copyNumber'> {
  const [total] = find(stretch, byLine(findTotalCopies), 'total-copies')
  const [copy] = find(stretch, byLine(findCopyNumber), 'copy-number')
  return { ...optional('totalCopies', total), ...optional('copyNumber', copy) }
}

/** A count and what it counts stand on one line. */
const byLine =
  <T>(grammar: (line: string) => Match<T> | undefined) =>
  (words: string): Match<T>[] =>
    [...words.matchAll(/[^\n\r\f]+/g)].flatMap((line) => {
      const match = grammar(line[0])
      return match === undefined ? [] : [{ ...match, start: line.index + match.start, end: line.index + match.end }]
    })

function datesIn(stretch: Stretch, basis: StatedDate['basis'], hint: DateHint): Found<StatedDate>[] {
  const stated = (words: string) =>
    findDates(words, hint).map((match) => ({ ...match, value: { ...match.value, role: 'document' as const, basis } }))
  return find(stretch, stated, 'date')
}

/** Numbers with their dates, which the grammar places relative to the words it was given. */
export function numbersIn(stretch: Stretch, alone: boolean): Found<Numbering>[] {
  return findNumbers(wordsOf(stretch).words, { alone }).map((match) => placedNumber(stretch, match))
}

export function placedNumber(stretch: Stretch, { value, start, end, date }: NumberMatch): Found<Numbering> {
  const dated = date && whole<DateValue>(part(stretch, date.start, date.end), date.value, 'date')
  const certainty = value.kind === 'unlabelled' && value.label === '' ? 'uncertain' : undefined
  return whole(part(stretch, start, end), { ...value, ...optional('date', dated) }, 'number', certainty)
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null && 'span' in value

/** The parts of a stretch that lie between the words given. */
function gapsOf(stretch: Stretch, taken: readonly Words[]): Stretch[] {
  const gaps: Stretch[] = []
  let start = stretch.start
  for (const { span } of taken.toSorted((a, b) => a.span.start - b.span.start)) {
    if (!overlap(span, stretch)) continue
    if (span.start > start) gaps.push({ ...stretch, start, end: span.start })
    start = Math.max(start, span.end)
  }
  return start < stretch.end ? [...gaps, { ...stretch, start }] : gaps
}

/** The words of a line that no fact covers, without the marks around them. */
function remains(line: Stretch, understood: readonly Words[]): Words[] {
  return gapsOf(line, understood).flatMap((gap) => {
    const { words } = wordsOf(gap)
    const marks = /^[\s\p{P}\p{S}]*/u.exec(words)?.[0].length ?? 0
    const kept = words.slice(marks).replace(/[\s\p{P}\p{S}]+$/u, '')
    return kept === '' || FIELD_NAME.test(kept) ? [] : [wordsOf(part(gap, marks, marks + kept.length))]
  })
}
