import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { currentFolder, openRelease } from '../../src/release/read.ts'
import { isComplete, readManifest } from '../../src/release/versions.ts'

const KILLS = 20
const dist = (path: string) => pathToFileURL(join(import.meta.dirname, '../../dist', path)).href

/** Builds one release after another, each a little different, in a process of its own. */
const BUILDER = `
import { createIris } from '${dist('iris.js')}'
import { takeLock } from '${dist('release/lock.js')}'
import { ReleaseWriter } from '${dist('release/write.js')}'
const [out, rounds, statements] = process.argv.slice(1)
const iris = createIris('http://example.org')
const facts = {
  collection: { dataset: {}, noindex: false }, tool: { name: 'test', version: '0' }, inputs: [], stale: [], conforms: true, published: new Date().toISOString(),
  keepVersions: 2, ended: 'slug,status,key,target,label,reason,ended,first,version\\n',
  report: [{ name: 'problems.csv', mediaType: 'text/csv', pieces: ['code\\n'] }],
  describe: () => '', beforeSwitch: () => lock.verify(),
}
const lock = takeLock(out)
process.stdout.write('.')
for (let round = 0; round < Number(rounds); round++) {
  const writer = new ReleaseWriter(out, iris)
  const seed = Math.random()
  for (let i = 0; i < Number(statements); i++) {
    const subject = iris.thing('document', 'd' + (i % 100))
    writer.addLines(['<' + subject + '> <http://purl.org/dc/terms/title> "' + seed + ' ' + i + '" <' + iris.graph('document/d' + (i % 100)) + '> .'])
  }
  await writer.finish(facts)
}
lock.release()
`

const folders = ['one', 'two'].map(() => mkdtempSync(join(tmpdir(), 'kill-')))
afterAll(() => {
  for (const out of folders) rmSync(out, { recursive: true, force: true })
})

const args = (out: string, rounds: number, statements = 500) =>
  ['--input-type=module', '-e', BUILDER, out, rounds, statements].map(String)
const start = (out: string, rounds: number) =>
  spawn(process.execPath, args(out, rounds), { stdio: ['ignore', 'pipe', 'inherit'] })
const ended = (child: ChildProcess) => new Promise<number | null>((resolve) => child.once('exit', resolve))

/** The published version is whole: every file has its length, the data the hash that names it. */
async function expectWhole(out: string): Promise<void> {
  const folder = currentFolder(out) ?? ''
  const manifest = readManifest(folder)
  if (manifest === undefined) throw new Error(`${folder} has no manifest`)
  expect(isComplete(folder, manifest)).toBe(true)
  const hash = createHash('sha256')
    .update(readFileSync(join(folder, 'dumps/all.nq')))
    .digest('hex')
  expect(hash.slice(0, 12)).toBe(manifest.version)
  const release = await openRelease(folder)
  expect(await release.describe('http://example.org/id/document/d42')).toHaveLength(5)
  await release.close()
}

async function killAndBuild(out: string): Promise<void> {
  expect(await ended(start(out, 1))).toBe(0)
  for (let kill = 0; kill < KILLS / folders.length; kill++) {
    const child = start(out, 1000)
    const exit = ended(child)
    await new Promise((resolve) => child.stdout.once('data', resolve))
    await setTimeout(Math.random() * 400)
    child.kill('SIGKILL')
    await exit
    await expectWhole(out)
  }
  expect(await ended(start(out, 1))).toBe(0)
  await expectWhole(out)
  expect(readdirSync(out).sort()).toEqual(['current', 'versions'])
  for (const name of readdirSync(join(out, 'versions')))
    expect(statSync(join(out, 'versions', name)).isDirectory()).toBe(true)
}

it(`survives ${KILLS} kills at any moment of a build`, { timeout: 90_000 }, async () => {
  await Promise.all(folders.map(killAndBuild))
})

it.skipIf(process.platform === 'win32')('leaves the published version where the disk takes no more', async () => {
  const [out = ''] = folders
  // Files of at most 200 blocks of 512 or 1024 bytes: the dumps do not fit.
  const script = 'ulimit -f 200 && exec "$0" "$@"'
  const { status, stderr } = spawnSync('sh', ['-c', script, process.execPath, ...args(out, 1, 5000)], {
    encoding: 'utf8',
  })
  expect(status).not.toBe(0)
  expect(stderr).toContain('EFBIG')
  await expectWhole(out)
  expect(await ended(start(out, 1))).toBe(0)
  await expectWhole(out)
})
