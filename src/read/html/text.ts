/** The text of a page from its tokens: a block is a line, a paragraph has a blank line around it, white space is one space. */
import type { Token } from './tokens.ts'

/** Blank lines are at most one. */
const MOST_BREAKS = 2

export function textOf(tokens: readonly Token[], isKept: (token: Token) => boolean): string {
  const lines: string[] = []
  let line = ''
  let breaks = 0
  for (const token of tokens) {
    if (!isKept(token)) continue
    const { words, ends, isPreformatted } = token
    if (ends !== 'none') {
      breaks = ends === 'hand' ? Math.min(MOST_BREAKS, breaks + 1) : Math.max(breaks, ends === 'paragraph' ? 2 : 1)
      continue
    }
    const said = isPreformatted ? words : words.replace(/[ \t\n\r\f]+/g, words === '\t' ? '\t' : ' ')
    if (said.trim() === '' && (line === '' || breaks > 0)) continue
    if (breaks > 0 && line !== '') {
      lines.push(line.trimEnd(), ...Array.from({ length: breaks - 1 }, () => ''))
      line = ''
    }
    breaks = 0
    line += line === '' ? said.trimStart() : /\s$/.test(line) ? said.replace(/^ /, '') : said
  }
  return line === '' ? lines.join('\n') : [...lines, `${line.trimEnd()}\n`].join('\n')
}
