/** The type of a document, and the class that it makes the document. */
import type { Standing } from '../document.ts'
import type { ClassName } from '../rdf/vocabulary/superclasses.ts'
import { facts, firstFact, type Scope } from './scope.ts'

/** Classes of document types; every other type is a plain document with its concept. */
const CLASSES: Readonly<Record<string, ClassName>> = {
  correspondence: 'Correspondence',
  telegram: 'Telegram',
  'ciphered-telegram': 'Telegram',
  dispatch: 'Correspondence',
  letter: 'Correspondence',
  'diplomatic-note': 'Correspondence',
  'note-verbale': 'Correspondence',
  'aide-memoire': 'Correspondence',
  instruction: 'Correspondence',
  'enclosed-message': 'EnclosedMessage',
  journal: 'Journal',
  'journal-entry': 'JournalEntry',
  'conversation-record': 'ConversationRecord',
  'memorandum-of-conversation': 'ConversationRecord',
  'telephone-conversation-record': 'ConversationRecord',
}

/** Slug of the document type: as read, else what the way in which the document is known implies. */
export function typeOf(scope: Scope): string | undefined {
  const read = firstFact(scope, (document) => document.type)?.found.value
  if (read !== undefined) return read
  if (stands(scope, 'enclosed')) return 'enclosed-message'
  if (stands(scope, 'carrier')) return 'journal'
  return isEntry(scope) ? 'journal-entry' : undefined
}

/** The class of a document: its place in another counts more than its type. An entry without a day is a mere document. */
export function classOf(scope: Scope): ClassName {
  if (stands(scope, 'enclosed')) return 'EnclosedMessage'
  if (stands(scope, 'carrier')) return 'Journal'
  const name = isEntry(scope)
    ? 'JournalEntry'
    : (CLASSES[typeOf(scope) ?? ''] ?? (isSent(scope) ? 'Correspondence' : 'Document'))
  const dated = scope.members.some(({ document }) => document.dates.length > 0)
  return name === 'JournalEntry' && !dated ? 'Document' : name
}

/** Whether somebody sends it to somebody, whatever kind of paper it is. */
function isSent(scope: Scope): boolean {
  const roles = new Set(facts(scope, (document) => document.parties).map(({ found }) => found.value.role))
  return roles.has('sender') && roles.has('addressee')
}

const stands = ({ members }: Scope, standing: Standing): boolean =>
  members.some(({ document }) => document.standing === standing)

/** Whether a journal is known of which the document is one day. */
export const isEntry = ({ members }: Scope): boolean => members.some(({ journal }) => journal !== undefined)
