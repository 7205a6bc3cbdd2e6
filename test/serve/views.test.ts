/** The views over HTTP: a table of requests, downloads that can be read, names of all kinds shown as text. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { DataFactory, type Quad } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadSettings } from '../../src/config.ts'
import { dcterms } from '../../src/rdf/vocabulary/dcterms.ts'
import { dip } from '../../src/rdf/vocabulary/dip.ts'
import { geo } from '../../src/rdf/vocabulary/geo.ts'
import { rdf } from '../../src/rdf/vocabulary/rdf.ts'
import { documentType } from '../../src/rdf/vocabulary/schemes.ts'
import { skos } from '../../src/rdf/vocabulary/skos.ts'
import { xsd } from '../../src/rdf/vocabulary/xsd.ts'
import type { Manifest } from '../../src/release/manifest.ts'
import { openRelease } from '../../src/release/read.ts'
import { createApp } from '../../src/serve/app.ts'
import { createGenerations } from '../../src/serve/generations.ts'
import { BASE, iris, startWorld, type World } from './world.ts'

const { namedNode, literal, quad } = DataFactory
const HOSTILE = '<script>alert(1)</script> "&amp;\' \u202edesrever'

let world: World
beforeAll(async () => {
  world = await startWorld({}, undefined, { quads: letters(90) })
}, 60_000)
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

/** Letters of `anna` to as many as there are letters, from one town to another; an act in each. */
function letters(count: number): Quad[] {
  const graph = namedNode(iris.graph('derived'))
  const named = (kind: 'person' | 'place', slug: string, label: string) => {
    const node = namedNode(iris.thing(kind, slug))
    return [
      quad(node, rdf.type, kind === 'person' ? dip.Person : dip.Place, graph),
      quad(node, skos.prefLabel, literal(label, 'en'), graph),
    ]
  }
  const [anna, here, there] = [
    iris.thing('person', 'anna'),
    iris.thing('place', 'here'),
    iris.thing('place', 'there'),
  ].map((iri) => namedNode(iri))
  if (anna === undefined || here === undefined || there === undefined) return []
  return [
    ...named('person', 'anna', HOSTILE),
    ...named('place', 'here', HOSTILE),
    ...named('place', 'there', 'There'),
    quad(here, geo.lat, literal('39.03', xsd.decimal), graph),
    quad(here, geo.long, literal('125.75', xsd.decimal), graph),
    ...Array.from({ length: count }, (_, n): Quad[] => {
      const slug = `wcda-${n + 1}`
      const [node, stated] = [namedNode(iris.thing('document', slug)), namedNode(iris.graph(`document/${slug}`))]
      const other = namedNode(iris.thing('person', `имя-${n}`))
      const act = namedNode(`${node.value}#act-1`)
      const extracted = namedNode(iris.graph(`extracted/${slug}`))
      const day = literal(`19${50 + (n % 10)}-05-${String((n % 28) + 1).padStart(2, '0')}`, xsd.date)
      return [
        ...named('person', `имя-${n}`, `Имя ${n}`),
        quad(node, rdf.type, dip.Document, stated),
        quad(node, rdf.type, dip.Correspondence, stated),
        quad(node, dcterms.type, documentType.telegram, stated),
        quad(node, dcterms.title, literal(`${HOSTILE} ${n}`, 'en'), stated),
        quad(node, dip.dateEarliest, day, stated),
        quad(node, dip.dateLatest, day, stated),
        quad(node, dcterms.date, day, stated),
        quad(node, dip.sender, anna, stated),
        quad(node, dip.addressee, other, stated),
        quad(node, dip.sentFrom, here, stated),
        quad(node, dip.sentTo, there, stated),
        quad(act, rdf.type, dip.RequestAct, extracted),
        quad(act, dip.actor, anna, extracted),
        quad(act, dip.actAddressee, other, extracted),
      ]
    }).flat(),
  ]
}

const HTML = { headers: { Accept: 'text/html' } }
const NAME = encodeURI('имя-3')

