/** The Reconciliation Service API over the sample collection, asked as OpenRefine asks it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

interface Candidate {
  readonly id: string
  readonly name: string
  readonly score: number
  readonly match: boolean
  readonly type: readonly { readonly id: string }[]
  readonly description?: string
}

let served: Served
beforeAll(async () => {
  served = await serveSample()
}, 60_000)
afterAll(() => served.stop())

const get = async <T>(path: string) => {
  const response = await fetch(served.address + path)
  expect([path, response.status]).toEqual([path, 200])
  return (await response.json()) as T
}
const post = (fields: Readonly<Record<string, string>>) =>
  fetch(`${served.address}/reconcile`, { method: 'POST', body: new URLSearchParams(fields) })
const match = async (queries: object) => {
  const response = await post({ queries: JSON.stringify(queries) })
  expect(response.status).toBe(200)
  return (await response.json()) as Readonly<Record<string, { result: readonly Candidate[] }>>
}

describe('the manifest', () => {
  test('says what can be asked, with addresses that answer', async () => {
    const manifest = await get<Record<string, never>>('/reconcile')
    expect(manifest).toMatchObject({ versions: ['0.1', '0.2'], identifierSpace: `${served.address}/id/` })
    const { suggest, extend } = manifest as unknown as {
      suggest: Record<string, { service_url: string; service_path: string }>
      extend: { propose_properties: { service_url: string; service_path: string } }
    }
    for (const { service_url, service_path } of [...Object.values(suggest), extend.propose_properties])
      expect((await fetch(`${service_url}${service_path}?prefix=a&type=person`)).status).toBe(200)
  })

  test('may be read, and queries sent, from the pages of others', async () => {
    const preflight = await fetch(`${served.address}/reconcile`, {
      method: 'OPTIONS',
      headers: { origin: 'http://openrefine.example', 'access-control-request-method': 'POST' },
    })
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST')
    expect(preflight.headers.get('allow')).toContain('POST')
    expect((await post({ queries: '{}' })).headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('a batch of names', () => {
  test('is matched under its keys; the sole bearer of a name is a match', async () => {
    const { q0, q1, q2 } = await match({
      q0: { query: 'Kim, Il Sung' },
      q1: { query: 'Pyongyang', type: 'place', limit: 3 },
      q2: { query: 'Nobody Whatsoever' },
    })
    expect(q0?.result[0]).toMatchObject({ id: 'person/kim-il-sung', name: 'Kim Il Sung', score: 100, match: true })
    expect(q1?.result[0]).toMatchObject({ id: 'place/pyongyang', match: true, type: [{ id: 'place' }] })
    expect(q2?.result).toEqual([])
  })

  test('finds a person by a code name, the original script and a misspelling', async () => {
    const found = await match({
      code: { query: 'Filippov', type: 'person' },
      script: { query: '김일성' },
      misspelt: { query: 'Kim Il Sun', type: 'person' },
    })
    expect(found['code']?.result[0]?.id).toBe('person/joseph-stalin')
    expect(found['script']?.result[0]).toMatchObject({ id: 'person/kim-il-sung', match: true })
    const [misspelt] = found['misspelt']?.result ?? []
    expect(misspelt).toMatchObject({ id: 'person/kim-il-sung', match: false })
    expect(misspelt?.score).toBeLessThan(100)
  })

  test('keeps to types; a type that is none gives nothing', async () => {
    const { one, other } = await match({
      one: { query: 'Pyongyang', type: ['person', 'body'] },
      other: { query: 'Pyongyang', type: 'Q5' },
    })
    expect(one?.result.every(({ type }) => ['person', 'body'].includes(type[0]?.id ?? ''))).toBe(true)
    expect(other?.result).toEqual([])
  })

  test('takes what the table knows besides into account', async () => {
    const properties = (v: string) => ({ query: 'Kim Il Sung', properties: [{ pid: 'names', v }] })
    const { right, wrong } = await match({ right: properties('Kim Il Song'), wrong: properties('Pak Hon Yong') })
    expect(right?.result[0]).toMatchObject({ id: 'person/kim-il-sung', match: true })
    expect(wrong?.result.find(({ id }) => id === 'person/kim-il-sung')?.match).toBe(false)
  })

  test.each([
    ['not JSON', '{'],
    ['a list', '[]'],
    ['a query that is none', '{"q0": 7}'],
    ['too many', JSON.stringify(Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`q${i}`, { query: 'a' }])))],
  ])('%s is refused in a sentence', async (_, queries) => {
    const response = await post({ queries })
    expect(response.status).toBe(400)
    expect(await response.text()).toMatch(/\w{4,}.*\./)
  })

  test('hostile names are names', async () => {
    const names = [
      '"',
      '*',
      'a"b*c',
      'NEAR(a b)',
      "'; DROP TABLE thing; --",
      '\u0000',
      'x'.repeat(20_000),
      'OR AND NOT',
    ]
    const found = await match(Object.fromEntries(names.map((query, i) => [`q${i}`, { query }])))
    expect(Object.keys(found)).toHaveLength(names.length)
  })
})

describe('suggest, preview, extend', () => {
  test('suggest things by the beginning of a name, types and properties by a part of theirs', async () => {
    const { result } = await get<{ result: Candidate[] }>('/reconcile/suggest/entity?prefix=Kim%20Il')
    expect(result.map(({ id }) => id)).toContain('person/kim-il-sung')
    expect(await get('/reconcile/suggest/type?prefix=pers')).toEqual({ result: [{ id: 'person', name: 'Person' }] })
    expect(await get('/reconcile/suggest/property?prefix=latit')).toEqual({
      result: [{ id: 'latitude', name: 'latitude' }],
    })
  })

  test('give the values of properties: things of ours with id and name, all else as text', async () => {
    const { properties } = await get<{ properties: { id: string }[] }>('/reconcile/properties?type=place')
    expect(properties.map(({ id }) => id)).toEqual(expect.arrayContaining(['latitude', 'longitude', 'sameAs']))
    const response = await post({
      extend: JSON.stringify({
        ids: ['person/adam-rapacki', 'state/afghanistan', 'place/nowhere'],
        properties: [{ id: 'birthDate' }, { id: 'governs' }, { id: 'unknown' }],
      }),
    })
    expect(await response.json()).toEqual({
      meta: [
        { id: 'birthDate', name: 'born' },
        { id: 'governs', name: 'governs' },
      ],
      rows: {
        'person/adam-rapacki': { birthDate: [{ str: '1909' }], governs: [] },
        'state/afghanistan': { birthDate: [], governs: [{ id: 'place/afghanistan', name: 'Afghanistan' }] },
        'place/nowhere': { birthDate: [], governs: [] },
      },
    })
  })

  test('show a thing in a few lines', async () => {
    const page = await fetch(`${served.address}/reconcile/preview?id=person/kim-il-sung`)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toContain('김일성')
    expect(await get('/reconcile/flyout?id=person/kim-il-sung')).toMatchObject({
      id: 'person/kim-il-sung',
      html: expect.stringContaining('Kim Il Sung'),
    })
    expect((await fetch(`${served.address}/reconcile/preview?id=person/nobody`)).status).toBe(404)
  })
})
