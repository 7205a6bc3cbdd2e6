/**
 * What the views of the collection are made of, put aside while the statements pass: of documents their kinds, dates and
 * places, of events and acts who took part. Cuts lines as they stand and sorts them on the disk.
 */
import { join } from 'node:path'
import { literalValue } from '../rdf/canonical.ts'
import { runs } from '../rdf/serialise.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { geo } from '../rdf/vocabulary/geo.ts'
import { prov } from '../rdf/vocabulary/prov.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { documentType } from '../rdf/vocabulary/schemes.ts'
import { FileWriter, readLines, toText } from './files.ts'

/** Events, the most special first: the first of its classes is what an event is called. */
export const EVENTS = [
  dip.TelephoneCall,
  dip.Negotiation,
  dip.Reception,
  dip.Conference,
  dip.Visit,
  dip.Conversation,
  dip.Meeting,
  dip.Event,
].map(({ value }) => value)

const ACT = /^<https:\/\/w3id\.org\/diplomacy\/ontology#(\w+Act)>$/
const EVENT_TOKENS: ReadonlySet<string> = new Set(EVENTS.map((iri) => `<${iri}>`))
const KIND_BEGINS = `<${documentType.iri}`

type Property =
  | 'class'
  | 'kind'
  | 'title'
  | 'earliest'
  | 'latest'
  | 'participant'
  | 'factuality'
  | 'actor'
  | 'addressee'
  | 'reportedIn'
  | 'madeOf'
  | 'from'
  | 'to'
  | 'at'
  | 'about'
  | 'latitude'
  | 'longitude'

const PROPERTIES: ReadonlyMap<string, Property> = new Map(
  (
    [
      [rdf.type, 'class'],
      [dcterms.type, 'kind'],
      [dcterms.title, 'title'],
      [rdfs.label, 'title'],
      [dip.dateEarliest, 'earliest'],
      [dip.dateLatest, 'latest'],
      [dip.participant, 'participant'],
      [dip.factuality, 'factuality'],
      [dip.actor, 'actor'],
      [dip.actAddressee, 'addressee'],
      [dip.reportedIn, 'reportedIn'],
      [prov.wasDerivedFrom, 'madeOf'],
      [dip.sentFrom, 'from'],
      [dip.sentTo, 'to'],
      [dip.writtenAt, 'at'],
      [dcterms.spatial, 'about'],
      [geo.lat, 'latitude'],
      [geo.long, 'longitude'],
    ] as const
  ).map(([{ value }, property]) => [value, property]),
)

/** Kinds of things whose statements count. */
const THINGS = /\/id\/(?:document|event|place)\//

/** A line for the sorter, where a statement says something that a view shows. All are byte strings. */
export function viewedBy(thing: string, subject: string, predicate: string, object: string): string | undefined {
  const property = PROPERTIES.get(predicate)
  if (property === undefined || !THINGS.test(thing)) return undefined
  if (property === 'class' && !EVENT_TOKENS.has(object) && !ACT.test(object)) return undefined
  if (property === 'kind' && !object.startsWith(KIND_BEGINS)) return undefined
  return `${thing}\t${subject}\t${property}\t${object}`
}

const ASIDE = 'views.aside'

/** Puts the sorted lines aside. */
export function putViewedAside(folder: string, lines: Iterable<string>): void {
  const file = new FileWriter(join(folder, ASIDE))
  for (const line of lines) file.write(`${line}\n`)
  file.close()
}

/** Where they lie until they are used up. */
export const asideOf = (folder: string): string => join(folder, ASIDE)

/** A thing or a part of one, with what was put aside of it. */
export interface Viewed {
  readonly iri: string
  /** Values or IRIs, in the order of the statements. */
  all(property: Property): readonly string[]
  one(property: Property): string | undefined
}

/** A thing first where it has statements of its own, then its parts. */
export function* viewedThings(
  folder: string,
): Generator<{ readonly thing: string; readonly nodes: readonly Viewed[] }> {
  for (const lines of runs(readLines(asideOf(folder)), (line) => line.slice(0, line.indexOf('\t')))) {
    const bySubject = new Map<string, Map<string, string[]>>()
    for (const line of lines) {
      const [, subject = '', property = '', object = ''] = toText(line).split('\t')
      const values = bySubject.get(subject) ?? new Map<string, string[]>()
      bySubject.set(subject, values)
      const value = object.startsWith('<') ? object.slice(1, -1) : literalValue(object)
      const known = values.get(property) ?? []
      // Of several titles, the English one is the title.
      values.set(property, object.endsWith('"@en') ? [value, ...known] : [...known, value])
    }
    const nodes = [...bySubject].map(([iri, values]): Viewed => {
      const all: Viewed['all'] = (property) => values.get(property) ?? []
      return { iri, all, one: (property) => all(property)[0] }
    })
    yield { thing: toText((lines[0] ?? '').slice(0, (lines[0] ?? '').indexOf('\t'))), nodes }
  }
}

/** `TelephoneCall`, or undefined for what is no event. */
export function eventKind({ all }: Viewed): string | undefined {
  const classes = all('class')
  return EVENTS.find((iri) => classes.includes(iri))?.slice(dip.iri.length)
}

/** `request`, or undefined for what is no act; `other` for an act of no kind. */
export function actKind({ all }: Viewed): string | undefined {
  const names = all('class').flatMap((iri) => ACT.exec(`<${iri}>`)?.[1] ?? [])
  if (names.length === 0) return undefined
  const name = names.find((one) => one !== 'DiplomaticAct')
  return name === undefined ? 'other' : name.slice(0, -'Act'.length).toLowerCase()
}
