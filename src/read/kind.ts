/** Which of several statements about the kind of a document is taken. */
import type { Found } from '../document.ts'

/** Broader kind of each kind, as in the scheme `document-type`. */
const BROADER: Readonly<Record<string, string>> = {
  telegram: 'correspondence',
  'ciphered-telegram': 'telegram',
  dispatch: 'correspondence',
  letter: 'correspondence',
  'diplomatic-note': 'correspondence',
  'note-verbale': 'diplomatic-note',
  'aide-memoire': 'diplomatic-note',
  instruction: 'correspondence',
  'enclosed-message': 'correspondence',
  'memorandum-of-conversation': 'conversation-record',
  'telephone-conversation-record': 'conversation-record',
  'intelligence-report': 'report',
}

function isNarrower(kind: string, other: string): boolean {
  const broader = BROADER[kind]
  return broader !== undefined && (broader === other || isNarrower(broader, other))
}

/** The first statement, unless a later one says the same more exactly (Cable and Ciphered Telegram). */
export function mostSpecific(kinds: readonly (Found<string> | undefined)[]): Found<string> | undefined {
  return kinds.reduce(
    (best, kind) => (best === undefined || (kind && isNarrower(kind.value, best.value)) ? kind : best),
    undefined,
  )
}

/** Whether the kind has a sender and a receiver. */
export function isCorrespondence(kind: string | undefined): boolean {
  return kind !== undefined && (kind === 'correspondence' || isNarrower(kind, 'correspondence'))
}
