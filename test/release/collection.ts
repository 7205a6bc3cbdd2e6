/** A small collection in memory, and a release of it, for the tests of this folder. */
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { createIris } from '../../src/iris.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { type Facts, ReleaseWriter } from '../../src/release/write.ts'

const { namedNode, literal, quad } = DataFactory

export const iris = createIris('http://example.org')

/** Documents 1 to `count`, each with a part, an extracted act and one author that all share. */
export function collection(count: number): Quad[] {
  const derived = namedNode(iris.graph('derived'))
  const person = namedNode(iris.thing('person', 'ivan'))
  const common = [
    quad(person, rdf.type, dip.Actor, derived),
    quad(person, rdf.type, dip.Person, derived),
    quad(person, rdfs.label, literal('Ivan “Иван” 🕊', 'en'), derived),
  ]
  const documents = Array.from({ length: count }, (_, i) => {
    const slug = `wcda-${i + 1}`
    const document = namedNode(iris.thing('document', slug))
    const stated = namedNode(iris.graph(`document/${slug}`))
    const extracted = namedNode(iris.graph(`extracted/${slug}`))
    const copy = namedNode(`${document.value}#copy`)
    const act = namedNode(`${document.value}#act-1`)
    return [
      quad(document, rdf.type, dip.Document, stated),
      quad(document, rdf.type, dip.Telegram, stated),
      quad(document, dcterms.title, literal(`Telegram ${i + 1}\nsecond line`, 'en'), stated),
      quad(document, dcterms.creator, person, stated),
      quad(document, dip.hasArchivalCopy, copy, stated),
      quad(copy, rdf.type, dip.ArchivalCopy, stated),
      quad(act, rdf.type, dip.RequestAct, extracted),
      quad(act, dip.actor, person, extracted),
    ]
  })
  return [...common, ...documents.flat()]
}

export const facts: Facts = {
  collection: { dataset: {}, noindex: false },
  tool: { name: 'dragoman', version: '0.0.0' },
  inputs: [],
  stale: [],
  conforms: true,
  published: '2020-01-01T00:00:00Z',
  keepVersions: 5,
  ended: 'slug,status,key,target,label,reason,ended,first,version\n',
  report: [{ name: 'problems.csv', mediaType: 'text/csv', pieces: ['code\n'] }],
  describe: ({ version }) =>
    `<http://example.org/dataset> <${dcterms.identifier.value}> "${version}" <${iris.graph('release')}> .\n`,
  beforeSwitch: () => {},
}

export async function release(out: string, quads: Iterable<Quad>, changed: Partial<Facts> = {}) {
  const writer = new ReleaseWriter(out, iris)
  writer.add(quads)
  return writer.finish({ ...facts, ...changed })
}
