/** A collection for harvesters: documents in sets, with editions, some with rights, and words that XML cannot hold. */
import type { Quad } from '@rdfjs/types'
import { DomUtils, parseDocument } from 'htmlparser2'
import { DataFactory } from 'n3'
import type { DatasetSettings } from '../../src/config.ts'
import { dcmitype } from '../../src/rdf/vocabulary/dcmitype.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { documentType } from '../../src/rdf/vocabulary/schemes.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { xsd } from '../../src/rdf/vocabulary/xsd.ts'
import { type Asked, BASE, iris, LICENSE, publish, startWorld } from './world.ts'

const { namedNode, literal, quad } = DataFactory
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

export const OAI = `${BASE}/oai`
export const DATASET: DatasetSettings = {
  title: 'Telegrams & <letters>',
  license: LICENSE,
  publisher: { name: 'The archive' },
  adminEmail: 'archive@example.org',
}
export const RIGHTS = 'http://rightsstatements.org/vocab/CNE/1.0/'
/** Control characters, the end of a CDATA section, signs that turn the direction of reading. */
export const HOSTILE = '\u0000\u0007\u001b[1m]]>&<b>\u202e\u2066 \ufffe\uffff 𝒳 "quoted"\r\n'
export const day = (number: number): string => `2020-01-${String(number).padStart(2, '0')}T00:00:00Z`
export const documentIri = (number: number): string => iris.thing('document', `wcda-${number}`)

/** Two collections, and the names of the person, the types and the collections. */
export function common(person = 'Ivan “Иван”'): Quad[] {
  const derived = namedNode(iris.graph('derived'))
  const vocabulary = namedNode(iris.graph('vocabulary'))
  const of = (kind: 'collection' | 'person', slug: string) => namedNode(iris.thing(kind, slug))
  return [
    quad(of('person', 'ivan-иванов'), rdf.type, dip.Person, derived),
    quad(of('person', 'ivan-иванов'), rdfs.label, literal(person, 'en'), derived),
    quad(of('collection', 'wcda'), rdf.type, dcmitype.Collection, derived),
    quad(of('collection', 'wcda'), dcterms.title, literal('The first collection', 'en'), derived),
    quad(of('collection', 'письма'), rdf.type, dcmitype.Collection, derived),
    quad(of('collection', 'письма'), dcterms.title, literal('Letters & notes', 'en'), derived),
    quad(documentType.telegram, rdf.type, skos.Concept, vocabulary),
    quad(documentType.telegram, skos.prefLabel, literal('telegram', 'en'), vocabulary),
    quad(documentType.report, rdf.type, skos.Concept, vocabulary),
    quad(documentType.report, skos.prefLabel, literal('report', 'en'), vocabulary),
  ]
}

/** Document `number`: each third is a report in the second collection, each fifth has rights that Europeana knows. */
export function document(number: number, title = `Telegram ${number}`): Quad[] {
  const slug = `wcda-${number}`
  const self = namedNode(documentIri(number))
  const graph = namedNode(iris.graph(`document/${slug}`))
  const extracted = namedNode(iris.graph(`extracted/${slug}`))
  const edition = namedNode(`${self.value}#edition-en`)
  const isReport = number % 3 === 0
  return [
    quad(self, rdf.type, dip.Document, graph),
    quad(self, dcterms.title, literal(title, 'en'), graph),
    quad(self, dcterms.identifier, literal(self.value), graph),
    quad(self, dcterms.type, isReport ? documentType.report : documentType.telegram, graph),
    quad(self, dcterms.isPartOf, namedNode(iris.thing('collection', isReport ? 'письма' : 'wcda')), graph),
    quad(self, dcterms.date, literal('1950-05-12', xsd.date), graph),
    quad(self, dcterms.creator, namedNode(iris.thing('person', 'ivan-иванов')), graph),
    quad(self, dip.hasEdition, edition, graph),
    quad(edition, rdf.type, dip.Edition, graph),
    ...(number % 5 === 0 ? [quad(edition, dcterms.rights, namedNode(RIGHTS), graph)] : []),
    quad(self, dip.reportsAct, namedNode(`${self.value}#act-1`), extracted),
  ]
}

