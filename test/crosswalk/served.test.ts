/** The crosswalks as the real command serves them. */
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { parseDocument } from 'htmlparser2'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

let served: Served
beforeAll(async () => {
  served = await serveSample()
}, 120_000)
afterAll(() => served.stop())

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(served.address + path, { headers, method, redirect: 'manual' })

const TELEGRAM = '/document/wcda-113379'
const CITATIONS = [
  ['bib', 'application/x-bibtex', /^@misc\{wcda-113379,/],
  ['ris', 'application/x-research-info-systems', /^TY {2}- PCOMM\r\n/],
  ['csl.json', 'application/vnd.citationstyles.csl+json', /"type": "personal_communication"/],
] as const

/** The typed links of an answer. */
const linksOf = (response: Response) =>
  [...(response.headers.get('Link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"(?:; type="([^"]*)")?/g)].map(
    ([, target = '', relation = '', type]) => ({ target, relation, type }),
  )

describe('a citation', () => {
  test.each(CITATIONS)('.%s, by its ending and by Accept', async (ending, mediaType, pattern) => {
    const fixed = await get(`${TELEGRAM}.${ending}`, { Accept: 'text/html' })
    expect(fixed.status).toBe(200)
    expect(fixed.headers.get('Content-Type')).toBe(mediaType)
    const text = await fixed.text()
    expect(text).toMatch(pattern)
    const negotiated = await get(TELEGRAM, { Accept: mediaType })
    expect(negotiated.headers.get('Content-Location')).toBe(`${served.address}${TELEGRAM}.${ending}`)
    expect(negotiated.headers.get('Vary')).toContain('Accept')
    expect(await negotiated.text()).toBe(text)
    const again = await get(`${TELEGRAM}.${ending}`, {
      'If-None-Match': fixed.headers.get('ETag') ?? '',
      'Cache-Control': 'max-age=0',
    })
    expect(again.status).toBe(304)
  })

  test('is for documents: other things say in which forms they are to be had', async () => {
    const [place] = (await (await get('/place/pyongyang.nt')).text()).match(/<[^>]*id\/place\/pyongyang>/) ?? []
    expect(place).toBeDefined()
    const answer = await get('/place/pyongyang.bib', { Accept: 'text/plain' })
    expect(answer.status).toBe(404)
    const text = await answer.text()
    expect(text).toBe(
      'Only documents are to be had as BibTeX. It is to be had as HTML, Turtle, JSON-LD, RDF/XML, N-Triples, N-Quads, TriG.\n',
    )
    expect((await get('/place/pyongyang', { Accept: 'application/x-bibtex' })).status).toBe(406)
    expect((await get('/place/nowhere-at-all.bib')).status).toBe(404)
  })
})

describe('the text', () => {
  test('where it may be published is plain text of its own ending', async () => {
    const answer = await get(`${TELEGRAM}.txt`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
    expect((await answer.text()).length).toBeGreaterThan(200)
    expect(linksOf(answer)).toContainEqual({
      target: `${served.address}${TELEGRAM}`,
      relation: 'collection',
      type: 'text/html',
    })
  })

  test('is not what clients mean who ask for N-Triples by their old name', async () => {
    const answer = await get(TELEGRAM, { Accept: 'text/plain, */*;q=0.1' })
    expect(answer.headers.get('Content-Type')).toBe('application/n-triples')
  })

  test('is none of what is known by reference only', async () => {
    const answer = await get('/document/ref-communication-242-1953.txt', { Accept: 'text/plain' })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('This document is not published as Text.')
  })
})

test('a page leads to every form, and every form back to the page', async () => {
  const page = await get(TELEGRAM, { Accept: 'text/html' })
  const links = linksOf(page)
  const described = links.filter(({ relation }) => relation === 'describedby')
  expect(described.map(({ type }) => type)).toEqual(expect.arrayContaining(CITATIONS.map(([, mediaType]) => mediaType)))
  expect(links.filter(({ relation }) => relation === 'item')).toEqual([
    { target: `${served.address}${TELEGRAM}.txt`, relation: 'item', type: 'text/plain' },
  ])
  expect(links.filter(({ relation }) => relation === 'alternate')).toHaveLength(11)
  for (const { target, type } of described) {
    const answer = await fetch(target, { method: 'HEAD' })
    expect([target, answer.status, answer.headers.get('Content-Type')]).toEqual([target, 200, type])
    expect(linksOf(answer)).toContainEqual({
      target: `${served.address}${TELEGRAM}`,
      relation: 'describes',
      type: 'text/html',
    })
  }
})

/** What stands in the head of a page. */
async function headOf(path: string) {
  const html = await (await get(path, { Accept: 'text/html' })).text()
  const metas: [string, string][] = []
  const links: Record<string, string>[] = []
  const blocks: unknown[] = []
  const visit = (nodes: ReturnType<typeof parseDocument>['children']) => {
    for (const node of nodes) {
      if (!('attribs' in node)) continue
      if (node.name === 'meta' && node.attribs['name'])
        metas.push([node.attribs['name'], node.attribs['content'] ?? ''])
      if (node.name === 'link') links.push(node.attribs)
      const [inner] = node.children
      if (node.name === 'script' && node.attribs['type'] === 'application/ld+json' && inner && 'data' in inner)
        blocks.push(JSON.parse(inner.data))
      visit(node.children)
    }
  }
  visit(parseDocument(html).children)
  return { html, metas, links, blocks }
}

describe('the head of a page', () => {
  test('tells Zotero what the document is, who wrote it, to whom, and where it lies', async () => {
    const { html, metas, links } = await headOf(TELEGRAM)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    for (const meta of [
      ['citation_title', 'Cable, Filippov [Stalin] to Mao Zedong [via Kovalev]'],
      ['citation_author', 'Stalin, Joseph'],
      ['citation_date', '1949-06-18'],
      ['citation_public_url', `${served.address}/id/document/wcda-113379`],
      ['dc.creator', 'Stalin, Joseph'],
      ['dc.type', 'Telegram'],
      ['dc.source', 'APRF: F. 45, Op. 1, D. 331, Ll. 119'],
      ['bibo.type', 'Letter'],
      ['z.archive', 'Archive of the President of the Russian Federation'],
      ['z.recipients', 'Mao, Zedong'],
    ])
      expect(metas).toContainEqual(meta)
    for (const [prefix, href] of [
      ['dc', 'http://purl.org/dc/elements/1.1/'],
      ['bibo', 'http://purl.org/ontology/bibo/'],
    ])
      expect(links).toContainEqual({ rel: `schema.${prefix}`, href })
    const alternates = links.filter(({ rel }) => rel === 'alternate')
    expect(alternates.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['text/turtle', 'application/x-bibtex', 'text/plain']),
    )
  })

  test('describes the document in schema.org', async () => {
    const { blocks } = await headOf(TELEGRAM)
    expect(blocks).toEqual([
      expect.objectContaining({
        '@context': 'https://schema.org/',
        '@id': `${served.address}/id/document/wcda-113379`,
        '@type': ['ArchiveComponent', 'Message'],
        dateCreated: '1949-06-18',
        inLanguage: 'ru',
        sender: expect.objectContaining({ '@type': 'Person', name: 'Joseph Stalin' }),
        recipient: expect.objectContaining({ '@type': 'Person', name: 'Mao Zedong' }),
        holdingArchive: expect.objectContaining({ '@type': 'ArchiveOrganization' }),
        itemLocation: 'APRF: F. 45, Op. 1, D. 331, Ll. 119',
        workExample: expect.objectContaining({ translator: expect.objectContaining({ name: 'Sergey Radchenko' }) }),
        sdLicense: 'https://creativecommons.org/publicdomain/zero/1.0/',
      }),
    ])
  })

  test.each([
    ['/person/joseph-stalin', 'Person'],
    ['/body/aprf', 'ArchiveOrganization'],
    ['/body/romanian-mfa', 'Organization'],
    ['/state/united-kingdom', 'Country'],
    ['/place/pyongyang', 'Place'],
    ['/unit/aprf-f45-op1-d331', 'ArchiveComponent'],
    ['/subject/korean-war-1950-1953', 'DefinedTerm'],
    ['/collection/wcda', 'Collection'],
  ])('describes %s in schema.org as %s', async (path, type) => {
    const { blocks } = await headOf(path)
    expect(blocks).toEqual([
      expect.objectContaining({
        '@type': type,
        '@id': `${served.address}/id${path}`,
        name: expect.stringMatching(/./),
      }),
    ])
  })

  test('gives a place its links, a unit what it is part of', async () => {
    const [place] = (await headOf('/place/beijing')).blocks
    expect(place).toMatchObject({
      sameAs: expect.arrayContaining(['https://sws.geonames.org/1816670/']),
    })
    const [unit] = (await headOf('/unit/aprf-f45-op1-d331')).blocks
    expect(unit).toMatchObject({ isPartOf: { '@id': `${served.address}/id/unit/aprf-f45-op1` } })
  })

  test('has no script that runs', async () => {
    const { html } = await headOf(TELEGRAM)
    for (const [, attributes] of html.matchAll(/<script([^>]*)>/g)) expect(attributes).toContain('application/ld+json')
  })
})

describe('the correspondence', () => {
  const files = [
    ['/cmif.xml', 'application/tei+xml'],
    ['/edges.csv', 'text/csv; charset=utf-8'],
    ['/nodes.csv', 'text/csv; charset=utf-8'],
  ] as const

  test.each(files)('%s is a file: whole, compressed, in ranges, once', async (path, contentType) => {
    const whole = await get(path, { 'Accept-Encoding': 'identity' })
    expect([whole.status, whole.headers.get('Content-Type')]).toEqual([200, contentType])
    expect(whole.headers.get('Vary')).toContain('Accept-Encoding')
    expect(whole.headers.get('Last-Modified')).toMatch(/GMT$/)
    expect(whole.headers.get('Access-Control-Allow-Origin')).toBe('*')
    const text = await whole.text()
    const compressed = await get(path, { 'Accept-Encoding': 'gzip' })
    expect([compressed.headers.get('Content-Encoding'), compressed.headers.get('Content-Type')]).toEqual([
      'gzip',
      contentType,
    ])
    expect(await compressed.text()).toBe(text)
    expect(compressed.headers.get('ETag')).not.toBe(whole.headers.get('ETag'))
    const part = await get(path, { 'Accept-Encoding': 'identity', Range: 'bytes=2-9' })
    expect([part.status, await part.text()]).toEqual([206, text.slice(2, 10)])
    const tag = whole.headers.get('ETag') ?? ''
    const again = await get(path, {
      'Accept-Encoding': 'identity',
      'If-None-Match': tag,
      'Cache-Control': 'max-age=0',
    })
    expect(again.status).toBe(304)
    const head = await get(path, { 'Accept-Encoding': 'identity' }, 'HEAD')
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(Buffer.byteLength(text))])
    const file = await get(`${path}.gz`)
    expect(file.headers.get('Content-Type')).toBe('application/gzip')
    expect(gunzipSync(Buffer.from(await file.arrayBuffer())).toString()).toBe(text)
  })

  test('every end of an edge is a node, and every document of an edge answers', async () => {
    const rows = async (path: string) =>
      parse(await (await get(path)).text(), { columns: true }) as Record<string, string>[]
    const nodes = new Set((await rows('/nodes.csv')).map(({ id }) => id))
    const edges = await rows('/edges.csv')
    expect(edges.length).toBeGreaterThan(5)
    for (const { source = '', target = '' } of edges)
      expect([nodes.has(source), nodes.has(target)]).toEqual([true, true])
    expect(nodes.size).toBe(new Set(edges.flatMap(({ source, target }) => [source, target])).size)
    expect(edges.find(({ document }) => document?.endsWith('/wcda-113379'))).toMatchObject({
      source: `${served.address}/id/person/joseph-stalin`,
      target: `${served.address}/id/person/mao-zedong`,
      type: 'Directed',
      weight: '1',
      date: '1949-06-18',
      relation: 'recipient',
      genre: 'telegram',
    })
    const answers = await Promise.all(edges.map(({ document = '' }) => fetch(document, { method: 'HEAD' })))
    expect(answers.map(({ status }) => status)).toEqual(edges.map(() => 200))
  })
})
