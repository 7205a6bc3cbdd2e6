/** The header of a paper: form fields, markings, numbers, handling times, stamps, and what no rule understood. */

import type { Found, Party, Words } from '../document.ts'
import type { DateHint } from '../grammar/date.ts'
import { withoutEnd } from '../grammar/ends.ts'
import { findMarkings } from '../grammar/marking.ts'
import { parseName } from '../grammar/name.ts'
import { findTransmissions, settleTransmissions } from '../grammar/transmission.ts'
import { DISTRIBUTION_HEAD, isDateLine, isOmission, runsOn } from './document-text.ts'
import { find, fold, gapsOf, overlap, part, type Stretch, stretchAt, stretchOf, whole, wordsOf } from './evidence.ts'
import { FIELD_NAME, formParties, LONGEST_FIELD } from './form-fields.ts'
import type { Line } from './lines.ts'
import { numbersIn } from './numbers.ts'
import { optional } from './optional.ts'
import { copiesIn, datesIn, listFacts, NOTHING, type PaperFacts } from './paper.ts'
import { readStamps } from './stamps.ts'
import { type TitleFacts, titleFacts } from './title-facts.ts'

/** A line in capitals only, such as a name under a form. */
const CAPITALS = /^[^\p{Ll}]*(?:\[[^\]]*\])?$/u

/** Reads the header. What one grammar has taken, such as the number within a stamp, is not read again by another. */
export function headerFacts(text: string, lines: readonly Line[], hint: DateHint): PaperFacts {
  const header = stretchOf(text, lines, 'document-header')
  if (header === undefined) return NOTHING
  const at = (line: Line): Stretch => stretchAt(text, line, 'document-header')
  const stamps = readStamps(header)
  const listLines = lines.filter((line) => DISTRIBUTION_HEAD.test(line.text)).map(at)
  const lists = listLines.map(listFacts)
  const steps = (words: string) => settleTransmissions(findTransmissions(words, hint))
  const transmissions = free(find(header, steps, 'transmission'), stamps)
  const markings = free(find(header, findMarkings, 'marking'), stamps)
  const taken = [...stamps, ...transmissions, ...listLines.map(wordsOf)]
  const numbers = free(numbersIn(header, true), taken)
  const copies = copiesIn(header)
  const headings = headingsIn(lines, at, taken, [...markings, ...numbers, ...Object.values(copies)])
  const heading = headings.find(isOwn)
  const extract = headings.find(isExtract)
  const dates = free(datesIn(header, 'form-field', hint), [
    ...taken,
    ...notesIn(header),
    ...(heading?.facts.dates ?? []),
  ])
  const fields = lines.map((line) => ({ line: at(line), parties: formParties(at(line)) }))
  const formLines = fields.filter(({ parties }) => parties.length > 0).map(({ line }) => wordsOf(line))
  const understood = [
    ...[...taken, ...markings, ...dates, ...formLines],
    ...Object.values(copies),
    // A number without a label is read, but what it numbers is not understood.
    ...numbers.filter(({ certainty }) => certainty !== 'uncertain'),
    ...[heading, extract].flatMap((found) => (found === undefined ? [] : [wordsOf(found.stretch)])),
  ]
  const called = addressLine(lines.at(-1), at, understood)
  return {
    ...NOTHING,
    ...optional('type', heading?.facts.type),
    ...optional('heading', heading && whole(heading.stretch, fold(wordsOf(heading.stretch).words), 'heading')),
    ...copies,
    dates: [...dates, ...(heading?.facts.dates ?? [])],
    parties: [...fields.flatMap(({ parties }) => parties), ...called, ...partiesOf(heading), ...partiesOf(extract)],
    numbers,
    markings,
    transmissions,
    distribution: lists.flatMap(({ distribution }) => distribution),
    stamps,
    unparsed: lines
      .filter((line) => !isOmission(line))
      .flatMap((line) => remains(at(line), [...understood, ...called])),
  }
}

