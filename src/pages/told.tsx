/** What tells a document from others of the same title, behind its link: when, what it is, under which number. */
import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { readableDate } from './dates.ts'
import { kindName, lastPart } from './description.ts'

/** What is told of a thing; all of it may be unknown. */
export interface Told {
  /** IRI of the most specific class. */
  readonly type?: string
  /** EDTF. */
  readonly date?: string
  readonly number?: string
}

/** `1953-03-29 23:35 · ciphered telegram · No. 8600`; empty for what has no date and is no kind of document. */
export function toldWords({ type, date, number }: Told): string {
  const kind = type === undefined || type === dip.Document.value ? '' : kindName(lastPart(type))
  if (date === undefined && number === undefined) return ''
  return [date && readableDate(date), kind, number && `No. ${number}`].filter(Boolean).join(' · ')
}

export function Told({ told }: { told: Told }): VNode | null {
  const words = toldWords(told)
  return words === '' ? null : <span class="small told"> {words}</span>
}

/** The earliest first, in their order where they are of one day; last what has no date. */
export const byDate = <T,>(items: readonly T[], toldOf: (item: T) => Told): T[] =>
  items.toSorted((a, b) => {
    const [x, y] = [toldOf(a).date ?? LAST, toldOf(b).date ?? LAST]
    return x < y ? -1 : x > y ? 1 : 0
  })
/** Behind all dates. */
const LAST = '~'
