/** D01–D27: what stands at the address of a thing, asked for as crawlers, libraries and browsers ask. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Quad } from '@rdfjs/types'
import jsonld from 'jsonld'
import { DataFactory } from 'n3'
import { canonize } from 'rdf-canonize'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS, formatByMediaType } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { rdfs } from '../../src/rdf/vocabulary/rdfs.ts'
import { openRelease } from '../../src/release/read.ts'
import { withoutGraphs } from '../../src/release/web-document.ts'
import { CHROMIUM, JSON_CLIENTS, RDF_CLIENTS } from './accept.ts'
import { type Answer, type Asked, BASE, iris, LICENSE, publish, startWorld, type World } from './world.ts'

const { namedNode, literal, quad } = DataFactory

/** A name whose letters are decomposed in its slug. */
const KOREAN = '김일성'

let world: World
beforeAll(async () => {
  const person = namedNode(iris.thing('person', KOREAN.normalize('NFKD')))
  const graph = namedNode(iris.graph('derived'))
  const more = [quad(person, rdf.type, dip.Person, graph), quad(person, rdfs.label, literal(KOREAN, 'ko'), graph)]
  world = await startWorld({}, undefined, { more })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const get = (path: string, accept?: string) => ask(path, accept === undefined ? {} : { headers: { Accept: accept } })

const E = '/id/document/wcda-1'
const D = '/document/wcda-1'
const FORMS = Object.values(FORMATS)
/** An E of each kind of slug. */
const THINGS = [E, `/id/person/${encodeURI('ivan-иванов')}`]

/** Follows redirects as a client does; each one has to be absolute and on this server. */
async function follow(path: string, accept?: string): Promise<Answer & { readonly hops: number }> {
  for (let hops = 0, at = path; hops < 5; hops++) {
    const answer = await get(at, accept)
    const { location } = answer.headers
    if (location === undefined) return { ...answer, hops }
    expect(location.startsWith(`${world.address}/`)).toBe(true)
    at = location.slice(world.address.length)
  }
  throw new Error(`${path} leads on and on`)
}

async function quadsOf({ headers, text }: Answer): Promise<Quad[]> {
  const format = formatByMediaType(headers['content-type'] ?? '')
  if (format === undefined) throw new Error(`${headers['content-type']} is no RDF`)
  return parse(text, format.key)
}
const hashOf = async (answer: Answer): Promise<string> =>
  canonize(withoutGraphs(await quadsOf(answer)), { algorithm: 'RDFC-1.0' })

test('D01: a thing leads to its document, which speaks of it', async () => {
  const redirect = await get(E, 'text/turtle')
  expect(redirect.status).toBe(303)
  expect(redirect.headers['location']).toBe(world.address + D)
  expect(redirect.headers['vary']).toMatch(/\bAccept\b/)
  const document = await follow(E, 'text/turtle')
  expect([document.status, document.headers['content-type']]).toEqual([200, 'text/turtle'])
  expect((await quadsOf(document)).some(({ subject }) => subject.value === BASE + E)).toBe(true)
})

test.each([E, D, ...FORMS.map(({ extension }) => `${D}.${extension}`)])(
  'D02: HEAD %s is GET without a body',
  async (path) => {
    for (const accept of ['text/turtle', CHROMIUM]) {
      const [head, whole] = await Promise.all([
        ask(path, { method: 'HEAD', headers: { Accept: accept } }),
        ask(path, { headers: { Accept: accept } }),
      ])
      expect([head.status, head.text]).toEqual([whole.status, ''])
      for (const name of ['location', 'content-type', 'etag', 'link', 'vary', 'last-modified', 'content-location'])
        expect([name, head.headers[name]]).toEqual([name, whole.headers[name]])
      if (head.headers['content-length'] !== undefined)
        expect(head.headers['content-length']).toBe(whole.headers['content-length'])
    }
  },
)

describe('D03: one graph, whatever the program', () => {
  test.each(RDF_CLIENTS)('$name', async ({ accept, extension }) => {
    for (const path of THINGS) {
      const answer = await follow(path, accept)
      const format = FORMS.find((form) => form.extension === extension)
      expect([answer.status, answer.headers['content-type']]).toEqual([200, format?.mediaType])
      expect(await hashOf(answer)).toBe(await hashOf(await follow(path, 'application/n-triples')))
    }
  })
})

test('D04: LDSpider, which follows one redirect, gets RDF/XML', async () => {
  const answer = await follow(E, 'application/rdf+xml, application/xml')
  expect(answer.hops).toBeLessThanOrEqual(1)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/rdf+xml'])
})

test('D05: rdflib gets RDF/XML, not a page', async () => {
  const { headers } = await follow(E, 'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1')
  expect(headers['content-type']).toBe('application/rdf+xml')
})

test('D06: who asks for plain text gets N-Triples', async () => {
  const answer = await follow(E, 'text/plain, */*;q=0.1')
  expect(answer.headers['content-type']).toMatch(/^(application\/n-triples|text\/plain)/)
  for (const line of answer.text.trimEnd().split('\n')) expect(line).toMatch(/^<\S+> <\S+> .+ \.$/)
})

test('D07: a browser gets a page', async () => {
  expect((await get(E, CHROMIUM)).status).toBe(303)
  expect((await follow(E, CHROMIUM)).headers['content-type']).toBe('text/html; charset=utf-8')
})

test('D08: who takes anything gets the same each time, with a link to each syntax', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => follow(E, i % 2 === 0 ? '*/*' : undefined)))
  expect(new Set(answers.map(({ headers }) => headers['content-type']))).toEqual(new Set(['text/html; charset=utf-8']))
  for (const { mediaType, extension } of FORMS)
    expect(answers[0]?.headers['link']).toContain(
      `<${world.address}${D}.${extension}>; rel="alternate"; type="${mediaType}"`,
    )
})

