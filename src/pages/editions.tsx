/** The editions of a document: who made them, and the publisher's page. */
import type { VNode } from 'preact'
import { withoutFragment } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { fragmentOf } from './description.ts'
import { evidenceFor } from './findings.ts'
import { href } from './page.ts'
import { type Context, type Fact, Facts, fact, Joined, Resource } from './parts.tsx'
import type { SourceFacts } from './sources.ts'

interface EditionsProps {
  readonly context: Context
  /** Of the document. */
  readonly iri: string
  /** The texts behind it, by IRI. */
  readonly sources: ReadonlyMap<string, SourceFacts>
}

export function Editions({ context, iri, sources }: EditionsProps): VNode | null {
  const editions = context.about.all(iri, dip.hasEdition)
  if (editions.length === 0) return null
  return (
    <section aria-labelledby="editions" class="modern">
      <h2 id="editions">{editions.length > 1 ? 'Editions' : 'Edition'}</h2>
      {editions.map(({ value: edition }) => (
        <div id={fragmentOf(edition) || undefined}>
          <Facts
            facts={[
              fact(context, 'Note', edition, dip.editionNote),
              fact(context, 'Publisher', edition, dcterms.publisher),
              pages(context, edition, sources),
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
              fact(context, 'Rights', edition, dcterms.rights, dcterms.license),
              readFrom(context, edition, sources),
            ]}
          />
        </div>
      ))}
    </section>
  )
}

/** What editors put to the text: their words, with the marks as printed. */
export function Notes({ context, iri }: { context: Context; iri: string }): VNode | null {
  const { about } = context
  const notes = about
    .all(iri, dip.hasEdition)
    .flatMap(({ value }) => about.all(value, dip.hasNote))
    .map(({ value }) => ({
      note: value,
      label: about.text(value, dip.noteLabel),
      words: evidenceFor(about, value)[0],
    }))
    .filter(({ words }) => words !== undefined && words.quote !== '')
    .toSorted((a, b) => (a.words?.start ?? 0) - (b.words?.start ?? 0))
  if (notes.length === 0) return null
  return (
    <section aria-labelledby="notes" class="modern">
      <h2 id="notes">Notes of the edition</h2>
      <ul class="plain">
        {notes.map(({ note, label, words }) => (
          <li id={fragmentOf(note) || undefined}>
            <strong>{label}</strong> {words?.quote}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The texts that were read, by the names of their files. */
function readFrom(context: Context, edition: string, sources: ReadonlyMap<string, SourceFacts>): Fact | undefined {
  const pages = context.about.all(edition, dip.shownOn).map(({ value }) => value)
  if (pages.length === 0) return undefined
  return [
    'Read from',
    <Joined
      parts={pages.map((page) => {
        const source = withoutFragment(page)
        return (
          <Resource context={context} iri={source}>
            {sources.get(source)?.label ?? source}
          </Resource>
        )
      })}
    />,
  ]
}

/** Addresses of the publisher's pages of an edition. */
const addressesOf = ({ about }: Context, edition: string, sources: ReadonlyMap<string, SourceFacts>) => [
  ...new Set(about.all(edition, dip.shownOn).flatMap(({ value }) => sources.get(withoutFragment(value))?.pages ?? [])),
]

/** The publisher's page, as its address. */
function pages(context: Context, edition: string, sources: ReadonlyMap<string, SourceFacts>): Fact | undefined {
  const addresses = addressesOf(context, edition, sources)
  if (addresses.length === 0) return undefined
  return [
    'Publisher’s page',
    <ul>
      {addresses.map((address) => {
        const link = href(context.site, address)
        return <li>{link === '' ? address : <a href={link}>{address}</a>}</li>
      })}
    </ul>,
  ]
}

/** Where the text is to be read that is not published here. */
export function TextElsewhere({ context, iri, sources }: EditionsProps): VNode | null {
  const editions = context.about.all(iri, dip.hasEdition)
  if (editions.length === 0) return null
  const links = [...new Set(editions.flatMap(({ value }) => addressesOf(context, value, sources)))]
    .map((address) => href(context.site, address))
    .filter((link) => /^https?:/.test(link) && URL.canParse(link))
  return (
    <p class="elsewhere">
      Its text is not published here
      {links.length > 0 && (
        <>
          ; read it on the publisher’s page:{' '}
          <Joined parts={links.map((link) => <a href={link}>{new URL(link).host}</a>)} />
        </>
      )}
      .
    </p>
  )
}
