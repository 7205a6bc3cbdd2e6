/** The map: places with coordinates, as large as they have documents, and the ways of messages; places without, as a list. */
import type { VNode } from 'preact'
import { LETTERS, type MapDrawing } from '../drawing/map.ts'
import type { Tie } from '../drawing/ties.ts'
import { renderPage } from './layout.tsx'
import { counted, number } from './numbers.ts'
import { TieFigure } from './tie-figure.tsx'
import {
  betweenLink,
  Downloads,
  datesIn,
  Filters,
  pageOf,
  type View,
  Wide,
  withParameters,
  YearFields,
  type YearFilter,
  yearsIn,
} from './view-parts.tsx'

/** A place with the documents that have to do with it. */
export interface PlaceRow {
  readonly id: string
  readonly any: number
  readonly from: number
  readonly to: number
  readonly at: number
  readonly about: number
  readonly latitude?: number
  readonly longitude?: number
}

export interface MapPage {
  readonly view: View
  readonly drawing: MapDrawing
  /** All places that documents name, those with the most first. */
  readonly places: readonly PlaceRow[]
  readonly routes: readonly Tie[]
  readonly filter: YearFilter
}

/** Rows of a table. */
const ROWS = 80

/** HTML of the map. */
export function mapPage({ view, drawing, places, routes, filter }: MapPage): string {
  const { site } = view
  const located = places.filter(({ latitude }) => latitude !== undefined)
  const others = places.filter(({ latitude }) => latitude === undefined)
  const isOnMap = new Set(located.map(({ id }) => id))
  const hidden = routes.filter(({ a, b }) => !isOnMap.has(a) || !isOnMap.has(b))
  const parameters = view.isStatic ? {} : { from: filter.from, to: filter.to }
  return renderPage(
    { site, title: 'Map', section: 'map' },
    <>
      <h1>Map</h1>
      <p class="lede">
        Places from which and to which documents were sent, where they were written, and which they are about
        {yearsIn(filter)}.
      </p>
      <Filters view={view} action="/map">
        <YearFields {...filter} />
      </Filters>
      {located.length > 0 && (
        <figure>
          <Figure view={view} drawing={drawing} years={filter} />
          <figcaption>
            Coastlines: Natural Earth, 1:110 million. No borders are drawn: those of today are not those of the
            documents. A circle is as large as its place has documents, an arc as strong as messages went that way: the
            shortest way over the earth, or a plain bow where that would pass the Arctic.
          </figcaption>
        </figure>
      )}
      <p class="small">
        {counted(drawing.spots.length, 'place')} and {counted(drawing.routes.length, 'route')} on the map
        {drawing.spots.length < located.length && `, the largest of ${number(located.length)}`}.
        {others.length > 0 &&
          ` ${counted(others.length, 'place')} without coordinates ${others.length === 1 ? 'is' : 'are'} only listed${
            hidden.length > 0
              ? `, and so ${hidden.length === 1 ? 'is' : 'are'} ${counted(hidden.length, 'route')} from or to them`
              : ''
          }: the file of places has no position for them that was looked up.`}
      </p>
      <h2 id="places">Places</h2>
      <Places view={view} places={places.slice(0, ROWS)} />
      {places.length > ROWS && <More rows={ROWS} of={places.length} />}
      {routes.length > 0 && (
        <>
          <h2 id="routes">Routes of messages</h2>
          <Routes view={view} routes={routes.slice(0, ROWS)} years={filter} />
          {routes.length > ROWS && <More rows={ROWS} of={routes.length} />}
        </>
      )}
      <Downloads
        downloads={[
          { label: 'CSV', href: withParameters(`${site.root}/map.csv`, parameters) },
          { label: 'GeoJSON', href: withParameters(`${site.root}/map.geojson`, parameters) },
        ]}
      />
    </>,
  )
}

function More({ rows, of }: { rows: number; of: number }): VNode {
  return (
    <p class="small">
      The first {rows} of {number(of)}; the downloads have all.
    </p>
  )
}

function Figure({ view, drawing, years }: { view: View; drawing: MapDrawing; years: YearFilter }): VNode {
  const { site } = view
  const { width, height, land, graticule, spots, routes } = drawing
  const circles = spots.map(({ spot: { id, name, count }, ...place }) => ({
    ...place,
    id,
    name,
    count,
    href: pageOf(site, id),
  }))
  return (
    <TieFigure
      view={view}
      width={width}
      height={height}
      label="Map of places and routes"
      years={years}
      ground={
        <>
          <rect width={width} height={height} class="sea" />
          <path d={graticule} class="grid" />
          <path d={land} class="land" />
        </>
      }
      lines={routes}
      thing="document"
      between="to"
      isDirected
      circles={circles}
      letters={LETTERS}
    />
  )
}

function Places({ view: { site, nameOf }, places }: { view: View; places: readonly PlaceRow[] }): VNode {
  const some = (count: number) => (count === 0 ? '' : number(count))
  return (
    <Wide label="Places">
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            {['Documents', 'sent from', 'sent to', 'written at', 'about'].map((column) => (
              <th key={column} scope="col" class="number">
                {column}
              </th>
            ))}
            <th scope="col">Position</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ id, any, from, to, at, about, latitude, longitude }) => (
            <tr key={id}>
              <th scope="row">
                <a href={pageOf(site, id)}>{nameOf(id)}</a>
              </th>
              <td class="number">{number(any)}</td>
              {[from, to, at, about].map((count) => (
                <td class="number">{some(count)}</td>
              ))}
              <td class="small">{latitude === undefined ? 'not known' : `${latitude}, ${longitude}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

function Routes({
  view: { site, nameOf },
  routes,
  years,
}: {
  view: View
  routes: readonly Tie[]
  years: YearFilter
}): VNode {
  return (
    <Wide label="Routes of messages">
      <table>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" class="number">
              Documents
            </th>
            <th scope="col">First and last</th>
          </tr>
        </thead>
        <tbody>
          {routes.map(({ a, b, count, earliest, latest }) => (
            <tr key={`${a} ${b}`}>
              <td>{nameOf(a)}</td>
              <td>{nameOf(b)}</td>
              <td class="number">
                <a
                  href={betweenLink(site, a, b, years)}
                  aria-label={`${nameOf(a)} to ${nameOf(b)}: ${counted(count, 'document')}`}
                >
                  {number(count)}
                </a>
              </td>
              <td class="small">{datesIn(earliest, latest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
