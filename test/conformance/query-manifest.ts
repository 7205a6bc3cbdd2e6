/** Reads the manifests of the W3C tests of SPARQL queries: what to load, what to ask, what should come. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad, Term } from '@rdfjs/types'
import { DataFactory, Parser, Store } from 'n3'
import { parse as parseQuery } from '../../src/engine/query.ts'
import { formatByName } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'

const SUITES = join(import.meta.dirname, '../../../shared/suites/rdf-tests/sparql')
const BASE = 'http://suite/'
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#'
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const LABEL = 'http://www.w3.org/2000/01/rdf-schema#label'

export const isThere = existsSync(SUITES)

/** All of SPARQL 1.0, and of 1.1 what is about queries: updates, federation, entailment and protocols have their own. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  sparql10: isThere ? readdirSync(join(SUITES, 'sparql10')).sort() : [],
  sparql11: [
    'aggregates',
    'bind',
    'bindings',
    'cast',
    'construct',
    'csv-tsv-res',
    'exists',
    'functions',
    'grouping',
    'json-res',
    'negation',
    'project-expression',
    'property-path',
    'subquery',
    'syntax-query',
  ],
}

export type Kind = 'evaluation' | 'positive-syntax' | 'negative-syntax'

export interface QueryTest {
  /** `sparql11/bind/bind01` */
  readonly id: string
  readonly kind: Kind
  /** With the base that its relative IRIs have. */
  readonly query: string
  /** Files to load; without a name into the default graph. */
  readonly data: readonly { readonly file: string; readonly iri?: string | undefined }[]
  /** The file of the result. */
  readonly result: string | undefined
  /** REDUCED: duplicates may stay or go. */
  readonly isLax: boolean
}

const KINDS: Readonly<Record<string, Kind>> = {
  QueryEvaluationTest: 'evaluation',
  CSVResultFormatTest: 'evaluation',
  PositiveSyntaxTest: 'positive-syntax',
  PositiveSyntaxTest11: 'positive-syntax',
  NegativeSyntaxTest: 'negative-syntax',
  NegativeSyntaxTest11: 'negative-syntax',
}

const fileOf = (iri: string): string => join(SUITES, decodeURI(iri.slice(BASE.length)))

export const readTests = (): QueryTest[] =>
  Object.entries(FOLDERS).flatMap(([suite, folders]) =>
    folders
      .filter((folder) => existsSync(join(SUITES, suite, folder, 'manifest.ttl')))
      .flatMap((folder) => readFolder(`${suite}/${folder}`)),
  )

function readFolder(folder: string): QueryTest[] {
  const base = `${BASE}${folder}/manifest.ttl`
  const store = new Store(new Parser({ baseIRI: base }).parse(readFileSync(fileOf(base), 'utf8')))
  const all = (subject: Term, property: string): Term[] =>
    store.getObjects(subject, DataFactory.namedNode(property), null)
  const one = (subject: Term, property: string): Term | undefined => all(subject, property)[0]
  const list = (node: Term | undefined): Term[] =>
    node === undefined || node.value === `${RDF}nil`
      ? []
      : [...all(node, `${RDF}first`), ...list(one(node, `${RDF}rest`))]
  const [manifest] = store.getSubjects(DataFactory.namedNode(`${MF}entries`), null, null)
  return list(manifest && one(manifest, `${MF}entries`)).map((test) => {
    const type = one(test, `${RDF}type`)?.value.slice(MF.length) ?? ''
    const kind = KINDS[type]
    const action = one(test, `${MF}action`)
    if (kind === undefined || action === undefined) throw new Error(`${test.value} is a ${type}`)
    const query = kind === 'evaluation' ? one(action, `${QT}query`) : action
    if (query === undefined) throw new Error(`${test.value} has no query`)
    const text = `BASE <${query.value}>\n${readFileSync(fileOf(query.value), 'utf8')}`
    const named = all(action, `${QT}graphData`).map((data) => {
      const file = one(data, `${QT}graph`) ?? data
      return { file: fileOf(file.value), iri: one(data, LABEL)?.value ?? file.value }
    })
    const defaults = all(action, `${QT}data`).map(({ value }) => ({ file: fileOf(value) }))
    return {
      id: `${folder}/${test.value.slice(test.value.indexOf('#') + 1)}`,
      kind,
      query: text,
      data: kind === 'evaluation' ? [...defaults, ...named, ...graphsOf(text)] : [],
      result: kind === 'evaluation' ? fileOf(one(test, `${MF}result`)?.value ?? '') : undefined,
      isLax: one(test, `${MF}resultCardinality`)?.value === `${MF}LaxCardinality`,
    }
  })
}

/** The graphs that a query names with FROM: an endpoint fetches none, so they have to be there. */
function graphsOf(query: string): { readonly file: string; readonly iri: string }[] {
  if (!/\bfrom\b/i.test(query)) return []
  const tree = parseQuery(query, BASE)
  if (tree.type !== 'query') return []
  const iris = new Set<string>()
  for (const { value } of tree.datasets.clauses)
    if ('value' in value) iris.add(new URL(value.value, baseOf(query)).href)
  return [...iris].map((iri) => ({ file: fileOf(iri), iri }))
}

const baseOf = (query: string): string => /^BASE <([^>]*)>/.exec(query)?.[1] ?? BASE

/** A file of RDF, with the base that its address is. */
export async function readGraph(file: string): Promise<readonly Quad[]> {
  const format = formatByName(file)
  if (format === undefined) throw new Error(`${file} is in no form of RDF`)
  return parse(readFileSync(file, 'utf8'), format.key, BASE + encodeURI(file.slice(SUITES.length + 1)))
}
