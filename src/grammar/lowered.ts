/**
 * Patterns over lower-case text. A pattern that ignores case itself, with `\p{…}` beside it, takes tens of milliseconds
 * to make; these take one.
 */

/** The text in lower case with every character in its place. */
export function lowered(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return text.replace(/[^\0-\x7f]/gu, (sign) => {
    const small = sign.toLowerCase()
    return small.length === sign.length ? small : sign
  })
}

/** Small letters of the scripts of the pages, for use inside square brackets. */
export const LETTERS = String.raw`a-z\u00aa\u00b5\u00ba\u00df-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u052f\u0561-\u0587\u05d0-\u05ea\u0620-\u064a\u1e00-\u1fff\u3005\u3041-\u30fa\u30fc-\u318e\u3400-\u9fff\uac00-\ud7a3`

/** Where no letter or number stands before, or behind. */
export const EDGE = `(?<![${LETTERS}0-9])`
export const STOP = `(?![${LETTERS}0-9])`

/** A pattern for lower-case text that finds all. */
export const inLower = (source: string, flags = ''): RegExp => new RegExp(source, `g${flags}`)
