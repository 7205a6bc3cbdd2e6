/** Verbs that make an act with a noun: to express thanks, to give orders, to raise a question. Data only. */
import { CLAUSE, type VerbRule } from './act-rule.ts'

/** A word of the clause, with the space after it. */
const WORDS = '(?:[^\\s,.;:]+ )'
/** To give consideration or effect to something is no act. */
const CONSIDERED =
  /\| (?:[^|]* )?(?:give|gives|gave|given|giving) \| (?:\S+ ){0,5}?(?:consideration|study|thought|attention|weight|effect|priority)\b/

export const PHRASE_RULES: readonly VerbRule[] = [
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
    denied: /^no (?:\S+ ){0,2}(?:wish|desire|requests?)\b/,
  },
  {
    name: 'question-raised',
    describes: 'To raise the question whether, how or as to; to put questions to somebody; to make an inquiry.',
    kind: 'InquiryAct',
    verbs: ['raise', 'put', 'make', 'pose', 'address', 'take', 'show'],
    takes: CLAUSE,
    words: new RegExp(
      [
        `^(?:raise|put|pose|address) ${WORDS}{0,5}questions? (?:(?:of|as to) )?(?:whether|how|who|whom|what|why|when|where|if|which|as to)\\b`,
        `^(?:put|pose|address|raise|make) (?!(?:the|this|that|these|those|its|his|her|their|all|up|forward|aside) )${WORDS}{0,4}questions (?:to|about|regarding|concerning|with|on|:)`,
        `^(?:put|pose|address) ${WORDS}{0,3}questions? to\\b`,
        `^(?:put|pose) ${WORDS}{0,3}(?:an?|another|one|several|some|two|three|the following|the next) ${WORDS}{0,2}questions?\\b`,
        `^(?:make|put|address|raise) ${WORDS}{0,4}(?:inquir(?:y|ies)|enquir(?:y|ies))\\b`,
        `^show ${WORDS}{0,4}interest in whether\\b`,
      ].join('|'),
    ),
  },
  {
    name: 'proposal-made',
    describes: 'To make, submit or advance a proposal or recommendation.',
    kind: 'ProposalAct',
    verbs: ['make', 'submit', 'advance', 'introduce', 'put', 'present', 'come', 'give', 'speak'],
    takes: CLAUSE,
    nouns: /^(?:\S+ ){0,4}(?:proposals?|recommendations?|suggestions?|initiative|in favou?r of)\b/,
    unless: CONSIDERED,
    denied: /^no (?:\S+ ){0,2}(?:proposals?|recommendations?|suggestions?)\b/,
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
    nouns: /^(?:(?!(?:on|upon|of|under|by|in)\b)\S+ ){0,4}(?:assurances?|promises?|guarantees?|pledges?|word)\b/,
    unless: /\| (?:good|effective)\b/,
    denied: /^(?:(?!(?:that|which)\b)\S+ ){0,3}?no (?:\S+ ){0,2}(?:assurances?|promises?|guarantees?|pledges?)\b/,
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
    unless: CONSIDERED,
  },
  {
    name: 'opinion-expressed',
    describes: 'To express or hold an opinion, view or consideration.',
    kind: 'OpinionAct',
    verbs: ['express', 'voice', 'share', 'hold', 'set', 'state', 'give'],
    takes: CLAUSE,
    nouns:
      /^(?:\S+ ){0,4}(?:opinions?|views?|considerations?|point of view|conviction|belief|confidence|satisfaction|appraisal|assessment)\b/,
    unless: CONSIDERED,
    frame: true,
  },
]
