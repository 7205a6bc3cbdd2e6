/**
 * Changes as ActivityStreams 2.0, as the Entity Metadata Management API 1.0 and IIIF Change Discovery read them. The
 * oldest come first, so that a page that is full never changes again.
 */
import type { Iris, Kind } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { skos } from '../rdf/vocabulary/skos.ts'

/** What happened to a thing, or to what a graph says of nodes of others. */
export interface Activity {
  /** ISO 8601, UTC. */
  readonly time: string
  readonly type: 'Create' | 'Update' | 'Delete'
  readonly iri: string
}

/** Activities on a page. */
export const PAGE_LENGTH = 200

const CONTEXT = ['https://www.w3.org/ns/activitystreams', 'https://emm-spec.org/1.0/context.json']
const SUMMARIES: Readonly<Record<Activity['type'], string>> = {
  Create: 'New',
  Update: 'Changed',
  Delete: 'Deleted',
}
const TYPES: Readonly<Record<Kind, string>> = {
  document: dip.Document.value,
  person: dip.Person.value,
  body: dip.CorporateBody.value,
  state: dip.State.value,
  position: dip.Position.value,
  place: dip.Place.value,
  event: dip.Event.value,
  unit: dip.ArchivalUnit.value,
  subject: skos.Concept.value,
  collection: dip.Collection.value,
  source: dip.SourceText.value,
  rule: dip.ConversionRule.value,
}
const GRAPH = 'http://www.w3.org/ns/sparql-service-description#NamedGraph'

/** Pages of a feed of so many changes. */
export const changePages = (total: number): number => Math.max(1, Math.ceil(total / PAGE_LENGTH))

/** The entry point (EMM 3.1). */
export function changesEntry(iris: Iris, title: string | undefined, total: number): object {
  const id = `${iris.base}/changes`
  const page = (number: number) => ({ type: 'OrderedCollectionPage', id: `${id}/${number}` })
  return {
    '@context': CONTEXT,
    summary: `Changes of ${title ?? 'the collection'}, the oldest first`,
    type: 'OrderedCollection',
    id,
    url: `${iris.base}/dumps/all.nq.gz`,
    first: page(1),
    last: page(changePages(total)),
    totalItems: total,
  }
}

/** The changes that stand on a page, from 1, or undefined where there is no such page. */
export function changesOn(
  page: number,
  total: number,
): { readonly offset: number; readonly limit: number } | undefined {
  const isPage = Number.isInteger(page) && page >= 1 && page <= changePages(total)
  return isPage ? { offset: (page - 1) * PAGE_LENGTH, limit: PAGE_LENGTH } : undefined
}

/** Whether a page will never change: another one follows. */
export const isFinal = (page: number, total: number): boolean => page < changePages(total)

/** A page (EMM 3.2). `next` and `prev` are plain strings: clients differ in what they take. */
export function changesPage(iris: Iris, number: number, total: number, activities: readonly Activity[]): object {
  const collection = `${iris.base}/changes`
  return {
    '@context': CONTEXT,
    type: 'OrderedCollectionPage',
    id: `${collection}/${number}`,
    partOf: { type: 'OrderedCollection', id: collection },
    totalItems: activities.length,
    startIndex: (number - 1) * PAGE_LENGTH,
    ...(number > 1 && { prev: `${collection}/${number - 1}` }),
    ...(isFinal(number, total) && { next: `${collection}/${number + 1}` }),
    orderedItems: activities.map(({ time, type, iri }) => {
      const { kind, slug } = iris.parse(iri) ?? {}
      const name = kind === undefined ? `graph ${iri.slice(iri.lastIndexOf('/') + 1)}` : `${kind} ${slug}`
      return {
        type,
        summary: `${SUMMARIES[type]}: ${name}`,
        published: time,
        object: { id: iri, type: kind === undefined ? GRAPH : TYPES[kind], updated: time },
      }
    }),
  }
}
