/** Pictures of every kind of page, for docs/pictures: taken when they are asked for (`npm run pictures`). */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'
import { launchChromium } from './chromium.ts'
import { PAGES } from './kinds.ts'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')
/** Pixels of a page that a picture shows at most. */
const HIGHEST = 1800

let served: Served
let browser: Browser
const isAsked = process.env['PICTURES'] !== undefined

describe.runIf(isAsked)('pictures', () => {
  beforeAll(async () => {
    mkdirSync(FOLDER, { recursive: true })
    served = await serveSample()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })

  test.each(PAGES)('%s', async (name, path) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    const answer = await page.goto(served.address + path)
    expect(answer?.status()).toBe(name === 'not-found' ? 404 : 200)
    const height = Math.min(HIGHEST, await page.evaluate(() => document.documentElement.scrollHeight))
    const clip = { x: 0, y: 0, width: 1280, height }
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 62, clip, fullPage: true })
    await page.close()
  })

  test.each(['document', 'search', 'map'])('%s on a phone, in the dark', async (name) => {
    const path = new Map(PAGES).get(name)
    const page = await browser.newPage({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await page.goto(served.address + path)
    await page.screenshot({ path: join(FOLDER, `${name}-phone.jpg`), type: 'jpeg', quality: 70 })
    await page.close()
  })
})
