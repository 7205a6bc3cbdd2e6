/** The source text of a record: each column by its name, its values below it, so that every value has its place. */
import type { RecordField } from '../../config.ts'
import type { Target } from './shape.ts'

/** The values of one column, as they stand in the file. */
export interface Cell {
  readonly column: string
  readonly values: readonly string[]
}

/** Offsets of a value in the text. */
export interface Place {
  readonly field: RecordField
  readonly start: number
  readonly end: number
}

export interface RecordText {
  readonly text: string
  /** In the order of the text; columns without a field have no place. */
  readonly places: readonly Place[]
}

/** Writes a record down. Its address stands first, as on a saved page. Empty values are left out. */
export function writeRecord(cells: readonly Cell[], targets: ReadonlyMap<string, readonly Target[]>): RecordText {
  const places: Place[] = []
  let text = ''
  const write = (value: string, fields: readonly RecordField[]) => {
    for (const field of fields) places.push({ field, start: text.length, end: text.length + value.length })
    text += `${value}\n`
  }
  const of = (column: string) => targets.get(column) ?? []
  const isAddress = ({ column }: Cell) => of(column).some(({ field }) => field === 'address')
  const ordered = [...cells.filter(isAddress), ...cells.filter((cell) => !isAddress(cell))]
  for (const cell of ordered) {
    const values = valuesOf(cell, of(cell.column))
    if (values.length === 0) continue
    if (!isAddress(cell)) text += `${text === '' ? '' : '\n'}${cell.column}:\n`
    for (const value of values)
      write(
        value,
        of(cell.column).map(({ field }) => field),
      )
  }
  return { text, places }
}

function valuesOf({ values }: Cell, targets: readonly Target[]): string[] {
  const separator = targets.find((target) => target.separator !== undefined)?.separator
  return values
    .flatMap((value) => (separator === undefined ? [value] : value.split(separator)))
    .map((value) => value.trim())
    .filter((value) => value !== '')
}
