/** The metadata formats, by prefix. A new format is a row here and a crosswalk. */
import type { DatasetSettings } from '../config.ts'
import { EDM, edm, europeanaRights } from '../crosswalk/edm.ts'
import { documentFacts } from '../crosswalk/facts.ts'
import { MODS, mods } from '../crosswalk/mods.ts'
import { OAI_DC, oaiDc } from '../crosswalk/oai-dc.ts'
import type { DocumentFacts } from '../crosswalk/record.ts'
import { PREFIXES } from '../rdf/prefixes.ts'
import { createEncoder } from '../rdf/serialise.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { element, type Markup, markup, XSI } from '../rdf/xml.ts'
import type { Release } from '../release/read.ts'
import type { Catalogue, Setting } from './catalogue.ts'

export interface Format {
  readonly prefix: string
  /** Address of the XML Schema. */
  readonly schema: string
  readonly namespace: string
  /** Whether a record is to be had in it; every record where this is missing. */
  readonly isFor?: (setting: Setting) => boolean
  /** The root element for a document; undefined where the release has none, or it cannot be said in the format. */
  write(release: Release, iri: string): Promise<Markup | undefined>
}

/** Declares `rdf:RDF` and takes anything in it. */
const RDF_SCHEMA = 'http://www.openarchives.org/OAI/2.0/rdf.xsd'

/** The formats of a release. EDM is there where somebody publishes the collection and rights are stated that it knows. */
export function formatsOf({ publisher }: DatasetSettings, { settings }: Catalogue): readonly Format[] {
  const cleared = new Set(settings.filter(({ iris }) => iris.some((iri) => europeanaRights(iri) !== undefined)))
  const provider = publisher?.name
  const isOffered = provider !== undefined && cleared.size > 0
  return isOffered ? [...EVERYWHERE, edmFormat(provider, (setting) => cleared.has(setting))] : EVERYWHERE
}

const EVERYWHERE: readonly Format[] = [
  { prefix: 'oai_dc', ...OAI_DC, write: fromFacts(oaiDc) },
  { prefix: 'rdf', schema: RDF_SCHEMA, namespace: rdf.iri, write: rdfXml },
  { prefix: 'mods', ...MODS, write: fromFacts((facts, page) => mods(facts, page)) },
]

const edmFormat = (provider: string, isFor: (setting: Setting) => boolean): Format => ({
  prefix: 'edm',
  ...EDM,
  isFor,
  write: fromFacts((facts, page) => edm(facts, { page, provider })),
})

function fromFacts(write: (facts: DocumentFacts, page: string) => Markup | undefined): Format['write'] {
  return async ({ describe, iris }, iri) => {
    const quads = await describe(iri)
    if (quads === undefined) return undefined
    const facts = documentFacts(quads, iris, iri)
    return write(facts, iris.page('document', facts.slug))
  }
}

/** The document's own graph: what is stated, without what was extracted from running text. */
async function rdfXml({ graph, iris }: Release, iri: string): Promise<Markup | undefined> {
  const quads = await graph(iris.graph(`document/${iris.parse(iri)?.slug}`))
  if (quads === undefined) return undefined
  const piece = createEncoder('rdfxml').piece(quads)
  const used = Object.entries(PREFIXES).filter(([prefix]) => prefix === 'rdf' || piece.includes(`<${prefix}:`))
  const names = Object.fromEntries(used.map(([prefix, namespace]) => [`xmlns:${prefix}`, namespace]))
  return element(
    'rdf:RDF',
    { ...names, 'xmlns:xsi': XSI, 'xsi:schemaLocation': `${rdf.iri} ${RDF_SCHEMA}` },
    markup(piece),
  )
}
