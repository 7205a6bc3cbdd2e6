/** The rules by which verbs of diplomatic prose are read as acts. Data only; each can be switched off by its name. */
import type { ActKind } from '../document.ts'
import type { Complement } from './complements.ts'

/** Where the addressee of an act stands: right after the verb, after `to`, `with`, `from`. */
export type Slot = 'object' | 'towards'

export interface VerbRule {
  readonly name: string
  readonly describes: string
  readonly kind: ActKind
  readonly verbs: readonly string[]
  /** What must follow the verb. */
  readonly takes: readonly Complement[]
  /** Nouns of which one must stand among the next words: `express` gratitude. */
  readonly nouns?: RegExp
  /** Words that the content must have. */
  readonly content?: RegExp
  /** A verb of saying: when what is said is itself an act, only that act is reported. */
  readonly frame?: true
  /** What the act is when the verb is negated. */
  readonly negated?: ActKind
  /** The act is an answer. */
  readonly answers?: true
  /** Only under a verb of wishing: `would like to receive`. */
  readonly wish?: true
  /** Only of `I` and `we`. */
  readonly firstPerson?: true
  /** The same act in the content is this act, not another. */
  readonly absorbs?: true
}

const CLAUSE: readonly Complement[] = [
  'that',
  'speech',
  'question',
  'object',
  'about',
  'nothing',
  'to',
  'with',
  'for',
  'infinitive',
]
const SAID: readonly Complement[] = ['that', 'speech', 'question', 'object']

/** Within the first words of the content, which are parted by single spaces. */
const early = (words: number, pattern: string): RegExp => new RegExp(`^(?:\\S+ ){0,${words}}?(?:${pattern})`)

/** Content that agrees, declines, promises, suggests, judges. */
const AGREEING = early(
  15,
  [
    '(?:i|we|they|who) (?:\\w+ly |also )?(?:agree|accept|support)\\b|(?:agrees|accepts|supports)\\b',
    '(?:he|she|they|we|i|it) (?:\\w+ly |also )?(?:agreed|accepted)\\b',
    '(?:is|are|was|were|would be|will be) (?:glad|happy|pleased|ready|willing|prepared)\\b',
    '(?:has|had|have) no objections?\\b|(?:\\S+ ){0,9}?will (?:fulfil|fulfill|comply|carry out|implement|follow)\\b',
    '(?:gives?|gave) (?:its|his|their) (?:consent|agreement)\\b',
  ].join('|'),
)
const REFUSING = early(
  12,
  '(?:is|are|was|were) (?:unable|unwilling)\\b|refuse[sd]?\\b|(?:can|could|will|would) ?not (?:agree|accept|consent|support)\\b|(?:do|does|did) not (?:agree|accept|support)\\b|(?:rejects|rejected|declines|declined)\\b',
)
const PROMISING = early(
  12,
  '(?:will|would|shall) (?:\\w+ ){0,3}?(?:taken? into (?:consideration|account)|do everything|provide|support|help|assist|fulfil|fulfill|consider|study|report|pass|convey|try|give)\\b',
)
const SUGGESTING = early(
  9,
  'there (?:might|could|should)\\b|one (?:could|might|should)\\b|you (?:should|could|must)\\b|it would be (?:better|good|advisable|expedient|useful)\\b',
)
const JUDGING =
  /\b(?:must|should|ought|needs?|necessary|advisable|inadvisable|expedient|important|correct|incorrect|wrong|better|best|impossible|believe[sd]?|consider(?:s|ed)?|thinks?|thought|opinion|the time has come|essential|vital|significant|desirable|reasonable|unacceptable|mistaken?|dangerous|interests? of|deserves?|interesting|attention to the fact)\b/

const SAYING = [
  'say',
  'state',
  'tell',
  'remark',
  'comment',
  'speak',
  'add',
  'continue',
  'conclude',
  'observe',
  'note',
  'mention',
  'explain',
  'describe',
  'recall',
  'reply',
  'answer',
  'respond',
  'retort',
  'declare',
  'express',
  'stipulate',
]
const REPLYING = ['reply', 'answer', 'respond', 'retort']
const DECLARING = [
  'declare',
  'underscore',
  'underline',
  'stress',
  'emphasize',
  'emphasise',
  'point',
  'assert',
  'maintain',
  'argue',
  'claim',
  'affirm',
  'insist',
  'remark',
  'observe',
  'comment',
  'warn',
  'admit',
  'acknowledge',
  'confirm',
  'criticize',
  'praise',
]

const HOLDING = ['consider', 'believe', 'think', 'suppose', 'deem', 'regard', 'find']

