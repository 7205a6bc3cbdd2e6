/** The page of a document: what its form states, where it lies, what it reports and in which words. */

import type { Quad } from '@rdfjs/types'
import type { VNode } from 'preact'
import { documentFacts } from '../crosswalk/facts.ts'
import { documentMeta, SCHEMAS } from '../crosswalk/page-head.ts'
import { documentSchema } from '../crosswalk/schema-org.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { createDescription, lastPart } from './description.ts'
import { renderPage } from './layout.tsx'
import { type Alternate, plural, type Site } from './page.ts'
import { type Context, Crumbs, type Fact, Facts, fact, Resource, Statements } from './parts.tsx'
import { Reported } from './reported.tsx'

export interface DocumentPage {
  readonly site: Site
  readonly iri: string
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
  /** The source does not conform any more; the last good state is shown. */
  readonly stale?: boolean
}

/** HTML of the page about a document. */
export function documentPage({ site, iri, quads, alternates, stale = false }: DocumentPage): string {
  const context: Context = { site, about: createDescription(quads) }
  const { about } = context
  const title = about.text(iri, dcterms.title) || about.label(iri)
  const facts = documentFacts(quads, site.iris, iri)
  return renderPage(
    {
      site,
      title,
      canonical: iri,
      alternates,
      section: 'document',
      schemas: SCHEMAS,
      meta: documentMeta(facts),
      jsonLd: documentSchema(facts, site.dataset),
    },
    <article>
      <Crumbs
        path={[
          [plural('document'), `${site.root}/document/`],
          ...about
            .all(iri, dip.entryOf)
            .map(
              (journal) =>
                [about.label(journal.value), `${site.root}/document/${site.iris.parse(journal.value)?.slug}`] as const,
            ),
        ]}
      />
      <h1 lang={languageOf(context, iri)}>{title}</h1>
      <p class="lede">
        <Kinds context={context} iri={iri} />
        {about.text(iri, dip.isStub) === 'true' && (
          <>
            {' '}
            <span class="badge">known only from a reference or a listing</span>
          </>
        )}
        {about.text(iri, dip.dateConflict) === 'true' && (
          <>
            {' '}
            <span class="badge alert">its dates differ</span>
          </>
        )}
        {stale && (
          <>
            {' '}
            <span class="badge alert">not renewed by the last build; the report says why</span>
          </>
        )}
      </p>
      <Summary context={context} iri={iri} />
      <section aria-labelledby="form">
        <h2 id="form">The document</h2>
        <Facts facts={formFacts(context, iri)} />
      </section>
      <Reported context={context} iri={iri} />
      <ArchivalPlace context={context} iri={iri} />
      <section aria-labelledby="about">
        <h2 id="about">About</h2>
        <Facts
          facts={[
            fact(context, 'Subjects', iri, dcterms.subject),
            fact(context, 'Places', iri, dip.associatedPlace),
            fact(context, 'Listed under Author(s)', iri, dip.cataloguedAuthor),
            fact(context, 'Related by the publisher', iri, dip.editoriallyRelated),
            fact(context, 'Answers', iri, dip.isReplyTo),
            fact(context, 'Carries out', iri, dip.implementsInstruction),
            fact(context, 'Refers to', iri, dip.refersToDocument),
            fact(context, 'Carries', iri, dip.encloses),
            fact(context, 'Part of', iri, dip.entryOf, dip.enclosedIn),
            fact(context, 'Days', iri, dip.hasEntry),
            fact(context, 'Not understood', iri, dip.unparsedText),
          ]}
        />
      </section>
      <Editions context={context} iri={iri} />
      <details>
        <summary>Every statement as data</summary>
        <Statements context={context} subjects={[iri, ...about.subjects(`${iri}#`)]} />
      </details>
    </article>,
  )
}

const languageOf = ({ about }: Context, iri: string): string | undefined => {
  const title = about.one(iri, dcterms.title)
  return title?.termType === 'Literal' && title.language !== '' ? title.language : undefined
}

function Kinds({ context, iri }: { context: Context; iri: string }): VNode {
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
      {date && <time dateTime={date}>{date}</time>}
    </>
  )
}

function Summary({ context, iri }: { context: Context; iri: string }): VNode | null {
  const abstract = context.about.text(iri, dcterms.abstract)
  if (abstract === '') return null
  return (
    <figure class="text">
      {abstract}
      <figcaption>Summary by the publisher of the edition: modern words, not the document’s.</figcaption>
    </figure>
  )
}