test('D09: who wants no HTML gets none', async () => {
  expect((await follow(E, 'text/html;q=0, */*')).headers['content-type']).toBe('text/turtle')
})

test('D10: the higher quality wins', async () => {
  const { headers } = await follow(E, 'text/turtle;q=0.2, application/ld+json;q=0.9')
  expect(headers['content-type']).toBe('application/ld+json')
})

test.each(JSON_CLIENTS)('D11: $accept is JSON-LD', async ({ accept }) => {
  const answer = await follow(E, accept)
  expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/ld+json'])
  expect(JSON.parse(answer.text)).toHaveProperty('@context')
})

test('D12: what is not to be had names what is', async () => {
  for (const path of [D, '/dataset', '/ontology', '/graph/derived', '/', '/document/']) {
    const { status, headers } = await get(path, 'image/png')
    expect([path, status]).toEqual([path, 406])
    expect(headers['link']).toContain('rel="alternate"')
    expect(headers['vary']).toMatch(/\bAccept\b/)
    expect(headers['access-control-allow-origin']).toBe('*')
  }
})

test.each([';;q=', 'x'.repeat(8000), 'text/turtle;q=2', ',;,', 'text/turtle;q=é', '*'])(
  'D13: a malformed Accept is no fault of ours: %.20s',
  async (accept) => {
    for (const path of [E, D, '/dataset', '/sparql', '/dumps/']) {
      const { status } = await ask(path, { headers: { Accept: Buffer.from(accept).toString('latin1') } })
      expect(status).toBeLessThan(500)
    }
  },
)

test.each(['text/turtle', 'application/ld+json', CHROMIUM, '*/*'])('D14: an unknown thing, %s', async (accept) => {
  for (const path of ['/id/document/unknown', '/document/unknown', '/document/unknown.ttl']) {
    const { status, headers, text } = await get(path, accept)
    expect([status, headers['location']]).toEqual([404, undefined])
    expect(headers['content-type']).toMatch(accept === CHROMIUM ? /^text\/html/ : /^application\/problem\+json/)
    expect(text).toContain('front page')
  }
})

test('D15: a withdrawn thing is gone in every form', async () => {
  const paths = ['/id/document/wcda-901', '/document/wcda-901']
  for (const path of [...paths, ...FORMS.map(({ extension }) => `/document/wcda-901.${extension}`)]) {
    const { status, headers, text } = await get(path)
    expect([path, status]).toEqual([path, 410])
    expect(text).toContain('2020-01-02')
    expect(headers['cache-control']).toBe('public, max-age=60')
  }
})

