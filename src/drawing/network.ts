/**
 * A network as a drawing: the most strongly tied things, each in its place. Places are found by forces, from places that
 * are always the same, and without chance: equal ties give an equal drawing.
 */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import { type Frame, type Label, placeLabels } from './labels.ts'
import { addedUp, strengths, strongestFirst, type Tie, type YearlyTie, type Years } from './ties.ts'

export interface NetworkFilter extends Years {
  /** Only who is tied to this one, and their ties. */
  readonly around?: string
}

export interface Network {
  /** The most strongly tied, with their strength, the strongest first. */
  readonly nodes: ReadonlyMap<string, number>
  /** Between them, the strongest first. */
  readonly ties: readonly Tie[]
  /** Before what is not drawn was left out. */
  readonly total: { readonly nodes: number; readonly ties: number }
}

/** @param most Things that are drawn. @param mostTies Ties between them that are drawn. */
export function networkOf(
  yearly: readonly YearlyTie[],
  { around, ...years }: NetworkFilter,
  most: number,
  mostTies = Number.POSITIVE_INFINITY,
): Network {
  const near = around === undefined ? undefined : new Set([around])
  if (near !== undefined)
    for (const tie of addedUp(yearly, years, ({ a, b }) => a === around || b === around)) near.add(tie.a).add(tie.b)
  const all = addedUp(yearly, years, ({ a, b }) => near === undefined || (near.has(a) && near.has(b)))
  const everybody = strengths(all)
  const first = around !== undefined && everybody.has(around) ? [around] : []
  const chosen = new Set([...new Set([...first, ...everybody.keys()])].slice(0, most))
  const nodes = new Map([...everybody].filter(([node]) => chosen.has(node)))
  const between = strongestFirst(all.filter(({ a, b }) => nodes.has(a) && nodes.has(b)))
  return {
    nodes,
    ties: between.length <= mostTies ? between : strongestFirst(withEachTied(between).slice(0, mostTies)),
    total: { nodes: everybody.size, ties: all.length },
  }
}

/** The strongest tie of each thing before all others, so that none is drawn without one. @param ties the strongest first */
function withEachTied(ties: readonly Tie[]): Tie[] {
  const tied = new Set<string>()
  const isFirst = new Set<Tie>()
  for (const tie of ties) {
    if (!tied.has(tie.a) || !tied.has(tie.b)) isFirst.add(tie)
    tied.add(tie.a).add(tie.b)
  }
  return [...isFirst, ...ties.filter((tie) => !isFirst.has(tie))]
}

export interface PlacedNode {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly label: Label | undefined
}

export interface PlacedTie {
  readonly tie: Tie
  /** From the rim of one mark to the rim of the other. */
  readonly path: string
  readonly width: number
}

export interface NetworkDrawing extends Frame {
  readonly nodes: readonly PlacedNode[]
  readonly ties: readonly PlacedTie[]
}

/** Steps of the simulation: after these, nothing moves that one would see. */
const TICKS = 120
const MARGIN = 40
/** Size of the letters. */
export const LETTERS = 13

