/** A hundred questions that nobody should ask: by kind, each with the answers that are honest. */

export interface Hostile {
  readonly kind: string
  readonly query: string
  /** Statuses that are right; without any, those of a query that may be stopped (or may, on a fast day, end). */
  readonly statuses?: readonly number[]
  /** Parameters beside the query. */
  readonly parameters?: Readonly<Record<string, string>>
}

/** Answered whole; too large an answer, or question; too long or too many waiting; too many of this client. */
export const HONEST: readonly number[] = [200, 403, 413, 503, 429]
const MALFORMED = [400, 403, 413, 429, 503]
const REFUSED = [403, 429, 503]

const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const open = (i: number) => `?s${i} ?p${i} ?o${i} .`
const of =
  (kind: string, statuses?: readonly number[]) =>
  (query: string): Hostile => ({ kind, query, ...(statuses && { statuses }) })

const products: readonly string[] = [
  ...times(4, (n) => `SELECT (COUNT(*) AS ?n) { ${times(n + 2, open).join(' ')} }`),
  ...times(4, (n) => `SELECT * { ${times(n + 2, open).join(' ')} } ORDER BY ?o0 ?o1`),
  ...times(3, (n) => `SELECT DISTINCT ?o0 ?o1 { ${times(n + 2, open).join(' ')} }`),
  `SELECT (COUNT(DISTINCT CONCAT(STR(?s0), STR(?s1))) AS ?n) { ${times(2, open).join(' ')} }`,
  `SELECT (GROUP_CONCAT(CONCAT(STR(?o0), STR(?o1))) AS ?all) { ${times(2, open).join(' ')} }`,
  `SELECT * { ?a ?b ?c OPTIONAL { ?d ?e ?f OPTIONAL { ?g ?h ?i FILTER(?i != ?c) } } }`,
  `SELECT * { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?g ?h ?i FILTER(?i = ?c && ?f = ?a) } }`,
  `SELECT * { ?a ?b ?c MINUS { ?d ?e ?c . ?g ?h ?i } } ORDER BY DESC(?c)`,
]
const paths: readonly string[] = [
  ...times(4, (n) => `SELECT (COUNT(*) AS ?n) { ${times(n + 1, (i) => `?a${i} (!<urn:x>)* ?a${i + 1} .`).join(' ')} }`),
  'SELECT * { ?a ((!<urn:x>)|(^!<urn:x>))* ?b . ?b ((!<urn:x>)|(^!<urn:x>))* ?c }',
  'SELECT (COUNT(*) AS ?n) { ?a (((!<urn:x>)*/(!<urn:y>)*)*/(!<urn:z>)+)* ?b }',
  'SELECT (COUNT(*) AS ?n) { ?a (((((!<urn:x>)*)*)*)*)* ?b . ?b (!<urn:x>)+ ?c }',
  'ASK { ?a (!<urn:x>)+ ?b . ?b (!<urn:x>)+ ?c . ?c (!<urn:x>)+ ?d FILTER(?d = <urn:nowhere>) }',
]
const expressions: readonly string[] = [
  ...['(a+)+$', '(a|aa)+$', '(.*a){25}', '(?:(?:a?){30}){30}$', '([a-z]+)*[0-9]', '.*.*.*.*.*x'].map(
    (pattern) => `SELECT ?s { ?s ?p ?o . ?t ?q ?v FILTER(REGEX(CONCAT(STR(?o), STR(?v)), "${pattern}")) }`,
  ),
  `SELECT ?s { ?s ?p ?o FILTER(REGEX(STR(?o), "${times(20_000, (i) => `w${i}`).join('|')}")) }`,
  `SELECT ?s { ?s ?p ?o FILTER(REGEX(STR(?o), "${'('.repeat(2000)}a${')'.repeat(2000)}")) }`,
  `SELECT (REPLACE(STR(?o), "", "${'x'.repeat(2000)}") AS ?r) { ?s ?p ?o . ?t ?q ?v }`,
  ...[16, 24, 32, 64].map(
    (n) =>
      `SELECT (STRLEN(?x${n}) AS ?n) { BIND("0123456789" AS ?x0) ${times(n, (i) => `BIND(CONCAT(?x${i}, ?x${i}) AS ?x${i + 1})`).join(' ')} }`,
  ),
  `SELECT (SHA512(CONCAT(STR(?o), STR(?v))) AS ?h) { ?s ?p ?o . ?t ?q ?v } ORDER BY ?h`,
  `SELECT * { ?s ?p ?o FILTER(${times(3000, (i) => `?o != ${i}`).join(' && ')}) }`,
]
const values: readonly string[] = [
  ...[1000, 10_000, 60_000].map(
    (n) => `SELECT * { VALUES ?s { ${times(n, (i) => `<urn:${i}>`).join(' ')} } ?s ?p ?o }`,
  ),
  ...[3, 4, 5].map(
    (n) =>
      `SELECT (COUNT(*) AS ?n) { ${times(n, (i) => `VALUES ?v${i} { ${times(200, String).join(' ')} }`).join(' ')} }`,
  ),
]
const deep: readonly Hostile[] = [
  ...[100, 1000, 10_000, 100_000].map((n) => `SELECT * { ${'{'.repeat(n)} ?s ?p ?o ${'}'.repeat(n)} } LIMIT 1`),
  ...[100, 1000, 50_000].map((n) => `ASK { FILTER(${'!'.repeat(n)}true) }`),
  ...[100, 1000, 50_000].map((n) => `ASK { FILTER(${'('.repeat(n)}true${')'.repeat(n)}) }`),
  ...[50, 500].map((n) => `SELECT * { ${'{ SELECT * { '.repeat(n)} ?s ?p ?o ${'} }'.repeat(n)} } LIMIT 1`),
  ...[100, 2000].map((n) => `SELECT * { ${times(n, (i) => `OPTIONAL { ?s ?p${i} ?o${i} }`).join(' ')} }`),
  ...[100, 2000].map((n) => `SELECT * { ${times(n, (i) => `{ ?s ?p ?o${i} }`).join(' UNION ')} } ORDER BY ?s`),
].map((query) => ({ kind: 'nesting', query, statuses: [...HONEST, 400] }))
const large: readonly string[] = [
  'SELECT * { ?s ?p ?o . ?t ?q ?v }',
  'SELECT * { ?s ?p ?o . ?t ?q ?v } LIMIT 900000',
  'SELECT * { ?s ?p ?o . ?t ?q ?v } LIMIT 1000000000',
  'CONSTRUCT { ?s ?q ?v . ?t ?p ?o } WHERE { ?s ?p ?o . ?t ?q ?v }',
  'CONSTRUCT { ?s ?p [ ?q ?v ] } WHERE { ?s ?p ?o . ?t ?q ?v }',
  'DESCRIBE ?s ?t { ?s ?p ?o . ?t ?q ?v }',
  `SELECT (CONCAT(?o, "${'y'.repeat(50_000)}") AS ?w) { ?s ?p ?o }`,
]
const malformed: readonly string[] = [
  'SELECT * { ?s ?p',
  `SELECT * { ${'?s ?p ?o . '.repeat(50_000)}`,
  '}'.repeat(100_000),
  `PREFIX : <${'x'.repeat(200_000)}> SELECT`,
  'SELECT * { ?s ?p "\\ud800" ',
  '\u0000\u0001\u0002',
]

