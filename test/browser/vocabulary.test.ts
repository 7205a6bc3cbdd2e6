/** The ontology, its terms and the shapes in headless Chromium: on a phone, by keyboard, in light and dark. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { browserSite } from './site.ts'

const site = browserSite()

async function open(path: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const { page, strangers } = await site.open(path, { viewport: { width, height: 900 }, colorScheme })
  expect(strangers).toEqual([])
  return page
}

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
