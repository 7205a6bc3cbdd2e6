/**
 * The files that the views of a version are drawn from: dates, counts by period, relations, places. Made from what the
 * passes put aside, sorted on the disk; a request reads them and counts nothing that could have been counted here.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Letter } from '../crosswalk/correspondence.ts'
import { createIris, type Iris } from '../iris.ts'
import { readLine } from '../rdf/canonical.ts'
import { labelOf } from '../rdf/labels.ts'
import { documentType, factuality } from '../rdf/vocabulary/schemes.ts'
import { FileWriter, readLines, toBytes, toText } from './files.ts'
import type { FileEntry } from './manifest.ts'
import {
  dayOf,
  RELATIONS,
  type Relation,
  RelationWriter,
  type Row,
  readRow,
  shortTitle,
  TABLE,
  VIEWS,
} from './relations.ts'
import { LineSorter } from './sort.ts'
import { openSorted } from './sorted-file.ts'
import { actKind, asideOf, eventKind, type Viewed, viewedThings } from './viewed.ts'

/** Events and documents with a date, by their first day. */
export const DATED = `${VIEWS}/dated.tsv`
/** How many documents and events of a kind lie within a year, and within a month. */
export const PERIODS = `${VIEWS}/periods.tsv`
/** What the things are called that have ties. */
export const NAMES = `${VIEWS}/names.tsv`
/** Where the places lie that are named with documents. */
export const PLACES = `${VIEWS}/places.tsv`
/** With how many documents of a year a place has to do, and as what. */
export const PLACE_COUNTS = `${VIEWS}/place-counts.tsv`

/** As what a document names a place; `any` counts each document once. */
export const PLACE_ROLES = ['from', 'to', 'at', 'about'] as const
export type PlaceRole = (typeof PLACE_ROLES)[number] | 'any'

/** More people at one event are a crowd: who was there did not meet everybody. */
const CROWD = 12

const LETTERS = 'letters.aside'

/** Where the passes put letters aside, as rows of `relations.ts`. */
export const lettersAside = (folder: string): string => join(folder, LETTERS)

const thingsOf = ({ base }: Iris): string => `${base}/id/`

/** A letter as rows: each sender with each recipient. */
export function letterRows({ facts, senders, recipients }: Letter, iris: Iris): Row[] {
  const address = (iri: string) => iri.slice(thingsOf(iris).length)
  const isOurs = ({ iri }: { readonly iri: string }) => iri.startsWith(thingsOf(iris))
  const [earliest, latest] = [dayOf(facts.date?.earliest), dayOf(facts.date?.latest)]
  const kind = facts.type?.iri.slice(documentType.iri.length) ?? ''
  const common = { address: address(facts.iri), kind, title: facts.title.value }
  const dates = earliest === '' || latest === '' ? { earliest: '', latest: '' } : { earliest, latest }
  return senders
    .filter(isOurs)
    .flatMap((sender) =>
      recipients
        .filter(isOurs)
        .map((recipient) => ({ a: address(sender.iri), b: address(recipient.iri), ...dates, ...common })),
    )
}

/** Makes the files; what was put aside is removed. */
export async function writeViews({ folder, base }: { readonly folder: string; readonly base: string }) {
  mkdirSync(join(folder, VIEWS))
  const views = new ViewsWriter(folder, createIris(base))
  for (const line of readLines(lettersAside(folder))) views.relations.letters.add(readRow(toText(line)))
  for (const { thing, nodes } of viewedThings(folder)) views.addThing(thing, nodes)
  rmSync(lettersAside(folder))
  rmSync(asideOf(folder))
  return views.close()
}

/** A document or an event with a date. */
export interface DatedItem {
  /** First and last day, `YYYY-MM-DD`. */
  readonly earliest: string
  readonly latest: string
  readonly what: 'document' | 'event'
  /** Document type or class of the event; empty where it is not known. */
  readonly kind: string
  /** Kind and slug, with a fragment where it is a part. */
  readonly address: string
  readonly title: string
}

