/**
 * The dumps that are more than lines, and the search index, made from the files of the passes. They are independent of
 * one another, so that each may be made in a thread of its own.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { createIris, type Iris } from '../iris.ts'
import { readLine } from '../rdf/canonical.ts'
import type { FormatKey } from '../rdf/formats.ts'
import { createCompactor, nest, nodeObjects } from '../rdf/jsonld.ts'
import { PREFIXES } from '../rdf/prefixes.ts'
import { createEncoder, runs } from '../rdf/serialise.ts'
import { prepareLibrary } from '../search/index-file.ts'
import { RESOURCES } from './by-graph.ts'
import { type Correspondence, writeCorrespondence } from './correspondence.ts'
import { compress, Dump } from './dump.ts'
import { FileWriter, readLines, toText } from './files.ts'
import { createGraphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { writeSearch } from './search.ts'
import { writeViews } from './write-views.ts'

/** What has to be written: the folder of the version, the base of its IRIs, and what only some formats have to say. */
export type Draft = Correspondence

/** The kinds of work, by name. */
export type Order = 'by-subject' | 'by-graph' | 'correspondence' | 'views' | 'search' | 'prepare-search'

/** About the most statements that one block of a dump holds. */
const BLOCK = 2000
/** One document a line; published compressed only. */
const RECORDS = 'dumps/records.jsonl'

/** Makes the files of an order: dumps, plain and compressed, or the search index. */
export async function encode(order: Order, draft: Draft): Promise<FileEntry[]> {
  if (order === 'search') return [writeSearch(draft.folder, draft.base)]
  if (order === 'views') return writeViews(draft)
  if (order === 'prepare-search') {
    prepareLibrary()
    return []
  }
  const plain = await ENCODERS[order](draft)
  const compressed = await Promise.all(plain.map((file) => compress(draft.folder, file)))
  if (order !== 'by-graph') return [...plain, ...compressed]
  rmSync(join(draft.folder, RECORDS))
  return [...plain.filter(({ path }) => path !== RECORDS), ...compressed]
}

const ENCODERS = { 'by-subject': encodeBySubject, 'by-graph': encodeByGraph, correspondence: writeCorrespondence }

/** `all` and `stated` as Turtle and RDF/XML. */
function encodeBySubject({ folder, base }: Draft): FileEntry[] {
  const { isExtracted } = createGraphs(createIris(base))
  const outputs = openOutputs(folder, ['turtle', 'rdfxml'])
  for (const run of runs(statements(join(folder, 'dumps/all.nq')), ({ subject }) => subject.value)) {
    const stated = run.filter(({ graph }) => !isExtracted(graph.value))
    for (const { encoder, dumps } of outputs) {
      const piece = encoder.piece(run)
      dumps.all.add(piece, run.length)
      if (stated.length > 0)
        dumps.stated.add(stated.length === run.length ? piece : encoder.piece(stated), stated.length)
    }
  }
  return outputs.flatMap(({ dumps }) => [dumps.all.close(), dumps.stated.close()])
}

/** `all` and `stated` as TriG and JSON-LD, and the records. */
function encodeByGraph({ folder, base }: Draft): FileEntry[] {
  const iris = createIris(base)
  const { isExtracted, thingOf } = createGraphs(iris)
  const outputs = openOutputs(folder, ['trig', 'jsonld'])
  const records = new FileWriter(join(folder, RECORDS))
  const compact = createCompactor(PREFIXES)
  const lines = statements(join(folder, RESOURCES))
  for (const block of blocks(lines, ({ subject, graph }) => `${graph.value}\n${thingOf(subject.value)}`))
    for (const run of runs(block, ({ graph }) => graph.value)) {
      const graph = run[0]?.graph.value ?? ''
      for (const { encoder, dumps } of outputs) {
        const piece = encoder.piece(run)
        dumps.all.add(piece, run.length)
        if (!isExtracted(graph)) dumps.stated.add(piece, run.length)
      }
      const document = documentOf(graph, iris)
      if (document === undefined) continue
      const record = { '@context': PREFIXES, ...nest(nodeObjects(run, compact), compact(document)) }
      records.writeText(`${JSON.stringify(record)}\n`)
    }
  const written = outputs.flatMap(({ dumps }) => [dumps.all.close(), dumps.stated.close()])
  return [...written, { path: RECORDS, ...records.close(), mediaType: 'application/jsonl' }]
}

function openOutputs(folder: string, formats: readonly FormatKey[]) {
  return formats.map((format) => {
    const encoder = createEncoder(format)
    const dump = (name: string) => new Dump(folder, name, format, encoder)
    return { encoder, dumps: { all: dump('all'), stated: dump('stated') } }
  })
}

/** The statements of a file of lines. */
function* statements(path: string): Generator<Quad> {
  for (const line of readLines(path)) yield readLine(toText(line))
}

/** Statements in blocks of about a size that end where the key changes. */
function* blocks(quads: Iterable<Quad>, keyOf: (quad: Quad) => string): Generator<Quad[]> {
  let block: Quad[] = []
  for (const run of runs(quads, keyOf)) {
    block.push(...run)
    if (block.length < BLOCK) continue
    yield block
    block = []
  }
  if (block.length > 0) yield block
}

function documentOf(graph: string, iris: Iris): string | undefined {
  const prefix = iris.graph('document/')
  return graph.startsWith(prefix) ? iris.thing('document', graph.slice(prefix.length)) : undefined
}
