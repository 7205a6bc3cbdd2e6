/**
 * The Europeana Data Model as its ingestion takes it: the document, what is said of those whom it names, and the
 * aggregation. In an aggregation, and at the end of the object, the elements have an order; it is that of Europeana's schema.
 */
import { element, type Markup, markup, XSI, xmlAttribute } from '../rdf/xml.ts'
import { distinctBy, isoDate, languageCode, publishersOf } from './plain.ts'
import { agentsAs, type DocumentFacts, type Named, type Words } from './record.ts'

export const EDM = {
  namespace: 'http://www.europeana.eu/schemas/edm/',
  schema: 'http://www.europeana.eu/schemas/edm/EDM.xsd',
} as const

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const TEXT = 'http://purl.org/dc/dcmitype/Text'
const ROOT = {
  'xmlns:rdf': RDF,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:edm': EDM.namespace,
  'xmlns:ore': 'http://www.openarchives.org/ore/terms/',
  'xmlns:skos': 'http://www.w3.org/2004/02/skos/core#',
  'xmlns:xsi': XSI,
  'xsi:schemaLocation': `${RDF} ${EDM.schema}`,
}

/** The statements of rightsstatements.org and the licences that Europeana takes, with the scheme that it knows them by. */
const RIGHTS =
  /^https?:(\/\/(?:rightsstatements\.org\/vocab\/(?:NoC-NC|NoC-OKLR|InC|InC-EDU|InC-OW-EU|CNE)\/1\.0|creativecommons\.org\/(?:publicdomain\/(?:zero|mark)\/1\.0|licenses\/by(?:-nc)?(?:-sa|-nd)?\/\d\.\d(?:\/[a-z]{2,8})?)))\/?$/

/** The value of `edm:rights` for an IRI, or undefined where Europeana would refuse it. */
export function europeanaRights(iri: string): string | undefined {
  const rest = RIGHTS.exec(iri)?.[1]
  return rest === undefined ? undefined : `http:${rest}/`
}

export interface EdmContext {
  /** Address of the document's page here. */
  readonly page: string
  /** Name of who publishes the collection: it stands before Europeana for all whose records it holds. */
  readonly provider: string
}

const resource = (name: string, iri: string): Markup => markup(`<${name} rdf:resource="${xmlAttribute(iri)}"/>`)
const literal =
  (name: string) =>
  ({ value, language }: Words): Markup =>
    element(name, { 'xml:lang': language }, value)
const link =
  (name: string) =>
  ({ iri }: Named): Markup =>
    resource(name, iri)
const labelled =
  (name: string) =>
  ({ iri, label }: Named): Markup =>
    element(name, { 'rdf:about': iri }, element('skos:prefLabel', {}, label))

/**
 * The root element. Undefined for a document whose rights Europeana
 * does not know: the format cannot do without.
 */
export function edm(facts: DocumentFacts, { page, provider }: EdmContext): Markup | undefined {
  const [rights] = facts.editions
    .flatMap((edition) => edition.rights)
    .flatMap((right) => ('iri' in right ? (europeanaRights(right.iri) ?? []) : []))
  if (rights === undefined) return undefined
  const creators = agentsAs(facts, 'creator')
  const contributors = agentsAs(facts, 'contributor', 'cataloguedAuthor').filter((agent) => !creators.includes(agent))
  const agents = distinctBy([...creators, ...contributors], ({ iri }) => iri)
  const concepts = distinctBy([...(facts.type === undefined ? [] : [facts.type]), ...facts.subjects], ({ iri }) => iri)
  const known = new Set([...agents, ...concepts].map(({ iri }) => iri))
  const places = facts.places.filter(({ iri }) => !known.has(iri))
  const languages = facts.languages.map(languageCode)
  const [archive] = facts.archives
  const [publisher] = publishersOf(facts)
  return element(
    'rdf:RDF',
    ROOT,
    element(
      'edm:ProvidedCHO',
      { 'rdf:about': facts.iri },
      contributors.map(link('dc:contributor')),
      creators.map(link('dc:creator')),
      facts.abstract && literal('dc:description')(facts.abstract),
      [facts.iri, ...facts.recordNumbers].map((value) => element('dc:identifier', {}, value)),
      // Europeana asks for a language of every text; `und` says that it is not known.
      (languages.length > 0 ? languages : ['und']).map((code) => element('dc:language', {}, code)),
      facts.source.map((value) => element('dc:source', {}, value)),
      facts.subjects.map(link('dc:subject')),
      literal('dc:title')(facts.title),
      facts.type === undefined ? resource('dc:type', TEXT) : link('dc:type')(facts.type),
      facts.otherTitles.map(literal('dcterms:alternative')),
      facts.date && element('dcterms:created', {}, isoDate(facts.date)),
      facts.parts.map(link('dcterms:hasPart')),
      [...facts.collections, ...facts.partOf].map(link('dcterms:isPartOf')),
      facts.references.map(link('dcterms:references')),
      facts.places.map(link('dcterms:spatial')),
      archive && element('edm:currentLocation', {}, archive.label),
      element('edm:type', {}, 'TEXT'),
    ),
    agents.map(labelled('edm:Agent')),
    places.map(labelled('edm:Place')),
    concepts.map(labelled('skos:Concept')),
    element(
      'ore:Aggregation',
      { 'rdf:about': `${facts.iri}#aggregation` },
      resource('edm:aggregatedCHO', facts.iri),
      element('edm:dataProvider', {}, publisher?.label ?? provider),
      resource('edm:isShownAt', facts.pages[0] ?? page),
      element('edm:provider', {}, provider),
      resource('edm:rights', rights),
    ),
  )
}
