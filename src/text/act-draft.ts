/** An act as read from its sentence, before acts are joined with each other and with events. */
import type { Certainty } from '../document.ts'
import type { ActReport } from '../statements.ts'
import type { Discourse } from './discourse.ts'
import type { Findings } from './findings.ts'
import type { Parsed } from './subjects.ts'

export interface ActDraft extends Omit<ActReport, 'event' | 'respondsTo'> {
  readonly rule: string
  readonly certainty: Certainty
  /** The clause: positions of tokens, the end exclusive. */
  readonly from: number
  readonly to: number
  /** Sentence of the text, counted from 0. */
  readonly sentence: number
  /** Answers what was asked or offered before. */
  readonly answers: boolean
  /** The clause names its addressee. */
  readonly isAddressed: boolean
  /** A question that its own sentence answers. */
  readonly isAnswered?: true
}

/** The sentence that the rules of acts are tried on, and what is known where it stands. */
export interface ActContext {
  readonly parsed: Parsed
  readonly discourse: Discourse
  readonly findings: Findings
  /** Number of the sentence in the text. */
  readonly number: number
  /** Rules that are switched off. */
  readonly without: ReadonlySet<string>
}

/** An act of which only kind, place and some facts are known; the rest is empty. */
export function draft(
  facts: Partial<ActDraft> & Pick<ActDraft, 'kind' | 'rule' | 'from' | 'to' | 'sentence'>,
): ActDraft {
  return {
    factuality: 'actual',
    actors: [],
    addressees: [],
    onBehalfOf: [],
    relayedBy: [],
    certainty: 'stated',
    answers: false,
    isAddressed: false,
    ...facts,
  }
}
