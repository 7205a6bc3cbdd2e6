/** The timeline, networks, matrix and map in headless Chromium: without script, by keyboard, on a phone, printed. */
import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserSite } from './site.ts'

const site = browserSite()

const open = (path: string, options: BrowserContextOptions = {}) =>
  site.open(path, { javaScriptEnabled: false, ...options })

test('a span is chosen and a year looked into by form and links alone', async () => {
  const { page } = await open('/timeline')
  await page.fill('input[name=from]', '1957')
  await page.fill('input[name=to]', '1958')
  await page.click('form.filters button')
  expect(await page.innerText('h1')).toBe('1957 to 1958')
  await page.click('th a:has-text("October 1957")')
  expect(await page.innerText('h1')).toBe('October 1957')
  await page.click('main ul.items a')
  expect(page.url()).toMatch(/\/document\//)
  await page.context().close()
})

test('bars are reached and followed by keyboard, and say what they count', async () => {
  const { page } = await open('/timeline', { javaScriptEnabled: true })
  await page.focus('section[aria-label^="Documents and events"]')
  await page.keyboard.press('Tab')
  const label = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(label).toBe('1945: 1 document')
  const shown = await page.evaluate(
    () => getComputedStyle(document.activeElement?.querySelector('.hit') ?? document.body).stroke,
  )
  expect(shown).not.toBe('none')
  await page.context().close()
})

test('a name of the network leads to its own network by keyboard, a line of the table to its documents', async () => {
  const { page } = await open('/network', { javaScriptEnabled: true })
  await page.focus('svg.drawing a[aria-label^="Joseph Stalin"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(/person=person%2Fjoseph-stalin/)
  expect(await page.innerText('h1')).toContain('Joseph Stalin')
  expect(await page.inputValue('select[name=person]')).toBe('person/joseph-stalin')
  await page.click('a[aria-label="List of Joseph Stalin to Mao Zedong"]')
  expect(await page.innerText('h2')).toMatch(/^Joseph Stalin to Mao Zedong\s+3$/)
  await page.context().close()
})

test('the matrix is kept to a kind of act, and a cell leads to the acts', async () => {
  const { page } = await open('/matrix')
  await page.selectOption('select[name=kind]', 'request')
  await page.click('form.filters button')
  expect(page.url()).toContain('kind=request')
  const cell = page.locator('table.matrix td a').first()
  const count = Number(await cell.innerText())
  expect(count).toBeGreaterThan(0)
  await cell.click()
  expect(new URL(page.url()).hash).toMatch(/^#acts/)
  expect(await page.locator('ul.items a[href*="#act-"]').count()).toBeGreaterThanOrEqual(count)
  await page.context().close()
})

test('the navigation is one line on a wide screen', async () => {
  const { page } = await open('/map')
  const tops = await page
    .locator('header.site nav a')
    .evaluateAll((links) => links.map((a) => a.getBoundingClientRect().top))
  expect(new Set(tops.map(Math.round)).size).toBe(1)
  await page.context().close()
})

test('printed, a drawing is on the page as a whole', async () => {
  const { page } = await open('/timeline', { viewport: { width: 700, height: 900 }, javaScriptEnabled: true })
  await page.emulateMedia({ media: 'print' })
  const [drawing, room] = await page.evaluate(() => [
    document.querySelector('svg.drawing')?.getBoundingClientRect().width ?? 0,
    document.documentElement.clientWidth,
  ])
  expect(drawing).toBeLessThanOrEqual(room ?? 0)
  expect(await page.isVisible('form.filters')).toBe(false)
  await page.context().close()
})