/** @param outside Address of a listener that nothing should ever reach. */
export function hostileQueries(outside: string): readonly Hostile[] {
  const ways: readonly string[] = [
    `SELECT * { SERVICE <${outside}> { ?s ?p ?o } }`,
    `SELECT * { SERVICE SILENT <${outside}> { ?s ?p ?o } }`,
    `SELECT * { VALUES ?g { <${outside}> } SERVICE ?g { ?s ?p ?o } }`,
    `SELECT * { { SELECT * { SERVICE <${outside}> { ?s ?p ?o } } } }`,
    `LOAD <${outside}>`,
    `LOAD SILENT <${outside}> INTO GRAPH <urn:g>`,
    'DELETE WHERE { ?s ?p ?o }',
    'CLEAR ALL',
  ]
  const graphs: readonly Hostile[] = [
    { kind: 'graphs from outside', query: `SELECT * FROM <${outside}> { ?s ?p ?o }` },
    { kind: 'graphs from outside', query: `SELECT * FROM NAMED <${outside}> { GRAPH ?g { ?s ?p ?o } }` },
    {
      kind: 'graphs from outside',
      query: 'SELECT * { ?s ?p ?o }',
      parameters: { 'default-graph-uri': outside, 'named-graph-uri': outside },
    },
  ]
  return [
    ...products.map(of('cross products')),
    ...paths.map(of('paths')),
    ...expressions.map(of('expressions', [...HONEST, 400])),
    ...values.map(of('values')),
    ...deep,
    ...large.map(of('large results')),
    ...malformed.map(of('malformed', MALFORMED)),
    ...ways.map(of('ways out and in', REFUSED)),
    ...graphs,
    ...times(15, (i) => of('a hundred at once')(`ASK { BIND(${i} AS ?i) }`)),
  ]
}
