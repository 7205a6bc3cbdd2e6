/** Sets of OAI-PMH: the collections that documents are part of, and the types of documents. */
import type { Iris } from '../iris.ts'
import { documentType } from '../rdf/vocabulary/schemes.ts'

/** `B/id/collection/frus` → `collection-frus`; the concept `telegram` → `type-telegram`; undefined for what makes no set. */
export function setSpecOf(iri: string, iris: Iris): string | undefined {
  if (iri.startsWith(documentType.iri)) return specOf('type', iri.slice(documentType.iri.length))
  const { kind, slug = '' } = iris.parse(iri) ?? {}
  return kind === 'collection' ? specOf('collection', slug) : undefined
}

/** Letters of other scripts are written in the hexadecimal digits of their UTF-8, for which `!` stands free in slugs. */
const specOf = (group: string, slug: string): string => `${group}-${encodeURIComponent(slug).replaceAll('%', '!')}`
