/** Acts done by saying so, with no verb that names them: imperatives, questions, `you should`, `we will`. */
import type { Name } from '../document.ts'
import type { ActKind } from '../statements.ts'
import { type ActDraft, draft } from './act-draft.ts'
import { complementsOf } from './complements.ts'
import type { Discourse, Meant } from './discourse.ts'
import type { Findings } from './findings.ts'
import type { Phrase } from './phrases.ts'
import { isPut, isSuperior } from './sides.ts'
import type { Parsed } from './subjects.ts'
import { appointment } from './verb-acts.ts'

export interface SpeechRule {
  readonly name: string
  readonly describes: string
  readonly kind: ActKind
  /** Words of the sentence, from its head, in lower case with single spaces. */
  readonly words: RegExp
  /**
   * Where the rule holds: in every speech; in the free speech of a reported conversation; in papers that decide or
   * direct; in those that decide; in telegrams, which leave out `I`; in a list that somebody's request has opened.
   */
  readonly where: 'speech' | 'conversation' | 'directive' | 'decision' | 'telegram' | 'list'
}

const HEAD =
  '^(?:(?:therefore|however|but|and|so|then|also|thus|accordingly|in this connection|in this regard|for this|really|if possible|\\d+ \\.|\\w [.)]|-|–|") ?,? )*'

/** Verbs with which telegrams and decisions direct. */
const DIRECT =
  'convey|transmit|telegraph|confirm|inform|send|tell|hand|pass|deliver|give|ask|request|instruct|consider|approve|adopt|entrust|charge|oblige|propose|permit|allow|authorize|reject|refuse|forbid|prohibit|establish|create|form|organize|ensure|provide|take|make|prepare|submit|publish|begin|cease|continue|find|meet|invite|thank|express|explain|clarify|draw|keep|acquaint|carry|allocate|assign|include|remove|recall|accept|agree|recommend|advise|respond'
/** Of verbs that look like nouns, only what can have an object or a complement after it. */
const DIRECT_NOUNLIKE =
  '(?:report|cable|wire|order|hold|charge|permit|present|start|stop|visit|point|issue|release|grant|work|use|reply|answer|form) (?:the|a|an|this|that|these|those|his|her|its|their|our|your|all|any|each|to|on|in|out|as|for|immediately|soon|soonest|urgently|promptly|fully|what|whether|when|how|if|me|us|him|them|it|with|fulfil\\w*|implementation|receipt|results?|developments|cdes?|comrades?|comr)\\b'
/** `See page 3`, `Accept, Excellency, …`, `Answer to this is …`: a reference, a closing, a noun. */
const NO_ORDERS =
  '(?!accept (?:,|\\[|.*\\b(?:assurances?|expressions?|sentiments|regards|etc)\\b)|thank you\\b|(?:answer|reply|report) to (?:\\S+ ){0,12}?(?:is|was|are|were|has|had|will|would|included)\\b)'
const ORDERS = `${NO_ORDERS}(?:${DIRECT_NOUNLIKE}|see (?:to|that|the|him|her|them|cde|comrade|mr) (?!\\w*(?:telegram|letter|note|page|enclos|attached|above|memorandum|despatch|dispatch)\\w*\\b)|(?:${DIRECT}) (?!(?:of|is|was|were|are|has|had|from|by)\\b))`

/** The rule of lists: its acts leave the list open. */
export const LISTED = 'request-listed'

