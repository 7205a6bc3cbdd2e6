/** The documents of a thing, counted by the search index: its years, and the people and bodies around it. */
import type { Kind } from '../iris.ts'
import { Company } from '../pages/company.tsx'
import type { Site } from '../pages/page.ts'
import { valueKey } from '../search/facets.ts'
import type { Question, Result } from '../search/question.ts'
import type { Searcher } from '../search/searcher.ts'

/** Others that a circle names. */
const OTHERS = 12

/** The facets in which the documents of things are found, by kind. */
const FACETS: Readonly<Partial<Record<Kind, string>>> = {
  person: 'person',
  body: 'person',
  state: 'person',
  position: 'person',
  place: 'place',
  subject: 'subject',
  unit: 'unit',
  collection: 'collection',
}

/** Around a person or body: its role, that of the others, and what that is in words. */
const CIRCLES = [
  ['sender', 'addressee', 'Wrote to'],
  ['addressee', 'sender', 'Was written to by'],
  ['participant', 'participant', 'Met'],
] as const

/** What is shown of a thing's documents; undefined where it has none, or is not what documents are found by. */
export async function companyOf(searcher: Searcher, site: Site, thing: { readonly kind: Kind; readonly slug: string }) {
  const facet = FACETS[thing.kind]
  if (facet === undefined) return undefined
  const value = valueKey(facet, thing)
  const ask = (more: Partial<Question>): Promise<Result | undefined> =>
    searcher
      .find({
        words: '',
        chosen: { [facet]: [value] },
        order: 'date',
        offset: 0,
        limit: 0,
        values: OTHERS + 1,
        facets: ['person'],
        ...more,
      })
      .then((answer) => ('fault' in answer ? undefined : answer))
  const asking =
    facet === 'person' ? CIRCLES.map(([role, others]) => ask({ roles: [role], counted: { facet, role: others } })) : []
  const [all, ...answers] = await Promise.all([ask({}), ...asking])
  if (all === undefined || all.total === 0) return undefined
  const circle = (heading: string, result: Result | undefined, roles?: readonly [string, string]) => {
    const counts = result?.facets.find((counted) => counted.facet === 'person')
    const others = (counts?.values ?? []).filter(({ key }) => facet !== 'person' || key !== value)
    const total = (counts?.total ?? 0) - ((counts?.values.length ?? 0) - others.length)
    return { heading, others: others.slice(0, OTHERS), total, ...(roles !== undefined && { roles }) }
  }
  const circles =
    facet === 'person'
      ? CIRCLES.map(([role, others, heading], i) => circle(heading, answers[i], [role, others]))
      : [circle('People and bodies in them', all)]
  return Company({ site, facet, value, documents: all.total, years: all.years, undated: all.undated, circles })
}
