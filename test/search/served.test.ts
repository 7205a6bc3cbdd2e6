/** Words are sought over HTTP, in the sample collection as it is served. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

let served: Served
beforeAll(async () => {
  served = await serveSample()
}, 120_000)
afterAll(() => served.stop())

const PROLOGUE = `PREFIX dip: <https://w3id.org/diplomacy/ontology#>
PREFIX dipf: <https://w3id.org/diplomacy/function#>
PREFIX dcterms: <http://purl.org/dc/terms/>
`
const ask = (query: string) =>
  fetch(`${served.address}/sparql`, {
    method: 'POST',
    headers: { Accept: 'text/csv', 'Content-Type': 'application/sparql-query' },
    body: PROLOGUE + query,
  })
const rows = async (query: string) => (await (await ask(query)).text()).trim().split('\r\n').slice(1)
const id = (path: string) => `${served.address}/id/${path}`

test('a code name, a romanisation and another script lead to the person', async () => {
  for (const name of ['Filippov', 'feng xi', 'Сталин', 'Stal*'])
    expect(await rows(`SELECT ?p { ?p dipf:named "${name}" . ?p a dip:Person }`)).toEqual([id('person/joseph-stalin')])
})

test('a person of whom one name is known leads to those who bear it, and back', async () => {
  const namesakes = async (slug: string) => {
    const page = await (await fetch(`${served.address}/person/${slug}`, { headers: { Accept: 'text/html' } })).text()
    const [, line = ''] = /<p class="small namesakes">(.*?)<\/p>/.exec(page) ?? []
    return line.replace(/<[^>]*>/g, '')
  }
  expect(await namesakes('kuznetsov')).toBe(
    'Known by this name alone; perhaps one of these: Vasili V. Kuznetsov · F. Kuznetsov',
  )
  expect(await namesakes('vasili-v-kuznetsov')).toBe('Known by one name, perhaps the same: Kuznetsov')
  expect(await namesakes('f-kuznetsov')).toBe('Known by one name, perhaps the same: Kuznetsov')
  expect(await namesakes('nam-il')).toBe('')
})

test('words of the text join with the graph', async () => {
  const titles = await rows(
    'SELECT ?t { ?s dipf:named "Filippov" . ?d dipf:matches "armistice*" ; dip:sender ?s ; dcterms:title ?t }',
  )
  expect(titles).toEqual(['"Ciphered Telegram No. 709, Filippov [Stalin] to Krasovsky, for Mao Zedong"'])
  expect(await rows('SELECT ?d { ?d dipf:matches \'"observers into the commission"\' }')).toEqual([
    id('document/wcda-113636'),
  ])
  const best = await rows('SELECT ?s { (?d ?s) dipf:matches ("Mao" 3) } ORDER BY DESC(?s)')
  expect(best).toHaveLength(3)
  expect(best.map(Number)).toEqual(best.map(Number).toSorted((a, b) => b - a))
})

test('what cannot be sought is said, with the place', async () => {
  const response = await ask('SELECT ?d { ?d dipf:matches ?words }')
  expect(response.status).toBe(400)
  const { detail } = (await response.json()) as { readonly detail: string }
  expect(detail).toMatch(/^Line 4, column 29: .*has to be written in the query/)
})

test('the service description names the functions; no address gives the index', async () => {
  const description = await (
    await fetch(`${served.address}/sparql`, { headers: { Accept: 'application/n-triples' } })
  ).text()
  expect(description).toMatch(/propertyFeature> <https:\/\/w3id.org\/diplomacy\/function#matches>/)
  expect(existsSync(join(served.release, 'current/search-4.sqlite'))).toBe(true)
  for (const path of ['search-4.sqlite', 'dumps/search-4.sqlite', 'dumps/../search-4.sqlite'])
    expect((await fetch(`${served.address}/${path}`)).status).toBe(404)
})

test('every link to a search on the pages of the collection leads to one', async () => {
  const pages = [
    ...['person/joseph-stalin', 'body/soviet-government', 'state/soviet-union', 'position/soviet-ambassador-prc'],
    ...['place/pyongyang', 'unit/avprf-f0102-op13', 'subject/armistices', 'vocab/document-type/telegram'],
    ...['timeline', 'network', 'network/meetings'],
  ]
  const links = new Set<string>()
  for (const path of pages) {
    const html = await (await fetch(`${served.address}/${path}`, { headers: { Accept: 'text/html' } })).text()
    for (const [, link = ''] of html.matchAll(/href="([^"]*\/search\?[^"]*)"/g))
      links.add(link.replaceAll('&amp;', '&'))
  }
  expect(links.size).toBeGreaterThan(30)
  const broken = []
  for (const link of links) if ((await fetch(served.address + link)).status !== 200) broken.push(link)
  expect(broken).toEqual([])
})
