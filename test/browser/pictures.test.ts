/** Pictures of every kind of page, for docs/pictures: taken when they are asked for (`npm run pictures`). */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

import { PAGES } from './kinds.ts'
import { browserSite } from './site.ts'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')
/** Pixels of a page that a picture shows at most. */
const HIGHEST = 1800

const isAsked = process.env['PICTURES'] !== undefined
const site = browserSite(isAsked)

describe.runIf(isAsked)('pictures', () => {
  beforeAll(() => void mkdirSync(FOLDER, { recursive: true }))

  test.each(PAGES)('%s', async (name, path) => {
    const page = await site.browser.newPage({ viewport: { width: 1280, height: 900 } })
    const answer = await page.goto(site.address + path)
    expect(answer?.status()).toBe(name === 'not-found' ? 404 : 200)
    const height = Math.min(HIGHEST, await page.evaluate(() => document.documentElement.scrollHeight))
    const clip = { x: 0, y: 0, width: 1280, height }
    await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 62, clip, fullPage: true })
    await page.close()
  })

  test.each(['document', 'search', 'map'])('%s on a phone, in the dark', async (name) => {
    const path = new Map(PAGES).get(name)
    const page = await site.browser.newPage({ viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await page.goto(site.address + path)
    await page.screenshot({ path: join(FOLDER, `${name}-phone.jpg`), type: 'jpeg', quality: 70 })
    await page.close()
  })
})
