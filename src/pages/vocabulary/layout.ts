/** Where the boxes and lines of the core stand: lengths in units of the picture, one to a CSS pixel. Knows no markup. */
import { channels, type Trunk } from './channels.ts'
import { ANYTHING, type CoreClass, type CoreRelation, relationsOf } from './core.ts'

/** Words in a line that begins, or ends, at a point. */
export interface Line {
  readonly y: number
  /** IRIs of the properties in it; none in the line that names the target. */
  readonly properties: readonly string[]
}

export interface Row {
  readonly relation: CoreRelation
  readonly lines: readonly Line[]
  /** The side to which it leads; none where it leads to its own class. */
  readonly side?: 'left' | 'right'
  /** Of the line that names the target, as of all text: where its letters stand. */
  readonly y: number
}

export interface Box {
  readonly iri: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly level: number
  readonly column: number
  readonly rows: readonly Row[]
}

/** A line from a row to the box of its target: points at which it bends. */
export interface Connector {
  readonly relation: CoreRelation
  readonly points: readonly (readonly [x: number, y: number])[]
}

export interface Plan {
  readonly width: number
  readonly height: number
  /** Outer boxes before those inside. */
  readonly boxes: readonly Box[]
  readonly connectors: readonly Connector[]
}

const WIDTH = 268
const PADDING = 10
const HEAD = 30
const LINE = 17
const SPACE = 6
/** Half the height of a small letter: lines leave at the middle of words. */
const RISE = 4
const GAP = 20
const LANE = 9
const MARGIN = 22
/** Of a sign of the small type, on average; too much rather than too little. */
const SIGN = 6.5

