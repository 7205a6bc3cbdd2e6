/** The timeline as a drawing: a panel of all documents, one of each kind, one of the events, over one axis. */
import type { VNode } from 'preact'
import { periodName, spanOf, tickName } from '../drawing/span.ts'
import type { Timeline } from '../drawing/timeline.ts'
import { kindName } from './description.ts'
import { counted, number } from './numbers.ts'
import { Canvas, searchFor, Unspoken, type View, withParameters } from './view-parts.tsx'

const WIDTH = 960
const [LEFT, RIGHT] = [44, 8]
const TALL = 150
const LOW = 26
/** Between panels: the name of the next stands in it. */
const GAP = 26
const AXIS = 24
/** Kinds that have a panel of their own. */
const PANELS = 8
/** Names under the axis, at most. */
const TICKS = 16

/** Years and months have pages of their own, decades where there is a server; days stand on the page itself. */
export function zoomOf({ site, isStatic }: View, period: string, step: Timeline['step']): string | undefined {
  if (step === 'year' || step === 'month') return `${site.root}/timeline/${period}`
  return step === 'decade' && !isStatic
    ? withParameters(`${site.root}/timeline`, { ...spanOf(period, step) })
    : undefined
}

/** The figure; its bars lead to what they count. */
export function timelineDrawing(view: View, timeline: Timeline): VNode {
  const { periods, documents, events, rows, step } = timeline
  const kinds = rows.filter(({ what, total }) => what === 'document' && total > 0).slice(0, PANELS)
  const hasEvents = events.some((count) => count > 0)
  const room = (WIDTH - LEFT - RIGHT) / periods.length
  const most = Math.max(1, ...documents)
  const tops = kinds.map((_, i) => GAP + TALL + AXIS + GAP + i * (LOW + GAP))
  const eventsTop = GAP + TALL + AXIS + GAP + kinds.length * (LOW + GAP)
  const height = eventsTop + (hasEvents ? LOW * 2 + AXIS : 0)
  const searched = (period: string) => searchFor(view.site, spanOf(period, step))
  const zoom = (list: string) => (period: string) => zoomOf(view, period, step) ?? (step === 'day' ? list : undefined)
  const panel = { view, timeline, room }
  return (
    <figure>
      <Canvas width={WIDTH} height={height} label={`Documents and events by ${step}`}>
        <text x={LEFT} y={GAP - 9} class="name">
          All documents
        </text>
        <Scale most={most} top={GAP} />
        <Bars
          {...panel}
          counts={documents}
          top={GAP}
          tall={TALL}
          most={most}
          thing="document"
          to={view.isStatic ? zoom('#documents') : searched}
        />
        <Axis periods={periods} step={step} room={room} top={GAP + TALL} />
        {kinds.map(({ kind, counts, total }, i) => (
          <Unspoken key={kind}>
            <text x={LEFT} y={(tops[i] ?? 0) - 6} class="name">
              {kindName(kind)} <tspan class="quiet">{number(total)}</tspan>
            </text>
            <Bars
              {...panel}
              counts={counts}
              top={tops[i] ?? 0}
              tall={LOW}
              most={Math.max(1, ...counts)}
              thing={kindName(kind)}
            />
          </Unspoken>
        ))}
        {hasEvents && (
          <g class="events">
            <text x={LEFT} y={eventsTop - 6} class="name">
              Events <tspan class="quiet">found in the texts</tspan>
            </text>
            <Bars
              {...panel}
              counts={events}
              top={eventsTop}
              tall={LOW * 2}
              most={Math.max(1, ...events)}
              thing="event"
              to={zoom('#events')}
            />
            <Axis periods={periods} step={step} room={room} top={eventsTop + LOW * 2} />
          </g>
        )}
      </Canvas>
      <figcaption>
        The bars of all documents and of events lead to what they count
        {step !== 'day' && '; the table below leads into each period'}. Each panel has its own scale; beside the name of
        a kind is the number of its documents.
      </figcaption>
    </figure>
  )
}

interface BarsProps {
  readonly view: View
  readonly timeline: Timeline
  readonly room: number
  readonly counts: readonly number[]
  readonly top: number
  readonly tall: number
  readonly most: number
  readonly thing: string
  /** Where a bar leads; absent where another says the same. */
  readonly to?: (period: string) => string | undefined
}

function Bars({ timeline: { periods, step }, room, counts, top, tall, most, thing, to }: BarsProps): VNode {
  const width = Math.max(1, Math.min(room * 0.82, 48))
  return (
    <>
      <line x1={LEFT} x2={WIDTH - RIGHT} y1={top + tall} y2={top + tall} class="axis" />
      {periods.map((period, i) => {
        const count = counts[i] ?? 0
        if (count === 0) return null
        const height = Math.max(1.5, (count / most) * tall)
        const x = LEFT + i * room
        const bar = (
          <rect
            x={round(x + (room - width) / 2)}
            y={round(top + tall - height)}
            width={round(width)}
            height={round(height)}
            class="bar"
          />
        )
        if (to === undefined) return bar
        const label = `${periodName(period, step)}: ${counted(count, thing)}`
        const shown = (
          <>
            <title>{label}</title>
            <rect x={round(x)} y={top} width={round(room)} height={tall} class="hit" />
            {bar}
          </>
        )
        const target = to(period)
        return target === undefined ? (
          <g key={period}>{shown}</g>
        ) : (
          <a key={period} href={target} aria-label={label}>
            {shown}
          </a>
        )
      })}
    </>
  )
}

function Scale({ most, top }: { most: number; top: number }): VNode {
  const step = niceStep(most)
  const values = Array.from({ length: Math.floor(most / step) }, (_, i) => (i + 1) * step)
  return (
    <Unspoken>
      {values.map((value) => {
        const y = round(top + TALL - (value / most) * TALL)
        return (
          <g key={value}>
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={y} y2={y} class="grid" />
            <text x={LEFT - 6} y={y + 4} class="tick" text-anchor="end">
              {number(value)}
            </text>
          </g>
        )
      })}
    </Unspoken>
  )
}

interface AxisProps extends Pick<Timeline, 'periods' | 'step'> {
  readonly room: number
  readonly top: number
}

function Axis({ periods, step, room, top }: AxisProps): VNode {
  const every = [1, 2, 3, 5, 10, 20, 50].find((n) => periods.length / n <= TICKS) ?? 100
  const isNamed = (period: string, i: number) =>
    step === 'year'
      ? Number(period) % every === 0
      : step === 'decade'
        ? (Number(period) / 10) % every === 0
        : i % every === 0
  return (
    <Unspoken>
      {periods.map((period, i) =>
        isNamed(period, i) ? (
          <text key={period} x={round(LEFT + (i + 0.5) * room)} y={top + 16} class="tick" text-anchor="middle">
            {tickName(period, step)}
            {step === 'month' && periods.length > 12 && period.endsWith('-01') ? ` ${period.slice(0, 4)}` : ''}
          </text>
        ) : null,
      )}
    </Unspoken>
  )
}

/** Two to five lines, at round numbers. */
function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  const step = [0.1, 0.2, 0.5, 1, 2].map((n) => n * power).find((n) => n >= 1 && most / n <= 5)
  return step ?? power * 5
}

const round = (value: number): number => Math.round(value * 10) / 10
