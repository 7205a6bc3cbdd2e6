/**
 * A map of places as a drawing: coastlines of Natural Earth, cut to what is shown, and no borders, which have moved since
 * the documents were written. Routes are great circles.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type GeoProjection,
  geoCentroid,
  geoDistance,
  geoEqualEarth,
  geoGraticule,
  geoInterpolate,
  geoPath,
} from 'd3-geo'
import { feature } from 'topojson-client'
import { type Frame, type Label, placeLabels } from './labels.ts'
import { lineWidth } from './network.ts'
import type { Tie } from './ties.ts'

/** Degrees, WGS 84. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

export interface Spot extends Position {
  readonly id: string
  readonly name: string
  /** Documents. */
  readonly count: number
}

export interface PlacedSpot {
  readonly spot: Spot
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: Label | undefined
}

export interface PlacedRoute {
  readonly tie: Tie
  readonly path: string
  readonly width: number
}

export interface MapDrawing extends Frame {
  /** Outlines as the `d` of a path. */
  readonly land: string
  readonly graticule: string
  readonly spots: readonly PlacedSpot[]
  readonly routes: readonly PlacedRoute[]
}

/** Size of the letters. */
export const LETTERS = 13
const MARGIN = 70
/** A single place is shown with what lies around it: so many degrees. */
const NEAREST = 8

const EDGE = 3
/** Below this scale, about half of the earth is seen: pixels for a radian. */
const WHOLE = 260
const RADIANS = Math.PI / 180

/**
 * @param spots with the most documents first
 * @param routes between spots
 */
export function drawMap(spots: readonly Spot[], routes: readonly Tie[], frame: Frame): MapDrawing {
  const projection = projectionFor(spots, routes, frame)
  // Of the whole earth, parts of a pixel would be half of the page.
  const isWhole = projection.scale() < WHOLE
  const path = geoPath(projection).digits(isWhole ? 0 : 1)
  const most = Math.max(1, ...spots.map(({ count }) => count))
  const marks = spots.flatMap((spot) => {
    const place = projection([spot.longitude, spot.latitude])
    const radius = Math.round((3 + 13 * Math.sqrt(spot.count / most)) * 10) / 10
    return place === null ? [] : [{ spot, x: rounded(place[0]), y: rounded(place[1]), radius, name: spot.name }]
  })
  const labels = placeLabels(marks, frame, LETTERS)
  const placed = new Map(marks.map((mark) => [mark.spot.id, mark]))
  const strongest = Math.max(1, ...routes.map(({ count }) => count))
  return {
    ...frame,
    land: path(land()) ?? '',
    graticule:
      path(
        geoGraticule()
          .step(isWhole ? [30, 30] : [10, 10])
          .precision(5)(),
      ) ?? '',
    spots: marks.map(({ spot, x, y, radius }, i) => ({ spot, x, y, radius, label: labels[i] })),
    routes: routes.flatMap((tie): PlacedRoute[] => {
      const [from, to] = [placed.get(tie.a), placed.get(tie.b)]
      if (from === undefined || to === undefined) return []
      const line = routeBetween(from, to, projection)
      return line === undefined ? [] : [{ tie, path: line, width: lineWidth(tie.count, strongest) }]
    }),
  }
}

interface Placed {
  readonly spot: Spot
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Pixels between two points of a route: near enough that its bends are round. */
const STRIDE = 14

/** Beyond this latitude a flat map pulls the shortest way over the earth to its upper or lower edge. */
const POLAR = 70
/** How far a way is bent on the page, as a part of its length. */
const BEND = 0.22

/** Points of the shortest way over the earth between two others. */
const wayBetween = (from: [number, number], to: [number, number]): readonly [number, number][] => {
  const along = geoInterpolate(from, to)
  return Array.from({ length: 9 }, (_, i) => along((i + 1) / 10))
}

const passesPole = (way: readonly [number, number][]): boolean => way.some(([, latitude]) => Math.abs(latitude) > POLAR)

/** A way bent upwards on the page, from 0 to 1. */
const bentBetween =
  (from: Placed, to: Placed) =>
  (part: number): [number, number] => {
    const lift = BEND * Math.hypot(to.x - from.x, to.y - from.y) * 4 * part * (1 - part)
    return [from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part - lift]
  }

/**
 * The shortest way over the earth, or one bent on the page where that passes a pole, from the rim of one mark to the rim
 * of the other; undefined where they touch.
 */
function routeBetween(from: Placed, to: Placed, projection: GeoProjection): string | undefined {
  const [begin, end] = [pointOf(from.spot), pointOf(to.spot)]
  const along = geoInterpolate(begin, end)
  const at = passesPole(wayBetween(begin, end)) ? bentBetween(from, to) : (part: number) => projection(along(part))
  const isOutside = ([x, y]: readonly [number, number], mark: Placed, gap: number) =>
    Math.hypot(x - mark.x, y - mark.y) > mark.radius + gap
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / STRIDE) + 4
  const points = Array.from({ length: steps + 1 }, (_, i) => at(i / steps))
    .filter((point) => point !== null)
    .filter((point) => isOutside(point, from, 1) && isOutside(point, to, 3))
  if (points.length < 2) return undefined
  return `M${points.map(([x, y]) => `${rounded(x)} ${rounded(y)}`).join('L')}`
}

const pointOf = ({ longitude, latitude }: Position): [number, number] => [longitude, latitude]

/** Turned so that the middle of the places is the middle of the map, and as near as they all fit. */
function projectionFor(spots: readonly Spot[], routes: readonly Tie[], { width, height }: Frame): GeoProjection {
  const points = spots.map(pointOf)
  const byId = new Map(spots.map((spot) => [spot.id, pointOf(spot)]))
  const ways = routes.flatMap(({ a, b }) => {
    const [from, to] = [byId.get(a), byId.get(b)]
    if (from === undefined || to === undefined) return []
    const way = wayBetween(from, to)
    return passesPole(way) ? [] : way
  })
  // Cut behind the frame, so that no coast is drawn along it.
  const projection = geoEqualEarth().clipExtent([
    [-EDGE, -EDGE],
    [width + EDGE, height + EDGE],
  ])
  if (points.length === 0) return projection.fitSize([width, height], { type: 'Sphere' })
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: points })
  const longitude = Number.isFinite(middle[0]) ? middle[0] : 0
  const farthest = Math.max(...points.map((point) => geoDistance(point, middle))) / RADIANS
  const around = farthest < NEAREST ? cornersAround(middle, NEAREST) : []
  return projection.rotate([-rounded(longitude), 0]).fitExtent(
    [
      [MARGIN, MARGIN],
      [width - MARGIN, height - MARGIN],
    ],
    { type: 'MultiPoint', coordinates: [...points, ...ways, ...around] },
  )
}

function cornersAround([longitude, latitude]: readonly [number, number], degrees: number): [number, number][] {
  const across = degrees / Math.max(0.2, Math.cos(latitude * RADIANS))
  return [-1, 1].flatMap((x) =>
    [-1, 1].map((y): [number, number] => [longitude + x * across, Math.max(-85, Math.min(85, latitude + y * degrees))]),
  )
}

type Land = ReturnType<typeof feature>
let known: Land | undefined

/** The land of the earth at 1:110 million, read once. */
function land(): Land {
  if (known !== undefined) return known
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json')
  const topology = JSON.parse(readFileSync(file, 'utf8')) as Parameters<typeof feature>[0]
  const { land: outlines } = topology.objects
  if (outlines === undefined) throw new Error(`${file} has no land in it.`)
  known = feature(topology, outlines)
  return known
}

const rounded = (number: number): number => Math.round(number * 10) / 10
