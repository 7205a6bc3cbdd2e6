/** An event as read from its sentence, and what verbs and nouns of events have in common: persons with it, its place. */
import type { Name } from '../document.ts'
import type { EventKind, EventReport, Factuality } from '../statements.ts'
import type { Discourse } from './discourse.ts'
import type { Findings } from './findings.ts'
import { distinct, isAmong } from './hearers.ts'
import type { Phrase } from './phrases.ts'
import type { Parsed } from './subjects.ts'

type Participant = EventReport['participants'][number]

export interface EventDraft {
  readonly kind: EventKind
  readonly rule: string
  readonly factuality: Factuality
  readonly participants: readonly Participant[]
  readonly place?: Name
  /** The clause: positions of tokens, the end exclusive. */
  readonly from: number
  readonly to: number
}

export interface EventContext {
  readonly parsed: Parsed
  readonly discourse: Discourse
  readonly findings: Findings
  readonly without: ReadonlySet<string>
}

/** What is done as a habit is no event. */
export const HABIT =
  /\b(?:annually|often|rarely|usually|always|frequently|daily|seldom|regularly|sometimes|every (?:day|week|month|year|time))\b/

export const isPlace = ({ name }: Phrase): boolean => name?.kind === 'place' || name?.kind === 'state'

/** The place named after `to`, `in` or `at` in `[from, to)`. */
export function placeIn(
  { tokens, phrases }: Parsed,
  from: number,
  to: number,
  after = /^(?:to|in|at)$/,
): { place?: Name } {
  const phrase = phrases.find(
    (p) => p.from >= from && p.from < to && isPlace(p) && !p.owns && after.test(tokens[p.from - 1]?.lower ?? ''),
  )
  return phrase?.name === undefined ? {} : { place: phrase.name }
}

/** Those named after `with`. */
export const withPhrases = ({ tokens, phrases }: Parsed, from: number, to: number): Phrase[] =>
  phrases.filter((p) => p.from > from && p.from < to && !isPlace(p) && !p.owns && tokens[p.from - 1]?.lower === 'with')

/** Those named after `for`. */
export const forPhrases = ({ tokens, phrases }: Parsed, from: number): Phrase[] =>
  phrases.filter((p) => p.from > from && p.from < from + 5 && !isPlace(p) && tokens[p.from - 1]?.lower === 'for')

/** Participants with their roles: who visits and who is visited, who receives and who is received. */
export function withRoles(
  kind: EventKind,
  doers: readonly Name[],
  others: readonly Name[],
  hosts: boolean,
): Participant[] {
  const roles =
    kind === 'Visit'
      ? (['visitor', 'host'] as const)
      : hosts
        ? (['host', 'visitor'] as const)
        : (['participant', 'participant'] as const)
  const [first, second] = [distinct(doers), distinct(others).filter((name) => !isAmong(doers, [name]))]
  return [...first.map((name) => ({ name, role: roles[0] })), ...second.map((name) => ({ name, role: roles[1] }))]
}
