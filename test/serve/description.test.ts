/**
 * V01–V14: what the collection says of itself to registers and harvesters. V05, V12 and V14 need programs or the real
 * sample: test/interop/description.test.ts. V06 has no test: docs/interop.md says why.
 */
import { createHash } from 'node:crypto'
import type { Quad } from '@rdfjs/types'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatByMediaType } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { type Asked, BASE, FULL_DATASET, LICENSE, startWorld, type World } from './world.ts'

const DATASET = `${BASE}/dataset`
const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  void: 'http://rdfs.org/ns/void#',
  schema: 'https://schema.org/',
  spdx: 'http://spdx.org/rdf/terms#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
} as const
const expand = (name: string) => {
  const [prefix = '', local = ''] = name.split(':')
  return PREFIXES[prefix as keyof typeof PREFIXES] + local
}

let world: World
let quads: readonly Quad[]
beforeAll(async () => {
  world = await startWorld({}, undefined, { dataset: FULL_DATASET })
  quads = await rdfAt('/dataset', 'application/rdf+xml, text/turtle, application/ld+json')
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)

async function rdfAt(path: string, accept: string): Promise<Quad[]> {
  const { status, headers, text } = await ask(path, { headers: { Accept: accept } })
  expect([path, status]).toEqual([path, 200])
  const format = formatByMediaType(headers['content-type'] ?? '')
  if (format === undefined) throw new Error(`${headers['content-type']} is no RDF`)
  return parse(text, format.key)
}

/** Values of a property of a subject; of several, the first leads to the next. */
function values(subject: string, ...path: readonly string[]): string[] {
  const [first, ...rest] = path
  if (first === undefined) return [subject]
  const found = quads.filter((q) => q.subject.value === subject && q.predicate.value === expand(first))
  return [...new Set(found.flatMap(({ object }) => values(object.value, ...rest)))]
}
const one = (subject: string, ...path: readonly string[]): string => {
  const found = values(subject, ...path)
  expect([subject, path, found.length]).toEqual([subject, path, 1])
  return found[0] as string
}
const local = (address: string): string => {
  expect(address.startsWith(`${BASE}/`)).toBe(true)
  return address.slice(BASE.length)
}
const distributions = () => values(DATASET, 'dcat:distribution')
const files = () => distributions().filter((it) => values(it, 'dcat:downloadURL').length > 0)

async function select(query: string): Promise<Record<string, { value: string }>[]> {
  const { status, text } = await ask(`/sparql?query=${encodeURIComponent(query)}`, {
    headers: { Accept: 'application/sparql-results+json' },
  })
  expect(status).toBe(200)
  return (JSON.parse(text) as { results: { bindings: Record<string, { value: string }>[] } }).results.bindings
}

test('V01: /.well-known/void, as SPARQLES asks for it', async () => {
  const found = await rdfAt(
    '/.well-known/void',
    'application/rdf+xml, application/x-turtle, application/rdf+n3, application/xml, text/turtle, text/rdf, text/plain;q=0.1',
  )
  const isDataset = (q: Quad) => q.predicate.value === expand('rdf:type') && q.object.value === expand('void:Dataset')
  expect(found.filter(isDataset).map(({ subject }) => subject.value)).toEqual([DATASET])
})

test('V02: the endpoint knows which dataset it has', async () => {
  const rows = await select(
    `PREFIX void: <http://rdfs.org/ns/void#> SELECT * { ?ds a void:Dataset ; void:sparqlEndpoint <${BASE}/sparql> ; ?p ?o }`,
  )
  expect(rows.length).toBeGreaterThan(10)
  expect(new Set(rows.map((row) => row['ds']?.value))).toEqual(new Set([DATASET]))
})

test('V03: the IRI of the dataset gives it and no other, with a title in a language', () => {
  for (const type of ['dcat:Dataset', 'schema:Dataset', 'void:Dataset'])
    expect(
      quads
        .filter((q) => q.predicate.value === expand('rdf:type') && q.object.value === expand(type))
        .map((q) => q.subject.value),
    ).toEqual([DATASET])
  for (const property of ['dcterms:title', 'schema:name']) {
    const titles = quads.filter((q) => q.subject.value === DATASET && q.predicate.value === expand(property))
    expect(titles.map(({ object }) => 'language' in object && object.language)).toEqual(['en'])
  }
  expect(quads.some(({ subject, object }) => [subject, object].some(({ termType }) => termType === 'BlankNode'))).toBe(
    false,
  )
})

describe('V04: the page of the dataset', () => {
  test('shows every distribution', async () => {
    const { headers, text } = await ask('/dataset', { headers: { Accept: 'text/html' } })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    for (const it of distributions()) expect(text).toContain(`href="${local(one(it, 'dcat:accessURL'))}"`)
    for (const said of ['An archive', 'Its editors', 'Telegrams of an embassy', '1945/1997-10', LICENSE])
      expect(text).toContain(said)
  })

  test('has the same as JSON-LD of schema.org', async () => {
    const { text } = await ask('/dataset', { headers: { Accept: 'text/html' } })
    const [, script = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const described = JSON.parse(script) as Record<string, unknown> & { distribution: Record<string, unknown>[] }
    expect(described).toMatchObject({
      '@context': 'https://schema.org/',
      '@id': DATASET,
      '@type': 'Dataset',
      name: FULL_DATASET.title,
      description: FULL_DATASET.description,
      license: LICENSE,
      publisher: { '@type': 'Organization', name: 'An archive', identifier: 'XX-Archive' },
      creator: { '@id': 'https://archive.example.org/editors', contactPoint: { email: 'editors@archive.example.org' } },
      temporalCoverage: '1945/1997-10',
      inLanguage: 'en',
      dateModified: '2020-01-01T00:00:00Z',
    })
    expect(described.distribution.map((it) => it['contentUrl']).sort()).toEqual(
      distributions()
        .flatMap((it) => values(it, 'schema:contentUrl'))
        .sort(),
    )
    for (const it of described.distribution) expect(it).toMatchObject({ '@type': 'DataDownload', license: LICENSE })
  })
})

test('V07: every file that is named is there as it is described', async () => {
  expect(files()).toHaveLength(25)
  for (const it of files()) {
    const address = one(it, 'schema:contentUrl')
    expect([one(it, 'dcat:downloadURL'), one(it, 'dcat:accessURL')]).toEqual([address, address])
    const { status, headers, body } = await ask(local(address))
    expect([address, status, headers['content-length']]).toEqual([address, 200, one(it, 'dcat:byteSize')])
    expect(one(it, 'schema:contentSize')).toBe(String(body.byteLength))
    expect(one(it, 'spdx:checksum', 'spdx:checksumValue')).toBe(createHash('sha256').update(body).digest('hex'))
    for (const property of ['dcterms:modified', 'schema:dateModified'])
      expect(headers['last-modified']).toBe(new Date(one(it, property)).toUTCString())
  }
  const dumps = [...values(DATASET, 'void:dataDump'), ...values(`${DATASET}#stated`, 'void:dataDump')]
  expect(dumps).toHaveLength(24)
  for (const address of dumps) expect((await ask(local(address), { method: 'HEAD' })).status).toBe(200)
})

test('V08: the media type is the one that is declared, or says that it is compressed', async () => {
  for (const it of files()) {
    const address = one(it, 'schema:contentUrl')
    const declared = one(it, 'schema:encodingFormat')
    const { headers } = await ask(local(address), { method: 'HEAD', headers: { Accept: `${declared}, */*;q=0.5` } })
    const [bare, suffix] = declared.split(/\+(?=gzip$)/)
    expect([address, headers['content-type']]).toEqual([address, suffix === 'gzip' ? 'application/gzip' : bare])
    expect(values(it, 'dcat:mediaType').map((iri) => iri.replace(/^.*media-types\//, ''))).toEqual(
      address.includes('.jsonl') && !address.includes('.jsonld') ? [] : [bare],
    )
    expect(headers['content-encoding']).toBeUndefined()
  }
})

test('V09: the endpoint is found by either of the IRIs that harvesters look for', () => {
  const [endpoint = ''] = distributions().filter((it) => values(it, 'dcat:downloadURL').length === 0)
  const both = ['http://www.w3.org/TR/sparql11-query/', 'https://www.w3.org/TR/sparql11-protocol/']
  for (const path of [['dcterms:conformsTo'], ['schema:usageInfo'], ['dcat:accessService', 'dcterms:conformsTo']])
    expect(values(endpoint, ...path).sort()).toEqual(both)
  for (const path of [
    ['schema:contentUrl'],
    ['dcat:accessURL'],
    ['dcat:accessService', 'dcat:endpointURL'],
    ['schema:documentation'],
  ])
    expect(values(endpoint, ...path)).toEqual([`${BASE}/sparql`])
  expect(values(endpoint, 'schema:encodingFormat')).toEqual([])
})

describe('V10: the counts are those of the endpoint and of the dump', () => {
  /** The description itself is asked for with the data, and is in no dump. */
  const DATA = `{ GRAPH ?g { ?s ?p ?o } FILTER(?g != <${BASE}/graph/release>) }`
  const count = async (what: string) => (await select(`SELECT (COUNT(${what}) AS ?n) ${DATA}`))[0]?.['n']?.value

  test('statements and subjects', async () => {
    const { text } = await ask('/dumps/all.nt')
    expect(one(DATASET, 'void:triples')).toBe(String(text.trimEnd().split('\n').length))
    expect(await count('*')).toBe(one(DATASET, 'void:triples'))
    expect(await count('DISTINCT ?s')).toBe(one(DATASET, 'void:distinctSubjects'))
  })

  test('classes and properties', async () => {
    const partitions = values(DATASET, 'void:classPartition')
    const classes = await select(`SELECT ?o (COUNT(*) AS ?n) ${DATA.replace('?p', 'a')} GROUP BY ?o`)
    expect(partitions.map((it) => [one(it, 'void:class'), one(it, 'void:entities')]).sort()).toEqual(
      classes.map((row) => [row['o']?.value, row['n']?.value]).sort(),
    )
    const properties = await select(`SELECT ?p (COUNT(*) AS ?n) ${DATA} GROUP BY ?p`)
    expect(
      values(DATASET, 'void:propertyPartition')
        .map((it) => [one(it, 'void:property'), one(it, 'void:triples')])
        .sort(),
    ).toEqual(properties.map((row) => [row['p']?.value, row['n']?.value]).sort())
  })

  test('the description of the service counts what the endpoint has, the description of the release with it', async () => {
    const service = await rdfAt('/sparql', 'text/turtle')
    const said = service.find(
      ({ subject, predicate }) =>
        subject.value.endsWith('#default-graph') && predicate.value === expand('void:triples'),
    )
    expect((await select('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'))[0]?.['n']?.value).toBe(said?.object.value)
  })
})

test('V11: the endpoint describes the dataset', async () => {
  const query = `/sparql?query=${encodeURIComponent(`DESCRIBE <${DATASET}>`)}`
  const described = await rdfAt(query, 'application/n-triples')
  expect(described.filter(({ subject }) => subject.value === DATASET).length).toBeGreaterThan(20)
})

test('V13: one licence, of Creative Commons in its own spelling', () => {
  for (const subject of [DATASET, ...distributions()])
    for (const property of ['dcterms:license', 'schema:license']) {
      expect(one(subject, property)).toBe(LICENSE)
      expect(one(subject, property)).toMatch(/^https:\/\/creativecommons\.org\/.*\/$/)
    }
})

test('what is not configured is not said', async () => {
  const silent = await startWorld({}, undefined, { dataset: {} })
  try {
    const { text } = await silent.ask('/dataset.nt')
    for (const name of [
      'title',
      'description',
      'publisher',
      'creator',
      'license',
      'created',
      'language',
      'temporal',
      'spatial',
    ])
      expect(text).not.toMatch(new RegExp(`^<${DATASET}> <http://purl.org/dc/terms/${name}>`, 'm'))
    for (const name of ['name', 'publisher', 'license', 'about', 'inLanguage', 'temporalCoverage', 'spatialCoverage'])
      expect(text).not.toMatch(new RegExp(`^<${DATASET}> <https://schema.org/${name}>`, 'm'))
    for (const path of ['/dataset', '/', '/document/wcda-1', '/.well-known/api-catalog', '/linkset/dataset'])
      expect([path, (await silent.ask(path)).status]).toEqual([path, 200])
  } finally {
    await silent.close()
  }
})
