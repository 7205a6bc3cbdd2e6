/** Pages in headless Chromium: readable without script, by keyboard, on a phone; nothing asked of other hosts. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './chromium.ts'
import { PAGES } from './kinds.ts'
import { browserSite } from './site.ts'

const site = browserSite()

async function open(
  path: string,
  options: { readonly width?: number; readonly script?: boolean } = {},
): Promise<{ page: Page; strangers: string[] }> {
  return site.open(path, {
    viewport: { width: options.width ?? 1280, height: 900 },
    javaScriptEnabled: options.script ?? true,
  })
}

describe.each(PAGES)('%s: %s', (_, path) => {
  test('on a phone: fits, asks nothing of other hosts, and axe finds no fault', async () => {
    const { page, strangers } = await site.open(path, { viewport: { width: 360, height: 800 } })
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
    expect(strangers).toEqual([])
    await page.context().close()
  })

  test('wide, in the dark: axe finds no fault, and without script it says the same', async () => {
    const { page } = await site.open(path, { colorScheme: 'dark' })
    const words = await page.innerText('main')
    // What is folded is looked at too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await faultsOf(page)).toEqual([])
    // A page that asks for no script says the same without.
    const hasScript = (await page.locator('script[src]').count()) > 0
    await page.context().close()
    if (!hasScript) return
    const { page: plain } = await site.open(path, { javaScriptEnabled: false })
    expect(await plain.innerText('main')).toBe(words)
    await plain.context().close()
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
    const context = await site.browser.newContext({ viewport: { width: 360, height: 800 }, colorScheme })
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const address = `file://${join(site.release, 'current/report/report.html')}`
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
