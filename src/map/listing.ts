/** Listing pages and their rows: the publisher's list, told apart from the documents that it lists. */
import type { Quad } from 'n3'
import { sourceSettingsOf } from '../config.ts'
import type { SourceDocument } from '../document.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import type { ListedPage } from '../reconcile/index.ts'
import { mapListedSubject } from './listed-subject.ts'
import { describe, integer, isA, namedNode, textIn, typed } from './quads.ts'
import type { MapContext } from './scope.ts'
import { mapSource, sourceGraph, sourceIri, sourcePart } from './source.ts'

/** A listing page in the graph of its source text. What a row says of its document stands in the document's graph. */
export function mapListing({ listing, source, rows }: ListedPage, context: MapContext): Quad[] {
  const graph = sourceGraph(context, source)
  const page = sourcePart(context, source, 'listing')
  const position = (index: number) => (listing.from ?? 1) + index
  const row = (index: number) => sourcePart(context, source, `row-${position(index)}`)
  return [
    ...mapSource(context, source, listing.source),
    ...describe(graph, page, [
      isA(listing.rows.length > 0 ? 'ListingPage' : 'WebPage'),
      [dip.capturedUrl, typed(xsd.anyURI, source.address)],
      [dip.hasSourceText, sourceIri(context, source)],
      [dip.listTotal, integer(listing.total?.value)],
      ...[dip.hasListingEntry, dcterms.hasPart].map(
        (property) => [property, listing.rows.map((_, index) => row(index))] as const,
      ),
    ]),
    ...mapListedSubject({ listing, graph, page, rows }, context),
    ...listing.rows.flatMap((document, index) =>
      describe(graph, row(index), [
        isA('ListingEntry'),
        [dip.ordinal, integer(position(index))],
        [dip.lists, rows[index] === undefined ? undefined : namedNode(rows[index])],
        [dcterms.title, textIn(document.titleLanguage, document.title?.value)],
        [dcterms.abstract, rowSummary(document, context)],
      ]),
    ),
  ]
}

function rowSummary({ source, summary, titleLanguage }: SourceDocument, { settings }: MapContext) {
  return sourceSettingsOf(settings, source).publishSummary ? textIn(titleLanguage, summary?.value) : undefined
}