function formFacts(context: Context, iri: string): readonly (Fact | undefined)[] {
  const { about } = context
  const dates = [dip.documentDate, dip.entryDate, dip.catalogueDate, dip.coversPeriod].flatMap((property) =>
    about.all(iri, property).map((node) => ({ node: node.value, property })),
  )
  const labels = new Map<string, string>([
    [dip.documentDate.value, 'of the document'],
    [dip.entryDate.value, 'of the entry'],
    [dip.catalogueDate.value, 'under which it is listed'],
    [dip.coversPeriod.value, 'period covered'],
  ])
  const steps = about.all(iri, dip.hasTransmission)
  const entries = about.all(iri, dip.hasDistributionEntry)
  const numbers = about.all(iri, dip.hasReferenceNumber)
  return [
    dates.length === 0
      ? undefined
      : [
          'Dates',
          <ul>
            {dates.map(({ node, property }) => (
              <li key={node} id={node.split('#')[1]}>
                {about.text(node, dip.edtf)}{' '}
                <span class="small">
                  {labels.get(property.value)} ({lastPart(about.text(node, dip.dateBasis))})
                </span>{' '}
                <span class="words">{about.text(node, dip.expressedDate)}</span>
              </li>
            ))}
          </ul>,
        ],
    fact(context, 'Author', iri, dip.author),
    fact(context, 'From', iri, dip.sender),
    fact(context, 'Sent from', iri, dip.sentFrom),
    fact(context, 'To', iri, dip.addressee),
    fact(context, 'For', iri, dip.ultimateAddressee),
    fact(context, 'Via', iri, dip.relayedBy),
    fact(context, 'Sent to', iri, dip.sentTo),
    fact(context, 'Signed', iri, dip.signatory),
    steps.length === 0
      ? undefined
      : [
          'Transmission',
          <ul>
            {steps.map((step) => (
              <li key={step.value}>
                {about.label(about.text(step.value, dip.phase))}{' '}
                {about.text(step.value, dip.localDateTime).replace('T', ' ')}
                {about.text(step.value, dip.certainty).endsWith('/inferred') && (
                  <>
                    {' '}
                    <span class="badge">inferred</span>
                  </>
                )}
              </li>
            ))}
          </ul>,
        ],
    numbers.length === 0
      ? undefined
      : [
          'Numbers',
          <ul>
            {numbers.map(({ value }) => (
              <li key={value}>
                {about.text(value, dip.numberValue)}{' '}
                <span class="small">{about.label(about.text(value, dip.numberKind))}</span>
              </li>
            ))}
          </ul>,
        ],
    fact(context, 'Marking', iri, dip.classificationMarking),
    fact(context, 'Precedence', iri, dip.precedence),
    fact(context, 'Handling', iri, dip.handlingCaveat),
    fact(context, 'Copies made', iri, dip.totalCopies),
    entries.length === 0
      ? undefined
      : [
          'Distribution',
          <ol>
            {entries.map(({ value }) => (
              <li key={value}>
                <Recipient context={context} entry={value} />
              </li>
            ))}
          </ol>,
        ],
    fact(context, 'Language', iri, dcterms.language),
  ]
}

function Recipient({ context, entry }: { context: Context; entry: string }): VNode {
  const recipient = context.about.one(entry, dip.recipient)
  const label = context.about.text(entry, dip.recipientLabel)
  return recipient === undefined ? (
    <>{label}</>
  ) : (
    <Resource context={context} iri={recipient.value}>
      {label}
    </Resource>
  )
}

function ArchivalPlace({ context, iri }: { context: Context; iri: string }): VNode | null {
  const { about } = context
  const copies = about.all(iri, dip.hasArchivalCopy)
  if (copies.length === 0) return null
  return (
    <section aria-labelledby="archive">
      <h2 id="archive">In the archive</h2>
      {copies.map(({ value: copy }) => (
        <Facts
          key={copy}
          facts={[
            fact(context, 'Archive', iri, dip.archivedAt),
            fact(context, 'Unit', copy, dip.heldIn),
            fact(context, 'Leaves', copy, dip.folioExpression),
            fact(context, 'Copy number', copy, dip.copyNumber),
            about.all(copy, dip.hasStamp).length === 0
              ? undefined
              : [
                  'Stamps',
                  <ul>
                    {about.all(copy, dip.hasStamp).map((stamp) => (
                      <li key={stamp.value}>{about.text(stamp.value, dip.stampText)}</li>
                    ))}
                  </ul>,
                ],
            about.text(copy, dip.archivalCitation) === ''
              ? undefined
              : ['As cited', <span class="words">{about.text(copy, dip.archivalCitation)}</span>],
          ]}
        />
      ))}
    </section>
  )
}

function Editions({ context, iri }: { context: Context; iri: string }): VNode | null {
  const editions = context.about.all(iri, dip.hasEdition)
  if (editions.length === 0) return null
  return (
    <section aria-labelledby="edition">
      <h2 id="edition">Edition</h2>
      {editions.map(({ value: edition }) => (
        <Facts
          key={edition}
          facts={[
            fact(context, 'Note', edition, dip.editionNote),
            fact(context, 'Publisher', edition, dcterms.publisher),
            fact(context, 'Record', edition, dip.recordId),
            fact(context, 'Language', edition, dcterms.language),
            fact(context, 'Translated by', edition, dip.translator),
            fact(context, 'Transcribed by', edition, dip.transcriber),
            fact(context, 'Edited by', edition, dip.editor),
            fact(context, 'Obtained by', edition, dip.obtainedBy),
            fact(context, 'For', edition, dip.translatedFor),
            fact(context, 'Supported by', edition, dip.supportedBy),
            fact(context, 'Published on', edition, dip.uploadedOn),
            fact(context, 'Left out', edition, dip.omission),
            fact(context, 'Cite as', edition, dcterms.bibliographicCitation),
            fact(context, 'Rights', edition, dcterms.rights),
            fact(context, 'Page', edition, dip.shownOn),
          ]}
        />
      ))}
    </section>
  )
}
