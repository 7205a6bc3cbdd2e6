/** Behind a proxy: it is believed only where it is configured, and never about the IRIs of the data (A13). */
import { afterEach, describe, expect, test } from 'vitest'
import { loadSettings } from '../../src/config.ts'
import { BASE, startWorld, type World } from './world.ts'

let world: World
afterEach(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const E = '/id/document/wcda-1'
const D = '/document/wcda-1'
const FORWARDED = {
  'X-Forwarded-Proto': 'https',
  'X-Forwarded-Host': 'data.example.net',
  'X-Forwarded-For': '192.0.2.7',
}

describe('what a proxy says of the address', () => {
  test('is not believed where none is configured', async () => {
    world = await startWorld()
    const { headers } = await world.ask(E, { headers: FORWARDED })
    expect(headers['location']).toBe(world.address + D)
  })

  test('is believed of those that are configured, for redirects and links, not for data', async () => {
    world = await startWorld({ trustProxy: 'loopback' })
    const { headers } = await world.ask(E, { headers: FORWARDED })
    expect(headers['location']).toBe(`https://data.example.net${D}`)
    const page = await world.ask(D, { headers: { ...FORWARDED, Accept: 'text/html' } })
    expect(page.headers['link']).toContain(`<https://data.example.net${D}.ttl>; rel="describedby"`)
    expect(page.headers['content-location']).toBe(`https://data.example.net${D}.html`)
    for (const path of [`${D}.nt`, '/dataset.nt', '/.well-known/api-catalog', '/sitemap.xml', '/robots.txt']) {
      const { text } = await world.ask(path, { headers: FORWARDED })
      expect(text).toContain(BASE)
      expect(text).not.toContain('example.net')
    }
    const odd = await world.ask(E, { headers: { ...FORWARDED, 'X-Forwarded-Host': 'a b"<>' } })
    expect([odd.status, odd.headers['location']]).toEqual([303, D])
  })

  test('is not believed of others', async () => {
    world = await startWorld({ trustProxy: '10.0.0.0/8,192.0.2.1' })
    const { headers } = await world.ask(E, { headers: FORWARDED })
    expect(headers['location']).toBe(world.address + D)
  })
})

describe('a ration of pages and data', () => {
  test('is for each client, says when to come again, and leaves out what is made for those who want all', async () => {
    world = await startWorld({ trustProxy: 'loopback', crawlRate: '5' })
    const from = (address: string) => ({ headers: { 'X-Forwarded-For': address, 'User-Agent': 'crawler' } })
    for (let n = 0; n < 5; n++) expect((await world.ask(D, from('192.0.2.1'))).status).toBe(200)
    const refused = await world.ask(`${D}.ttl`, from('192.0.2.1'))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(12)
    expect([refused.headers['access-control-allow-origin'], refused.headers['cache-control']]).toEqual([
      '*',
      'no-store',
    ])
    expect((await world.ask(D, from('192.0.2.2'))).status).toBe(200)
    for (const path of ['/dumps/all.nt', '/sitemap.xml', '/robots.txt', '/health', '/style.css', '/sparql', '/changes'])
      expect([path, (await world.ask(path, from('192.0.2.1'))).status]).toEqual([path, 200])
  })

  test('is of any size where nothing is said', async () => {
    world = await startWorld()
    const answers = await Promise.all(Array.from({ length: 500 }, () => world.ask(E)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]))
  })
})

test('what is no proxy is an error of the configuration', async () => {
  world = await startWorld()
  const load = (trustProxy: string) => loadSettings({ environment: {}, cwd: world.out, flags: { trustProxy } }).settings
  for (const wrong of ['yes', '10.0.0.0/33', 'proxy.example.org', '1.2.3', '::1/129', '1.2.3.4/8/8'])
    expect(() => load(wrong)).toThrow(/trustProxy in the flag --trust-proxy has to be a list of addresses or networks/)
  expect(load('::1/128, 10.1.2.3, loopback').trustProxy).toEqual(['10.1.2.3', '::1/128', 'loopback'])
})
