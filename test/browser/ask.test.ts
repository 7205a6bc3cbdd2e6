/** The form without SPARQL in headless Chromium: without script, by keyboard alone, on a phone. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { faultsOf } from './chromium.ts'
import { browserSite } from './site.ts'

const QUESTION =
  '/ask?find=Document&1=sender&1.named=Stalin&1.show=on&2=date&2.from=1950&2.show=on&3=reportsAct&3.mode=may&3.kind=RequestAct&3.1=actor&3.1.show=on'

const site = browserSite()

interface Options {
  readonly width?: number
  readonly script?: boolean
  readonly colorScheme?: 'light' | 'dark'
}

async function open(path: string, { width = 1280, script = true, colorScheme = 'light' }: Options = {}) {
  return site.open(path, { viewport: { width, height: 900 }, javaScriptEnabled: script, colorScheme })
}

const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const rows = (page: Page) => page.locator('#answer tbody tr').count()
const parameters = (page: Page) => new URL(page.url()).search.slice(1)

describe.each(['/ask', QUESTION, '/ask?find=Document&1=date&1.from=May'])('%s', (path) => {
  test.each(['light', 'dark'] as const)('has no accessibility fault that axe finds: %s', async (colorScheme) => {
    const { page, strangers } = await open(path, { colorScheme })
    expect(await faultsOf(page)).toEqual([])
    expect(strangers).toEqual([])
    await page.context().close()
  })

  test('fits on a phone', async () => {
    const { page } = await open(path, { width: 360 })
    expect(await overhang(page)).toBeLessThanOrEqual(0)
    expect(await faultsOf(page)).toEqual([])
    await page.context().close()
  })

  test('says the same without script', async () => {
    const [plain, scripted] = [await open(path, { script: false }), await open(path)]
    const textOf = async ({ page }: { page: Page }) => (await page.innerText('main')).replace(/\d+ m?s\b/, '')
    expect(await textOf(plain)).toBe(await textOf(scripted))
    await plain.page.context().close()
    await scripted.page.context().close()
  })
})

test('a question is put together without script, from the front page to a file', async () => {
  const { page } = await open('/', { script: false })
  await page.click('nav >> text=Ask')
  await page.selectOption('#find', { label: 'telegram' })
  await page.click('text=Begin')
  await page.selectOption('[name=add]', { label: 'sender' })
  await page.click('form > .add button')
  expect(parameters(page)).toBe('find=Telegram&1=sender&1.show=on')
  await page.fill('[name="1.named"]', 'Filippov')
  await page.selectOption('[name=add]', { label: 'date' })
  await page.click('button.main')
  expect(new URL(page.url()).hash).toBe('#c2')
  await page.fill('[name="2.from"]', '1952')
  await page.click('button.main')
  expect(parameters(page)).toBe('find=Telegram&1=sender&1.named=Filippov&1.show=on&2=date&2.from=1952&2.show=on')
  expect(new URL(page.url()).hash).toBe('#answer')
  expect(await rows(page)).toBe(1)
  expect(await page.innerText('#answer tbody')).toContain('Joseph Stalin')

  await page.click('[aria-label="Remove: date"]')
  expect(parameters(page)).toBe('find=Telegram&1=sender&1.named=Filippov&1.show=on')
  expect(await rows(page)).toBeGreaterThan(1)
  const csv = await page.getAttribute('.downloads a', 'href')
  const table = await (await fetch(site.address + csv)).text()
  expect(table.split(/\r?\n/, 1)).toEqual(['telegram,title,sender'])

  await page.click('text=Open it in the editor')
  expect(await page.inputValue('textarea')).toContain('?theSender dipf:named "Filippov" .')
  expect(await rows(page)).toBeGreaterThan(1)
  await page.context().close()
})

test('a step further: an act of one towards another', async () => {
  const { page } = await open('/ask?find=Document&1=reportsAct', { script: false })
  for (const [name, label] of [
    ['1.add', 'who acts'],
    ['1.add', 'towards whom'],
  ] as const) {
    await page.selectOption(`[name="${name}"]`, { label })
    await page.click('[aria-label="Add to: reports act"]')
  }
  await page.fill('[name="1.1.named"]', 'Kim Il Sung')
  await page.click('button.main')
  expect(await rows(page)).toBeGreaterThan(0)
  expect(parameters(page)).toContain('1.1=actor&1.1.named=Kim+Il+Sung&1.1.show=on&1.2=actAddressee')
  await page.context().close()
})

test('by keyboard alone; Enter in a field asks, and removes nothing', async () => {
  const { page } = await open('/ask?find=Document&1=sender&1.show=on', { script: false })
  await page.focus('[name="1.named"]')
  await page.keyboard.type('Stalin')
  await Promise.all([page.waitForURL(/named=Stalin/), page.keyboard.press('Enter')])
  expect(parameters(page)).toBe('find=Document&1=sender&1.named=Stalin&1.show=on')

  const stops: string[] = []
  for (let i = 0; i < 60 && stops.at(-1) !== 'Ask main'; i++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const { activeElement: at } = document
      const name = at?.getAttribute('name') ?? at?.textContent ?? ''
      return at?.className === 'main' ? `${name} main` : name
    })
    stops.push(stop)
  }
  const form = stops.slice(stops.indexOf('1.mode'))
  expect(form.slice(0, 6)).toEqual(['1.mode', '1.named', '1.kind', '1.show', 'remove', '1.add'])
  expect(stops.at(-1)).toBe('Ask main')
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  expect(await rows(page)).toBeGreaterThan(0)
  await page.context().close()
})

test('every ready question leads to its answer', async () => {
  const { page } = await open('/ask', { script: false })
  const links = await page
    .locator('.questions a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  expect(links.length).toBeGreaterThan(20)
  for (const link of links) {
    const sentence = await page.locator(`.questions a[href="${link.slice(site.address.length)}"]`).innerText()
    await page.goto(link)
    expect(page.url()).toBe(link)
    expect(await page.innerText('h1')).toBe(sentence)
    expect(await rows(page), link).toBeGreaterThan(0)
    await page.goBack()
  }
  await page.context().close()
})
