/**
 * The search index of a version: what is sought of each thing, brought together from what the passes put aside. Parses
 * nothing: lines are cut as they stand, and sorted on the disk.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createIris, type Iris, KINDS, type Kind, type ThingAddress } from '../iris.ts'
import { literalValue } from '../rdf/canonical.ts'
import { nameRank } from '../rdf/labels.ts'
import { runs } from '../rdf/serialise.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { valueKey } from '../search/facets.ts'
import { INDEX } from '../search/index-file.ts'
import { type Entry, type FacetValue, writeIndex } from '../search/write.ts'
import { FileWriter, readLines, toBytes, toText } from './files.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'
import { numberRank } from './told.ts'

type Field = 'label' | 'names' | 'number' | 'summary' | 'body' | 'date' | 'earliest' | 'latest' | 'facet'

/** The properties by which a thing is found, at any of its nodes. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ...[dcterms.title, skos.prefLabel, rdfs.label, foaf.name].map(({ value }) => [value, 'label'] as const),
  // A number is a name of a document: what an office put on it, and what its publisher calls it.
  ...[skos.altLabel, dip.nameValue, dip.recordId].map(({ value }) => [value, 'names'] as const),
  [dip.numberValue.value, 'number'],
  [dcterms.abstract.value, 'summary'],
])

/** The properties that are read of a document itself, at none of its nodes. */
const OWN: ReadonlyMap<string, Field> = new Map([
  [dcterms.date.value, 'date'],
  [dip.dateEarliest.value, 'earliest'],
  [dip.dateLatest.value, 'latest'],
])

/** The properties that give a document, at any of its nodes, a value of a facet: `facet`, or `facet.role`. */
const NARROWING: ReadonlyMap<string, string> = new Map(
  (
    [
      ['person.author', dip.author],
      ['person.creator', dcterms.creator],
      ['person.sender', dip.sender],
      ['person.addressee', dip.addressee, dip.ultimateAddressee],
      ['person.signatory', dip.signatory],
      ['person.relay', dip.relayedBy],
      ['person.copied', dip.copiedTo],
      ['person.participant', dip.participant],
      ['person.actor', dip.actor],
      ['person.approached', dip.actAddressee],
      // Who and what is mentioned is told apart by its kind.
      ['mentioned', dip.mentions],
      ['type', dcterms.type],
      ['place.origin', dip.sentFrom],
      ['place.destination', dip.sentTo],
      ['place.scene', dip.place],
      ['place.written', dip.writtenAt],
      ['place.mentioned', dcterms.spatial],
      ['subject', dcterms.subject],
      ['archive', dip.archivedAt],
      ['unit.within', dip.archivalUnit],
      ['unit.held', dip.heldIn],
      ['collection', dcterms.isPartOf],
      ['marking', dip.classificationMarking],
      ['language', dcterms.language],
    ] as const
  ).flatMap(([facet, ...properties]) => properties.map(({ value }) => [value, facet] as const)),
)

/** The properties that lead from a document to what it is found by: its parties, and whom and what it mentions. */
const LEADING: ReadonlySet<string> = new Set(
  [
    dcterms.creator,
    dcterms.subject,
    dcterms.spatial,
    dip.author,
    dip.cataloguedAuthor,
    dip.signatory,
    dip.sender,
    dip.addressee,
    dip.ultimateAddressee,
    dip.relayedBy,
    dip.copiedTo,
    dip.recipient,
    dip.sentFrom,
    dip.sentTo,
    dip.mentions,
  ].map(({ value }) => value),
)

/** Kinds of things that are sought by name; documents are sought by all their words, the others not at all. */
const NAMED: ReadonlySet<string> = new Set(KINDS.filter((kind) => !['document', 'source', 'rule'].includes(kind)))

/** A line for `putAside`, where a statement tells by what its thing is found. All are byte strings. */
export function soughtBy(thing: string, subject: string, predicate: string, object: string): string | undefined {
  const isOwn = subject === thing
  if (object.startsWith('<')) {
    const facet = NARROWING.get(predicate)
    // Of what an enclosed message is, the document that carries it is not.
    if (facet === 'type' && !isOwn) return undefined
    return facet && `${thing}\tfacet\t${facet} ${object.slice(1, -1)}`
  }
  const field = FIELDS.get(predicate) ?? (isOwn ? OWN.get(predicate) : undefined)
  if (field === 'label') return `${thing}\tlabel\t${isOwn ? rankOf(predicate, object) : LAST}${object}`
  if (field === 'number') return `${thing}\tnumber\t${letter(numberRank(thing, subject)) ?? LAST}${object}`
  return field && `${thing}\t${field}\t${object}`
}

/** A letter before each label and number, so that the best comes first. */
const letter = (rank: number | undefined): string | undefined =>
  rank === undefined ? undefined : String.fromCharCode(97 + rank)
const rankOf = (predicate: string, object: string): string =>
  letter(nameRank(predicate, object.slice(object.lastIndexOf('"') + 1).replace('@', ''))) ?? LAST
/** Before what is sought, but is not what the thing is called: the label of a part, the number of a stamp. */
const LAST = 'z'
const RANKED: ReadonlySet<Field> = new Set(['label', 'number'])

/** A line for `putAside`: the text of a document. */
export const textLine = (document: string, text: string): string =>
  toBytes(`${document}\tbody\t${JSON.stringify(text)}`)

/** What the index is made of, until it is made: lines of `soughtBy`, and of `textLine`. */
const ASIDE = { fields: 'search.fields', texts: 'search.texts' }

