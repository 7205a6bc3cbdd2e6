/** JSON-LD as we write it: an inline context of prefixes, one node object a line, keys sorted, nothing coerced. */
import type { Quad, Term } from '@rdfjs/types'

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'

export type NodeObject = { '@id': string } & { [key: string]: unknown }

/** `http://purl.org/dc/terms/title` → `dcterms:title`. @throws Error where JSON-LD would read the IRI as another. */
export type Compactor = (iri: string) => string

/** Makes the compactor of a context. */
export function createCompactor(prefixes: Readonly<Record<string, string>>): Compactor {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]))
  return (iri) => {
    const cut = Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1
    const prefix = byNamespace.get(iri.slice(0, cut))
    if (prefix !== undefined && cut < iri.length) return `${prefix}:${iri.slice(cut)}`
    const colon = iri.indexOf(':')
    if (Object.hasOwn(prefixes, iri.slice(0, colon)) && !iri.startsWith('//', colon + 1))
      throw new Error(`The IRI ${iri} cannot be written in JSON-LD: its scheme is a prefix of our context.`)
    return iri
  }
}

function value(term: Term, compact: Compactor): unknown {
  if (term.termType === 'NamedNode') return { '@id': compact(term.value) }
  if (term.termType === 'BlankNode') return { '@id': `_:${term.value}` }
  if (term.termType !== 'Literal') throw new Error(`A ${term.termType} cannot be written in RDF 1.1.`)
  if (term.language !== '') return { '@language': term.language, '@value': term.value }
  return term.datatype.value === XSD_STRING
    ? term.value
    : { '@type': compact(term.datatype.value), '@value': term.value }
}

/** The node objects of some quads, one a subject in the order of first occurrence; graphs are not looked at. */
export function nodeObjects(quads: Iterable<Quad>, compact: Compactor): NodeObject[] {
  const nodes = new Map<string, Map<string, unknown[]>>()
  for (const { subject, predicate, object } of quads) {
    const id = subject.termType === 'BlankNode' ? `_:${subject.value}` : compact(subject.value)
    const properties = nodes.get(id) ?? new Map<string, unknown[]>()
    nodes.set(id, properties)
    const isType = predicate.value === RDF_TYPE && object.termType === 'NamedNode'
    const key = isType ? '@type' : compact(predicate.value)
    const values = properties.get(key) ?? []
    properties.set(key, values)
    values.push(isType ? compact(object.value) : value(object, compact))
  }
  return [...nodes].map(([id, properties]) => ({
    '@id': id,
    ...Object.fromEntries(
      [...properties]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, values]) => [key, values.length === 1 ? values[0] : values]),
    ),
  }))
}

/**
 * One tree of the nodes of a thing: its fragments stand inside it where they are first pointed to; fragments that
 * nothing points to stay behind as `@included`.
 */
export function nest(nodes: readonly NodeObject[], root: string): NodeObject {
  const parts = new Map(nodes.filter((node) => node['@id'].startsWith(`${root}#`)).map((node) => [node['@id'], node]))
  const grow = (node: NodeObject): NodeObject =>
    Object.fromEntries(
      Object.entries(node).map(([key, v]) => [key, Array.isArray(v) ? v.map(embed) : embed(v)]),
    ) as NodeObject
  const embed = (v: unknown): unknown => {
    const id = typeof v === 'object' && v !== null && '@id' in v ? String(v['@id']) : undefined
    const part = id === undefined ? undefined : parts.get(id)
    if (id === undefined || part === undefined) return v
    parts.delete(id)
    return grow(part)
  }
  const tree = grow(nodes.find((node) => node['@id'] === root) ?? { '@id': root })
  const included: NodeObject[] = []
  for (const node of parts.values()) {
    parts.delete(node['@id'])
    included.push(grow(node))
  }
  return included.length === 0 ? tree : { ...tree, '@included': included }
}
