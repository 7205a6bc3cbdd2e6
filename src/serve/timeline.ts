/** `/timeline`, `/timeline/{year or month}`, `/timeline.csv`: documents and events by time. */
import { type Request, type Response, Router } from 'express'
import { firstDay, isPeriod, lastDay, periodsOf, type Span, stepOf } from '../drawing/span.ts'
import { type Counted, mainSpan, type Timeline, timelineOf, wholeSpan } from '../drawing/timeline.ts'
import { type Listed, timelinePage } from '../pages/timeline.tsx'
import { csv } from '../release/csv.ts'
import type { Views } from '../release/views.ts'
import type { DatedItem } from '../release/write-views.ts'
import { notFound } from './failure.ts'
import type { Services } from './services.ts'
import { sendFile, sendView, spanOf, viewFor, viewsOf } from './view-request.ts'

/** Documents, and events, of a short span that are listed. */
const LISTED = 200

export function timeline(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })

  const page = async (req: Request, res: Response, span: Span | undefined) =>
    sendView(req, res, ['timeline', span], async () => {
      const views = viewsOf(res)
      const view = await viewFor(services, req, res)
      const drawn = await timelineFor(views, span)
      const items = drawn === undefined || !isShort(drawn) ? undefined : await itemsOf(views, drawn.span)
      const listed = items && {
        documents: listedOf(items.filter(({ what }) => what === 'document')),
        events: listedOf(items.filter(({ what }) => what === 'event')),
      }
      return timelinePage({ view, timeline: drawn, isPart: span !== undefined, ...(listed && { listed }) })
    })

  router.get('/timeline', async (req, res) => page(req, res, await askedSpan(req, res)))
  router.get('/timeline.csv', async (req, res) => {
    const span = await askedSpan(req, res)
    await sendFile(req, res, 'text/csv', ['timeline', span], async () => table(await timelineFor(viewsOf(res), span)))
  })
  router.get('/timeline/:period', async (req, res) => {
    const { period } = req.params
    if (!isPeriod(period) || period.length === 10) throw notFound()
    const { rows = [] } = (await timelineFor(viewsOf(res), { from: period, to: period })) ?? {}
    if (rows.length === 0 && (await viewsOf(res).dated(period)).length === 0) throw notFound()
    await page(req, res, { from: period, to: period })
  })
  return router
}

async function askedSpan(req: Request, res: Response): Promise<Span | undefined> {
  const whole = wholeSpan(await viewsOf(res).periods())
  return whole === undefined ? undefined : spanOf(req, whole)
}

/** @param span undefined for all years, but those that stray */
async function timelineFor(views: Views, span: Span | undefined): Promise<Timeline | undefined> {
  const periods = await views.periods()
  const shown = span ?? mainSpan(periods)
  if (shown === undefined) return undefined
  const days = stepOf(shown) === 'day' ? await daysOf(views, shown) : []
  return timelineOf([...periods, ...days], shown, span === undefined)
}

/** Counts of single days. */
async function daysOf(views: Views, span: Span): Promise<Counted[]> {
  const items = await itemsOf(views, span)
  return items
    .filter(({ earliest, latest }) => earliest === latest)
    .map(({ earliest, what, kind }) => ({ period: earliest, what, kind, count: 1 }))
}

/** A list is of a year at most. */
const isShort = ({ step, periods }: Timeline): boolean => step === 'day' || (step === 'month' && periods.length <= 12)

/** What begins in a span, by its first day. */
async function itemsOf(views: Views, span: Span): Promise<DatedItem[]> {
  const [first, last] = [firstDay(span.from), lastDay(span.to)]
  const isYear = span.from === span.to && span.from.length === 4
  const found = await Promise.all((isYear ? [span.from] : periodsOf(span, 'month')).map((part) => views.dated(part)))
  return found.flat().filter(({ earliest }) => earliest >= first && earliest <= last)
}

const listedOf = (items: readonly DatedItem[]): Listed => ({ items: items.slice(0, LISTED), total: items.length })

/** One row for each period, and kind of document or event, that has some. */
function table(drawn: Timeline | undefined): string {
  const rows = (drawn?.rows ?? []).flatMap(({ what, kind, counts }) =>
    counts.flatMap((count, i) => (count === 0 ? [] : [[drawn?.periods[i], what, kind, count]])),
  )
  return csv(
    [drawn?.step ?? 'year', 'what', 'kind', 'count'],
    rows.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0)),
  )
}
