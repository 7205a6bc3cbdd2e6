/** The rules by which meetings, visits and other events are read. Data only; each can be switched off by its name. */
import type { EventKind } from '../document.ts'

export interface EventVerbRule {
  readonly name: string
  readonly describes: string
  readonly kind: EventKind
  readonly verbs: readonly string[]
  /** What must follow: a person, with a person, a place, a noun of an event, nothing. */
  readonly needs: 'person' | 'with' | 'place' | 'noun' | 'host'
  /** Words that must stand in the clause. */
  readonly words?: RegExp
  /** The subject is the host, not the visitor. */
  readonly hosts?: true
}

export const EVENT_VERBS: readonly EventVerbRule[] = [
  {
    name: 'telephone-talk',
    describes: 'To talk by telephone, to telephone somebody.',
    kind: 'TelephoneCall',
    verbs: ['talk', 'speak', 'converse', 'telephone', 'phone', 'call'],
    needs: 'with',
    words: /\b(?:by|on|over) (?:the )?(?:tele)?phone\b|^(?:had |has )?(?:tele)?phoned?\b/,
  },
  {
    name: 'visit-somebody',
    describes: 'To visit a person or a place.',
    kind: 'Visit',
    verbs: ['visit'],
    needs: 'host',
  },
  {
    name: 'meeting-with',
    describes: 'To meet somebody, to meet with somebody.',
    kind: 'Meeting',
    verbs: ['meet'],
    needs: 'with',
  },
  {
    name: 'reception-of-person',
    describes: 'To receive a person.',
    kind: 'Meeting',
    verbs: ['receive'],
    needs: 'person',
    hosts: true,
  },
  {
    name: 'talk-with',
    describes: 'To talk or speak with somebody.',
    kind: 'Conversation',
    verbs: ['talk', 'speak', 'converse', 'confer'],
    needs: 'with',
    words: /\bwith\b/,
  },
  {
    name: 'negotiation-with',
    describes: 'To negotiate with somebody.',
    kind: 'Negotiation',
    verbs: ['negotiate'],
    needs: 'with',
  },
  {
    name: 'journey-to',
    describes: 'To go, come, travel or fly to a place, to arrive or be there.',
    kind: 'Visit',
    verbs: ['go', 'travel', 'fly', 'arrive', 'come', 'be', 'return'],
    needs: 'place',
  },
  {
    name: 'event-held',
    describes: 'To hold, have, give or attend a meeting, talks, a reception.',
    kind: 'Event',
    verbs: [
      'hold',
      'have',
      'give',
      'attend',
      'host',
      'conduct',
      'begin',
      'open',
      'make',
      'pay',
      'arrange',
      'organize',
      'invite',
    ],
    needs: 'noun',
  },
]

export interface EventNounRule {
  readonly name: string
  readonly describes: string
  readonly kind: EventKind
  readonly nouns: RegExp
}

export const EVENT_NOUNS: readonly EventNounRule[] = [
  {
    name: 'visit-named',
    describes: 'A visit, trip or journey.',
    kind: 'Visit',
    nouns: /^(?:visit|visits|trip|journey)$/,
  },
  {
    name: 'reception-named',
    describes: 'A reception, dinner, luncheon or banquet.',
    kind: 'Reception',
    nouns: /^(?:reception|dinner|luncheon|lunch|banquet|supper|breakfast)$/,
  },
  { name: 'negotiations-named', describes: 'Negotiations.', kind: 'Negotiation', nouns: /^negotiations?$/ },
  {
    name: 'conference-named',
    describes: 'A conference, congress or plenum.',
    kind: 'Conference',
    nouns: /^(?:conference|congress|plenum|summit)$/,
  },
  {
    name: 'meeting-named',
    describes: 'A meeting or audience.',
    kind: 'Meeting',
    nouns: /^(?:meeting|meetings|audience)$/,
  },
  {
    name: 'conversation-named',
    describes: 'A conversation or talk.',
    kind: 'Conversation',
    nouns: /^(?:conversations?|talks?|discussions?)$/,
  },
]
