/** The journeys of docs/journeys.md, each without script, on a phone, and by keyboard alone. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { keyboardReader, mouseReader, type Reader } from './reader.ts'
import { browserSite } from './site.ts'

const site = browserSite()

/** Whose words stand on the page, in one line. */
const content = async ({ page }: Reader) => (await page.innerText('main')).replace(/\s+/g, ' ')

/** Searches from the front page. */
async function search(reader: Reader, words: string): Promise<void> {
  await reader.write('Words', words)
  await reader.press(/^Search$/)
}

/** The journeys by their headings in the document. */
const JOURNEYS: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  'Telegram 8600, and who got copies': async (reader) => {
    await search(reader, '8600')
    await reader.follow(/^Ciphered Telegram No\. 8600/)
    expect(await content(reader)).toMatch(/Copies · 5 made Comr\. Stalin Comr\. Molotov Comr\. Vyshinsky/)
  },
  'Everything that Nam Il asked for': async (reader) => {
    await search(reader, 'Nam Il')
    await reader.follow(/^Nam Il$/)
    expect(await content(reader)).toContain('Acted in')
    await reader.page.goto(`${site.address}/matrix`)
    await reader.choose('Acts', 'request')
    await reader.press(/^Show$/)
    const row = reader.page.locator('tr', { has: reader.page.locator('th', { hasText: 'Nam Il' }) })
    expect(await row.innerText()).toMatch(/1/)
    await reader.page.goto(new URL((await row.locator('td a').first().getAttribute('href')) ?? '', site.address).href)
    expect(await content(reader)).toMatch(/request/i)
  },
  'What reports the meeting of 29 March 1953': async (reader) => {
    await reader.page.goto(`${site.address}/search`)
    await reader.write('From', '1953-03-29')
    await reader.write('to', '1953-03-29')
    await reader.press(/^Search$/)
    expect(await content(reader)).toContain('2 documents')
    await reader.follow(/^Telegram from Kuznetsov|^Meeting: Vasili/)
    expect(await content(reader)).toMatch(/What it reports/)
  },
  'The code names of Stalin': async (reader) => {
    await search(reader, 'Filippov')
    await reader.follow(/^Joseph Stalin$/)
    expect(await content(reader)).toMatch(/Under cover: Filippov · Feng Xi/)
  },
  'Whom Ambassador Puzanov met in 1957': async (reader) => {
    await reader.page.goto(`${site.address}/network/meetings`)
    await reader.choose('With', 'Aleksandr M. Puzanov')
    await reader.press(/^Show$/)
    expect(await content(reader)).toMatch(/Nam Il/)
    await reader.page.goto(`${site.address}/search?person=aleksandr-m-puzanov&role=participant&from=1957&to=1957`)
    expect(await content(reader)).toMatch(/\d+ documents?/)
  },
  'All of fond 0102, opis 13': async (reader) => {
    await reader.page.goto(`${site.address}/unit/`)
    await reader.follow(/^opis 13$/)
    expect(await content(reader)).toContain('AVPRF, fonds 0102, opis 13')
    await reader.follow(/^3 documents$/)
    expect(await content(reader)).toMatch(/3 documents/)
  },
  'Requests that were refused': async (reader) => {
    await reader.page.goto(`${site.address}/ask`)
    await reader.choose('I look for', 'refusal')
    await reader.press(/^Begin$/)
    expect(await content(reader)).toMatch(/0 rows|No rows|nothing/i)
  },
  'A page cited in BibTeX': async (reader) => {
    await reader.page.goto(`${site.address}/document/wcda-112123`)
    const link = reader.page.locator('main a', { hasText: 'BibTeX' }).first()
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', site.address))
    expect(answer.headers.get('content-type')).toBe('application/x-bibtex')
    expect(await answer.text()).toMatch(/^@\w+\{/)
    expect(await content(reader)).toMatch(/Chicago, note .*Kuznetsov/)
  },
  'The network of 1950': async (reader) => {
    await reader.page.goto(`${site.address}/network`)
    await reader.write('From year', '1950')
    await reader.write('to year', '1950')
    await reader.press(/^Show$/)
    const link = reader.page.locator('main a', { hasText: 'GraphML' }).first()
    const graph = await (await fetch(new URL((await link.getAttribute('href')) ?? '', site.address))).text()
    expect(graph).toContain('<graphml')
    expect(graph.match(/<edge /g)).toHaveLength(6)
  },
  'The same question in the form and in SPARQL': async (reader) => {
    await reader.page.goto(`${site.address}/ask`)
    await reader.follow(/^Who was to get a copy of telegram no\. 8600\?$/)
    const rows = await reader.page.locator('#answer tbody tr').count()
    expect(rows).toBe(5)
    await reader.follow(/editor/i)
    await reader.press(/^Run|^Ask|^Send/)
    expect(await reader.page.locator('#answer tbody tr').count()).toBe(rows)
  },
}

test('the document tells the journeys that are made here', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/journeys.md'), 'utf8')
  expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(Object.keys(JOURNEYS))
})

const WAYS = [
  ['without script', { width: 1280, script: false, reader: mouseReader }],
  ['on a phone', { width: 360, script: true, reader: mouseReader }],
  ['by keyboard alone', { width: 1280, script: true, reader: keyboardReader }],
] as const

describe.each(WAYS)('%s', (_, { width, script, reader }) => {
  test.each(Object.entries(JOURNEYS))('%s', async (_title, journey) => {
    const { page } = await site.open('/', { viewport: { width, height: 900 }, javaScriptEnabled: script })
    await journey(reader(page))
    await page.context().close()
  })
})
