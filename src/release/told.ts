/**
 * What lists tell of a thing beside its name: what it is, of when, under which number. Its lines stand with the labels,
 * so that a list of documents costs no more than their names.
 */
import type { Quad } from '@rdfjs/types'
import { literalValue, type Parts } from '../rdf/canonical.ts'
import { IDENTIFYING, typeOf } from '../rdf/labels.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { documentType } from '../rdf/vocabulary/schemes.ts'

/** What a reader tells one document from another by. */
export interface Told {
  /** IRI of its type: of a document the concept of the scheme `document-type`, where it is of one; else the most specific class. */
  readonly type?: string
  /** EDTF. */
  readonly date?: string
  /** Under which it was sent: of a telegram, else of a letter or note. Not that of its place in a file. */
  readonly number?: string
}

/** Kinds of numbers that tell a document, the most telling first, as the addresses of numbers have them. */
const NUMBERS = ['telegram', 'outgoing', 'issuing', 'unlabelled', 'special', 'incoming']

/** How the IRIs of such numbers go on behind that of their document. */
const NUMBER = '#number-'

/** How well a number tells a document: 0 is the best; undefined for what is no number of this kind, or of a part. */
export function numberRank(thing: string, subject: string): number | undefined {
  if (!subject.startsWith(NUMBER, thing.length)) return undefined
  const rank = NUMBERS.findIndex((kind) => subject.startsWith(kind, thing.length + NUMBER.length))
  return rank === -1 ? undefined : rank
}

/**
 * Takes the sorted lines of all statements and writes those that lists tell. The number of a document is written as if it
 * were its own property, among its other lines: one look finds all. What is behind `#` is sorted before the thing itself.
 */
export class ToldWriter {
  /** Dates of documents, EDTF, by IRI. */
  readonly dates = new Map<string, string>()
  readonly #write: (line: string) => void
  readonly #numbers = new Map<string, { readonly rank: number; readonly line: string }>()

  constructor(write: (line: string) => void) {
    this.#write = write
  }

  add(thing: string, line: string, { subject, predicate, object }: Omit<Parts, 'graph'>): void {
    if (subject === thing) {
      const number = this.#numbers.get(thing)
      if (number !== undefined) this.#write(number.line)
      this.#numbers.delete(thing)
      if (predicate === DATE) this.dates.set(thing, literalValue(object))
      if (IDENTIFYING.has(predicate) || predicate === DATE || (predicate === TYPE && object.startsWith(DOCUMENT_TYPE)))
        this.#write(line)
      return
    }
    const rank = predicate === NUMBER_VALUE ? numberRank(thing, subject) : undefined
    if (rank === undefined || rank >= (this.#numbers.get(thing)?.rank ?? NUMBERS.length)) return
    this.#numbers.set(thing, { rank, line: `<${thing}>${line.slice(subject.length + 2)}` })
  }
}

const DATE = dcterms.date.value
const TYPE = dcterms.type.value
const DOCUMENT_TYPE = `<${documentType.iri}`
const NUMBER_VALUE = dip.numberValue.value

/** @param quads what a `ToldWriter` has written of one thing */
export function toldIn(quads: readonly Quad[]): Told {
  const isType = ({ predicate, object }: Quad) => predicate.value === TYPE && object.value !== documentType.other.value
  const type = quads.find(isType)?.object.value ?? typeOf(quads)
  const textOf = (property: string) => quads.find(({ predicate }) => predicate.value === property)?.object.value
  const [date, number] = [textOf(DATE), textOf(NUMBER_VALUE)]
  return {
    ...(type !== undefined && { type }),
    ...(date !== undefined && { date }),
    ...(number !== undefined && { number }),
  }
}
