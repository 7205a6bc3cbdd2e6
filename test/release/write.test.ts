import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { canonize } from 'rdf-canonize'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FORMATS } from '../../src/rdf/formats.ts'
import { tripleLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { toBytes, toText } from '../../src/release/files.ts'
import { LineSorter } from '../../src/release/sort.ts'
import { currentVersion, versionFolder, versions } from '../../src/release/versions.ts'
import { ReleaseWriter } from '../../src/release/write.ts'
import { collection, iris, release } from './collection.ts'

const { namedNode, literal, quad, blankNode, defaultGraph } = DataFactory

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'release-'))
})
afterEach(() => rmSync(out, { recursive: true }))

const file = (path: string) => readFileSync(join(out, 'current', path))
const text = (path: string) => file(path).toString('utf8')
const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest('hex')
const withoutGraph = (quads: Quad[]) => quads.map(({ subject, predicate, object }) => quad(subject, predicate, object))

describe('a sorter', () => {
  it('gives lines in the order of their bytes, also from many runs on disk', () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `line ${(i * 7919) % 500} ${['é', '\uffff', '🕊', 'z'][i % 4]}`)
    const sorter = new LineSorter(out, 'run', 1000)
    for (const line of lines) sorter.add(toBytes(line))
    const expected = lines.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
    expect([...sorter.sorted()].map(toText)).toEqual(expected)
    expect(readdirSync(out)).toEqual([])
  })
})