class ViewsWriter {
  readonly relations: Readonly<Record<Relation, RelationWriter>>
  readonly #folder: string
  readonly #iris: Iris
  readonly #dated: LineSorter
  readonly #periods: LineSorter
  readonly #placeCounts: LineSorter
  readonly #places: LineSorter
  readonly #names: LineSorter
  /** Reports that a curator took for one event, which stands for them. */
  readonly #merged: ReadonlySet<string>

  constructor(folder: string, iris: Iris) {
    const sorter = (name: string) => new LineSorter(folder, `${name}.run`)
    this.#folder = folder
    this.#iris = iris
    this.#dated = sorter('dated')
    this.#periods = sorter('periods')
    this.#placeCounts = sorter('place-counts')
    this.#places = sorter('places')
    this.#names = sorter('names')
    this.relations = Object.fromEntries(
      RELATIONS.map((relation) => [relation, new RelationWriter(folder, relation)]),
    ) as Record<Relation, RelationWriter>
    this.#merged = mergedReports(folder, iris)
  }

  addThing(thing: string, nodes: readonly Viewed[]): void {
    const { kind } = this.#iris.parse(thing) ?? {}
    const whole = nodes.find(({ iri }) => iri === thing)
    if (kind === 'place') this.#addPlace(whole)
    if (kind === 'document' && whole !== undefined) this.#addDocument(whole)
    for (const node of nodes) {
      const event = eventKind(node)
      if (event !== undefined) this.#addEvent(node, event)
      const act = actKind(node)
      if (act !== undefined && whole !== undefined) this.#addAct(node, act, whole)
    }
  }

