/** Terms on the web: forms by `Accept` and by ending, links, and the addresses that w3id.org leads to. */
import { DataFactory } from 'n3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from '../../src/rdf/parse.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { owl } from '../../src/rdf/vocabulary/owl.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { iris, startWorld, type World } from './world.ts'

const { namedNode, quad } = DataFactory
const ONTOLOGY = 'https://w3id.org/diplomacy/ontology'
const ZERO = 'http://creativecommons.org/publicdomain/zero/1.0/'

let world: World
beforeAll(async () => {
  const graph = namedNode(iris.graph('vocabulary'))
  world = await startWorld({}, undefined, {
    more: [
      quad(namedNode(ONTOLOGY), rdf.type, namedNode(`${owl.iri}Ontology`), graph),
      quad(namedNode(ONTOLOGY), dcterms.license, namedNode(ZERO), graph),
      quad(dip.author, rdf.type, owl.ObjectProperty, graph),
      quad(dip.author, dip.alignedWith, dcterms.creator, graph),
    ],
  })
})
afterAll(() => world.close())

const get = (path: string, accept = '*/*') => world.ask(path, { headers: { Accept: accept } })

test.each([
  ['/ontology/Telegram', 'text/turtle', dip.Telegram.value],
  ['/ontology/author', 'application/ld+json', dip.author.value],
  ['/ontology/author', 'application/rdf+xml', dip.author.value],
  ['/ontology/author.nq', 'text/html', dip.author.value],
  ['/vocab/precedence/urgent', 'text/turtle', 'https://w3id.org/diplomacy/vocab/precedence/urgent'],
])('%s as %s: what is said of the term, and nothing else', async (path, accept, iri) => {
  const { status, headers, text } = await get(path, accept)
  expect(status).toBe(200)
  const type = headers['content-type'] ?? ''
  if (!path.includes('.')) {
    expect(type).toBe(accept)
    expect(headers['vary']).toMatch(/\bAccept\b/)
    expect(headers['content-location']).toMatch(/\/(?:author|Telegram|urgent)\.\w+$/)
  }
  const key = ({ 'text/turtle': 'turtle', 'application/ld+json': 'jsonld', 'application/rdf+xml': 'rdfxml' } as const)[
    type
  ]
  const quads = await parse(text, key ?? 'nquads')
  expect(new Set(quads.map(({ subject }) => subject.value))).toEqual(new Set([iri]))
})

test('a browser gets the page', async () => {
  for (const path of ['/ontology/Telegram', '/ontology/Telegram.html', '/ontology', '/vocab/precedence']) {
    const { status, headers } = await get(path, 'text/html,*/*;q=0.8')
    expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8'])
  }
})

test('the whole stays where it was, and leads from each fragment to the page of the term', async () => {
  const { text } = await get('/ontology', 'text/html')
  for (const name of ['Telegram', 'author'])
    expect(text).toContain(` id="${name}"><p class="name"><a href="/ontology/${name}">`)
  const quads = await parse((await get('/ontology', 'text/turtle')).text, 'turtle')
  expect(new Set(quads.map(({ subject }) => subject.value))).toEqual(
    new Set([ONTOLOGY, dip.Telegram.value, dip.author.value]),
  )
})

test.each([
  '/ontology/telegram',
  '/ontology/Unknown',
  '/ontology/Unknown.ttl',
  '/ontology/',
  '/ontology/Telegram/',
  '/vocab/precedence/never',
  '/vocab/a/b/c',
  '/linkset/ontology/Unknown',
  '/linkset/nothing',
])('%s is not there', async (path) => {
  for (const accept of ['text/html', 'text/turtle', '*/*']) expect((await get(path, accept)).status).toBe(404)
})

test('what is not to be had names what is', async () => {
  const { status, headers } = await get('/ontology/Telegram', 'image/png')
  expect(status).toBe(406)
  expect(headers['link']).toContain('/ontology/Telegram.ttl>; rel="alternate"; type="text/turtle"')
})

test('signposts name the address to cite, the data, the licence and what it is', async () => {
  const { headers } = await get('/ontology/author', 'text/html')
  const { address } = world
  for (const link of [
    `<${ONTOLOGY}#author>; rel="cite-as"`,
    `<${address}/ontology/author.ttl>; rel="describedby"; type="text/turtle"`,
    `<${address}/linkset/ontology/author>; rel="linkset"; type="application/linkset+json"`,
    `<${ZERO}>; rel="license"`,
    `<https://schema.org/DefinedTerm>; rel="type"`,
  ])
    expect(headers['link']).toContain(link)
  const data = await get('/ontology/author.ttl')
  expect(data.headers['link']).toContain(`<${address}/ontology/author>; rel="describes"; type="text/html"`)
  expect((await get('/vocab/precedence', 'text/html')).headers['link']).toContain('schema.org/DefinedTermSet')
})

test.each(['/ontology', '/ontology/author', '/vocab/precedence', '/vocab/precedence/urgent', '/shapes'])(
  'the link set of %s',
  async (path) => {
    const { status, headers, text } = await get(`/linkset${path}`)
    expect([status, headers['content-type']]).toEqual([200, 'application/linkset+json'])
    const { linkset } = JSON.parse(text) as { linkset: { anchor: string }[] }
    expect(linkset.map(({ anchor }) => anchor)).toContain(world.address + path)
  },
)

test('links to terms lead to their pages', async () => {
  const { text } = await get('/ontology', 'text/html')
  expect(text).toContain('href="/ontology/Telegram"')
  expect(text).not.toContain('href="/ontology#Telegram"')
})
