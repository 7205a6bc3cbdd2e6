/** What a document has to do with others, each told with its day and number. */
import type { VNode } from 'preact'
import { dip } from '../rdf/vocabulary/dip.ts'
import { inTableOrder } from './occurrence-groups.ts'
import type { LinkRow, Occurrences } from './occurrences.tsx'
import { type Context, type Fact, Facts } from './parts.tsx'
import { byDate, type Told, ToldLink } from './told.tsx'

/** The properties that lead from a document to others, and what they are in words. */
export const RELATIONS = [
  ['Answers', [dip.isReplyTo]],
  ['Carries out', [dip.implementsInstruction]],
  ['Refers to', [dip.refersToDocument]],
  ['Part of', [dip.entryOf, dip.enclosedIn]],
  ['Days', [dip.hasEntry]],
  ['Related by the publisher', [dip.editoriallyRelated]],
  ['Perhaps the same', [dip.sameDocumentCandidate]],
] as const

interface RelationsProps {
  readonly context: Context
  readonly iri: string
  /** What is told of the documents to which it leads, by IRI. */
  readonly told: ReadonlyMap<string, Told>
  /** What others say of it. */
  readonly occurrences: readonly Occurrences[]
}

export function Relations({ context, iri, told, occurrences }: RelationsProps): VNode | null {
  const { about } = context
  const own = RELATIONS.map(([heading, properties]) => ({
    heading,
    rows: properties
      .flatMap((property) => about.all(iri, property))
      .map(({ value }) => ({ subject: value, label: about.label(value), ...told.get(value) })),
    more: 0,
  }))
  const others = inTableOrder('document', occurrences).map(([{ heading }, items]) => ({
    heading,
    rows: items.flatMap(([, { rows }]) => rows),
    more: items.reduce((sum, [, { rows, total }]) => sum + total - rows.length, 0),
  }))
  const facts = [...own, ...others]
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows, more }): Fact => [heading, <Documents context={context} rows={rows} more={more} />])
  if (facts.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 id="related">Related documents</h2>
      <Facts facts={facts} />
    </section>
  )
}

type Row = Omit<LinkRow, 'predicate'>

function Documents({ context, rows, more }: { context: Context; rows: readonly Row[]; more: number }): VNode {
  return (
    <ul>
      {byDate(rows, (row) => row).map((row) => (
        <li>
          <ToldLink context={context} iri={row.subject} told={row} />
        </li>
      ))}
      {more > 0 && <li class="small">and {more} more</li>}
    </ul>
  )
}
