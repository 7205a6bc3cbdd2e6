/**
 * The digest of each thing: what is said of it in the graphs that it owns. Equal digests in two versions mean that
 * nothing was said anew, so that versions are compared without reading their statements.
 */
import { createHash, type Hash } from 'node:crypto'
import { join } from 'node:path'
import { IDENTIFYING } from '../rdf/labels.ts'
import { runs } from '../rdf/serialise.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { FileWriter } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

/**
 * One line a thing, sorted: `thing TAB digest TAB digest of what is stated TAB digest of its types and labels TAB sets`.
 * Statements about nodes of others, such as the terms of vocabularies, belong to their graph, which then stands in the
 * place of a thing.
 */
export const DIGESTS = 'digests.tsv'

/** What puts a document into sets: its types, and what it is part of. */
const SETTING = [dcterms.type, dcterms.isPartOf].map(({ value }) => value)
/** Hex digits of a digest. */
const LENGTH = 32

const IDENTIFIED_BY = [...IDENTIFYING]

const digestOf = (hash: Hash): string => hash.digest('hex').slice(0, LENGTH)

/** Takes the statements graph by graph, thing by thing, and writes the digests. All are byte strings. */
export class DigestWriter {
  readonly #folder: string
  readonly #graphs: Graphs
  readonly #sorter: LineSorter
  #slice: Slice | undefined
  #identifying: readonly string[] = []
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
    this.#slice = { owner, graph, hash: createHash('sha256'), labels: [], sets: [] }
    const isDocument = this.#graphs.name(graph).family === 'document'
    this.#setting = isDocument ? SETTING.map((property) => `<${owner}> <${property}> <`) : []
    this.#identifying = IDENTIFIED_BY.map((property) => `<${owner}> <${property}> `)
  }

  /** @param line of N-Quads, without its end */
  add(line: string): void {
    this.#slice?.hash.update(`${line}\n`, 'latin1')
    for (const begin of this.#identifying)
      if (line.startsWith(begin)) this.#slice?.labels.push(line.slice(0, line.lastIndexOf(' <')))
    for (const begin of this.#setting)
      if (line.startsWith(begin)) this.#slice?.sets.push(line.slice(begin.length, line.indexOf('>', begin.length)))
  }

  close(): FileEntry {
    this.#end()
    const file = new FileWriter(join(this.#folder, DIGESTS))
    for (const slices of runs(this.#sorter.sorted(), (line) => thingIn(line) ?? '')) {
      const parts = slices.map((line) => line.split('\t'))
      const hash = (of: readonly (readonly string[])[]) =>
        digestOf(
          of.reduce((sum, [, graph = '', digest = '']) => sum.update(graph).update(digest), createHash('sha256')),
        )
      const stated = parts.filter(([, graph = '']) => !this.#graphs.isExtracted(graph))
      const [labels, sets] = [3, 4].map((cell) => parts.flatMap((part) => part[cell] || []).join(' '))
      file.write(`${parts[0]?.[0]}\t${hash(parts)}\t${hash(stated)}\t${labels}\t${sets}\n`)
    }
    return { path: DIGESTS, ...file.close(), mediaType: 'text/tab-separated-values' }
  }

  #end(): void {
    if (this.#slice === undefined) return
    const { owner, graph, hash, labels, sets } = this.#slice
    const named = labels.length === 0 ? '' : digestOf(createHash('sha256').update(labels.join('\n'), 'latin1'))
    this.#sorter.add([owner, graph, digestOf(hash), named, sets.join(' ')].join('\t'))
    this.#slice = undefined
  }
}

/** What one graph says of one thing. */
interface Slice {
  readonly owner: string
  readonly graph: string
  readonly hash: Hash
  /** Its types and labels, as triples. */
  readonly labels: string[]
  readonly sets: string[]
}

/** The thing of a line that begins with one. */
export const thingIn = (line: string | undefined): string | undefined => line?.slice(0, line.indexOf('\t'))

/** The lines of now beside those of before, by thing; both are sorted by thing. */
export function* paired(
  present: Iterable<string>,
  past: Iterable<string>,
): Generator<readonly [present: string | undefined, past: string | undefined]> {
  const now = present[Symbol.iterator]()
  const before = past[Symbol.iterator]()
  let line = now.next().value as string | undefined
  let former = before.next().value as string | undefined
  while (line !== undefined || former !== undefined) {
    const [own, other] = [thingIn(line), thingIn(former)]
    const isPresent = own !== undefined && (other === undefined || own <= other)
    const isPast = other !== undefined && (own === undefined || other <= own)
    yield [isPresent ? line : undefined, isPast ? former : undefined]
    if (isPresent) line = now.next().value as string | undefined
    if (isPast) former = before.next().value as string | undefined
  }
}
