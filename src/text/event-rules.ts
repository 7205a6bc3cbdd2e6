/** The rules by which meetings, visits and other events are read. Data only; each can be switched off by its name. */
import type { EventKind } from '../statements.ts'

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
    describes: 'To go, come, travel or fly to a place, to arrive or be there; not to return.',
    kind: 'Visit',
    verbs: ['go', 'travel', 'fly', 'arrive', 'come', 'be'],
    needs: 'place',
    words: /^(?!.*\b(?:back|home)\b)/,
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
  /** Where the noun means something else: words before, the noun as written, words after, parted by ` | `. */
  readonly unless?: RegExp
  /** Where the event is only to come, in the same form. */
  readonly planned?: RegExp
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
  {
    name: 'negotiations-named',
    describes: 'Negotiations.',
    kind: 'Negotiation',
    nouns: /^negotiations?$/,
    planned: new RegExp(
      [
        '\\b(?:enter|open|begin|start|resume|initiate|commence|undertake|attempt|conduct) (?:into |up )?(?:\\S+ ){0,3}\\|',
        '\\b(?:entering|opening|beginning|starting|resuming|initiating) (?:into )?(?:\\S+ ){0,3}\\|',
        '\\b(?:for|possible|prospective|projected|subsequent|direct|into) (?:a |\\w+al )?\\| negotiations? \\| (?:with|between|on|regarding|concerning)\\b(?<!(?:entered|went|gone) into (?:a )?\\| negotiations? \\| \\w+)',
        '\\| negotiations? \\| (?:\\S+ ){0,6}?(?:to be|be|should be|could be|can be|might be) \\w+(?:ed|en|un)\\b',
      ].join('|'),
      'i',
    ),
  },
  {
    name: 'conference-named',
    describes: 'A conference, congress or plenum.',
    kind: 'Conference',
    nouns: /^(?:conference|congress|plenum|summit)$/,
    unless:
      /\b(?:press|news) \| conference\b|\b(?:in|into|into a|in a) \| conference \| with\b|(?<!(?:\b[Pp]arty|[Nn]ational|[Ww]orld|[Pp]eace|[Yy]outh|[Uu]nions?|s['’]|[Ww]riters|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|\d(?:st|nd|rd|th)|[XVI]+|[Cc]onstituent|[Ff]ounding|CC|CPSU|CP)(?: [Pp]arty)?) \| Congress \| (?!of (?:the )?(?:\S+ ){0,3}(?:[Pp]art(?:y|ies)|[Uu]nions?|[Ww]riters|[Pp]eoples?|[Ww]omen|[Yy]outh|CPSU|CP|KWP|CCP)\b|of (?:Vienna|Berlin|Paris)\b)|\| Congress \| of the United States\b/,
    planned:
      /\b(?:call|convene|convoke|propose|suggest|arrange|attend|hold|for|about calling) (?:\S+ ){0,3}\| \w+ \||\| \w+ \| (?:\S+ ){0,3}?(?:to be|be|is to be|will be|should be|could be) (?:\w+ )?(?:called|held|convened|convoked|arranged|summoned|transferred|postponed)\b/i,
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
