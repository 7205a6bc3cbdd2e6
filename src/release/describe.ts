/**
 * What a release says about itself: the graph `B/graph/release`, in VoID, DCAT 3 and schema.org side by side. Licence,
 * publisher and the like come from the configuration alone, whose texts are taken as English; what is missing there is
 * missing here.
 */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { DatasetSettings } from '../config.ts'
import { type Iris, shortHash } from '../iris.ts'
import { FORMATS } from '../rdf/formats.ts'
import { createCompactor } from '../rdf/jsonld.ts'
import { PREFIXES } from '../rdf/prefixes.ts'
import { dcat } from '../rdf/vocabulary/dcat.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { foaf } from '../rdf/vocabulary/foaf.ts'
import { prov } from '../rdf/vocabulary/prov.ts'
import { rdf } from '../rdf/vocabulary/rdf.ts'
import { schema } from '../rdf/vocabulary/schema.ts'
import { voidTerms } from '../rdf/vocabulary/void.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { describeDataset } from './describe-dataset.ts'
import { describeDump, describeEndpoint, dumpNode, simplestFirst } from './describe-files.ts'
import { createDescribing, english, node, number } from './describing.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import type { Measured } from './write.ts'

const { namedNode, literal } = DataFactory

/** What a description needs beside what was measured. */
export interface Described {
  readonly iris: Iris
  readonly dataset: DatasetSettings
  readonly tool: Manifest['tool']
  /** ISO 8601, UTC. */
  readonly published: string
}

const compact = createCompactor(PREFIXES)
/** A name of a class or property that can stand in a fragment: `dip-Telegram`. */
const fragmentOf = (iri: string) => {
  const short = compact(iri)
  return short === iri ? shortHash(iri) : short.replaceAll(':', '-')
}

/** The quads of `B/graph/release`; the dataset is `B/dataset`, all else are its fragments. */
export function describeRelease({ iris, dataset, tool, published }: Described, measured: Measured): Quad[] {
  const { version, counts, tally, files } = measured
  const describing = createDescribing(iris)
  const { self, part, address, say } = describing
  const time = literal(published, xsd.dateTime)
  const shared = { version, time, license: node(dataset.license) }
  const dumps = simplestFirst(files)
  const endpoint = describeEndpoint(describing, shared)
  describeDataset(describing, dataset)
  const all = dumps.filter(({ path }) => path.startsWith('dumps/all.'))
  const stated = dumps.filter(({ path }) => path.startsWith('dumps/stated.'))
  const downloads = (entries: readonly FileEntry[]) =>
    entries.map(({ path }) => address(path.replace('dumps/', `dumps/${version}/`)))

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
    [dcat.distribution, [...dumps.map((file) => describeDump(describing, file, shared)), endpoint]],
    [schema.distribution, [...dumps.map((file) => dumpNode(describing, file)), endpoint]],
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
  return [...describing.quads]
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
