/** The page of a document: its way, its words and what rests on them, where it lies, how to cite and how to mend it. */
import type { Quad } from '@rdfjs/types'
import type { VNode } from 'preact'
import { documentFacts } from '../crosswalk/facts.ts'
import { documentMeta, SCHEMAS } from '../crosswalk/page-head.ts'
import { referenceTo } from '../crosswalk/reference.ts'
import { documentSchema } from '../crosswalk/schema-org.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { ArchivalPlace, type Neighbours } from './archival-path.tsx'
import { Cite } from './cite.tsx'
import { createDescription } from './description.ts'
import { Catalogued, Fields, Kinds, Summary } from './document-fields.tsx'
import { documentMendings, groundsOf } from './document-mend.ts'
import { Relations } from './document-relations.tsx'
import { DocumentText, marksOf } from './document-text.tsx'
import { Editions, Notes, TextElsewhere } from './editions.tsx'
import { findingsOf, mentionsOf } from './findings.ts'
import { renderPage } from './layout.tsx'
import { Mend } from './mend.tsx'
import type { Occurrences } from './occurrences.tsx'
import { type Alternate, href, plural, type Site } from './page.ts'
import { type Context, Crumbs } from './parts.tsx'
import { Findings, Named } from './reported.tsx'
import { Route, stopsOf } from './route.tsx'
import type { RuleFacts, SourceFacts } from './sources.ts'
import type { Told } from './told.tsx'

export interface DocumentPage {
  readonly site: Site
  readonly iri: string
  readonly quads: readonly Quad[]
  readonly alternates: readonly Alternate[]
  /** The source does not conform any more; the last good state is shown. */
  readonly stale?: boolean
  /** The text, where it is published in full. */
  readonly text?: string
  /** What its evidence was read from, by IRI. */
  readonly sources: ReadonlyMap<string, SourceFacts>
  /** By IRI. */
  readonly rules: ReadonlyMap<string, RuleFacts>
  /** The volume and the chapter in which it is published, the widest first. */
  readonly collections: readonly string[]
  readonly neighbours: readonly Neighbours[]
  /** What is told of the documents to which it leads, by IRI. */
  readonly told: ReadonlyMap<string, Told>
  /** What other documents say of it. */
  readonly occurrences: readonly Occurrences[]
}

/** HTML of the page about a document. */
export function documentPage(page: DocumentPage): string {
  const { site, iri, quads, alternates, text, sources, rules, collections, neighbours, told, occurrences } = page
  const context: Context = { site, about: createDescription(quads) }
  const { about } = context
  const title = about.text(iri, dcterms.title) || about.label(iri)
  const facts = documentFacts(quads, site.iris, iri)
  const findings = findingsOf(about, iri)
  const marks = text === undefined ? [] : marksOf(context, iri, text, findings, sources)
  const marked = new Set(marks.map(({ id }) => id))
  const reported = { ...context, rules, marked }
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
    <article class="document">
      <Crumbs
        path={[
          [plural('document'), `${site.root}/document/`],
          ...collections.map((collection) => [about.label(collection), href(site, collection)] as const),
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
        <Badges context={context} iri={iri} isStale={page.stale ?? false} />
      </p>
      <Summary context={context} iri={iri} />
      {text === undefined && <TextElsewhere context={context} iri={iri} sources={sources} />}
      <Contents
        parts={[
          stopsOf(about, iri).length > 0 && ['route', 'Way'],
          text !== undefined && ['text', 'Text'],
          findings.length > 0 && ['reported', 'What it reports'],
          ['form', 'The document'],
          about.all(iri, dip.archivedAt).length + about.all(iri, dip.archivalUnit).length > 0 && ['archive', 'Archive'],
          ['cite', 'Cite'],
        ]}
      />
      <Route context={context} iri={iri} />
      <div class={text !== undefined && findings.length > 0 ? 'reading beside' : 'reading'}>
        {text !== undefined && (
          <section aria-labelledby="text">
            <h2 id="text">Text</h2>
            <DocumentText context={context} text={text} marks={marks} />
          </section>
        )}
        {findings.length > 0 && (
          <section aria-labelledby="reported" class="findings">
            <h2 id="reported">What it reports</h2>
            <p class="small">Found in the text by rules, not reviewed; each with the words on which it rests.</p>
            <Findings context={reported} findings={findings} />
          </section>
        )}
      </div>
      <Notes context={context} iri={iri} />
      {mentionsOf(about, iri).length > 0 && (
        <section aria-labelledby="named">
          <Named context={context} iri={iri} />
        </section>
      )}
      <Fields context={context} iri={iri} marked={marked} />
      <ArchivalPlace context={context} iri={iri} neighbours={neighbours} />
      <Relations context={context} iri={iri} told={told} occurrences={occurrences} />
      <Catalogued context={context} iri={iri} />
      <Editions context={context} iri={iri} sources={sources} />
      <Cite context={context} reference={referenceTo(facts)} alternates={alternates} />
      <Mend
        context={context}
        report={{ iri, title, version: site.version, grounds: groundsOf(context, iri, findings, sources) }}
        mendings={documentMendings(context, iri, findings)}
      />
    </article>,
  )
}

const languageOf = ({ about }: Context, iri: string): string | undefined => {
  const title = about.one(iri, dcterms.title)
  return title?.termType === 'Literal' && title.language !== '' ? title.language : undefined
}

function Badges({ context, iri, isStale }: { context: Context; iri: string; isStale: boolean }): VNode {
  const says = (property: { readonly value: string }) => context.about.text(iri, property) === 'true'
  return (
    <>
      {says(dip.isStub) && (
        <>
          {' '}
          <span class="badge">known only from a reference or a listing</span>
        </>
      )}
      {says(dip.dateConflict) && (
        <>
          {' '}
          <span class="badge alert">its dates differ</span>
        </>
      )}
      {isStale && (
        <>
          {' '}
          <span class="badge alert">not renewed by the last build; the report says why</span>
        </>
      )}
    </>
  )
}

/** The parts of the page that are there. */
function Contents({ parts }: { parts: readonly (readonly [id: string, label: string] | false)[] }): VNode {
  return (
    <nav class="contents" aria-label="On this page">
      {parts.map(
        (part) =>
          part && (
            <a key={part[0]} href={`#${part[0]}`}>
              {part[1]}
            </a>
          ),
      )}
    </nav>
  )
}