test('D16: what was not changed is not sent again', async () => {
  for (const path of [D, `${D}.ttl`, '/dataset', '/', '/document/', '/dumps/all.nt', '/sitemap.xml', '/robots.txt']) {
    const { headers } = await get(path)
    for (const condition of [
      { 'If-None-Match': headers['etag'] ?? '' },
      ...(headers['last-modified'] === undefined ? [] : [{ 'If-Modified-Since': headers['last-modified'] }]),
    ]) {
      const again = await ask(path, { headers: condition })
      expect([path, again.status, again.text]).toEqual([path, 304, ''])
      for (const name of ['etag', 'vary', 'cache-control'])
        expect([path, name, again.headers[name]]).toEqual([path, name, headers[name]])
    }
    expect((await ask(path, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
  }
})

test('D17: each form and coding has a tag of its own, the same after a restart', async () => {
  const asked = [CHROMIUM, ...FORMS.map(({ mediaType }) => mediaType)].flatMap((accept) =>
    ['identity', 'gzip', 'br'].map((coding) => ({ Accept: accept, 'Accept-Encoding': coding })),
  )
  const tags = () => Promise.all(asked.map(async (headers) => (await ask(D, { headers })).headers['etag'] ?? ''))
  const before = await tags()
  expect(new Set(before).size).toBe(asked.length)
  for (const tag of before) expect(tag).toMatch(/^"[^"]+"$/)
  // As a restart does: nothing is left in memory, all is read from the files again.
  world.generations.replace(await openRelease(world.generations.current.release.directory))
  expect(await tags()).toEqual(before)
})

test('D18: the address of a form gives that form, and addresses of things look like no file', async () => {
  for (const { extension, mediaType } of FORMS)
    for (const accept of [CHROMIUM, 'text/turtle', 'image/png', '*/*'])
      expect((await get(`${D}.${extension}`, accept)).headers['content-type']).toBe(mediaType)
  expect((await get(`${D}.html`, 'text/turtle')).headers['content-type']).toBe('text/html; charset=utf-8')
  const sitemap = await get('/sitemap-1.xml')
  expect(sitemap.text).not.toMatch(/\.(?:json|jsonld|ttl|nt|html?|txt|pdf|rdf)<\/loc>/)
})

test.each([
  ['gzip', 'gzip', gunzipSync],
  ['br', 'br', brotliDecompressSync],
  ['identity', undefined, (body: Buffer) => body],
  [undefined, undefined, (body: Buffer) => body],
] as const)('D19: Accept-Encoding: %s', async (asked, coding, decode) => {
  for (const [path, vary] of [[`${D}.nt`, /^Accept-Encoding$/] as const, [D, /^Accept, Accept-Encoding$/] as const]) {
    const answer = await ask(path, { headers: asked === undefined ? {} : { 'Accept-Encoding': asked } })
    expect(answer.headers['content-encoding']).toBe(coding)
    expect(answer.headers['vary']).toMatch(vary)
    expect(decode(answer.body).toString('utf8')).toBe((await get(path)).text)
  }
})

describe('D20: a thing has one address', () => {
  const korean = (form: 'NFC' | 'NFD') => `/id/person/${encodeURI(KOREAN.normalize(form))}`
  test.each([
    [`${E}/`, E],
    [`${D}/`, D],
    ['/id/document/%77cda-1', D],
    ['/document/%77cda-1', D],
    ['/document/%77cda-1.ttl', `${D}.ttl`],
    ['/id/document/WCDA-1', E],
    ['/document/WCDA-1', D],
    [korean('NFC'), korean('NFD')],
    [korean('NFC').replace('/id', ''), korean('NFD').replace('/id', '')],
    ['/id/document/wcda-902', E],
  ])('%s leads to %s', async (path, canonical) => {
    const { status, headers } = await get(path)
    expect([status === 301 || status === 303, headers['location']]).toEqual([true, world.address + canonical])
    expect((await follow(path)).status).toBe(200)
  })
  test.each(['/id/document/unknown/', `${D}//`, '/id//document/wcda-1', '/ID/document/wcda-1', '/id/person/', '/id/'])(
    '%s is none',
    async (path) => {
      expect((await follow(path)).status).toBe(404)
    },
  )
  test('pages name their address', async () => {
    expect((await get(`${D}?utm_source=x`)).text).toContain(`<link rel="canonical" href="${BASE}${E}"/>`)
  })
})

test.each(FORMS)('D21: $label says what it is about, under which licence, in which dataset', async ({ extension }) => {
  const quads = await quadsOf(await get(`${D}.${extension}`))
  const about = quads.filter(({ subject }) => subject.value === BASE + D)
  const values = (property: string) =>
    about.filter(({ predicate }) => predicate.value === property).map(({ object }) => object.value)
  expect(values('http://xmlns.com/foaf/0.1/primaryTopic')).toEqual([BASE + E])
  expect(values('http://purl.org/dc/terms/license')).toEqual([LICENSE])
  expect(values('http://rdfs.org/ns/void#inDataset')).toEqual([`${BASE}/dataset`])
})

test('D22: JSON-LD needs nothing from elsewhere', async () => {
  const { text } = await get(`${D}.jsonld`)
  const documentLoader = (url: string): never => {
    throw new Error(`${url} would be loaded`)
  }
  const quads = (await jsonld.toRDF(JSON.parse(text), { documentLoader })) as unknown as Quad[]
  expect(quads.some(({ subject }) => subject.value === BASE + E)).toBe(true)
})

test('D23: a JSON-LD processor finds the data of a page by its header', async () => {
  for (const path of [D, `${D}.html`]) {
    const { headers } = await get(path, CHROMIUM)
    const found = [...(headers['link'] ?? '').matchAll(/<([^>]+)>; rel="alternate"; type="application\/ld\+json"/g)]
    expect(found.map(([, address]) => address)).toEqual([`${world.address}${D}.jsonld`])
  }
  // jsonld.js knows no second alternate beside the one; it asks for JSON-LD and so has no need of it.
  const quads = (await jsonld.toRDF((world.address + D) as never)) as unknown as Quad[]
  expect(quads.some(({ subject }) => subject.value === BASE + E)).toBe(true)
})

test('D24: a page names its forms and its language, and says all without script', async () => {
  for (const path of [D, `/person/${encodeURI('ivan-иванов')}`, '/dataset', '/ontology']) {
    const { text } = await get(path, CHROMIUM)
    expect(text).toContain('<html lang="en">')
    for (const { mediaType, extension } of FORMS)
      expect(text).toContain(`<link rel="alternate" type="${mediaType}" href="${path}.${extension}"`)
    expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
    expect(text).toMatch(/<main id="main">.*<h1[ >]/s)
  }
})

test('D25: a page elsewhere may ask, and may read what it needs', async () => {
  const asked = { Origin: 'https://elsewhere.example', 'Access-Control-Request-Headers': 'accept' }
  const { status, headers } = await ask(E, { method: 'OPTIONS', headers: asked })
  expect(status).toBe(204)
  expect(headers['access-control-allow-origin']).toBe('*')
  expect(headers['access-control-allow-headers']).toMatch(/\bAccept\b/i)
  expect(headers['access-control-allow-methods']).toBe('GET, HEAD, OPTIONS')
  for (const path of [E, D, '/id/document/unknown']) {
    const { headers: given } = await ask(path, { headers: asked })
    for (const name of ['Link', 'ETag', 'Content-Location', 'Vary'])
      expect(given['access-control-expose-headers']).toContain(name)
  }
})

test.each(['PUT', 'POST', 'DELETE', 'PATCH'])('D26: %s is not allowed', async (method) => {
  for (const path of [E, D, '/dumps/all.nt', '/dataset', '/']) {
    const { status, headers } = await ask(path, { method })
    expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS'])
  }
})

test('D27: fragments come with what they are fragments of', async () => {
  for (const [path, part] of [
    [D, `${BASE}${E}#act-1`],
    ['/ontology', dip.Telegram.value],
    ['/dataset', `${BASE}/dataset#dump-all-nt`],
  ] as const) {
    const answer = await get(path, 'text/turtle')
    expect(answer.status).toBe(200)
    expect((await quadsOf(answer)).some(({ subject }) => subject.value === part)).toBe(true)
  }
})

test('what is kept how long', async () => {
  const { version } = world.generations.current.release.manifest
  for (const [path, kept] of [
    [E, 'public, max-age=60'],
    [D, 'public, max-age=60'],
    ['/dataset', 'public, max-age=60'],
    ['/dumps/all.nt', 'public, max-age=60'],
    [`/dumps/${version}/all.nt`, 'public, max-age=31536000, immutable'],
    ['/robots.txt', 'public, max-age=86400'],
    ['/sparql?query=ASK%7B%7D', 'public, no-cache'],
    ['/health', 'no-store'],
    ['/document/unknown', 'public, max-age=60'],
  ] as const)
    expect([path, (await get(path)).headers['cache-control']]).toEqual([path, kept])
})

describe('a thing that thousands of others point to', () => {
  const MANY = 5000
  const folder = mkdtempSync(join(tmpdir(), 'links-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('its data are what is said of it, its page has the links in pages', async () => {
    const hub = namedNode(iris.thing('person', 'everybody'))
    const graph = namedNode(iris.graph('derived'))
    const pointing = (n: number) => {
      const place = namedNode(iris.thing('place', `place-${n}`))
      return [quad(place, dip.mentions, hub, graph), quad(place, rdfs.label, literal(`Place ${n}`, 'en'), graph)]
    }
    const quads = Array.from({ length: MANY }, (_, n) => pointing(n)).flat()
    const own = [quad(hub, rdf.type, dip.Person, graph), quad(hub, rdfs.label, literal('Everybody', 'en'), graph)]
    const former = world.generations.current.release.directory
    world.generations.replace(await publish(folder, [...own, ...quads]))
    try {
      for (const { extension } of FORMS) {
        const { status, body } = await get(`/person/everybody.${extension}`)
        expect([extension, status, body.byteLength < 10_000]).toEqual([extension, 200, true])
      }
      const first = await get('/person/everybody', CHROMIUM)
      expect(first.body.byteLength).toBeLessThan(50_000)
      expect(first.text).toContain('?page=2')
      // The first page has the first of each property, those after it have all.
      const last = await get(`/person/everybody?page=${MANY / 100 + 1}`, CHROMIUM)
      expect([last.status, last.text.includes('4,901–5,000 of 5,000')]).toEqual([200, true])
      expect((await get(`/person/everybody?page=${MANY / 100 + 2}`, CHROMIUM)).status).toBe(404)
    } finally {
      world.generations.replace(await openRelease(former))
    }
  })
})
