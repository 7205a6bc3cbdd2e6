/** The citation of a page: title, date, reference, credits and address, each where it stands. */

import type { DateValue, Found, StatedDate } from '../document.ts'
import { type Citation, parseCitation } from '../grammar/citation.ts'
import { withoutEnd } from '../grammar/ends.ts'
import type { Match } from '../grammar/match.ts'
import { publishers } from '../publishers.ts'
import { fold, part, type Stretch, unbroken, whole, wordsOf } from './evidence.ts'
import { optional } from './optional.ts'

export interface CitationFacts {
  readonly citation?: Found<string>
  readonly title?: Found<string>
  readonly date?: Found<StatedDate>
  /** Where the archival reference stands. */
  readonly reference?: Stretch
  /** Where translators and others are named. */
  readonly credits?: Stretch
  readonly address?: Found<string>
}

/** Reads the block in which the citation stands. The citation ends before the address. */
export function citationFacts(block: Stretch | undefined): CitationFacts {
  const parsed = block && parseCitation(unbroken(block))
  if (block === undefined || parsed === undefined) return {}
  const at = <T>(match: Match<T> | undefined): Stretch | undefined => match && part(block, match.start, match.end)
  const cited = citedWords(block, parsed)
  const [title, date, url] = [at(parsed.title), at(parsed.date), at(parsed.url)]
  return {
    citation: whole(cited, fold(wordsOf(cited).words), 'citation'),
    ...optional('title', title && whole(title, fold(wordsOf(title).words), 'citation-title')),
    ...optional('date', date && parsed.date && whole(date, stated(parsed.date.value), 'citation-date')),
    ...optional('reference', at(parsed.reference)),
    ...optional('credits', at(parsed.credits)),
    ...optional('address', url && parsed.url && whole(url, parsed.url.value, 'citation-address')),
  }
}

const stated = (date: DateValue): StatedDate => ({ ...date, role: 'catalogue', basis: 'citation' })

function citedWords(block: Stretch, { start, end, url }: Citation): Stretch {
  const { words } = wordsOf(block)
  if (url === undefined) return part(block, start, words[end] === '.' ? end + 1 : end)
  return part(block, start, withoutEnd(words.slice(0, url.start), /[\s<[(]/).length)
}

/** The record number in an address: it is the publisher's key for the document, whatever the host. */
export function recordIn(address: Stretch): Found<string> | undefined {
  for (const { record, joint } of publishers) {
    const place = record.exec(wordsOf(address).words)?.indices?.[1]
    if (place !== undefined) {
      const number = part(address, place[0], place[1])
      const { words } = wordsOf(number)
      return whole(number, joint === undefined ? words : words.replace(joint, '-'), 'record-in-address')
    }
  }
  return undefined
}
