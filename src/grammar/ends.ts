/** What stands at the end of words and is no part of them, cut in time that grows with its length alone. */

/** The words without the characters at their end that `mark` matches; it is asked for one character at a time. */
export function withoutEnd(words: string, mark: RegExp): string {
  let end = words.length
  while (end > 0) {
    const from = end > 1 && /[\udc00-\udfff]/.test(words[end - 1] ?? '') ? end - 2 : end - 1
    if (!mark.test(words.slice(from, end))) break
    end = from
  }
  return words.slice(0, end)
}
