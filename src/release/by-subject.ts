/**
 * The first pass over the sorted statements: the dumps in lines, the counts, the labels, and the uses of the terms. It
 * parses nothing: a line is cut into its parts as it stands.
 */
import { join } from 'node:path'
import { partsOf, withoutGraph } from '../rdf/canonical.ts'
import type { FormatKey } from '../rdf/formats.ts'
import { createEncoder, runs } from '../rdf/serialise.ts'
import { owl } from '../rdf/vocabulary/owl.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { skos } from '../rdf/vocabulary/skos.ts'
import { Dump } from './dump.ts'
import { FileWriter } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { soughtBy } from './search.ts'
import type { LineSorter } from './sort.ts'
import { ToldWriter } from './told.ts'
import { Uses } from './uses.ts'
import { viewedBy } from './viewed.ts'

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

/** Of sorted lines, one for each triple: where graphs share one, the graph of the lowest rank keeps it. */
export function* distinct(lines: Iterable<string>, rank: (graph: string) => number): Generator<string> {
  const rankOf = (line: string) => rank(partsOf(line).graph)
  for (const same of runs(lines, (line) => line.slice(0, line.lastIndexOf(' <'))))
    yield same.reduce((best, line) => (rankOf(line) < rankOf(best) ? line : best))
}

export interface Sorters {
  /** Takes `graph TAB thing TAB line`. */
  readonly byGraph: LineSorter
  /** Takes `target TAB property TAB thing`. */
  readonly links: LineSorter
  /** Takes what `soughtBy` gives. */
  readonly sought: LineSorter
  /** Takes what `viewedBy` gives. */
  readonly viewed: LineSorter
}

/** What the first pass has made, and has learnt for the others. */
export interface BySubject {
  readonly files: FileEntry[]
  readonly tally: Tally
  readonly uses: FileEntry
  /** Dates of documents, EDTF, by IRI. */
  readonly dates: ReadonlyMap<string, string>
}

/** Writes `all` and `stated` as N-Quads and N-Triples, `labels.nq` and `uses.tsv`; feeds the later passes. */
export function writeBySubject(lines: Iterable<string>, folder: string, graphs: Graphs, sorters: Sorters): BySubject {
  const dump = (name: string, format: FormatKey) => new Dump(folder, name, format, createEncoder(format))
  const quads = { all: dump('all', 'nquads'), stated: dump('stated', 'nquads') }
  const triples = { all: dump('all', 'ntriples'), stated: dump('stated', 'ntriples') }
  const labels = new FileWriter(join(folder, 'labels.nq'))
  const told = new ToldWriter((line) => labels.write(`${line}\n`))
  const tally: Tally = { triples: 0, subjects: 0, classes: new Map(), properties: new Map(), matches: new Map() }
  const uses = new Uses(graphs)
  let last = ''

  for (const line of lines) {
    const parts = partsOf(line)
    const { subject, predicate, object, graph } = parts
    const thing = graphs.thingOf(subject)
    sorters.byGraph.add(`${graph}\t${thing}\t${line}`)
    told.add(thing, line, parts)
    const iri = object.startsWith('<') ? object.slice(1, -1) : undefined
    const target = iri === undefined ? '' : graphs.thingOf(iri)
    if (target !== thing && graphs.isThing(target)) sorters.links.add(`${target}\t${predicate}\t${thing}`)

    const sought = soughtBy(thing, subject, predicate, object)
    if (sought !== undefined) sorters.sought.add(sought)
    const viewed = viewedBy(thing, subject, predicate, object)
    if (viewed !== undefined) sorters.viewed.add(viewed)

    const triple = withoutGraph(line)
    quads.all.addLine(line)
    triples.all.addLine(triple)
    if (!graphs.isExtracted(graph)) {
      quads.stated.addLine(line)
      triples.stated.addLine(triple)
    }
    tally.triples++
    if (subject !== last) tally.subjects++
    last = subject
    count(predicate, iri, tally)
    uses.add(line, parts)
  }
  labels.close()
  const files = [quads, triples].flatMap(({ all, stated }) => [all.close(), stated.close()])
  return { files, tally, uses: uses.write(folder), dates: told.dates }
}

const increment = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)

function count(predicate: string, target: string | undefined, tally: Tally): void {
  increment(tally.properties, predicate)
  if (target === undefined) return
  if (predicate === rdf.type.value) increment(tally.classes, target)
  if (MATCHES.has(predicate) && URL.canParse(target)) increment(tally.matches, `${predicate} ${new URL(target).host}`)
}
