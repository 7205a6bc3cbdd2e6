/** Reads the authority files into rows: their columns, what a cell may hold, and how a row that cannot be used is reported. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Problem, problem, reasonOf } from '../problem.ts'
import { type AuthorityFiles, EVENT_KINDS, HOLDING_STATUS, LINK_RELATIONS } from './rows.ts'

type Rows = { readonly [F in keyof AuthorityFiles]: AuthorityFiles[F][number] }
export type FileName = keyof AuthorityFiles

/** Reads one cell; throws half a sentence that says what the column has to hold. */
type Cell = (text: string) => unknown

const text: Cell = (cell) => cell
const list: Cell = (cell) =>
  cell
    .split('|')
    .map((item) => item.trim())
    .filter(Boolean)
const matching =
  (pattern: RegExp, sentence: string): Cell =>
  (cell) => {
    if (!pattern.test(cell)) throw new Error(sentence)
    return cell
  }
const oneOf = (values: readonly string[]): Cell =>
  matching(new RegExp(`^(?:${values.join('|')})$`), `has to be one of ${values.join(', ')}`)
const between =
  (least: number, most: number): Cell =>
  (cell) => {
    const number = Number(cell)
    if (!(number >= least && number <= most)) throw new Error(`has to be a number from ${least} to ${most}`)
    return number
  }
const id = matching(
  /^[\p{Ll}\p{Lo}\p{N}]+(?:--?[\p{Ll}\p{Lo}\p{N}]+)*$/u,
  'has to be words in lower case joined by hyphens',
)
const thing = matching(
  /^(?:person|body|state|position|place|subject|event)\/[^\s/]+$/,
  'has to be a kind and an id, such as person/kim-il-sung',
)
const date = matching(
  /^\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?(?:\/(?:\.\.|\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?))?$/,
  'has to be a date in EDTF, such as 1953-03-29, 1953-03, 1953 or 1953~',
)
const day = matching(/^\d{4}-\d\d-\d\d$/, 'has to be a day, such as 2026-11-22')
const iri = matching(/^https?:\/\/[^\s<>"{}|\\^`]+$/, 'has to be an address that begins with http')

/** `fonds:f=F.,Fond;opis:op=Op.`: level, prefix of its number in a slug, and the tokens by which references name it. */
const levels: Cell = (cell) =>
  cell.split(';').map((part) => {
    const [, level, prefix, tokens] = /^\s*([a-z-]+):([a-z]*)=(.*)$/.exec(part) ?? []
    if (level === undefined || prefix === undefined || tokens === undefined)
      throw new Error('has to be written like fonds:f=F.,Fond;opis:op=Op.,Opis')
    return {
      level,
      prefix,
      tokens: tokens
        .split(',')
        .map((token) => token.trim())
        .filter(Boolean),
    }
  })

interface Column {
  readonly read: Cell
  /** A row without it cannot be used. */
  readonly required?: true
  /** What an empty cell gives; without it the value is left out. */
  readonly empty?: readonly never[]
}
const must = (read: Cell): Column => ({ read, required: true })
const may = (read: Cell): Column => ({ read })
const several: Column = { read: list, empty: [] }

type Columns<R> = { readonly [C in keyof Required<R>]: Column }

/** Every authority file with its columns, in the order of the documentation. */
export const COLUMNS: { readonly [F in FileName]: Columns<Rows[F]> } = {
  persons: {
    id: must(id),
    label: must(text),
    forms: several,
    codeNames: several,
    misreadings: several,
    born: may(date),
    died: may(date),
    note: may(text),
  },
  positions: {
    id: must(id),
    label: must(text),
    forms: several,
    body: may(id),
    represents: may(id),
    accreditedTo: may(id),
  },
  holdings: {
    person: must(id),
    position: must(id),
    status: must(oneOf(HOLDING_STATUS)),
    from: may(date),
    to: may(date),
    source: must(text),
  },
  bodies: {
    id: must(id),
    kind: must(oneOf(['body', 'state', 'archive'])),
    label: must(text),
    forms: several,
    adjectives: several,
    parent: may(id),
    represents: may(id),
    governs: may(id),
    from: may(date),
    to: may(date),
  },
  places: {
    id: must(id),
    label: must(text),
    forms: several,
    latitude: may(between(-90, 90)),
    longitude: may(between(-180, 180)),
    within: may(id),
    source: may(text),
  },
  archives: {
    archive: must(id),
    label: must(text),
    names: several,
    levels: must(levels),
    folioTokens: several,
    callNumbers: may(list),
  },
  subjects: { id: must(id), label: must(text), components: several, note: may(text) },
  links: {
    subject: must(thing),
    relation: must(oneOf(LINK_RELATIONS)),
    target: must(iri),
    status: must(oneOf(['accepted', 'candidate', 'rejected'])),
    source: must(text),
    date: may(day),
    reviewer: may(text),
  },
  events: { id: must(id), label: must(text), kind: must(oneOf(EVENT_KINDS)), date: may(date), members: several },
  duplicates: {
    document: must(id),
    duplicateOf: must(id),
    status: must(oneOf(['accepted', 'candidate', 'rejected'])),
    source: may(text),
    date: may(day),
    reviewer: may(text),
  },
}
export const FILE_NAMES = Object.keys(COLUMNS) as FileName[]

/** Rows of one file with the line that each ends on; a missing file has none. */
export interface FileRows<R> {
  readonly rows: readonly { readonly row: R; readonly line: number }[]
  readonly problems: readonly Problem[]
}

/** Reads `{folder}/{name}.csv`. Rows that cannot be used are left out and reported; nothing is thrown. */
export function readRows<F extends FileName>(folder: string, name: F): FileRows<Rows[F]> {
  const path = join(folder, `${name}.csv`)
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const absent = code === 'ENOENT' || code === 'ENOTDIR'
    return {
      rows: [],
      problems: absent ? [] : [problem('authority-unreadable', { reason: reasonOf(error) }, { path })],
    }
  }
  const problems: Problem[] = []
  const unusable = (reason: string, line: number) => problems.push(problem('authority-row', { reason }, { path, line }))
  const records: readonly { record: Readonly<Record<string, string>>; info: { lines: number } }[] = parse(content, {
    bom: true,
    columns: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      unusable(error?.message ?? 'it is not valid CSV', Number(error?.['lines'] ?? 1))
      return undefined
    },
  })
  const columns = COLUMNS[name] as Readonly<Record<string, Column>>
  for (const column of Object.keys(records[0]?.record ?? {}))
    if (columns[column] === undefined)
      problems.push(problem('authority-column', { column, known: Object.keys(columns).join(', ') }, { path, line: 1 }))

  const rows = records.flatMap(({ record, info }) => {
    try {
      return [{ row: readRow(record, columns) as Rows[F], line: info.lines }]
    } catch (error) {
      unusable((error as Error).message, info.lines)
      return []
    }
  })
  return { rows, problems }
}

function readRow(record: Readonly<Record<string, string>>, columns: Readonly<Record<string, Column>>): unknown {
  const cells = Object.entries(columns).flatMap(([name, { read, required, empty }]): [string, unknown][] => {
    const cell = record[name] ?? ''
    if (cell === '') {
      if (required) throw new Error(`the column ${name} is empty`)
      return empty === undefined ? [] : [[name, empty]]
    }
    try {
      return [[name, read(cell)]]
    } catch (error) {
      throw new Error(`the column ${name} ${(error as Error).message}; it is “${cell}”`)
    }
  })
  return Object.fromEntries(cells)
}
