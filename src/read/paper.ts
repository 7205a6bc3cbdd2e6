/** What the paper itself states outside its running text: header, signature, distribution list. */
import type { Found, SourceDocument, StatedDate } from '../document.ts'
import { type DateHint, findDates } from '../grammar/date.ts'
import { findCopyNumber, findTotalCopies, parseDistribution } from '../grammar/distribution.ts'
import type { Match } from '../grammar/match.ts'
import { findTransmissions } from '../grammar/transmission.ts'
import { DISTRIBUTION_HEAD, isDateLine } from './document-text.ts'
import { find, gapsOf, type Stretch, stretchOf } from './evidence.ts'
import type { Line } from './lines.ts'
import { numbersIn } from './numbers.ts'
import { optional } from './optional.ts'
import { signatures } from './signature.ts'

/** Facts of one zone of the paper. */
export type PaperFacts = Pick<
  SourceDocument,
  'dates' | 'parties' | 'numbers' | 'markings' | 'transmissions' | 'distribution' | 'stamps' | 'unparsed'
> &
  Partial<Pick<SourceDocument, 'type' | 'totalCopies' | 'copyNumber'>> & {
    /** The heading by which the paper names itself. */
    readonly heading?: Found<string>
  }

export const NOTHING: PaperFacts = {
  dates: [],
  parties: [],
  numbers: [],
  markings: [],
  transmissions: [],
  distribution: [],
  stamps: [],
  unparsed: [],
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

/** Lines of a form within the text: to whom excerpts were sent; when a text in two languages was sent and received. */
export function bodyFacts(text: string, lines: readonly Line[], hint: DateHint): PaperFacts {
  const at = ({ start, end }: Line, zone: Stretch['zone']): Stretch => ({ text, start, end, zone })
  const lists = lines
    .filter((line) => DISTRIBUTION_HEAD.test(line.text))
    .map((line) => listFacts(at(line, 'distribution')))
  // With a clock time and at the start of a line: elsewhere a text tells of other papers.
  const steps = find(stretchOf(text, lines, 'body'), (words) => findTransmissions(words, hint), 'transmission')
  return {
    ...NOTHING,
    distribution: lists.flatMap(({ distribution }) => distribution),
    transmissions: steps.filter(({ value }) => value.date?.precision === 'minute'),
  }
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

export function listFacts(stretch: Stretch): PaperFacts {
  return {
    ...NOTHING,
    ...copiesIn(stretch),
    distribution: find(stretch, (text) => parseDistribution(text).entries, 'distribution'),
  }
}

export function copiesIn(stretch: Stretch): Pick<PaperFacts, 'totalCopies' | 'copyNumber'> {
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

export function datesIn(stretch: Stretch, basis: StatedDate['basis'], hint: DateHint): Found<StatedDate>[] {
  const stated = (words: string) =>
    findDates(words, hint).map((match) => ({ ...match, value: { ...match.value, role: 'document' as const, basis } }))
  return find(stretch, stated, 'date')
}
