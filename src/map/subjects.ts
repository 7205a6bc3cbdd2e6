/** Subject headings: concepts with their parts, and the order of the parts as a list of named cells. */
import type { NamedNode, Quad } from 'n3'
import type { Heading } from '../document.ts'
import { type Iris, shortHash, slugify } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { madsrdf } from '../rdf/vocabulary/madsrdf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { describe, namedNode, textIn } from './quads.ts'

/** No heading of a library is as long; what is longer keeps its beginning, and a hash of the whole. */
const LONGEST = 200

/** The subdivisions stay apart in the slug: `korea-north--foreign-relations--soviet-union`. */
export function headingSlug({ label, components }: Heading): string {
  const slug = (components.length > 0 ? components : [label]).map(slugify).join('--')
  return slug.length <= LONGEST ? slug : `${slug.slice(0, LONGEST).replace(/-*$/, '')}-${shortHash(slug)}`
}

export const headingIri = (iris: Iris, heading: Heading): NamedNode =>
  namedNode(iris.thing('subject', headingSlug(heading)))

/** A heading and each of its parts as concepts. */
export function mapHeading(iris: Iris, graph: NamedNode, heading: Heading): Quad[] {
  const node = headingIri(iris, heading)
  if (heading.components.length < 2) return mapConcept(graph, node, heading.label, madsrdf.Topic)
  const parts = heading.components.map((label) => ({ label, iri: headingIri(iris, { label, components: [label] }) }))
  return [
    ...mapConcept(graph, node, heading.label, madsrdf.ComplexSubject),
    ...describe(graph, node, [
      [dip.hasComponent, parts.map(({ iri }) => iri)],
      [madsrdf.componentList, namedNode(`${node.value}#list-1`)],
    ]),
    ...parts.flatMap(({ iri }, index) => listCell(graph, node, iri, index + 1, parts.length)),
    ...parts.flatMap(({ label, iri }) => mapConcept(graph, iri, label, madsrdf.Topic)),
  ]
}

const mapConcept = (graph: NamedNode, node: NamedNode, label: string, type: NamedNode): Quad[] =>
  describe(graph, node, [
    [rdf.type, [skos.Concept, type]],
    [skos.prefLabel, textIn('en', label)],
    [madsrdf.authoritativeLabel, textIn('en', label)],
  ])

/** MADS/RDF orders the parts by an RDF list; its cells have addresses because nothing here is a blank node. */
function listCell(graph: NamedNode, heading: NamedNode, part: NamedNode, position: number, length: number): Quad[] {
  return describe(graph, namedNode(`${heading.value}#list-${position}`), [
    [rdf.type, rdf.List],
    [rdf.first, part],
    [rdf.rest, position === length ? rdf.nil : namedNode(`${heading.value}#list-${position + 1}`)],
  ])
}
