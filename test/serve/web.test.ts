import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { canonize } from 'rdf-canonize'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FORMATS } from '../../src/rdf/formats.ts'
import { parse } from '../../src/rdf/parse.ts'
import { withoutGraphs } from '../../src/release/web-document.ts'
import { type Asked, BASE, LICENSE, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const get = (path: string, accept?: string) => ask(path, accept === undefined ? {} : { headers: { Accept: accept } })

const THING = '/id/document/wcda-1'
const PAGE = '/document/wcda-1'
const TURTLE = 'text/turtle'

describe('a table of requests', () => {
  test.each([
    ['GET', THING, TURTLE, 303, { location: /^http:\/\/127.*\/document\/wcda-1$/, vary: /Accept/ }],
    ['HEAD', THING, TURTLE, 303, { location: /\/document\/wcda-1$/ }],
    ['GET', PAGE, TURTLE, 200, { 'content-type': /^text\/turtle$/, 'content-location': /\/document\/wcda-1\.ttl$/ }],
    ['GET', PAGE, '*/*', 200, { 'content-type': /^text\/html; charset=utf-8$/, link: /wcda-1\.ttl>; rel="alternate"/ }],
    ['GET', PAGE, 'image/png', 406, { link: /rel="alternate"/, vary: /Accept/, 'content-type': /problem\+json/ }],
    ['GET', PAGE, ';;q=', 200, {}],
    ['GET', `${PAGE}.rdf`, 'text/html', 200, { 'content-type': /^application\/rdf\+xml$/, vary: /^Accept-Encoding$/ }],
    ['GET', `${PAGE}.xyz`, '*/*', 404, {}],
    ['GET', `${PAGE}/`, '*/*', 301, { location: /\/document\/wcda-1$/ }],
    ['GET', '/document/%77cda-1', '*/*', 301, { location: /\/document\/wcda-1$/ }],
    ['GET', '/id/person/ivan-%D0%B8%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2', '*/*', 303, { location: /ivan-%D0%B8/ }],
    ['GET', '/person/ivan-%D0%B8%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2', '*/*', 200, { 'content-type': /html/ }],
    ['GET', '/id/document/unknown', TURTLE, 404, { 'content-type': /problem\+json/ }],
    ['GET', '/id/document/unknown', 'text/html', 404, { 'content-type': /text\/html/ }],
    ['GET', '/id/nothing/x', '*/*', 404, {}],
    ['GET', '/id/document/wcda-901', TURTLE, 410, {}],
    ['GET', '/document/wcda-901.ttl', '*/*', 410, {}],
    ['GET', '/id/document/wcda-902', '*/*', 301, { location: /\/id\/document\/wcda-1$/ }],
    ['GET', '/document/wcda-902.nt', '*/*', 301, { location: /\/document\/wcda-1\.nt$/ }],
    ['POST', THING, '*/*', 405, { allow: /^GET, HEAD, OPTIONS$/ }],
    ['DELETE', PAGE, '*/*', 405, { allow: /GET/ }],
    ['GET', '/document/%', '*/*', 400, {}],
    ['GET', '/document/%ff', '*/*', 400, {}],
    ['GET', '/../../etc/passwd', '*/*', 404, {}],
    ['GET', '/dumps/..%2fmanifest.json', '*/*', 404, {}],
    ['GET', '/', 'text/html', 200, { 'content-type': /html/ }],
    ['GET', '/document', '*/*', 301, { location: /\/document\/$/ }],
    ['GET', '/document/', '*/*', 200, { 'content-type': /html/ }],
    ['GET', '/document/?page=3', '*/*', 200, {}],
    ['GET', '/document/?page=4', '*/*', 404, {}],
    ['GET', '/event/', '*/*', 200, {}],
    ['GET', '/graph/document/wcda-1', TURTLE, 200, { 'content-type': /turtle/ }],
    ['GET', '/graph/nothing', TURTLE, 404, {}],
    ['GET', '/ontology', TURTLE, 200, {}],
    ['GET', '/ontology', 'text/html', 200, { 'content-type': /html/ }],
    ['GET', '/shapes.ttl', '*/*', 200, { 'content-type': /turtle/ }],
    ['GET', '/vocab/precedence', TURTLE, 200, {}],
    ['GET', '/vocab/precedence/urgent', 'application/ld+json', 200, { 'content-type': /ld\+json/ }],
    ['GET', '/vocab/precedence/never', TURTLE, 404, {}],
    ['GET', '/vocab/precedence/urgent', 'text/html', 200, { 'content-type': /html/ }],
    ['GET', '/vocab/precedence/urgent.nt', '*/*', 200, { 'content-type': /n-triples/ }],
    ['GET', '/vocab/', TURTLE, 404, {}],
    ['GET', '/graph/document/wcda-1.html', '*/*', 404, {}],
    ['GET', '/graph/document/wcda-1.jsonld', '*/*', 200, { 'content-type': /ld\+json/ }],
    ['GET', '/graph/document/wcda-1', 'text/html,*/*;q=0.8', 200, { 'content-type': /turtle/ }],
    ['GET', '/dataset', 'application/rdf+xml, text/turtle, application/ld+json', 200, { 'content-type': /turtle/ }],
    ['GET', '/dataset', 'text/html', 200, { 'content-type': /html/ }],
    ['GET', '/.well-known/void', 'application/rdf+xml, application/x-turtle', 200, { 'content-type': /rdf\+xml/ }],
    ['GET', '/.well-known/void', '*/*', 200, { 'content-type': /turtle/ }],
    ['GET', '/document/wcda-1.bib', '*/*', 200, { 'content-type': /^application\/x-bibtex$/ }],
    ['GET', '/document/wcda-1.txt', '*/*', 404, {}],
    ['GET', '/document/wcda-901.ris', '*/*', 410, {}],
    ['GET', '/document/wcda-902.csl.json', '*/*', 301, { location: /\/document\/wcda-1\.csl\.json$/ }],
    ['GET', '/edges.csv', '*/*', 200, { 'content-type': /^text\/csv; charset=utf-8$/ }],
    ['GET', '/robots.txt', '*/*', 200, { 'content-type': /^text\/plain/ }],
    ['GET', '/style.css', '*/*', 200, { 'content-type': /^text\/css/ }],
    ['GET', '/favicon.ico', '*/*', 404, {}],
    ['GET', '/health', '*/*', 200, { 'cache-control': /no-store/ }],
    [
      'OPTIONS',
      THING,
      '*/*',
      204,
      { 'access-control-allow-methods': /GET/, 'access-control-allow-headers': /accept/i },
    ],
  ] as const)('%s %s, Accept: %s → %i', async (method, path, accept, status, headers) => {
    const answer = await ask(path, { method, headers: { Accept: accept, Origin: 'http://elsewhere.example' } })
    expect(answer.status).toBe(status)
    for (const [name, pattern] of Object.entries(headers))
      expect([name, answer.headers[name]]).toEqual([name, expect.stringMatching(pattern)])
    expect(answer.headers['access-control-allow-origin']).toBe('*')
  })
})

describe('the data of a page', () => {
  const formats = Object.values(FORMATS)

  test('is the same in every form', async () => {
    const hashes = formats.map(async ({ key, mediaType }) => {
      const { text, headers } = await get(PAGE, mediaType)
      expect(headers['content-type']).toBe(mediaType)
      return canonize(withoutGraphs(await parse(text, key)), { algorithm: 'RDFC-1.0' })
    })
    expect(new Set(await Promise.all(hashes)).size).toBe(1)
  })

  test.each(formats.map(({ extension }) => extension))(
    '.%s is what negotiation gives, whatever Accept',
    async (extension) => {
      const { mediaType } = formats.find((f) => f.extension === extension) ?? FORMATS.turtle
      const fixed = await get(`${PAGE}.${extension}`, 'text/html')
      expect(fixed.text).toBe((await get(PAGE, mediaType)).text)
    },
  )

  test('says what it is about, under which licence and in which dataset', async () => {
    const { text } = await get(PAGE, 'application/n-triples')
    const about = (property: string, object: string) =>
      expect(text).toContain(`<${BASE}${PAGE}> <${property}> <${object}> .`)
    about('http://xmlns.com/foaf/0.1/primaryTopic', `${BASE}${THING}`)
    about('http://purl.org/dc/terms/license', LICENSE)
    about('http://rdfs.org/ns/void#inDataset', `${BASE}/dataset`)
  })

  test('has the IRIs of the base, whatever host and proxy the request names', async () => {
    const headers = {
      Accept: TURTLE,
      Host: 'evil.example',
      'X-Forwarded-Host': 'evil.example',
      'X-Forwarded-Proto': 'https',
    }
    const { text } = await ask(PAGE, { headers })
    expect(text).toContain(BASE)
    expect(text).not.toContain('evil')
    expect((await ask(THING, { headers: { Host: 'a b"' } })).status).toBeLessThan(500)
  })

  test('an endless Accept', async () => {
    expect((await get(PAGE, 'x'.repeat(8000))).status).toBe(200)
  })

  test('a withdrawn document says when and why', async () => {
    expect(JSON.parse((await get('/id/document/wcda-901')).text)).toMatchObject({
      status: 410,
      detail: expect.stringContaining('its page was taken off'),
    })
  })
})

describe('validators', () => {
  test('differ by form and coding, and give 304', async () => {
    const requests = [
      { Accept: TURTLE },
      { Accept: 'application/n-triples' },
      { Accept: TURTLE, 'Accept-Encoding': 'gzip' },
    ]
    const tags = await Promise.all(requests.map(async (headers) => (await ask(PAGE, { headers })).headers['etag']))
    expect(new Set(tags).size).toBe(3)
    for (const [i, headers] of requests.entries()) {
      const again = await ask(PAGE, { headers: { ...headers, 'If-None-Match': tags[i] ?? '' } })
      expect([again.status, again.text, again.headers['etag']]).toEqual([304, '', tags[i]])
      expect(again.headers['vary']).toMatch(/Accept, Accept-Encoding/)
    }
  })

  test('what was made once is known to be unchanged, whether or not it is kept', async () => {
    const { headers } = await get(`${PAGE}.nq`)
    const { representations } = world.generations.current
    const looked = vi.spyOn(representations, 'get')
    const again = await ask(`${PAGE}.nq`, { headers: { 'If-None-Match': headers['etag'] ?? '' } })
    expect([again.status, looked.mock.calls.length]).toEqual([304, 0])
    const other = await ask(`${PAGE}.nq`, { headers: { 'If-None-Match': '"another"' } })
    expect([other.status, other.headers['etag'], looked.mock.calls.length]).toEqual([200, headers['etag'], 1])
    looked.mockRestore()
  })

  test('for clients that send no-cache with a condition, as fetch of Node does', async () => {
    for (const path of [`${PAGE}.ttl`, PAGE, '/document/', '/dumps/all.nt', '/style.css']) {
      const { etag = '' } = (await ask(path)).headers
      const again = await ask(path, { headers: { 'If-None-Match': etag, 'Cache-Control': 'no-cache' } })
      expect([path, again.status]).toEqual([path, 304])
    }
  })

  test('by date, for wget', async () => {
    const modified = (await get(`${PAGE}.ttl`)).headers['last-modified'] ?? ''
    expect(modified).toBe('Wed, 01 Jan 2020 00:00:00 GMT')
    expect((await ask(`${PAGE}.ttl`, { headers: { 'If-Modified-Since': modified } })).status).toBe(304)
  })

  test('HEAD is GET without its body', async () => {
    for (const path of [THING, PAGE, `${PAGE}.ttl`, '/document/', '/dumps/all.nt', '/sparql?query=ASK%7B%7D']) {
      const [head, whole] = [await ask(path, { method: 'HEAD' }), await ask(path)]
      expect(head.text).toBe('')
      for (const name of ['etag', 'content-type', 'content-length', 'location', 'link'])
        expect([path, name, head.headers[name]]).toEqual([path, name, whole.headers[name]])
      expect(head.status).toBe(whole.status)
    }
  })

  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
    ['identity', (body: Buffer) => body],
  ] as const)('%s', async (coding, decode) => {
    const { headers, body } = await ask(`${PAGE}.nt`, { headers: { 'Accept-Encoding': coding } })
    expect(headers['content-encoding']).toBe(coding === 'identity' ? undefined : coding)
    expect(decode(body).toString('utf8')).toBe((await get(`${PAGE}.nt`)).text)
  })
})

describe('dumps', () => {
  const version = () => world.generations.current.release.manifest.version

  test('the list, and what is not there', async () => {
    expect((await get('/dumps/')).text).toContain(`/dumps/${version()}/all.nt.gz`)
    expect((await get(`/dumps/${version()}/`)).status).toBe(200)
    for (const path of ['/dumps/manifest.json', '/dumps/000000000000/all.nt', '/dumps/..', `/dumps/${version()}/x`])
      expect((await get(path)).status).toBe(404)
  })
})

test('what must say who publishes it is not offered where the configuration does not', async () => {
  const { status, text } = await get('/cmif.xml', 'text/plain')
  expect(status).toBe(404)
  expect(text).toBe(
    'The correspondence is not offered as CMIF: such a file must name its publisher and its licence, and the configuration lacks dataset.publisher.name. Set that and build again.\n',
  )
})
