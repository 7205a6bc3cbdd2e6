/** People whose names share a word that is all that is known of one of them: perhaps one person, which a curator decides. */
import type { Release } from '../release/read.ts'
import type { NamedThing } from '../search/question.ts'
import type { Searcher } from '../search/searcher.ts'
import { wordsOf } from '../search/words.ts'

/** That are named; among so many who bear the word they are sought. */
const MOST = 8
const MOST_SOUGHT = 200

/**
 * A person whose name is of one word has all as namesakes who bear it; another those whose name is one of its words.
 * Those of whom most is said come first.
 */
export async function namesakesOf(
  { release, searcher }: { readonly release: Release; readonly searcher: Searcher },
  { iri, label }: NamedThing,
): Promise<readonly NamedThing[]> {
  const words = wordsOf(label).split(' ')
  // Initials are shared by too many.
  const sought = words.filter((word) => word.length > 1)
  const found = await searcher.search({
    shelf: 'things',
    words: sought.map((word) => `"${word}"`).join(' '),
    options: { most: MOST_SOUGHT, isRanked: true, isAny: true },
  })
  if ('fault' in found) return []
  const people = found.hits.filter((hit) => hit.iri !== iri && release.iris.parse(hit.iri)?.kind === 'person')
  const named = await Promise.all(
    people.map(async (hit) => ({ iri: hit.iri, label: (await release.label(hit.iri)) ?? '' })),
  )
  const shares = (other: string): boolean => {
    const others = wordsOf(other).split(' ')
    const [alone, among] = words.length === 1 ? [words, others] : [others, sought]
    return alone.length === 1 && among.includes(alone[0] ?? '')
  }
  const sharing = await Promise.all(
    named
      .filter((other) => shares(other.label))
      .map(async (other) => ({ ...other, links: (await release.links(other.iri, { offset: 0, limit: 0 })).total })),
  )
  return sharing.toSorted((a, b) => b.links - a.links).slice(0, MOST)
}
