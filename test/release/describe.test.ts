import type { Quad } from '@rdfjs/types'
import { describe, expect, it } from 'vitest'
import { dcat } from '../../src/rdf/vocabulary/dcat.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { voidTerms } from '../../src/rdf/vocabulary/void.ts'
import { describeRelease } from '../../src/release/describe.ts'
import type { FileEntry } from '../../src/release/manifest.ts'
import { iris } from './collection.ts'

const file = (path: string, mediaType: string): FileEntry => ({
  path,
  bytes: 7,
  sha256: 'ab'.repeat(32),
  mediaType,
  triples: 9,
})
const measured = {
  version: '0123456789ab',
  counts: {
    documents: 2,
    triples: 9,
    graphs: 3,
    things: { document: 2, person: 1 },
    classes: { [dip.Telegram.value]: 2 },
    properties: { [dcterms.title.value]: 2, 'urn:x': 1 },
  },
  tally: {
    triples: 9,
    subjects: 3,
    classes: new Map(),
    properties: new Map(),
    matches: new Map([['http://www.w3.org/2002/07/owl#sameAs www.wikidata.org', 4]]),
  },
  files: [
    file('dumps/all.nt', 'application/n-triples'),
    file('dumps/all.nt.gz', 'application/gzip'),
    file('dumps/all.jsonld', 'application/ld+json'),
    file('dumps/stated.nt', 'application/n-triples'),
    file('dumps/records.jsonl.gz', 'application/gzip'),
  ],
}
const about = (dataset: Parameters<typeof describeRelease>[0]['dataset']) =>
  describeRelease(
    { iris, dataset, tool: { name: 'dragoman', version: '1' }, published: '2020-01-02T03:04:05Z' },
    measured,
  )
const values = (quads: readonly Quad[], subject: string, predicate: { readonly value: string }) =>
  quads
    .filter((q) => q.subject.value === subject && q.predicate.value === predicate.value)
    .map(({ object }) => object.value)
const SELF = 'http://example.org/dataset'

describe('the description of a release', () => {
  const quads = about({ title: 'Telegrams', license: 'https://creativecommons.org/publicdomain/zero/1.0/' })

  it('stands in the graph of the release, without blank nodes', () => {
    expect(new Set(quads.map(({ graph }) => graph.value))).toEqual(new Set([iris.graph('release')]))
    expect(quads.some(({ subject, object }) => [subject, object].some((t) => t.termType === 'BlankNode'))).toBe(false)
  })

  it('names each dump with size and checksum, under the address that does not change', () => {
    expect(values(quads, SELF, dcat.distribution)).toHaveLength(measured.files.length + 1)
    expect(values(quads, `${SELF}#dump-all-nt-gz`, dcat.downloadURL)).toEqual([
      'http://example.org/dumps/0123456789ab/all.nt.gz',
    ])
    expect(values(quads, `${SELF}#dump-all-nt-gz`, dcat.byteSize)).toEqual(['7'])
    expect(values(quads, `${SELF}#checksum-all-nt-gz`, { value: 'http://spdx.org/rdf/terms#checksumValue' })).toEqual([
      'ab'.repeat(32),
    ])
    expect(values(quads, `${SELF}#dump-all-nt-gz`, { value: 'https://schema.org/encodingFormat' })).toEqual([
      'application/n-triples+gzip',
    ])
  })

  it('counts', () => {
    expect(values(quads, SELF, voidTerms.triples)).toEqual(['9'])
    expect(values(quads, SELF, voidTerms.entities)).toEqual(['3'])
    expect(values(quads, `${SELF}#class-dip-Telegram`, voidTerms.entities)).toEqual(['2'])
    expect(values(quads, `${SELF}#property-dcterms-title`, voidTerms.triples)).toEqual(['2'])
    expect(values(quads, `${SELF}#links-www-wikidata-org-owl-sameAs`, voidTerms.triples)).toEqual(['4'])
  })

  it('invents nothing', () => {
    const bare = about({})
    for (const property of [dcterms.title, dcterms.publisher, dcterms.creator, dcterms.license, dcat.contactPoint])
      expect(values(bare, SELF, property)).toEqual([])
    expect(values(about({ publisher: { name: 'An archive' } }), SELF, dcterms.publisher)).toEqual([`${SELF}#publisher`])
  })
})
