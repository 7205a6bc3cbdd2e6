/** The ontology, its terms and the shapes in headless Chromium: on a phone, by keyboard, in light and dark. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'
import { faultsOf, launchChromium, strangersOf } from './chromium.ts'

const PATHS = [
  '/ontology',
  '/ontology/Telegram',
  '/ontology/Document',
  '/ontology/author',
  '/ontology/alignedWith',
  '/vocab/document-type',
  '/vocab/document-type/telegram',
  '/shapes',
]

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

async function open(path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme })
  const page = await context.newPage()
  const strangers = strangersOf(page, served.address)
  await page.goto(served.address + path)
  expect(strangers).toEqual([])
  return page
}

describe.each(PATHS)('%s', (path) => {
  test('fits on a phone', async () => {
    const page = await open(path, 360)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('has no accessibility fault that axe finds, %s', async (scheme) => {
    const page = await open(path, 1280, scheme)
    // What is folded is looked at too.
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })
})

test('the picture is scrolled by keyboard in its own frame, and its classes lead to their pages', async () => {
  const page = await open('/ontology', 360)
  const frame = page.locator('.diagram')
  await frame.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => frame.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/ontology/Document')
  expect(await page.innerText('h1')).toBe('diplomatic document')
  await page.context().close()
})

test('no words of the picture leave their box', async () => {
  const page = await open('/ontology')
  const wide = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.diagram rect')].map((rect) => rect.getBoundingClientRect())
    return [...document.querySelectorAll('.diagram text')]
      .filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect()
        return !boxes.some((box) => left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom)
      })
      .map(({ textContent }) => textContent)
  })
  expect(wide).toEqual([])
  await page.context().close()
})

test('who comes by the address of a term stands at the term, and is led on', async () => {
  const page = await open('/ontology#author')
  expect(await page.locator('#author').evaluate((entry) => entry.matches(':target'))).toBe(true)
  await page.click('#author .name a')
  await page.waitForURL('**/ontology/author')
  expect(await page.innerText('.definition')).not.toBe('')
  await page.context().close()
})
