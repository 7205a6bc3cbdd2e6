/** What somebody wrote as a string of SPARQL, which ends where it ends and nowhere else. */

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`

/** Control signs, which strings cannot hold as they are, and halves of signs, which nothing can hold. */
const withoutControls = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, ' ')

/**
 * An expression whose value is the text. Escapes of code points (`\u0022`) are read before the grammar, by some readers
 * also behind a backslash that is itself escaped: between a backslash and a `u` the string is cut in two.
 */
export function expressionOf(text: string): string {
  const parts = withoutControls(text).split(/(?<=\\)(?=u)/i)
  return parts.length === 1 ? quoted(parts[0] ?? '') : `CONCAT(${parts.map(quoted).join(', ')})`
}

/** Words that are sought, as a string: a backslash is no part of a word. */
export const wordsOf = (text: string): string => quoted(withoutControls(text).replaceAll('\\', ' '))

/** Words for a comment, which ends with its line: nothing in them is read as an escape, and none changes directions. */
export const commentOf = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\\s]+/gu, ' ').trim()
