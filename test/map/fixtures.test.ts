/** Records in, quads out: each folder `test/fixtures/map-*` holds `record.json` and `expected.trig`. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from 'n3'
import { describe, expect, it } from 'vitest'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Reading } from '../../src/document.ts'
import { sha256 } from '../../src/iris.ts'
import { mapAuthority, mapDocument, mapListing } from '../../src/map/index.ts'
import { parseTurtleFamily } from '../../src/rdf/parse.ts'
import { serialise } from '../../src/rdf/serialise.ts'
import { emptyRegistry } from '../../src/registry.ts'
import { derived, reconciled } from './in-memory.ts'
import { contextOf, type Fixture, readingOf } from './record.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')
const names = readdirSync(FIXTURES).filter((name) => name.startsWith('map-'))

/** Everything that a release would say of the fixture, its authority files included. */
function quadsOf(folder: string): Quad[] {
  const record = join(folder, 'record.json')
  const fixture = (existsSync(record) ? JSON.parse(readFileSync(record, 'utf8')) : {}) as Fixture
  const { authority } = loadAuthority(join(folder, 'authorities'))
  const context = contextOf(fixture, authority)
  const readings: Reading[] = (fixture.readings ?? []).map(readingOf)
  const { groups, listings } = reconciled(readings, { iris: context.iris, registry: emptyRegistry })
  const mapped = groups.map((group) => mapDocument(group, context))
  const extracted = mapped.flatMap((document) => document.extracted)
  return [
    ...mapped.flatMap(({ stated }) => stated),
    ...extracted,
    ...listings.flatMap((listing) => mapListing(listing, context)),
    ...mapAuthority(context),
    ...derived(
      mapped.flatMap(({ shared }) => shared),
      extracted,
      context.iris,
    ),
  ]
}

const sorted = (quads: Iterable<Quad>) => serialise(quads, 'nquads').split('\n')

describe('the map', () => {
  it.each(names)('of %s gives the expected quads', (name) => {
    const folder = join(FIXTURES, name)
    const expected = join(folder, 'expected.trig')
    const quads = quadsOf(folder)
    if (process.env['UPDATE']) writeFileSync(expected, serialise(quads, 'trig'))
    expect(sorted(quads)).toEqual(sorted(parseTurtleFamily(readFileSync(expected, 'utf8'), 'trig')))
    expect(quads.filter(({ subject, object }) => [subject, object].some((t) => t.termType === 'BlankNode'))).toEqual([])
  })

  it.each(names)('of %s quotes the words that stand at the offsets, in code points', (name) => {
    const folder = join(FIXTURES, name)
    const record = join(folder, 'record.json')
    const { readings = [] } = existsSync(record) ? (JSON.parse(readFileSync(record, 'utf8')) as Fixture) : {}
    const texts = new Map(readings.map(({ text }) => [sha256(text).slice(0, 16), [...text]]))
    const found = new Map<string, Record<string, string>>()
    for (const { subject, predicate, object } of quadsOf(folder)) {
      const evidence = found.get(subject.value) ?? {}
      evidence[predicate.value.replace(/^.*[/#]/, '')] = object.value
      found.set(subject.value, evidence)
    }
    const evidence = [...found.values()].filter(({ quote }) => quote !== undefined)
    expect(evidence.length > 0).toBe(readings.length > 0)
    for (const { quote, startOffset, endOffset, hasSource } of evidence)
      expect(
        texts
          .get(hasSource?.replace(/^.*\//, '') ?? '')
          ?.slice(Number(startOffset), Number(endOffset))
          .join(''),
      ).toBe(quote)
  })

  it.each(names)('of %s says each thing in one graph', (name) => {
    const graphs = new Map<string, Set<string>>()
    const perCollection = /\/graph\/(derived|rules|persons|bodies|positions|places|subjects)$/
    for (const { subject, predicate, object, graph } of quadsOf(join(FIXTURES, name))) {
      if (perCollection.test(graph.value)) continue
      const triple = [subject.value, predicate.value, object.value].join(' ')
      graphs.set(triple, (graphs.get(triple) ?? new Set()).add(graph.value))
    }
    expect([...graphs].filter(([, { size }]) => size > 1)).toEqual([])
  })
})
