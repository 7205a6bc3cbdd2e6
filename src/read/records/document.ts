/** One record as a document: its fields are blocks of a page, and what a page has no block for is read here. */
import type { RecordField, RecordsSettings } from '../../config.ts'
import type { Found, Name, Numbering, Party, PartyRole, Reading, SourceDocument } from '../../document.ts'
import { parseName } from '../../grammar/name.ts'
import type { Input, ReadContext } from '../context.ts'
import { distinct, partyKey } from '../distinct.ts'
import { type Stretch, whole, wordsOf } from '../evidence.ts'
import { linesOf } from '../lines.ts'
import type { Page } from '../page.ts'
import { problemsOf } from '../problems.ts'
import { documentOf } from '../record.ts'
import { sourceText } from '../source-text.ts'
import type { Block } from '../zones.ts'
import { type Cell, type Place, writeRecord } from './record-text.ts'
import { type Target, targetsOf } from './shape.ts'

/** Fields that are blocks of a page. */
const BLOCKS: Readonly<Partial<Record<RecordField, Pick<Block, 'key' | 'zone'>>>> = {
  record: { key: 'record', zone: 'catalogue' },
  title: { key: 'title', zone: 'page-header' },
  date: { key: 'date', zone: 'page-header' },
  type: { key: 'type', zone: 'catalogue' },
  text: { key: 'text', zone: 'body' },
  summary: { key: 'summary', zone: 'summary' },
  authors: { key: 'authors', zone: 'catalogue' },
  classification: { key: 'classification', zone: 'catalogue' },
  reference: { key: 'source', zone: 'catalogue' },
  archive: { key: 'archive', zone: 'catalogue' },
  language: { key: 'language', zone: 'catalogue' },
  people: { key: 'people', zone: 'catalogue' },
  places: { key: 'places', zone: 'catalogue' },
  subjects: { key: 'subjects', zone: 'catalogue' },
  topics: { key: 'topics', zone: 'catalogue' },
  credits: { key: 'credits', zone: 'credits' },
  rights: { key: 'rights', zone: 'catalogue' },
  uploaded: { key: 'uploaded', zone: 'catalogue' },
  citation: { key: 'citation', zone: 'citation' },
}
const PARTIES: readonly { readonly role: PartyRole & RecordField; readonly rule: string; readonly isPlace?: true }[] = [
  { role: 'sender', rule: 'record-sender' },
  { role: 'addressee', rule: 'record-addressee' },
  { role: 'sentFrom', rule: 'record-sent-from', isPlace: true },
  { role: 'sentTo', rule: 'record-sent-to', isPlace: true },
]

/** Where a record stands in its file. */
export interface RecordPlace {
  /** From 1. */
  readonly position: number
  readonly line?: number
}

/** What all records of a file share. */
export interface RecordFile {
  readonly input: Input
  readonly form: string
  readonly mediaType: string
  readonly rawSha256: string
  readonly shape: RecordsSettings
  readonly context: ReadContext
}

/** A reader of the records of one file. */
export function recordReader(file: RecordFile): (cells: readonly Cell[], at: RecordPlace) => Reading {
  const targets = targetsOf(file.shape)
  const { dateOrder } = file.shape
  const dates = dateOrder === undefined ? {} : { dates: { dayFirst: dateOrder === 'day-month' } }
  const context: ReadContext = { ...file.context, ...dates }
  return (cells, at) => readRecord(cells, at, { ...file, context }, targets)
}

function readRecord(
  cells: readonly Cell[],
  { position, line }: RecordPlace,
  { input, form, mediaType, rawSha256, shape, context }: RecordFile,
  targets: ReadonlyMap<string, readonly Target[]>,
): Reading {
  const { text, places } = writeRecord(cells, targets)
  const record = places.find(({ field }) => field === 'record')
  const part = record === undefined ? String(position) : text.slice(record.start, record.end)
  const source = sourceText(input, text, { mediaType, rawSha256, part, ...(line !== undefined && { line }) })
  const address = source.address === undefined ? undefined : linesOf(text)[0]
  const page: Page = { source, text, lines: [], ...(address !== undefined && { address }) }
  const read = documentOf(page, blocksOf(text, places), shape.source, context)
  const document = withFields(read, text, places, shape)
  return { form, source, documents: [document], problems: problemsOf(page, document, context) }
}

/** One block for each field, whatever the number of columns that it comes from. */
function blocksOf(text: string, places: readonly Place[]): Block[] {
  const fields = [...new Set(places.map(({ field }) => field))]
  return fields.flatMap((field) => {
    const block = BLOCKS[field]
    const lines = places.filter((place) => place.field === field).flatMap((p) => linesOf(text, false, p.start, p.end))
    return block === undefined || lines.length === 0 ? [] : [{ ...block, lines }]
  })
}

function withFields(read: SourceDocument, text: string, places: readonly Place[], shape: RecordsSettings) {
  const of = (field: RecordField): Stretch[] =>
    places.flatMap((p) => (p.field === field ? [{ text, start: p.start, end: p.end, zone: 'catalogue' as const }] : []))
  const parties = PARTIES.flatMap(({ role, rule, isPlace }) =>
    of(role).map((stretch): Found<Party> => {
      const name = parseName(wordsOf(stretch).words)
      return whole(stretch, { role, name: isPlace ? { ...name, kind: 'place' } : name }, rule)
    }),
  )
  const stated = new Set(parties.map(({ value }) => value.role))
  return {
    ...read,
    titleLanguage: shape.language ?? read.titleLanguage,
    // A column says whose it is; the title only seems to.
    parties: distinct([...parties, ...read.parties.filter(({ value }) => !stated.has(value.role))], partyKey),
    numbers: [...of('number').map(numberIn), ...read.numbers],
    donors: distinct([...read.donors, ...of('donors').map(donor)], ({ value }) => value.label),
  }
}

function numberIn(stretch: Stretch): Found<Numbering> {
  return whole(stretch, { value: wordsOf(stretch).words, kind: 'unlabelled', label: '' }, 'record-number')
}

function donor(stretch: Stretch): Found<Name> {
  return whole(stretch, { ...parseName(wordsOf(stretch).words), kind: 'body' }, 'record-donor')
}
