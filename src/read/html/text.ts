/** The text of a page from its tokens: a block is a line, a paragraph has a blank line around it, white space is one space. */
import type { Token } from './tokens.ts'

/** Blank lines are at most one. */
const MOST_BREAKS = 2

export function textOf(tokens: readonly Token[], isKept: (token: Token) => boolean): string {
  const lines: string[] = []
  // A line may be as long as the page: it is put together once, at its end.
  let line: string[] = []
  let breaks = 0
  for (const token of tokens) {
    if (!isKept(token)) continue
    const { words, ends, isPreformatted } = token
    if (ends !== 'none') {
      breaks = ends === 'hand' ? Math.min(MOST_BREAKS, breaks + 1) : Math.max(breaks, ends === 'paragraph' ? 2 : 1)
      continue
    }
    const said = isPreformatted ? words : words.replace(/[ \t\n\r\f]+/g, words === '\t' ? '\t' : ' ')
    if (said.trim() === '' && (line.length === 0 || breaks > 0)) continue
    if (breaks > 0 && line.length > 0) {
      lines.push(line.join('').trimEnd(), ...Array.from({ length: breaks - 1 }, () => ''))
      line = []
    }
    breaks = 0
    const last = line.at(-1)
    const piece = last === undefined ? said.trimStart() : /^\s$/.test(last.slice(-1)) ? said.replace(/^ /, '') : said
    if (piece !== '') line.push(piece)
  }
  return line.length === 0 ? lines.join('\n') : [...lines, `${line.join('').trimEnd()}\n`].join('\n')
}
