/** Where in the source a node of a document comes from: for the line in a report. */
import type { Quad } from '@rdfjs/types'
import type { Iris } from '../iris.ts'
import { lineAt } from '../problem.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { oa } from '../rdf/vocabulary/oa.ts'
import type { DocumentGroup } from '../reconcile/index.ts'

export interface Place {
  readonly path: string
  readonly line?: number
}

/** Finds the file of a node, and the line, where the node or its evidence has a place in the text. */
export function placeOf(quads: readonly Quad[], group: DocumentGroup, iris: Iris): (node: string) => Place {
  const valuesOf = (subject: string, predicate: string) =>
    quads
      .filter((q) => q.subject.value === subject && q.predicate.value === predicate)
      .map(({ object }) => object.value)
  return (node) => {
    const [evidence = node] = valuesOf(node, dip.evidence.value)
    const [offset] = valuesOf(evidence, dip.startOffset.value)
    const [source] = valuesOf(evidence, oa.hasSource.value)
    const slug = source === undefined ? undefined : iris.parse(source)?.slug
    const member = group.members.find(({ source: { sha256 } }) => slug !== undefined && sha256.startsWith(slug))
    const { path, text, line } = (member ?? group.primary).source
    if (line !== undefined) return { path, line }
    if (offset === undefined) return { path }
    // Published offsets count code points; the text counts UTF-16 units.
    return { path, line: lineAt(text, [...text].slice(0, Number(offset)).join('').length) }
  }
}
