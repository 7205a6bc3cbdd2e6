/**
 * The digest of each thing: what is said of it in the graphs that it owns. Equal digests in two versions mean that
 * nothing was said anew, so that versions are compared without reading their statements.
 */
import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import { runs } from '../rdf/serialise.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { FileWriter } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

/**
 * One line a thing, sorted: `thing TAB digest TAB digest of what is stated TAB sets`. Statements about nodes of others,
 * such as the terms of vocabularies, belong to their graph, which then stands in the place of a thing.
 */
export const DIGESTS = 'digests.tsv'

/** What puts a document into sets: its types, and what it is part of. */
const SETTING = [dcterms.type, dcterms.isPartOf].map(({ value }) => value)
/** Hex digits of a digest. */
const LENGTH = 32

const digestOf = (hash: Hash): string => hash.digest('hex').slice(0, LENGTH)

/** Takes the statements graph by graph, thing by thing, and writes the digests. All are byte strings. */
export class DigestWriter {
  readonly #folder: string
  readonly #graphs: Graphs
  readonly #sorter: LineSorter
  #slice: { readonly owner: string; readonly graph: string; readonly hash: Hash; readonly sets: string[] } | undefined
  #setting: readonly string[] = []

  /** @param folder of the version */
  constructor(folder: string, graphs: Graphs) {
    this.#folder = folder
    this.#graphs = graphs
    this.#sorter = new LineSorter(folder, 'digests.run')
  }

  /** What is added next stands in this graph, about this thing. */
  begin(graph: string, thing: string): void {
    const owner = this.#graphs.ownerOf(graph, thing)
    if (this.#slice?.owner === owner && this.#slice.graph === graph) return
    this.#end()
    this.#slice = { owner, graph, hash: createHash('sha256'), sets: [] }
    const isDocument = this.#graphs.name(graph).family === 'document'
    this.#setting = isDocument ? SETTING.map((property) => `<${owner}> <${property}> <`) : []
  }

  /** @param line of N-Quads, without its end */
  add(line: string): void {
    this.#slice?.hash.update(`${line}\n`, 'latin1')
    for (const begin of this.#setting)
      if (line.startsWith(begin)) this.#slice?.sets.push(line.slice(begin.length, line.indexOf('>', begin.length)))
  }

  close(): FileEntry {
    this.#end()
    const file = new FileWriter(join(this.#folder, DIGESTS))
    for (const slices of runs(this.#sorter.sorted(), (line) => line.slice(0, line.indexOf('\t')))) {
      const parts = slices.map((line) => line.split('\t'))
      const hash = (of: readonly (readonly string[])[]) =>
        digestOf(
          of.reduce((sum, [, graph = '', digest = '']) => sum.update(graph).update(digest), createHash('sha256')),
        )
      const stated = parts.filter(([, graph = '']) => !this.#graphs.isExtracted(graph))
      const sets = parts.map(([, , , own = '']) => own).find((own) => own !== '') ?? ''
      file.write(`${parts[0]?.[0]}\t${hash(parts)}\t${hash(stated)}\t${sets}\n`)
    }
    return { path: DIGESTS, ...file.close(), mediaType: 'text/tab-separated-values' }
  }

  #end(): void {
    const { owner, graph, hash, sets } = this.#slice ?? {}
    if (hash !== undefined) this.#sorter.add(`${owner}\t${graph}\t${digestOf(hash)}\t${sets?.join(' ')}`)
    this.#slice = undefined
  }
}
