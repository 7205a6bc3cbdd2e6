/** The sample as a static site, carried by a server that knows of files and folders alone. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS, type Kind } from '../../src/iris.ts'
import { parseTurtleFamily } from '../../src/rdf/parse.ts'
import { exportSample, type FileServer, serveFiles } from '../exported.ts'
import { type Served, serveSample } from '../served.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
const site = join(folder, 'site')
let served: Served
let files: FileServer
let said: string
beforeAll(async () => {
  served = await serveSample()
  said = exportSample(served.release, site)
  files = await serveFiles(site)
})
afterAll(async () => {
  await files?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const below = (path: string): string[] =>
  readdirSync(join(site, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? below(join(path, entry.name)) : [join(path, entry.name)],
  )
const get = async (path: string) => {
  const response = await fetch(files.address + path)
  return { status: response.status, text: await response.text() }
}

describe('a static site', () => {
  test('is whole: the command says so, and leaves nothing beside it', () => {
    expect(said).toMatch(/: \d+ files in /)
    expect(readdirSync(folder)).toEqual(['site'])
  })

  test('every thing that the data speak of has its page and each form, as the service has them', async () => {
    const data = parseTurtleFamily(readFileSync(join(site, 'dumps/all.nq'), 'utf8'), 'nquads')
    const things = new Set(data.flatMap(({ subject }) => /\/id\/([a-z]+\/[^#]+)/.exec(subject.value)?.[1] ?? []))
    expect(things.size).toBeGreaterThan(200)
    const differing: string[] = []
    for (const path of things) {
      const name = `/${encodeURI(path)}`
      expect(KINDS).toContain(path.split('/')[0] as Kind)
      expect((await get(`/id${name}`)).text).toContain(`url=${name}.html`)
      expect((await get(`${name}.html`)).status).toBe(200)
      for (const ending of ['ttl', 'jsonld', 'rdf', 'nt', 'nq', 'trig']) {
        const [there, here] = await Promise.all([fetch(`${served.address}${name}.${ending}`), get(`${name}.${ending}`)])
        if (here.status !== 200 || here.text !== (await there.text())) differing.push(`${name}.${ending}`)
      }
    }
    expect(differing).toEqual([])
  })

  test('no link of any page leads nowhere', { timeout: 300_000 }, async () => {
    const pages = below('').filter((path) => path.endsWith('.html'))
    const known = new Map<string, boolean>()
    const broken: string[] = []
    for (const page of pages)
      for (const [, link = ''] of readFileSync(join(site, page), 'utf8').matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)) {
        const isThere = known.get(link) ?? (await get(link)).status === 200
        known.set(link, isThere)
        if (!isThere) broken.push(`${page}: ${link}`)
      }
    expect(pages.length).toBeGreaterThan(300)
    expect(known.size).toBeGreaterThan(300)
    expect(broken).toEqual([])
  })

  test('lists go on from page to page', async () => {
    const first = readFileSync(join(site, 'person/index.html'), 'utf8')
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]
    expect(next).toBe('/person/page-2.html')
    expect((await get(next ?? '')).text).toContain('rel="prev"')
  })

  test('dumps are there under both names, with checksums that hold', () => {
    const sums = readFileSync(join(site, 'dumps/SHA256SUMS'), 'utf8').trim().split('\n')
    expect(sums.length).toBeGreaterThan(20)
    for (const line of sums) {
      const [sum, name = ''] = line.split(/\s+\*?/)
      const file = readFileSync(join(site, 'dumps', name))
      expect(createHash('sha256').update(file).digest('hex')).toBe(sum)
    }
    const version = readdirSync(join(site, 'dumps')).find((name) => /^[0-9a-f]{12}$/.test(name)) ?? ''
    expect(statSync(join(site, 'dumps', version, 'all.nq')).size).toBe(statSync(join(site, 'dumps/all.nq')).size)
  })

  test.each([
    '404.html',
    'robots.txt',
    'sitemap.xml',
    'sitemap-1.xml',
    'cmif.xml',
    'edges.csv',
    'nodes.csv',
    'dataset.html',
    'dataset.ttl',
    'ontology.html',
    'ontology.ttl',
    'shapes.html',
    'changes.json',
    'changes/1',
    '.well-known/void',
    '.well-known/void.ttl',
    '.well-known/api-catalog',
    'sparql.html',
    'sparql/01.html',
    'sparql/terms.json',
    '.htaccess',
    'nginx.conf',
    '_redirects',
    '_headers',
    'dragoman-export.json',
  ])('has %s', (path) => {
    expect(existsSync(join(site, path))).toBe(true)
  })

  test('examples hold their query, and the engine of the browser is there', async () => {
    const page = readFileSync(join(site, 'sparql/01.html'), 'utf8')
    expect(page).toContain('SELECT')
    const engine = /data-engine="([^"]+)"/.exec(page)?.[1] ?? ''
    const dump = /data-dump="([^"]+)"/.exec(page)?.[1] ?? ''
    for (const path of [engine, engine.replace('web.js', 'web_bg.wasm'), dump])
      expect((await get(path)).status).toBe(200)
  })
})
