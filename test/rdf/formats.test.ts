import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { canonize } from 'rdf-canonize'
import { describe, expect, it } from 'vitest'
import { partsOf, readLine, readLines, withoutGraph } from '../../src/rdf/canonical.ts'
import { FORMAT_KEYS, FORMATS, formatByMediaType, formatByName } from '../../src/rdf/formats.ts'
import { nest, nodeObjects } from '../../src/rdf/jsonld.ts'
import { quadLine, tripleLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { splitIri } from '../../src/rdf/rdfxml.ts'
import { serialise } from '../../src/rdf/serialise.ts'

const { namedNode, literal, quad, blankNode, defaultGraph } = DataFactory
const EX = 'http://example.org/'
const node = (name: string) => namedNode(EX + name)
const XSD = 'http://www.w3.org/2001/XMLSchema#'
const RDF_TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type')

const NASTY = [
  'plain',
  '',
  ' leading and trailing ',
  'quote " and back\\slash and \\" both \\\\',
  'line\nfeed, carriage\rreturn, both\r\n, tab\there',
  '<b>&amp;</b> ]]> "\'',
  'Пекин 北京 𝔄𝔫 🕊 e\u0301 \u00a0\u200b\u2028\u2029\ufeff',
  'delete \u007f and \u0085 and \u009f',
  '\ud7ff\ue000\ufffd',
  '{"@id": "x"} _:b0 @en ^^ .',
]

const statements = (graph: Quad['graph']): Quad[] => [
  quad(node('a'), RDF_TYPE, namedNode('https://w3id.org/diplomacy/ontology#Telegram'), graph),
  quad(node('a'), RDF_TYPE, namedNode('https://w3id.org/diplomacy/ontology#Document'), graph),
  ...NASTY.map((text) => quad(node('a'), node('text'), literal(text), graph)),
  ...NASTY.map((text) => quad(node('a#part'), node('said'), literal(text, 'ru-Latn'), graph)),
  quad(node('a'), node('day'), literal('1950-05-14', namedNode(`${XSD}date`)), graph),
  quad(node('a'), node('count'), literal('007', namedNode(`${XSD}integer`)), graph),
  quad(node('a'), node('count'), literal('7', namedNode(`${XSD}integer`)), graph),
  quad(node('a'), node('yes'), literal('1', namedNode(`${XSD}boolean`)), graph),
  quad(node('a'), node('edtf'), literal('1950-05~', namedNode('http://id.loc.gov/datatypes/edtf')), graph),
  quad(node('a'), node('double'), literal('1.0E0', namedNode(`${XSD}double`)), graph),
  quad(node('a'), node('see'), namedNode('http://example.org/path?q=1&r=(2)#x'), graph),
  quad(node('a'), node('see'), node('кириллица'), graph),
  quad(node('a.b-c'), namedNode('http://purl.org/dc/terms/isPartOf'), node('a'), graph),
  quad(node('a'), namedNode('urn:example:1property'), node('a#part'), graph),
]
const dataset = [
  ...statements(defaultGraph()),
  ...statements(node('graph/one')).slice(0, 6),
  ...statements(node('graph/two')).slice(4),
]
const canonical = async (quads: Quad[]) => canonize(quads, { algorithm: 'RDFC-1.0' })

describe('formats', () => {
  it('are found by media type, alias and name', () => {
    for (const format of Object.values(FORMATS)) {
      expect(formatByMediaType(`${format.mediaType.toUpperCase()}; charset=utf-8`)).toBe(format)
      for (const alias of format.aliases) expect(formatByMediaType(alias)).toBe(format)
      expect(formatByName(`dumps/all.${format.extension}.gz`)).toBe(format)
    }
    expect(formatByMediaType('text/html')).toBeUndefined()
    expect(formatByName('page.html')).toBeUndefined()
    const names = Object.values(FORMATS).flatMap(({ mediaType, aliases }) => [mediaType, ...aliases])
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(FORMAT_KEYS)('%s gives back what was written', async (key) => {
    const written = FORMATS[key].graphs ? dataset : statements(defaultGraph())
    const read = await parse(serialise(written, key), key)
    expect(await canonical(read)).toBe(await canonical(written))
  })

  it.each(FORMAT_KEYS)('%s does not depend on order or doubles', (key) => {
    expect(serialise([...dataset].reverse().concat(dataset), key)).toBe(serialise(dataset, key))
  })

  it.each(FORMAT_KEYS)('%s of nothing can be read', async (key) => {
    expect(await parse(serialise([], key), key)).toEqual([])
  })

  it.each(FORMAT_KEYS)('%s merges graphs only where it cannot name them', async (key) => {
    const written = [
      quad(node('a'), node('b'), node('c'), node('g1')),
      quad(node('a'), node('b'), node('c'), node('g2')),
    ]
    expect(await parse(serialise(written, key), key)).toHaveLength(FORMATS[key].graphs ? 2 : 1)
  })

  it.each(FORMAT_KEYS)('%s keeps blank nodes of foreign graphs', async (key) => {
    const written = [quad(blankNode('x'), node('b'), blankNode('y')), quad(blankNode('y'), node('b'), literal('end'))]
    expect(await canonical(await parse(serialise(written, key), key))).toBe(await canonical(written))
  })
})

describe('N-Quads', () => {
  it('are the canonical form of RDFC-1.0, also of control characters', async () => {
    const all = Array.from({ length: 0x20 }, (_, code) => literal(`a${String.fromCharCode(code)}b`))
    const quads = [...all.map((text) => quad(node('a'), node('b'), text, node('g'))), ...dataset]
    const lines = [...new Set(quads.map((q) => `${quadLine(q)}\n`))].sort().join('')
    expect(lines).toBe(await canonical(quads))
  })
})

describe('JSON-LD', () => {
  it('fetches nothing', async () => {
    const text = JSON.stringify({ '@context': 'https://schema.org/', '@id': 'http://example.org/a', name: 'x' })
    await expect(parse(text, 'jsonld')).rejects.toThrow(/not fetched/)
  })

  it('refuses an address whose scheme is one of our prefixes', () => {
    expect(() => serialise([quad(namedNode('dip:x'), node('b'), node('c'))], 'jsonld')).toThrow(/prefix of our context/)
  })

  it('nests the parts of a thing, those that nothing points to as well, and says the same', async () => {
    const quads = [
      quad(node('a'), node('part'), node('a#one')),
      quad(node('a#one'), node('part'), node('a#two')),
      quad(node('a#two'), node('part'), node('a#one')),
      quad(node('a#alone'), node('part'), node('a')),
    ]
    const tree = nest(
      nodeObjects(quads, (iri) => iri),
      `${EX}a`,
    )
    expect(tree).toMatchObject({ '@id': `${EX}a`, [`${EX}part`]: { '@id': `${EX}a#one` } })
    expect(await canonical(await parse(JSON.stringify(tree), 'jsonld'))).toBe(await canonical(quads))
  })
})

describe('RDF/XML', () => {
  it('cuts property names where XML allows it', () => {
    expect(splitIri('http://example.org/ns#label')).toEqual({ namespace: 'http://example.org/ns#', local: 'label' })
    expect(splitIri('urn:example:1property')).toEqual({ namespace: 'urn:example:1', local: 'property' })
    expect(() => splitIri('http://example.org/2')).toThrow(/cannot be written in RDF\/XML/)
  })

  it('replaces what XML cannot hold, and nothing else', async () => {
    const [read] = await parse(serialise([quad(node('a'), node('b'), literal('a\u0001\f🕊\t'))], 'rdfxml'), 'rdfxml')
    expect(read?.object.value).toBe('a\ufffd\ufffd🕊\t')
  })
})

describe('canonical lines', () => {
  const published = statements(node('graph/one'))

  it('are read back to the statements that they were made of', () => {
    expect(published.map(quadLine).map(readLine).map(quadLine)).toEqual(published.map(quadLine))
    for (const statement of published) expect(readLine(quadLine(statement)).equals(statement)).toBe(true)
    expect(readLines(published.map((q) => `${quadLine(q)}\n`).join(''))).toHaveLength(published.length)
  })

  it('have parts, and are N-Triples without their graph', () => {
    for (const statement of published) {
      const { subject, predicate, graph } = partsOf(quadLine(statement))
      expect([subject, predicate, graph]).toEqual(
        [statement.subject, statement.predicate, statement.graph].map(({ value }) => value),
      )
      expect(withoutGraph(quadLine(statement))).toBe(tripleLine(statement))
    }
  })
})
