/**
 * The correspondence of a version in the formats of others: `cmif.xml`, `edges.csv` and `nodes.csv`. Documents are read
 * one after another from the slices of the second pass, so that memory does not grow with the collection; of the
 * authority files, which are curated by hand, the accepted links are held.
 */
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import type { DatasetSettings } from '../config.ts'
import { CMIF_TAIL, cmifHead, cmifLetter, missingForCmif } from '../crosswalk/cmif.ts'
import { LETTER_PROPERTIES, type Letter, letterOf } from '../crosswalk/correspondence.ts'
import { documentFacts, enclosedMessages } from '../crosswalk/facts.ts'
import { EDGE_COLUMNS, edgesOf, NODE_COLUMNS, nodeRow } from '../crosswalk/network.ts'
import { createIris, type Iris } from '../iris.ts'
import { partsOf, readLine } from '../rdf/canonical.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { RESOURCES } from './by-graph.ts'
import { csvRow } from './csv.ts'
import { FileWriter, readLines, toBytes, toText } from './files.ts'
import type { FileEntry } from './manifest.ts'
import { rowLine } from './relations.ts'
import { remembering } from './remembering.ts'
import { LineSorter } from './sort.ts'
import { openSorted } from './sorted-file.ts'
import { letterRows, lettersAside } from './write-views.ts'

/** Media types of the files by their names, which are also their addresses under the base. */
export const CORRESPONDENCE_FILES = {
  'cmif.xml': 'application/tei+xml',
  'edges.csv': 'text/csv',
  'nodes.csv': 'text/csv',
} as const

export interface Correspondence {
  /** Of the version. */
  readonly folder: string
  readonly base: string
  /** What the collection says of itself. */
  readonly dataset?: DatasetSettings
  /** When the version is published, ISO 8601. */
  readonly published?: string
}

/** Things whose labels are remembered: those who write are few beside what they write. */
const REMEMBERED = 20_000
const SAME: ReadonlySet<string> = new Set([owl.sameAs, skos.exactMatch].map(({ value }) => value))

/** Writes the files. The CMIF file is left out where the configuration lacks what it must say. */
export async function writeCorrespondence(draft: Correspondence): Promise<FileEntry[]> {
  const { folder, base, dataset = {}, published } = draft
  const iris = createIris(base)
  const address = `${iris.base}/cmif.xml`
  const isOffered = published !== undefined && missingForCmif(dataset).length === 0
  const cmif = isOffered ? new FileWriter(join(folder, 'cmif.xml')) : undefined
  const edges = new FileWriter(join(folder, 'edges.csv'))
  const people = new LineSorter(folder, 'people.run')
  const rows = new FileWriter(lettersAside(folder))
  const links = await acceptedLinks(folder, iris)
  const linksOf = (iri: string): readonly string[] => links.get(iri) ?? []

  if (isOffered) cmif?.writeText(cmifHead({ ...dataset, address, updated: published }))
  edges.writeText(csvRow(EDGE_COLUMNS))
  for await (const letter of letters(folder, iris)) {
    cmif?.writeText(cmifLetter(letter, address, linksOf))
    const ends = edgesOf(letter)
    if (ends.length === 0) continue
    for (const row of ends) edges.writeText(csvRow(row))
    for (const row of letterRows(letter, iris)) rows.writeText(`${rowLine(row)}\n`)
    for (const agent of [...letter.senders, ...letter.recipients])
      people.add(toBytes(csvRow(nodeRow(agent, linksOf(agent.iri))).trimEnd()))
  }
  cmif?.writeText(CMIF_TAIL)
  rows.close()
  const entry = (path: keyof typeof CORRESPONDENCE_FILES, file: FileWriter): FileEntry => ({
    path,
    ...file.close(),
    mediaType: CORRESPONDENCE_FILES[path],
  })
  return [
    ...(cmif ? [entry('cmif.xml', cmif)] : []),
    entry('edges.csv', edges),
    entry('nodes.csv', writeNodes(folder, people)),
  ]
}

/** Each node once, in the order of the IRIs. */
function writeNodes(folder: string, people: LineSorter): FileWriter {
  const file = new FileWriter(join(folder, 'nodes.csv'))
  file.writeText(csvRow(NODE_COLUMNS))
  let last = ''
  for (const line of people.sorted()) {
    if (line !== last) file.write(`${line}\r\n`)
    last = line
  }
  return file
}

/** The letters of the collection in the order of their documents, messages behind what carries them. */
async function* letters(folder: string, iris: Iris): AsyncGenerator<Letter> {
  const resources = await openSorted(join(folder, RESOURCES))
  const identify = await createIdentify(folder, iris)
  const prefix = toBytes(iris.graph('document/'))
  const correspondence = `<${dip.Correspondence.value}>`
  for (const line of readLines(join(folder, 'resources.index'))) {
    if (!line.startsWith(prefix)) continue
    const [graph = '', offset, length] = line.split('\t')
    const text = (await resources.slice(Number(offset), Number(length))).toString('latin1')
    if (!text.includes(correspondence)) continue
    const stated = text
      .split('\n')
      .filter((statement) => statement !== '' && LETTER_PROPERTIES.has(partsOf(statement).predicate))
      .map((statement) => readLine(toText(statement)))
    const quads = [...stated, ...(await identify(stated))]
    const iri = iris.thing('document', toText(graph.slice(prefix.length)))
    for (const part of [iri, ...enclosedMessages(quads, iris, iri)]) {
      const letter = letterOf(documentFacts(quads, iris, part))
      if (letter !== undefined) yield letter
    }
  }
  await resources.close()
  await identify.close()
}

/** Gives types and labels of what some quads point to. */
async function createIdentify(folder: string, iris: Iris) {
  const labels = await openSorted(join(folder, 'labels.nq'))
  const find = remembering(
    async (iri): Promise<readonly Quad[]> => (await labels.find(`<${iri}> `)).map((line) => readLine(toText(line))),
    REMEMBERED,
  )
  const identify = async (quads: readonly Quad[]): Promise<Quad[]> => {
    const targets = new Set<string>()
    for (const { object } of quads)
      if (object.termType === 'NamedNode' && iris.parse(object.value)?.fragment === undefined)
        if (iris.parse(object.value) !== undefined) targets.add(object.value)
    return (await Promise.all([...targets].map(find))).flat()
  }
  return Object.assign(identify, { close: () => labels.close() })
}

/** Links that say that a thing is the same elsewhere, by thing. */
async function acceptedLinks(folder: string, iris: Iris): Promise<ReadonlyMap<string, string[]>> {
  const index = await openSorted(join(folder, 'resources.index'))
  const resources = await openSorted(join(folder, RESOURCES))
  const [line = ''] = await index.find(`${iris.graph('links')}\t`)
  const [, offset, length] = line.split('\t').map(Number)
  const text = line === '' ? '' : (await resources.slice(offset ?? 0, length ?? 0)).toString('utf8')
  await index.close()
  await resources.close()
  const links = new Map<string, string[]>()
  for (const statement of text.split('\n').filter(Boolean)) {
    const { subject, predicate, object } = readLine(statement)
    if (SAME.has(predicate.value)) links.set(subject.value, [...(links.get(subject.value) ?? []), object.value])
  }
  return links
}
