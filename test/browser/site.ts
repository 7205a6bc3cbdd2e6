/** The sample collection, served, and a browser that looks at it: for the tests of one file. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type Served, serveSample } from '../served.ts'
import { launchChromium, strangersOf } from './chromium.ts'

export interface BrowserSite {
  /** `http://localhost:PORT` */
  readonly address: string
  /** The release's folder. */
  readonly release: string
  readonly browser: Browser
  /** Opens a page, 1280 pixels wide, with script; beside it the addresses of other hosts that it asks. */
  open(path: string, options?: BrowserContextOptions): Promise<{ readonly page: Page; readonly strangers: string[] }>
}

/**
 * Serves the collection before the tests of a file, and ends all behind them.
 * @param isWanted otherwise nothing is started
 */
export function browserSite(isWanted = true): BrowserSite {
  let served: Served | undefined
  let browser: Browser | undefined
  beforeAll(async () => {
    if (!isWanted) return
    served = await serveSample()
    browser = await launchChromium()
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.stop()
  })
  return {
    get address() {
      return (served as Served).address
    },
    get release() {
      return (served as Served).release
    },
    get browser() {
      return browser as Browser
    },
    async open(path, options = {}) {
      const context = await this.browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const strangers = strangersOf(page, this.address)
      await page.goto(this.address + path)
      return { page, strangers }
    },
  }
}
