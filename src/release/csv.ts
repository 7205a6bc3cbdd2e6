/** Tables for people as CSV (RFC 4180). */

export type Cell = string | number | undefined

const quoted = (cell: Cell): string => {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One row with its line end; a cell without value is empty. */
export const csvRow = (row: readonly Cell[]): string => `${row.map(quoted).join(',')}\r\n`

/** A table with its head, line by line; a cell without value is empty. */
export function* csvLines(head: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield csvRow(head)
  for (const row of rows) yield csvRow(row)
}

/** The same at once. */
export const csv = (head: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  [...csvLines(head, rows)].join('')
