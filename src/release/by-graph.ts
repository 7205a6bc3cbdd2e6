/** The second pass, graph by graph: the dumps that name graphs, the records, and the slices that answer for a thing. */
import { join } from 'node:path'
import type { FormatKey } from '../rdf/formats.ts'
import { createCompactor, nest, nodeObjects } from '../rdf/jsonld.ts'
import { PREFIXES } from '../rdf/prefixes.ts'
import { createEncoder, runs } from '../rdf/serialise.ts'
import { batches, parseLines } from './by-subject.ts'
import { Dump } from './dump.ts'
import { FileWriter } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

/** Lines that are parsed at once, and about the most that one block of a dump holds. */
const BATCH = 2000
/** One document a line; published compressed only. */
export const RECORDS = 'dumps/records.jsonl'
const FORMATS: readonly FormatKey[] = ['trig', 'jsonld']

/**
 * Writes `all` and `stated` with their graphs, `records.jsonl`, `resources.nq` ordered by graph and thing, and
 * `resources.index`: `{thing or graph} TAB {offset} TAB {length}`, sorted, several lines where there are several slices.
 * @param lines `graph TAB thing TAB line`, sorted
 */
export function writeByGraph(
  lines: Iterable<string>,
  folder: string,
  graphs: Graphs,
  documentOf: (graph: string) => string | undefined,
): { readonly files: FileEntry[]; readonly graphs: number } {
  const outputs = FORMATS.map((format) => {
    const encoder = createEncoder(format)
    const [all, stated] = ['all', 'stated'].map((name) => new Dump(folder, name, format, encoder)) as [Dump, Dump]
    return { encoder, all, stated }
  })
  const records = new FileWriter(join(folder, RECORDS))
  const resources = new FileWriter(join(folder, 'resources.nq'))
  const index = new LineSorter(folder, 'resources.run')
  const compact = createCompactor(PREFIXES)
  let count = 0

  const tabOf = (line: string) => line.indexOf('\t', line.indexOf('\t') + 1)
  const keyOf = (line: string) => line.slice(0, tabOf(line))
  let graph = { name: '', offset: 0 }
  const endGraph = () => {
    if (graph.name !== '') index.add(`${graph.name}\t${graph.offset}\t${resources.position - graph.offset}`)
  }
  for (const batch of batches(lines, BATCH, keyOf)) {
    for (const run of runs(batch, keyOf)) {
      const [name = '', thing = ''] = keyOf(run[0] ?? '').split('\t')
      if (name !== graph.name) {
        endGraph()
        graph = { name, offset: resources.position }
        count++
      }
      const offset = resources.position
      for (const line of run) resources.write(`${line.slice(tabOf(line) + 1)}\n`)
      index.add(`${thing}\t${offset}\t${resources.position - offset}`)
    }
    const quads = parseLines(batch.map((line) => line.slice(tabOf(line) + 1)))
    for (const run of runs(quads, (quad) => quad.graph.value)) {
      const name = run[0]?.graph.value ?? ''
      for (const { encoder, all, stated } of outputs) {
        const piece = encoder.piece(run)
        all.add(piece, run.length)
        if (!graphs.isExtracted(name)) stated.add(piece, run.length)
      }
      const document = documentOf(name)
      if (document !== undefined) {
        const record = { '@context': PREFIXES, ...nest(nodeObjects(run, compact), compact(document)) }
        records.writeText(`${JSON.stringify(record)}\n`)
      }
    }
  }
  endGraph()
  resources.close()
  const indexFile = new FileWriter(join(folder, 'resources.index'))
  for (const line of index.sorted()) indexFile.write(`${line}\n`)
  indexFile.close()
  const recordsEntry = { path: RECORDS, ...records.close(), mediaType: 'application/jsonl' }
  return {
    files: [...outputs.flatMap(({ all, stated }) => [all.close(), stated.close()]), recordsEntry],
    graphs: count,
  }
}
