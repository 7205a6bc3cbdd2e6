/** A query with what its searches found in place of them. */

import { FUNCTION_NAMESPACE, FUNCTION_PREFIX, MOST_MATCHES, type Shelf } from '../../search/functions.ts'
import type { Found, SearchOptions } from '../../search/read.ts'
import { EngineError } from '../engine.ts'
import { ESCAPES, withoutEscapes } from '../escapes.ts'
import { parse } from '../query.ts'
import type { Node } from '../tree.ts'
import { planSearches, type Search } from './rewrite.ts'

/** Seeks words in an index. */
export type Seek = (shelf: Shelf, words: string, options: SearchOptions) => Found

/**
 * Seeks what a query asks for. Undefined where the text cannot be read here: the engine says why.
 * @param base what relative IRIs refer to
 * @throws EngineError where a search stands where it cannot be, or finds more than a query may take
 */
export function expand(text: string, base: string, seek: Seek): string | undefined {
  // The same query; only in a text without escapes are the positions of the tree those of the text.
  const source = withoutEscapes(text)
  const tree = read(source, base)
  if (tree === undefined || tree.type === 'update') return tree && text
  const plan = planSearches(tree as unknown as Node, source, base)
  if (plan.searches.length === 0) return text
  if (ESCAPES.test(source)) return undefined
  return plan.fill(
    plan.searches.map((search) => {
      const found = seek(search.asks.shelf, search.words, {
        most: search.best ?? MOST_MATCHES,
        isRanked: search.isScored || search.best !== undefined,
      })
      if ('fault' in found) throw plan.errorAt(search.start, found.fault)
      if (!found.isWhole && search.best === undefined) throw tooMany(search)
      return found.hits
    }),
  )
}

/** The tree of a text, also where prefixes are not declared: whether it may do without, the engine decides. */
function read(source: string, base: string): ReturnType<typeof parse> | undefined {
  const prefixes: Record<string, string> = { [FUNCTION_PREFIX]: FUNCTION_NAMESPACE }
  for (;;)
    try {
      return parse(source, base, prefixes)
    } catch (error) {
      const missed = /^Unknown prefix: (.*)$/.exec((error as Error).message)?.[1]
      if (missed === undefined || Object.hasOwn(prefixes, missed)) return undefined
      prefixes[missed] = `undeclared:${missed}:`
    }
}

const tooMany = ({ words, asks: { name, shelf } }: Search): EngineError =>
  new EngineError(
    'too-large',
    `More than ${MOST_MATCHES} ${shelf} have ${JSON.stringify(words)}. Seek more words, put those that stand together into quotation marks, or take the best: (?thing ?score) ${name} (${JSON.stringify(words)} 100).`,
  )
