/** F01–F12: the dumps as harvesters take them. F09 reads them with other programs too: test/interop/dumps.test.ts. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { StreamParser } from 'n3'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS, type RdfFormat } from '../../src/rdf/formats.ts'
import { quadLine, tripleLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { openRelease, type Release } from '../../src/release/read.ts'
import { type Asked, BASE, collection, publish, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const manifest = () => world.generations.current.release.manifest
const FORMS = Object.values(FORMATS)
const NAMES = ['all', 'stated'].flatMap((name) => FORMS.map(({ extension }) => `${name}.${extension}`))

test.each(NAMES)('F01: %s has its bare media type', async (name) => {
  const { status, headers } = await ask(`/dumps/${name}`, { headers: { 'Accept-Encoding': 'gzip, br' } })
  const form = FORMS.find(({ extension }) => name.endsWith(`.${extension}`))
  expect([status, headers['content-type'], headers['content-encoding']]).toEqual([200, form?.mediaType, undefined])
})

test.each(NAMES)('F02: %s.gz is the same file compressed, not a coding of it', async (name) => {
  const { status, headers, body } = await ask(`/dumps/${name}.gz`, { headers: { 'Accept-Encoding': 'gzip' } })
  expect([status, headers['content-type'], headers['content-encoding']]).toEqual([200, 'application/gzip', undefined])
  expect(gunzipSync(body).equals((await ask(`/dumps/${name}`)).body)).toBe(true)
})

test('F03: who knows no compression finds a file without', async () => {
  const { text } = await ask('/dataset.jsonld')
  const graph = (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph']
  const dumps = graph.filter((node) => String(node['@id']).includes('#dump-'))
  const plain = dumps.filter((node) => node['dcat:compressFormat'] === undefined)
  expect(plain.length).toBe(NAMES.length)
  for (const name of NAMES) expect(text).toContain(`${BASE}/dumps/${manifest().version}/${name}"`)
  // The first of the list, whichever order a harvester reads it in, is one of these.
  expect(String(dumps[0]?.['@id'])).not.toMatch(/-gz$/)
})

test('F04: parts of a file', async () => {
  const whole = await ask('/dumps/all.nt')
  const etag = whole.headers['etag'] ?? ''
  expect(whole.headers['accept-ranges']).toBe('bytes')
  const part = await ask('/dumps/all.nt', { headers: { Range: 'bytes=0-99' } })
  expect([part.status, part.body.equals(whole.body.subarray(0, 100))]).toEqual([206, true])
  expect(part.headers['content-range']).toBe(`bytes 0-99/${whole.body.byteLength}`)
  const tail = await ask('/dumps/all.nt', { headers: { Range: 'bytes=-50', 'If-Range': etag } })
  expect([tail.status, tail.body.equals(whole.body.subarray(-50))]).toEqual([206, true])
  const changed = await ask('/dumps/all.nt', { headers: { Range: 'bytes=0-99', 'If-Range': '"before"' } })
  expect([changed.status, changed.body.equals(whole.body)]).toEqual([200, true])
  expect((await ask('/dumps/all.nt', { headers: { Range: `bytes=${whole.body.byteLength}-` } })).status).toBe(416)
})

test.each([...NAMES, 'records.jsonl.gz', 'SHA256SUMS'])('F05: HEAD of %s', async (name) => {
  const head = await ask(`/dumps/${name}`, { method: 'HEAD' })
  const file = manifest().files.find(({ path }) => path === `dumps/${name}`)
  expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', String(file?.bytes)])
  expect(head.headers['etag']).toMatch(/^"[^"]+"$/)
  expect(head.headers['last-modified']).toBe(new Date(manifest().published).toUTCString())
})

test('F06: what was not changed is not sent again', async () => {
  for (const path of [
    '/dumps/all.nt',
    '/dumps/all.nt.gz',
    `/dumps/${manifest().version}/all.ttl`,
    '/dumps/SHA256SUMS',
  ]) {
    const { headers } = await ask(path)
    for (const condition of [
      { 'If-None-Match': headers['etag'] ?? '' },
      { 'If-Modified-Since': headers['last-modified'] ?? '' },
    ]) {
      const { status, text } = await ask(path, { headers: condition })
      expect([path, status, text]).toEqual([path, 304, ''])
    }
  }
})

test('F07: the checksums are right, dated files stay for ever, undated names lead to the newest', async () => {
  const sums = (await ask('/dumps/SHA256SUMS')).text.trimEnd().split('\n')
  expect(sums).toHaveLength(NAMES.length * 2 + 1)
  for (const line of sums) {
    const [sum, name] = line.split('  ')
    const { version } = manifest()
    const [newest, dated] = await Promise.all([ask(`/dumps/${name}`), ask(`/dumps/${version}/${name}`)])
    expect(createHash('sha256').update(newest.body).digest('hex')).toBe(sum)
    expect(dated.body.equals(newest.body)).toBe(true)
    expect(dated.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(newest.headers['cache-control']).toBe('public, max-age=60')
    expect(newest.headers['content-location']).toBe(`${world.address}/dumps/${version}/${name}`)
  }
})

test('F08: the same input gives the same bytes', async () => {
  const again = mkdtempSync(join(tmpdir(), 'again-'))
  try {
    const release = await publish(again, collection(250))
    const names = readdirSync(join(release.directory, 'dumps'))
    expect(names.length).toBe(NAMES.length * 2 + 2)
    for (const name of names) {
      const [one, other] = [world.generations.current.release.directory, release.directory].map((folder) =>
        readFileSync(join(folder, 'dumps', name)),
      )
      expect([name, one?.equals(other as Buffer)]).toEqual([name, true])
    }
    await release.close()
  } finally {
    rmSync(again, { recursive: true })
  }
})

describe('F09: every file says the same', () => {
  test.each(FORMS)('$label', async ({ key, extension, graphs }) => {
    for (const name of ['all', 'stated']) {
      const { text } = await ask(`/dumps/${name}.${extension}`)
      expect(Buffer.from(text, 'utf8').includes('\uFFFD')).toBe(false)
      const quads = await parse(text, key)
      const reference = await parse((await ask(`/dumps/${name}.nq`)).text, 'nquads')
      const line = graphs ? quadLine : tripleLine
      expect(quads.map(line).sort()).toEqual(reference.map(line).sort())
      expect(quads).toHaveLength(
        manifest().files.find(({ path }) => path === `dumps/${name}.${extension}`)?.triples ?? 0,
      )
    }
  })

  test('letters are themselves, and lines are in the order of their bytes', async () => {
    const { text, body } = await ask('/dumps/all.nt')
    expect(text).toContain('é 𝒳')
    expect(text).not.toMatch(/\\u/i)
    const lines = body.toString('latin1').trimEnd().split('\n')
    expect(lines).toEqual([...lines].sort())
    for (const [iri] of text.matchAll(/<[^>]*>/g)) expect(iri).not.toMatch(/[\s{}|\\^`"]/)
  })
})

test('F10: the dumps are what the documents say, and what the endpoint answers from', async () => {
  const dump = (await ask('/dumps/all.nt')).text.trimEnd().split('\n')
  const query = `CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } FILTER(?g != <${BASE}/graph/release>) }`
  const answered = await ask(`/sparql?query=${encodeURIComponent(query)}`, {
    headers: { Accept: 'application/n-triples' },
  })
  expect([...new Set(answered.text.trimEnd().split('\n'))].sort()).toEqual([...dump].sort())
  const said = new Set<string>()
  for (const [, page = ''] of (await ask('/sitemap-1.xml')).text.matchAll(/<loc>([^<]+)<\/loc>/g))
    for (const line of (await ask(`${page.slice(BASE.length)}.nt`)).text.trimEnd().split('\n')) said.add(line)
  for (const term of ['/vocab/precedence', '/vocab/precedence/urgent', '/ontology'])
    for (const line of (await ask(`${term}.nt`)).text.trimEnd().split('\n')) said.add(line)
  expect(dump.filter((line) => !said.has(line))).toEqual([])
})

describe('a larger release', () => {
  const folder = mkdtempSync(join(tmpdir(), 'larger-'))
  let former: string
  let larger: Release
  beforeAll(async () => {
    former = world.generations.current.release.directory
    larger = await publish(folder, collection(1500))
    world.generations.replace(larger)
  })
  afterAll(async () => {
    world.generations.replace(await openRelease(former))
    rmSync(folder, { recursive: true })
  })
  /** The first 256 KiB, as the probe of a register takes them. */
  const beginning = async (name: string): Promise<Buffer> => {
    const { status, body } = await ask(`/dumps/${name}`, { headers: { Range: 'bytes=0-262143' } })
    expect(status).toBe(206)
    return body
  }

  test.each(['nt', 'nq', 'ttl', 'trig', 'rdf'])(
    'F12: the first 256 KiB of all.%s are enough to read from',
    async (extension) => {
      const plain = await beginning(`all.${extension}`)
      expect(plain.byteLength).toBe(262_144)
      const compressed = gunzipSync(await beginning(`all.${extension}.gz`), { finishFlush: constants.Z_SYNC_FLUSH })
      const { mediaType } = FORMS.find((form) => form.extension === extension) as RdfFormat
      for (const part of [plain, compressed]) expect(await countReadable(part, mediaType)).toBeGreaterThan(100)
    },
  )

  test('F11: a download that a new release overtakes ends with the old file, whole', async () => {
    const path = '/dumps/all.jsonld'
    const wanted = readFileSync(join(larger.directory, path))
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${world.address}${path}`, resolve).once('error', reject).end()
    })
    const etag = String(response.headers.etag)
    const download = response[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const pieces = [(await download.next()).value as Buffer]
    const next = await publish(folder, collection(3))
    world.generations.replace(next)
    // As a build does that keeps one version.
    rmSync(larger.directory, { recursive: true })
    for (let piece = await download.next(); !piece.done; piece = await download.next()) pieces.push(piece.value)
    expect(pieces.length).toBeGreaterThan(1)
    expect(Buffer.concat(pieces).equals(wanted)).toBe(true)
    // Who goes on with the rest of the old file gets the new one, whole.
    const rest = await ask(path, { headers: { Range: 'bytes=100-', 'If-Range': etag } })
    expect([rest.status, rest.body.equals(readFileSync(join(next.directory, path)))]).toEqual([200, true])
    expect((await ask(`/dumps/${larger.manifest.version}/all.jsonld`)).status).toBe(404)
  })
})

/** How many statements a program that reads from the beginning has when the text ends in the middle of one. */
function countReadable(part: Buffer, mediaType: string): Promise<number> {
  const parser = mediaType === 'application/rdf+xml' ? new RdfXmlParser() : new StreamParser({ format: mediaType })
  let count = 0
  return new Promise((resolve) => {
    parser.on('data', () => count++)
    parser.on('error', () => resolve(count))
    parser.on('end', () => resolve(count))
    parser.end(part)
  })
}
