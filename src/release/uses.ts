/**
 * Where the terms of the vocabularies are used: how often by each property, with a statement that shows it. Counted on
 * the way over all statements; what is held grows with the terms, not with the documents.
 */
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { type Parts, readLine } from '../rdf/canonical.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { FileWriter, toText } from './files.ts'
import type { Graphs } from './graphs.ts'
import type { FileEntry } from './manifest.ts'

/** Name of the file: lines of `term TAB property TAB total TAB statement`, sorted. */
export const USES = 'uses.tsv'

/** How one property uses a term: `rdf:type` a class, any a concept, a property itself. */
export interface Use {
  readonly property: string
  /** Statements. */
  readonly total: number
  /** One of them: what a document states, and short, where there is such. */
  readonly example: Quad
}

const CONCEPTS = 'https://w3id.org/diplomacy/vocab/'
/** Bytes of a statement that still fits on a page. */
const SHORT = 400
/** Families of graphs after which of two statements shows a use: the lower, 1 where it is not here. */
const RANKS: Readonly<Record<string, number>> = { document: 0, extracted: 2, vocabulary: 3 }

const rankOf = (family: string, line: string): number => (RANKS[family] ?? 1) + (line.length > SHORT ? 10 : 0)

interface Tallied {
  total: number
  rank: number
  line: string
}

export class Uses {
  readonly #graphs: Graphs
  readonly #uses = new Map<string, Map<string, Tallied>>()
  /** Lines of one graph follow each other. */
  #last = { graph: '', family: '' }

  constructor(graphs: Graphs) {
    this.#graphs = graphs
  }

  /** Takes a statement: its line and its parts, as byte strings. */
  add(line: string, parts: Parts): void {
    const { predicate, object } = parts
    if (predicate.startsWith(dip.iri)) this.#count(predicate, line, parts)
    if (!object.startsWith('<')) return
    const target = object.slice(1, -1)
    if (predicate === rdf.type.value ? target.startsWith(dip.iri) : target.startsWith(CONCEPTS))
      this.#count(target, line, parts)
  }

  #count(term: string, line: string, { predicate, graph }: Parts): void {
    if (graph !== this.#last.graph) this.#last = { graph, family: this.#graphs.name(graph).family }
    const { family } = this.#last
    // What the vocabularies say of their concepts is no use of them.
    if (family === 'vocabulary' && term !== predicate) return
    let byProperty = this.#uses.get(term)
    if (byProperty === undefined) {
      byProperty = new Map()
      this.#uses.set(term, byProperty)
    }
    const known = byProperty.get(predicate)
    if (known === undefined) byProperty.set(predicate, { total: 1, rank: rankOf(family, line), line })
    else {
      known.total++
      if (known.rank === 0) return
      const rank = rankOf(family, line)
      if (rank < known.rank) Object.assign(known, { rank, line })
    }
  }

  /** Writes them as a file of a version. */
  write(folder: string): FileEntry {
    const rows = [...this.#uses].flatMap(([term, byProperty]) =>
      [...byProperty].map(([property, { total, line }]) => `${term}\t${property}\t${total}\t${line}\n`),
    )
    const file = new FileWriter(join(folder, USES))
    for (const row of rows.sort()) file.write(row)
    return { path: USES, ...file.close(), mediaType: 'text/tab-separated-values' }
  }
}

/** A row of the file. */
export function readUse(row: string): Use {
  const [, property = '', total, line = ''] = toText(row).split('\t')
  return { property, total: Number(total), example: readLine(line) }
}
