/** What tells a document from others of the same title, behind its link: when, what it is, under which number. */
import type { ComponentChildren, VNode } from 'preact'
import { compare } from '../drawing/ties.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { readableDate } from './dates.ts'
import { kindName, lastPart } from './description.ts'
import { type Context, Joined, Resource } from './parts.tsx'

/** What is told of a thing; all of it may be unknown. */
export interface Told {
  /** IRI: of a document the concept of its type, where it has one; else the most specific class. */
  readonly type?: string
  /** EDTF. */
  readonly date?: string
  readonly number?: string
}

/** Nothing of what has no date and no number: it is no document, or a class says all that is known of it. */
const partsOf = ({ type, date, number }: Told): readonly ComponentChildren[] =>
  date === undefined && number === undefined
    ? []
    : [
        ...(date === undefined ? [] : [<span class="day">{readableDate(date)}</span>]),
        ...(type === undefined || type === dip.Document.value ? [] : [kindName(lastPart(type))]),
        ...(number === undefined ? [] : [`No. ${number}`]),
      ]

/** `1953-03-29 23:35 · ciphered telegram · No. 8600`. @param also what else there is to say of it */
export function Told({ told, also = [] }: { told: Told; also?: readonly string[] }): VNode | null {
  const parts = [...partsOf(told), ...(also.length === 0 ? [] : [also.join(', ')])]
  return parts.length === 0 ? null : (
    <span class="small told">
      {' '}
      <Joined parts={parts} />
    </span>
  )
}

/** A link to a thing by its label, and what is told of it. */
export function ToldLink({
  context,
  iri,
  told,
  also,
}: {
  context: Context
  iri: string
  told: Told & { readonly label: string }
  also?: readonly string[]
}): VNode {
  return (
    <>
      <Resource context={context} iri={iri}>
        {told.label}
      </Resource>
      <Told told={told} {...(also && { also })} />
    </>
  )
}

/** The earliest first, in their order where they are of one day; last what has no date. */
export const byDate = <T,>(items: readonly T[], toldOf: (item: T) => Told): T[] =>
  items.toSorted((a, b) => compare(toldOf(a).date ?? LAST, toldOf(b).date ?? LAST))
/** Behind all dates. */
const LAST = '~'
