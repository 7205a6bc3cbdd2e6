import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { collection, iris, release } from './collection.ts'

const { namedNode, literal, quad } = DataFactory

let out: string
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'history-'))
})
afterEach(() => rmSync(out, { recursive: true }))

const document = (number: number) => iris.thing('document', `wcda-${number}`)
const graphOf = (family: string, number: number) => namedNode(iris.graph(`${family}/wcda-${number}`))
const without = (quads: readonly Quad[], number: number) =>
  quads.filter(({ graph }) => !graph.value.endsWith(`/wcda-${number}`))
const day = (number: number) => `2020-01-0${number}T00:00:00Z`
const publish = (quads: readonly Quad[], on: number) => release(out, quads, { published: day(on) })

async function read<T>(what: (release: Awaited<ReturnType<typeof openRelease>>) => Promise<T>): Promise<T> {
  const opened = await openRelease(currentFolder(out) ?? '')
  try {
    return await what(opened)
  } finally {
    await opened.close()
  }
}
const changesFrom = (offset: number) => read(({ history }) => history.changes({ offset, limit: 1000 }))

describe('the history of a release', () => {
  it('begins with everything that was published', async () => {
    const { changes } = await publish(collection(3), 1)
    expect(changes).toEqual({ total: 4, first: day(1), last: day(1) })
    expect(await changesFrom(0)).toEqual(
      [document(1), document(2), document(3), iris.thing('person', 'ivan')].map((iri) => ({
        time: day(1),
        type: 'Create',
        iri,
      })),
    )
  })

  it('says what came, changed and went, and tells what is stated from what was extracted', async () => {
    await publish(collection(3), 1)
    const title = quad(namedNode(document(1)), dcterms.title, literal('Another title', 'en'), graphOf('document', 1))
    const extracted = quad(namedNode(`${document(2)}#act-1`), rdfs.label, literal('x'), graphOf('extracted', 2))
    await publish([...without(collection(4), 3), title, extracted], 2)
    expect(await changesFrom(4)).toEqual([
      { time: day(2), type: 'Update', iri: document(1) },
      { time: day(2), type: 'Update', iri: document(2) },
      { time: day(2), type: 'Delete', iri: document(3) },
      { time: day(2), type: 'Create', iri: document(4) },
    ])
    const moments = await read(({ history }) => history.moments(iris.thing('document', '')))
    expect(moments.map(({ changed, statedChanged, isDeleted }) => [changed, statedChanged, isDeleted])).toEqual([
      [day(2), day(2), false],
      [day(2), day(1), false],
      [day(2), day(2), true],
      [day(2), day(2), false],
    ])
  })

  it('is carried on when a version goes, and when an old state comes back', async () => {
    await publish(collection(2), 1)
    await publish(collection(3), 2)
    const { changes } = await release(out, collection(2), { published: day(3), keepVersions: 1 })
    expect(changes).toEqual({ total: 5, first: day(1), last: day(3) })
    await publish(collection(3), 4)
    expect((await changesFrom(3)).map(({ type, time }) => [type, time])).toEqual([
      ['Create', day(2)],
      ['Delete', day(3)],
      ['Create', day(4)],
    ])
    const moment = await read(({ history }) => history.moment(document(3)))
    expect(moment).toMatchObject({ created: day(2), changed: day(4), isDeleted: false })
  })

  it('does not grow when nothing changes, and never goes back in time', async () => {
    await publish(collection(2), 5)
    expect((await publish(collection(2), 6)).changes).toEqual({ total: 3, first: day(5), last: day(5) })
    expect((await publish(collection(3), 4)).changes).toEqual({ total: 4, first: day(5), last: day(5) })
  })

  it('gives any stretch of many changes', async () => {
    await publish(collection(450), 1)
    const all = await changesFrom(0)
    expect(all).toHaveLength(451)
    for (const [offset, limit] of [
      [0, 1],
      [99, 2],
      [100, 100],
      [399, 60],
      [450, 5],
      [451, 5],
    ] as const)
      expect(await read(({ history }) => history.changes({ offset, limit }))).toEqual(all.slice(offset, offset + limit))
  })

  it('counts another label as a change of all that point to it: they repeat it', async () => {
    const places = [1, 2].map((number) => {
      const place = namedNode(iris.thing('place', `place-${number}`))
      return [
        quad(place, rdfs.label, literal(`Place ${number}`, 'en'), namedNode(iris.graph('derived'))),
        quad(namedNode(document(number)), dcterms.spatial, place, graphOf('document', number)),
      ]
    })
    const quads = [...collection(3), ...places.flat()]
    await publish(quads, 1)
    const place = namedNode(iris.thing('place', 'place-2'))
    const others = quads.filter(({ subject }) => !subject.equals(place))
    await publish([...others, quad(place, rdfs.label, literal('Seoul', 'en'), namedNode(iris.graph('derived')))], 2)
    expect(await changesFrom(6)).toEqual([
      { time: day(2), type: 'Update', iri: document(2) },
      { time: day(2), type: 'Update', iri: place.value },
    ])
    expect((await read(({ history }) => history.moment(document(2))))?.statedChanged).toBe(day(2))
  })

  it('knows the types of documents and what they are part of, also when they are gone', async () => {
    const telegram = 'https://w3id.org/diplomacy/vocab/document-type/telegram'
    const type = quad(namedNode(document(1)), dcterms.type, namedNode(telegram), graphOf('document', 1))
    await publish([...collection(2), type], 1)
    await publish(without(collection(2), 1), 2)
    const moment = await read(({ history }) => history.moment(document(1)))
    expect(moment).toMatchObject({ isDeleted: true, sets: [telegram] })
  })

  it('answers for every kind of thing that is gone', async () => {
    const graph = namedNode(iris.graph('derived'))
    const place = namedNode(iris.thing('place', 'seoul'))
    await publish([...collection(1), quad(place, rdfs.label, literal('Seoul', 'en'), graph)], 1)
    await publish(collection(1), 2)
    expect(await read((opened) => opened.standing(place.value))).toEqual({ standing: 'withdrawn', on: '2020-01-02' })
  })

  it('counts what is said of nodes of others as a change of their graph', async () => {
    const graph = namedNode(iris.graph('vocabulary'))
    const term = quad(dip.Document, rdfs.label, literal('Document', 'en'), graph)
    await publish(collection(1), 1)
    await publish([...collection(1), term], 2)
    expect(await changesFrom(2)).toEqual([{ time: day(2), type: 'Create', iri: graph.value }])
  })
})
