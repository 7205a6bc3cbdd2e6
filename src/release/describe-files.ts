/** The ways to take a release, as distributions: its dumps, and the SPARQL endpoint. */
import type { Literal, NamedNode } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { formatByName } from '../rdf/formats.ts'
import { dcat } from '../rdf/vocabulary/dcat.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { vocabulary } from '../rdf/vocabulary/vocabulary.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { type Describing, english } from './describing.ts'
import type { FileEntry } from './manifest.ts'

const { namedNode, literal } = DataFactory
const spdx = vocabulary('http://spdx.org/rdf/terms#', [
  'checksum',
  'Checksum',
  'checksumAlgorithm',
  'checksumAlgorithm_sha256',
  'checksumValue',
])
const IANA = 'https://www.iana.org/assignments/media-types/'
/** Both are looked for, by one harvester each. */
const SPARQL = ['https://www.w3.org/TR/sparql11-protocol/', 'http://www.w3.org/TR/sparql11-query/'].map((iri) =>
  namedNode(iri),
)

/** What every distribution shares. */
export interface Shared {
  readonly version: string
  readonly license: NamedNode | undefined
  /** When the release was published. */
  readonly time: Literal
}

/** The fragment of a dump by its path in the version. */
export const dumpNode = ({ part }: Describing, { path }: FileEntry): NamedNode =>
  part(`dump-${nameOf(path).replaceAll('.', '-')}`)
const nameOf = (path: string): string => path.slice('dumps/'.length)

/** What is in a file, in words. */
function contentOf(name: string): string {
  if (name.startsWith('all.')) return 'All statements'
  if (name.startsWith('stated.')) return 'What the documents state, without what was extracted from running text'
  return 'One document a line'
}

/** A dump with its address, form, size and checksum. */
export function describeDump(describing: Describing, file: FileEntry, { version, license, time }: Shared): NamedNode {
  const { say, part, address } = describing
  const name = nameOf(file.path)
  const format = formatByName(name)
  const compressed = name.endsWith('.gz')
  const url = address(`dumps/${version}/${name}`)
  const label = `${format?.label ?? 'JSON-LD in lines'}${compressed ? ', compressed' : ''}`
  // Lines of JSON have no media type that is registered.
  const plain = format?.mediaType ?? 'application/jsonl'
  const description = english(`${contentOf(name)}: ${label}.`)
  return say(dumpNode(describing, file), [
    [rdf.type, [dcat.Distribution, schema.DataDownload]],
    [dcterms.title, english(name)],
    [schema.name, english(name)],
    [dcterms.description, description],
    [schema.description, description],
    [dcat.downloadURL, url],
    [dcat.accessURL, url],
    [schema.contentUrl, url],
    [dcat.mediaType, format === undefined ? undefined : namedNode(IANA + format.mediaType)],
    [dcterms.format, format === undefined ? literal('JSON Lines') : undefined],
    [dcat.compressFormat, compressed ? namedNode(`${IANA}application/gzip`) : undefined],
    [schema.encodingFormat, literal(compressed ? `${plain}+gzip` : plain)],
    [dcat.byteSize, literal(String(file.bytes), xsd.nonNegativeInteger)],
    [schema.contentSize, literal(String(file.bytes))],
    [dcterms.issued, time],
    [schema.datePublished, time],
    [dcterms.modified, time],
    [schema.dateModified, time],
    [dcterms.license, license],
    [schema.license, license],
    [foaf.page, address('dumps/')],
    [schema.documentation, address('dumps/')],
    [
      spdx.checksum,
      say(part(`checksum-${name.replaceAll('.', '-')}`), [
        [rdf.type, spdx.Checksum],
        [spdx.checksumAlgorithm, spdx.checksumAlgorithm_sha256],
        [spdx.checksumValue, literal(file.sha256, namedNode(`${xsd.iri}hexBinary`))],
      ]),
    ],
  ])
}

/** The endpoint, whose address is also that of its page for people and of its description for programs. */
export function describeEndpoint({ say, part, address, self }: Describing, { license }: Shared): NamedNode {
  const sparql = address('sparql')
  const service = say(part('service-sparql'), [
    [rdf.type, dcat.DataService],
    [dcterms.title, english('SPARQL endpoint')],
    [dcat.endpointURL, sparql],
    [dcat.endpointDescription, sparql],
    [dcat.servesDataset, self],
    [dcterms.conformsTo, SPARQL],
  ])
  const description = english('Queries over all statements.')
  return say(part('sparql'), [
    [rdf.type, [dcat.Distribution, schema.DataDownload]],
    [dcterms.title, english('SPARQL endpoint')],
    [schema.name, english('SPARQL endpoint')],
    [dcterms.description, description],
    [schema.description, description],
    [dcterms.format, literal('SPARQL')],
    [dcat.accessURL, sparql],
    [dcat.accessService, service],
    [schema.contentUrl, sparql],
    [dcterms.conformsTo, SPARQL],
    [schema.usageInfo, SPARQL],
    [foaf.page, sparql],
    [schema.documentation, sparql],
    [dcterms.license, license],
    [schema.license, license],
  ])
}

/** Dumps in the order in which a harvester that takes the first it can read should see them: the simplest first. */
export function simplestFirst(files: readonly FileEntry[]): FileEntry[] {
  const rank = (path: string) => Number(!path.startsWith('dumps/all.nt')) * 2 + Number(path.endsWith('.gz'))
  return files.toSorted((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1))
}