/** Puts lines aside, sorted, and gives their digest. */
export function putAside(folder: string, what: keyof typeof ASIDE, lines: Iterable<string>): string {
  const file = new FileWriter(join(folder, ASIDE[what]))
  for (const line of lines) file.write(`${line}\n`)
  return file.close().sha256
}

/** Makes the index of what was put aside, and of the links. */
export function writeSearch(folder: string, base: string): FileEntry {
  const iris = createIris(base)
  const lines = new LineSorter(folder, 'search.run')
  for (const line of readLines(join(folder, ASIDE.fields))) lines.add(line)
  for (const line of namesInDocuments(folder, iris)) lines.add(line)
  for (const line of readLines(join(folder, ASIDE.texts))) lines.add(line)
  for (const name of Object.values(ASIDE)) rmSync(join(folder, name))
  const written = writeIndex(join(folder, INDEX), entries(lines.sorted(), iris))
  return { path: INDEX, ...written, mediaType: 'application/vnd.sqlite3' }
}

/** The labels of what documents lead to, as their names: labels and links, both in the order of what they are of. */
function* namesInDocuments(folder: string, iris: Iris): Generator<string> {
  const documents = toBytes(iris.thing('document', ''))
  const links = readLines(join(folder, 'links.tsv'))
  const labelled = runs(labelLines(join(folder, ASIDE.fields)), thingOf)
  let labels: readonly string[] = []
  for (const line of readLines(join(folder, 'links.index'))) {
    const [target = '', property = '', , , total] = line.split('\t')
    while (labels[0] === undefined || thingOf(labels[0]) < target) {
      const next = labelled.next()
      if (next.done) return
      labels = next.value
    }
    const names = thingOf(labels[0]) === target && LEADING.has(property) ? labels.map(tokenOf).map(withoutRank) : []
    for (let left = Number(total); left > 0; left--) {
      const subject = String(links.next().value)
      if (subject.startsWith(documents)) for (const name of names) yield `${subject}\tnames\t${name}`
    }
  }
}

function* labelLines(path: string): Generator<string> {
  for (const line of readLines(path)) if (line.startsWith('label\t', line.indexOf('\t') + 1)) yield line
}

const thingOf = (line: string): string => line.slice(0, line.indexOf('\t'))
const withoutRank = (token: string): string => token.slice(1)
const tokenOf = (line: string): string => line.slice(line.indexOf('\t', line.indexOf('\t') + 1) + 1)

function* entries(lines: Iterable<string>, iris: Iris): Generator<Entry> {
  for (const about of runs(lines, thingOf)) {
    const iri = toText(thingOf(about[0] ?? ''))
    const { kind = '' } = iris.parse(iri) ?? {}
    const values = (field: Field) => [
      ...new Set(about.filter((line) => line.startsWith(`${field}\t`, line.indexOf('\t') + 1)).map(tokenOf)),
    ]
    const literals = (field: Field) => {
      const tokens = RANKED.has(field) ? values(field).map(withoutRank) : values(field)
      return [...new Set(tokens.map((token) => literalValue(toText(token))))]
    }
    if (kind === 'document') {
      const [text] = values('body')
      const [[date], [earliest], [latest]] = [literals('date'), literals('earliest'), literals('latest')]
      const [number] = values('number')
      yield {
        shelf: 'documents',
        iri,
        title: literals('label'),
        names: [...literals('names'), ...literals('number')],
        summary: literals('summary'),
        ...(text !== undefined && { body: JSON.parse(toText(text)) as string }),
        ...(date !== undefined && { date }),
        ...(number !== undefined && !number.startsWith(LAST) && { number: literalValue(toText(withoutRank(number))) }),
        ...(earliest !== undefined && { earliest }),
        ...(latest !== undefined && { latest }),
        facets: values('facet').flatMap((value) => facetValue(toText(value), iris) ?? []),
      }
    } else if (NAMED.has(kind)) yield { shelf: 'things', iri, label: literals('label'), names: literals('names') }
    else if (kind === '') yield { shelf: 'terms', iri, label: literals('label') }
  }
}

/** Kinds of things by the facet in which they are found. */
const FACET_OF: Readonly<Partial<Record<Kind, string>>> = {
  person: 'person',
  body: 'person',
  state: 'person',
  position: 'person',
  place: 'place',
}
/** Vocabularies whose terms are told apart by their last part. */
const VOCABULARIES = ['https://w3id.org/diplomacy/vocab/', 'http://id.loc.gov/vocabulary/languages/']
/** Said of every document by harvesters' rules, and telling nothing. */
const TEXT = 'http://purl.org/dc/dcmitype/Text'

/** A value of a facet as the lines have it: `facet.role iri`. */
function facetValue(line: string, iris: Iris): FacetValue | undefined {
  const space = line.indexOf(' ')
  const iri = line.slice(space + 1)
  const thing = iris.parse(iri)
  const named = line.slice(0, space)
  const facet = named === 'mentioned' ? thing && FACET_OF[thing.kind] : named
  if (facet === undefined || iri === TEXT || thing?.fragment !== undefined) return undefined
  // A day is part of its journal, too, which is no collection.
  if (facet === 'collection' && thing?.kind !== 'collection') return undefined
  const [name = '', role = named === 'mentioned' ? named : undefined] = facet.split('.')
  return { facet: name, iri, key: keyOf(name, iri, thing), ...(role !== undefined && { role }) }
}

/** What stands for a value in addresses: of a term its last part. */
function keyOf(facet: string, iri: string, thing: ThingAddress | undefined): string {
  if (thing !== undefined) return valueKey(facet, thing)
  return VOCABULARIES.some((begin) => iri.startsWith(begin)) ? iri.slice(iri.lastIndexOf('/') + 1) : iri
}