test('what lies between two is told page by page, in the years that are asked, and as a table', async () => {
  const path = '/between/place/here/place/there'
  const [all, some, none] = await Promise.all(
    ['', '?from=1951&to=1952', '?from=1990'].map(async (years) => (await world.ask(path + years, HTML)).text),
  )
  const items = (html = '') => html.split('<ul class="plain items">')[1]?.split('</ul>')[0]?.match(/<li>/g)?.length ?? 0
  expect([items(all), items(some), items(none)]).toEqual([80, 18, 0])
  const second = (await world.ask(`${path}?page=2`, HTML)).text
  expect(items(second)).toBe(10)
  expect(second).toContain('81 to 90 of 90, by day')
  expect(none).toContain('Nothing lies between them, from 1990.')
  const table = (await world.ask(`${path}.csv?from=1951&to=1952`)).text.trim().split('\r\n')
  expect(table).toHaveLength(19)
  expect(table[0]).toBe('relation,from,to,earliest,latest,kind,id,title')
  expect(table[1]).toMatch(new RegExp(`^routes,${BASE}/id/place/here,${BASE}/id/place/there,1951-05-`))
  const drawn = (await world.ask('/network?from=1951&to=1952', HTML)).text
  expect(drawn).toContain(`/between/person/anna/person/${NAME.replace('3', '1')}?from=1951&amp;to=1952`)
  const { headers } = await world.ask('/between/place/there/place/here.csv?from=1950', HTML)
  expect(headers['location']).toMatch(/\/between\/place\/here\/place\/there\.csv\?from=1950$/)
})

describe('a table of requests', () => {
  test.each([
    ['/timeline', 200, /text\/html/],
    ['/timeline?from=1950&to=1953', 200, /text\/html/],
    ['/timeline?from=1953-05', 200, /text\/html/],
    ['/timeline?from=1953&to=1950', 400, /html/],
    ['/timeline?from=yesterday', 400, /html/],
    ['/timeline?from=0001&to=9999', 400, /html/],
    ['/timeline?from=1&from=2', 200, /html/],
    ['/timeline/1950', 200, /html/],
    ['/timeline/1950-05', 200, /html/],
    ['/timeline/1950-06', 404, /html/],
    ['/timeline/1850', 404, /html/],
    ['/timeline/1950-05-01', 404, /html/],
    ['/timeline/x', 404, /html/],
    ['/timeline.csv', 200, /^text\/csv; charset=utf-8$/],
    ['/network', 200, /html/],
    ['/network?person=anna', 200, /html/],
    [`/network?person=person/${NAME}`, 200, /html/],
    ['/network?person=nobody', 200, /html/],
    ['/network?person=%3Cscript%3E', 200, /html/],
    ['/network?from=1950&to=1951', 200, /html/],
    ['/network?from=x', 400, /html/],
    ['/network/meetings', 200, /html/],
    ['/network.csv', 200, /csv/],
    ['/network.graphml', 200, /^application\/graphml\+xml$/],
    ['/network/meetings.graphml', 200, /graphml/],
    ['/matrix', 200, /html/],
    ['/matrix?kind=request', 200, /html/],
    ['/matrix?kind=%22', 200, /html/],
    ['/matrix.csv', 200, /csv/],
    ['/map', 200, /html/],
    ['/map?from=1990', 200, /html/],
    ['/map.csv', 200, /csv/],
    ['/map.geojson', 200, /^application\/geo\+json$/],
    [`/between/person/anna/person/${NAME}`, 200, /html/],
    [`/between/person/${NAME}/person/anna`, 301, undefined],
    ['/between/place/here/place/there', 200, /html/],
    ['/between/person/anna/person/zorro', 404, /html/],
    ['/between/place/here/place/there?page=2', 200, /html/],
    ['/between/place/here/place/there?page=3', 404, /html/],
    ['/between/place/here/place/there?from=x', 400, /html/],
    ['/between/place/here/place/there?from=1990', 200, /html/],
    ['/between/place/here/place/there.csv?from=1950', 200, /csv/],
    ['/between/place/there/place/here.csv?from=1950', 301, undefined],
  ] as const)('%s: %i', async (path, status, type) => {
    const { status: answered, headers, text } = await world.ask(path, HTML)
    expect(answered).toBe(status)
    if (type !== undefined) expect(headers['content-type']).toMatch(type)
    if (status !== 200 || !type?.source.includes('html')) return
    expect(text).not.toContain('<script')
    expect(text).not.toMatch(/\sstyle=/)
    expect(Buffer.byteLength(text)).toBeLessThan(150_000)
    expect(
      (await world.ask(path, { headers: { ...HTML.headers, 'If-None-Match': headers['etag'] ?? '' } })).status,
    ).toBe(304)
  })

  test('pages are negotiated, downloads are what they are', async () => {
    expect((await world.ask('/network', { headers: { Accept: 'image/png' } })).status).toBe(406)
    expect((await world.ask('/network.csv', { headers: { Accept: 'image/png' } })).status).toBe(200)
    expect((await world.ask('/map', { method: 'HEAD' })).body.length).toBe(0)
  })
})

