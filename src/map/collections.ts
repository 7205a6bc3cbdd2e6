/** The collections in which a document stands: the publisher's, and the volume and section that its container names. */
import type { NamedNode, Quad } from 'n3'
import type { SourceCollection } from '../document.ts'
import { slugify } from '../iris.ts'
import { canonicalAddress, publishers } from '../publishers.ts'
import { dcmitype } from '../rdf/vocabulary/dcmitype.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { edtf } from '../rdf/vocabulary/edtf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { publisherName } from './edition.ts'
import { describe, isA, namedNode, text, textIn, typed } from './quads.ts'
import { entityIri, type Scope, thing } from './scope.ts'

const sourceOf = (scope: Scope): string => scope.members[0]?.document.source ?? 'unknown'

const narrower = (scope: Scope): readonly SourceCollection[] =>
  scope.members.find(({ document }) => document.collections.length > 0)?.document.collections ?? []

const iriOf = (scope: Scope, { record }: SourceCollection): NamedNode =>
  thing(scope, 'collection', slugify(`${sourceOf(scope)}-${record}`))

/** All collections of a document, widest first: what is in a section is in the volume. */
export const collectionIris = (scope: Scope): NamedNode[] => [
  thing(scope, 'collection', sourceOf(scope)),
  ...narrower(scope).map((collection) => iriOf(scope, collection)),
]

/** The collections by their titles, each within the wider one. */
export function mapCollections(scope: Scope, graph: NamedNode): Quad[] {
  const source = sourceOf(scope)
  const publisher = publisherName(scope, source)
  const title = publishers.find(({ key }) => key === source)?.collection ?? publisher?.label ?? source
  const [widest, ...inside] = collectionIris(scope)
  const common = (name: string) =>
    [
      isA('Collection'),
      [rdf.type, dcmitype.Collection],
      [skos.prefLabel, textIn('en', name)],
      [dcterms.title, textIn('en', name)],
      [dcterms.publisher, publisher && entityIri(scope, publisher)],
    ] as const
  return [
    ...(widest === undefined ? [] : describe(graph, widest, common(title))),
    ...narrower(scope).flatMap((collection, index) => {
      const node = iriOf(scope, collection)
      const rights = collection.rights?.length ? namedNode(`${node.value}#rights`) : undefined
      return [
        ...describe(graph, node, [
          ...common(collection.title),
          [dcterms.isPartOf, index === 0 ? widest : inside[index - 1]],
          [dcterms.identifier, (collection.identifiers ?? []).map(text)],
          [dcterms.identifier, text(canonicalAddress(source, collection.record))],
          [dcterms.temporal, typed(edtf, collection.covers)],
          [dcterms.rights, rights],
        ]),
        ...(rights === undefined
          ? []
          : describe(graph, rights, [
              [rdf.type, dcterms.RightsStatement],
              [rdfs.label, collection.rights?.map((words) => textIn('en', words))],
            ])),
      ]
    }),
  ]
}
