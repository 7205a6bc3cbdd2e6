/** Pages in headless Chromium: readable without script, by keyboard, on a phone; nothing asked of other hosts. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'
import { faultsOf, launchChromium, strangersOf } from './chromium.ts'
import { PAGES } from './kinds.ts'

let served: Served
let browser: Browser

beforeAll(async () => {
  served = await serveSample()
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await served?.stop()
})

async function open(
  path: string,
  options: { readonly width?: number; readonly script?: boolean } = {},
): Promise<{ page: Page; strangers: string[] }> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.script ?? true,
  })
  const page = await context.newPage()
  const strangers = strangersOf(page, served.address)
  await page.goto(served.address + path)
  return { page, strangers }
}

describe.each(PAGES)('%s: %s', (_, path) => {
  test('asks nothing of other hosts, and fits on a phone', async () => {
    const { page, strangers } = await open(path, { width: 360 })
    expect(strangers).toEqual([])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test('has no accessibility fault that axe finds', async () => {
    const { page } = await open(path)
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('says the same without script', async () => {
    const [plain, scripted] = [await open(path, { script: false }), await open(path)]
    expect(await plain.page.innerText('main')).toBe(await scripted.page.innerText('main'))
    await plain.page.context().close()
    await scripted.page.context().close()
  })
})

test('a question of the front page leads to its answer, by the form alone', async () => {
  const { page } = await open('/', { script: false })
  await page.click('main a[href*="example="]')
  await page.click('button[type=submit]')
  expect(await page.innerText('#answer h2')).toBe('Answer')
  expect(await page.locator('tbody tr').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('every page of the sample collection carries the notice and noindex', async () => {
  const { page } = await open('/document/wcda-112123')
  expect(await page.innerText('.notice')).toContain('Paraphrase')
  expect(await page.getAttribute('meta[name=robots]', 'content')).toBe('noindex')
  await page.context().close()
})

test.each(['light', 'dark'] as const)(
  'the report of a build: a file that is readable in %s, on a phone, without script',
  async (colorScheme) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 800 }, colorScheme })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = `file://${join(served.release, 'current/report/report.html')}`
    await page.goto(address)
    expect(asked).toEqual([address])
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(page.url()).toBe(`${address}#mend`)
    await context.close()
  },
)
