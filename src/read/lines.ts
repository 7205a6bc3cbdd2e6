/** Lines of a page with their places in the text. Layout is kept as facts of the line; nothing is changed or moved. */

/** A line that is not blank. */
export interface Line {
  /** UTF-16 offsets of the content: without the white space and the layout marks around it. */
  readonly start: number
  readonly end: number
  /** The content, exactly as it stands in the text. */
  readonly text: string
  /** Blank lines before this one. */
  readonly gap: number
  /** White space before the content. */
  readonly indent: string
}

/** A rule drawn with characters, or a list mark alone on its line, separates and says nothing. */
const DRAWN = /^(?:[_=*~-]{4,}|[-–•])$/
/** The mark of a list item. A dash may be a word of the text, a bullet is not. */
const BULLET = /^•\s+/
const BREAK = /\r\n|[\n\r\f]/g
const HEADING_MARK = /^#{1,6}\s+/
const BOLD = /^\*\*(.*?)\*\*$/

/**
 * The lines of `text` between two offsets. With `markdown`, heading marks and the stars around a bold line are layout;
 * elsewhere a number sign is a word.
 */
export function linesOf(text: string, markdown = false, from = 0, to = text.length): Line[] {
  const lines: Line[] = []
  let gap = 0
  let at = from
  const take = (end: number) => {
    const line = lineBetween(text, at, end, gap, markdown)
    if (line === undefined) gap++
    else {
      lines.push(line)
      gap = 0
    }
  }
  for (const mark of text.slice(from, to).matchAll(BREAK)) {
    take(from + mark.index)
    at = from + mark.index + mark[0].length
  }
  take(to)
  return lines
}

function lineBetween(text: string, from: number, to: number, gap: number, markdown: boolean): Line | undefined {
  const raw = text.slice(from, to)
  const indent = raw.slice(0, raw.length - raw.trimStart().length)
  let start = from + indent.length
  let content = raw.trim()
  const mark = (markdown ? HEADING_MARK.exec(content) : null) ?? BULLET.exec(content)
  start += mark?.[0].length ?? 0
  content = content.slice(mark?.[0].length ?? 0)
  if (markdown) {
    if (BOLD.test(content)) {
      start += 2
      content = content.slice(2, -2)
      start += content.length - content.trimStart().length
      content = content.trim()
    }
  }
  if (content === '' || DRAWN.test(content)) return undefined
  return { start, end: start + content.length, text: content, gap, indent }
}

/** A part of a line, by offsets relative to its content, without the white space around it. */
export function partOfLine(line: Line, from: number, to: number = line.text.length): Line {
  const words = line.text.slice(from, to)
  const start = line.start + from + words.length - words.trimStart().length
  const text = words.trim()
  return { ...line, start, end: start + text.length, text }
}
