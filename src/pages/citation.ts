/** What reference managers and crawlers read in the head of a document's page. */
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import type { Context } from './parts.tsx'

const labels = ({ about }: Context, subject: string, property: { readonly value: string }): readonly string[] =>
  about.all(subject, property).map((term) => about.label(term.value))

/** Highwire and Dublin Core `meta` elements, as Zotero's embedded-metadata translator reads them. */
export function citationMeta(context: Context, iri: string): readonly (readonly [name: string, content: string])[] {
  const { about } = context
  const authors = labels(context, iri, dip.author)
  const date = about.text(iri, dcterms.date)
  const title = about.text(iri, dcterms.title)
  return [
    ['citation_title', title],
    ...authors.map((author) => ['citation_author', author] as const),
    ...(date === '' ? [] : [['citation_date', date] as const]),
    ['citation_public_url', iri],
    ['dc.title', title],
    ...authors.map((author) => ['dc.creator', author] as const),
    ...(date === '' ? [] : [['dc.date', date] as const]),
    ['dc.identifier', iri],
  ]
}

/** schema.org description of the document: `ArchiveComponent` and `Message` where it was sent. */
export function schemaOf(context: Context, iri: string): object {
  const { about } = context
  const named = (property: { readonly value: string }, type: string) =>
    about.all(iri, property).map((term) => ({ '@type': type, '@id': term.value, name: about.label(term.value) }))
  const some = <T>(key: string, values: readonly T[]) => (values.length === 0 ? {} : { [key]: values })
  return {
    '@context': 'https://schema.org/',
    '@id': iri,
    '@type': about.isA(iri, dip.Correspondence)
      ? ['ArchiveComponent', 'Message']
      : ['ArchiveComponent', 'CreativeWork'],
    name: about.text(iri, dcterms.title),
    url: iri,
    ...(about.text(iri, dcterms.date) !== '' && { dateCreated: about.text(iri, dcterms.date) }),
    ...some('author', named(dip.author, 'Person')),
    ...some('sender', named(dip.sender, 'Person')),
    ...some('recipient', named(dip.addressee, 'Person')),
    ...some('about', named(dcterms.subject, 'DefinedTerm')),
    ...some('holdingArchive', named(dip.archivedAt, 'ArchiveOrganization')),
  }
}
