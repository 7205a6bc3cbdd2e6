/** What every page is given beside its own values, and how an IRI becomes a link on the address in use. */
import type { DatasetSettings } from '../config.ts'
import type { Iris, Kind } from '../iris.ts'

/** Where a page stands. */
export interface Site {
  readonly iris: Iris
  readonly dataset: DatasetSettings
  /** Path under which the site is reached on the address in use: empty, or `/data`. */
  readonly root: string
  /** Version of the release. */
  readonly version: string
  /** What every page of texts made for this collection has to say. */
  readonly notice?: string
  readonly noindex: boolean
  /** Whether the pages are files without a server, which cannot answer what a form sends. */
  readonly isStatic?: boolean
  /** Kinds of which the collection has no thing. */
  readonly without?: readonly Kind[]
  /** Path of the style sheet. */
  readonly style: string
}

/** Another form of the same page: an RDF form, a citation file. */
export interface Alternate {
  readonly href: string
  readonly mediaType: string
  readonly label: string
}

/** Where our vocabularies have their addresses: `ontology#…`, `vocab/…`, `shapes#…`. */
export const NAMESPACE = 'https://w3id.org/diplomacy/'

/** The link for an IRI: our own things to their page on this address, terms to our documentation, all others as they are. */
export function href(site: Site, iri: string): string {
  const thing = site.iris.parse(iri)
  if (thing !== undefined) {
    const page = `${site.root}/${thing.kind}/${encodeURI(thing.slug)}`
    return thing.fragment === undefined ? page : `${page}#${thing.fragment}`
  }
  if (iri.startsWith(`${site.iris.base}/`)) return site.root + iri.slice(site.iris.base.length)
  if (iri.startsWith(NAMESPACE)) return `${site.root}/${pathOfTerm(iri)}`
  return /^(https?|mailto):/.test(iri) ? iri : ''
}

/** Below the front page: each term and concept has a page, a shape its place on the page of all. */
export const pathOfTerm = (iri: string): string =>
  encodeURI(iri.slice(NAMESPACE.length)).replace(/^ontology#/, 'ontology/')

const PLURALS = {
  document: 'Documents',
  person: 'People',
  body: 'Bodies',
  state: 'States',
  position: 'Positions',
  place: 'Places',
  event: 'Events',
  unit: 'Archival units',
  subject: 'Subjects',
  collection: 'Collections',
  source: 'Source texts',
  rule: 'Rules',
} as const

/** `person` → `People`. */
export const plural = (kind: keyof typeof PLURALS): string => PLURALS[kind]
