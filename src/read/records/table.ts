/** Tables of records, one a row: comma, semicolon or tab between the cells, the names of the columns in the first row. */
import { Readable } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import type { Reading } from '../../document.ts'
import { type Problem, problem } from '../../problem.ts'
import type { Input, ReadContext } from '../context.ts'
import { decode, digest } from '../source-text.ts'
import { columnProblems, note, unmapped } from './columns.ts'
import { recordReader } from './document.ts'
import type { Cell } from './record-text.ts'
import { mappingFor } from './shape.ts'

const FORM = 'table'
const DELIMITERS = [',', ';', '\t', '|']
/** A table is told from prose by so many columns in so many rows. */
const [COLUMNS, ROWS] = [3, 3]
const LONGEST_NAME = 60
/** Characters that are given to the parser at a time. */
const PIECE = 65_536

/** Whether the configuration says of the file what its columns mean. JSON is read as JSON. */
export function isMappedTable(bytes: Uint8Array, input: Input, context: ReadContext): boolean {
  return (
    mappingFor(input, context) !== undefined && !/^[\s\ufeff]*[[{]/.test(Buffer.from(bytes.subarray(0, 64)).toString())
  )
}

/** Each row is a source text of its own. */
export async function* readTable(input: Input, context: ReadContext): AsyncGenerator<Reading> {
  const shape = mappingFor(input, context)
  const { source, problems, readable } = decode(input, shape?.encoding)
  const mediaType = shape?.delimiter === '\t' ? 'text/tab-separated-values' : 'text/csv'
  const file = { input, form: FORM, mediaType, rawSha256: digest(input.bytes) }
  if (!readable || shape === undefined) return yield note({ ...file, form: 'unrecognised' }, [...problems])
  const read = recordReader({ ...file, shape, context })
  const ofFile: Problem[] = [...problems]
  let head: readonly string[] | undefined
  let uneven: { count: number; readonly line: number } | undefined
  let position = 0
  for await (const { cells, line, reason } of rowsOf(source.text, shape.delimiter ?? delimiterOf(source.text))) {
    if (reason !== undefined) ofFile.push(problem('record-broken', { reason }, { path: input.path, line }))
    else if (head === undefined) head = cells.map((name) => name.trim())
    else {
      if (cells.length !== head.length) uneven = { count: (uneven?.count ?? 0) + 1, line: uneven?.line ?? line }
      if (cells.some((cell) => cell.trim() !== '')) yield read(named(head, cells), { position: ++position, line })
    }
  }
  if (uneven)
    ofFile.push(problem('record-row-uneven', { count: uneven.count }, { path: input.path, line: uneven.line }))
  if (position === 0) ofFile.push(problem('records-none', {}, { path: input.path }))
  else ofFile.push(...columnProblems({ ...file, shape, context }, new Set(head)))
  if (ofFile.length > 0) yield note(file, ofFile)
}

/** Columns of one name are one column with several values. */
function named(head: readonly string[], cells: readonly string[]): Cell[] {
  const values = new Map<string, string[]>()
  for (const [index, column] of head.entries()) {
    const cell = cells[index]
    if (cell !== undefined) values.set(column, [...(values.get(column) ?? []), cell])
  }
  return [...values].map(([column, all]) => ({ column, values: all }))
}

interface Row {
  readonly cells: readonly string[]
  readonly line: number
  /** Why the table could not be read from here on. */
  readonly reason?: string
}

async function* rowsOf(text: string, delimiter: string): AsyncGenerator<Row> {
  const options = { delimiter, relax_quotes: true, relax_column_count: true, skip_empty_lines: true, info: true }
  const parser = Readable.from(pieces(text)).pipe(parse(options))
  let before = 1
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { cells: record, line: before }
      before = info.lines + 1
    }
  } catch (error) {
    yield { cells: [], line: before, reason: REASONS[(error as CsvError).code] ?? (error as Error).message }
  }
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a cell opens with a quotation mark that nothing closes, or the file is cut off in it',
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

/** What stands most often between the names of the columns. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1)
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

/** The problem of a table of which nothing says what its columns mean; undefined where a text is no table. */
export function unmappedTable(path: string, text: string): Problem | undefined {
  const [head = '', ...rows] = text.split(/\r?\n/, ROWS).map((line) => line.split(delimiterOf(text)))
  const names = [...head].map((name) => name.trim().replace(/^"|"$/g, ''))
  const even = rows.length === ROWS - 1 && rows.every((cells) => cells.length >= names.length)
  const isHead =
    names.every((name) => name !== '' && name.length <= LONGEST_NAME) && new Set(names).size === names.length
  return names.length >= COLUMNS && even && isHead ? unmapped(path, names) : undefined
}
