import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quadLine } from '../../src/rdf/nquads.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { emptyRegistry, formatRegistry, type RegistryRow } from '../../src/registry.ts'
import { currentFolder, openRelease, type Release } from '../../src/release/read.ts'
import { openSorted } from '../../src/release/sorted-file.ts'
import { collection, iris, release } from './collection.ts'

const { namedNode, literal, quad } = DataFactory
const COUNT = 450
const person = iris.thing('person', 'ivan')
const documentIri = (n: number) => iris.thing('document', `wcda-${n}`)
const lines = (quads: readonly Quad[] | undefined) => quads?.map(quadLine).sort()

/** A document with its date, and with the numbers that it has of several offices. */
function numbered(document: string): Quad[] {
  const graph = namedNode(iris.graph('document/wcda-8'))
  const number = (fragment: string, value: string) =>
    quad(namedNode(`${document}#${fragment}`), dip.numberValue, literal(value), graph)
  return [
    quad(namedNode(document), dcterms.date, literal('1953-03-29'), graph),
    number('number-incoming-77', '77'),
    number('number-registry-893-00', '893.00'),
    number('number-telegram-8600-gs', '8600-gs'),
    number('stamp-1-number-telegram-5', '5'),
  ]
}

let out: string
let open: Release
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'release-'))
  const elsewhere = quad(
    namedNode(`${documentIri(1)}#act-1`),
    dip.sameEventCandidate,
    namedNode(`${documentIri(2)}#act-1`),
    namedNode(iris.graph('derived')),
  )
  const cyrillic = quad(
    namedNode(iris.thing('place', 'пекин')),
    rdfs.label,
    literal('Пекин', 'ru'),
    namedNode(iris.graph('places')),
  )
  const sent = numbered(documentIri(8))
  const rows: RegistryRow[] = [
    { slug: 'gone', status: 'withdrawn', key: 'k', reason: 'The input is gone.', ended: '2020-05-01', label: 'Old' },
    { slug: 'older', status: 'alias', target: 'wcda-1' },
    { slug: 'moved-to-gone', status: 'merged', target: 'gone' },
  ]
  await release(out, [...collection(COUNT), elsewhere, cyrillic, ...sent], {
    stale: [{ document: documentIri(3), version: 'aaaaaaaaaaaa' }],
    ended: formatRegistry(new Map([...emptyRegistry, ...rows.map((row) => [row.slug, row] as const)])),
  })
  open = await openRelease(currentFolder(out) ?? '')
})
afterAll(async () => {
  await open.close()
  rmSync(out, { recursive: true })
})

describe('a sorted file', () => {
  it('finds every key, and nothing else, also where lines are longer than a block', async () => {
    const path = join(out, 'sorted')
    const keys = Array.from({ length: 3000 }, (_, i) => `key-${String(i * 3).padStart(5, '0')}`)
    const content = keys.flatMap((key, i) => [`${key}\ta`, `${key}\tb${'x'.repeat(i % 500 === 0 ? 40_000 : 20)}`])
    writeFileSync(path, `${content.join('\n')}\n`)
    const file = await openSorted(path)
    for (const key of keys.filter((_, i) => i % 7 === 0 || i < 20 || i > 2980))
      expect((await file.find(`${key}\t`)).map((line) => line.slice(0, 11))).toEqual([`${key}\ta`, `${key}\tb`])
    for (const absent of ['a', 'key-00001\t', 'key-08998\t', 'z']) expect(await file.find(absent)).toEqual([])
    await file.close()
  })
})

