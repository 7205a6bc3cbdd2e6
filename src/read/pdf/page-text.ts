/** The text of a PDF page from the pieces that it is drawn with: lines in the order of the page, paragraphs by their gaps. */

/** One piece of text as a page draws it: its words, and where the baseline begins, in points from the lower left. */
export interface Piece {
  readonly words: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Size of the letters. */
  readonly size: number
}

interface DrawnLine {
  readonly y: number
  readonly size: number
  words: string
  /** Where the last piece ends. */
  end: number
}

/** Parts of the size of letters: baselines that far apart are one line, … */
const SAME_LINE = 0.4
/** … a gap between pieces that wide is a space, that wide a step to another column of a table, … */
const [SPACE, COLUMN] = [0.15, 2]
/** … and a piece that begins so far before the end of the last one begins a line of its own. */
const BACK = 1
/** A step between lines that is so many times the usual one is the gap between paragraphs. */
const PARAGRAPH = 1.3

/**
 * The lines of a page in the order in which it draws them, which is the order of its text in all but odd files. Blank
 * lines stand where the page has gaps.
 */
export function pageText(pieces: readonly Piece[]): string {
  const lines = linesOf(pieces)
  const usual = usualStep(lines)
  return lines
    .map(({ words, y, size }, at) => {
      const above = lines[at - 1]
      const isGap = above !== undefined && above.y - y > PARAGRAPH * Math.max(usual, Math.min(size, above.size))
      return `${isGap ? '\n' : ''}${words}\n`
    })
    .join('')
}

function linesOf(pieces: readonly Piece[]): DrawnLine[] {
  const lines: DrawnLine[] = []
  for (const { words, x, y, width, size } of pieces) {
    if (words === '') continue
    const last = lines.at(-1)
    const within = last && Math.abs(last.y - y) <= SAME_LINE * Math.max(size, last.size)
    if (last === undefined || !within || x < last.end - BACK * size) {
      lines.push({ y, size, words, end: x + width })
      continue
    }
    const gap = x - last.end
    const isApart = /\s$/.test(last.words) || /^\s/.test(words)
    last.words += (gap > COLUMN * size ? '    ' : gap > SPACE * size && !isApart ? ' ' : '') + words
    last.end = Math.max(last.end, x + width)
  }
  return lines.map((line) => ({ ...line, words: line.words.trim() })).filter(({ words }) => words !== '')
}

/** The middle one of the steps down from line to line. */
function usualStep(lines: readonly DrawnLine[]): number {
  const steps = lines.slice(1).map(({ y }, at) => (lines[at]?.y ?? y) - y)
  const down = steps.filter((step) => step > 0).sort((a, b) => a - b)
  return down[Math.floor((down.length - 1) / 2)] ?? 0
}
