/** Verbs of saying, replying and declaring: what act they tell is told by what is said. Data only. */
import { CLAUSE, SAID, type VerbRule } from './act-rule.ts'

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
  'affirm',
  'remark',
  'observe',
  'comment',
  'warn',
  'admit',
  'acknowledge',
  'confirm',
  'praise',
]
/** Of these only a clause is an opinion: `maintain order` is none. */
const CLAIMING = ['assert', 'maintain', 'argue', 'claim', 'insist']

const HOLDING = ['consider', 'believe', 'think', 'suppose', 'deem', 'regard']

/** Where the content is itself an act. */
export const CONTENT_RULES: readonly VerbRule[] = [
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
]

/** Where it is not. */
export const SAYING_RULES: readonly VerbRule[] = [
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
    name: 'opinion-claimed',
    describes: 'To maintain, argue, claim or insist that something is so.',
    kind: 'OpinionAct',
    verbs: CLAIMING,
    takes: ['that', 'speech'],
    frame: true,
  },
  {
    name: 'proposal-held',
    describes: 'To consider that the other side must do something.',
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
    describes: 'To hope that the other side will do something.',
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