/** In characters; shorter brackets complete a word or a date. */
const SHORTEST_NOTE = 40

/** What an editor tells in square brackets of other hands on the paper: its dates are not those of the paper. */
function notesIn(header: Stretch): Words[] {
  const { words } = wordsOf(header)
  const notes: Words[] = []
  let [depth, start] = [0, 0]
  for (const sign of words.matchAll(/[[\]]/g)) {
    if (sign[0] === '[' && depth++ === 0) start = sign.index
    if (sign[0] === ']' && depth > 0 && --depth === 0 && sign.index - start > SHORTEST_NOTE)
      notes.push(wordsOf(part(header, start, sign.index + 1)))
  }
  return notes
}

interface Heading {
  readonly stretch: Stretch
  readonly facts: TitleFacts
}

const partiesOf = (heading: Heading | undefined): readonly Found<Party>[] => heading?.facts.parties ?? []

function free<T extends Words>(found: readonly T[], taken: readonly Words[]): T[] {
  return found.filter(({ span }) => !taken.some((other) => overlap(span, other.span)))
}

/** Lines that name a kind of document, in order: the paper's own headings. */
function headingsIn(
  lines: readonly Line[],
  at: (line: Line) => Stretch,
  taken: readonly Words[],
  others: readonly Words[],
): Heading[] {
  return lines.flatMap((line, index) => {
    if (free([wordsOf(at(line))], taken).length === 0 || titleFacts(at(line)).type === undefined) return []
    const next = others.find(({ span }) => span.start > line.start && span.start < line.end)
    const end = next === undefined ? endOfHeading(line, lines.slice(index + 1)) : endBefore(line, next)
    const stretch = { ...at(line), end }
    return [{ stretch, facts: titleFacts(stretch, 'heading') }]
  })
}

const endBefore = (line: Line, { span }: Words): number =>
  line.start + line.text.slice(0, span.start - line.start).trimEnd().length

/** `From the journal of` says where a paper is taken from, not what it is. */
const isExtract = ({ stretch }: Heading): boolean => /^from\b/i.test(wordsOf(stretch).words)

/** A journal's own heading says which days it covers. */
const isOwn = (heading: Heading): boolean =>
  !isExtract(heading) &&
  (heading.facts.type?.value !== 'journal' || heading.facts.dates.some(({ value }) => value.role === 'period'))

/** A heading goes on over lines that begin small or that the line before leaves open, and takes the date under it. */
function endOfHeading(line: Line, [next, ...rest]: readonly Line[]): number {
  if (next === undefined) return line.end
  if (isDateLine(next)) return next.end
  return /^\p{Ll}/u.test(next.text) || runsOn(line) ? endOfHeading(next, rest) : line.end
}

/** A name in capitals directly above the text is that of the addressee. */
function addressLine(
  line: Line | undefined,
  at: (line: Line) => Stretch,
  understood: readonly Words[],
): Found<Party>[] {
  if (line === undefined || line.text.length > LONGEST_FIELD || !CAPITALS.test(line.text)) return []
  if (free([wordsOf(at(line))], understood).length === 0) return []
  const name = parseName(line.text)
  return name.kind === 'person' ? [whole<Party>(at(line), { role: 'addressee', name }, 'address-line')] : []
}

/** The words of a line that no fact covers, without the marks around them. */
function remains(line: Stretch, understood: readonly Words[]): Words[] {
  return gapsOf(line, understood).flatMap((gap) => {
    const { words } = wordsOf(gap)
    const marks = /^[\s\p{P}\p{S}]*/u.exec(words)?.[0].length ?? 0
    const kept = withoutEnd(words.slice(marks), /^[\s\p{P}\p{S}]$/u)
    return kept === '' || FIELD_NAME.test(kept) ? [] : [wordsOf(part(gap, marks, marks + kept.length))]
  })
}
