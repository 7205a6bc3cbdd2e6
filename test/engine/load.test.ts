/** Loading a release into stores elsewhere, and answering from them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { remoteData } from '../../src/engine/data.ts'
import { createRemoteEngine } from '../../src/engine/remote/index.ts'
import { load } from '../../src/engine/remote/load.ts'
import { createStore } from '../../src/engine/remote/store.ts'
import type { Release } from '../../src/release/read.ts'
import { BASE, collection, publish } from '../serve/world.ts'
import { LIMITS, TYPES } from './contract.ts'
import { startStore, type TestStore } from './store.ts'

const COUNT = 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }'
const folder = mkdtempSync(join(tmpdir(), 'load-'))
const releases: Release[] = []
const stores: TestStore[] = []
let small: Release
let large: Release
beforeAll(async () => {
  small = await publish(join(folder, 'small'), collection(20))
  large = await publish(join(folder, 'large'), collection(900))
  releases.push(small, large)
})
afterAll(async () => {
  for (const release of releases) await release.close()
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true })
})

const start = async (count: number) => {
  const started = await Promise.all(Array.from({ length: count }, startStore))
  stores.push(...started)
  return started as [TestStore, TestStore]
}
const put = async (release: Release, into: readonly TestStore[], keep = false) => {
  const said: string[] = []
  await load({
    release,
    stores: into.map(createStore),
    grace: 10,
    keep,
    say: (line) => said.push(line),
    onProgress: () => {},
  })
  return said.join(' ')
}
const engineOf = (release: Release, from: readonly TestStore[]) => {
  const data = remoteData(release)
  return createRemoteEngine({ ...LIMITS, stores: from, base: data.base, data })
}
const triplesOf = (release: Release) => String(remoteData(release).triples)

describe('loading', () => {
  test('all of it and nothing else, many graphs in a request; a second time there is nothing to do', async () => {
    const [store] = await start(1)
    await put(large, [store])
    expect(await store.value(COUNT)).toBe(triplesOf(large))
    expect(await store.value('SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }')).toBe(
      String(large.manifest.counts.graphs + 1),
    )
    expect(store.taken.length).toBeLessThan(60)
    expect(await put(large, [store])).toBe(`Version ${large.manifest.version} is there already.`)
  })

  test('a load that was ended has no answers, and goes on where it was', async () => {
    const [store] = await start(1)
    store.failAfter(14)
    await expect(put(large, [store])).rejects.toMatchObject({ code: 'unavailable' })
    await expect(engineOf(large, [store]).find()).rejects.toThrow(/only in part.*goes on where it was/)
    store.failAfter(Number.POSITIVE_INFINITY)
    const before = store.taken.length
    expect(await put(large, [store])).toMatch(/^Going on after [1-9]\d* of \d+ triples\.$/)
    expect(store.taken.slice(before).some((text) => text.includes('/graph/derived>'))).toBe(false)
    expect(store.taken.length - before).toBeLessThan(45)
    expect(await store.value(COUNT)).toBe(triplesOf(large))
  })

  test('what was changed meanwhile is found by its count', async () => {
    const [store] = await start(1)
    await store.update(`INSERT DATA { GRAPH <http://other.example.org/> { <http://a/s> <http://a/p> 1 } }`)
    await expect(put(small, [store])).rejects.toThrow(/other graphs, such as http:\/\/other\.example\.org\//)
    await store.update('DROP ALL')
    await put(small, [store])
    await store.update(`INSERT DATA { GRAPH <${BASE}/graph/derived> { <http://a/s> <http://a/p> 1 } }`)
    await expect(engineOf(small, [store]).find()).rejects.toThrow(/docs\/engines\.md/)
  })
})

describe('answering', () => {
  test('a new version in the free store, without a pause; the old one goes', async () => {
    const both = await start(2)
    await put(small, both)
    const engine = engineOf(small, both)
    const count = async () => new TextDecoder().decode((await engine.query(COUNT, { types: TYPES })).body)
    expect(await count()).toBe(`n\r\n${triplesOf(small)}\r\n`)
    await expect(engine.replace(remoteData(large))).rejects.toThrow(/dragoman load/)
    expect(await count()).toBe(`n\r\n${triplesOf(small)}\r\n`)
    await put(large, both, true)
    expect(await count()).toBe(`n\r\n${triplesOf(small)}\r\n`)
    await engine.replace(remoteData(large))
    expect(await count()).toBe(`n\r\n${triplesOf(large)}\r\n`)
    await put(large, both)
    expect(await both[0].value(COUNT)).toBe('0')
    expect(await count()).toBe(`n\r\n${triplesOf(large)}\r\n`)
    expect(await engine.health()).toMatchObject({ ok: true, generation: remoteData(large).generation })
  })

  test('a store whose data are changed under it gives no answer, and the reason', async () => {
    const [store] = await start(1)
    await put(small, [store])
    const engine = engineOf(small, [store])
    await engine.find()
    await put(large, [store])
    await expect(engine.query(COUNT, { types: TYPES })).rejects.toMatchObject({ code: 'unavailable' })
    expect(await engine.health()).toMatchObject({ ok: false, reason: expect.stringMatching(/and not version/) })
    await put(small, [store])
    expect(await engine.health()).toMatchObject({ ok: true })
  })

  test('no functions of a store that reach beyond the data', async () => {
    const [store] = await start(1)
    await put(small, [store])
    const query = "PREFIX x: <bif:> SELECT (x:file_to_string('a') AS ?a) {}"
    await expect(engineOf(small, [store]).query(query, { types: TYPES })).rejects.toMatchObject({ code: 'refused' })
  })
})
