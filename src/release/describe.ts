/**
 * What a release says about itself: the graph `B/graph/release`, in VoID, DCAT 3 and schema.org side by side. Licence,
 * publisher and the like come from the configuration alone, whose texts are taken as English; what is missing there is
 * missing here.
 */
import type { NamedNode, Quad, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { DatasetSettings, Publisher } from '../config.ts'
import { type Iris, shortHash } from '../iris.ts'
import { FORMATS, formatByName } from '../rdf/formats.ts'
import { createCompactor } from '../rdf/jsonld.ts'
import { PREFIXES } from '../rdf/prefixes.ts'
import { dcat } from '../rdf/vocabulary/dcat.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { prov } from '../rdf/vocabulary/prov.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { vocabulary } from '../rdf/vocabulary/vocabulary.ts'
import { voidTerms } from '../rdf/vocabulary/void.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import type { Measured } from './write.ts'

const { namedNode, literal, quad } = DataFactory
const spdx = vocabulary('http://spdx.org/rdf/terms#', [
  'checksum',
  'Checksum',
  'checksumAlgorithm',
  'checksumAlgorithm_sha256',
  'checksumValue',
])
const vcard = vocabulary('http://www.w3.org/2006/vcard/ns#', ['fn', 'hasEmail', 'Kind'])
const usageInfo = namedNode(`${schema.iri}usageInfo`)
const IANA = 'https://www.iana.org/assignments/media-types/'
/** Both are looked for, by one harvester each. */
const SPARQL = ['https://www.w3.org/TR/sparql11-protocol/', 'http://www.w3.org/TR/sparql11-query/'].map((iri) =>
  namedNode(iri),
)

/** What a description needs beside what was measured. */
export interface Described {
  readonly iris: Iris
  readonly dataset: DatasetSettings
  readonly tool: Manifest['tool']
  /** ISO 8601, UTC. */
  readonly published: string
}

type Pairs = readonly (readonly [NamedNode, Term | readonly Term[] | undefined])[]

const english = (text: string | undefined) => (text === undefined ? undefined : literal(text, 'en'))
const number = (value: number) => literal(String(value), xsd.integer)
const node = (iri: string | undefined) => (iri === undefined ? undefined : namedNode(iri))
const compact = createCompactor(PREFIXES)
/** A name of a class or property that can stand in a fragment: `dip-Telegram`. */
const fragmentOf = (iri: string) => {
  const short = compact(iri)
  return short === iri ? shortHash(iri) : short.replaceAll(':', '-')
}

/** The quads of `B/graph/release`; the dataset is `B/dataset`, all else are its fragments. */
export function describeRelease({ iris, dataset, tool, published }: Described, measured: Measured): Quad[] {
  const { version, counts, tally, files } = measured
  const graph = namedNode(iris.graph('release'))
  const self = namedNode(`${iris.base}/dataset`)
  const part = (name: string) => namedNode(`${self.value}#${name}`)
  const address = (path: string) => namedNode(`${iris.base}/${path}`)
  const quads: Quad[] = []
  const say = (subject: NamedNode, pairs: Pairs): NamedNode => {
    for (const [predicate, objects] of pairs)
      for (const object of objects === undefined ? [] : ([objects].flat() as Term[]))
        quads.push(quad(subject, predicate, object as NamedNode, graph))
    return subject
  }
  const agent = (name: string, settings: Publisher | undefined) =>
    settings?.name === undefined
      ? node(settings?.iri)
      : say(node(settings.iri) ?? part(name), [
          [rdf.type, [foaf.Agent, schema.Organization]],
          [foaf.name, english(settings.name)],
          [schema.name, english(settings.name)],
        ])
  const time = literal(published, xsd.dateTime)
  const publisher = agent('publisher', dataset.publisher)
  const creator = agent('creator', dataset.creator)
  const license = node(dataset.license)
  const title = english(dataset.title)
  const description = english(dataset.description)

  const { adminEmail } = dataset
  const contact =
    adminEmail === undefined
      ? undefined
      : say(part('contact'), [
          [rdf.type, vcard.Kind],
          [vcard.fn, english(dataset.publisher?.name ?? adminEmail)],
          [vcard.hasEmail, namedNode(`mailto:${adminEmail}`)],
        ])

  const dumpOf = (file: FileEntry) => {
    const name = file.path.slice('dumps/'.length)
    const plain = formatByName(name)?.mediaType ?? 'application/ld+json'
    const compressed = name.endsWith('.gz')
    const url = address(`dumps/${version}/${name}`)
    const label = `${FORMATS[formatByName(name)?.key ?? 'jsonld'].label}${compressed ? ', compressed' : ''}`
    const scope = name.startsWith('all.')
      ? 'All statements'
      : name.startsWith('stated.')
        ? 'What the documents state, without what was extracted from running text'
        : 'One document a line'
    return say(part(`dump-${name.replaceAll('.', '-')}`), [
      [rdf.type, [dcat.Distribution, schema.DataDownload]],
      [dcterms.title, english(name)],
      [schema.name, english(name)],
      [dcterms.description, english(`${scope}: ${label}.`)],
      [schema.description, english(`${scope}: ${label}.`)],
      [dcat.downloadURL, url],
      [dcat.accessURL, url],
      [schema.contentUrl, url],
      [dcat.mediaType, namedNode(IANA + plain)],
      [dcat.compressFormat, compressed ? namedNode(`${IANA}application/gzip`) : undefined],
      [schema.encodingFormat, literal(compressed ? `${plain}+gzip` : plain)],
      [dcat.byteSize, literal(String(file.bytes), xsd.nonNegativeInteger)],
      [schema.contentSize, literal(String(file.bytes))],
      [dcterms.modified, time],
      [schema.dateModified, time],
      [dcterms.license, license],
      [schema.license, license],
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
  // The simplest first: harvesters take the first that they can read.
  const simplest = (path: string) => Number(!path.startsWith('dumps/all.nt')) * 2 + Number(path.endsWith('.gz'))
  const dumps = files.toSorted((a, b) => simplest(a.path) - simplest(b.path) || (a.path < b.path ? -1 : 1))
  const all = dumps.filter(({ path }) => path.startsWith('dumps/all.'))
  const stated = dumps.filter(({ path }) => path.startsWith('dumps/stated.'))
  const downloads = (entries: readonly FileEntry[]) =>
    entries.map(({ path }) => address(path.replace('dumps/', `dumps/${version}/`)))

  const service = say(part('service-sparql'), [
    [rdf.type, dcat.DataService],
    [dcterms.title, english('SPARQL endpoint')],
    [dcat.endpointURL, address('sparql')],
    [dcat.servesDataset, self],
    [dcterms.conformsTo, SPARQL],
  ])
  const endpoint = say(part('sparql'), [
    [rdf.type, [dcat.Distribution, schema.DataDownload]],
    [dcterms.title, english('SPARQL endpoint')],
    [schema.name, english('SPARQL endpoint')],
    [schema.description, english('Queries over all statements.')],
    [dcterms.format, literal('SPARQL')],
    [dcat.accessURL, address('sparql')],
    [dcat.accessService, service],
    [schema.contentUrl, address('sparql')],
    [dcterms.conformsTo, SPARQL],
    [usageInfo, SPARQL],
    [dcterms.license, license],
    [schema.license, license],
  ])

  const classes = Object.entries(counts.classes).map(([iri, entities]) =>
    say(part(`class-${fragmentOf(iri)}`), [
      [voidTerms.class, namedNode(iri)],
      [voidTerms.entities, number(entities)],
    ]),
  )
  const properties = Object.entries(counts.properties).map(([iri, triples]) =>
    say(part(`property-${fragmentOf(iri)}`), [
      [voidTerms.property, namedNode(iri)],
      [voidTerms.triples, number(triples)],
    ]),
  )
  const linksets = [...tally.matches].sort().map(([key, triples]) => {
    const [property = '', host = ''] = key.split(' ')
    return say(part(`links-${host.replaceAll('.', '-')}-${fragmentOf(property)}`), [
      [rdf.type, voidTerms.Linkset],
      [voidTerms.subjectsTarget, self],
      [voidTerms.objectsTarget, namedNode(`https://${host}/`)],
      [voidTerms.linkPredicate, namedNode(property)],
      [voidTerms.triples, number(triples)],
    ])
  })
  const terms = [...Object.keys(counts.classes), ...Object.keys(counts.properties)]
  const namespaces = [
    ...new Set(terms.map((iri) => iri.slice(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1))),
  ]

  say(self, [
    [rdf.type, [voidTerms.Dataset, dcat.Dataset, schema.Dataset]],
    [dcterms.title, title],
    [schema.name, title],
    [dcterms.description, description],
    [schema.description, description],
    [dcterms.publisher, publisher],
    [schema.publisher, publisher],
    [dcterms.creator, creator],
    [schema.creator, creator],
    [dcterms.license, license],
    [schema.license, license],
    [dcat.contactPoint, contact],
    [dcterms.issued, time],
    [dcterms.modified, time],
    [schema.datePublished, time],
    [schema.dateModified, time],
    [dcat.version, literal(version)],
    [schema.version, literal(version)],
    [dcterms.identifier, literal(self.value)],
    [schema.url, self],
    [foaf.homepage, address('')],
    [dcat.landingPage, address('')],
    [voidTerms.triples, number(counts.triples)],
    [voidTerms.distinctSubjects, number(tally.subjects)],
    [voidTerms.entities, number(Object.values(counts.things).reduce((sum, n) => sum + n, 0))],
    [voidTerms.documents, number(counts.documents)],
    [voidTerms.classes, number(classes.length)],
    [voidTerms.properties, number(properties.length)],
    [voidTerms.uriSpace, literal(`${iris.base}/id/`)],
    [voidTerms.sparqlEndpoint, address('sparql')],
    [voidTerms.dataDump, downloads(all)],
    [voidTerms.feature, Object.values(FORMATS).map(({ key }) => namedNode(W3C_FORMATS[key]))],
    [voidTerms.vocabulary, namespaces.sort().map((iri) => namedNode(iri))],
    [voidTerms.classPartition, classes],
    [voidTerms.propertyPartition, properties],
    [
      voidTerms.subset,
      [
        say(part('stated'), [
          [dcterms.title, english('What the documents state, without what was extracted from running text')],
          [voidTerms.triples, number(stated[0]?.triples ?? 0)],
          [voidTerms.dataDump, downloads(stated)],
        ]),
        ...linksets,
      ],
    ],
    [dcat.distribution, [...dumps.map(dumpOf), endpoint]],
    [schema.distribution, [...dumps.map((file) => part(`dump-${file.path.slice(6).replaceAll('.', '-')}`)), endpoint]],
    [
      prov.wasGeneratedBy,
      say(part('conversion'), [
        [rdf.type, prov.Activity],
        [prov.endedAtTime, time],
        [
          prov.wasAssociatedWith,
          say(part('software'), [
            [rdf.type, [prov.Agent, prov.SoftwareAgent]],
            [foaf.name, literal(`${tool.name} ${tool.version}`)],
          ]),
        ],
      ]),
    ],
  ])
  return quads
}

/** The names that the W3C gave to the formats. */
const W3C_FORMATS = {
  turtle: 'http://www.w3.org/ns/formats/Turtle',
  trig: 'http://www.w3.org/ns/formats/TriG',
  ntriples: 'http://www.w3.org/ns/formats/N-Triples',
  nquads: 'http://www.w3.org/ns/formats/N-Quads',
  jsonld: 'http://www.w3.org/ns/formats/JSON-LD',
  rdfxml: 'http://www.w3.org/ns/formats/RDF_XML',
} as const
