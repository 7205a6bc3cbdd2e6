/** What a document on the web says about itself beside its topic, and how its quads are seen without graphs. */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Iris, Kind } from '../iris.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { voidTerms } from '../rdf/vocabulary/void.ts'

const { namedNode, quad } = DataFactory

/**
 * The quads about `B/{kind}/{slug}`, in no graph: they are no part of the collection.
 * @param license IRI of the licence of the metadata, where there is one.
 */
export function aboutWebDocument(iris: Iris, kind: Kind, slug: string, license: string | undefined): Quad[] {
  const page = namedNode(iris.page(kind, slug))
  return [
    quad(page, rdf.type, foaf.Document),
    quad(page, foaf.primaryTopic, namedNode(iris.thing(kind, slug))),
    quad(page, voidTerms.inDataset, namedNode(`${iris.base}/dataset`)),
    ...(license === undefined ? [] : [quad(page, dcterms.license, namedNode(license))]),
  ]
}

/** The same statements in the default graph, where clients that know no named graphs look for them. */
export const withoutGraphs = (quads: readonly Quad[]): Quad[] =>
  quads.map(({ subject, predicate, object }) => quad(subject, predicate, object))
