/** The slider of years below the bars of a search: by mouse and by keyboard, what it shows and what it asks. */
import { expect, test } from 'vitest'
import { faultsOf } from './chromium.ts'
import { browserSite } from './site.ts'

const site = browserSite()

test('the keyboard moves the handles; the form asks for what they chose', async () => {
  const { page, strangers } = await site.open('/search?q=korea')
  const [begin, end] = [page.getByLabel('From the year'), page.getByLabel('To the year')]
  const [first, last] = [Number(await begin.inputValue()), Number(await end.inputValue())]
  expect(last).toBeGreaterThan(first + 10)
  await begin.focus()
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight')
  expect(await page.inputValue('#from')).toBe(String(first + 5))
  await end.focus()
  await page.keyboard.press('Home')
  // Neither handle passes the other.
  expect([await begin.inputValue(), await end.inputValue()]).toEqual([String(first), String(first)])
  for (let i = 0; i < 8; i++) await page.keyboard.press('ArrowRight')
  const shown = await page.getByRole('button', { name: /^Show / }).innerText()
  expect(shown).toMatch(new RegExp(`^Show ${first} to ${first + 8}$`))
  expect(await page.locator('.strip a.out').count()).toBeGreaterThan(0)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: shown }).click()
  await page.waitForURL(/from=/)
  const asked = new URL(page.url()).searchParams
  expect([asked.get('q'), asked.get('from'), asked.get('to')]).toEqual(['korea', String(first), String(first + 8)])
  // The handles stand where they were left, over all years as before.
  expect(await page.getByLabel('To the year').inputValue()).toBe(String(first + 8))
  expect(await page.getByLabel('To the year').getAttribute('max')).toBe(String(last))
  expect(strangers).toEqual([])
  await page.context().close()
})

test('the mouse drags each handle, also where they stand at the ends', async () => {
  const { page } = await site.open('/search')
  const slider = await page.locator('.slider').boundingBox()
  if (slider === null) throw new Error('There is no slider.')
  const middle = slider.y + slider.height / 2
  const drag = async (from: number, to: number) => {
    await page.mouse.move(slider.x + from * slider.width, middle)
    await page.mouse.down()
    await page.mouse.move(slider.x + to * slider.width, middle, { steps: 5 })
    await page.mouse.up()
  }
  const [begin, end] = [page.getByLabel('From the year'), page.getByLabel('To the year')]
  const last = Number(await end.inputValue())
  await drag(0.0, 0.25)
  await drag(1.0, 0.5)
  const [begins, ends] = [Number(await begin.inputValue()), Number(await end.inputValue())]
  expect(begins).toBeLessThan(ends)
  expect(ends).toBeLessThan(last)
  expect([await page.inputValue('#from'), await page.inputValue('#to')]).toEqual([String(begins), String(ends)])
  await page.context().close()
})
