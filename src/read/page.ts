/** A source text ready for the readers: its lines, its address, and how to report on it. */
import type { SourceText } from '../document.ts'
import { lineAt, type Problem, type ProblemCode, problem } from '../problem.ts'
import { type Line, linesOf } from './lines.ts'

export interface Page {
  readonly source: SourceText
  readonly text: string
  /** All lines below the address line. */
  readonly lines: readonly Line[]
  /** The line above the page that is the address of its capture. */
  readonly address?: Line
}

const ADDRESS = /^https?:\/\/\S+$/

/** The page of a source text. `markdown` as for `linesOf`. */
export function pageOf(source: SourceText, markdown = false): Page {
  const lines = linesOf(source.text, markdown)
  const first = lines[0]
  if (first === undefined || !ADDRESS.test(first.text)) return { source, text: source.text, lines }
  return { source, text: source.text, lines: lines.slice(1), address: first }
}

/** The address of the capture that a text begins with. */
export function addressOf(text: string): string | undefined {
  const first = /^\s*(\S+)[ \t]*(?:[\r\n]|$)/.exec(text)?.[1]
  return first !== undefined && ADDRESS.test(first) ? first : undefined
}

/** A problem at a place of the page. */
export function problemAt(
  page: Page,
  code: ProblemCode,
  at: number,
  facts: Readonly<Record<string, string | number>> = {},
): Problem {
  return problem(code, facts, { path: page.source.path, line: page.source.line ?? lineAt(page.text, at) })
}
