/** Searching beside the server: the index is read in a thread of its own, which starts with the first search. */
import { type Answerer, startAnswerer, workerFile } from '../worker.ts'
import type { Shelf } from './functions.ts'
import type { Found, SearchOptions } from './read.ts'

/** A search, as the thread is asked for it. */
export interface Sought {
  readonly shelf: Shelf
  readonly words: string
  readonly options: SearchOptions
}

export interface Searcher {
  search(sought: Sought): Promise<Found>
  close(): Promise<void>
}

/** @param index Path of the search index; undefined where the release has none */
export function createSearcher(index: string | undefined): Searcher {
  let thread: Answerer<Sought, Found> | undefined
  return {
    search: async (sought) => {
      if (index === undefined) return { fault: 'This release has no search index. Build it again.' }
      thread ??= startAnswerer<Sought, Found>(workerFile(import.meta.filename, 'worker'), index)
      return thread.ask(sought)
    },
    close: async () => void (await thread?.stop()),
  }
}
