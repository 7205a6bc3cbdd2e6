/** Reading a release: descriptions, links, lists and standings, straight from its files; nothing is loaded at once. */
import type { Quad } from '@rdfjs/types'
import type { Iris, Kind } from '../iris.ts'
import type { Manifest } from './manifest.ts'

export interface Page {
  readonly offset: number
  readonly limit: number
}

/** One thing that points to another; a fragment stands for its thing. */
export interface LinkRow {
  readonly subject: string
  readonly predicate: string
  readonly label: string
  /** IRI of the most specific class. */
  readonly type?: string
}

export interface LinkPage {
  readonly total: number
  /** How many of them by property, the largest first. */
  readonly predicates: readonly { readonly predicate: string; readonly total: number }[]
  /** Sorted by property, then by subject. */
  readonly rows: readonly LinkRow[]
}

/** One line of an A–Z list. */
export interface ListRow {
  readonly slug: string
  readonly iri: string
  readonly label: string
  readonly type?: string
  /** First letter, upper case; `#` for digits and signs. */
  readonly letter: string
}

export interface ListPage {
  readonly total: number
  readonly rows: readonly ListRow[]
  /** Where each letter begins. */
  readonly letters: readonly { readonly letter: string; readonly offset: number }[]
}

export type Standing =
  | { readonly standing: 'published' | 'unknown' }
  | { readonly standing: 'stale'; readonly version: string }
  | { readonly standing: 'withdrawn'; readonly on?: string; readonly reason?: string }
  | { readonly standing: 'merged'; readonly target: string }

/** One version of a release, opened. Stays readable when `current` moves on, until it is closed. */
export interface Release {
  readonly manifest: Manifest
  /** Absolute path of the version's folder. */
  readonly directory: string
  readonly iris: Iris
  /**
   * The quads about a thing (IRI without fragment) or of a graph, in their graphs, beside type and label of every IRI
   * of the collection that they point to; undefined for what the release does not have.
   */
  describe(iri: string): Promise<Quad[] | undefined>
  /** What points to a thing; only by one property, if given. */
  links(iri: string, page: Page, predicate?: string): Promise<LinkPage>
  /** The things of a kind, A to Z. */
  list(kind: Kind, page: Page): Promise<ListPage>
  /** How the thing stands: whether to answer 200, 301, 404 or 410. */
  standing(iri: string): Promise<Standing>
  close(): Promise<void>
}
