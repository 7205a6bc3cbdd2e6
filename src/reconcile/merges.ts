/** Two records that a curator has taken for one document become one identity; without such a word they stay two. */
import { type Problem, problem } from '../problem.ts'
import { type Registry, recordMerge, recordSplit } from '../registry.ts'
import { STANDINGS } from './cards.ts'
import type { Identity, Sight } from './identity.ts'
import { assignSlugs } from './slugs.ts'

/** The document with the slug `slug` is the one with the slug `into`. */
export interface Merge {
  readonly slug: string
  readonly into: string
}

export interface Merged<P> {
  readonly identities: readonly Identity<P>[]
  readonly registry: Registry
  readonly problems: readonly Problem[]
}

/** Joins what is to be one. A merge that is asked for no more is taken back. */
export function merge<P>(identities: readonly Identity<P>[], merges: readonly Merge[], known: Registry): Merged<P> {
  const registry = splitAgain(identities, merges, known)
  if (merges.length === 0) return { identities, registry, problems: [] }
  const { byKey } = assignSlugs(identities, registry)
  const keyOf = new Map([...byKey].map(([key, slug]) => [slug, key]))
  // What the registry knows has its key there; the rest is known by the slug that it would have.
  for (const { slug, status, key } of registry.values())
    if (key !== undefined && (status === 'merged' || status === 'published')) keyOf.set(slug, key)
  const current = new Map(identities.map((identity) => [identity.key, identity]))
  const wentInto = new Map<string, string>()
  const standing = (key: string | undefined): string | undefined => {
    const next = key === undefined ? undefined : wentInto.get(key)
    return next === undefined ? key : standing(next)
  }
  const problems: Problem[] = []
  let settled = registry
  for (const { slug, into } of merges.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const [goes, stays] = [current.get(standing(keyOf.get(slug)) ?? ''), current.get(standing(keyOf.get(into)) ?? '')]
    if (goes === undefined || stays === undefined) {
      problems.push(problem('merge-unknown', { slug, into, missing: goes === undefined ? slug : into }))
      continue
    }
    if (goes === stays) continue
    wentInto.set(goes.key, stays.key)
    current.delete(goes.key)
    current.set(stays.key, {
      key: stays.key,
      otherKeys: [...new Set([...stays.otherKeys, goes.key, ...goes.otherKeys])],
      sights: [...stays.sights, ...goes.sights].sort(byStanding),
      slug: stays.slug ?? into,
    })
    settled = recordMerge(settled, slug, into, goes.key)
  }
  return { identities: [...current.values()].sort((a, b) => (a.key < b.key ? -1 : 1)), registry: settled, problems }
}

/** Where both documents of a merge are there by their own keys and nobody asks for it now, they are two again. */
function splitAgain(identities: readonly Identity[], merges: readonly Merge[], registry: Registry): Registry {
  const keys = new Set(identities.map(({ key }) => key))
  const asked = new Set(merges.map(({ slug }) => slug))
  return [...registry.values()].reduce((known, { slug, status, key = '', target = '' }) => {
    const other = registry.get(target)?.key ?? ''
    const isTwo = status === 'merged' && !asked.has(slug) && key !== other && keys.has(key) && keys.has(other)
    return isTwo ? recordSplit(known, slug) : known
  }, registry)
}

/** Editions first, whichever record they are of. */
const byStanding = (a: Sight<unknown>, b: Sight<unknown>): number =>
  STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing)
