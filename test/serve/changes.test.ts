/** O19, O20: the changes feed, and a client that keeps a copy in step by it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { Follower, getJson, type Page, pathOf } from './follower.ts'
import { BASE, collection, iris, publish, startWorld, type World } from './world.ts'

const { namedNode, literal, quad } = DataFactory

let world: World
/** Fewer documents, so that a follower has less to ask for. */
let small: World
beforeAll(async () => {
  ;[world, small] = await Promise.all([startWorld(), startWorld({}, undefined, { quads: collection(FEW) })])
})
afterAll(async () => {
  for (const { faults } of [world, small]) expect(faults).toEqual([])
  await Promise.all([world.close(), small.close()])
})

const FEW = 40

const json = <T>(iri: string) => getJson<T>(world.ask, BASE, iri)
const day = (number: number) => `2020-02-0${number}T00:00:00Z`
const release = async (quads: readonly Quad[], number: number) =>
  small.generations.replace(await publish(small.out, quads, day(number)))
const current = () =>
  readFileSync(join(small.generations.current.release.directory, 'dumps/all.nq'), 'utf8').trim().split('\n').sort()

const document = (number: number) => namedNode(iris.thing('document', `wcda-${number}`))
const graphOf = (family: string, number: number) => namedNode(iris.graph(`${family}/wcda-${number}`))
const without = (quads: readonly Quad[], number: number) =>
  quads.filter(({ graph }) => !graph.value.endsWith(`/wcda-${number}`))
const titled = (number: number, title: string) =>
  quad(document(number), dcterms.alternative, literal(title, 'en'), graphOf('document', number))

describe('O19: the feed', () => {
  test('is an OrderedCollection that leads to pages, and to the whole', async () => {
    const entry = await json<Record<string, unknown> & { first: Page; last: Page; totalItems: number }>(
      `${BASE}/changes`,
    )
    expect(entry).toMatchObject({ type: 'OrderedCollection', id: `${BASE}/changes`, url: `${BASE}/dumps/all.nq.gz` })
    expect((await world.ask(pathOf(BASE, String(entry['url'])))).status).toBe(200)
    expect(entry.first).toEqual({ type: 'OrderedCollectionPage', id: `${BASE}/changes/1` })
    expect(entry.last).toEqual({ type: 'OrderedCollectionPage', id: `${BASE}/changes/2` })
    let page: Page | undefined = await json<Page>(entry.first.id)
    let count = 0
    const ids: string[] = []
    for (; page !== undefined; page = page.next === undefined ? undefined : await json<Page>(page.next)) {
      expect(page.partOf.id).toBe(entry['id'])
      ids.push(page.id)
      count += page.orderedItems.length
      for (const { published, object } of page.orderedItems) {
        expect(published).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
        expect(object.updated).toBe(published)
      }
    }
    expect(ids.at(-1)).toBe(entry.last.id)
    expect(count).toBe(entry.totalItems)
    expect(entry.totalItems).toBe(250 + 1 + 1)
  })

  test('answers in the media types of activities, JSON-LD and plain JSON, also to who names none of them', async () => {
    for (const [accept, type] of [
      ['application/activity+json', 'application/activity+json'],
      ['application/ld+json; profile="https://www.w3.org/ns/activitystreams"', 'application/ld+json'],
      ['application/json+ld', 'application/ld+json'],
      ['text/html', 'application/activity+json'],
    ] as const) {
      const { status, headers } = await world.ask('/changes', { headers: { accept } })
      expect([accept, status, headers['content-type']]).toEqual([accept, 200, type])
    }
  })

  test('lets a full page be kept for ever, and the newest be asked for again', async () => {
    const [full, newest] = [await world.ask('/changes/1'), await world.ask('/changes/2')]
    expect(full.headers['cache-control']).toContain('immutable')
    expect(newest.headers['cache-control']).not.toContain('immutable')
    const again = await world.ask('/changes/2', { headers: { 'if-none-match': String(newest.headers['etag']) } })
    expect(again.status).toBe(304)
    for (const path of ['/changes/0', '/changes/3', '/changes/01', '/changes/x'])
      expect([path, (await world.ask(path)).status]).toEqual([path, 404])
  })
})

describe('O20: whoever follows the feed', () => {
  test('has exactly the newest, from any release on, also when one is published on the way', async () => {
    const early = new Follower(small.ask, BASE)
    await early.follow()
    expect(early.lines).toEqual(current())

    const base = collection(FEW)
    await release([...without(without(base, 7), 8), titled(3, 'A'), ...collection(FEW + 3).slice(base.length)], 1)
    const middle = new Follower(small.ask, BASE)
    await middle.follow()
    expect(middle.lines).toEqual(current())

    let requests = 0
    early.onGet = async () => {
      // In the middle of its walk: one changed back, others changed, gone, come back.
      if (++requests === 3) await release([...without(base, 9), titled(4, 'B')], 2)
    }
    await early.follow()
    expect(requests).toBeGreaterThan(3)
    early.onGet = async () => {}
    await early.follow()
    await middle.follow()
    expect(early.lines).toEqual(current())
    expect(middle.lines).toEqual(current())

    await release([...without(base, FEW), titled(5, 'C')], 2)
    for (const follower of [early, middle]) {
      await follower.follow()
      expect(follower.lines).toEqual(current())
    }
  })

  test('finds what was deleted gone: 410', async () => {
    const deleted = (await Promise.all([1, 2, 3].map((n) => small.ask(`/changes/${n}`))))
      .filter(({ status }) => status === 200)
      .flatMap(({ text }) => (JSON.parse(text) as Page).orderedItems)
      .filter(({ type }) => type === 'Delete')
      .map(({ object }) => object.id)
    expect(deleted).toContain(document(FEW).value)
    expect((await small.ask(pathOf(BASE, document(FEW).value))).status).toBe(410)
  })
})
