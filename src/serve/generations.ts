/** The release that is served. A request keeps the one it began with; a former one is closed after its last request. */
import type { NextFunction, Request, Response } from 'express'
import type { Release } from '../release/read.ts'
import { createSearcher, type Searcher } from '../search/searcher.ts'
import { type Answers, createAnswers } from './answers.ts'
import { createMade, createRepresentations, type Made, type Representations } from './representations.ts'

export interface Generation {
  readonly release: Release
  readonly representations: Representations
  /** Of the forms of things: there are no more of them than the release has. */
  readonly made: Made
  readonly answers: Answers
  readonly searcher: Searcher
}

export interface Generations {
  readonly current: Generation
  /** Serves another release from now on. */
  replace(release: Release): void
  /** Keeps the current generation open until it is let go. */
  hold(): { readonly generation: Generation; letGo(): void }
}

/** Bytes of representations that are kept. */
const KEPT = 128e6
/** Forms of things whose validators are remembered. */
const MOST_MADE = 100_000

/** @param queryCache Bytes of answers to queries that are kept for the release that is served. */
export function createGenerations(first: Release, queryCache = 0): Generations {
  const open = (release: Release) => ({
    release,
    representations: createRepresentations(KEPT),
    made: createMade(MOST_MADE),
    answers: createAnswers(queryCache),
    searcher: createSearcher(release.searchIndex),
    holders: 0,
  })
  let current = open(first)
  const closeIfLeft = (generation: typeof current) => {
    if (generation === current || generation.holders > 0) return
    void generation.release.close()
    void generation.searcher.close()
  }
  return {
    get current() {
      return current
    },
    replace: (release) => {
      const former = current
      current = open(release)
      closeIfLeft(former)
    },
    hold: () => {
      const generation = current
      generation.holders++
      let isHeld = true
      return {
        generation,
        letGo: () => {
          if (!isHeld) return
          isHeld = false
          generation.holders--
          closeIfLeft(generation)
        },
      }
    },
  }
}

/** Gives each request its generation. */
export const withGeneration =
  (generations: Generations) =>
  (_req: Request, res: Response, next: NextFunction): void => {
    const { generation, letGo } = generations.hold()
    res.locals['generation'] = generation
    res.once('close', letGo)
    next()
  }

/** The generation of a request. */
export const generationOf = (res: Response): Generation => res.locals['generation'] as Generation
