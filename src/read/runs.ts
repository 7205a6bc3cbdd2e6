/** Cuts the header and the signature off a text that lost its lines: what stands in one run belongs on lines of its own. */
import { findDates } from '../grammar/date.ts'
import { findCopyNumber } from '../grammar/distribution.ts'
import { findMarkings } from '../grammar/marking.ts'
import { type Line, partOfLine } from './lines.ts'
import { signersIn } from './signature.ts'

/** In characters; a longer line has lost its breaks. */
const RUN = 200
/** How far a header may reach into a run, and how far before its end a signature may begin. */
const HEAD = 300
const TAIL = 160

/** The lines of a text, with header and signature cut off where they stand in a run. */
export function cutRuns(lines: readonly Line[]): Line[] {
  const last = lines.length - 1
  return lines.flatMap((line, at) => {
    const isRun = line.text.length > RUN
    const cuts = [...(at === 0 && isRun ? headEnd(line.text) : []), ...(at === last ? tailCuts(line.text, isRun) : [])]
    return [0, ...cuts].map((from, index) => partOfLine(line, from, cuts[index])).filter(({ text }) => text !== '')
  })
}

/** Where a marking at the head ends, with the copy number and the date that follow it directly. */
function headEnd(text: string): number[] {
  const head = text.slice(0, HEAD)
  const marks = findMarkings(head)
  const first = marks[0]
  if (first === undefined || /[.!?]\s+\p{Lu}\p{Ll}/u.test(head.slice(0, first.start))) return []
  const facts = [...marks, ...[findCopyNumber(head)].filter((copy) => copy !== undefined), ...findDates(head)]
  return [
    facts
      .sort((a, b) => a.start - b.start)
      .reduce(
        (end, fact) => (/^[\s,;.]{0,3}$/u.test(head.slice(end, fact.start)) ? Math.max(end, fact.end) : end),
        first.end,
      ),
  ]
}

/** A name, and a date. */
const SIGNED = /^(?<name>\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,2}\.?)(?<date>\s+[\d./-]{6,10})?$/u
const SENTENCE_END = /[.!?…]["”»)\]]*\s+(?=\p{Lu})/gu

/** Where behind the last sentence a signature begins, and where the date behind it does. */
function tailCuts(text: string, isRun: boolean): number[] {
  const from = Math.max(0, text.length - TAIL)
  for (const found of text.slice(from).matchAll(SENTENCE_END)) {
    const start = from + found.index + found[0].length
    const words = text.slice(start)
    const named = SIGNED.exec(words)?.groups
    if (named && isRun) return named.date ? [start, start + (named.name?.length ?? 0)] : [start]
    // Behind a short line only an office makes a name a signature.
    if (words.split(' ').length > (isRun ? 1 : 3) && signersIn(words).length > 0) return [start]
  }
  return []
}
