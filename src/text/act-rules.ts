/** The rules by which verbs of diplomatic prose are read as acts. Data only; each can be switched off by its name. */
import { CLAUSE, type VerbRule } from './act-rule.ts'
import { PHRASE_RULES } from './phrase-rules.ts'
import { CONTENT_RULES, SAYING_RULES } from './saying-rules.ts'

const WISHING = /^(?:like|want(?:s|ed)?|wish(?:es|ed)?)$/
/** A wish denied, or only thought of: `may wish to`, `do not wish to`. */
const NO_WISH = /\|(?: \S+)*? (?:may|might|can|could|will|not|never|no)\b[^|]*\||\byou \|/
/** A noun that looks like a verb: `the embassy's request`, `in order to`. */
const noun = (words: string): string => `(?<!\\b(?:i|we|you|they|who|\\w{3,}s)) \\| (?:${words}) \\||\\| in order \\|`
/** What one calls on somebody for, in person. */
const ON_A_VISIT =
  'see|discuss|talk|speak|inquire|enquire|ask|say|tell|inform|present|convey|pay|thank|deliver|leave|express|hand|bid|take|read|request|urge|obtain|learn|find|ascertain|explain|report|give|make|protest|propose|communicate|submit|clarify'
const ASSERTS = 'is|are|was|were|has|had|have|did|does|do|could|can|would|will'