describe('a release', () => {
  it('describes a document: its own graphs, what others say of it, and the names of what it points to', async () => {
    const own = collection(COUNT).filter(({ subject }) => subject.value.split('#')[0] === documentIri(1))
    const described = (await open.describe(documentIri(1))) ?? []
    const names = collection(0)
    expect(described).toHaveLength(own.length + names.length + 2)
    for (const line of [...own, ...names].map(quadLine)) expect(lines(described)).toContain(line)
    const others = described.filter(({ subject }) => subject.value === `${documentIri(2)}#act-1`)
    expect(others.map(({ object }) => object.value)).toEqual([dip.RequestAct.value])
  })

  it('describes a thing of a shared graph, and one with letters of other scripts', async () => {
    expect(lines(await open.describe(person))).toEqual(lines(collection(0)))
    expect(await open.describe(iris.thing('place', 'пекин'))).toHaveLength(1)
  })

  it('has no description of what it does not have', async () => {
    for (const iri of [documentIri(COUNT + 1), `${documentIri(1)}#copy`, iris.thing('person', 'iva'), 'urn:x'])
      expect(await open.describe(iri)).toBeUndefined()
  })

  it('gives graphs as they are, and the graph about itself', async () => {
    const name = iris.graph('extracted/wcda-7')
    expect(lines(await open.graph(name))).toEqual(lines(collection(7).filter(({ graph }) => graph.value === name)))
    expect((await open.graph(iris.graph('release')))?.[0]?.object.value).toBe(open.manifest.version)
    expect(await open.graph(iris.graph('nothing'))).toBeUndefined()
    expect(await open.graph(person)).toBeUndefined()
  })

  it('says what points to a thing, in pages, by property', async () => {
    const all = await open.links(person, { offset: 0, limit: 5 })
    expect(all.total).toBe(2 * COUNT)
    expect(all.predicates.map(({ total }) => total)).toEqual([COUNT, COUNT])
    expect(all.rows.map(({ subject }) => subject)).toEqual([8, 1, 2, 3, 4].map(documentIri))
    expect(all.rows[1]).toEqual({
      subject: documentIri(1),
      predicate: dcterms.creator.value,
      label: 'Telegram 1\nsecond line',
      type: dip.Telegram.value,
    })
    const walked: string[] = []
    for (let offset = 0; offset < all.total; offset += 70)
      walked.push(...(await open.links(person, { offset, limit: 70 })).rows.map((row) => row.predicate + row.subject))
    expect(new Set(walked).size).toBe(2 * COUNT)
    const acts = await open.links(person, { offset: COUNT - 2, limit: 10 }, dip.actor.value)
    expect([acts.total, acts.rows.length]).toEqual([COUNT, 2])
    expect(await open.links(documentIri(9), { offset: 0, limit: 10 })).toMatchObject({ total: 0, rows: [] })
  })

  it('tells the date of a document, and the number by which it is cited; both describe nothing else', async () => {
    const told = { type: dip.Telegram.value, date: '1953-03-29', number: '8600-gs' }
    expect(await open.told(documentIri(8))).toEqual({ label: 'Telegram 8\nsecond line', ...told })
    const { rows } = await open.links(person, { offset: 0, limit: COUNT }, dcterms.creator.value)
    expect(rows.find(({ subject }) => subject === documentIri(8))).toMatchObject(told)
    expect((await open.list('document', { offset: 0, limit: COUNT })).rows).toContainEqual(
      expect.objectContaining({ slug: 'wcda-8', date: '1953-03-29' }),
    )
    expect(await open.told(iris.thing('document', 'unheard-of'))).toEqual({})
  })

  it('says what stands beside a thing among what points to another, in its order', async () => {
    const { rows } = await open.links(person, { offset: 0, limit: COUNT }, dcterms.creator.value)
    const beside = (subject: string) => open.neighbours(person, dcterms.creator.value, subject)
    expect(await beside(rows[1]?.subject ?? '')).toEqual({ previous: rows[0], next: rows[2] })
    expect(await beside(rows[0]?.subject ?? '')).toEqual({ next: rows[1] })
    expect(await beside(rows.at(-1)?.subject ?? '')).toEqual({ previous: rows.at(-2) })
    expect(await beside('http://example.org/nothing')).toEqual({})
    expect(await open.neighbours(documentIri(9), dcterms.creator.value, documentIri(1))).toEqual({})
  })

  it('lists the things of a kind in pages, A to Z', async () => {
    const walked: string[] = []
    for (let offset = 0; ; offset += 130) {
      const { rows, total } = await open.list('document', { offset, limit: 130 })
      expect(total).toBe(COUNT)
      walked.push(...rows.map(({ slug }) => slug))
      if (rows.length === 0) break
    }
    expect(new Set(walked).size).toBe(COUNT)
    const { rows, letters } = await open.list('document', { offset: 0, limit: 1 })
    expect(rows).toMatchObject([{ slug: 'wcda-1', label: 'Telegram 1\nsecond line', type: dip.Telegram.value }])
    expect(letters).toEqual([{ letter: 'T', offset: 0 }])
    expect(await open.list('event', { offset: 0, limit: 10 })).toEqual({ total: 0, rows: [], letters: [] })
    expect((await open.list('place', { offset: 0, limit: 10 })).letters).toEqual([{ letter: 'П', offset: 0 }])
  })

  it('knows how an IRI stands', async () => {
    expect(await open.standing(documentIri(1))).toEqual({ standing: 'published' })
    expect(await open.standing(documentIri(3))).toEqual({ standing: 'stale', version: 'aaaaaaaaaaaa' })
    const tombstone = { standing: 'withdrawn', on: '2020-05-01', reason: 'The input is gone.', label: 'Old' }
    expect(await open.standing(iris.thing('document', 'gone'))).toEqual(tombstone)
    expect(await open.standing(iris.thing('document', 'moved-to-gone'))).toEqual(tombstone)
    expect(await open.standing(iris.thing('document', 'older'))).toEqual({ standing: 'merged', target: documentIri(1) })
    expect(await open.standing(iris.thing('document', 'never'))).toEqual({ standing: 'unknown' })
  })

  it('stays readable while the next version takes its place', async () => {
    const held = await openRelease(currentFolder(out) ?? '')
    await release(out, collection(2), { keepVersions: 1 })
    expect(currentFolder(out)).not.toBe(held.directory)
    expect(await held.describe(documentIri(COUNT))).toHaveLength(5 + 3 + 3)
    await held.close()
  })
})
