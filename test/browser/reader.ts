/** A reader at a page: with a mouse, or with the keyboard alone. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

export interface Reader {
  readonly page: Page
  /** Follows the first link of the content whose words match. */
  follow(words: RegExp): Promise<void>
  /** Writes into the field of this label. */
  write(label: string, text: string): Promise<void>
  /** Chooses of a list by its label. */
  choose(label: string, option: string): Promise<void>
  /** Presses the button with these words. */
  press(words: RegExp): Promise<void>
}

export function mouseReader(page: Page): Reader {
  return {
    page,
    follow: (words) => page.locator('main a', { hasText: words }).first().click(),
    write: (label, text) => page.getByLabel(label, { exact: true }).first().fill(text),
    choose: async (label, option) => {
      await page.getByRole('combobox', { name: label, exact: true }).first().selectOption({ label: option })
    },
    press: (words) => page.getByRole('button', { name: words }).first().click(),
  }
}

/** Steps with the tabulator until it stands on what is wanted: 600 at most. */
const MOST_STEPS = 600

export function keyboardReader(page: Page): Reader {
  /** What has the focus: its words, or the label of a field. */
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement
      if (element === null || element === document.body) return { kind: '', words: '' }
      // A label may hold its field.
      const label = [...((element as HTMLInputElement).labels?.[0]?.childNodes ?? [])]
        .filter((node) => node !== element)
        .map(({ textContent }) => textContent)
        .join('')
      const words = element.getAttribute('aria-label') ?? (label || element.textContent) ?? ''
      return { kind: element.tagName.toLowerCase(), words: words.trim(), isContent: element.closest('main') !== null }
    })
  const goTo = async (kinds: readonly string[], words: RegExp): Promise<void> => {
    for (let step = 0; step < MOST_STEPS; step++) {
      await page.keyboard.press('Tab')
      const at = await focused()
      if (at.isContent && kinds.includes(at.kind) && words.test(at.words)) return
    }
    expect.fail(`The tabulator leads to no ${kinds.join(' or ')} that matches ${words}`)
  }
  /** Enter, and the page that it leads to. */
  const enter = async () => {
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  }
  const exactly = (words: string) => new RegExp(`^${words}$`)
  return {
    page,
    follow: async (words) => {
      await goTo(['a'], words)
      await enter()
    },
    write: async (label, text) => {
      await goTo(['input', 'textarea'], exactly(label))
      await page.keyboard.type(text)
    },
    choose: async (label, option) => {
      await goTo(['select'], exactly(label))
      await page.keyboard.type(option)
    },
    press: async (words) => {
      await goTo(['button'], words)
      await enter()
    },
  }
}
