/** The real command, answering from stores elsewhere. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { load } from '../../src/engine/remote/load.ts'
import { createStore } from '../../src/engine/remote/store.ts'
import type { Release } from '../../src/release/read.ts'
import { collection, publish } from '../serve/world.ts'
import { startStore, type TestStore } from './store.ts'

const cli = join(import.meta.dirname, '../../dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'serve-engine-'))
const stores: TestStore[] = []
const children: ChildProcess[] = []
beforeAll(async () => {
  stores.push(await startStore(), await startStore())
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(async () => {
  for (const store of stores) await store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What the command says until a line of it matches, or it ends. */
function serve(out: string, engine: string, until: RegExp) {
  const child = spawn(process.execPath, [cli, 'serve', out, '--port', '0', '--engine', engine], { stdio: 'pipe' })
  children.push(child)
  return new Promise<{ readonly said: string; readonly code?: number | null }>((resolve) => {
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said += piece
      if (until.test(said)) resolve({ said })
    })
    child.once('exit', (code) => resolve({ said, code }))
  })
}
const put = (release: Release) =>
  load({ release, stores: stores.map(createStore), grace: 2500, say: () => {}, onProgress: () => {} })
const addressIn = (said: string) => /at (http:\S+)\//.exec(said)?.[1] ?? ''

test('a store that is down is said and waited for; the pages are served', async () => {
  const out = join(folder, 'down')
  const release = await publish(out, collection(3))
  const { said } = await serve(out, 'http://127.0.0.1:9/sparql', /Serving .*\n/)
  expect(said).toMatch(/^The SPARQL store cannot be reached \(.*\)\. Pages are served;/)
  const health = await fetch(`${addressIn(said)}/health`)
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { status: 'failing', reason: expect.stringMatching(/cannot be reached/) },
  ])
  expect((await fetch(`${addressIn(said)}/document/wcda-1.ttl`)).status).toBe(200)
  expect((await fetch(`${addressIn(said)}/sparql?query=ASK%7B%7D`)).status).toBe(503)
  await release.close()
}, 60_000)

test('a store without the release ends it with one sentence', async () => {
  const out = join(folder, 'empty')
  const release = await publish(out, collection(3))
  const { said, code } = await serve(out, stores[0]?.endpoint ?? '', /never/)
  expect([code, said]).toEqual([
    3,
    `The SPARQL store has no release of this collection and not version ${release.manifest.version}, which is to be served. Put it there with dragoman load.\n`,
  ])
  await release.close()
}, 60_000)

test('a new version is taken over when a store has it, without a failed query', async () => {
  const out = join(folder, 'two')
  const first = await publish(out, collection(3))
  await put(first)
  const { said } = await serve(out, stores.map(({ endpoint }) => endpoint).join(','), /Serving .*\n/)
  const address = addressIn(said)
  const version = async () =>
    ((await (await fetch(`${address}/health`)).json()) as { readonly version: string }).version
  const statuses: number[] = []
  let isAsking = true
  const asking = (async () => {
    while (isAsking) {
      const { status } = await fetch(`${address}/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D`)
      statuses.push(status)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })()
  const second = await publish(out, collection(40))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(await version()).toBe(first.manifest.version)
  await put(second)
  for (let tries = 0; (await version()) !== second.manifest.version && tries < 100; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await version()).toBe(second.manifest.version)
  isAsking = false
  await asking
  expect(statuses.length).toBeGreaterThan(20)
  expect(new Set(statuses)).toEqual(new Set([200]))
  expect(await stores[0]?.value('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')).toBe('0')
  await first.close()
  await second.close()
}, 60_000)
