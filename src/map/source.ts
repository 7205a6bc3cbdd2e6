/** Source texts and the pages they were captured from: `B/graph/source/{slug}`. */

import { basename } from 'node:path/posix'
import type { NamedNode, Quad } from 'n3'
import { sourceSettingsOf } from '../config.ts'
import type { SourceText } from '../document.ts'
import { canonicalAddress } from '../publishers.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import type { Member } from '../reconcile/index.ts'
import { sourceSlug } from './evidence.ts'
import { describe, isA, namedNode, text, typed } from './quads.ts'
import type { MapContext } from './scope.ts'

export const sourceIri = ({ iris }: Pick<MapContext, 'iris'>, source: SourceText): NamedNode =>
  namedNode(iris.thing('source', sourceSlug(source)))

export const sourceGraph = ({ iris }: Pick<MapContext, 'iris'>, source: SourceText): NamedNode =>
  namedNode(iris.graph(`source/${sourceSlug(source)}`))

/** A node of a source text: its page, its listing, a row. */
export const sourcePart = (context: Pick<MapContext, 'iris'>, source: SourceText, fragment: string): NamedNode =>
  namedNode(context.iris.part(sourceIri(context, source).value, fragment))

/** The text itself: its digests always, its words only where they may be published in full. */
export function mapSource(context: MapContext, source: SourceText, publisher: string): Quad[] {
  const { publishText } = sourceSettingsOf(context.settings, publisher)
  return describe(sourceGraph(context, source), sourceIri(context, source), [
    isA('SourceText'),
    [rdfs.label, text([basename(source.path), source.part].filter((name) => name !== undefined).join('#'))],
    [dip.sha256, text(source.sha256)],
    [dip.rawSha256, text(source.rawSha256)],
    [dcterms.format, text(source.mediaType)],
    [dip.text, publishText === 'full' ? text(source.text) : undefined],
  ])
}

/** The page on which a member was seen. */
export const pageIri = (context: MapContext, { source }: Pick<Member, 'source'>): NamedNode =>
  sourcePart(context, source, 'page')

/** The page with the address it was captured from and the address at its publisher. */
export function mapPage(context: MapContext, member: Member): Quad[] {
  const { document, source } = member
  const canonical = document.record && canonicalAddress(document.source, document.record.value)
  return describe(sourceGraph(context, source), pageIri(context, member), [
    isA('WebPage'),
    [dip.canonicalUrl, typed(xsd.anyURI, canonical)],
    [dip.capturedUrl, [source.address, document.address?.value].map((address) => typed(xsd.anyURI, address))],
    [dip.hasSourceText, sourceIri(context, source)],
  ])
}
