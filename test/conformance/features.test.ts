/**
 * P20, P21: each feature that monitors of public endpoints probe (SPARQLES names them so), on the sample collection as
 * it is served. Each answers with 200; SERVICE is refused at once.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

const D = '?d a dip:Document'
const PREFIXES = `PREFIX dip: <https://w3id.org/diplomacy/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
`

/** Queries by feature, of SPARQL 1.0 and then of 1.1. */
const QUERIES: Readonly<Record<string, string>> = {
  'ASK[.]': `ASK { ${D} }`,
  'CON[.]': `CONSTRUCT { ?d rdfs:label ?t } WHERE { ${D} ; dcterms:title ?t }`,
  'CON[JOIN]': `CONSTRUCT { ?d dcterms:creator ?n } WHERE { ?d dip:actor ?c . ?c skos:prefLabel ?n }`,
  'CON[OPT]': `CONSTRUCT { ?d dcterms:title ?t } WHERE { ${D} OPTIONAL { ?d dcterms:title ?t } }`,
  'SEL[.]': `SELECT ?d { ${D} }`,
  'SEL[EMPTY]': 'SELECT * {}',
  'SEL-DISTINCT[.]': 'SELECT DISTINCT ?t { ?s a ?t }',
  'SEL-REDUCED[.]': 'SELECT REDUCED ?t { ?s a ?t }',
  'SEL[.]*ORDERBY': `SELECT ?d { ${D} } ORDER BY ?d`,
  'SEL[.]*ORDERBY-ASC': `SELECT ?d { ${D} } ORDER BY ASC(?d)`,
  'SEL[.]*ORDERBY-DESC': `SELECT ?d { ${D} } ORDER BY DESC(?d)`,
  'SEL[.]*ORDERBY*OFFSET': `SELECT ?d { ${D} } ORDER BY ?d OFFSET 2 LIMIT 3`,
  'SEL[BNODE]': 'SELECT ?t { _:d a dip:Document ; dcterms:title ?t }',
  'SEL[FIL(!BOUND)]': `SELECT ?d { ${D} OPTIONAL { ?d dcterms:creator ?c } FILTER(!BOUND(?c)) }`,
  'SEL[FIL(BLANK)]': `SELECT ?d { ${D} FILTER(ISBLANK(?d)) }`,
  'SEL[FIL(BOOL)]': `SELECT ?d { ${D} ; dcterms:title ?t FILTER(STR(?t) = "" || (true && ?t != "a")) }`,
  'SEL[FIL(IRI)]': `SELECT ?d { ${D} ; ?p ?o FILTER(ISIRI(?o)) }`,
  'SEL[FIL(NUM)]': 'SELECT ?s { ?s ?p ?n FILTER(ISNUMERIC(?n) && ?n * 2 > 3) }',
  'SEL[FIL(REGEX)]': `SELECT ?t { ${D} ; dcterms:title ?t FILTER(REGEX(?t, "^[A-Z]")) }`,
  'SEL[FIL(REGEX-i)]': `SELECT ?t { ${D} ; dcterms:title ?t FILTER(REGEX(?t, "TELEGRAM", "i")) }`,
  'SEL[FIL(STR)]': `SELECT ?d { ${D} FILTER(STR(?d) != "a") }`,
  'SEL[FROM]': 'SELECT ?s FROM <BASE/graph/release> { ?s a ?t }',
  'SEL[GRAPH]': `SELECT ?g ?d { GRAPH ?g { ${D} } }`,
  'SEL[GRAPH;JOIN]': `SELECT ?g ?c { GRAPH ?g { ?d dip:actor ?c } GRAPH ?h { ?c skos:prefLabel ?n } }`,
  'SEL[GRAPH;UNION]': `SELECT ?g { { GRAPH ?g { ${D} } } UNION { GRAPH ?g { ?c a skos:Concept } } }`,
  'SEL[JOIN]': 'SELECT ?n { ?a a dip:RequestAct ; dip:actor ?c . ?c skos:prefLabel ?n }',
  'SEL[OPT]': `SELECT ?d ?c { ${D} OPTIONAL { ?d dcterms:creator ?c } }`,
  'SEL[UNION]': 'SELECT ?l { { ?s rdfs:label ?l } UNION { ?s skos:prefLabel ?l } }',
  'CON-[.]': `CONSTRUCT WHERE { ${D} }`,
  'SEL[AVG]': 'SELECT (AVG(?n) AS ?a) { ?s ?p ?n FILTER(ISNUMERIC(?n)) }',
  'SEL[AVG]*GROUPBY': 'SELECT ?p (AVG(?n) AS ?a) { ?s ?p ?n FILTER(ISNUMERIC(?n)) } GROUP BY ?p',
  'SEL[BIND]': `SELECT ?x { ${D} BIND(STRLEN(STR(?d)) AS ?x) }`,
  'SEL[COUNT]*GROUPBY': 'SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t',
  'SEL[FIL(!EXISTS)]': `SELECT ?d { ${D} FILTER NOT EXISTS { ?d dcterms:creator ?c } }`,
  'SEL[FIL(EXISTS)]': `SELECT ?d { ${D} FILTER EXISTS { ?d dcterms:creator ?c } }`,
  'SEL[FIL(ABS)]': 'SELECT ?s { ?s ?p ?n FILTER(ISNUMERIC(?n) && ABS(?n) >= 1) }',
  'SEL[FIL(CONTAINS)]': `SELECT ?t { ${D} ; dcterms:title ?t FILTER(CONTAINS(LCASE(?t), "telegram")) }`,
  'SEL[FIL(START)]': `SELECT ?t { ${D} ; dcterms:title ?t FILTER(STRSTARTS(?t, "T")) }`,
  'SEL[MAX]': `SELECT (MAX(?t) AS ?m) { ${D} ; dcterms:title ?t }`,
  'SEL[MIN]': `SELECT (MIN(?t) AS ?m) { ${D} ; dcterms:title ?t }`,
  'SEL[MINUS]': `SELECT ?d { ${D} MINUS { ?d dcterms:creator ?c } }`,
  'SEL[PATHS]': 'SELECT ?n { ?d dip:actor/skos:prefLabel ?n . ?d (dcterms:isPartOf|^dcterms:hasPart)* ?w }',
  'SEL[SUBQ]': `SELECT ?d { { SELECT ?d { ${D} } LIMIT 5 } ?d dcterms:title ?t }`,
  'SEL[SUBQ;GRAPH]': `SELECT ?g ?d { GRAPH ?g { { SELECT ?d { ${D} } } } }`,
  'SEL[SUM]': 'SELECT (SUM(?n) AS ?a) { ?s ?p ?n FILTER(ISNUMERIC(?n)) }',
  'SEL[VALUES]': 'SELECT ?s { VALUES ?t { dip:Document skos:Concept } ?s a ?t }',
}
/** Those that the sample has nothing for: blank nodes are never in the data. */
const EMPTY = new Set(['SEL[FIL(BLANK)]'])

