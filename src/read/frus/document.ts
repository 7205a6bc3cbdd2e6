/** The record of one document of a volume, and of the papers that are printed with it. */
import {
  type ArchivalReference,
  blankDocument,
  type Found,
  type Name,
  type Note,
  type Numbering,
  type SourceCollection,
  type SourceDocument,
} from '../../document.ts'
import { parseReferences } from '../../grammar/archive.ts'
import { type FileNumber, parseFileNumber } from '../../grammar/file-number.ts'
import { parseHeading } from '../../grammar/heading.ts'
import { findMessageNumber } from '../../grammar/message-number.ts'
import type { ReadContext } from '../context.ts'
import { dateKey, distinct, numberKey } from '../distinct.ts'
import { find, part, type Stretch, stretchAt, stretchOf, whole, wordsOf } from '../evidence.ts'
import { findOmissions } from '../omissions.ts'
import { optional } from '../optional.ts'
import { closingFacts } from './closing.ts'
import type { Layout, NoteLayout, PartLayout } from './layout.ts'
import { openerFacts } from './opener.ts'
import { kindOf } from './paper-kind.ts'
import type { Volume } from './volume.ts'
import { partSpan, partZones } from './zones.ts'

const SOURCE = 'frus'

/** The record of a document. `name` is its name in the volume (`d12`), `pages` where the printed volume has it. */
export function documentOf(
  layout: Layout,
  name: string,
  volume: Volume,
  collections: readonly SourceCollection[],
  pages: string | undefined,
  context: ReadContext,
): SourceDocument {
  const { text, document, notes } = layout
  const number = layout.number && stretchAt(text, layout.number, 'catalogue')
  const filed = document.file.map((line) => stretchAt(text, line, 'source-note'))
  const files = filed.flatMap((line) => fileAt(line) ?? [])
  const labels = filed.filter((line) => files.every(({ line: used }) => used !== line))
  const paper = paperOf(text, document, 'edition', files, yearOf(files, volume))
  const remarks = openerFacts(text, labels, 'source-note')
  const editorial = paper.type?.value === 'editorial-note'
  const citation = `${volume.citation}, Document ${name.replace(/^d/, '')}`
  const sources = notes.map((note) => noteStretch(text, note)).filter(isSourceNote)
  return {
    ...paper,
    ...optional('record', number && whole(number, `${volume.record}-${name}`, 'document-number')),
    ...optional('citation', number && whole(number, citation, 'document-number')),
    numbers: distinct([...files.flatMap(registryNumber), ...paper.numbers], numberKey),
    archival: [
      ...files.map(({ line, file: { reference } }) =>
        whole(part(line, reference.start, reference.end), reference.value, 'file-number'),
      ),
      ...sources.flatMap((note) =>
        find(note, (words) => parseReferences(words, context.authority.schemes), 'source-note'),
      ),
      ...(number === undefined ? [] : [whole(number, printedIn(volume, citation, pages), 'document-number')]),
    ],
    omissions: [...remarks.omissions, ...paper.omissions],
    unparsed: [...remarks.unparsed, ...paper.unparsed],
    notes: notes.flatMap((note) => noteOf(text, note)),
    collections,
    encloses: document.enclosures.flatMap((enclosure) => enclosuresOf(text, enclosure)),
    zones: [
      ...partZones(document, editorial),
      ...(number === undefined ? [] : [wordsOf(number).span]),
      ...notes.map((note) => wordsOf(noteStretch(text, note)).span),
    ].sort((a, b) => a.start - b.start),
  }
}

interface Filed {
  readonly line: Stretch
  readonly file: FileNumber
}

/** A line above the heading says where the paper is filed, unless brackets make it a remark on the text. */
function fileAt(line: Stretch): Filed | undefined {
  const { words } = wordsOf(line)
  const file = /^\[[^\]]*\]$/.test(words) ? undefined : parseFileNumber(words)
  return file && { line, file }
}

/** The year of a date line that gives none: of the number in the file, else the one year of the volume. */
function yearOf(files: readonly Filed[], { collection }: Volume): number | undefined {
  const [day] = files.flatMap(({ file }) => file.date?.value.earliest ?? [])
  const year = /^\d{4}/.exec(day ?? '')?.[0] ?? /^\d{4}$/.exec(collection.covers ?? '')?.[0]
  return year === undefined ? undefined : Number(year)
}

/** The number in the central file, with the day that it tells. */
function registryNumber({ line, file: { number, date } }: Filed): Found<Numbering>[] {
  if (number === undefined) return []
  const day = date && whole(part(line, date.start, date.end), date.value, 'file-number')
  const value: Numbering = { value: number.value, kind: 'registry', label: '', ...(day && { date: day }) }
  return [whole(part(line, number.start, number.end), value, 'file-number')]
}

function printedIn(volume: Volume, citation: string, pages: string | undefined): ArchivalReference {
  return {
    archive: `${SOURCE}-${volume.record.toLowerCase()}`,
    archiveLabel: volume.citation,
    steps: [],
    printed: true,
    citation: pages === undefined ? citation : `${citation}, p${/\D/.test(pages) ? 'p' : ''}. ${pages}`,
    ...optional('folios', pages),
  }
}

