/** Quads to text in any format of the table: at once (`serialise`) or piece by piece (`createEncoder`, for dumps). */
import type { Quad } from '@rdfjs/types'
import { DataFactory, Writer } from 'n3'
import type { FormatKey } from './formats.ts'
import { FORMATS } from './formats.ts'
import { createCompactor, nodeObjects } from './jsonld.ts'
import { quadLine, termToken, tripleLine } from './nquads.ts'
import { PREFIXES } from './prefixes.ts'
import { createDescriber, RDFXML_TAIL, rdfxmlHead } from './rdfxml.ts'

export type Prefixes = Readonly<Record<string, string>>

/** Writes a file in pieces: the head, then pieces of quads, then the tail. */
export interface Encoder {
  readonly head: string
  /** The text of one or more whole subjects of one graph; the statements of a subject stand together. */
  piece(quads: readonly Quad[]): string
  tail(): string
}

/** Cuts quads where the key changes: runs of the same subject, of the same graph. */
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

const { defaultGraph } = DataFactory
const raise = (error?: Error) => {
  if (error) throw error
}

const lines = (lineOf: (quad: Quad) => string): Encoder => ({
  head: '',
  piece: (quads) => quads.map((quad) => `${lineOf(quad)}\n`).join(''),
  tail: () => '',
})

function turtleFamily(format: 'text/turtle' | 'application/trig', prefixes: Prefixes): Encoder {
  let text = ''
  const taken = () => {
    const piece = text
    text = ''
    return piece
  }
  const sink = {
    write: (chunk: string, _encoding: string, done?: () => void) => {
      text += chunk
      done?.()
    },
    end: (done?: () => void) => done?.(),
  }
  const writer = new Writer(sink, { format, prefixes: { ...prefixes } })
  return {
    head: taken(),
    piece: (quads) => {
      for (const { subject, predicate, object, graph } of quads)
        writer.addQuad(subject, predicate, object, format === 'text/turtle' ? defaultGraph() : graph, raise)
      return taken()
    },
    tail: () => {
      writer.end()
      return taken()
    },
  }
}

function jsonld(prefixes: Prefixes): Encoder {
  const compact = createCompactor(prefixes)
  let graph: string | undefined
  let first = true
  const separated = (text: string) => {
    const separator = first ? '\n' : ',\n'
    first = false
    return separator + text
  }
  const enter = (next: string): string => {
    if (next === graph) return ''
    const left = graph === undefined || graph === '' ? '' : '\n]}'
    if (left !== '') first = false
    graph = next
    if (next === '') return left
    const opened = left + separated(`{"@id":${JSON.stringify(compact(next))},"@graph":[`)
    first = true
    return opened
  }
  return {
    head: `{"@context":${JSON.stringify(prefixes)},\n"@graph":[`,
    piece: (quads) => {
      let text = ''
      for (const run of runs(quads, (quad) => quad.graph.value)) {
        text += enter(run[0]?.graph.value ?? '')
        for (const node of nodeObjects(run, compact)) text += separated(JSON.stringify(node))
      }
      return text
    },
    tail: () => `${enter('')}\n]}\n`,
  }
}

function rdfxml(prefixes: Prefixes): Encoder {
  const describe = createDescriber(prefixes)
  return {
    head: rdfxmlHead(prefixes),
    piece: (quads) => [...runs(quads, ({ subject }) => termToken(subject))].map(describe).join(''),
    tail: () => RDFXML_TAIL,
  }
}

/** The encoder of a format, for one file. @throws Error (from `piece`) on what the format cannot say. */
export function createEncoder(format: FormatKey, prefixes: Prefixes = PREFIXES): Encoder {
  switch (format) {
    case 'ntriples':
      return lines(tripleLine)
    case 'nquads':
      return lines(quadLine)
    case 'turtle':
      return turtleFamily('text/turtle', prefixes)
    case 'trig':
      return turtleFamily('application/trig', prefixes)
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
  const lineOf = FORMATS[format].graphs ? quadLine : tripleLine
  const graphOf = ({ graph }: Quad) => (FORMATS[format].graphs ? graph.value : '')
  const distinct = new Map([...quads].map((quad) => [lineOf(quad), quad]))
  const sorted = [...distinct].sort(
    ([a, q], [b, r]) => compare(graphOf(q), graphOf(r)) || compare(sortKey(a), sortKey(b)),
  )
  const encoder = createEncoder(format, prefixes)
  return encoder.head + encoder.piece(sorted.map(([, quad]) => quad)) + encoder.tail()
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
// A thing before its fragments: the closing bracket of the subject sorts below every character of an IRI.
const sortKey = (line: string) => line.replace('>', '\u0000')
