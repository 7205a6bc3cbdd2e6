/** RDF/XML as we write it: one `rdf:Description` a subject, one element a statement. */
import type { Quad } from '@rdfjs/types'
import { xmlAttribute, xmlText } from './xml.ts'

const XSD_STRING = 'http://www.w3.org/2001/XMLSchema#string'
/** Cuts an IRI after its last `#` or `/`, or where an XML name can begin. @throws Error where none can. */
export function splitIri(iri: string): { readonly namespace: string; readonly local: string } {
  const local = /[\p{L}_][\p{L}\p{N}\p{M}_.·-]*$/u.exec(iri)?.[0]
  if (local === undefined) throw new Error(`The property ${iri} cannot be written in RDF/XML: no XML name ends it.`)
  return { namespace: iri.slice(0, iri.length - local.length), local }
}

/** The beginning of the file, with the prefixes. */
export const rdfxmlHead = (prefixes: Readonly<Record<string, string>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF${Object.entries(prefixes)
    .map(([prefix, namespace]) => `\n    xmlns:${prefix}="${xmlAttribute(namespace)}"`)
    .join('')}>\n`

export const RDFXML_TAIL = '</rdf:RDF>\n'

/** Makes the writer of the statements of one subject. */
export function createDescriber(prefixes: Readonly<Record<string, string>>): (quads: readonly Quad[]) => string {
  const byNamespace = new Map(Object.entries(prefixes).map(([prefix, namespace]) => [namespace, prefix]))
  const names = new Map<string, { readonly open: string; readonly close: string }>()
  const nameOf = (iri: string) => {
    const known = names.get(iri)
    if (known !== undefined) return known
    const { namespace, local } = splitIri(iri)
    const prefix = byNamespace.get(namespace)
    const close = `${prefix ?? 'ns'}:${local}`
    const name = { open: prefix === undefined ? `${close} xmlns:ns="${xmlAttribute(namespace)}"` : close, close }
    names.set(iri, name)
    return name
  }
  const element = ({ predicate, object }: Quad): string => {
    const { open, close } = nameOf(predicate.value)
    if (object.termType === 'NamedNode') return `    <${open} rdf:resource="${xmlAttribute(object.value)}"/>\n`
    if (object.termType === 'BlankNode') return `    <${open} rdf:nodeID="${xmlAttribute(object.value)}"/>\n`
    if (object.termType !== 'Literal') throw new Error(`A ${object.termType} cannot be written in RDF 1.1.`)
    const kind =
      object.language !== ''
        ? ` xml:lang="${xmlAttribute(object.language)}"`
        : object.datatype.value === XSD_STRING
          ? ''
          : ` rdf:datatype="${xmlAttribute(object.datatype.value)}"`
    return `    <${open}${kind}>${xmlText(object.value)}</${close}>\n`
  }
  return (quads) => {
    const subject = quads[0]?.subject
    if (subject === undefined) return ''
    const about = `rdf:${subject.termType === 'BlankNode' ? 'nodeID' : 'about'}="${xmlAttribute(subject.value)}"`
    return `  <rdf:Description ${about}>\n${quads.map(element).join('')}  </rdf:Description>\n`
  }
}
