/** One query on a store, in the thread that calls: plan, run, bound, bytes. */
import { namedNode, type Store } from 'oxigraph'
import { type Answer, EngineError, outOfMemory, type ResultTypes, tooLarge, tooManyRows, typeFor } from '../engine.ts'
import { asSent } from '../prefixes.ts'
import { planQuery } from '../query.ts'
import { hasMoreRows } from '../rows.ts'

/** A query as it is sent to a worker. */
export interface Request {
  readonly text: string
  readonly types: ResultTypes
  readonly defaultGraphs?: readonly string[] | undefined
  readonly namedGraphs?: readonly string[] | undefined
  readonly maxRows: number
  readonly maxBytes: number
}

/** How a store is asked. */
export interface Manner {
  /** What relative IRIs refer to. */
  readonly base: string
  /** Whether the default graph is the union of all graphs. */
  readonly union: boolean
}

export interface Evaluated extends Answer {
  readonly body: Uint8Array<ArrayBuffer>
}

/** Answers a request. @throws EngineError; a `RuntimeError` of WebAssembly passes through: the store is broken then. */
export function evaluate(store: Store, request: Request, { base, union }: Manner): Evaluated {
  const plan = planQuery(request.text, base, request.maxRows)
  const form = plan.form ?? 'select'
  const mediaType = typeFor(form, request.types)
  const { defaultGraphs, namedGraphs } = request
  const isChosen = defaultGraphs !== undefined || namedGraphs !== undefined
  let result: unknown
  try {
    result = store.query(plan.text, {
      base_iri: base,
      results_format: mediaType,
      ...(isChosen && {
        default_graph: (defaultGraphs ?? []).map((iri) => namedNode(iri)),
        named_graphs: (namedGraphs ?? []).map((iri) => namedNode(iri)),
      }),
      // The union would stand before FROM.
      use_default_graph_as_union: union && !isChosen && !plan.hasDataset,
    })
  } catch (error) {
    const told = engineError(error, plan.complaint)
    throw told instanceof EngineError ? asSent(told, plan) : told
  }
  // CSV and TSV know no boolean: the bare word.
  const text = mediaType.endsWith('xml') ? plainXml(String(result)) : String(result)
  if (text.length > request.maxBytes) throw tooLarge(request.maxBytes)
  if (form === 'select' && hasMoreRows(text, mediaType, request.maxRows)) throw tooManyRows(request.maxRows)
  const body = new TextEncoder().encode(text)
  if (body.byteLength > request.maxBytes) throw tooLarge(request.maxBytes)
  return { form, mediaType, body, isRepeatable: plan.isRepeatable }
}

/** Readers of XML take a bare carriage return for a line feed, and Perl's a text that names no encoding for Latin-1. */
const plainXml = (text: string): string =>
  text.replace(/^<\?xml version="1\.0"\?>/, '<?xml version="1.0" encoding="UTF-8"?>').replaceAll('\r', '&#13;')

/** What Oxigraph throws, in our words; traps of WebAssembly are not errors of the query and pass through. */
export function engineError(error: unknown, complaint?: string): unknown {
  if (error instanceof WebAssembly.RuntimeError || !(error instanceof Error)) return error
  // "Invalid string length", "Cannot create a string longer than …"
  if (error instanceof RangeError || /string (?:length|longer)/i.test(error.message)) return outOfMemory()
  const [, line, column, expected] = /^error at (\d+):(\d+): (.*)$/s.exec(error.message) ?? []
  if (line === undefined || column === undefined) return new EngineError('syntax', sentence(error.message))
  // The parser's own words where it says more than which token it missed.
  const said = complaint === undefined || complaint.startsWith('Parse error') ? undefined : complaint.split('\n', 1)[0]
  return new EngineError('syntax', `Line ${line}, column ${column}: ${sentence(said ?? readable(expected ?? ''))}`, {
    line: Number(line),
    column: Number(column),
  })
}

/** Without the classes of characters. */
function readable(expected: string): string {
  const list = expected.replace(/(?:,\s*)?\[[^\]]*\]/g, '').trim()
  return /^expected(?: one of)?,?$/.test(list) ? 'this is not expected here' : list.replace(/one of,\s*/, 'one of ')
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
