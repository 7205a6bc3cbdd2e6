/** `/search` over HTTP: its forms, its faults, its feed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BASE, startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})
const get = (path: string, accept = '*/*') => world.ask(path, { headers: { Accept: accept } })
const PERSON = 'ivan-%D0%B8%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2'

describe('a table of requests', () => {
  test.each([
    ['/search', 'text/html', 200, /^text\/html; charset=utf-8$/],
    ['/search', '*/*', 200, /^text\/html/],
    ['/search', 'application/json', 200, /^application\/json$/],
    ['/search?format=csv', 'text/html', 200, /^text\/csv; charset=utf-8$/],
    ['/search?format=atom', '*/*', 200, /^application\/atom\+xml$/],
    ['/search?format=xls', '*/*', 400, /problem\+json/],
    ['/search', 'image/png', 406, /problem\+json/],
    ['/search/', '*/*', 301, /./],
    ['/search?from=May', '*/*', 400, /problem\+json/],
    ['/search?from=1950-02-30', '*/*', 400, /problem\+json/],
    ['/search?sort=length', '*/*', 400, /problem\+json/],
    ['/search?person=nobody', 'text/html', 400, /^text\/html/],
    ['/search?q=%22one', '*/*', 400, /problem\+json/],
    ['/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E', 'text/html', 200, /^text\/html/],
    ['/search?page=99999', 'text/html', 200, /^text\/html/],
  ])('%s as %s', async (path, accept, status, type) => {
    const answer = await get(path, accept)
    expect(answer.status).toBe(status)
    if (status !== 301) expect(answer.headers['content-type']).toMatch(type)
    expect(answer.body.toString()).not.toContain('<script>alert')
  })
})

test('a search that cannot be made says so above its form, which has what was asked', async () => {
  for (const [path, fault] of [
    ['/search?q=%22one&from=1950', 'A quotation mark in “&quot;one” has no fellow.'],
    ['/search?q=rain&from=May', '“May” is no date.'],
    [`/search?person=${PERSON}&role=king`, 'role king'],
  ] as const) {
    const { status, body } = await get(path, 'text/html')
    const text = body.toString()
    expect([path, status]).toEqual([path, 400])
    expect(text).toContain(fault)
    for (const [name, value] of new URLSearchParams(path.split('?')[1]))
      if (name !== 'role')
        expect(text).toMatch(new RegExp(`name="${name}"[^>]* value="${value.replace('"', '&quot;')}"`))
  }
})

test('JSON of a person in a role, with counts and the next page', async () => {
  const { body } = await get(`/search?person=${PERSON}&role=author&format=json`)
  const found = JSON.parse(body.toString())
  const { total } = JSON.parse((await get('/search?format=json')).body.toString())
  expect(total).toBeGreaterThan(20)
  expect(found.total).toBe(total)
  expect(found.documents).toHaveLength(20)
  expect(found.documents[0].id).toMatch(`${BASE}/id/document/`)
  expect(found.facets.person.most[0]).toMatchObject({ count: total, isChosen: true })
  const next = new URL(found.next)
  expect(`${next.pathname}${next.search}`).toBe(`/search?person=${PERSON}&role=author&page=2&format=json`)
  const rest = JSON.parse((await get(`${next.pathname}${next.search}`)).body.toString())
  expect(rest.documents[0].id).not.toBe(found.documents[0].id)
})

test('a table has all that is found', async () => {
  const { total } = JSON.parse((await get('/search?format=json')).body.toString())
  const lines = (await get('/search?format=csv')).body.toString().trimEnd().split('\r\n')
  expect(lines[0]).toBe('id,title,date,type,from,to,unit,number')
  expect(lines).toHaveLength(total + 1)
})

test('a feed names what changed last, with times', async () => {
  const feed = (await get('/search?format=atom')).body.toString()
  expect(feed).toMatch(/<updated>2020-01-01T00:00:00Z<\/updated>/)
  expect(feed.match(/<entry>/g)?.length).toBeGreaterThan(10)
  expect(feed).toContain('rel="self"')
})

test('pages run nothing but what is ours', async () => {
  for (const path of ['/', '/search', '/document/wcda-1', '/ontology', '/nothing']) {
    const answer = await get(path, 'text/html')
    expect(answer.headers['content-security-policy']).toMatch(/default-src 'none'; script-src 'self'/)
  }
})
