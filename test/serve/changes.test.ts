/** O19, O20: the changes feed, and a client that keeps a copy in step by it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { DataFactory } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { quadLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { BASE, collection, iris, publish, startWorld, type World } from './world.ts'

const { namedNode, literal, quad } = DataFactory

interface Page {
  readonly id: string
  readonly type: string
  readonly partOf: { readonly id: string }
  readonly next?: string
  readonly prev?: string
  readonly orderedItems: readonly {
    readonly type: string
    readonly published: string
    readonly object: { readonly id: string; readonly type: string; readonly updated: string }
  }[]
}

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const pathOf = (iri: string) => encodeURI(iri.slice(BASE.length))
const json = async <T>(iri: string) => {
  const answer = await world.ask(pathOf(iri), { headers: { accept: 'application/activity+json' } })
  expect(answer.status).toBe(200)
  return JSON.parse(answer.text) as T
}
const day = (number: number) => `2020-02-0${number}T00:00:00Z`
const release = async (quads: readonly Quad[], number: number) =>
  world.generations.replace(await publish(world.out, quads, day(number)))
const current = () =>
  readFileSync(join(world.generations.current.release.directory, 'dumps/all.nq'), 'utf8').trim().split('\n').sort()

/** A copy of the collection, by the object that each statement came with. */
class Follower {
  readonly #copy = new Map<string, readonly string[]>()
  #until = ''
  /** Called before each request of a thing. */
  onGet: () => Promise<void> = async () => {}

  get lines(): string[] {
    return [...new Set([...this.#copy.values()].flat())].sort()
  }

  /** From the newest page back to what is known; then each thing that changed, as it stands now. */
  async follow(): Promise<void> {
    const { last } = await json<{ last: { id: string } }>(`${BASE}/changes`)
    const changed = new Set<string>()
    let newest = this.#until
    for (let at: string | undefined = last.id; at !== undefined; ) {
      const page: Page = await json<Page>(at)
      for (const { published, object } of page.orderedItems) {
        // Two releases may have one time: what was seen at it may have changed again.
        if (published >= this.#until) changed.add(object.id)
        if (published > newest) newest = published
      }
      at = (page.orderedItems[0]?.published ?? '') >= this.#until ? page.prev : undefined
    }
    for (const iri of changed) {
      await this.onGet()
      this.#copy.set(iri, await this.#get(iri))
    }
    this.#until = newest
  }

  async #get(iri: string): Promise<string[]> {
    const headers = { accept: 'application/n-quads' }
    let answer = await world.ask(pathOf(iri), { headers })
    if (answer.status === 303)
      answer = await world.ask(new URL(String(answer.headers['location'])).pathname, { headers })
    if (answer.status === 410) return []
    // Gone for good, or gone again since the feed was read.
    if (answer.status === 404 || answer.status === 301) return []
    expect(answer.status).toBe(200)
    const isThing = iri.startsWith(`${BASE}/id/`)
    return (await parse(answer.text, 'nquads'))
      .filter(({ subject, graph }) =>
        isThing
          ? subject.value.split('#')[0] === iri && graph.termType === 'NamedNode'
          : !subject.value.startsWith(`${BASE}/id/`),
      )
      .map(quadLine)
  }
}

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
    expect((await world.ask(pathOf(String(entry['url'])))).status).toBe(200)
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
    const early = new Follower()
    await early.follow()
    expect(early.lines).toEqual(current())

    const base = collection(250)
    await release([...without(without(base, 7), 8), titled(3, 'A'), ...collection(253).slice(base.length)], 1)
    const middle = new Follower()
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

    await release([...without(base, 250), titled(5, 'C')], 2)
    for (const follower of [early, middle]) {
      await follower.follow()
      expect(follower.lines).toEqual(current())
    }
  })

  test('finds what was deleted gone: 410', async () => {
    const deleted = (await Promise.all([1, 2, 3].map((n) => world.ask(`/changes/${n}`))))
      .filter(({ status }) => status === 200)
      .flatMap(({ text }) => (JSON.parse(text) as Page).orderedItems)
      .filter(({ type }) => type === 'Delete')
      .map(({ object }) => object.id)
    expect(deleted).toContain(document(250).value)
    expect((await world.ask(pathOf(document(250).value))).status).toBe(410)
  })
})
