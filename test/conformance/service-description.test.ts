/** P02: the W3C tests of SPARQL 1.1 Service Description, all three, on a release. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatByMediaType } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { BASE, startWorld, type World } from '../serve/world.ts'

const MANIFEST = join(
  import.meta.dirname,
  '../../../shared/suites/rdf-tests/sparql/sparql11/service-description/manifest.ttl',
)
const isThere = existsSync(MANIFEST)
if (!isThere) console.warn('The W3C test suites are not in ../shared/suites: their list is not compared.')

const SD = 'http://www.w3.org/ns/sparql-service-description#'
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
/** The classes that the vocabulary's properties have their subjects and objects in; none for what may be anything. */
const SCHEMA: Readonly<Record<string, readonly [domain: string, range?: string]>> = {
  endpoint: ['Service'],
  feature: ['Service'],
  defaultEntailmentRegime: ['Service'],
  defaultSupportedEntailmentProfile: ['Service'],
  extensionFunction: ['Service'],
  extensionAggregate: ['Service'],
  languageExtension: ['Service'],
  propertyFeature: ['Service'],
  supportedLanguage: ['Service'],
  inputFormat: ['Service'],
  resultFormat: ['Service'],
  defaultDataset: ['Service', 'Dataset'],
  availableGraphs: ['Service', 'GraphCollection'],
  defaultGraph: ['Dataset', 'Graph'],
  namedGraph: ['GraphCollection', 'NamedGraph'],
  name: ['NamedGraph'],
  graph: ['NamedGraph', 'Graph'],
  entailmentRegime: ['NamedGraph'],
  supportedEntailmentProfile: ['NamedGraph'],
}

let world: World
let mediaType: string
let quads: readonly Quad[]
beforeAll(async () => {
  world = await startWorld()
  const { text, headers } = await world.ask('/sparql')
  mediaType = headers['content-type'] ?? ''
  quads = await parse(text, formatByMediaType(mediaType)?.key ?? 'turtle')
})
afterAll(() => world.close())

const TESTS: Readonly<Record<string, () => void>> = {
  'has-endpoint-triple': () => {
    expect(quads.filter(({ predicate }) => predicate.value === `${SD}endpoint`).map((q) => q.object.value)).toEqual([
      `${BASE}/sparql`,
    ])
  },
  'returns-rdf': () => {
    expect(formatByMediaType(mediaType)).toBeDefined()
    expect(quads.length).toBeGreaterThan(0)
  },
  'conforms-to-schema': () => {
    const is = (node: string, name: string) =>
      quads.some((q) => q.subject.value === node && q.predicate.value === RDF_TYPE && q.object.value === SD + name)
    for (const { subject, predicate, object } of quads.filter((q) => q.predicate.value.startsWith(SD))) {
      const name = predicate.value.slice(SD.length)
      expect(Object.keys(SCHEMA)).toContain(name)
      const [domain = '', range] = SCHEMA[name] ?? []
      expect([name, domain, is(subject.value, domain)]).toEqual([name, domain, true])
      expect([name, object.termType]).toEqual([name, 'NamedNode'])
      if (range !== undefined) expect([name, range, is(object.value, range)]).toEqual([name, range, true])
    }
  },
}

describe('the service description', () => {
  test.each(Object.entries(TESTS))('%s', (_name, check) => check())

  test.skipIf(!isThere)('these are all tests of the suite', () => {
    const listed = new Parser({ baseIRI: 'http://suite/' })
      .parse(readFileSync(MANIFEST, 'utf8'))
      .filter(({ object }) => object.value.endsWith('#ServiceDescriptionTest'))
      .map(({ subject }) => subject.value.slice(subject.value.indexOf('#') + 1))
    expect(listed.sort()).toEqual(Object.keys(TESTS).sort())
  })
})
