import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { owl } from '../../src/rdf/vocabulary/owl.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { facts, iris, release } from './collection.ts'

const { namedNode, literal, quad } = DataFactory
const LICENSE = 'https://creativecommons.org/licenses/by/4.0/'
const PUBLISHER = { name: 'An archive' }
const dataset = { publisher: PUBLISHER, license: LICENSE }

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(out, { recursive: true }))

const text = (path: string) => readFileSync(join(out, 'current', path), 'utf8')
const named = (slug: string, label: string): Quad[] => {
  const person = namedNode(iris.thing('person', slug))
  const graph = namedNode(iris.graph('derived'))
  return [quad(person, rdf.type, dip.Person, graph), quad(person, skos.prefLabel, literal(label, 'en'), graph)]
}

/** Letters from Anna to Bob, and a note that is none. */
function letters(count: number): Quad[] {
  const [anna, bob] = ['anna', 'bob'].map((slug) => namedNode(iris.thing('person', slug)))
  const link = namedNode(iris.graph('links'))
  const common = [...named('anna', 'Anna\nPetrova, “A”'), ...named('bob', 'Боб'), ...named('nobody', 'Nobody')]
  const documents = Array.from({ length: count }, (_, n) => {
    const slug = `wcda-${n + 1}`
    const [document, graph] = [namedNode(iris.thing('document', slug)), namedNode(iris.graph(`document/${slug}`))]
    const extracted = namedNode(iris.graph(`extracted/${slug}`))
    return [
      quad(document, rdf.type, dip.Correspondence, graph),
      quad(document, dcterms.title, literal(`Letter ${n + 1}`, 'en'), graph),
      quad(document, dip.sender, anna ?? document, graph),
      quad(document, dip.addressee, bob ?? document, graph),
      quad(document, dip.mentions, namedNode(iris.thing('person', 'nobody')), extracted),
    ]
  })
  return [
    ...common,
    ...documents.flat(),
    quad(namedNode(iris.thing('document', 'note')), rdf.type, dip.Document, namedNode(iris.graph('document/note'))),
    quad(anna ?? link, owl.sameAs, namedNode('http://viaf.org/viaf/1'), link),
    quad(bob ?? link, skos.closeMatch, namedNode('http://viaf.org/viaf/2'), link),
  ]
}

test('nodes are those who write and get letters, each once, with the identifier that is accepted', async () => {
  await release(out, letters(30))
  expect(text('nodes.csv')).toBe(
    [
      'id,label,kind,authority',
      `${iris.thing('person', 'anna')},"Anna Petrova, “A”",person,http://viaf.org/viaf/1`,
      `${iris.thing('person', 'bob')},Боб,person,`,
      '',
    ].join('\r\n'),
  )
  expect(text('edges.csv').trim().split('\r\n')).toHaveLength(31)
})

test('the files do not depend on the order of what is given', async () => {
  await release(out, letters(20), { collection: { dataset, noindex: false } })
  const one = ['cmif.xml', 'edges.csv', 'nodes.csv'].map(text)
  rmSync(join(out, 'current'))
  await release(out, letters(20).reverse(), { collection: { dataset, noindex: false } })
  expect(['cmif.xml', 'edges.csv', 'nodes.csv'].map(text)).toEqual(one)
})

test('an empty collection has files without letters', async () => {
  await release(out, named('anna', 'Anna'), { collection: { dataset, noindex: false } })
  expect(text('cmif.xml')).not.toContain('<correspDesc')
  expect(text('nodes.csv')).toBe('id,label,kind,authority\r\n')
})

test('CMIF is written once publisher and licence are told, also where the data stay the same', async () => {
  const without = await release(out, letters(3))
  expect(without.files.map(({ path }) => path)).not.toContain('cmif.xml')
  const told = { collection: { dataset, noindex: false } }
  const given = await release(out, letters(3), told)
  expect(given.version).toBe(without.version)
  expect(given.collection.dataset.license).toBe(LICENSE)
  expect(text('cmif.xml').match(/<correspDesc /g)).toHaveLength(3)
  const again = await release(out, letters(3), { ...told, published: '2021-01-01T00:00:00Z' })
  expect(again.published).toBe(facts.published)
})