export const documents = (count: number): Quad[] =>
  Array.from({ length: count }, (_, index) => document(index + 1)).flat()

/** Serves documents that were published on the first day. */
export async function startHarvested(quads: readonly Quad[], dataset = DATASET) {
  const world = await startWorld({ queryWorkers: '1' }, undefined, { quads, dataset, published: day(1) })
  return {
    ...world,
    /** The whole answer. */
    get: (query: string, asked: Asked = {}) => world.ask(`/oai?${query}`, asked),
    /** The answer as XML, where it is one: status 200. */
    oai: async (query: string) => readAnswer((await world.ask(`/oai?${query}`)).text),
    /** Publishes something else and serves it from now on. */
    publish: async (next: readonly Quad[], on: number) =>
      world.generations.replace(await publish(world.out, next, day(on), { dataset })),
  }
}

export type Harvested = Awaited<ReturnType<typeof startHarvested>>

/** An answer of OAI-PMH, read. */
export interface Answered {
  readonly root: Element
  /** The codes of its errors. */
  readonly errors: readonly string[]
  readonly request: Element | undefined
  readonly headers: readonly HeaderRead[]
  readonly records: readonly RecordRead[]
  /** The resumption token; empty on the last page, undefined where the list is whole. */
  readonly token: string | undefined
  readonly cursor: number
  readonly completeListSize: number
}

export interface HeaderRead {
  readonly identifier: string
  readonly datestamp: string
  readonly sets: readonly string[]
  readonly isDeleted: boolean
}

export interface RecordRead extends HeaderRead {
  /** As it is written; undefined where there is none. */
  readonly metadata: string | undefined
}

export const allOf = (root: Element, name: string): readonly Element[] => DomUtils.getElementsByTagName(name, root)
export const textsOf = (root: Element, name: string): readonly string[] =>
  allOf(root, name).map((element) => DomUtils.textContent(element))
const textOf = (root: Element, name: string): string => textsOf(root, name)[0] ?? ''

export function readAnswer(xml: string): Answered {
  const [root] = DomUtils.getElementsByTagName('OAI-PMH', parseDocument(xml, { xmlMode: true }), true, 1)
  if (root === undefined) throw new Error(`This is no answer of OAI-PMH: ${xml.slice(0, 300)}`)
  const header = (element: Element): HeaderRead => ({
    identifier: textOf(element, 'identifier'),
    datestamp: textOf(element, 'datestamp'),
    sets: textsOf(element, 'setSpec'),
    isDeleted: element.attribs['status'] === 'deleted',
  })
  const record = (element: Element): RecordRead => {
    const [metadata] = allOf(element, 'metadata')
    return {
      ...header(allOf(element, 'header')[0] ?? element),
      metadata: metadata && DomUtils.getInnerHTML(metadata, { xmlMode: true }),
    }
  }
  const [token] = allOf(root, 'resumptionToken')
  return {
    root,
    errors: allOf(root, 'error').map(({ attribs }) => attribs['code'] ?? ''),
    request: allOf(root, 'request')[0],
    headers: allOf(root, 'header').map(header),
    records: allOf(root, 'record').map(record),
    token: token && DomUtils.textContent(token),
    cursor: Number(token?.attribs['cursor']),
    completeListSize: Number(token?.attribs['completeListSize']),
  }
}

/** Every page of a list. */
export async function pagesOf(
  { oai }: Pick<Harvested, 'oai'>,
  verb: 'ListRecords' | 'ListIdentifiers',
  selection: string,
  between: (page: number) => Promise<void> = async () => {},
): Promise<readonly Answered[]> {
  const pages: Answered[] = []
  let query = `verb=${verb}&${selection}`
  for (;;) {
    const page = await oai(query)
    pages.push(page)
    if (!page.token) return pages
    await between(pages.length)
    query = `verb=${verb}&resumptionToken=${page.token}`
  }
}
