/**
 * Searching beside the server: the index is read in a thread of its own, which starts with the first search, and is
 * ended by one that takes too long.
 */
import { type Answerer, startAnswerer, workerFile } from '../worker.ts'
import type { Shelf } from './functions.ts'
import type { Answer, Question } from './question.ts'
import type { Found, SearchOptions } from './read.ts'

/** A search, as the thread is asked for it. */
export interface Sought {
  readonly shelf: Shelf
  readonly words: string
  readonly options: SearchOptions
}

export type Asked = Sought | Question
export type Told = Found | Answer

export interface Searcher {
  search(sought: Sought): Promise<Found>
  /** Documents by words, facets and dates, with counts. */
  find(question: Question): Promise<Answer>
  /** Starts the thread and has it read its index now, so that the first search waits for neither. */
  warm(): void
  close(): Promise<void>
}

/** A search that takes longer is not answered. */
export class SearchTimeout extends Error {
  override readonly name = 'SearchTimeout'
}

/** Asks nothing, for which everything is read that every question needs. */
const NOTHING: Question = { words: '', chosen: {}, order: 'date', offset: 0, limit: 0, values: 0, facets: [] }

const NO_INDEX = { fault: 'This release has no search index. Build it again.' }
/** Milliseconds that one search may take. */
const LONGEST = 10_000

/** @param index Path of the search index; undefined where the release has none */
export function createSearcher(index: string | undefined): Searcher {
  let thread: Answerer<Asked, Told> | undefined
  const ask = async (asked: Asked): Promise<Told> => {
    thread ??= startAnswerer<Asked, Told>(workerFile(import.meta.filename, 'worker'), index)
    const asking = thread
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        if (thread === asking) thread = undefined
        void asking.stop()
        reject(new SearchTimeout(`The search took longer than ${LONGEST / 1000} seconds. Seek fewer or longer words.`))
      }, LONGEST)
    })
    return Promise.race([asking.ask(asked), late]).finally(() => clearTimeout(timer))
  }
  return {
    search: async (sought) => (index === undefined ? NO_INDEX : ((await ask(sought)) as Found)),
    find: async (question) => (index === undefined ? NO_INDEX : ((await ask(question)) as Answer)),
    warm: () => void (index !== undefined && ask(NOTHING).catch(() => undefined)),
    close: async () => void (await thread?.stop()),
  }
}
