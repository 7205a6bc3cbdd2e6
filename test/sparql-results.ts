/** Reads SPARQL results in each of their formats, and compares them as multisets, blank nodes up to their labels. */
import type { Quad, Term } from '@rdfjs/types'
import { parse as parseCsv } from 'csv-parse/sync'
import { Parser as XmlParser } from 'htmlparser2'
import { DataFactory, Parser } from 'n3'
import { canonize } from 'rdf-canonize'

const { namedNode, blankNode, literal, quad } = DataFactory

export type Row = ReadonlyMap<string, Term>
export interface Table {
  readonly variables: readonly string[]
  readonly rows: readonly Row[]
}
export type Results = Table | { readonly boolean: boolean }

interface JsonTerm {
  readonly type: 'uri' | 'bnode' | 'literal' | 'typed-literal'
  readonly value: string
  readonly datatype?: string
  readonly 'xml:lang'?: string
}

function termOf({ type, value, datatype, 'xml:lang': language }: JsonTerm): Term {
  if (type === 'uri') return namedNode(value)
  if (type === 'bnode') return blankNode(value)
  return literal(value, language ?? (datatype === undefined ? undefined : namedNode(datatype)))
}

export function readJson(text: string): Results {
  const { head, boolean, results } = JSON.parse(text) as {
    readonly head: { readonly vars?: readonly string[] }
    readonly boolean?: boolean
    readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] }
  }
  if (boolean !== undefined) return { boolean }
  const rows = (results?.bindings ?? []).map(
    (row) => new Map(Object.entries(row).map(([name, term]) => [name, termOf(term)])),
  )
  return { variables: head.vars ?? [], rows }
}

export function readXml(text: string): Results {
  const variables: string[] = []
  const rows: Map<string, Term>[] = []
  let boolean: boolean | undefined
  let variable = ''
  let said = ''
  let opened: Readonly<Record<string, string>> = {}
  const parser = new XmlParser(
    {
      onopentag: (name, attributes) => {
        said = ''
        opened = attributes
        if (name === 'variable') variables.push(attributes['name'] ?? '')
        if (name === 'result') rows.push(new Map())
        if (name === 'binding') variable = attributes['name'] ?? ''
      },
      ontext: (piece) => {
        said += piece
      },
      onclosetag: (name) => {
        if (name === 'boolean') boolean = said.trim() === 'true'
        if (name !== 'uri' && name !== 'bnode' && name !== 'literal') return
        const { datatype, 'xml:lang': language } = opened
        const term = { ...(datatype && { datatype }), ...(language && { 'xml:lang': language }) }
        rows.at(-1)?.set(variable, termOf({ type: name, value: said, ...term }))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(text)
  return boolean === undefined ? { variables, rows } : { boolean }
}

/** Terms in TSV are Turtle's. */
export function readTsv(text: string): Table {
  const [head = '', ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const variables = head === '' ? [] : head.split('\t').map((name) => name.replace(/^\?/, ''))
  const turtle = lines.flatMap((line, row) =>
    line.split('\t').flatMap((cell, column) => (cell === '' ? [] : [`<row:${row}> <column:${column}> ${cell} .`])),
  )
  const rows = lines.map(() => new Map<string, Term>())
  for (const { subject, predicate, object } of new Parser({ blankNodePrefix: '' }).parse(turtle.join('\n')))
    rows[Number(subject.value.slice(4))]?.set(variables[Number(predicate.value.slice(7))] ?? '', object)
  return { variables, rows }
}

/** CSV tells no kinds of terms: all are plain, except blank nodes. */
export function readCsv(text: string): Table {
  const [variables = [], ...lines] = parseCsv(text) as string[][]
  const rows = lines.map(
    (cells) =>
      new Map(
        cells.flatMap((cell, i): [string, Term][] =>
          cell === '' ? [] : [[variables[i] ?? '', cell.startsWith('_:') ? blankNode(cell.slice(2)) : literal(cell)]],
        ),
      ),
  )
  return { variables, rows }
}

/** What CSV leaves of a table. */
export const asCsv = ({ variables, rows }: Table): Table => ({
  variables,
  rows: rows.map(
    (row) =>
      new Map(
        [...row].flatMap(([name, term]): [string, Term][] =>
          term.value === '' && term.termType === 'Literal'
            ? []
            : [[name, term.termType === 'BlankNode' ? term : literal(term.value)]],
        ),
      ),
  ),
})

const isBlank = (term: Term): boolean => term.termType === 'BlankNode'
/** One line for a term, whatever its label where it is blank. */
export const writtenTerm = (term: Term): string =>
  term.termType === 'Literal'
    ? JSON.stringify([term.value, term.language.toLowerCase(), term.datatype.value])
    : `<${term.value}>`

/** Equal for results that are the same multiset of rows. */
export async function canonical(results: Results): Promise<unknown> {
  if ('boolean' in results) return results
  const ground: string[] = []
  const blank: Quad[] = []
  for (const [n, row] of results.rows.entries()) {
    const cells = [...row].sort(([a], [b]) => (a < b ? -1 : 1))
    if (!cells.some(([, term]) => isBlank(term)))
      ground.push(cells.map(([name, t]) => `${name}=${writtenTerm(t)}`).join(' '))
    else
      for (const [name, term] of cells)
        blank.push(quad(blankNode(`row-${n}`), namedNode(`var:${name}`), term as Quad['object']))
  }
  return {
    variables: [...results.variables].sort(),
    ground: ground.sort(),
    blank: (await canonize(blank, { algorithm: 'RDFC-1.0', maxWorkFactor: 3 })).split('\n'),
  }
}
