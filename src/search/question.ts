/** A search for documents as it is asked, and what is found: the words between the server and the thread of the index. */

import type { Chosen } from './facets.ts'

/** How documents follow one another. */
export const ORDERS = ['relevance', 'date', '-date', 'title'] as const
export type SearchOrder = (typeof ORDERS)[number]

/** Which documents are sought; what is absent does not narrow. */
export interface Narrowing {
  /** `word`, `beginning*`, `"words next to each other"`; empty for all. */
  readonly words: string
  readonly chosen: Chosen
  /** In which roles the chosen values have to be, in their order: see `chosenValues`. */
  readonly roles?: readonly string[]
  /** First and last date, `YYYY-MM-DD`, both included: a document is found that may be of a day between. */
  readonly from?: string
  readonly to?: string
  /** Only documents among these. */
  readonly among?: readonly string[]
}

export interface Question extends Narrowing {
  readonly order: SearchOrder
  readonly offset: number
  readonly limit: number
  /** Values to give of each facet, the most frequent; of the facet in `more` so many. */
  readonly values: number
  readonly more?: { readonly facet: string; readonly values: number }
  /** The facets whose values are counted; all, where it is absent. */
  readonly facets?: readonly string[]
  /** Counts the values of a facet in this role alone. */
  readonly counted?: { readonly facet: string; readonly role: string }
}

/** A piece of a text in which words were found. */
export interface SnippetPart {
  readonly text: string
  readonly isFound: boolean
}

export interface NamedThing {
  readonly iri: string
  readonly label: string
}

/** A document that was found. */
export interface Row extends NamedThing {
  /** As it is shown: an EDTF date. */
  readonly date?: string
  /** The number by which it is cited. */
  readonly number?: string
  readonly types: readonly NamedThing[]
  readonly from: readonly NamedThing[]
  readonly to: readonly NamedThing[]
  /** The units in which copies lie. */
  readonly held: readonly NamedThing[]
  /** Passages with the words that were sought; without words, the beginning of the summary. */
  readonly snippets: readonly (readonly SnippetPart[])[]
  /** Whether the passages are the document's own words, or the summary of its edition. */
  readonly isSummary: boolean
}

export interface ValueCount extends NamedThing {
  readonly key: string
  /** Documents that are found and have it; of a facet of which one value is enough, as if none of it were chosen. */
  readonly count: number
  readonly isChosen: boolean
}

export interface FacetCounts {
  readonly facet: string
  /** Values that occur in what was found. */
  readonly total: number
  /** The chosen first, then the most frequent. */
  readonly values: readonly ValueCount[]
}

export interface Result {
  readonly total: number
  readonly rows: readonly Row[]
  readonly facets: readonly FacetCounts[]
  /** Documents by the year in which they may begin, whatever dates are sought; years without documents are left out. */
  readonly years: readonly { readonly year: number; readonly count: number }[]
  /** Those without a date. */
  readonly undated: number
  /** Things that the words name, whatever form of their name it is: those in most documents first, files last. */
  readonly named: readonly NamedThing[]
}

/** What was found, or a sentence that says what cannot be sought. */
export type Answer = Result | { readonly fault: string }
