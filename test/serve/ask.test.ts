/** The form without SPARQL, from outside: its addresses, the query that it shows, its answer, what is wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DataFactory, Parser } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE, startWorld, type World } from './world.ts'

const { namedNode, quad } = DataFactory
const ontology = ['diplomacy.ttl', 'schemes.ttl'].flatMap((name) =>
  new Parser()
    .parse(readFileSync(join(import.meta.dirname, '../../ontology', name), 'utf8'))
    .map(({ subject, predicate, object }) => quad(subject, predicate, object, namedNode(`${BASE}/graph/vocabulary`))),
)

let world: World
beforeAll(async () => {
  world = await startWorld({}, undefined, { more: ontology })
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const HTML = { Accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const page = (parameters: string, method = 'GET') =>
  world.ask(`/ask${parameters === '' ? '' : `?${parameters}`}`, { method, headers: HTML })
const plain = (html: string) =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
const queryIn = (html: string) => plain(/<pre tabindex="0" dir="ltr">([\s\S]*?)<\/pre>/i.exec(html)?.[1] ?? '')

test('the first page asks what is sought', async () => {
  const { status, text, headers } = await page('')
  expect(status).toBe(200)
  expect(text).toMatch(/<form class="ask"[^>]*action="\/ask"[^>]*method="get"/)
  expect(text).toContain('<optgroup label="Diplomatic acts">')
  expect(text).toMatch(/<option value="Document" selected>any diplomatic document<\/option>/i)
  expect(text).toMatch(/<a href="\/ask" aria-current="page">Ask<\/a>/)
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['vary']).toContain('Accept')
  expect(text).not.toMatch(/<script|style="/)
  expect((await world.ask('/ask', { headers: { Accept: 'application/json' } })).status).toBe(406)
  expect((await page('', 'HEAD')).status).toBe(200)
  expect((await page('find=Document', 'POST')).status).toBe(405)
})

describe('the buttons lead to the address of the question', () => {
  test.each([
    ['find=Telegram&1=author&1.named=&1.mode=has&add=&rows=each&limit=100', 'find=Telegram&1=author'],
    ['find=Telegram&add=author', 'find=Telegram&1=author&1.show=on#c1'],
    ['find=Telegram&1=reportsAct&1.add=actor', 'find=Telegram&1=reportsAct&1.1=actor&1.1.show=on#c1.1'],
    ['find=Telegram&1=author&2=date&remove=1', 'find=Telegram&1=date#question'],
  ])('%s', async (sent, wanted) => {
    const { status, headers } = await page(sent)
    expect(status).toBe(303)
    expect(headers['location']).toBe(`${world.address}/ask?${wanted}`)
    expect(headers['cache-control']).toBe('no-store')
    expect((await page(wanted.split('#')[0] ?? '')).status).toBe(200)
  })
})

test('the answer comes with its query, which the editor opens, and in other forms', async () => {
  const { status, text, headers } = await page('find=Telegram&1=reportsAct&1.kind=RequestAct&limit=500')
  expect(status).toBe(200)
  expect(headers['cache-control']).toBe('public, no-cache')
  expect(text).toMatch(/250 rows · \d+ ms/)
  expect(text).toContain('<a href="/document/wcda-1" title=')
  const query = queryIn(text)
  expect(query).toContain('?theAct a dip:RequestAct .')
  expect(text).toContain(`<a href="/sparql?query=${encodeURIComponent(query).replaceAll("'", '&#39;')}">`)
  const csv = /href="(\/sparql\?query=[^"]*&amp;format=csv)"/.exec(text)?.[1] ?? ''
  const file = await world.ask(plain(csv))
  expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(file.text.trim().split('\n')).toHaveLength(251)
  expect(text).toContain('<option value="RequestAct" selected>request</option>')
})

test('the fields hold what was written, as text', async () => {
  const hostile = '"><script>alert(1)</script>\u202e'
  const asked = `find=Document&1=handlingCaveat&1.words=${new URLSearchParams({ x: hostile }).toString().slice(2)}`
  const answered = await page(asked)
  expect(answered.status).toBe(200)
  expect(answered.text).not.toContain('<script>')
  expect(answered.text).toMatch(/name="1\.words" [^>]*value="&quot;>&lt;script/)
  expect(answered.text).toContain('No rows')
})

test('what is wrong is said where it is, and nothing is asked', async () => {
  const { status, text, headers } = await page('find=Telegram&1=date&1.from=1950&1.to=yesterday')
  expect(status).toBe(400)
  expect(headers['cache-control']).toBe('no-store')
  expect(text).toContain('<a href="#c1">“yesterday” is no date')
  expect(text.match(/aria-invalid="true"/g)).toHaveLength(1)
  expect(text).not.toContain('id="answer"')
  const left = await page('find=Person&1=reportsAct&2=represents')
  expect(left.status).toBe(400)
  expect(left.text).toContain('It was left out.')
  expect(left.text).toContain('<legend')
  expect((await page('find=Nobody')).text).toContain('“Nobody” is nothing that can be sought.')
})

test('a question that the engine refuses comes back in its form, with the query', async () => {
  const { status, text } = await page('find=Telegram&1=words&1.words=%22')
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(text).toContain('id="fault"')
  expect(text).toContain('name="1.words"')
  expect(queryIn(text)).toContain('dipf:matches')
  const { text: long } = await page('find=Telegram&1=nothing')
  expect(long).not.toContain('id="fault"')
})

test('a question is a query, and counted as one', async () => {
  const small = await startWorld({ queryRate: '2' }, undefined, { more: ontology })
  const get = async (path: string) => (await small.ask(path, { headers: HTML })).status
  try {
    expect(await get('/ask')).toBe(200)
    expect(await get('/ask?find=Telegram')).toBe(200)
    expect(await get('/sparql?query=ASK%7B%7D')).toBe(200)
    expect(await get('/ask?find=Document')).toBe(429)
    expect(await get('/ask')).toBe(200)
  } finally {
    await small.close()
  }
})

test('robots leave the questions, not the form', async () => {
  expect((await world.ask('/robots.txt')).text).toContain('Disallow: /ask?\n')
})
