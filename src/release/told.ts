/**
 * What lists tell of a thing beside its name: what it is, of when, under which number. Its lines stand with the labels,
 * so that a list of documents costs no more than their names.
 */
import type { Quad } from '@rdfjs/types'
import { IDENTIFYING, typeOf } from '../rdf/labels.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'

/** What a reader tells one document from another by. */
export interface Told {
  /** IRI of the most specific class. */
  readonly type?: string
  /** EDTF. */
  readonly date?: string
  /** Under which it was sent: of a telegram, else of a letter or note. Not that of its place in a file. */
  readonly number?: string
}

/** Kinds of numbers that tell a document, the most telling first, as the addresses of numbers have them. */
const NUMBERS = ['telegram', 'outgoing', 'issuing', 'unlabelled', 'special', 'incoming']

/** How the IRIs of such numbers go on behind that of their document. */
export const NUMBER = '#number-'

/** How well a number tells a document: 0 is the best; undefined for what is no number of this kind, or of a part. */
export function numberRank(thing: string, subject: string): number | undefined {
  if (!subject.startsWith(NUMBER, thing.length)) return undefined
  const rank = NUMBERS.findIndex((kind) => subject.startsWith(kind, thing.length + NUMBER.length))
  return rank === -1 ? undefined : rank
}

/** Whether a statement is one that lists tell. */
export const isTold = (thing: string, subject: string, predicate: string): boolean =>
  subject === thing
    ? IDENTIFYING.has(predicate) || predicate === dcterms.date.value
    : predicate === dip.numberValue.value && numberRank(thing, subject) !== undefined

/** @param quads about one thing: those of which `isTold` is true */
export function toldIn(thing: string, quads: readonly Quad[]): Told {
  const type = typeOf(quads)
  const date = quads.find(({ predicate }) => predicate.value === dcterms.date.value)?.object.value
  const rankOf = ({ subject }: Quad) => numberRank(thing, subject.value) ?? NUMBERS.length
  const numbers = quads.filter(({ predicate }) => predicate.value === dip.numberValue.value)
  const [number] = numbers.toSorted((a, b) => rankOf(a) - rankOf(b))
  return {
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(number !== undefined && { number: number.object.value }),
  }
}
