/** `/between/…`: what lies between two people, bodies or places, of some years if they are told; as a page and as a table. */
import { type Response, Router } from 'express'
import { isWithin } from '../drawing/ties.ts'
import { withoutFragment } from '../iris.ts'
import { type BetweenSection, betweenPage } from '../pages/between.tsx'
import { withParameters, type YearFilter } from '../pages/view-parts.tsx'
import { csv } from '../release/csv.ts'
import { RELATIONS, type Row } from '../release/relations.ts'
import { notFound } from './failure.ts'
import type { Services } from './services.ts'
import { addressOf } from './site.ts'
import { pageNumber } from './things.ts'
import { idIn, sendFile, sendView, viewFor, viewsOf, yearsOf } from './view-request.ts'

/** Rows of each list on one page. */
const ROWS = 80
/** A slug has no dot: behind one is the form. */
const TABLE = '.csv'

export function between(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/between/:kindA/:slugA/:kindB/:name', async (req, res) => {
    const { kindA, slugA, kindB, name } = req.params
    const ending = name.endsWith(TABLE) ? TABLE : ''
    const [a, b] = [`${kindA}/${slugA}`, `${kindB}/${name.slice(0, name.length - ending.length)}`]
    const years = yearsOf(req)
    if (a > b) {
      const other = addressOf(req) + encodeURI(`/between/${b}/${a}`) + ending
      return res.redirect(301, withParameters(other, { ...years }))
    }
    if (ending === TABLE)
      return sendFile(req, res, 'text/csv', ['between', a, b, years], async () => {
        const idOf = idIn(res)
        const rows = (await sectionsOf(res, a, b, years)).flatMap(({ relation, items }) =>
          items.map((row) => [
            relation,
            idOf(row.a),
            idOf(row.b),
            row.earliest,
            row.latest,
            row.kind,
            idOf(row.address),
            row.title,
          ]),
        )
        return csv(['relation', 'from', 'to', 'earliest', 'latest', 'kind', 'id', 'title'], rows)
      })
    const page = pageNumber(req)
    await sendView(req, res, ['between', a, b, years, page], async () => {
      const all = await sectionsOf(res, a, b, years)
      const pages = Math.max(1, ...all.map(({ items }) => Math.ceil(items.length / ROWS)))
      if (page > pages) throw notFound()
      const first = (page - 1) * ROWS
      const sections = all.flatMap(({ items, ...section }): BetweenSection[] => {
        const shown = items.slice(first, first + ROWS)
        return shown.length === 0 ? [] : [{ ...section, items: shown, first: first + 1, total: items.length }]
      })
      return betweenPage({ view: await viewFor(services, req, res), a, b, years, sections, page, pages })
    })
  })
  return router
}

/** The first of each key. */
function distinctBy<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Map<string, T>()
  for (const item of items) if (!seen.has(keyOf(item))) seen.set(keyOf(item), item)
  return [...seen.values()]
}

/** What lies between two things, each way, by day. @throws HttpFailure 404 where nothing does, in any year */
async function sectionsOf(res: Response, a: string, b: string, years: YearFilter) {
  const views = viewsOf(res)
  const ways =
    a === b
      ? [[a, b]]
      : [
          [a, b],
          [b, a],
        ]
  const found = await Promise.all(
    RELATIONS.flatMap((relation) =>
      ways.map(async ([x = '', y = '']) => {
        const all = await views.rows(relation, x, y)
        // A letter and the message inside it are one document, which comes first.
        const items = relation === 'letters' ? distinctBy(all, ({ address }) => withoutFragment(address)) : all
        return { relation, a: x, b: y, items }
      }),
    ),
  )
  if (found.every(({ items }) => items.length === 0)) throw notFound()
  const isOfYears = ({ earliest }: Row) => isWithin(earliest === '' ? undefined : Number(earliest.slice(0, 4)), years)
  return found
    .map((section) => ({ ...section, items: section.items.filter(isOfYears) }))
    .filter(({ items }) => items.length > 0)
}
