/** A static site in headless Chromium: pages by their links, and a query that the browser's own engine answers. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportSample, type FileServer, serveFiles } from '../exported.ts'
import { type Served, serveSample } from '../served.ts'
import { faultsOf, launchChromium, strangersOf } from './chromium.ts'

const folder = mkdtempSync(join(tmpdir(), 'site-'))
let served: Served
let files: FileServer
let browser: Browser
beforeAll(async () => {
  served = await serveSample()
  exportSample(served.release, join(folder, 'site'))
  files = await serveFiles(join(folder, 'site'))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await files?.close()
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function open(path: string): Promise<{ readonly page: Page; readonly strangers: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const strangers = strangersOf(page, files.address)
  await page.goto(files.address + path)
  return { page, strangers }
}
/** Sends the query that stands in the editor, and waits for what comes of it. */
async function run(page: Page): Promise<void> {
  await page.waitForSelector('.cm-content')
  await page.click('form.query button.main')
  await page.waitForSelector('#answer > *, .fault', { timeout: 60_000 })
}

describe('a static site', () => {
  test('is walked by its links, without a server that knows more than files', async () => {
    const { page, strangers } = await open('/')
    await page.click('nav >> text=People')
    await page.click('main ol a, main ul a')
    expect(new URL(page.url()).pathname).toMatch(/^\/person\/.+\.html$/)
    expect(await page.title()).not.toBe('')
    expect(strangers).toEqual([])
    await page.goto(`${files.address}/id/person/kim-il-sung`)
    await page.waitForURL('**/person/kim-il-sung.html')
    await page.close()
  })

  test('an example is answered by the engine in the browser, as by the service', { timeout: 90_000 }, async () => {
    const { page, strangers } = await open('/sparql.html')
    await page.click('a[href="/sparql/02.html"]')
    await run(page)
    const rows = await page.locator('#answer tbody tr').count()
    const query = await page.inputValue('form.query textarea')
    const answer = await fetch(`${served.address}/sparql?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'application/sparql-results+json' },
    })
    const { results } = (await answer.json()) as { results: { bindings: unknown[] } }
    expect(rows).toBeGreaterThan(0)
    expect(rows).toBe(results.bindings.length)
    expect(await page.textContent('[role=status]')).toMatch(/rows? · [\d,]+ ms, in this browser/)
    expect(await faultsOf(page)).toEqual([])
    expect(strangers).toEqual([])
    await page.close()
  })

  test('yes or no, statements, a file, and what cannot be read', { timeout: 90_000 }, async () => {
    const { page } = await open('/sparql.html')
    const ask = async (query: string) => {
      await page.waitForSelector('.cm-content')
      await page.fill('.cm-content', query)
      await run(page)
    }
    await ask('ASK { ?s a <https://w3id.org/diplomacy/ontology#Telegram> }')
    expect(await page.textContent('#answer')).toBe('Yes')
    await ask(`DESCRIBE <${served.address}/id/person/kim-il-sung>`)
    expect(await page.textContent('#answer pre')).toContain('kim-il-sung')
    await ask('SELECT ?d { ?d a <https://w3id.org/diplomacy/ontology#Telegram> } LIMIT 1')
    const link = await page.getAttribute('#answer tbody a', 'href')
    expect(link).toMatch(/^\/document\/.+\.html$/)
    expect((await fetch(files.address + link)).status).toBe(200)
    await ask('SELECT * { ?s ')
    expect(await page.textContent('.fault')).toMatch(/\d+:\d+|line|expected/i)
    await page.fill('.cm-content', 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')
    await page.selectOption('#format', 'csv')
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('form.query button.main')])
    expect(file.suggestedFilename()).toBe('answer.csv')
    const count = Number(readFileSync(await file.path(), 'utf8').split('\r\n')[1])
    const { counts } = JSON.parse(readFileSync(join(served.release, 'current/manifest.json'), 'utf8')) as {
      counts: { triples: number }
    }
    expect(count).toBe(counts.triples)
    await page.close()
  })
})
