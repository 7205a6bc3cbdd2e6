/** The results that the W3C tests of queries expect, in whichever form they are written. */
import { readFileSync } from 'node:fs'
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory, type NamedNode } from 'n3'
import { canonize } from 'rdf-canonize'
import {
  type Results,
  type Row,
  readCsv,
  readJson,
  readTsv,
  readXml,
  type Table,
  writtenTerm,
} from '../sparql-results.ts'
import { readGraph } from './query-manifest.ts'

const literal = (value: string, datatype: Term) => DataFactory.literal(value, datatype as NamedNode)
const RS = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#'
const XSD = 'http://www.w3.org/2001/XMLSchema#'

/** What to ask for so that a format of results is tried as well, and how it is read. */
const FORMS: Readonly<Record<string, readonly [mediaType: string, read: (text: string) => Results]>> = {
  srx: ['application/sparql-results+xml', readXml],
  srj: ['application/sparql-results+json', readJson],
  csv: ['text/csv', readCsv],
  tsv: ['text/tab-separated-values', readTsv],
}

export interface Expected {
  readonly mediaType: string
  readonly read: (text: string) => Results
  /** A table or a boolean, or the quads of a graph. */
  readonly results: Results | readonly Quad[]
}

/** The result in a file. */
export async function readExpected(file: string): Promise<Expected> {
  const form = FORMS[file.slice(file.lastIndexOf('.') + 1)]
  if (form !== undefined) return { mediaType: form[0], read: form[1], results: form[1](readFileSync(file, 'utf8')) }
  const quads = await readGraph(file)
  const isSet = quads.some(({ object }) => object.value === `${RS}ResultSet`)
  if (!isSet) return { mediaType: 'application/n-triples', read: readJson, results: quads }
  return { mediaType: 'application/sparql-results+json', read: readJson, results: resultSet(quads) }
}

/** Reads the vocabulary in which the older tests write their results. */
function resultSet(quads: readonly Quad[]): Results {
  const all = (subject: Term | undefined, name: string): Term[] =>
    quads
      .filter((q) => q.predicate.value === RS + name && (subject === undefined || q.subject.equals(subject)))
      .map(({ object }) => object)
  const [boolean] = all(undefined, 'boolean')
  if (boolean !== undefined) return { boolean: boolean.value === 'true' }
  const rows = all(undefined, 'solution').map(
    (solution) =>
      new Map(
        all(solution, 'binding').flatMap((binding): [string, Term][] => {
          const [[name], [value]] = [all(binding, 'variable'), all(binding, 'value')]
          return name === undefined || value === undefined ? [] : [[name.value, value]]
        }),
      ),
  )
  return { variables: all(undefined, 'resultVariable').map(({ value }) => value), rows }
}

const NUMBERS = new Set([
  'integer',
  'decimal',
  'double',
  'float',
  'nonNegativeInteger',
  'positiveInteger',
  'int',
  'long',
  'short',
  'byte',
  'unsignedInt',
])

/** One way to write each number and boolean: the tests are about values, and the store keeps those. */
export function byValue(results: Results): Results {
  if ('boolean' in results) return results
  const plain = (term: Term): Term => {
    if (term.termType !== 'Literal' || !term.datatype.value.startsWith(XSD)) return term
    if (term.datatype.value === `${XSD}boolean`)
      return literal({ 1: 'true', 0: 'false' }[term.value] ?? term.value, term.datatype)
    if (!NUMBERS.has(term.datatype.value.slice(XSD.length)) || Number.isNaN(Number(term.value))) return term
    return literal(String(Number(term.value)), term.datatype)
  }
  return { ...results, rows: results.rows.map((row) => new Map([...row].map(([name, term]) => [name, plain(term)]))) }
}

/** Every row once. */
export function distinct(table: Table): Table {
  const keyOf = (row: Row) => JSON.stringify([...row].map(([name, term]) => [name, writtenTerm(term)]).sort())
  const seen = new Map(table.rows.map((row) => [keyOf(row), row]))
  return { ...table, rows: [...seen.values()] }
}

export const canonicalGraph = (quads: readonly Quad[]): Promise<string> =>
  canonize(quads, { algorithm: 'RDFC-1.0', maxWorkFactor: 3 })
