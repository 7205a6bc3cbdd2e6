/** Generated from ontology/schemes.ttl by `npm run vocabulary`; do not edit. The concepts of each scheme. */
import { vocabulary } from './vocabulary.ts'

export const certainty = vocabulary('https://w3id.org/diplomacy/vocab/certainty/', [
  'inferred',
  'stated',
  'uncertain',
])

export const classificationMarking = vocabulary('https://w3id.org/diplomacy/vocab/classification-marking/', [
  'confidential',
  'official-use',
  'restricted',
  'secret',
  'special',
  'special-file',
  'strictly-secret',
  'top-secret',
  'unclassified',
])

export const dateBasis = vocabulary('https://w3id.org/diplomacy/vocab/date-basis/', [
  'citation',
  'date-line',
  'form-field',
  'heading',
  'inference',
  'page-header',
  'signature',
  'stamp',
  'text',
  'title',
])

export const distributionKind = vocabulary('https://w3id.org/diplomacy/vocab/distribution-kind/', [
  'file-copy',
  'office',
  'person',
])

export const documentType = vocabulary('https://w3id.org/diplomacy/vocab/document-type/', [
  'aide-memoire',
  'ciphered-telegram',
  'conversation-record',
  'correspondence',
  'decree',
  'diplomatic-note',
  'dispatch',
  'editorial-note',
  'enclosed-message',
  'instruction',
  'intelligence-report',
  'interview',
  'journal',
  'journal-entry',
  'letter',
  'memorandum',
  'memorandum-of-conversation',
  'minutes',
  'note-verbale',
  'other',
  'petition',
  'protocol',
  'public-statement',
  'report',
  'resolution',
  'speech',
  'telegram',
  'telephone-conversation-record',
  'transcript',
  'treaty',
])

export const factuality = vocabulary('https://w3id.org/diplomacy/vocab/factuality/', [
  'actual',
  'conditional',
  'hypothetical',
  'negated',
  'ongoing',
  'planned',
  'proposed',
])

export const holdingStatus = vocabulary('https://w3id.org/diplomacy/vocab/holding-status/', [
  'acting',
  'deputy',
  'designate',
  'former',
  'in-office',
])

export const nameKind = vocabulary('https://w3id.org/diplomacy/vocab/name-kind/', [
  'code-name',
  'established',
  'initials-and-surname',
  'inverted',
  'original-script',
  'reading-error',
  'romanisation-variant',
  'surname',
  'variant',
])

export const numberKind = vocabulary('https://w3id.org/diplomacy/vocab/number-kind/', [
  'incoming',
  'issuing',
  'outgoing',
  'registry',
  'special',
  'telegram',
  'unlabelled',
])

export const omissionKind = vocabulary('https://w3id.org/diplomacy/vocab/omission-kind/', [
  'editorial',
  'illegible',
  'withheld',
])

export const precedence = vocabulary('https://w3id.org/diplomacy/vocab/precedence/', [
  'immediate',
  'priority',
  'routine',
  'top-priority',
  'urgent',
])

export const precision = vocabulary('https://w3id.org/diplomacy/vocab/precision/', [
  'day',
  'interval',
  'minute',
  'month',
  'season',
  'unknown',
  'year',
])

export const reviewStatus = vocabulary('https://w3id.org/diplomacy/vocab/review-status/', [
  'accepted',
  'rejected',
  'unreviewed',
])

export const textZone = vocabulary('https://w3id.org/diplomacy/vocab/text-zone/', [
  'body',
  'boilerplate',
  'catalogue',
  'citation',
  'credits',
  'distribution',
  'document-header',
  'footnote',
  'listing-row',
  'page-header',
  'related',
  'signature',
  'source-note',
  'stamp',
  'summary',
])

export const transmissionPhase = vocabulary('https://w3id.org/diplomacy/vocab/transmission-phase/', [
  'circulated',
  'deciphered',
  'drafted',
  'forwarded',
  'handed-in',
  'received',
  'sent',
])

export const unitLevel = vocabulary('https://w3id.org/diplomacy/vocab/unit-level/', [
  'box',
  'call-number',
  'delo',
  'division',
  'dossier',
  'file',
  'folder',
  'fonds',
  'issue',
  'item',
  'lot',
  'opis',
  'papka',
  'record-group',
  'reel',
  'series',
  'volume',
])
