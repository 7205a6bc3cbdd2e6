/** Mappings of structured records: what the columns of a catalogue that another system exported mean. */
import { suggestion } from './nearest.ts'
import { at, oneOf, PartError, text } from './values.ts'

/** What a column can be: a field of the record of a document. */
export const RECORD_FIELDS = {
  record: 'number or key of the record; it gives the address of the document',
  address: 'web address of the record at its publisher',
  title: 'title',
  date: 'date of the document',
  type: 'kind of document: telegram, letter, minutes …',
  text: "the document's own words",
  summary: "the publisher's summary",
  authors: 'whom the catalogue names as authors or contributors',
  sender: 'who sent the document',
  addressee: 'to whom it is addressed',
  sentFrom: 'place from which it was sent',
  sentTo: 'place to which it was sent',
  number: 'number that an office put on the paper',
  classification: 'classification and handling marks',
  reference: 'archival reference, with the credits of translators if they stand in it',
  archive: 'name of the archive',
  language: 'original language',
  people: 'persons and bodies that the catalogue associates with the document',
  places: 'places that it associates',
  subjects: 'subject headings',
  topics: 'topics',
  credits: 'sentence that thanks donors or names translators',
  donors: 'names of donors',
  rights: 'statement of rights',
  uploaded: 'date on which the record was published',
  citation: 'how the publisher cites the document',
} as const

export type RecordField = keyof typeof RECORD_FIELDS

export interface ColumnSettings {
  /** Name of the column; of a JSON record the names of its members, joined by full stops: `creators.name`. */
  readonly column: string
  /** What stands between several values in one cell. */
  readonly separator?: string
}

export interface RecordsSettings {
  /** Key of the publisher whose records they are; it begins the addresses of the documents. */
  readonly source: string
  readonly columns: Readonly<Partial<Record<RecordField, readonly ColumnSettings[]>>>
  /** Columns that are left aside on purpose. */
  readonly ignore?: readonly string[]
  /** Between the cells of a table; found out where it is not given. */
  readonly delimiter?: string
  /** Between several values in one cell of a field that is a list. */
  readonly separator?: string
  /** Label of the character encoding, as the Encoding Standard has them; UTF-8 where it is not given. */
  readonly encoding?: string
  /** How `3/4/1955` is meant. */
  readonly dateOrder?: 'day-month' | 'month-day'
  /** Language tag of the catalogue's own words: of titles and summaries. */
  readonly language?: string
  /** Where the records stand in a JSON file that holds them in a member: `response.docs`. */
  readonly list?: string
}

const FIELD_NAMES = Object.keys(RECORD_FIELDS)
const members = (value: unknown): [string, unknown][] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('has to be an object')
  return Object.entries(value)
}
/** White space counts: a tab is a delimiter. */
const mark = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw new Error('has to be a text')
  return value
}
const encoding = (value: unknown): string => {
  try {
    return new TextDecoder(text(value)).encoding
  } catch {
    throw new Error('has to be the name of a character encoding, such as utf-8, windows-1252 or utf-16le')
  }
}
const languageTag = (value: unknown): string => {
  if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text(value))) throw new Error('has to be a language tag, such as de')
  return text(value)
}
const sourceKey = (value: unknown): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(text(value)))
    throw new Error('has to be a short key of small letters, digits and hyphens, such as bundesarchiv')
  return text(value)
}
const names = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [text(value)])

function column(value: unknown): ColumnSettings {
  if (typeof value === 'string') return { column: text(value) }
  const read = Object.fromEntries(
    members(value).map(([key, part]) => {
      if (key === 'column') return [key, at(key, text)(part)]
      if (key === 'separator') return [key, at(key, mark)(part)]
      throw new Error(`has the unknown key ${key}; ${suggestion(key, ['column', 'separator'])}`)
    }),
  )
  if (read['column'] === undefined) throw new Error('needs column, the name of a column')
  return { ...read, column: read['column'] }
}

function columns(value: unknown): RecordsSettings['columns'] {
  const read = members(value).map(([field, part]) => {
    if (!FIELD_NAMES.includes(field))
      throw new Error(`has the unknown field ${field}; ${suggestion(field, FIELD_NAMES)}`)
    const parse = (all: unknown) => (Array.isArray(all) ? all : [all]).map(column)
    return [field, at(field, parse)(part)] as const
  })
  if (!read.some(([field]) => field === 'title' || field === 'record'))
    throw new Error('has to name the column of the title or of the record')
  return Object.fromEntries(read)
}

const KEYS: { readonly [K in keyof Required<RecordsSettings>]: (value: unknown) => RecordsSettings[K] } = {
  source: sourceKey,
  columns,
  ignore: names,
  delimiter: mark,
  separator: mark,
  encoding,
  dateOrder: oneOf('day-month', 'month-day'),
  language: languageTag,
  list: text,
}

function mapping(value: unknown): RecordsSettings {
  const read: Partial<Record<string, unknown>> = Object.fromEntries(
    members(value).map(([key, part]) => {
      const parse = KEYS[key as keyof RecordsSettings] as ((value: unknown) => unknown) | undefined
      if (parse === undefined) throw new Error(`has the unknown key ${key}; ${suggestion(key, Object.keys(KEYS))}`)
      return [key, at(key, parse)(part)]
    }),
  )
  for (const key of ['source', 'columns'])
    if (read[key] === undefined) throw new PartError([key], new Error('is missing'), null)
  return read as unknown as RecordsSettings
}

/** Reads the setting `records`: a mapping for each name or pattern of a file. */
export function records(value: unknown): Readonly<Record<string, RecordsSettings>> {
  return Object.fromEntries(members(value).map(([pattern, part]) => [pattern, at(pattern, mapping)(part)]))
}