/** @param nameOf what a thing is called */
export function drawNetwork({ nodes, ties }: Network, nameOf: (id: string) => string, frame: Frame): NetworkDrawing {
  const most = Math.max(1, ...nodes.values())
  const points = [...nodes].map(([id, strength]) => ({ id, radius: 4 + 10 * Math.sqrt(strength / most), x: 0, y: 0 }))
  for (const [i, point] of points.entries()) Object.assign(point, onSpiral(i))
  const links = ties.map(({ a, b }) => ({ source: a, target: b }))
  const degrees = degreesOf(ties)
  forceSimulation(points)
    .force(
      'tie',
      forceLink<(typeof points)[number], (typeof links)[number]>(links)
        .id(({ id }) => id)
        // Whoever is tied to many has them farther away, by turns, so that there is room for their names.
        .distance((_, i) => {
          const { a = '', b = '' } = ties[i] ?? {}
          const many = Math.max(degrees.get(a) ?? 0, degrees.get(b) ?? 0)
          return 60 + (2 + 2 * (i % 3)) * Math.max(0, many - 6)
        }),
    )
    .force('apart', forceManyBody().strength(-260))
    .force(
      'rim',
      forceCollide<(typeof points)[number]>(({ radius }) => radius + 12),
    )
    .force('across', forceX(0).strength(0.05))
    .force('along', forceY(0).strength(0.09))
    .alphaDecay(1 - 0.001 ** (1 / TICKS))
    .stop()
    .tick(TICKS)
  const placed = fitted(points, frame)
  const labels = placeLabels(
    placed.map((point) => ({ ...point, name: nameOf(point.id) })),
    frame,
    LETTERS,
  )
  const byId = new Map(placed.map((point) => [point.id, point]))
  const strongest = Math.max(1, ...ties.map(({ count }) => count))
  return {
    ...frame,
    nodes: placed.map((point, i) => ({ ...point, label: labels[i] })),
    ties: ties.flatMap((tie): PlacedTie[] => {
      const [from, to] = [byId.get(tie.a), byId.get(tie.b)]
      if (from === undefined || to === undefined || from === to) return []
      return [{ tie, path: arc(from, to), width: lineWidth(tie.count, strongest) }]
    }),
  }
}

/** To how many others each is tied. */
function degreesOf(ties: readonly Tie[]): ReadonlyMap<string, number> {
  const others = new Map<string, Set<string>>()
  for (const { a, b } of ties)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      others.set(one, (others.get(one) ?? new Set()).add(other))
  return new Map([...others].map(([id, own]) => [id, own.size]))
}

interface Point {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The first in the middle, the others around it, each at the golden angle from the last. */
function onSpiral(index: number): { readonly x: number; readonly y: number } {
  const [radius, angle] = [18 * Math.sqrt(0.5 + index), index * Math.PI * (3 - Math.sqrt(5))]
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }
}

/** The same places, so that all stand in the frame and fill it; few things are not drawn far from each other. */
function fitted(points: readonly Point[], { width, height }: Frame): Point[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const scale = (length: number, room: number) => Math.min(2, room / Math.max(1, length))
  const across = scale(right - left, width - 4 * MARGIN)
  const along = scale(bottom - top, height - 2 * MARGIN)
  return points.map((point) => ({
    ...point,
    x: rounded(width / 2 + (point.x - (left + right) / 2) * across),
    y: rounded(height / 2 + (point.y - (top + bottom) / 2) * along),
    radius: rounded(point.radius),
  }))
}

/** Of one document a thin line, of the most a strong one; few documents make no strong line. */
export const lineWidth = (count: number, most: number): number =>
  rounded(1.3 + 4 * Math.sqrt((count - 1) / Math.max(12, most - 1)))

/** A slight bend to the right of its way, so that answer and question do not lie on each other. */
function arc(from: Point, to: Point): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.max(1, Math.hypot(dx, dy))
  const bend = Math.min(16, length / 9)
  const middle = { x: (from.x + to.x) / 2 - (dy / length) * bend, y: (from.y + to.y) / 2 + (dx / length) * bend }
  const [begin, end] = [atRim(from, middle, 0), atRim(to, middle, 3)]
  return `M${begin}Q${rounded(middle.x)} ${rounded(middle.y)} ${end}`
}

function atRim({ x, y, radius }: Point, towards: { readonly x: number; readonly y: number }, gap: number): string {
  const [dx, dy] = [towards.x - x, towards.y - y]
  const length = Math.max(1, Math.hypot(dx, dy))
  return `${rounded(x + (dx / length) * (radius + gap))} ${rounded(y + (dy / length) * (radius + gap))}`
}

const rounded = (number: number): number => Math.round(number * 10) / 10
