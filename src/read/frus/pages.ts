/** On which pages of the printed volume a document stands, counted from the breaks that its markup keeps. */
import type { Layout } from './layout.ts'

/**
 * Counts through a volume. The page on which a document begins is the last one that began before it; where a break
 * between two documents is not marked, the first break inside tells it. Without either, nothing is said.
 */
export function pageCounter(): { of(layout: Pick<Layout, 'pages' | 'document' | 'number'>): string | undefined } {
  let last: number | undefined
  return {
    of: ({ pages, number, document }) => {
      const head = number?.start ?? document.heading[0]?.start ?? 0
      const before = pages.filter(({ at }) => at <= head).at(-1)
      const inside = pages.filter(({ at }) => at > head).map(({ page }) => Number(page))
      const [next] = inside
      const known = before === undefined ? last : Number(before.page)
      const first = next === undefined ? known : next - 1
      last = inside.at(-1) ?? known
      if (first === undefined || !Number.isInteger(first) || (known !== undefined && first < known)) return undefined
      return last === undefined || last === first ? String(first) : `${first}–${last}`
    },
  }
}