/** In order: the first rule that fits a verb makes the act. */
export const VERB_RULES: readonly VerbRule[] = [
  {
    name: 'refusal-in-the-negative',
    describes: 'Answers in the negative.',
    kind: 'RefusalAct',
    verbs: REPLYING,
    takes: CLAUSE,
    nouns: /\bin the negative\b|\bwith a refusal\b/,
    answers: true,
  },
  {
    name: 'agreement-in-the-affirmative',
    describes: 'Answers in the affirmative.',
    kind: 'AgreementAct',
    verbs: REPLYING,
    takes: CLAUSE,
    nouns: /\bin the affirmative\b|\bpositively\b/,
    answers: true,
  },
  {
    name: 'refusal-said',
    describes: 'A verb of saying with content that declines.',
    kind: 'RefusalAct',
    verbs: SAYING,
    takes: SAID,
    content: REFUSING,
    absorbs: true,
    answers: true,
  },
  {
    name: 'agreement-said',
    describes: 'A verb of saying or declaring with content that agrees or is willing.',
    kind: 'AgreementAct',
    verbs: [...SAYING, ...DECLARING],
    takes: SAID,
    content: AGREEING,
    absorbs: true,
    answers: true,
  },
  {
    name: 'assurance-said',
    describes: 'A verb of saying with content that says what will be done for the other side.',
    kind: 'AssuranceAct',
    verbs: [...REPLYING, 'say', 'state', 'declare'],
    takes: ['that', 'speech'],
    content: PROMISING,
    absorbs: true,
    answers: true,
  },
  {
    name: 'proposal-said',
    describes: 'A verb of saying with content that suggests: there might be, one could.',
    kind: 'ProposalAct',
    verbs: SAYING,
    takes: ['that', 'speech'],
    content: SUGGESTING,
  },
  {
    name: 'thanks-felt',
    describes: 'To be grateful or obliged.',
    kind: 'ThanksAct',
    verbs: ['be'],
    takes: CLAUSE,
    nouns: /^(?:grateful|thankful|indebted)\b/,
  },
  {
    name: 'refusal-felt',
    describes: 'To be unwilling or opposed.',
    kind: 'RefusalAct',
    verbs: ['be'],
    takes: CLAUSE,
    nouns: /^(?:unwilling|opposed to)\b/,
  },
  {
    name: 'thanks-verb',
    describes: 'To thank somebody.',
    kind: 'ThanksAct',
    verbs: ['thank'],
    takes: CLAUSE,
  },
  {
    name: 'thanks-expressed',
    describes: 'To express thanks, gratitude or appreciation.',
    kind: 'ThanksAct',
    verbs: ['express', 'convey', 'offer', 'give'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:thanks|gratitude|appreciation)\b/,
  },
  {
    name: 'wish-expressed',
    describes: 'To express a wish, a desire or a request, to turn to somebody with one.',
    kind: 'RequestAct',
    verbs: [
      'express',
      'convey',
      'communicate',
      'present',
      'make',
      'turn',
      'address',
      'approach',
      'submit',
      'raise',
      'appeal',
    ],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,6}(?:wish|wishes|desire|request|requests|hope)\b/,
  },
  {
    name: 'question-raised',
    describes: 'To raise or put a question, to make an inquiry.',
    kind: 'InquiryAct',
    verbs: ['raise', 'put', 'make', 'pose', 'address', 'take', 'show'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|interest in whether)\b/,
  },
  {
    name: 'proposal-made',
    describes: 'To make, submit or advance a proposal or recommendation.',
    kind: 'ProposalAct',
    verbs: ['make', 'submit', 'advance', 'introduce', 'put', 'present', 'come', 'give', 'speak'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:proposals?|recommendations?|suggestions?|initiative|in favou?r of)\b/,
  },
  {
    name: 'agreement-given',
    describes: 'To give or express consent, agreement or approval, to reach an agreement.',
    kind: 'AgreementAct',
    verbs: ['give', 'express', 'reach', 'grant', 'come', 'make'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:consent|agreement|approval|accord|solidarity)\b/,
    negated: 'RefusalAct',
  },
  {
    name: 'instruction-given',
    describes: 'To give orders, instructions, powers or a task.',
    kind: 'InstructionAct',
    verbs: ['give', 'issue', 'send'],
    takes: CLAUSE,
    nouns:
      /^(?:\S+ ){0,5}(?:orders?|instructions?|directives?|commands?|tasks?|rights|authority|powers|assignments?)\b/,
  },
  {
    name: 'assurance-given',
    describes: 'To give an assurance, promise or guarantee.',
    kind: 'AssuranceAct',
    verbs: ['give', 'make', 'offer', 'express'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:assurances?|promises?|guarantees?|pledges?|word|readiness|willingness)\b/,
  },
  {
    name: 'protest-lodged',
    describes: 'To lodge a protest, to express dissatisfaction, regret or concern.',
    kind: 'ProtestAct',
    verbs: ['lodge', 'make', 'express', 'send', 'deliver', 'raise', 'enter'],
    takes: CLAUSE,
    nouns:
      /^(?:\S+ ){0,4}(?:protests?|objections?|dissatisfaction|displeasure|indignation|disagreement|complaints?|concern)\b/,
  },
  {
    name: 'message-sent',
    describes: 'To send, address or hand over a letter, note, telegram or message, or to read one out.',
    kind: 'InformationAct',
    verbs: ['send', 'address', 'hand', 'deliver', 'pass', 'transmit', 'read', 'present', 'convey', 'forward', 'give'],
    takes: CLAUSE,
    nouns:
      /^(?:\S+ ){0,6}(?:letters?|notes?|telegrams?|cables?|messages?|memorandum|aide-m[eé]moire|content|contents|text|communication|information)\b/,
  },
  {
    name: 'opinion-expressed',
    describes: 'To express or hold an opinion, view or consideration.',
    kind: 'OpinionAct',
    verbs: ['express', 'voice', 'share', 'hold', 'set', 'state', 'give'],
    takes: CLAUSE,
    nouns:
      /^(?:\S+ ){0,4}(?:opinions?|views?|considerations?|point of view|conviction|belief|confidence|satisfaction|appraisal|assessment)\b/,
    frame: true,
  },
  {
    name: 'inquiry-verb',
    describes: 'To ask whether, what or about; to inquire.',
    kind: 'InquiryAct',
    verbs: ['ask', 'inquire', 'enquire', 'wonder'],
    takes: ['question', 'about', 'speech'],
  },
  {
    name: 'request-verb',
    describes: 'To ask, request, beg or urge somebody to do something; to ask for something.',
    kind: 'RequestAct',
    verbs: ['ask', 'request', 'beg', 'urge', 'implore', 'petition', 'demand', 'solicit', 'entreat'],
    takes: ['infinitive', 'that', 'for', 'object', 'about', 'speech'],
  },
  {
    name: 'request-called-for',
    describes: 'To call on somebody, to appeal, to insist.',
    kind: 'RequestAct',
    verbs: ['call', 'appeal', 'insist'],
    takes: ['infinitive', 'for', 'about', 'that', 'to'],
    nouns: /^(?:up)?on\b|^for\b|^to\b|^that\b/,
  },
  {
    name: 'request-wish',
    describes: 'Would like or wants to receive, learn, visit or settle something.',
    kind: 'RequestAct',
    verbs: [
      'receive',
      'get',
      'obtain',
      'familiarize',
      'acquaint',
      'clarify',
      'change',
      'resolve',
      'conduct',
      'learn',
      'know',
      'discuss',
      'meet',
      'visit',
      'have',
      'see',
      'send',
      'settle',
      'hear',
    ],
    takes: CLAUSE,
    wish: true,
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
    describes: 'To propose, suggest, recommend, advise or offer.',
    kind: 'ProposalAct',
    verbs: ['propose', 'suggest', 'recommend', 'advise', 'offer', 'counsel'],
    takes: CLAUSE,
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
    answers: true,
  },
  {
    name: 'instruction-verb',
    describes: 'To order, instruct, direct, charge, entrust, oblige or forbid.',
    kind: 'InstructionAct',
    verbs: [
      'order',
      'instruct',
      'command',
      'entrust',
      'oblige',
      'authorize',
      'authorise',
      'forbid',
      'prohibit',
      'empower',
      'task',
    ],
    takes: CLAUSE,
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
    describes: 'To protest, object, complain, condemn, accuse or criticise.',
    kind: 'ProtestAct',
    verbs: [
      'protest',
      'object',
      'complain',
      'condemn',
      'denounce',
      'accuse',
      'reproach',
      'criticize',
      'criticise',
      'blame',
      'deplore',
    ],
    takes: CLAUSE,
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
  {
    name: 'opinion-said',
    describes: 'A verb of saying with content that judges: must, necessary, advisable, correct.',
    kind: 'OpinionAct',
    verbs: SAYING,
    takes: SAID,
    content: JUDGING,
    frame: true,
  },
  {
    name: 'opinion-declared',
    describes: 'To declare, stress, underscore, point out or maintain.',
    kind: 'OpinionAct',
    verbs: DECLARING,
    takes: ['that', 'speech', 'object', 'question'],
    frame: true,
  },
  {
    name: 'proposal-held',
    describes: 'We consider that you must …',
    kind: 'ProposalAct',
    verbs: HOLDING,
    takes: ['that'],
    content: /^(?:that )?(?:it (?:is|would be) \w+ (?:that|for) )?you (?:must|should|ought|need)\b/,
    firstPerson: true,
  },
  {
    name: 'opinion-held',
    describes: 'We consider, believe, think, find: said to the other side.',
    kind: 'OpinionAct',
    verbs: HOLDING,
    takes: ['that', 'object', 'infinitive'],
    firstPerson: true,
    frame: true,
  },
  {
    name: 'request-hoped',
    describes: 'We hope that you will …',
    kind: 'RequestAct',
    verbs: ['hope'],
    takes: ['that'],
    content: /\byou\b/,
    firstPerson: true,
  },
  {
    name: 'answer-verb',
    describes: 'To reply, answer or respond.',
    kind: 'InformationAct',
    verbs: REPLYING,
    takes: SAID,
    answers: true,
  },
  {
    name: 'information-told',
    describes: 'To tell somebody something.',
    kind: 'InformationAct',
    verbs: ['tell'],
    takes: ['object'],
  },
  {
    name: 'information-said',
    describes: 'A verb of saying with content that tells what is or was.',
    kind: 'InformationAct',
    verbs: ['say', 'state', 'tell', 'add', 'explain', 'note', 'mention', 'describe', 'recall', 'remark', 'declare'],
    takes: ['that', 'speech', 'about', 'question'],
    frame: true,
  },
]
