/** OAI-PMH, request by request: O02–O11, O14 and O16. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  allOf,
  common,
  day,
  document,
  documentIri,
  documents,
  type Harvested,
  HOSTILE,
  OAI,
  pagesOf,
  readAnswer,
  startHarvested,
  textsOf,
} from './oai-world.ts'

const COUNT = 250
const HOSTILE_NUMBER = 251

let world: Harvested
beforeAll(async () => {
  world = await startHarvested([...common(), ...documents(COUNT), ...document(HOSTILE_NUMBER, HOSTILE)])
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

const ID = `identifier=${documentIri(1)}`
const ALL = 'metadataPrefix=oai_dc'

describe('O02: answers are XML with the schema named', () => {
  test.each([
    'verb=Identify',
    'verb=ListMetadataFormats',
    'verb=ListSets',
    `verb=ListRecords&${ALL}`,
    'verb=nothing',
    'verb=GetRecord',
  ])('%s', async (query) => {
    const { status, headers, text } = await world.get(query)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('text/xml; charset=utf-8')
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['cache-control']).toBe('no-cache')
    const { root } = readAnswer(text)
    expect(root.attribs['xsi:schemaLocation']).toBe(
      'http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd',
    )
    const [responseDate = ''] = textsOf(root, 'responseDate')
    expect(responseDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(Math.abs(Date.parse(responseDate) - Date.now())).toBeLessThan(60_000)
  })

  test('what XML cannot hold is replaced, and nothing breaks out of its element', async () => {
    for (const prefix of ['oai_dc', 'rdf', 'mods']) {
      const { text } = await world.get(
        `verb=GetRecord&metadataPrefix=${prefix}&identifier=${documentIri(HOSTILE_NUMBER)}`,
      )
      expect(text).toContain(']]&gt;&amp;&lt;b&gt;\u202e\u2066 \ufffd\ufffd 𝒳 ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what must not be there
      expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\]\]>/)
    }
    const { text } = await world.get(`verb=GetRecord&${ALL}&identifier=http://a/%22%3E%3Cb%3E`)
    expect(text).toContain('identifier="http://a/&quot;&gt;&lt;b&gt;"')
  })

  test('HEAD has the headers of GET, and no body', async () => {
    const { status, headers, body } = await world.get('verb=Identify', { method: 'HEAD' })
    expect([status, headers['content-type'], body.length]).toEqual([200, 'text/xml; charset=utf-8', 0])
  })

  test('gzip where the harvester takes it', async () => {
    const { headers } = await world.get(`verb=ListRecords&${ALL}`, { headers: { 'Accept-Encoding': 'gzip' } })
    expect(headers['content-encoding']).toBe('gzip')
  })

  test('pages of other hosts may ask', async () => {
    const { status, headers } = await world.ask('/oai', { method: 'OPTIONS' })
    expect([status, headers['allow']]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
    expect((await world.ask('/oai', { method: 'PUT' })).status).toBe(405)
  })
})

test.each([
  '',
  'verb=',
  'verb=junk',
  'verb=identify',
  'verb=Identify&verb=Identify',
  'verb=Identify&verb=ListSets',
  ALL,
])('O03: badVerb for %j', async (query) => {
  const { errors, request } = await world.oai(query)
  expect(errors).toEqual(['badVerb'])
  expect(request?.attribs).toEqual({})
})

test.each([
  `verb=GetRecord&${ALL}`,
  `verb=GetRecord&${ID}`,
  'verb=ListRecords',
  'verb=ListIdentifiers',
  'verb=Identify&metadataPrefix=oai_dc',
  `verb=Identify&${ID}`,
  `verb=ListSets&${ALL}`,
  `verb=GetRecord&${ID}&${ALL}&set=type-telegram`,
  `verb=ListRecords&${ALL}&other=1`,
  `verb=ListRecords&${ALL}&${ALL}`,
  `verb=ListRecords&${ALL}&from=2020-01-01&from=2020-01-02`,
  `verb=ListRecords&${ALL}&from=junk`,
  `verb=ListRecords&${ALL}&from=`,
  `verb=ListRecords&${ALL}&until=2020-13-01`,
  `verb=ListRecords&${ALL}&until=2021-02-29`,
  `verb=ListRecords&${ALL}&from=2020-01-01T00:00:00`,
  `verb=ListRecords&${ALL}&from=2020-01-01T24:00:00Z`,
  `verb=ListRecords&${ALL}&from=2020-01-01T00:00:00.5Z`,
  `verb=ListRecords&${ALL}&from=2020-01-01T00:00:00%2B01:00`,
  `verb=ListRecords&${ALL}&from=2020`,
  `verb=ListRecords&${ALL}&from=0000-01-01`,
  `verb=ListRecords&${ALL}&from=2020-01-01&until=2020-01-01T00:00:00Z`,
  `verb=ListRecords&${ALL}&from=2020-01-02&until=2020-01-01`,
  `verb=ListRecords&${ALL}&set=a%20b`,
  `verb=ListRecords&${ALL}&set=a:`,
  'verb=ListRecords&metadataPrefix=a%20b',
  `verb=ListRecords&${ALL}&resumptionToken=x`,
  'verb=ListRecords&resumptionToken=x&resumptionToken=x',
  'verb=ListRecords&resumptionToken=',
  `verb=GetRecord&${ALL}&identifier=a%20b`,
  `verb=GetRecord&${ALL}&identifier=http://a/%2525zz%25`,
  'verb=ListMetadataFormats&identifier=',
])('O04: badArgument for %s', async (query) => {
  const { errors, request } = await world.oai(query)
  expect(new Set(errors)).toEqual(new Set(['badArgument']))
  expect(request?.attribs).toEqual({})
})

describe('O05: idDoesNotExist', () => {
  test.each([
    `verb=GetRecord&${ALL}&identifier=invalid%22id`,
    `verb=GetRecord&${ALL}&identifier=${documentIri(9999)}`,
    `verb=GetRecord&${ALL}&identifier=${documentIri(1)}%23edition-en`,
    `verb=GetRecord&${ALL}&identifier=http://data.example.org/id/person/ivan-%D0%B8%D0%B2%D0%B0%D0%BD%D0%BE%D0%B2`,
    'verb=ListMetadataFormats&identifier=oai:example.org:1',
  ])('%s', async (query) => {
    const { errors, request } = await world.oai(query)
    expect(errors).toEqual(['idDoesNotExist'])
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(
      Object.fromEntries(Object.entries(request?.attribs ?? {}).map(([key, value]) => [key, value])),
    )
  })
})

test.each([
  `verb=GetRecord&${ID}&metadataPrefix=xx`,
  'verb=ListRecords&metadataPrefix=xx',
  'verb=ListIdentifiers&metadataPrefix=OAI_DC',
  `verb=GetRecord&${ID}&metadataPrefix=edm`,
])('O06: cannotDisseminateFormat for %s', async (query) => {
  expect((await world.oai(query)).errors).toEqual(['cannotDisseminateFormat'])
})

describe('O07: badResumptionToken', () => {
  let token: string
  beforeAll(async () => {
    token = (await world.oai(`verb=ListIdentifiers&${ALL}`)).token ?? ''
  })

  test('a token that is none of ours', async () => {
    const changed = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
    for (const junk of ['junk', 'x'.repeat(3000), token.slice(1), token.slice(0, -1), changed, `${token}=`, '%00'])
      expect([junk, (await world.oai(`verb=ListIdentifiers&resumptionToken=${junk}`)).errors]).toEqual([
        junk,
        ['badResumptionToken'],
      ])
  })

  test('a token of another verb', async () => {
    expect((await world.oai(`verb=ListRecords&resumptionToken=${token}`)).errors).toEqual(['badResumptionToken'])
    expect((await world.oai(`verb=ListSets&resumptionToken=${token}`)).errors).toEqual(['badResumptionToken'])
  })
})

test.each([
  `verb=ListRecords&${ALL}&until=2019-01-01`,
  `verb=ListIdentifiers&${ALL}&until=2019-12-31T23:59:59Z`,
  `verb=ListRecords&${ALL}&from=2020-01-02`,
  `verb=ListRecords&${ALL}&from=2999-01-01T00:00:00Z`,
  `verb=ListRecords&${ALL}&set=type-letter`,
  `verb=ListRecords&${ALL}&set=type`,
])('O08: noRecordsMatch for %s', async (query) => {
  expect((await world.oai(query)).errors).toEqual(['noRecordsMatch'])
})

describe('O09: sets', () => {
  test('have the names of the collections and types', async () => {
    const { root } = await world.oai('verb=ListSets')
    const sets = allOf(root, 'set').map((set) => [...textsOf(set, 'setSpec'), ...textsOf(set, 'setName')])
    expect(sets).toEqual([
      ['collection-!D0!BF!D0!B8!D1!81!D1!8C!D0!BC!D0!B0', 'Letters & notes'],
      ['collection-wcda', 'The first collection'],
      ['type-report', 'report'],
      ['type-telegram', 'telegram'],
    ])
  })

  test('are told in the header of each record', async () => {
    const { records } = await world.oai(`verb=GetRecord&${ALL}&${ID}`)
    expect(records[0]?.sets).toEqual(['collection-wcda', 'type-telegram'])
  })

  test('are harvested alone', async () => {
    const { root } = await world.oai('verb=ListSets')
    const sizes = new Map<string, number>()
    for (const setSpec of textsOf(root, 'setSpec')) {
      const headers = (await pagesOf(world, 'ListIdentifiers', `${ALL}&set=${setSpec}`)).flatMap((page) => page.headers)
      expect(headers.every(({ sets }) => sets.includes(setSpec))).toBe(true)
      sizes.set(setSpec, headers.length)
    }
    expect([...sizes.values()]).toEqual([83, 168, 83, 168])
  })
})

test.each(['from=2020-01-01&until=2020-01-01', `from=${day(1)}&until=${day(1)}`, `from=${day(1)}`, `until=${day(1)}`])(
  'O10: %s contains what has this datestamp',
  async (limits) => {
    const { headers, completeListSize } = await world.oai(`verb=ListIdentifiers&${ALL}&${limits}`)
    expect(headers[0]?.datestamp).toBe(day(1))
    expect(completeListSize).toBe(COUNT + 1)
  },
)

describe('O11: lists in pages', () => {
  test.each(['ListRecords', 'ListIdentifiers'] as const)('%s gives all records once', async (verb) => {
    const pages = await pagesOf(world, verb, ALL)
    const identifiers = pages.flatMap(({ headers }) => headers.map(({ identifier }) => identifier))
    expect(new Set(identifiers).size).toBe(identifiers.length)
    expect(new Set(identifiers)).toEqual(new Set(Array.from({ length: COUNT + 1 }, (_, n) => documentIri(n + 1))))
    expect(pages.map(({ cursor }) => cursor)).toEqual([0, 100, 200])
    expect(pages.map(({ completeListSize }) => completeListSize)).toEqual([251, 251, 251])
    expect(pages.map(({ token }) => token !== '')).toEqual([true, true, false])
    for (const { headers } of pages)
      expect(headers.map(({ datestamp }) => datestamp)).toEqual(headers.map(({ datestamp }) => datestamp).sort())
  })

  test('a token that is sent again repeats the page', async () => {
    const { token } = await world.oai(`verb=ListRecords&${ALL}`)
    const [first, again] = [
      await world.oai(`verb=ListRecords&resumptionToken=${token}`),
      await world.oai(`verb=ListRecords&resumptionToken=${token}`),
    ]
    expect(first.records).toHaveLength(100)
    expect(again.records).toEqual(first.records)
    expect(again.token).toBe(first.token)
  })

  test('a list that is whole at once has no token', async () => {
    expect((await world.oai(`verb=ListRecords&${ALL}&set=type-report`)).token).toBeUndefined()
  })

  test('a selection goes on in its token', async () => {
    const pages = await pagesOf(world, 'ListIdentifiers', `${ALL}&set=type-telegram&from=2020-01-01&until=2020-01-01`)
    expect(pages.map(({ headers }) => headers.length)).toEqual([100, 68])
    expect(pages.flatMap(({ headers }) => headers).every(({ sets }) => sets.includes('type-telegram'))).toBe(true)
  })

  test('of a format that not every record has, those that have it', async () => {
    const headers = (await pagesOf(world, 'ListIdentifiers', 'metadataPrefix=edm')).flatMap((page) => page.headers)
    expect(headers).toHaveLength(50)
    const { root } = await world.oai(`verb=ListMetadataFormats&identifier=${documentIri(5)}`)
    expect(textsOf(root, 'metadataPrefix')).toEqual(['oai_dc', 'rdf', 'mods', 'edm'])
    const without = await world.oai(`verb=ListMetadataFormats&identifier=${documentIri(1)}`)
    expect(textsOf(without.root, 'metadataPrefix')).toEqual(['oai_dc', 'rdf', 'mods'])
  })
})

test.each([
  ['verb=Identify', 'application/x-www-form-urlencoded'],
  [
    `verb=GetRecord&${ALL}&identifier=${encodeURIComponent(documentIri(1))}`,
    'application/x-www-form-urlencoded; charset=UTF-8',
  ],
  [`verb=ListRecords&metadataPrefix=mods`, undefined],
  ['', 'application/x-www-form-urlencoded'],
  ['verb=Identify&verb=Identify', 'application/x-www-form-urlencoded'],
])('O14: POST of %j is GET of the same', async (body, type) => {
  const asked = { method: 'POST', body, headers: { ...(type !== undefined && { 'Content-Type': type }) } }
  const [posted, got] = [await world.ask('/oai', asked), await world.get(body)]
  const undated = (text: string) => text.replace(/<responseDate>[^<]*/, '')
  expect([posted.status, posted.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8'])
  expect(undated(posted.text)).toBe(undated(got.text))
})

