/** The grammar of handling times: `Received on 4:10 am, 14 May 1950`, `Deciphered by X on 10/14/50 at 7:45 a.m.` */
import type { Certainty, DateValue, Transmission } from '../document.ts'
import { dateValue } from './calendar.ts'
import { timeAfter } from './clock.ts'
import { type DateHint, findDates } from './date.ts'
import type { Match } from './match.ts'

/** A step whose phase is settled; `certainty` is there when the phase is a conclusion. */
export interface SettledTransmission extends Match<Transmission> {
  readonly certainty?: Certainty
}

const PHASES: readonly (readonly [RegExp, Transmission['phase']])[] = [
  [/^handed\s+in/iu, 'handed-in'],
  [/^(?:sent|transmitted|dispatched|despatched|отправлена)/iu, 'sent'],
  [/^(?:received|arrived|came|получена)/iu, 'received'],
  [/^(?:deciphered|decoded|decrypted)/iu, 'deciphered'],
  [/^(?:forwarded|passed)/iu, 'forwarded'],
  [/^(?:circulated|distributed)/iu, 'circulated'],
  [/^(?:drafted|typed|dictated)/iu, 'drafted'],
]

const VERB =
  /(?<=^\W{0,12}|[\n/;[(]\W{0,6}|\d(?:\.|\s[ap]\.?m\.?)?\s|\b(?:and|was|From \p{L}+ \d+)\s)(?:handed\s+in|sent|transmitted|dispatched|despatched|received|arrived|came|deciphered|decoded|decrypted|forwarded|passed|circulated|distributed|drafted|typed|dictated)\b/giu
/** Words that may stand between the verb and its time: who, where, by what. */
const LONGEST = 120

/**
 * The steps a text tells, in order, each with the date and clock time behind it. A step without a date counts only at
 * the start of its line with `on`, `at`, `by` or a time behind it.
 */
export function findTransmissions(text: string, hint: DateHint = {}): Match<Transmission>[] {
  const verbs = [...text.matchAll(VERB)]
  if (verbs.length === 0) return []
  const dates = findDates(text, hint)
  const steps: Match<Transmission>[] = []
  let next = 0
  for (const [index, verb] of verbs.entries()) {
    const after = verb.index + verb[0].length
    const newline = text.indexOf('\n', after)
    const limit = Math.min(verbs[index + 1]?.index ?? text.length, newline < 0 ? text.length : newline, after + LONGEST)
    while ((dates[next]?.start ?? Infinity) < after) next += 1
    const date = dates[next]
    if (!date || date.start > limit || /[.!?]\s+\p{Lu}/u.test(text.slice(after, date.start))) {
      const timed = timeOnly(
        text,
        after,
        dates.findLast(({ end }) => end <= verb.index),
      )
      const phase = phaseOf(verb[0], steps)
      if (timed) steps.push({ value: { phase, date: timed.value }, start: verb.index, end: timed.end })
      continue
    }
    const phase = phaseOf(text.slice(verb.index, date.start), steps)
    steps.push({ value: { phase, date: date.value }, start: verb.index, end: date.end })
  }
  return steps
}

/** In characters: a dateline and the time of receipt stand side by side. */
const NEAR = 40

/** `December 7, 1943—4 p.m. [Received 6:20 p.m.]`: a time without a day is of the day just named. */
function timeOnly(text: string, position: number, before: Match<DateValue> | undefined): Match<DateValue> | undefined {
  const time = timeAfter(text, position)
  const day = before?.value.edtf.slice(0, 10)
  if (!time || !before || position - before.end > NEAR || !/^\d{4}-\d\d-\d\d$/.test(day ?? '')) return undefined
  const value = dateValue(day ?? '', time.value)
  return value && { value, start: position, end: time.end }
}

function phaseOf(words: string, before: readonly Match<Transmission>[]): Transmission['phase'] {
  const phase = PHASES.find(([pattern]) => pattern.test(words))?.[1] ?? 'sent'
  const arrived = before.some(({ value }) => value.phase === 'received')
  // What has arrived and then is dispatched to, or arrives at, another office is passed on.
  const onward = phase === 'received' || (phase === 'sent' && /^\p{L}+\s+to\b/u.test(words))
  return arrived && onward ? 'forwarded' : phase
}

/**
 * Settles phases that depend on each other: on one form a text that is `received` before it is `sent` was handed in at
 * the cipher office then; its receipt at the other end is not told. That reading is inferred.
 */
export function settleTransmissions(steps: readonly Match<Transmission>[]): SettledTransmission[] {
  const sent = steps.find(({ value }) => value.phase === 'sent')?.value.date?.edtf
  return steps.map((step) =>
    step.value.phase === 'received' && sent !== undefined && isBefore(step.value.date?.edtf, sent)
      ? { ...step, value: { ...step.value, phase: 'handed-in' }, certainty: 'inferred' }
      : step,
  )
}

/** Whether the one local time is before the other; a day without a time is not before a time of that day. */
function isBefore(one: string | undefined, other: string): boolean {
  if (one === undefined) return false
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}
