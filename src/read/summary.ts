/** Finds the publisher's summary below a text that no label separates from it. */
import { isProse } from './document-text.ts'
import type { Line } from './lines.ts'
import { signersIn } from './signature.ts'

const FIRST_PERSON = /(?<!["“][^"”]{0,200})\b(?:I|we|our|my|us)\b/

/** Whole sentences without a number before them. */
const WHOLE = /^[^\d].*[.!?)"”’]$/u

/** Lines of notes that may stand between the signature and the summary. */
const NOTES = 4
const DATED = /^\d[\d./-]{5,9}\s+(?=\p{Lu})/u

/** Whether the text was signed above: what follows the notes under a signature is not its text. */
const isSigned = (lines: readonly Line[]): boolean =>
  lines.some((line) => !isProse(line) && signersIn(line.text.replace(DATED, '')).length > 0)

/**
 * Position of the summary among lines that end with it, or the number of lines when there is none. It is the line set
 * one space apart from the text, else a last sentence that speaks of nobody as I or we, below a line that is no prose.
 */
export function summaryStart(lines: readonly Line[]): number {
  const apart = lines.findLastIndex(
    (line, at) => at > 0 && line.indent === ' ' && lines[at - 1]?.indent !== ' ' && isProse(line),
  )
  if (apart !== -1) return apart
  const [before, last] = lines.slice(-2)
  if (before === undefined || last === undefined || !isProse(last)) return lines.length
  if (FIRST_PERSON.test(last.text) || !WHOLE.test(last.text)) return lines.length
  return !isProse(before) || last.gap > 1 || isSigned(lines.slice(-NOTES, -1)) ? lines.length - 1 : lines.length
}
