/** The service description of the SPARQL endpoint (SPARQL 1.1 Service Description). */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { FORMATS } from '../rdf/formats.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { vocabulary } from '../rdf/vocabulary/vocabulary.ts'
import { voidTerms } from '../rdf/vocabulary/void.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { SEARCH_FUNCTIONS } from '../search/functions.ts'

const { namedNode, literal, quad } = DataFactory
const sd = vocabulary('http://www.w3.org/ns/sparql-service-description#', [
  'Service',
  'Dataset',
  'Graph',
  'defaultEntailmentRegime',
  'endpoint',
  'supportedLanguage',
  'SPARQL11Query',
  'feature',
  'Feature',
  'propertyFeature',
  'UnionDefaultGraph',
  'resultFormat',
  'defaultDataset',
  'defaultGraph',
])
/** Nothing is inferred when a query runs: all that follows is written out in the data. */
const SIMPLE = namedNode('http://www.w3.org/ns/entailment/Simple')
const FORMAT_IRI = 'http://www.w3.org/ns/formats/'
const RESULT_FORMATS = ['SPARQL_Results_JSON', 'SPARQL_Results_XML', 'SPARQL_Results_CSV', 'SPARQL_Results_TSV']
const GRAPH_FORMATS = {
  turtle: 'Turtle',
  trig: 'TriG',
  ntriples: 'N-Triples',
  nquads: 'N-Quads',
  jsonld: 'JSON-LD',
  rdfxml: 'RDF_XML',
} as const satisfies Readonly<Record<keyof typeof FORMATS, string>>

/** @param triples How many the default graph has, which is the union of all graphs. */
export function serviceDescription(base: string, triples: number): Quad[] {
  const endpoint = namedNode(`${base}/sparql`)
  const service = namedNode(`${endpoint.value}#service`)
  const dataset = namedNode(`${base}/dataset`)
  const description = namedNode(`${base}/.well-known/void`)
  const union = namedNode(`${endpoint.value}#default-graph`)
  const formats = [...RESULT_FORMATS, ...Object.values(GRAPH_FORMATS)]
  return [
    quad(service, rdf.type, sd.Service),
    quad(service, sd.endpoint, endpoint),
    quad(service, sd.supportedLanguage, sd.SPARQL11Query),
    quad(service, sd.feature, sd.UnionDefaultGraph),
    ...SEARCH_FUNCTIONS.flatMap(({ iri }) => [
      quad(service, sd.propertyFeature, namedNode(iri)),
      quad(namedNode(iri), rdf.type, sd.Feature),
    ]),
    ...formats.map((name) => quad(service, sd.resultFormat, namedNode(FORMAT_IRI + name))),
    quad(service, sd.defaultEntailmentRegime, SIMPLE),
    quad(service, sd.defaultDataset, dataset),
    quad(service, rdfs.seeAlso, description),
    quad(description, rdf.type, voidTerms.DatasetDescription),
    quad(description, foaf.primaryTopic, dataset),
    quad(dataset, rdf.type, sd.Dataset),
    quad(dataset, rdf.type, voidTerms.Dataset),
    quad(dataset, voidTerms.sparqlEndpoint, endpoint),
    quad(dataset, sd.defaultGraph, union),
    quad(union, rdf.type, sd.Graph),
    quad(union, voidTerms.triples, literal(String(triples), xsd.integer)),
  ]
}
