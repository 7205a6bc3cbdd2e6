/** The page of a document in headless Chromium: words by their address, by keyboard, on a phone, in dark and on paper. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { browserSite } from './site.ts'

const DOCUMENT = '/document/wcda-112123'
/** The most findings, a route with copies, a journal, a stub. */
const PATHS = [
  DOCUMENT,
  '/document/wcda-115935',
  '/document/19500514-ciphered-telegram-no-8600-vyshinsky-to-mao-zedong',
  '/document/19570531-the-journal-of-soviet-ambassador-to-the-dprk-a-m-puzanov-for',
  '/document/ref-communication-242-1953',
  '/person/joseph-stalin',
  '/person/aleksandr-m-puzanov',
  '/place/pyongyang',
  '/unit/avprf-f0102-op13',
  '/subject/korea-north--foreign-relations--soviet-union',
  '/rule/agreement-verb',
  '/collection/wcda',
  '/position/soviet-ambassador-dprk',
  '/body/soviet-government',
  '/state/soviet-union',
]

const site = browserSite()

/** What pages asked of other hosts. */
const strangers: string[] = []

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const opened = await site.open(path, { javaScriptEnabled: false, ...options })
  strangers.push(...opened.strangers)
  return opened.page
}
const background = (page: Page, selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor)

describe('the text', () => {
  test('words light up by their address, without script', async () => {
    const page = await open(DOCUMENT)
    const id = await page.locator('.original mark').first().getAttribute('id')
    const before = await background(page, `#${id}`)
    await page.goto(`${site.address}${DOCUMENT}#${id}`)
    expect(await background(page, `#${id}`)).not.toBe(before)
    await page.context().close()
  })

  test('a finding lights up its words while it is pointed at, and they light it up', async () => {
    const page = await open(DOCUMENT)
    const [words, finding] = ['.original mark.f2', '.found > li.f2']
    const before = await background(page, words)
    await page.hover(finding)
    expect(await background(page, words)).not.toBe(before)
    await page.mouse.move(0, 0)
    expect(await background(page, words)).toBe(before)
    const quiet = await background(page, finding)
    await page.hover(words)
    expect(await background(page, finding)).not.toBe(quiet)
    await page.context().close()
  })

  test('notes lead to findings, and quotations back', async () => {
    const page = await open(DOCUMENT)
    await page.locator('.original .note').first().click()
    const finding = new URL(page.url()).hash
    expect(await page.locator(`.found > li${finding}`).count()).toBe(1)
    await page.locator(`${finding} q a`).click()
    expect(await page.locator(`.original mark${new URL(page.url()).hash}`).count()).toBe(1)
    await page.context().close()
  })

  test('its words are those of the text file', async () => {
    const page = await open(DOCUMENT)
    const shown = await page.locator('.original').evaluate((element) => {
      for (const note of element.querySelectorAll('.note')) note.remove()
      return element.textContent ?? ''
    })
    const file = await (await fetch(`${site.address}${DOCUMENT}.txt`)).text()
    const words = (text: string) => text.split(/\s+/).filter(Boolean).join('')
    expect(words(shown)).toBe(words(file))
    await page.context().close()
  })

  test('every link to a part of the page finds it, and no id stands twice', async () => {
    for (const path of PATHS) {
      const page = await open(path)
      const { lost, twice } = await page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
        const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '')
        return {
          lost: links.filter((link) => !ids.includes(decodeURIComponent(link.slice(1)))),
          twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        }
      })
      expect([path, lost, twice]).toEqual([path, [], []])
      await page.context().close()
    }
  })
})

test('by keyboard: the parts of the page, a note, the report', async () => {
  const page = await open(DOCUMENT)
  await page.focus('.contents a')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#text')
  await page.focus('.mend summary')
  await page.keyboard.press('Enter')
  expect(await page.isVisible('#report')).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(
    /^mailto:sample@example\.org\?/,
  )
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('report')
  expect(await page.inputValue('#report')).toMatch(/#act-\w+ \(\d+, [a-z ]+\): rule [\w-]+, .+, line \d+/)
  await page.context().close()
})

describe.each(PATHS)('%s', (path) => {
  test('weighs less than 150 kB', async () => {
    const html = await (await fetch(site.address + path, { headers: { accept: 'text/html' } })).text()
    expect(Buffer.byteLength(html)).toBeLessThan(150_000)
  })
})
