/** What the form of a document states: dates, numbers, markings and the rest, with the words of the paper. */
import type { VNode } from 'preact'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { readableDate } from './dates.ts'
import { fragmentOf, lastPart } from './description.ts'
import { evidenceFor } from './findings.ts'
import { type Context, type Fact, Facts, fact, Resource } from './parts.tsx'

const DATES = [
  [dip.documentDate, 'of the document'],
  [dip.entryDate, 'of the entry'],
  [dip.catalogueDate, 'under which it is listed'],
  [dip.coversPeriod, 'period covered'],
] as const

/** @param marked ids of the evidence that is marked in the text of the page */
export function Fields({
  context,
  iri,
  marked,
}: {
  context: Context
  iri: string
  marked: ReadonlySet<string>
}): VNode {
  return (
    <section aria-labelledby="form">
      <h2 id="form">The document</h2>
      <Facts
        facts={[
          dates(context, iri, marked),
          fact(context, 'Author', iri, dip.author),
          fact(context, 'Signed', iri, dip.signatory),
          fact(context, 'Written at', iri, dip.writtenAt),
          numbers(context, iri, marked),
          fact(context, 'Marking', iri, dip.classificationMarking),
          asWritten(context, iri),
          fact(context, 'Precedence', iri, dip.precedence),
          fact(context, 'Handling', iri, dip.handlingCaveat),
          fact(context, 'Language', iri, dcterms.language),
          fact(context, 'Not understood', iri, dip.unparsedText),
        ]}
      />
    </section>
  )
}

function dates(context: Context, iri: string, marked: ReadonlySet<string>): Fact | undefined {
  const { about } = context
  const nodes = DATES.flatMap(([property, label]) => about.all(iri, property).map(({ value }) => ({ value, label })))
  if (nodes.length === 0) return undefined
  return [
    'Dates',
    <ul>
      {nodes.map(({ value, label }) => (
        <li id={fragmentOf(value)}>
          {readableDate(about.text(value, dip.edtf))}{' '}
          <span class="small">
            {label} ({lastPart(about.text(value, dip.dateBasis))}
            {about.text(value, dip.certainty).endsWith('/inferred') && ', inferred'})
          </span>{' '}
          <AsWritten context={context} node={value} words={about.text(value, dip.expressedDate)} marked={marked} />
        </li>
      ))}
    </ul>,
  ]
}

function numbers(context: Context, iri: string, marked: ReadonlySet<string>): Fact | undefined {
  const { about } = context
  const nodes = about.all(iri, dip.hasReferenceNumber)
  if (nodes.length === 0) return undefined
  return [
    'Numbers',
    <ul>
      {nodes.map(({ value }) => (
        <li id={fragmentOf(value)}>
          {about.text(value, dip.numberValue)}{' '}
          <span class="small">{about.label(about.text(value, dip.numberKind))}</span>{' '}
          <AsWritten context={context} node={value} words={about.text(value, dip.numberLabel)} marked={marked} />
        </li>
      ))}
    </ul>,
  ]
}

/** All markings in the words of the paper, where these are not those of our list. */
function asWritten({ about }: Context, iri: string): Fact | undefined {
  const words = about.all(iri, dip.markingAsWritten).map(({ value }) => value)
  if (words.length === 0) return undefined
  return [
    'As written',
    <>
      {words.map((word, i) => (
        <>
          {i > 0 && ' '}
          <span class="words">{word}</span>
        </>
      ))}
    </>,
  ]
}

/** Words of the paper; a link to where they stand in the text. */
function AsWritten({
  context,
  node,
  words,
  marked,
}: {
  context: Context
  node: string
  words: string
  marked: ReadonlySet<string>
}): VNode | null {
  if (words === '') return null
  const place = evidenceFor(context.about, node)
    .map((evidence) => fragmentOf(evidence.iri))
    .find((id) => marked.has(id))
  return <span class="words">{place === undefined ? words : <a href={`#${place}`}>{words}</a>}</span>
}

/** The publisher's description of the content: modern words, in a frame of their own. */
export function Catalogued({ context, iri }: { context: Context; iri: string }): VNode | null {
  const facts: readonly (Fact | undefined)[] = [
    fact(context, 'Subjects', iri, dcterms.subject),
    fact(context, 'Places', iri, dip.associatedPlace),
    fact(context, 'Listed under Author(s)', iri, dip.cataloguedAuthor),
  ]
  if (facts.every((known) => known === undefined)) return null
  return (
    <section aria-labelledby="catalogue" class="modern">
      <h2 id="catalogue">How its publisher lists it</h2>
      <Facts facts={facts} />
    </section>
  )
}

export function Summary({ context, iri }: { context: Context; iri: string }): VNode | null {
  const abstract = context.about.one(iri, dcterms.abstract)
  if (abstract === undefined) return null
  return (
    <figure class="modern">
      <figcaption>Summary by the publisher, not the document’s words</figcaption>
      <p lang={abstract.termType === 'Literal' && abstract.language !== '' ? abstract.language : undefined}>
        {abstract.value}
      </p>
    </figure>
  )
}

export function Kinds({ context, iri }: { context: Context; iri: string }): VNode {
  const types = context.about.all(iri, dcterms.type).filter((t) => !t.value.startsWith('http://purl.org/dc/dcmitype/'))
  const date = context.about.text(iri, dcterms.date)
  return (
    <>
      {types.map((type) => (
        <>
          <Resource context={context} iri={type.value} />
          {date && ', '}
        </>
      ))}
      {date && <time dateTime={/^\d{4}(-\d\d){0,2}$/.test(date) ? date : undefined}>{readableDate(date)}</time>}
    </>
  )
}
