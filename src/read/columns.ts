/** Two columns side by side, as a converter of pages keeps them: read one after the other. */
import { type Line, partOfLine } from './lines.ts'

const GUTTER = / {3,}(?=\S)/g

/** The lines with such columns taken apart; a right column begins where `opens` says so of its words. */
export function columnsApart(lines: readonly Line[], opens: (words: string) => boolean): Line[] {
  const apart: Line[] = []
  let index = 0
  while (index < lines.length) {
    const line = lines[index]
    const cut = line && cuts(line).find((at) => opens(line.text.slice(at)))
    if (line === undefined || cut === undefined) {
      if (line) apart.push(line)
      index += 1
      continue
    }
    const column = line.indent.length + cut
    const [left, right] = [[partOfLine(line, 0, cut)], [partOfLine(line, cut)]]
    index += 1
    for (let next = lines[index]; next?.gap === 0; next = lines[++index]) {
      const at = next.indent.length >= column - 1 ? 0 : cuts(next).find((place) => isAt(next, place, column))
      if (at !== 0) left.push(partOfLine(next, 0, at))
      if (at !== undefined) right.push(partOfLine(next, at))
    }
    apart.push(...left, ...right)
  }
  return apart
}

/** Where words stand behind a gutter. */
const cuts = ({ text }: Line): number[] => [...text.matchAll(GUTTER)].map((gap) => gap.index + gap[0].length)

const isAt = (line: Line | undefined, place: number, column: number): boolean =>
  line !== undefined && Math.abs(line.indent.length + place - column) <= 1