describe('a release', () => {
  it('is named by the hash of its canonical N-Quads', async () => {
    const { version } = await release(out, collection(7))
    expect(currentVersion(out)).toBe(version)
    expect(sha256(file('dumps/all.nq')).slice(0, 12)).toBe(version)
    expect(text('dumps/all.nq')).toBe(await canonize(collection(7), { algorithm: 'RDFC-1.0' }))
  })

  it('does not depend on the order of what it is given', async () => {
    const one = await release(out, collection(20))
    const other = await release(out, collection(20).reverse().concat(collection(3)))
    expect(other.version).toBe(one.version)
    expect(versions(out)).toEqual([one.version])
  })

  it('has the same statements in all dumps, without extracted ones in `stated`', async () => {
    await release(out, collection(5))
    const all = collection(5)
    const stated = all.filter(({ graph }) => !graph.value.includes('/extracted/'))
    for (const [name, quads] of Object.entries({ all, stated }))
      for (const format of Object.values(FORMATS)) {
        const read = await parse(text(`dumps/${name}.${format.extension}`), format.key)
        const expected = format.graphs ? quads : withoutGraph(quads)
        expect(await canonize(read, { algorithm: 'RDFC-1.0' })).toBe(
          await canonize(expected, { algorithm: 'RDFC-1.0' }),
        )
      }
    expect(text('dumps/all.nt').split('\n').slice(0, -1)).toEqual([...new Set(all.map(tripleLine))].sort())
  })

  it('says in its manifest and SHA256SUMS what the files are', async () => {
    const manifest = await release(out, collection(5))
    const sums = text('dumps/SHA256SUMS')
    for (const { path, bytes, sha256: sum } of manifest.files) {
      expect([path, statSync(join(out, 'current', path)).size, sha256(file(path))]).toEqual([path, bytes, sum])
      if (path.startsWith('dumps/all') || path.startsWith('dumps/stated'))
        expect(sums).toContain(`${sum}  ${path.slice('dumps/'.length)}\n`)
    }
    expect(manifest.counts).toMatchObject({ documents: 5, triples: 43, graphs: 11, things: { person: 1 } })
    expect(manifest.counts.classes[dip.Telegram.value]).toBe(5)
  })

  it('compresses without time and name', async () => {
    await release(out, collection(2))
    for (const name of ['all.nt', 'stated.jsonld']) {
      const compressed = file(`dumps/${name}.gz`)
      expect(gunzipSync(compressed)).toEqual(file(`dumps/${name}`))
      expect(compressed.subarray(4, 8)).toEqual(Buffer.alloc(4))
      expect(compressed.readUInt8(3)).toBe(0)
    }
  })

  it('has a record a document, its parts inside it', async () => {
    await release(out, collection(3))
    const lines = gunzipSync(file('dumps/records.jsonl.gz')).toString('utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toMatchObject(
      [1, 2, 3].map((n) => ({
        '@id': `http://example.org/id/document/wcda-${n}`,
        'dip:hasArchivalCopy': { '@id': `http://example.org/id/document/wcda-${n}#copy`, '@type': 'dip:ArchivalCopy' },
      })),
    )
  })

  it('keeps a triple that stands in several graphs in one: document, source, authority file, derived, extracted', async () => {
    const subject = namedNode(iris.thing('document', 'a'))
    const said = (name: string, value: string) => quad(subject, rdfs.label, literal(value), namedNode(iris.graph(name)))
    const graphs = ['extracted/a', 'derived', 'persons', 'source/s', 'document/a']
    await release(
      out,
      graphs.flatMap((_, i) => graphs.slice(0, i + 1).map((name) => said(name, `shared by ${i + 1}`))),
    )
    const kept = text('dumps/all.nq')
      .trim()
      .split('\n')
      .map((line) => /graph\/(\S+)>/.exec(line)?.[1])
    expect(kept).toEqual(graphs)
  })

  it('refuses blank nodes, illegal IRIs and statements without a graph', () => {
    const writer = new ReleaseWriter(out, iris)
    const graph = namedNode(iris.graph('derived'))
    expect(() => writer.add([quad(blankNode(), rdfs.label, literal('x'), graph)])).toThrow(/blank node/)
    expect(() => writer.add([quad(graph, rdfs.label, literal('x'), defaultGraph())])).toThrow(/no graph/)
    expect(() => writer.add([quad(graph, rdfs.seeAlso, namedNode('http://x/a b'), graph)])).toThrow(/not an IRI/)
  })

  it('describes an equal version anew where the collection says something else of itself', async () => {
    const one = await release(out, collection(2))
    const named = { dataset: { title: 'Telegrams' }, noindex: true }
    const again = await release(out, collection(2), { collection: named, describe: () => 'new\n' })
    expect(again).toMatchObject({ version: one.version, collection: named })
    expect(text('release.nq')).toBe('new\n')
    expect(again.changes).toEqual(one.changes)
  })

  it('takes an equal version again as it is, with the report of the new run', async () => {
    const one = await release(out, collection(2))
    const before = statSync(join(out, 'current/dumps/all.nt')).mtimeMs
    const report = [{ name: 'problems.csv', mediaType: 'text/csv', pieces: ['code\n', 'new\n'] }]
    const again = await release(out, collection(2), { report, published: '2030-01-01T00:00:00Z', conforms: false })
    expect(again).toMatchObject({ version: one.version, published: one.published, conforms: false })
    expect(JSON.parse(text('manifest.json'))).toEqual(again)
    expect(text('report/problems.csv')).toBe('code\nnew\n')
    expect(statSync(join(out, 'current/dumps/all.nt')).mtimeMs).toBe(before)
  })

  it('makes a damaged version anew', async () => {
    const { version } = await release(out, collection(2))
    rmSync(join(versionFolder(out, version), 'dumps/all.ttl'))
    await release(out, collection(2))
    expect(text('dumps/all.ttl')).toContain('wcda-2')
  })

  it('keeps the newest versions, and the current one whatever its age', async () => {
    const years = [2001, 2002, 2003, 2004]
    const made: string[] = []
    for (const [i, year] of years.entries())
      made.push(
        (await release(out, collection(i + 1), { published: `${year}-01-01T00:00:00Z`, keepVersions: 3 })).version,
      )
    expect(versions(out)).toEqual(made.slice(1).reverse())
    const back = await release(out, collection(2), { keepVersions: 1 })
    expect(back.version).toBe(made[1])
    expect(readdirSync(join(out, 'versions'))).toEqual([back.version])
    expect(readdirSync(out).sort()).toEqual(['current', 'versions'])
  })
})
