/** What a title says of its document: kind, parties, numbers, dates. */
import type { DateValue, Found, Marking, Numbering, Party, StatedDate } from '../document.ts'
import { findMarkings } from '../grammar/marking.ts'
import type { Match } from '../grammar/match.ts'
import { parseTitle } from '../grammar/title.ts'
import { find, part, type Stretch, unbroken, whole } from './evidence.ts'
import { placedNumber } from './numbers.ts'

export interface TitleFacts {
  readonly type?: Found<string>
  readonly dates: readonly Found<StatedDate>[]
  readonly parties: readonly Found<Party>[]
  readonly numbers: readonly Found<Numbering>[]
  /** Of a title that ends in them: `…, No. 061.119, Urgent, SECRET`. */
  readonly markings: readonly Found<Marking>[]
}

/** `Coverage of a Visit to Vietnam` has no sender: parties are names, and only what says its kind is sent to somebody. */
const NAMES_SOMEBODY = /^(?:(?:all|the) )?[["“'‘]?\p{Lu}/u

/**
 * Reads a title where it stands. A date in the title of a journal is the day of the entry, or the period that the
 * journal covers; in any other title it is the document's own. `basis` tells a title of the catalogue from a heading.
 */
export function titleFacts(title: Stretch, basis: StatedDate['basis'] = 'title'): TitleFacts {
  const parsed = parseTitle(unbroken(title))
  const placed = <T>({ value, start, end }: Match<T>): Found<T> => whole(part(title, start, end), value, 'title')
  const type = parsed.type && placed(parsed.type)
  const ofJournal = type?.value === 'journal' || type?.value === 'journal-entry'
  return {
    ...(type !== undefined && { type }),
    dates: parsed.dates.map((date) => placed({ ...date, value: statedInTitle(date.value, basis, ofJournal) })),
    parties: parsed.parties.map(placed).filter(({ words }) => NAMES_SOMEBODY.test(words)),
    numbers: parsed.numbers.map((number) => placedNumber(title, number)),
    markings: find(
      title,
      (words) => findMarkings(words).filter((marking) => isListed(words, marking)),
      'title-marking',
    ),
  }
}

const isListed = (words: string, { start, end }: Match<unknown>): boolean =>
  /,\s*$/u.test(words.slice(0, start)) && /^\s*(?:,|$)/u.test(words.slice(end))

function statedInTitle(date: DateValue, basis: StatedDate['basis'], ofJournal: boolean): StatedDate {
  const role = !ofJournal ? 'document' : date.precision === 'interval' ? 'period' : 'entry'
  return { ...date, role, basis }
}
