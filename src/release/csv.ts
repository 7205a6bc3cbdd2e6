/** Tables for people as CSV (RFC 4180). */

export type Cell = string | number | undefined

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One row with its line end; a cell without value is empty. */
export const csvRow = (row: readonly Cell[]): string => `${row.map(quoted).join(',')}\r\n`

/** A table with its head. */
export const csv = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, ...rows].map(csvRow).join('')