/** Verbs that name their act: to ask, to invite, to promise. */
const ACT_RULES: readonly VerbRule[] = [
  {
    name: 'thanks-verb',
    describes: 'To thank somebody.',
    kind: 'ThanksAct',
    verbs: ['thank'],
    takes: CLAUSE,
  },
  {
    name: 'inquiry-verb',
    describes: 'To ask whether, what or about; to inquire.',
    kind: 'InquiryAct',
    verbs: ['ask', 'inquire', 'enquire', 'wonder'],
    takes: ['question', 'about', 'speech'],
  },
  {
    name: 'inquiry-asked',
    describes: 'To ask somebody whether, what, why; to ask questions.',
    kind: 'InquiryAct',
    verbs: ['ask'],
    takes: CLAUSE,
    words:
      /^ask (?:(?!(?:to|that|for|not|please)\b)[^\s,;:"“”]+ ){0,7}?(?:(?:if|whether|what|whom|why|how)\b|questions?\b)/,
  },
  {
    name: 'inquiry-wish',
    describes: 'Would like or wants to know, learn or hear something.',
    kind: 'InquiryAct',
    verbs: ['know', 'learn', 'hear'],
    takes: CLAUSE,
    wish: WISHING,
    unless: NO_WISH,
  },
  {
    name: 'request-verb',
    describes: 'To ask, request, beg or urge somebody to do something; to ask for something.',
    kind: 'RequestAct',
    verbs: ['ask', 'request', 'beg', 'urge', 'implore', 'petition', 'demand', 'solicit', 'entreat'],
    takes: ['infinitive', 'that', 'for', 'object', 'about', 'speech'],
    unless: new RegExp(noun('request|demand|petition')),
  },
  {
    name: 'request-called-for',
    describes: 'To call on somebody to do something, to appeal to him to, to insist on something or that it be done.',
    kind: 'RequestAct',
    verbs: ['call', 'appeal', 'insist'],
    takes: ['infinitive', 'for', 'about', 'that', 'to'],
    words: new RegExp(
      [
        `^call (?:up)?on (?:(?!to )[^\\s,;]+ ){1,9}?to (?!(?:${ON_A_VISIT})\\b)`,
        '^call for (?!(?:me|him|her|us|them|you)\\b)',
        '^appeal (?:for|to (?:[^\\s,;]+ ){1,9}?(?:to|for|that|not))\\b',
        '^insist (?:up)?on\\b',
        `^insist (?:that )?(?:(?!(?:${ASSERTS})\\b)\\S+ ){1,10}?(?:should|must|shall|be|ought)\\b`,
        `^insist (?:that )?(?!(?:up)?on\\b|to\\b)(?!(?:\\S+ ){0,12}?(?:${ASSERTS}|\\w{2,}ed)\\b)`,
      ].join('|'),
    ),
  },
  {
    name: 'request-wish',
    describes: 'Would like or wants to receive, visit, change or settle something.',
    kind: 'RequestAct',
    verbs: [
      'receive',
      'obtain',
      'familiarize',
      'acquaint',
      'clarify',
      'change',
      'resolve',
      'conduct',
      'meet',
      'visit',
      'have',
      'see',
      'send',
      'settle',
    ],
    takes: CLAUSE,
    wish: WISHING,
    unless: new RegExp(`${NO_WISH.source}|to see \\| (?:$|,|(?:\\S+ ){0,4}?\\w{2,}ed\\b)|like to see \\| (?!you\\b)`),
  },
  {
    name: 'invitation-verb',
    describes: 'To invite somebody.',
    kind: 'InvitationAct',
    verbs: ['invite'],
    takes: CLAUSE,
  },
  {
    name: 'proposal-verb',
    describes: 'To propose, suggest, recommend or offer.',
    kind: 'ProposalAct',
    verbs: ['propose', 'suggest', 'recommend', 'offer'],
    takes: CLAUSE,
  },
  {
    name: 'advice-verb',
    describes: 'To advise or counsel somebody to do something, or that something should be.',
    kind: 'ProposalAct',
    verbs: ['advise', 'counsel'],
    takes: ['infinitive', 'object', 'with'],
  },
  {
    name: 'advice-that',
    describes: 'To advise that something should or must be.',
    kind: 'ProposalAct',
    verbs: ['advise', 'counsel'],
    takes: ['that', 'speech'],
    content: /^(?:\S+ ){0,12}?(?:should|must|ought|not|be|better|wait)\b/,
  },
  {
    name: 'information-advised',
    describes: 'To advise somebody of something, that it is so, whether it is.',
    kind: 'InformationAct',
    verbs: ['advise'],
    takes: ['that', 'speech', 'question', 'about', 'nothing'],
  },
  {
    name: 'agreement-verb',
    describes: 'To agree, accept, consent, approve, support or arrange.',
    kind: 'AgreementAct',
    verbs: ['agree', 'accept', 'consent', 'approve', 'concur', 'endorse', 'arrange', 'assent', 'acquiesce'],
    takes: CLAUSE,
    negated: 'RefusalAct',
    answers: true,
  },
  {
    name: 'refusal-verb',
    describes: 'To refuse, decline, reject or turn down.',
    kind: 'RefusalAct',
    verbs: ['refuse', 'decline', 'reject', 'rebuff', 'disagree'],
    takes: CLAUSE,
    answers: true,
  },
  {
    name: 'assurance-verb',
    describes: 'To assure, promise, pledge, guarantee or undertake.',
    kind: 'AssuranceAct',
    verbs: ['assure', 'promise', 'pledge', 'guarantee', 'undertake', 'vow', 'swear', 'reassure'],
    takes: CLAUSE,
    words: /^(?!undertake\b)|^undertake (?:\w+ )?(?:(?:not )?to|that)\b/,
    unless:
      /\| (?:it|him|her|them|our|my|your|one)sel(?:f|ves)\b|\| undertook \| (?:merely|only)\b|\b(?:is|are|was|were|been|am) (?:\w+ )?undertaking \||\| reassuring \|/,
    answers: true,
  },
  {
    name: 'instruction-verb',
    describes: 'To order, instruct, entrust, task or forbid.',
    kind: 'InstructionAct',
    verbs: ['order', 'instruct', 'command', 'entrust', 'forbid', 'prohibit', 'task'],
    takes: CLAUSE,
    words: /^(?!command\b)|^command (?!(?:a|an|the|no|some)\b)(?:\S+ ){1,6}?(?:to|that)\b/,
    unless: new RegExp(
      `${noun('order|command|task')}|\\| instruct(?:s|ed)? \\| (?:\\S+ ){0,3}?(?:whether|if|what|how|when)\\b`,
    ),
  },
  {
    name: 'permission-verb',
    describes: 'To authorise or empower somebody to do something, or something to be done.',
    kind: 'AgreementAct',
    verbs: ['authorize', 'authorise', 'empower'],
    takes: ['object', 'infinitive', 'that', 'nothing'],
    negated: 'RefusalAct',
    unless: /\| (?:[^|]* )?(?:authori[sz]ed|empowered) \| (?:$|(?:to|by|in|for|under|on|at|sign)\b)/,
  },
  {
    name: 'appointment-verb',
    describes: 'To appoint, nominate or designate somebody.',
    kind: 'AppointmentAct',
    verbs: ['appoint', 'nominate', 'designate'],
    takes: CLAUSE,
  },
  {
    name: 'protest-verb',
    describes: 'To protest or object.',
    kind: 'ProtestAct',
    verbs: ['protest', 'object'],
    takes: CLAUSE,
  },
  {
    name: 'criticism-verb',
    describes: 'To criticise, condemn, accuse, blame, deplore or complain.',
    kind: 'OpinionAct',
    verbs: ['complain', 'condemn', 'denounce', 'accuse', 'reproach', 'criticize', 'criticise', 'blame', 'deplore'],
    takes: CLAUSE,
    unless: /\| [^|]*denounc\w+ \| (?:\S+ ){0,5}?(?:treaty|agreement|pact|convention|armistice)\b/,
  },
  {
    name: 'information-verb',
    describes: 'To inform, report, notify, communicate, announce, remind or brief.',
    kind: 'InformationAct',
    verbs: [
      'inform',
      'report',
      'notify',
      'communicate',
      'announce',
      'remind',
      'brief',
      'apprise',
      'relate',
      'recount',
      'disclose',
      'acquaint',
      'convey',
      'transmit',
    ],
    takes: CLAUSE,
  },
]

/** In order: the first rule that fits a verb makes the act. */
export const VERB_RULES: readonly VerbRule[] = [...CONTENT_RULES, ...PHRASE_RULES, ...ACT_RULES, ...SAYING_RULES]
