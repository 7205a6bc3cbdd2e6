/** Quads to text in any format of the table: at once (`serialise`) or piece by piece (`createEncoder`, for dumps). */
import type { Quad } from '@rdfjs/types'
import type { FormatKey } from './formats.ts'
import { FORMATS } from './formats.ts'
import { createCompactor, nodeObjects } from './jsonld.ts'
import { quadLine, termToken, tripleLine } from './nquads.ts'
import { PREFIXES } from './prefixes.ts'
import { createDescriber, RDFXML_TAIL, rdfxmlHead } from './rdfxml.ts'
import { createBlockWriter, turtleHead } from './turtle.ts'

export type Prefixes = Readonly<Record<string, string>>

/** Writes a file in pieces: the head, the pieces with the separator between them, the tail. Pieces have no order. */
export interface Encoder {
  readonly head: string
  readonly separator: string
  /** The text of some whole subjects; the statements of a graph, and in it of a subject, stand together. */
  piece(quads: readonly Quad[]): string
  readonly tail: string
}

/** Cuts a sequence where the key changes. */
export function* runs<T>(items: Iterable<T>, keyOf: (item: T) => string): Generator<T[]> {
  let run: T[] = []
  let key: string | undefined
  for (const item of items) {
    const next = keyOf(item)
    if (key !== undefined && next !== key) {
      yield run
      run = []
    }
    key = next
    run.push(item)
  }
  if (run.length > 0) yield run
}

const subjectOf = ({ subject }: Quad) => (subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value)
const bySubject = (quads: readonly Quad[]) => [...runs(quads, subjectOf)]
const byGraph = (quads: readonly Quad[]) => [...runs(quads, ({ graph }) => graph.value)]

const lines = (lineOf: (quad: Quad) => string): Encoder => ({
  head: '',
  separator: '',
  piece: (quads) => quads.map((quad) => `${lineOf(quad)}\n`).join(''),
  tail: '',
})

function turtle(prefixes: Prefixes): Encoder {
  const block = createBlockWriter(prefixes)
  const piece = (quads: readonly Quad[]) =>
    bySubject(quads)
      .map((run) => `${block(run)}\n`)
      .join('')
  return { head: turtleHead(prefixes), separator: '', piece, tail: '' }
}

function trig(prefixes: Prefixes): Encoder {
  const block = createBlockWriter(prefixes)
  const graphBlock = (quads: Quad[]): string => {
    const graph = quads[0]?.graph
    if (graph === undefined || graph.termType === 'DefaultGraph')
      return bySubject(quads)
        .map((run) => `${block(run)}\n`)
        .join('')
    return `${termToken(graph)} {\n${bySubject(quads)
      .map((run) => block(run, '  '))
      .join('')}}\n\n`
  }
  const piece = (quads: readonly Quad[]) => byGraph(quads).map(graphBlock).join('')
  return { head: turtleHead(prefixes), separator: '', piece, tail: '' }
}

function jsonld(prefixes: Prefixes): Encoder {
  const compact = createCompactor(prefixes)
  const graphObject = (quads: Quad[]): string => {
    const nodes = nodeObjects(quads, compact)
      .map((node) => JSON.stringify(node))
      .join(',\n')
    const graph = quads[0]?.graph
    if (graph === undefined || graph.termType === 'DefaultGraph') return nodes
    const id = graph.termType === 'BlankNode' ? `_:${graph.value}` : compact(graph.value)
    return `{"@id":${JSON.stringify(id)},"@graph":[\n${nodes}\n]}`
  }
  return {
    head: `{"@context":${JSON.stringify(prefixes)},\n"@graph":[\n`,
    separator: ',\n',
    piece: (quads) => byGraph(quads).map(graphObject).join(',\n'),
    tail: '\n]}\n',
  }
}

function rdfxml(prefixes: Prefixes): Encoder {
  const describe = createDescriber(prefixes)
  const piece = (quads: readonly Quad[]) => bySubject(quads).map(describe).join('')
  return { head: rdfxmlHead(prefixes), separator: '', piece, tail: RDFXML_TAIL }
}

/** The encoder of a format. @throws Error (from `piece`) on what the format cannot say. */
export function createEncoder(format: FormatKey, prefixes: Prefixes = PREFIXES): Encoder {
  switch (format) {
    case 'ntriples':
      return lines(tripleLine)
    case 'nquads':
      return lines(quadLine)
    case 'turtle':
      return turtle(prefixes)
    case 'trig':
      return trig(prefixes)
    case 'jsonld':
      return jsonld(prefixes)
    case 'rdfxml':
      return rdfxml(prefixes)
  }
}

/**
 * Some quads as one text, sorted and without doubles; formats without graphs merge the graphs. Meant for what fits
 * into memory: a page, an answer, a report.
 */
export function serialise(quads: Iterable<Quad>, format: FormatKey, prefixes: Prefixes = PREFIXES): string {
  const { graphs } = FORMATS[format]
  const sorted = [...new Map([...quads].map((quad) => [sortKey(quad, graphs), quad]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  const encoder = createEncoder(format, prefixes)
  return encoder.head + encoder.piece(sorted.map(([, quad]) => quad)) + encoder.tail
}

/** By graph, then by subject, a thing before its fragments: the end of an IRI sorts below all that may follow. */
const sortKey = (quad: Quad, graphs: boolean): string =>
  `${graphs ? quad.graph.value : ''}\n${subjectOf(quad)}\n${tripleLine(quad)}`
