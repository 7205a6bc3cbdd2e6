/** The grammar of subject headings: a heading and its subdivisions, joined by two hyphens. */
import type { Heading } from '../document.ts'

/** `Korea (North)--Foreign relations--Soviet Union` in its parts, in order; white space is folded. */
export function parseHeading(text: string): Heading {
  const components = text
    .replace(/\s+/gu, ' ')
    .split(/\s?(?:--|—)\s?/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return { label: components.join('--'), components }
}