/** @param label of a class or property, which decides where its words break */
export function layOut(columns: readonly (readonly CoreClass[])[], label: (iri: string) => string): Plan {
  const columnOf = new Map<string, number>()
  columns.forEach((column, c) => {
    const note = ({ iri, inside }: CoreClass) => {
      columnOf.set(iri, c)
      inside.forEach(note)
    }
    column.forEach(note)
  })
  const sideOf = ({ from, to }: CoreRelation): Row['side'] => {
    if (from === to) return undefined
    const source = columnOf.get(from) ?? 0
    const target = columnOf.get(to) ?? 0
    return target > source || (target === source && source === 0) ? 'right' : 'left'
  }
  const far = [
    ...new Set(
      relationsOf(columns)
        .filter(isFar)
        .map(({ to }) => to),
    ),
  ]
  function isFar({ from, to }: CoreRelation): boolean {
    return Math.abs((columnOf.get(from) ?? 0) - (columnOf.get(to) ?? 0)) > 1
  }
  const top = 8 + far.length * LANE + (far.length > 0 ? 8 : 0)

  const placed = columns.map((column, c) => {
    const boxes: Box[] = []
    let y = top
    for (const outer of column) y = place(outer, { x: 0, y, width: WIDTH, level: 0, column: c }, boxes) + GAP
    return boxes
  })
  const boxOf = new Map(placed.flat().map((box) => [box.iri, box]))

  // The ways between the columns, each with a lane for every class that lines lead to.
  const ways = columns.slice(1).map(() => new Map<string, { left: Set<number>; right: Set<number> }>())
  const lead = (way: number, to: string, side: 'left' | 'right', y: number) => {
    const trunks = ways[way]
    if (trunks === undefined) return
    const trunk = trunks.get(to) ?? { left: new Set<number>(), right: new Set<number>() }
    trunk[side].add(y)
    trunks.set(to, trunk)
  }
  const routes = placed.flat().flatMap(({ column, rows }) =>
    rows.flatMap((row) => {
      const target = boxOf.get(row.relation.to)
      if (row.side === undefined || target === undefined) return []
      const first = row.side === 'right' ? column : column - 1
      const last = target.column > column ? target.column - 1 : target.column < column ? target.column : first
      const across = 8 + far.indexOf(row.relation.to) * LANE
      const entry = target.y + HEAD / 2
      const enters = target.column > last ? 'right' : 'left'
      lead(first, row.relation.to, row.side === 'right' ? 'left' : 'right', row.y - RISE)
      if (first !== last) {
        lead(first, row.relation.to, row.side, across)
        lead(last, row.relation.to, row.side === 'right' ? 'left' : 'right', across)
      }
      lead(last, row.relation.to, enters, entry)
      return [{ column, row, target, first, last, across, entry, enters } as const]
    }),
  )
  const orders = ways.map((trunks) =>
    channels([...trunks].map(([key, { left, right }]): Trunk => ({ key, left: [...left], right: [...right] }))),
  )

  // Now the columns have their places.
  const starts: number[] = []
  let x = 2
  columns.forEach((_, c) => {
    starts.push(x)
    x += WIDTH + (c < orders.length ? 2 * MARGIN + Math.max(0, (orders[c]?.length ?? 0) - 1) * LANE : 0)
  })
  const laneX = (way: number, to: string) =>
    (starts[way] ?? 0) + WIDTH + MARGIN + Math.max(0, orders[way]?.indexOf(to) ?? 0) * LANE
  const boxes = placed.flat().map((box): Box => ({ ...box, x: box.x + (starts[box.column] ?? 0) }))
  const atPlace = new Map(boxes.map((box) => [box.iri, box]))
  const edge = (iri: string, side: 'left' | 'right') => {
    const box = atPlace.get(iri)
    return box === undefined ? 0 : side === 'left' ? box.x : box.x + box.width
  }
  const connectors = routes.map(({ row, first, last, across, entry, enters }): Connector => {
    const { from, to } = row.relation
    const lane = laneX(last, to)
    const via =
      first === last
        ? []
        : ([
            [laneX(first, to), row.y - RISE],
            [laneX(first, to), across],
            [lane, across],
          ] as const)
    return {
      relation: row.relation,
      points: [
        [edge(from, row.side ?? 'right'), row.y - RISE],
        ...(via.length > 0 ? via : ([[lane, row.y - RISE]] as const)),
        [lane, entry],
        [edge(to, enters === 'right' ? 'left' : 'right'), entry],
      ],
    }
  })
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 2
  return { width: x + 2, height, boxes, connectors }

  /** Places a box and those inside; gives where it ends. */
  function place(of: CoreClass, at: Pick<Box, 'x' | 'y' | 'width' | 'level' | 'column'>, into: Box[]): number {
    let y = at.y + HEAD
    const room = at.width - 2 * PADDING
    const rows = of.relations.map((relation): Row => {
      const lines = broken(relation.properties, room, label).map((properties): Line => {
        y += LINE
        return { y: y - 5, properties }
      })
      const last = lines.at(-1)?.properties ?? []
      // The target stands on the last line, or below it.
      if (widthOf(last, label) + lengthOf(nameOfTarget(relation, label)) > room) y += LINE
      const side = sideOf(relation)
      const row = { relation, lines, y: y - 5, ...(side !== undefined && { side }) }
      y += SPACE
      return row
    })
    const own = into.length
    into.push({ iri: of.iri, ...at, height: 0, rows })
    for (const inner of of.inside)
      y =
        place(inner, { ...at, x: at.x + PADDING, y: y + 4, width: at.width - 2 * PADDING, level: at.level + 1 }, into) +
        4
    const end = y + (of.inside.length > 0 ? 4 : of.relations.length > 0 ? 3 : 0)
    const box = into[own]
    if (box !== undefined) into[own] = { ...box, height: end - at.y }
    return end
  }
}

/** What a row says of where it leads. */
export const nameOfTarget = ({ from, to }: CoreRelation, label: (iri: string) => string): string =>
  from === to ? `↻ another ${label(to)}` : label(to)

const lengthOf = (text: string): number => (text.length + 3) * SIGN
const widthOf = (names: readonly string[], label: (iri: string) => string): number =>
  names.reduce((sum, name) => sum + (label(name).length + 2) * SIGN, 0)

/** Names in lines that are not wider than they may be, as far as that can be known. */
function broken(names: readonly string[], width: number, label: (iri: string) => string): string[][] {
  const lines: string[][] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last === undefined || widthOf([...last, name], label) > width) lines.push([name])
    else last.push(name)
  }
  return lines
}

/** Whether a box stands for what is no class. */
export const isAnything = ({ iri }: Box): boolean => iri === ANYTHING
