/** The query page in headless Chromium: with and without script, by keyboard, in light and dark, on a phone. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf, strangersOf } from './chromium.ts'
import { browserSite } from './site.ts'

const EDITOR = '.cm-content'
const LIST = '.cm-tooltip-autocomplete'

const site = browserSite()

interface Opened {
  readonly page: Page
  readonly strangers: string[]
  /** What the page's policy forbade, and errors of its script. */
  readonly complaints: string[]
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await site.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const strangers = strangersOf(page, site.address)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(site.address + path)
  if (options.javaScriptEnabled !== false) await page.waitForSelector(EDITOR)
  return { page, strangers, complaints }
}

/** Types a query in the place of the one that is there. */
async function write(page: Page, text: string): Promise<void> {
  await page.focus(EDITOR)
  await page.keyboard.press('Control+a')
  // Typed over several lines, Chromium itself puts a style on a line, which the policy takes off again: no harm, but a
  // complaint that is none of ours.
  await page.keyboard.press('Delete')
  await page.keyboard.type(text)
}
/** Waits for the list to begin with a name, and takes it. */
async function choose(page: Page, name: string): Promise<void> {
  await page.waitForSelector(`${LIST} li[aria-selected]:has-text("${name}")`)
  // The editor takes an Enter for a line break that comes at once with the list.
  await page.waitForTimeout(200)
  await page.keyboard.press('Enter')
}
const focused = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement
    return active?.shadowRoot?.activeElement?.className ?? active?.id ?? ''
  })

describe('without script', () => {
  test('an example is chosen, run and downloaded by form and links alone', async () => {
    const { page } = await open('/sparql', { javaScriptEnabled: false })
    await page.click('text=Who is named in the most documents?')
    expect(await page.innerText('h1')).toBe('Who is named in the most documents?')
    expect(await page.isVisible('textarea')).toBe(true)
    await page.click('button[type=submit]')
    expect(await page.innerText('#answer')).toMatch(/25 rows · /)
    expect(await page.inputValue('textarea')).toContain('dip:mentions')
    expect(new URL(page.url()).hash).toBe('#answer')
    const csv = await fetch(`${site.address}${await page.getAttribute('.downloads a:has-text("CSV")', 'href')}`)
    expect(csv.headers.get('content-type')).toContain('text/csv')
    await page.context().close()
  })

  test('a mistake keeps the text', async () => {
    const { page } = await open('/sparql', { javaScriptEnabled: false })
    await page.fill('textarea', 'SELECT ?x {\n  ?x a\n}')
    await page.click('button[type=submit]')
    expect(await page.innerText('h1')).toBe('This query cannot be read')
    expect(await page.inputValue('textarea')).toBe('SELECT ?x {\n  ?x a\n}')
    expect(await page.locator('#fault mark').count()).toBe(1)
    await page.context().close()
  })
})

describe('with script', () => {
  test('a query is written with completion and run by keyboard alone', async () => {
    const { page, strangers, complaints } = await open('/sparql')
    expect(await page.isVisible('textarea')).toBe(false)
    await write(page, 'SELECT ?x WHERE {\n?x a teleg')
    await choose(page, 'dip:Telegram')
    await page.keyboard.type(' ; dip:mark')
    await choose(page, 'dip:markingAsWritten')
    await page.keyboard.type(' ?m }')
    expect(await page.inputValue('textarea')).toBe(
      'PREFIX dip: <https://w3id.org/diplomacy/ontology#>\nSELECT ?x WHERE {\n?x a dip:Telegram ; dip:markingAsWritten ?m }',
    )
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/query=/)
    expect(await page.locator('table.answer tbody tr').count()).toBeGreaterThan(0)
    expect([strangers, complaints]).toEqual([[], []])
    await page.context().close()
  })

  test('Tab leaves the editor both ways, also after Escape; the hint says so', async () => {
    const { page } = await open('/sparql')
    await page.focus(EDITOR)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Run')
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toContain('cm-content')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).not.toContain('cm-content')
    expect(await page.innerText('#hint')).toContain('Tab leaves the editor')
    await page.context().close()
  })

  test('the permanent link asks the same query', async () => {
    const { page } = await open('/sparql?example=05')
    await page.click('button[type=submit]')
    await page.waitForSelector('#answer')
    const rows = await page.locator('tbody tr').count()
    await page.click('text=Permanent link')
    await page.waitForSelector('#answer')
    expect(page.url()).not.toContain('format=')
    expect(await page.locator('tbody tr').count()).toBe(rows)
    await page.context().close()
  })

  test('the way back brings back what was written', async () => {
    const { page } = await open('/sparql')
    await write(page, 'ASK { ?s ?p 42 ')
    await page.click('text=Documents >> nth=0')
    await page.goBack()
    await page.waitForSelector(EDITOR)
    expect(await page.innerText(EDITOR)).toContain('ASK { ?s ?p 42')
    await page.context().close()
  })

  test('a long query is sent in the body', async () => {
    const { page } = await open('/sparql')
    const long = `SELECT ("${'long '.repeat(2000)}" AS ?text) {}`
    await page.focus(EDITOR)
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText(long)
    await page.keyboard.press('Control+Enter')
    await page.waitForSelector('#answer')
    expect(page.url()).not.toContain('query=')
    expect(await page.innerText('#answer')).toContain('1 row ·')
    await page.context().close()
  })

  test('programs and the link are copied', async () => {
    const { page } = await open('/sparql?query=ASK%20%7B%7D', { permissions: ['clipboard-read', 'clipboard-write'] })
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await page.click('button[aria-label="Copy the permanent link"]')
    await page.waitForSelector('text=Copied')
    expect(await copied()).toBe(`${site.address}/sparql?query=ASK%20%7B%7D`)
    await page.click('summary')
    await page.click('button[aria-label="Copy the program in JavaScript"]')
    expect(await copied()).toMatch(/^const query = `ASK \{\}`\n/)
    await page.context().close()
  })

  test('where a module does not come, the text field stays', async () => {
    const context = await site.browser.newContext()
    const page = await context.newPage()
    await page.route(/codemirror-view/, (route) => route.abort())
    await page.goto(`${site.address}/sparql`)
    await page.click('button[type=submit]')
    expect(await page.isVisible('textarea')).toBe(true)
    expect(await page.innerText('#answer')).toContain('rows')
    await context.close()
  })
})

const ANSWER = '/sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%209'
const GRAPH = '/sparql?example=everything-about-a-document'
const FAULT = '/sparql?query=SELECT%20%7B'

describe.each([ANSWER, GRAPH, FAULT, '/sparql'])('%s', (path) => {
  test.each([
    ['light', 1280],
    ['dark', 360],
  ] as const)('has no fault that axe finds and does not overflow: %s, %i wide', async (colorScheme, width) => {
    const { page, strangers } = await open(path, { colorScheme, viewport: { width, height: 800 } })
    if (path === GRAPH) {
      await page.click('button[type=submit]')
      await page.waitForSelector('#answer')
      await page.waitForSelector(EDITOR)
    }
    if (path === '/sparql') {
      await write(page, 'SELECT * { ?d a tele')
      await page.waitForSelector(LIST)
    }
    if (await page.isVisible('summary')) await page.click('summary')
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
    expect(strangers).toEqual([])
    await page.context().close()
  })
})
