/**
 * What stores do in ways of their own: one row each, told by the headers of any answer. A store in no row is asked by
 * the standard alone, and our own limits end what takes too long.
 */
import type { EngineErrorCode } from '../engine.ts'

export interface Dialect {
  readonly name: string
  /** Parameters of the request that pass a time limit on. */
  timeLimit(milliseconds: number): Readonly<Record<string, string>>
  /** Why an answer that says 200 is only a part of the whole, if it is; `end` are its last characters. */
  cut(headers: Headers, end: string): Extract<EngineErrorCode, 'timeout' | 'too-many-rows'> | undefined
  /** Where updates go, if no address is configured. */
  updateAddress(endpoint: string): string
  /** The largest LIMIT with which it sorts; beyond it the query goes as it is, and a cap on rows of its own shows. */
  readonly sortedLimit?: number
  /** Answers VALUES wrongly in some places, unless they are put in another way. */
  readonly mistakesValues?: true
  /** A query for the most solutions that it takes into account for a graph, where it leaves the others out unsaid. */
  readonly solutionCap?: string
}

interface Row extends Dialect {
  isMeant(headers: Headers): boolean
}

const VIRTUOSO: Row = {
  name: 'Virtuoso',
  isMeant: (headers) => /\bvirtuoso\b/i.test(headers.get('server') ?? ''),
  timeLimit: (milliseconds) => ({ timeout: String(milliseconds) }),
  cut: (headers) =>
    headers.has('x-sql-state') ? 'timeout' : headers.has('x-sparql-maxrows') ? 'too-many-rows' : undefined,
  updateAddress: (endpoint) => endpoint.replace(/\/sparql\/?$/, '/sparql-auth'),
  sortedLimit: 10_000,
  mistakesValues: true,
  solutionCap: "PREFIX bif: <bif:> SELECT (bif:virtuoso_ini_item_value('SPARQL', 'ResultSetMaxRows') AS ?most) { }",
}

const FUSEKI: Row = {
  name: 'Fuseki',
  isMeant: (headers) => headers.has('fuseki-request-id'),
  timeLimit: (milliseconds) => ({ timeout: String(milliseconds / 1000) }),
  // What is over time when the answer has begun ends in a note.
  cut: (_headers, end) => (/\*\*\*\*\s+Incomplete results/i.test(end) ? 'timeout' : undefined),
  updateAddress: (endpoint) => endpoint.replace(/\/(?:sparql|query)\/?$/, '/update'),
}

const OTHER: Dialect = {
  name: 'SPARQL 1.1',
  timeLimit: () => ({}),
  cut: () => undefined,
  updateAddress: (endpoint) =>
    endpoint.replace(/\/query\/?$/, '/update').replace(/(\/repositories\/[^/]+)\/?$/, '$1/statements'),
}

/** The dialect of the store that sent these headers. */
export const dialectOf = (headers: Headers): Dialect =>
  [VIRTUOSO, FUSEKI].find(({ isMeant }) => isMeant(headers)) ?? OTHER
