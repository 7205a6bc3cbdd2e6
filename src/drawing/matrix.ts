/** Acts counted by who acted and towards whom: those who acted most and those who were addressed most. */
import { addedUp, compare, strengths, type Tie, type YearlyTie, type Years } from './ties.ts'

export interface Matrix {
  /** Who acted most first; cells in the order of the columns. */
  readonly rows: readonly {
    readonly id: string
    readonly total: number
    readonly cells: readonly (Tie | undefined)[]
  }[]
  /** Who was addressed most first. */
  readonly columns: readonly { readonly id: string; readonly total: number }[]
  /** The largest number of a cell. */
  readonly most: number
  /** Acts in the cells. */
  readonly shown: number
  readonly total: { readonly acts: number; readonly actors: number; readonly addressees: number }
  /** All acts by kind, the most frequent first. */
  readonly kinds: ReadonlyMap<string, number>
  /** All ties. */
  readonly ties: readonly Tie[]
}

/** @param size Rows and columns, at most. */
export function matrixOf(
  yearly: readonly YearlyTie[],
  { kind, ...years }: Years & { readonly kind?: string },
  size: { readonly rows: number; readonly columns: number },
): Matrix {
  const ties = addedUp(yearly, years, (tie) => kind === undefined || tie.kind === kind)
  const actors = strengths(ties, ['a'])
  const addressees = strengths(ties, ['b'])
  const columns = [...addressees].slice(0, size.columns).map(([id, total]) => ({ id, total }))
  const shownColumns = new Set(columns.map(({ id }) => id))
  const cells = new Map(ties.flatMap((tie) => (shownColumns.has(tie.b) ? [[`${tie.a}\t${tie.b}`, tie] as const] : [])))
  const rows = [...actors]
    .map(([id, total]) => ({ id, total, cells: columns.map((column) => cells.get(`${id}\t${column.id}`)) }))
    .filter((row) => row.cells.some((cell) => cell !== undefined))
    .slice(0, size.rows)
  const counts = rows.flatMap((row) => row.cells.flatMap((cell) => (cell === undefined ? [] : [cell.count])))
  return {
    rows,
    columns,
    most: Math.max(1, ...counts),
    shown: sum(counts),
    total: { acts: sum(ties.map(({ count }) => count)), actors: actors.size, addressees: addressees.size },
    kinds: kindsOf(ties),
    ties,
  }
}

/** How often each kind comes, the most frequent first. */
export function kindsOf(ties: readonly Tie[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { kinds } of ties) for (const [kind, count] of kinds) sums.set(kind, (sums.get(kind) ?? 0) + count)
  return new Map([...sums].sort(([x, m], [y, n]) => n - m || compare(x, y)))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
