/** G01–G10: signposts, link sets, the catalogue of interfaces, robots and sitemaps. */
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KINDS } from '../../src/iris.ts'
import { FORMATS } from '../../src/rdf/formats.ts'
import { type Asked, BASE, FULL_DATASET, LICENSE, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({}, undefined, { dataset: FULL_DATASET })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const ask = (path: string, asked?: Asked) => world.ask(path, asked)
const FORMS = Object.values(FORMATS)
/** What documents are to be had as besides. */
const CITATIONS = [
  ['bib', 'application/x-bibtex'],
  ['ris', 'application/x-research-info-systems'],
  ['csl.json', 'application/vnd.citationstyles.csl+json'],
] as const

interface Target {
  readonly href: string
  readonly rel: string
  readonly [attribute: string]: string
}

/** The links of a header. */
const linksOf = (header: string | undefined): readonly Target[] =>
  [...(header ?? '').matchAll(/<([^>]*)>((?:; ?\w+="[^"]*")*)/g)].map(([, href = '', attributes = '']) => ({
    href,
    rel: '',
    ...Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  }))
const head = async (path: string) => linksOf((await ask(path, { method: 'HEAD' })).headers['link'])
const related = (links: readonly Target[], rel: string) => links.filter((link) => link.rel === rel)
/** An address of this server or of the base as a path. */
const local = (address: string): string => {
  const root = [world.address, BASE].find((begin) => address.startsWith(`${begin}/`))
  if (root === undefined) throw new Error(`${address} is elsewhere`)
  return address.slice(root.length)
}

const LANDINGS = [
  ['/document/wcda-1', '/id/document/wcda-1', 'ArchiveComponent'],
  [`/person/${encodeURI('ivan-иванов')}`, `/id/person/${encodeURI('ivan-иванов')}`, 'Person'],
  ['/dataset', '/dataset', 'Dataset'],
] as const

describe.each(LANDINGS)('%s', (page, thing, type) => {
  test('G01: has its signposts', async () => {
    const links = await head(page)
    expect(related(links, 'cite-as').map(({ href }) => href)).toEqual([BASE + thing])
    const described = related(links, 'describedby')
    const types = [
      ...FORMS.map(({ mediaType }) => mediaType),
      ...(page.startsWith('/document/') ? CITATIONS : []).map(([, mediaType]) => mediaType),
    ]
    expect(described.map((link) => link['type'])).toEqual(types)
    expect(related(links, 'type').map(({ href }) => href)).toEqual([
      'https://schema.org/AboutPage',
      `https://schema.org/${type}`,
    ])
    expect(related(links, 'license').map(({ href }) => href)).toEqual([LICENSE])
    for (const { href } of links) expect(href).toMatch(/^https?:\/\//)
  })

  test('G02: what is cited leads back to the page', async () => {
    const [cited] = related(await head(page), 'cite-as')
    const first = await ask(local(cited?.href ?? ''))
    const at = first.headers['location'] === undefined ? local(cited?.href ?? '') : local(first.headers['location'])
    expect(at).toBe(page)
    expect((await ask(at)).status).toBe(200)
  })

  test('G03: what describes it says so', async () => {
    for (const { href, ...link } of related(await head(page), 'describedby')) {
      const { status, headers } = await ask(local(href), { method: 'HEAD' })
      expect([href, status, headers['content-type']]).toEqual([href, 200, link['type']])
      expect(related(linksOf(headers['link']), 'describes').map((back) => local(back.href))).toEqual([page])
    }
  })

  test('G04: has all of this as a link set', async () => {
    const links = await head(page)
    const [set] = related(links, 'linkset')
    expect(set?.['type']).toBe('application/linkset+json')
    const answer = await ask(local(set?.href ?? ''), { headers: { Accept: 'application/linkset+json' } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/linkset+json'])
    const contexts = (JSON.parse(answer.text) as { linkset: Record<string, unknown>[] }).linkset
    const items = related(links, 'item').map(({ href }) => href)
    const endings = [
      ...FORMS.map(({ extension }) => extension),
      ...(page.startsWith('/document/') ? CITATIONS : []).map(([ending]) => ending),
    ]
    const allowed = [page, ...endings.map((ending) => `${page}.${ending}`)].map((path) => world.address + path)
    expect(contexts.map(({ anchor }) => anchor).sort()).toEqual([...allowed, ...items].sort())
    const own = contexts.find(({ anchor }) => anchor === world.address + page) ?? {}
    for (const rel of ['cite-as', 'describedby', 'type', 'license'])
      expect((own[rel] as { href: string }[]).map(({ href }) => href)).toEqual(
        related(links, rel).map(({ href }) => href),
      )
    expect(answer.text).not.toMatch(/"(?:href|anchor)":"(?!https?:)/)
  })
})

test('a link set of what is not there', async () => {
  for (const path of ['/linkset/document/unknown', '/linkset/document/wcda-901', '/linkset/nothing/x', '/linkset/'])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
})

test('the dumps are the content of the dataset', async () => {
  const items = related(await head('/dataset'), 'item')
  expect(items).toHaveLength(FORMS.length * 2)
  for (const { href, ...item } of items) {
    const { status, headers } = await ask(local(href), { method: 'HEAD' })
    expect([href, status, headers['content-type']]).toEqual([href, 200, item['type']])
    expect(related(linksOf(headers['link']), 'collection').map((back) => local(back.href))).toEqual(['/dataset'])
  }
})

describe('G06: the catalogue of interfaces', () => {
  const read = async () => {
    const answer = await ask('/.well-known/api-catalog', { headers: { Accept: 'application/linkset+json' } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/linkset+json'])
    return (JSON.parse(answer.text) as { linkset: ({ anchor: string } & Record<string, Target[]>)[] }).linkset
  }

  test('names each with what documents and what describes it', async () => {
    const contexts = await read()
    const interfaces = ['/sparql', '/oai', '/changes', '/sitemap.xml', '/dumps/'].map((path) => BASE + path)
    expect(contexts.map(({ anchor }) => anchor)).toEqual([`${BASE}/.well-known/api-catalog`, ...interfaces])
    expect(contexts[0]?.['item']?.map(({ href }) => href)).toEqual(interfaces)
    for (const { anchor, ...relations } of contexts)
      for (const target of Object.values(relations).flat() as unknown as Target[])
        expect([anchor, target.href.startsWith('http'), typeof target['type']]).toEqual([anchor, true, 'string'])
    for (const { anchor, ...relations } of contexts.slice(1))
      expect([anchor, Object.keys(relations)]).toEqual([anchor, ['service-doc', 'service-meta']])
  })

  test('what it names is there, with the type that it names', async () => {
    const contexts = await read()
    const targets = contexts.flatMap(({ anchor: _, ...relations }) => Object.values(relations).flat()) as Target[]
    const ours = targets.filter(({ href }) => href.startsWith(BASE))
    expect(ours.length).toBeGreaterThan(10)
    for (const { href, ...target } of ours) {
      const type = target['type'] ?? ''
      const { status, headers } = await ask(local(href), { headers: { Accept: `${type}, */*;q=0.1` } })
      if (type === 'application/sparql-results+json') continue
      expect([href, status, headers['content-type']?.split(';')[0]]).toEqual([href, 200, type])
    }
  })
})

test('G07: the front page leads to the catalogue', async () => {
  expect(related(await head('/'), 'api-catalog')).toEqual([
    {
      href: `${BASE}/.well-known/api-catalog`,
      rel: 'api-catalog',
      type: 'application/linkset+json',
      profile: 'https://signposting.org/FAIRiCat/',
    },
  ])
})

/** Whether rules for all robots let a path be fetched: the longest pattern decides, and allows where two are as long. */
function allows(rules: string, path: string): boolean {
  const matching = [...rules.matchAll(/^(Allow|Disallow): (\S+)$/gm)].filter(([, , pattern = '']) =>
    pattern.endsWith('$') ? path === pattern.slice(0, -1) : path.startsWith(pattern),
  )
  const longest = Math.max(...matching.map(([, , pattern = '']) => pattern.length))
  return matching.some(([, kind, pattern = '']) => kind === 'Allow' && pattern.length === longest)
}

describe('G08: robots', () => {
  test('may read everything but queries', async () => {
    const { status, headers, text } = await ask('/robots.txt')
    expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(text).toMatch(/^User-agent: \*$/m)
    for (const path of ['/', '/id/document/wcda-1', '/document/wcda-1.ttl', '/dumps/all.nt.gz', '/.well-known/void'])
      expect([path, allows(text, path)]).toEqual([path, true])
    for (const path of ['/sitemap.xml', '/dataset', '/sparql', '/oai?verb=Identify'])
      expect([path, allows(text, path)]).toEqual([path, true])
    for (const path of ['/sparql?query=ASK%7B%7D', '/search?q=x'])
      expect([path, allows(text, path)]).toEqual([path, false])
    expect(text).toMatch(new RegExp(`^Sitemap: ${BASE}/sitemap.xml$`, 'm'))
    const described = await ask('/sparql', { headers: { Accept: 'text/turtle' } })
    expect(described.text).toContain('sparql-service-description#')
  })

  test('a collection that is not to be indexed says so on every answer, and hides nothing', async () => {
    const hidden = await startWorld({}, undefined, { noindex: true })
    try {
      const { text } = await hidden.ask('/robots.txt')
      expect(allows(text, '/document/wcda-1')).toBe(true)
      expect(text).not.toContain('Sitemap:')
      for (const path of [
        '/',
        '/document/wcda-1',
        '/document/wcda-1.ttl',
        '/sitemap.xml',
        '/dumps/all.nt',
        '/dataset',
      ]) {
        const { status, headers } = await hidden.ask(path)
        expect([path, status, headers['x-robots-tag']]).toEqual([path, 200, 'noindex'])
      }
      expect((await hidden.ask('/document/wcda-1')).text).toContain('<meta name="robots" content="noindex"/>')
    } finally {
      await hidden.close()
    }
  })
})

describe('G09: the sitemap', () => {
  const entries = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc><lastmod>([^<]+)<\/lastmod>/g)].map(([, loc = '', time = '']) => ({
      loc,
      time,
    }))
  const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

  test('lists every thing once, each with the time of its last change and an address that answers', async () => {
    const index = await ask('/sitemap.xml')
    expect([index.status, index.headers['content-type']]).toEqual([200, 'application/xml; charset=utf-8'])
    expect(index.text).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<sitemapindex xmlns="http:\/\/www.sitemaps/)
    const listed: { loc: string; time: string }[] = []
    for (const { loc, time } of entries(index.text)) {
      expect(time).toMatch(DATE)
      const page = await ask(local(loc))
      expect(page.status).toBe(200)
      expect(page.body.byteLength).toBeLessThan(50_000_000)
      const found = entries(page.text)
      expect(found.length).toBeLessThanOrEqual(50_000)
      listed.push(...found)
    }
    const { counts } = world.generations.current.release.manifest
    expect(listed).toHaveLength(KINDS.reduce((sum, kind) => sum + (counts.things[kind] ?? 0), 0))
    expect(new Set(listed.map(({ loc }) => loc)).size).toBe(listed.length)
    for (const { loc, time } of listed) {
      expect(time).toMatch(DATE)
      expect([loc, (await ask(local(loc), { method: 'HEAD' })).status]).toEqual([loc, 200])
    }
  })

  test('is there compressed, as a coding and as a file', async () => {
    const plain = await ask('/sitemap-1.xml')
    const coded = await ask('/sitemap-1.xml', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
    const file = await ask('/sitemap-1.xml.gz', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect([coded.headers['content-encoding'], coded.headers['content-type']]).toEqual([
      'gzip',
      'application/xml; charset=utf-8',
    ])
    expect([file.headers['content-encoding'], file.headers['content-type']]).toEqual([undefined, 'application/gzip'])
    expect(gunzipSync(coded.body).equals(plain.body)).toBe(true)
    expect(file.body.equals(coded.body)).toBe(true)
    expect(coded.headers['etag']).not.toBe(plain.headers['etag'])
    expect((await ask('/sitemap-1.xml', { method: 'HEAD' })).text).toBe('')
    for (const path of ['/sitemap-2.xml', '/sitemap-0.xml', '/sitemap-x.xml', '/sitemap.xml.br', '/sitemap-.xml'])
      expect([path, (await ask(path)).status]).toEqual([path, 404])
  })
})

test('G10: what browsers and services ask for again and again is refused at once, and for a day', async () => {
  for (const path of ['/favicon.ico', '/.well-known/security.txt', '/.well-known/a/b']) {
    const begun = performance.now()
    const { status, headers } = await ask(path)
    expect([path, status, headers['cache-control']]).toEqual([path, 404, 'public, max-age=86400'])
    expect(performance.now() - begun).toBeLessThan(1000)
  }
})

test('the catalogue of a collection without a contact names no OAI-PMH, which would have none', async () => {
  const other = await startWorld()
  try {
    const { text } = await other.ask('/.well-known/api-catalog')
    expect(text).toContain(`${BASE}/changes`)
    expect(text).not.toContain(`${BASE}/oai`)
  } finally {
    await other.close()
  }
})