test('O14: another body is refused', async () => {
  const ask = (body: string, type: string) =>
    world.ask('/oai', { method: 'POST', body, headers: { 'Content-Type': type } })
  expect((await ask('{}', 'application/json')).status).toBe(415)
  expect((await ask('x'.repeat(70_000), 'application/x-www-form-urlencoded')).status).toBe(413)
})

test('O16: Identify', async () => {
  const { root } = await world.oai('verb=Identify')
  const [identify] = allOf(root, 'Identify')
  expect(
    Object.fromEntries(
      (identify?.children ?? []).map((child) => [
        (child as typeof root).name,
        textsOf(root, (child as typeof root).name)[0],
      ]),
    ),
  ).toEqual({
    repositoryName: 'Telegrams & <letters>',
    baseURL: OAI,
    protocolVersion: '2.0',
    adminEmail: 'archive@example.org',
    earliestDatestamp: day(1),
    deletedRecord: 'persistent',
    granularity: 'YYYY-MM-DDThh:mm:ssZ',
    compression: 'gzip',
  })
  expect(textsOf(root, 'request')).toEqual([OAI])
})

describe('without a contact', () => {
  test('there is no OAI-PMH, and the problem names the setting', async () => {
    const { adminEmail: _, ...dataset } = { title: 'Telegrams', adminEmail: '' }
    const other = await startHarvested(documents(1), dataset)
    try {
      const { status, headers, text } = await other.get('verb=Identify')
      expect([status, headers['content-type']]).toEqual([404, 'application/problem+json'])
      expect(JSON.parse(text)).toMatchObject({ setting: 'dataset.adminEmail' })
      expect(text).toContain('dataset.adminEmail')
    } finally {
      await other.close()
    }
  })
})

test('EDM is offered where rights are stated and somebody publishes the collection', async () => {
  const { publisher: _, ...dataset } = { title: 'Telegrams', adminEmail: 'a@example.org', publisher: undefined }
  const other = await startHarvested(documents(5), dataset)
  try {
    expect(textsOf((await other.oai('verb=ListMetadataFormats')).root, 'metadataPrefix')).not.toContain('edm')
  } finally {
    await other.close()
  }
})
