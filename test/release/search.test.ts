/** The search index as part of a release. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { ReleaseWriter } from '../../src/release/write.ts'
import type { Shelf } from '../../src/search/functions.ts'
import { INDEX } from '../../src/search/index-file.ts'
import { openIndex } from '../../src/search/read.ts'
import { collection, facts, iris } from './collection.ts'

const { namedNode, literal, quad } = DataFactory

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(out, { recursive: true }))

async function release(quads: Iterable<Quad>, texts: Readonly<Record<string, string>> = {}) {
  const writer = new ReleaseWriter(out, iris)
  writer.add(quads)
  for (const [slug, text] of Object.entries(texts)) writer.addText(iris.thing('document', slug), text)
  return writer.finish(facts)
}
const found = (shelf: Shelf, words: string) => {
  const index = openIndex(join(out, 'current', INDEX))
  const result = index.search(shelf, words, { most: 100, isRanked: false })
  index.close()
  return 'hits' in result ? result.hits.map(({ iri }) => iri.slice(`${iris.base}/id/`.length)) : result.fault
}

describe('the search index of a release', () => {
  const person = namedNode(iris.thing('person', 'joseph-stalin'))
  const place = namedNode(iris.thing('place', 'pékin'))
  const form = namedNode(`${person.value}#name-1`)
  const document = namedNode(iris.thing('document', 'wcda-1'))
  const part = namedNode(`${document.value}#message-1`)
  const graph = namedNode(iris.graph('persons'))
  const stated = namedNode(iris.graph('document/wcda-1'))
  const publisher = namedNode(iris.thing('body', 'archive'))
  const more = [
    quad(person, skos.prefLabel, literal('Joseph Stalin', 'en'), graph),
    quad(person, skos.altLabel, literal('Сталин', 'und'), graph),
    quad(form, dip.nameValue, literal('Filippov'), graph),
    quad(place, skos.prefLabel, literal('Pékin', 'fr'), graph),
    quad(publisher, skos.prefLabel, literal('House of Papers'), graph),
    quad(part, dip.mentions, place, stated),
    quad(document, dip.addressee, person, stated),
    quad(document, dcterms.publisher, publisher, stated),
    quad(namedNode(`${document.value}#edition-en`), dcterms.abstract, literal('He asks for\ncarts.'), stated),
  ]

  test('has documents by their numbers, and by what their publisher calls them', async () => {
    const number = namedNode(`${document.value}#number-1`)
    const edition = namedNode(`${document.value}#edition-en`)
    await release([
      ...collection(1),
      quad(number, dip.numberValue, literal('893.00/4–1649'), stated),
      quad(edition, dip.recordId, literal('1949v08-d291'), stated),
    ])
    for (const words of ['893.00/4-1649', '893.00/4–1649', '1949v08-d291', 'd291', '1649'])
      expect([words, ...found('documents', words)]).toEqual([words, 'document/wcda-1'])
  })

  test('has documents by title, names, summary and text, and things by their names', async () => {
    const manifest = await release([...collection(12), ...more], { 'wcda-2': 'Das Getreide\tist "da": 𝒳.\nEnde.' })
    expect(manifest.files.find(({ path }) => path === INDEX)).toMatchObject({ bytes: expect.any(Number) })
    expect(existsSync(join(out, 'current/search.fields'))).toBe(false)
    expect(found('documents', 'telegram')).toHaveLength(12)
    expect(found('documents', '"telegram 12 second"')).toEqual(['document/wcda-12'])
    expect(found('documents', 'getreide ist')).toEqual(['document/wcda-2'])
    expect(found('documents', 'carts')).toEqual(['document/wcda-1'])
    // By whom it leads to: its parties, and what it mentions, in a part of it too; not by who published it.
    expect(found('documents', 'stalin')).toEqual(['document/wcda-1'])
    expect(found('documents', 'pekin')).toEqual(['document/wcda-1'])
    expect(found('documents', 'ivan')).toHaveLength(12)
    expect(found('documents', 'papers')).toEqual([])
    expect(found('documents', 'filippov')).toEqual([])
    expect(found('things', 'filippov')).toEqual(['person/joseph-stalin'])
    expect(found('things', 'сталин')).toEqual(['person/joseph-stalin'])
    expect(found('things', 'pekin')).toEqual(['place/pékin'])
    expect(found('things', 'telegram')).toEqual([])
  })

  test('does not depend on the order of what it is given', async () => {
    const texts = { 'wcda-1': 'one', 'wcda-2': 'two' }
    const entry = (files: Awaited<ReturnType<typeof release>>['files']) => files.find(({ path }) => path === INDEX)
    const first = entry((await release([...collection(5), ...more], texts)).files)
    rmSync(join(out, 'versions'), { recursive: true })
    const other = { 'wcda-2': 'two', 'wcda-1': 'one' }
    expect(entry((await release([...more, ...collection(5)].reverse(), other)).files)).toEqual(first)
  })

  test('is made again where other texts may be found, though the statements are the same', async () => {
    const { version } = await release(collection(2), { 'wcda-1': 'barley' })
    expect(found('documents', 'barley')).toEqual(['document/wcda-1'])
    expect((await release(collection(2))).version).toBe(version)
    expect(found('documents', 'barley')).toEqual([])
  })

  test('gives the texts to who opens the release', async () => {
    await release(collection(2), { 'wcda-1': 'barley' })
    const opened = await openRelease(currentFolder(out) ?? '')
    expect(opened.text(iris.thing('document', 'wcda-1'))).toBe('barley')
    expect(opened.text(iris.thing('document', 'wcda-2'))).toBeUndefined()
    expect(opened.searchIndex).toBe(join(opened.directory, INDEX))
    await opened.close()
  })
})
