/** An act as read from its sentence, before acts are joined with each other and with events. */
import type { ActKind, Certainty, Factuality, Name } from '../document.ts'

export interface ActDraft {
  readonly kind: ActKind
  readonly rule: string
  readonly factuality: Factuality
  readonly actors: readonly Name[]
  readonly addressees: readonly Name[]
  readonly onBehalfOf: readonly Name[]
  readonly relayedBy: readonly Name[]
  readonly content?: string
  readonly condition?: string
  readonly appointee?: Name
  readonly appointedTo?: Name
  readonly certainty: Certainty
  /** The clause: positions of tokens, the end exclusive. */
  readonly from: number
  readonly to: number
  /** Sentence of the text, counted from 0. */
  readonly sentence: number
  /** Answers what was asked or offered before. */
  readonly answers: boolean
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
    ...facts,
  }
}
