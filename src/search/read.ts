/** Reads the search index of a version: straight from its file, nothing is loaded at once. */

import { createFinder } from './find.ts'
import type { Shelf } from './functions.ts'
import { openDatabase, scoreOf } from './index-file.ts'
import type { Answer, Question } from './question.ts'
import { expression, readAsked } from './words.ts'

/** A thing in which the words were found. */
export interface Hit {
  readonly iri: string
  /** How well it answers (BM25): more is better, from 0; comparable within one search alone. */
  readonly score: number
}

/** What was found, or why there is nothing to find. */
export type Found = { readonly hits: readonly Hit[]; readonly isWhole: boolean } | { readonly fault: string }

export interface SearchOptions {
  /** Hits to give at most. */
  readonly most: number
  /** Whether the best come first; otherwise any are given, by IRI, with a score of 0, as soon as there are enough. */
  readonly isRanked: boolean
  /** Whether one of the words is enough. */
  readonly isAny?: boolean
}

export interface SearchIndex {
  /** The things that have all the words: `word`, `beginning*`, `"words next to each other"`. */
  search(shelf: Shelf, words: string, options: SearchOptions): Found
  /** Documents by words, facets and dates, with counts. */
  find(question: Question): Answer
  /** The text of a document, as far as it may be sought. */
  text(iri: string): string | undefined
  close(): void
}

/** Opens the index in a file. @throws Error where it is none */
export function openIndex(path: string): SearchIndex {
  const database = openDatabase(path)
  const { find } = createFinder(database)
  return {
    find,
    search: (shelf, words, { most, isRanked, isAny = false }) => {
      const asked = readAsked(words)
      if ('fault' in asked) return asked
      // Ties by IRI, which is the order of the numbers.
      const [score, order] = isRanked ? [scoreOf(shelf), 'score DESC, rowid'] : ['0', 'rowid']
      const rows = database.all(
        `SELECT thing.iri AS iri, found.score AS score
         FROM (SELECT rowid, ${score} AS score FROM ${shelf} WHERE ${shelf} MATCH ? ORDER BY ${order} LIMIT ?) AS found
         JOIN thing ON thing.id = found.rowid ORDER BY found.score DESC, thing.id`,
        [expression(asked.terms, isAny ? ' OR ' : ' AND '), most + 1],
      ) as unknown as Hit[]
      return { hits: rows.slice(0, most), isWhole: rows.length <= most }
    },
    text: (iri) => {
      const row = database.get('SELECT text FROM thing JOIN document USING (id) WHERE iri = ?', [iri])
      return typeof row?.['text'] === 'string' ? row['text'] : undefined
    },
    close: () => database.close(),
  }
}
