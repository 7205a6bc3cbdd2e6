/** The lines between heading and body: number, marking, place and day, receipt. */
import type { Found, Marking, Name, Numbering, SourceDocument, StatedDate, Transmission } from '../../document.ts'
import { parseDateLine, parseReceipt } from '../../grammar/dateline.ts'
import { findMarkings } from '../../grammar/marking.ts'
import { find, gapsOf, part, type Stretch, stretchAt, whole, wordsOf } from '../evidence.ts'
import type { Line } from '../lines.ts'

export type OpenerFacts = Pick<
  SourceDocument,
  'dates' | 'transmissions' | 'numbers' | 'markings' | 'omissions' | 'unparsed'
> & { readonly places: readonly Found<Name>[] }

/** `No. 1041`, `Serial No. 06613`, `Ref. 493/25/44`. */
const LABELLED = /^\[?(?<label>(?:[\p{L} ]{1,20}\s)?No\.|Serial(?: No\.?)?|Ser:|Ref\.:?)\s?(?<value>\S.*?)\]?\.?$/du
/** `MM 024`, `NSC 37/7`, `SEAC M–1`, `J. C. S. 1330/10`, `46/103/43`. */
const CODE = /^(?=.{2,40}$)(?=.*\d)(?:\p{Lu}[\p{L}.]*\s?){0,4}[\p{L}\d()./ –-]*[\d)]$/u
const EXTRACT = /^\[\s?(?:extracts?|excerpts?)\s?\]$/i
const RECEIVED_INSIDE = /.(?=\[Received\b)/u

/** In characters; a longer line marks nothing. */
const LONGEST_MARKING = 80

/** Reads the lines in order. `basis` says what a date there rests on; `year` is that of a date without one. */
export function openerFacts(
  text: string,
  lines: readonly Pick<Line, 'start' | 'end'>[],
  zone: Stretch['zone'],
  basis: StatedDate['basis'] = 'date-line',
  year?: number,
): OpenerFacts {
  const facts = {
    dates: [] as Found<StatedDate>[],
    places: [] as Found<Name>[],
    transmissions: [] as Found<Transmission>[],
    numbers: [] as Found<Numbering>[],
    markings: [] as Found<Marking>[],
    omissions: [] as SourceDocument['omissions'][number][],
    unparsed: [] as SourceDocument['unparsed'][number][],
  }
  for (const line of lines.flatMap((line) => beforeReceipt(stretchAt(text, line, zone)))) {
    const { words } = wordsOf(line)
    const sent = facts.dates[0]?.value
    const receipt = parseReceipt(words, sent, year)
    const dated = receipt === undefined ? parseDateLine(words, yearOf(sent, year)) : undefined
    const label = LABELLED.exec(words)
    if (receipt !== undefined) {
      const step: Transmission = { phase: 'received', ...(receipt.date && { date: receipt.date }) }
      facts.transmissions.push(whole(line, step, 'receipt', sure(receipt.certainty)))
    } else if (EXTRACT.test(words)) facts.omissions.push(whole(line, 'editorial', 'extract'))
    else if (dated !== undefined) {
      const { date, place } = dated
      const stated: StatedDate = { ...date.value, role: 'document', basis }
      facts.dates.push(whole(part(line, date.start, date.end), stated, 'date-line', sure(date.certainty)))
      if (place !== undefined) {
        const name: Name = { kind: 'place', label: place.value, forms: [] }
        facts.places.push(whole(part(line, place.start, place.end), name, 'date-line', sure(place.certainty)))
      }
    } else if (label?.indices?.groups?.value !== undefined) {
      const { label: written = '', value = '' } = label.groups ?? {}
      const kind = /^(?:No\.)$/.test(written) ? 'issuing' : 'unlabelled'
      facts.numbers.push(whole(line, { value, kind, label: written }, 'header-number'))
    } else {
      const markings = words.length > LONGEST_MARKING ? [] : find(line, findMarkings, 'marking')
      facts.markings.push(...markings)
      if (markings.length === 0 && CODE.test(words))
        facts.numbers.push(whole(line, { value: words, kind: 'unlabelled', label: '' }, 'header-number'))
      else
        facts.unparsed.push(
          ...gapsOf(line, markings)
            .map(wordsOf)
            .filter(({ words: left }) => /[\p{L}\d]/u.test(left)),
        )
    }
  }
  return facts
}

function yearOf(date: StatedDate | undefined, hint: number | undefined): { year?: number } {
  const year = date?.earliest === undefined ? hint : Number(date.earliest.slice(0, 4))
  return year === undefined ? {} : { year }
}

/** A line that was run together with the line of receipt below it. */
function beforeReceipt(line: Stretch): Stretch[] {
  const at = RECEIVED_INSIDE.exec(wordsOf(line).words)?.index
  return at === undefined ? [line] : [part(line, 0, at + 1), part(line, at + 1, line.end - line.start)]
}

const sure = <T extends string>(certainty: T): T | undefined => (certainty === 'stated' ? undefined : certainty)
