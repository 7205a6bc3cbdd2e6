/** `/map`, `/map.csv`, `/map.geojson`: the places of the collection and the routes of messages. */
import { type Request, type Response, Router } from 'express'
import { geojson, type PointFeature } from '../crosswalk/geojson.ts'
import { drawMap } from '../drawing/map.ts'
import { addedUp, compare, isWithin, strongestFirst, type Tie } from '../drawing/ties.ts'
import { mapPage, type PlaceRow } from '../pages/map.tsx'
import type { View, YearFilter } from '../pages/view-parts.tsx'
import { csv } from '../release/csv.ts'
import type { Views } from '../release/views.ts'
import { generationOf } from './generations.ts'
import type { Services } from './services.ts'
import { sendFile, sendView, viewFor, viewsOf, yearsOf } from './view-request.ts'

const FRAME = { width: 960, height: 560 }
/** Places and routes that are drawn. */
const SPOTS = 100
const ROUTES = 60

export function map(services: Services): Router {
  const router = Router({ strict: true, caseSensitive: true })
  router.get('/map', async (req, res) => {
    const filter = yearsOf(req)
    await sendView(req, res, ['map', filter], () => mapHtml(services, req, res, filter))
  })
  router.get('/map.csv', async (req, res) => {
    const filter = yearsOf(req)
    await sendFile(req, res, 'text/csv', ['map', filter], async () => {
      const { nameOf } = await viewFor(services, req, res)
      const { base } = generationOf(res).release.iris
      const places = await placesOf(viewsOf(res), filter)
      return csv(
        ['place', 'name', 'latitude', 'longitude', 'documents', 'sentFrom', 'sentTo', 'writtenAt', 'about'],
        places.map(({ id, any, from, to, at, about, latitude, longitude }) => [
          `${base}/id/${id}`,
          nameOf(id),
          latitude,
          longitude,
          any,
          from,
          to,
          at,
          about,
        ]),
      )
    })
  })
  router.get('/map.geojson', async (req, res) => {
    const filter = yearsOf(req)
    await sendFile(req, res, 'application/geo+json', ['map', filter], async () => {
      const view = await viewFor(services, req, res)
      const places = await placesOf(viewsOf(res), filter)
      const routes = strongestFirst(addedUp(await viewsOf(res).ties('routes'), filter))
      return features(view, generationOf(res).release.iris.base, places, routes)
    })
  })
  return router
}

async function mapHtml(services: Services, req: Request, res: Response, filter: YearFilter): Promise<string> {
  const views = viewsOf(res)
  const view = await viewFor(services, req, res)
  const places = await placesOf(views, filter)
  const routes = strongestFirst(addedUp(await views.ties('routes'), filter))
  const spots = places.flatMap(({ id, any, latitude, longitude }) =>
    latitude === undefined || longitude === undefined
      ? []
      : [{ id, name: view.nameOf(id), count: any, latitude, longitude }],
  )
  const drawing = drawMap(spots.slice(0, SPOTS), routes.slice(0, ROUTES), FRAME)
  return mapPage({ view, drawing, places, routes, filter })
}

/** Places that documents of some years name, those with the most documents first. */
async function placesOf(views: Views, years: YearFilter): Promise<PlaceRow[]> {
  const positions = await views.positions()
  const rows = new Map<string, { any: number; from: number; to: number; at: number; about: number }>()
  for (const { place, role, year, count } of await views.placeCounts()) {
    if (!isWithin(year, years)) continue
    const row = rows.get(place) ?? { any: 0, from: 0, to: 0, at: 0, about: 0 }
    rows.set(place, row)
    row[role] += count
  }
  return [...rows]
    .map(([id, counts]) => ({ id, ...counts, ...positions.get(id) }))
    .toSorted((x, y) => y.any - x.any || compare(x.id, y.id))
}

function features({ nameOf }: View, base: string, places: readonly PlaceRow[], routes: readonly Tie[]): string {
  const points = new Map<string, PointFeature>()
  for (const { id, any, from, to, at, about, latitude, longitude } of places) {
    if (latitude === undefined || longitude === undefined) continue
    const properties = { name: nameOf(id), documents: any, sentFrom: from, sentTo: to, writtenAt: at, about }
    points.set(id, { id: `${base}/id/${id}`, latitude, longitude, properties })
  }
  const lines = routes.flatMap(({ a, b, count, earliest, latest }) => {
    const [from, to] = [points.get(a), points.get(b)]
    const properties = { from: nameOf(a), to: nameOf(b), documents: count, earliest, latest }
    return from === undefined || to === undefined ? [] : [{ from, to, properties }]
  })
  return geojson([...points.values()], lines)
}