describe('what monitors of endpoints probe', () => {
  let served: Served
  beforeAll(async () => {
    served = await serveSample()
  })
  afterAll(() => served?.stop())
  const ask = (query: string, accept = 'application/sparql-results+json, text/turtle') =>
    fetch(`${served.address}/sparql?${new URLSearchParams({ query: query.replaceAll('BASE', served.address) })}`, {
      headers: { accept },
    })

  test('P21: whether it is there, as it is asked every hour', async () => {
    for (const query of ['ASK WHERE{?s ?p ?o}', 'SELECT ?s WHERE{?s ?p ?o} LIMIT 1'])
      expect((await ask(query)).status).toBe(200)
  })

  test.each(Object.entries(QUERIES))('P20: %s', async (feature, query) => {
    const answer = await ask(PREFIXES + query, 'text/csv, application/n-triples')
    const text = await answer.text()
    expect([answer.status, answer.status === 200 ? '' : text]).toEqual([200, ''])
    if (query.startsWith('ASK')) return expect(text.trim()).toBe('true')
    // Without the header of a table, and what follows the last line end.
    const rows = text.split('\n').length - (query.startsWith('SELECT') ? 2 : 1)
    expect([feature, rows > 0]).toEqual([feature, !EMPTY.has(feature)])
  })

  test.each([
    'SELECT * { SERVICE <BASE/sparql> { ?s ?p ?o } }',
    'SELECT * { SERVICE SILENT <http://127.0.0.1:9/> {} }',
  ])('P20: SEL[SERVICE] %s is refused within a second', async (query) => {
    const start = performance.now()
    const answer = await ask(query)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('SERVICE is not allowed')
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