export const SPEECH_RULES: readonly SpeechRule[] = [
  {
    name: 'appointment-decided',
    describes: 'Appoint, in a decision.',
    kind: 'AppointmentAct',
    words: new RegExp(`${HEAD}(?:appoint|name|designate|nominate|confirm) (?:cdes?|comrade|comr)\\b`),
    where: 'directive',
  },
  {
    name: 'approval-decided',
    describes: 'Approve or accept, in a decision.',
    kind: 'AgreementAct',
    words: new RegExp(`${HEAD}(?:approve|accept|agree|adopt)\\b`),
    where: 'directive',
  },
  {
    name: 'proposal-telegraphed',
    describes: 'Suggest, recommend or propose, in a telegram, which leaves out I.',
    kind: 'ProposalAct',
    words: new RegExp(`${HEAD}(?:suggest|recommend|propose) (?!(?:is|was|were|are|has|had)\\b)`),
    where: 'telegram',
  },
  {
    name: 'request-telegraphed',
    describes: 'Request or urge, in a telegram, which leaves out I.',
    kind: 'RequestAct',
    words: new RegExp(
      `${HEAD}(?:urge|(?:earnestly|urgently|also) request|request (?!(?:of|for|by|from|to|is|was|has)\\b)) ?`,
    ),
    where: 'telegram',
  },
  {
    name: 'opinion-telegraphed',
    describes: 'Believe, consider, feel or think, in a telegram, which leaves out I.',
    kind: 'OpinionAct',
    words: new RegExp(`${HEAD}(?:believe|consider|feel|think) (?!(?:is|was|were|are|has|had)\\b)`),
    where: 'telegram',
  },
  {
    name: 'request-please',
    describes: 'Please with an imperative, in a message, unless the sender directs whom he writes to.',
    kind: 'RequestAct',
    words: new RegExp(`${HEAD}(?:please|pls) ${ORDERS}`),
    where: 'directive',
  },
  {
    name: 'imperative',
    describes: 'An imperative in a message or decision.',
    kind: 'InstructionAct',
    words: new RegExp(`${HEAD}(?:please |pls )?${ORDERS}`),
    where: 'directive',
  },
  {
    name: 'decision-infinitive',
    describes: 'To instruct, to send, to approve, as a point of a decision.',
    kind: 'InstructionAct',
    words: new RegExp(`${HEAD}to ${ORDERS}`),
    where: 'decision',
  },
  {
    name: LISTED,
    describes: 'To send, to receive: a point of the list that somebody asks for.',
    kind: 'RequestAct',
    words: new RegExp(`${HEAD}to \\w+ `),
    where: 'list',
  },
  {
    name: 'no-right',
    describes: 'Has no right, is prohibited, is obliged, in a decision.',
    kind: 'InstructionAct',
    words:
      /^.*\b(?:do|does|shall) not have the right to\b|^.*\b(?:is|are) (?:hereby )?(?:obliged|prohibited|forbidden|instructed|ordered|charged)\b/,
    where: 'directive',
  },
  {
    name: 'question-asked',
    describes: 'A question: in a talk, in a message, or to you; not one that answers itself.',
    kind: 'InquiryAct',
    words: /^.* \?(?: ["”])?$/,
    where: 'speech',
  },
  {
    name: 'advice-should',
    describes: 'You should, you must, one could: advice to the other side.',
    kind: 'ProposalAct',
    words: new RegExp(
      `${HEAD}(?:you (?:must|should|ought to|need to)|one (?:could|should|must|ought to)|it would be (?:better|best|advisable|expedient|desirable|appropriate|good|necessary)) `,
    ),
    where: 'speech',
  },
  {
    name: 'reproach',
    describes: 'To tell the other side that it is mistaken.',
    kind: 'ProtestAct',
    words: new RegExp(
      `${HEAD}you (?:are (?:mistaken|wrong|in error)|exaggerate|underestimate|overestimate|overlook|misunderstand|violate|ignore)\\b`,
    ),
    where: 'speech',
  },
  {
    name: 'own-information',
    describes: 'According to our information.',
    kind: 'InformationAct',
    words: new RegExp(
      `${HEAD}(?:according to|in accordance with|by) (?:our|the available|available|my) (?:information|data|intelligence|reports)\\b`,
    ),
    where: 'speech',
  },
  {
    name: 'opinion-we-need',
    describes: 'We need to, we must.',
    kind: 'OpinionAct',
    words: new RegExp(`${HEAD}we (?:\\w+ly )?(?:need to|must|should|have to|ought to)\\b`),
    where: 'conversation',
  },
  {
    name: 'assurance-we-will',
    describes: 'We will, said to the other side.',
    kind: 'AssuranceAct',
    words: new RegExp(`${HEAD}(?:we|i) (?:will|shall)(?: \\w+ly)? (?!be\\b|have\\b)`),
    where: 'conversation',
  },
  {
    name: 'announcement',
    describes: 'What will be done, told by the speaker.',
    kind: 'InformationAct',
    words: /^(?!.*\b(?:if|would)\b)(?:this|these|the|all|our) (?:\w+ ){1,6}will be \w+(?:ed|en|n|d)\b/,
    where: 'conversation',
  },
]

const DECIDES = /^(?:resolution|decree|protocol)$/
const DIRECTIVE =
  /^(?:telegram|ciphered-telegram|instruction|resolution|decree|protocol|letter|correspondence|enclosed-message|dispatch|minutes)$/

/** The acts that a sentence does by being said; `taken` are the stretches in which a verb was already read. */
export function speechActs(
  {
    parsed,
    discourse,
    findings,
    number,
    without,
  }: { parsed: Parsed; discourse: Discourse; findings: Findings; number: number; without: ReadonlySet<string> },
  documentType: string,
  taken: readonly ActDraft[],
): ActDraft[] {
  const { sentence } = parsed
  const words = findings.lower(sentence.from, sentence.to)
  const from = firstWord(parsed)
  const to = lastWord(parsed)
  if (to - from < 2) return []
  const voice = discourse.voice(to - 1)
  const speaker = speakerOf(discourse, voice)
  for (const rule of SPEECH_RULES) {
    if (without.has(rule.name) || !rule.words.test(words)) continue
    if (rule.where === 'directive' && (!DIRECTIVE.test(documentType) || discourse.reportsTalk)) continue
    if (rule.where === 'telegram' && !/^(?:ciphered-)?telegram$/.test(documentType)) continue
    if (rule.where === 'decision' && !DECIDES.test(documentType)) continue
    if (rule.where === 'list' && discourse.list === undefined) continue
    if (rule.where === 'conversation' && (!discourse.reportsTalk || speaker === undefined)) continue
    const isTold = taken.some((act) => act.from < to && act.to > from)
    if (rule.name === 'request-please' && (DECIDES.test(documentType) || isSuperior(discourse))) continue
    if (rule.name === 'question-asked' && !isPut(words, documentType, discourse)) continue
    if (isTold && rule.name !== 'question-asked' && rule.where !== 'telegram') return []
    if (isTold && taken.some(({ kind }) => kind === 'InquiryAct' || kind === 'RequestAct')) return []
    const isDirective = rule.where === 'directive' || rule.where === 'decision' || rule.where === 'telegram'
    const who = rule.where === 'list' ? (discourse.list ?? voice) : isDirective ? voice : (speaker ?? voice)
    const directed = isDirective ? directedAt({ parsed, discourse, findings }, from, to) : {}
    const addressees =
      directed.addressees ??
      (rule.where === 'list' ? (discourse.list?.hearers ?? []) : addresseesOf(discourse, rule, words, who.names))
    const post = rule.kind === 'AppointmentAct' ? directed.post : {}
    const facts = { kind: rule.kind, rule: rule.name, from, to, sentence: number, ...post }
    return [draft({ ...facts, actors: who.names, addressees, certainty: 'inferred' })]
  }
  return []
}

/** To pass on the message and to report back is for those who carry it. */
const FOR_THE_CARRIER =
  /^(?:please )?(?:(?:transmit|convey|hand|pass|deliver|give|forward|communicate|tell|inform) .*\b(?:following|message|text|telegram|letter|answer|reply)\b|(?:confirm|acknowledge) |(?:telegraph|cable|wire|report) (?:the )?(?:fulfil\w*|implementation|receipt|delivery|execution|results?|reception)\b)/

const addresseesOf = (
  { hearers }: Discourse,
  { where }: SpeechRule,
  words: string,
  who: readonly Name[],
): readonly Name[] => (where === 'directive' && FOR_THE_CARRIER.test(words) ? hearers.carriers : hearers.of(who))

/** Verbs whose object is directed: `instruct Petrov`. Who is to be told or asked is not. */
const DIRECTING =
  /^(?:hold|instruct|order|entrust|charge|oblige|permit|allow|authori[sz]e|forbid|prohibit|appoint|name|designate|nominate|confirm|commission|task|assign|release|remove|recall)$/

/** Whom an imperative names after its verb, and the post that it gives him. */
function directedAt(
  context: { parsed: Parsed; discourse: Discourse; findings: Findings },
  from: number,
  to: number,
): { addressees?: readonly Name[]; post?: ReturnType<typeof appointment> } {
  const { tokens } = context.parsed
  const at = tokens[from]?.lower === 'to' || tokens[from]?.lower === 'please' ? from + 1 : from
  const verb = { from: at, to: at + 1, head: at, lemma: '', tense: 'present', passive: false, negated: false } as const
  const complements = complementsOf(context.parsed, { ...verb, form: 'bare' }, to)
  const object = complements.object.filter(({ kind, name }) => kind === 'named' && name?.kind !== 'place')
  if (object.length === 0) {
    const subject = tokens.slice(at, to).some(({ lower }) => lower === 'not')
      ? subjectBefore(context.parsed, to)
      : undefined
    const others = subject ?? ownerOf(context.parsed, at, to)
    return others === undefined ? {} : { addressees: context.discourse.meant(others).names }
  }
  const isDirected = DIRECTING.test(tokens[at]?.lower ?? '') || context.discourse.hearers.carriers.length === 0
  return {
    ...(isDirected && {
      addressees: object.flatMap((phrase) => context.discourse.meant(phrase).names),
    }),
    post: appointment(context, complements, to),
  }
}

/** `The consuls do not have the right to`: whom a prohibition that opens the sentence concerns. */
const subjectBefore = ({ phrases, sentence }: Parsed, to: number): Phrase | undefined =>
  phrases.find(({ from, kind, owns }) => from < Math.min(to, sentence.from + 3) && kind === 'named' && !owns)

/** `Approve the directive of the Commission`: whose paper it is. */
const ownerOf = ({ phrases, tokens }: Parsed, at: number, to: number): Phrase | undefined =>
  /^(?:approve|accept|confirm|endorse|reject)$/.test(tokens[at]?.lower ?? '')
    ? phrases.find(
        ({ from, kind, name, owns }) =>
          from < Math.min(to, at + 8) &&
          kind === 'named' &&
          name?.kind !== 'place' &&
          (owns || tokens[from - 1]?.lower === 'of'),
      )
    : undefined

/** In a reported conversation the last who spoke; in a message its author. */
function speakerOf(discourse: Discourse, voice: Meant & { isAuthor: boolean }): Meant | undefined {
  if (!voice.isAuthor || !discourse.reportsTalk) return voice
  return discourse.freeSpeaker
}

const firstWord = ({ tokens, sentence }: Parsed): number => {
  let at = sentence.from
  if (tokens[at + 1]?.lower === '.' || tokens[at + 1]?.lower === ')') at += 2
  while (at < sentence.to && tokens[at]?.kind === 'mark') at++
  return at
}

const lastWord = ({ tokens, sentence }: Parsed): number => {
  let to = sentence.to
  while (to > sentence.from && /^["”»\])]$/.test(tokens[to - 1]?.text ?? '')) to--
  return to
}
