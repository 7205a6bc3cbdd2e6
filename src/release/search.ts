/**
 * The search index of a version: what is sought of each thing, brought together from what the passes put aside. Parses
 * nothing: lines are cut as they stand, and sorted on the disk.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createIris, type Iris, KINDS } from '../iris.ts'
import { literalValue } from '../rdf/canonical.ts'
import { runs } from '../rdf/serialise.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { INDEX } from '../search/index-file.ts'
import { type Entry, writeIndex } from '../search/write.ts'
import { FileWriter, readLines, toBytes, toText } from './files.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

type Field = 'label' | 'names' | 'summary' | 'body'

/** The properties by which a thing is found, at any of its nodes. */
const FIELDS: ReadonlyMap<string, Field> = new Map([
  ...[dcterms.title, skos.prefLabel, rdfs.label, foaf.name].map(({ value }) => [value, 'label'] as const),
  ...[skos.altLabel, dip.nameValue].map(({ value }) => [value, 'names'] as const),
  [dcterms.abstract.value, 'summary'],
])

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
export function soughtBy(thing: string, predicate: string, object: string): string | undefined {
  const field = object.startsWith('"') ? FIELDS.get(predicate) : undefined
  return field && `${thing}\t${field}\t${object}`
}

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
    const names = thingOf(labels[0]) === target && LEADING.has(property) ? labels.map(tokenOf) : []
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
const tokenOf = (line: string): string => line.slice(line.indexOf('\t', line.indexOf('\t') + 1) + 1)

function* entries(lines: Iterable<string>, iris: Iris): Generator<Entry> {
  for (const about of runs(lines, thingOf)) {
    const iri = toText(thingOf(about[0] ?? ''))
    const { kind = '' } = iris.parse(iri) ?? {}
    const values = (field: Field) => [
      ...new Set(about.filter((line) => line.startsWith(`${field}\t`, line.indexOf('\t') + 1)).map(tokenOf)),
    ]
    const literals = (field: Field) => [...new Set(values(field).map((token) => literalValue(toText(token))))]
    if (kind === 'document') {
      const [text] = values('body')
      const body = text === undefined ? {} : { body: JSON.parse(toText(text)) as string }
      yield {
        shelf: 'documents',
        iri,
        title: literals('label'),
        names: literals('names'),
        summary: literals('summary'),
        ...body,
      }
    } else if (NAMED.has(kind)) yield { shelf: 'things', iri, label: literals('label'), names: literals('names') }
  }
}