  #addDocument(document: Viewed): void {
    const [earliest, latest] = datesOf(document)
    const kind = document.one('kind')?.slice(documentType.iri.length) ?? ''
    const address = this.#address(document.iri)
    const title = document.one('title') ?? address
    this.#addDated({ earliest, latest, what: 'document', kind, address, title })
    const year = earliest.slice(0, 4)
    const named = PLACE_ROLES.flatMap((role) =>
      document.all(role).flatMap((iri) => (this.#kindOf(iri) === 'place' ? [[this.#address(iri), role] as const] : [])),
    )
    for (const [place, role] of named) this.#placeCounts.add(toBytes([place, role, year].join('\t')))
    for (const place of new Set(named.map(([place]) => place)))
      this.#placeCounts.add(toBytes([place, 'any', year].join('\t')))
    const as = (role: string) => named.filter(([, own]) => own === role).map(([place]) => place)
    const from = as('at').length > 0 && as('from').length === 0 ? as('at') : as('from')
    for (const a of from)
      for (const b of as('to')) if (a !== b) this.relations.routes.add({ a, b, earliest, latest, address, kind, title })
  }

  #addEvent(event: Viewed, kind: string): void {
    if (this.#merged.has(event.iri) || !isActual(event)) return
    const [earliest, latest] = datesOf(event)
    const address = this.#address(event.iri)
    const title = event.one('title') ?? kind
    this.#addDated({ earliest, latest, what: 'event', kind, address, title })
    const present = [...new Set(this.#addresses(event.all('participant')))].sort()
    if (present.length > CROWD) return
    for (const [i, a] of present.entries())
      for (const b of present.slice(i + 1))
        this.relations.meetings.add({ a, b, earliest, latest, address, kind, title })
  }

  #addAct(act: Viewed, kind: string, document: Viewed): void {
    if (!isActual(act)) return
    const [earliest, latest] = act.one('earliest') === undefined ? datesOf(document) : datesOf(act)
    const address = this.#address(act.iri)
    const title = document.one('title') ?? this.#address(document.iri)
    for (const a of this.#addresses(act.all('actor')))
      for (const b of this.#addresses(act.all('addressee')))
        if (a !== b) this.relations.acts.add({ a, b, earliest, latest, address, kind, title })
  }

  #addPlace(place: Viewed | undefined): void {
    const [latitude, longitude] = [Number(place?.one('latitude')), Number(place?.one('longitude'))]
    if (place === undefined || !(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return
    this.#places.add(toBytes([this.#address(place.iri), latitude, longitude].join('\t')))
  }

  #addDated(item: DatedItem): void {
    const { earliest, latest, what, kind, address, title } = item
    if (earliest !== '') this.#dated.add(toBytes([earliest, latest, what, kind, address, shortTitle(title)].join('\t')))
    const [year, month] = [4, 7].map((digits) => commonPart(earliest, latest, digits))
    this.#periods.add(`${year}\t${what}\t${kind}`)
    if (month !== undefined && month !== '') this.#periods.add(`${month}\t${what}\t${kind}`)
  }

  async close(): Promise<FileEntry[]> {
    const note = (address: string) => this.#names.add(toBytes(address))
    const relations = RELATIONS.flatMap((relation) => this.relations[relation].close(note))
    const counts = [...this.#counted(this.#placeCounts)]
    for (const line of counts) this.#names.add(line.slice(0, line.indexOf('\t')))
    return [
      ...relations,
      this.#write(DATED, this.#dated.sorted()),
      this.#write(PERIODS, this.#counted(this.#periods)),
      this.#write(PLACE_COUNTS, counts),
      this.#write(PLACES, this.#places.sorted()),
      await this.#writeNames(),
    ]
  }

  /** Equal lines as one, with their number behind them. */
  *#counted(sorter: LineSorter): Generator<string> {
    let last: string | undefined
    let count = 0
    for (const line of sorter.sorted()) {
      if (line !== last && last !== undefined) yield `${last}\t${count}`
      count = line === last ? count + 1 : 1
      last = line
    }
    if (last !== undefined) yield `${last}\t${count}`
  }

  #write(path: string, lines: Iterable<string>): FileEntry {
    const file = new FileWriter(join(this.#folder, path))
    for (const line of lines) file.write(`${line}\n`)
    return { path, ...file.close(), mediaType: TABLE }
  }

  async #writeNames(): Promise<FileEntry> {
    const labels = await openSorted(join(this.#folder, 'labels.nq'))
    const file = new FileWriter(join(this.#folder, NAMES))
    let last = ''
    for (const line of this.#names.sorted()) {
      if (line === last) continue
      last = line
      const address = toText(line)
      const found = await labels.find(`<${this.#iris.base}/id/${address}> `)
      const label = labelOf(found.map((statement) => readLine(toText(statement)))) ?? lastPart(address)
      file.writeText(`${address}\t${shortTitle(label)}\n`)
    }
    await labels.close()
    return { path: NAMES, ...file.close(), mediaType: TABLE }
  }

  readonly #kindOf = (iri: string) => this.#iris.parse(iri)?.kind
  /** Kind, slug and fragment of a thing of ours. */
  readonly #address = (iri: string): string => iri.slice(thingsOf(this.#iris).length)
  /** Those of things of ours: others have no page here. */
  readonly #addresses = (all: readonly string[]): string[] =>
    all.filter((iri) => iri.startsWith(thingsOf(this.#iris))).map(this.#address)
}

function datesOf({ one }: Viewed): readonly [earliest: string, latest: string] {
  const [earliest, latest] = [dayOf(one('earliest')), dayOf(one('latest'))]
  return earliest === '' || latest === '' ? ['', ''] : [earliest, latest]
}

/** The year, or month, in which both days lie, or an empty string. */
function commonPart(earliest: string, latest: string, digits: number): string {
  const part = earliest.slice(0, digits)
  return part !== '' && latest.startsWith(part) ? part : ''
}

const isActual = ({ one }: Viewed): boolean =>
  (one('factuality') ?? factuality.actual.value) === factuality.actual.value

const lastPart = (address: string): string => address.slice(address.lastIndexOf('/') + 1).replaceAll('-', ' ')

/** The reports of accepted events, which a curator writes down one by one. */
function mergedReports(folder: string, iris: Iris): ReadonlySet<string> {
  const events = toBytes(iris.thing('event', ''))
  const merged = new Set<string>()
  for (const line of readLines(asideOf(folder))) {
    if (!line.startsWith(events)) continue
    const [, , property, object = ''] = toText(line).split('\t')
    if (property === 'madeOf') merged.add(object.slice(1, -1))
  }
  return merged
}