/** What a paper says of itself: heading, opener, closing. */
function paperOf(
  text: string,
  layout: PartLayout,
  standing: SourceDocument['standing'],
  files: readonly Filed[],
  hint: number | undefined,
): SourceDocument {
  const opener = openerFacts(text, layout.opener, 'document-header', 'date-line', hint)
  const closing = closingFacts(text, layout.closers)
  const dates = [...opener.dates, ...closing.dates]
  const title = titleOf(text, layout)
  const year = dates.find(({ value }) => value.earliest !== undefined)?.value.earliest?.slice(0, 4)
  const heading = title && parseHeading(wordsOf(title).words, year === undefined ? {} : { year: Number(year) })
  const place = <T>({ start, end, value }: { start: number; end: number; value: T }): Found<T> =>
    whole(part(title ?? { text, start: 0, end: 0, zone: 'page-header' }, start, end), value, 'heading')
  const parties = [...(heading?.parties.map(place) ?? []), ...closing.parties]
  const type = kindOf({ text, layout, heading: heading?.type && place(heading.type), files, parties, opener })
  const written = [...opener.places, ...closing.places][0]
  const body = stretchOf(text, layout.body, 'body')
  const span = partSpan(layout)
  return {
    ...blankDocument(SOURCE, standing),
    ...optional('title', title && whole(title, wordsOf(title).words, 'heading')),
    ...optional('type', type),
    dates: distinct(
      [
        ...dates,
        ...(heading?.dates ?? []).map((date) =>
          place({ ...date, value: { ...date.value, role: 'document' as const, basis: 'title' as const } }),
        ),
      ],
      dateKey,
    ),
    parties: [...parties, ...sentFrom(written, parties)],
    numbers: [...opener.numbers, ...closing.numbers, ...messageNumber(text, layout, type?.value)],
    markings: opener.markings,
    transmissions: [...opener.transmissions, ...closing.transmissions],
    ...optional('writtenAt', written),
    omissions: [
      ...opener.omissions,
      ...closing.omissions,
      ...find(body, findOmissions, 'omission'),
      ...dotted(text, layout),
    ],
    unparsed: [...opener.unparsed, ...closing.unparsed],
    ...optional('text', span),
    ...(span !== undefined && { textLanguage: 'en' }),
  }
}

/** The heading, as one line: the first that is no label such as `[Enclosure]`. */
function titleOf(text: string, { heading }: PartLayout): Stretch | undefined {
  return stretchOf(text, heading.filter((line) => !/^\[[^\]]*\]$/.test(line.text)).slice(0, 1), 'page-header')
}

/** A message that is sent was sent from where it was written. */
function sentFrom(place: Found<Name> | undefined, parties: SourceDocument['parties']): SourceDocument['parties'] {
  const sent = parties.some(({ value }) => value.role === 'sender')
  const said = parties.some(({ value }) => value.role === 'sentFrom')
  return place === undefined || !sent || said ? [] : [{ ...place, value: { role: 'sentFrom', name: place.value } }]
}

function messageNumber(text: string, { body }: PartLayout, type: string | undefined): Found<Numbering>[] {
  const [first, second] = body
  const number = first && type === 'telegram' ? findMessageNumber(first.text, second?.text) : undefined
  if (first === undefined || number === undefined) return []
  const value: Numbering = { value: number.value, kind: 'telegram', label: '' }
  return [whole(part(stretchAt(text, first, 'body'), number.start, number.end), value, 'message-number')]
}

/** A line of dots stands for what was left out. */
const DOTTED = /^(?:[.…]\s?){4,}$/

const dotted = (text: string, { body }: PartLayout): SourceDocument['omissions'] =>
  body.filter((line) => DOTTED.test(line.text)).map((line) => whole(stretchAt(text, line, 'body'), 'editorial', 'dots'))

/** A paper printed with a document; those printed with it in turn stand beside it. */
function enclosuresOf(text: string, layout: PartLayout): SourceDocument[] {
  const inside = layout.enclosures.flatMap((enclosure) => enclosuresOf(text, enclosure))
  const span = partSpan(layout)
  if (span === undefined) return inside
  const files = layout.file.flatMap((line) => fileAt(stretchAt(text, line, 'document-header')) ?? [])
  return [{ ...paperOf(text, layout, 'enclosed', files, undefined), zones: partZones(layout, false) }, ...inside]
}

const noteStretch = (text: string, { lines }: NoteLayout): Stretch => {
  const span = stretchOf(text, lines, 'footnote') ?? { text, start: 0, end: 0, zone: 'footnote' as const }
  return isSourceNote(span) ? { ...span, zone: 'source-note' } : span
}

const isSourceNote = (note: Stretch): boolean => /^\[[^\]]*\]\sSource:\s/.test(wordsOf(note).words)

function noteOf(text: string, note: NoteLayout): Found<Note>[] {
  if (note.lines.length === 0) return []
  return [whole(noteStretch(text, note), { label: note.label, ...optional('at', note.at) }, 'footnote')]
}
