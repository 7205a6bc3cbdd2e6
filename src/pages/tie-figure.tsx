/** Things as circles and the ties between them as lines: what the network and the map draw alike. */
import type { VNode } from 'preact'
import type { Label } from '../drawing/labels.ts'
import type { Tie } from '../drawing/ties.ts'
import { counted } from './numbers.ts'
import { betweenLink, Canvas, Unspoken, type View, type YearFilter } from './view-parts.tsx'

export interface Line {
  readonly tie: Tie
  readonly path: string
  readonly width: number
}

/** A thing at its place. */
export interface Circle {
  readonly id: string
  readonly name: string
  readonly count: number
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: Label | undefined
  /** Where it leads. */
  readonly href: string
  readonly isChosen?: boolean
}

export interface TieFigureProps {
  readonly view: View
  readonly width: number
  readonly height: number
  /** What it shows, for who does not see it. */
  readonly label: string
  /** Years that the lines are of. */
  readonly years: YearFilter
  /** What lies under all. */
  readonly ground?: VNode
  readonly lines: readonly Line[]
  /** What is counted, and what stands between two names. */
  readonly thing: string
  readonly between: string
  readonly isDirected: boolean
  readonly circles: readonly Circle[]
  /** Size of the letters. */
  readonly letters: number
}

export function TieFigure(props: TieFigureProps): VNode {
  const { view, width, height, label, years, ground, lines, thing, between, isDirected, circles, letters } = props
  const { site, nameOf } = view
  return (
    <Canvas width={width} height={height} label={label}>
      <Arrow />
      <Unspoken>
        {ground}
        {lines.map(({ tie, path, width: strength }) => (
          <a key={`${tie.a} ${tie.b}`} href={betweenLink(site, tie.a, tie.b, years)} tabIndex={-1}>
            <title>{`${nameOf(tie.a)} ${between} ${nameOf(tie.b)}: ${counted(tie.count, thing)}`}</title>
            <path d={path} class="reach" />
            <path d={path} class="tie" stroke-width={strength} marker-end={isDirected ? 'url(#arrow)' : undefined} />
          </a>
        ))}
      </Unspoken>
      {circles.map(({ id, name, count, x, y, radius, href, isChosen = false }) => (
        <a key={id} href={href} aria-label={`${name}: ${counted(count, thing)}`}>
          <title>{name}</title>
          <circle cx={x} cy={y} r={radius} class={isChosen ? 'node chosen' : 'node'} />
        </a>
      ))}
      <Unspoken>
        {circles.map(({ id, name, href, label: words }) =>
          words === undefined ? null : (
            <a key={id} href={href} tabIndex={-1}>
              <title>{name}</title>
              <text x={words.x} y={words.y} text-anchor={words.anchor} font-size={letters} class="label">
                {words.text}
              </text>
            </a>
          ),
        )}
      </Unspoken>
    </Canvas>
  )
}

const Arrow = (): VNode => (
  <defs>
    <marker
      id="arrow"
      viewBox="0 0 8 8"
      refX="7"
      refY="4"
      markerWidth="7"
      markerHeight="7"
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0L8 4L0 8z" class="head" />
    </marker>
  </defs>
)
