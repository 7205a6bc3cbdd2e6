import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DataFactory } from 'n3'
import { afterEach, expect, test } from 'vitest'
import { createIris } from '../../src/iris.ts'
import { partsOf } from '../../src/rdf/canonical.ts'
import { quadLine } from '../../src/rdf/nquads.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { toBytes } from '../../src/release/files.ts'
import { createGraphs } from '../../src/release/graphs.ts'
import { readUse, Uses } from '../../src/release/uses.ts'

const { literal, namedNode, quad } = DataFactory
const iris = createIris('http://example.org')
const TYPE = namedNode('https://w3id.org/diplomacy/vocab/document-type/telegram')
const folder = mkdtempSync(join(tmpdir(), 'uses-'))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const graph = (name: string) => namedNode(iris.graph(name))
const document = (n: number) => namedNode(iris.thing('document', `d-${n}`))

test('uses are counted by property, each with a short statement that a document states', () => {
  const uses = new Uses(createGraphs(iris))
  for (const statement of [
    quad(document(1), dip.handlingCaveat, literal('x'.repeat(1000)), graph('document/d-1')),
    quad(document(1), dip.handlingCaveat, literal('é'), graph('extracted/d-1')),
    quad(document(2), dip.handlingCaveat, literal('no copies'), graph('document/d-2')),
    quad(document(3), dip.handlingCaveat, literal('never'), graph('document/d-3')),
    quad(document(1), dcterms.type, TYPE, graph('document/d-1')),
    quad(document(1), rdf.type, dip.Telegram, graph('document/d-1')),
    quad(document(1), dcterms.title, literal('not a term of ours'), graph('document/d-1')),
    quad(namedNode(`${TYPE.value}-2`), skos.broader, TYPE, graph('vocabulary')),
    quad(dip.Telegram, dip.alignedWith, namedNode('https://schema.org/Message'), graph('vocabulary')),
  ]) {
    const line = toBytes(quadLine(statement))
    uses.add(line, partsOf(line))
  }
  const { path, bytes } = uses.write(folder)
  const text = readFileSync(join(folder, path))
  expect(text.length).toBe(bytes)
  const rows = text.toString('latin1').split('\n').slice(0, -1)
  expect(rows).toEqual([...rows].sort())
  const read = rows.map((row) => ({ term: row.split('\t')[0], ...readUse(row) }))
  expect(read.map(({ term, property, total, example }) => [term, property, total, example.object.value])).toEqual([
    [dip.Telegram.value, rdf.type.value, 1, dip.Telegram.value],
    [dip.alignedWith.value, dip.alignedWith.value, 1, 'https://schema.org/Message'],
    [dip.handlingCaveat.value, dip.handlingCaveat.value, 4, 'no copies'],
    [TYPE.value, dcterms.type.value, 1, TYPE.value],
  ])
})