const page = async (path: string) => (await world.ask(path, HTML)).text

describe('what the pages say', () => {
  test('bars of the timeline lead to the search, years to their own page', async () => {
    const text = await page('/timeline')
    expect(text).toContain('aria-label="1950: 9 documents"')
    expect(text).toContain('href="/search?from=1950&amp;to=1950"')
    expect(text).toContain('href="/timeline/1950"')
    expect(await page('/timeline/1950-05')).toContain('href="/document/wcda-1"')
  })

  test('the network says what it leaves out', async () => {
    const text = await page('/network')
    expect([...text.matchAll(/<circle /g)].length).toBe(60)
    expect(text).toContain('The 60 most strongly tied of 91. Not drawn: 31 others, 31 weaker ties.')
    expect(text).toContain(`href="/between/person/anna/person/${NAME}"`)
  })

  test('the map draws what has a position, and lists all', async () => {
    const text = await page('/map')
    expect([...text.matchAll(/<circle /g)].length).toBe(1)
    expect(text).toContain('1 place without coordinates is only listed, and so is 1 route')
    expect(text).toContain('href="/between/place/here/place/there"')
    expect(await page('/map?from=1990')).not.toContain('<circle')
  })

  test('cells of the matrix lead to their acts', async () => {
    const [, link = ''] = /href="(\/between\/[^"]*)#acts"/.exec(await page('/matrix')) ?? []
    expect(await page(link)).toMatch(/id="acts">.*href="\/document\/wcda-\d+#act-1"/s)
  })
})

describe('downloads', () => {
  test('CSV: as many rows as there are ties, names as they are', async () => {
    const rows: Record<string, string>[] = parse(await page('/network.csv'), { columns: true })
    expect(rows.length).toBe(90)
    expect(rows[0]).toMatchObject({
      source: `${BASE}/id/person/anna`,
      sourceName: HOSTILE,
      type: 'Directed',
      weight: '1',
    })
    const acts: Record<string, string>[] = parse(await page('/matrix.csv?from=1950&to=1950'), { columns: true })
    expect(acts.map(({ kind }) => kind)).toEqual(Array(9).fill('request'))
    const places: Record<string, string>[] = parse(await page('/map.csv'), { columns: true })
    expect(places.map(({ name, documents, latitude }) => [name, documents, latitude])).toEqual([
      [HOSTILE, '90', '39.03'],
      ['There', '90', ''],
    ])
    const periods: Record<string, string>[] = parse(await page('/timeline.csv?from=1950&to=1951'), { columns: true })
    expect(periods).toEqual([
      { month: '1950-05', what: 'document', kind: 'telegram', count: '9' },
      { month: '1951-05', what: 'document', kind: 'telegram', count: '9' },
    ])
  })

  test('GraphML and GeoJSON', async () => {
    const xml = await page('/network.graphml')
    expect([...xml.matchAll(/<node id="/g)].length).toBe(91)
    expect([...xml.matchAll(/<edge source="/g)].length).toBe(90)
    expect(xml).toContain('<data key="label">&lt;script&gt;')
    const { features } = JSON.parse(await page('/map.geojson')) as { features: { geometry: object }[] }
    expect(features.map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [125.75, 39.03] }])
  })
})

test('a release of an earlier program says that it has to be built again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'old-'))
  cpSync(world.generations.current.release.directory, folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const files = manifest.files.filter((file) => !file.path.startsWith('views/'))
  writeFileSync(path, JSON.stringify({ ...manifest, files }))
  const release = await openRelease(folder)
  const { settings } = loadSettings({ environment: {}, cwd: folder, flags: { base: BASE } })
  const { engine } = world
  const app = createApp({
    settings,
    generations: createGenerations(release),
    engine,
    shapes: [],
    questions: [],
    report: () => {},
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/timeline`)
  expect([answer.status, await answer.text()]).toEqual([404, expect.stringContaining('Build it again')])
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await release.close()
  rmSync(folder, { recursive: true })
})
