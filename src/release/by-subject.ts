/** The first pass over the sorted statements: the dumps that are ordered by subject, the counts, and the labels. */
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import type { FormatKey } from '../rdf/formats.ts'
import { parseTurtleFamily } from '../rdf/parse.ts'
import { createEncoder, runs } from '../rdf/serialise.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { Dump } from './dump.ts'
import { FileWriter, toText } from './files.ts'
import type { Graphs } from './graphs.ts'
import { IDENTIFYING } from './labels.ts'
import type { FileEntry } from './manifest.ts'
import type { LineSorter } from './sort.ts'

/** Lines that are parsed at once. */
const BATCH = 2000
const FORMATS: readonly FormatKey[] = ['nquads', 'ntriples', 'turtle', 'rdfxml']
const MATCHES: ReadonlySet<string> = new Set([owl.sameAs, skos.exactMatch, skos.closeMatch].map(({ value }) => value))

/** What was counted on the way. */
export interface Tally {
  triples: number
  subjects: number
  readonly classes: Map<string, number>
  readonly properties: Map<string, number>
  /** Links to the same thing elsewhere: `{property} {host}`. */
  readonly matches: Map<string, number>
}

/** The parts of a line of N-Quads (a byte string): every statement of a release has a graph. */
export function partsOf(line: string): {
  readonly subject: string
  readonly predicate: string
  readonly object: string
  readonly graph: string
} {
  const first = line.indexOf('> ')
  const second = line.indexOf('> ', first + 2)
  const last = line.lastIndexOf(' <')
  return {
    subject: line.slice(1, first),
    predicate: line.slice(first + 3, second),
    object: line.slice(second + 2, last),
    graph: line.slice(last + 2, -3),
  }
}

/** Of sorted lines, one for each triple: where graphs share one, the graph of the lowest rank keeps it. */
export function* distinct(lines: Iterable<string>, rank: (graph: string) => number): Generator<string> {
  const rankOf = (line: string) => rank(partsOf(line).graph)
  for (const same of runs(lines, (line) => line.slice(0, line.lastIndexOf(' <'))))
    yield same.reduce((best, line) => (rankOf(line) < rankOf(best) ? line : best))
}

/** Lines in batches of about a size that end where the key changes. */
export function* batches(lines: Iterable<string>, size: number, keyOf: (line: string) => string): Generator<string[]> {
  let batch: string[] = []
  let key = ''
  for (const line of lines) {
    const next = keyOf(line)
    if (batch.length >= size && next !== key) {
      yield batch
      batch = []
    }
    key = next
    batch.push(line)
  }
  if (batch.length > 0) yield batch
}

export const parseLines = (lines: readonly string[]): Quad[] => parseTurtleFamily(toText(lines.join('\n')), 'nquads')

export interface Sorters {
  /** Takes `graph TAB thing TAB line`. */
  readonly byGraph: LineSorter
  /** Takes `target TAB property TAB thing`. */
  readonly links: LineSorter
}

/** Writes `all` and `stated` in the formats that are ordered by subject, and `labels.nq`; feeds the later passes. */
export function writeBySubject(
  lines: Iterable<string>,
  folder: string,
  graphs: Graphs,
  sorters: Sorters,
): { readonly files: FileEntry[]; readonly tally: Tally } {
  const outputs = FORMATS.map((format) => {
    const encoder = createEncoder(format)
    const [all, stated] = ['all', 'stated'].map((name) => new Dump(folder, name, format, encoder)) as [Dump, Dump]
    return { encoder, all, stated }
  })
  const labels = new FileWriter(join(folder, 'labels.nq'))
  const tally: Tally = { triples: 0, subjects: 0, classes: new Map(), properties: new Map(), matches: new Map() }

  for (const batch of batches(lines, BATCH, (line) => partsOf(line).subject)) {
    for (const line of batch) {
      const { subject, predicate, object, graph } = partsOf(line)
      const thing = graphs.thingOf(subject)
      sorters.byGraph.add(`${graph}\t${thing}\t${line}`)
      if (thing === subject && IDENTIFYING.has(predicate)) labels.write(`${line}\n`)
      const target = object.startsWith('<') ? graphs.thingOf(object.slice(1, -1)) : ''
      if (target !== thing && graphs.isThing(target)) sorters.links.add(`${target}\t${predicate}\t${thing}`)
    }
    const quads = parseLines(batch)
    for (const quad of quads) count(quad, tally)
    for (const run of runs(quads, ({ subject }) => subject.value)) {
      tally.subjects++
      const stated = run.filter(({ graph }) => !graphs.isExtracted(graph.value))
      for (const output of outputs) {
        const piece = output.encoder.piece(run)
        output.all.add(piece, run.length)
        if (stated.length > 0)
          output.stated.add(stated.length === run.length ? piece : output.encoder.piece(stated), stated.length)
      }
    }
  }
  labels.close()
  return { files: outputs.flatMap(({ all, stated }) => [all.close(), stated.close()]), tally }
}

const increment = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

function count({ predicate, object }: Quad, tally: Tally): void {
  tally.triples++
  increment(tally.properties, predicate.value)
  if (predicate.value === rdf.type.value) increment(tally.classes, object.value)
  if (MATCHES.has(predicate.value) && URL.canParse(object.value))
    increment(tally.matches, `${predicate.value} ${new URL(object.value).host}`)
}
