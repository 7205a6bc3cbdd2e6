/** Acts told by a noun: `at his invitation`, `the proposal of the Soviet government`, `following your instructions`. */
import type { Name } from '../document.ts'
import type { ActKind } from '../statements.ts'
import { type ActContext, type ActDraft, draft } from './act-draft.ts'
import { complementsOf } from './complements.ts'
import type { Discourse, Meant } from './discourse.ts'
import { isAmong } from './hearers.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, startingAt, subjectOf } from './subjects.ts'
import { appointment } from './verb-acts.ts'
import type { VerbGroup } from './verbs.ts'

export interface NounRule {
  readonly name: string
  readonly describes: string
  readonly kind: ActKind
  readonly noun: RegExp
  /** Words before the noun and its owner. */
  readonly after?: RegExp
  /** Told once in a text for each actor: later mentions are the same act. */
  readonly once?: true
  /** The owner must be named. */
  readonly owned: boolean
}

export const NOUN_RULES: readonly NounRule[] = [
  {
    name: 'instruction-followed',
    describes: 'In accordance with, following, at somebody’s instructions, directive or order.',
    kind: 'InstructionAct',
    noun: /^(?:instructions?|directives?|orders?)$/,
    after: /^(?:with|to|per|following|at|on|as|by|under|of)$/,
    owned: true,
  },
  {
    name: 'invitation-followed',
    describes: 'At somebody’s invitation.',
    kind: 'InvitationAct',
    noun: /^invitation$/,
    after: /^(?:at|on|upon)$/,
    owned: true,
  },
  {
    name: 'request-followed',
    describes: 'At somebody’s request; the request of somebody to somebody.',
    kind: 'RequestAct',
    noun: /^requests?$/,
    owned: true,
    once: true,
  },
  {
    name: 'question-answered',
    describes: 'To somebody’s question.',
    kind: 'InquiryAct',
    noun: /^(?:question|inquiry|enquiry)$/,
    after: /^to$/,
    owned: true,
  },
  {
    name: 'proposal-named',
    describes: 'Somebody’s proposal.',
    kind: 'ProposalAct',
    noun: /^(?:proposals?|suggestions?)$/,
    owned: true,
    once: true,
  },
]

export const NAMING_RULE = {
  name: 'appointment-named',
  describes: 'About naming or appointing somebody to a post.',
} as const

export const QUALIFICATION_RULE = {
  name: 'qualification-made',
  describes: 'A qualification, reservation or condition was made.',
} as const

/** The acts that the nouns of a sentence name. */
export function nounActs(context: ActContext): (ActDraft & { readonly once: boolean })[] {
  const { parsed, without } = context
  const acts: (ActDraft & { once: boolean })[] = []
  for (let at = parsed.sentence.from; at < parsed.sentence.to; at++) {
    for (const rule of NOUN_RULES) {
      const act = without.has(rule.name) ? undefined : readNoun(context, rule, at)
      if (act !== undefined) acts.push({ ...act, once: rule.once === true })
    }
  }
  const more = [
    without.has(NAMING_RULE.name) ? undefined : naming(context),
    without.has(QUALIFICATION_RULE.name) ? undefined : qualification(context),
  ]
  return [...acts, ...more.flatMap((act) => (act === undefined ? [] : [{ ...act, once: false }]))]
}

function readNoun({ parsed, discourse, number }: ActContext, rule: NounRule, at: number): ActDraft | undefined {
  const { tokens, phrases, sentence } = parsed
  if (!rule.noun.test(tokens[at]?.lower ?? '') || tokens[at]?.kind !== 'word') return undefined
  let from = at
  let owner: Meant | undefined
  const possessor = phrases.find(({ to, owns }) => owns && to + 1 === at)
  const determiner = tokens[at - 1]?.lower ?? ''
  if (possessor !== undefined) {
    owner = discourse.meant(possessor)
    from = possessor.from
  } else if (/^(?:your|our|my|his|her|their)$/.test(determiner)) {
    owner = discourse.meant(pronounFor(determiner, at - 1))
    from = at - 1
  } else if (determiner === 'the') from = at - 1
  const by = tokens[at + 1]?.lower === 'of' ? startingAt(parsed, at + 2) : undefined
  if (owner === undefined && by !== undefined && by.name?.kind !== 'place') owner = discourse.meant(by)
  if (owner === undefined && rule.owned) return undefined
  if (rule.after !== undefined) {
    if (!rule.after.test(tokens[from - 1]?.lower ?? '')) return undefined
    from = prepositionStart(tokens, from - 1, sentence.from)
  }
  if (rule.after === undefined && owner !== undefined && owner.names.length === 0) return undefined
  const isFirst = from - sentence.from <= 4
  const to =
    rule.after !== undefined && !isFirst
      ? nounEnd(parsed, at, by?.to)
      : rule.after === undefined
        ? nounEnd(parsed, at, by?.to)
        : limited(parsed, at)
  const start = rule.name === 'invitation-followed' ? sentence.from : from
  const addressees = rule.after === undefined ? [] : followers(parsed, discourse, rule, at, owner)
  return draft({
    kind: rule.kind,
    rule: rule.name,
    actors: owner?.names ?? [],
    addressees,
    ...(rule.kind === 'InquiryAct' && { isAnswered: true as const }),
    certainty: owner?.certainty ?? 'stated',
    from: start,
    to,
    sentence: number,
  })
}

const ANSWERING = /^(?:reply|answer|respond|say|state|explain|declare|retort)$/

/** Who follows the instruction or invitation, or answers the question: whoever does what the clause says. */
function followers(
  parsed: Parsed,
  discourse: Discourse,
  { kind }: NounRule,
  at: number,
  owner: Meant | undefined,
): readonly Name[] {
  const isDoing = ({ form, passive, lemma, from }: VerbGroup) =>
    form === 'finite' && !passive && from > at && (kind !== 'InquiryAct' || ANSWERING.test(lemma))
  const verbs = parsed.verbs.filter(isDoing)
  const before = parsed.verbs.findLast(({ form, passive, to }) => form === 'finite' && !passive && to <= at)
  const subjects = [...verbs, ...(before === undefined || kind === 'InquiryAct' ? [] : [before])].map((verb) =>
    subjectOf(parsed, verb),
  )
  const named = kind === 'InquiryAct' ? undefined : startingClause(parsed, at)
  for (const subject of [...(named ? [{ phrases: [named], from: named.from, elided: false }] : []), ...subjects]) {
    const names = subject === undefined ? [] : discourse.meantBy(subject).names
    if (names.length > 0 && !isAmong(owner?.names ?? [], names)) return names
  }
  return []
}

/** `following your instructions, we`: the first phrase after the noun that can be a subject. */
const startingClause = ({ phrases, tokens }: Parsed, at: number): Phrase | undefined =>
  phrases.find(
    ({ from, owns, nameFrom }) =>
      from > at &&
      from - at < 12 &&
      !owns &&
      /^(?:I|we|he|she|they|We|He|She|They)$/.test(tokens[nameFrom]?.text ?? ''),
  )

const pronounFor = (word: string, at: number) => ({
  from: at,
  to: at + 1,
  nameFrom: at,
  owns: true,
  kind: word === 'your' ? ('second' as const) : /^(?:our|my)$/.test(word) ? ('first' as const) : ('third' as const),
  many: /^(?:our|their)$/.test(word),
})

/** `in accordance with`, `according to`, `as per`. */
function prepositionStart(tokens: Parsed['tokens'], at: number, limit: number): number {
  let from = at
  while (
    from > limit &&
    /^(?:in|accordance|according|as|per|response|answer|reply)$/.test(tokens[from - 1]?.lower ?? '')
  )
    from--
  return from
}

/** The noun with what is hung on it, to the next comma or verb. */
function nounEnd({ tokens, sentence, verbs }: Parsed, at: number, ofEnd: number | undefined): number {
  let to = Math.max(at + 1, ofEnd ?? 0)
  while (
    to < sentence.to &&
    to - at < 18 &&
    !/^[,;:.()!?"”]$|^(?:and|is|are|was|were|will|has|have|had|which|who)$/.test(tokens[to]?.lower ?? '')
  ) {
    if (verbs.some(({ from, form }) => from === to && form === 'finite')) break
    to++
  }
  return to
}

/** To the end of the sentence, at most some 30 words. */
const limited = ({ sentence }: Parsed, at: number): number => Math.min(sentence.to, at + 24)

/** `about naming Petrov Consul`. */
function naming(context: ActContext): ActDraft | undefined {
  const { parsed, findings, number } = context
  const { tokens, sentence } = parsed
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!/^(?:naming|appointing)$/.test(tokens[at]?.lower ?? '')) continue
    const verb = {
      from: at,
      to: at + 1,
      head: at,
      lemma: 'name',
      form: 'gerund',
      tense: 'present',
      passive: false,
      negated: false,
    } as const
    const complements = complementsOf(parsed, verb, sentence.to)
    const facts = appointment(context, complements, sentence.to)
    if (facts.appointee === undefined) continue
    const actors = actingBody(context, at)
    const isDelayed = /\b(?:will|would|to be) (?:be )?(?:delayed|postponed|published|announced)\b/.test(
      findings.lower(at, sentence.to),
    )
    const from = sentence.to - sentence.from < 45 ? sentence.from : at
    return draft({
      kind: 'AppointmentAct',
      rule: NAMING_RULE.name,
      factuality: isDelayed ? 'planned' : 'actual',
      actors,
      addressees: [facts.appointee],
      ...facts,
      from: afterOpening(parsed, from),
      to: sentence.to,
      sentence: number,
    })
  }
  return undefined
}

/** Leaves out `In connection with this,`. */
const afterOpening = ({ tokens }: Parsed, from: number): number => {
  for (let at = from; at < from + 6; at++) if (tokens[at]?.text === ',') return at + 1
  return from
}

const actingBody = ({ parsed, discourse }: ActContext, at: number): readonly Name[] => {
  const decree = parsed.tokens.findIndex(
    (token, i) => i >= parsed.sentence.from && i < at && /^(?:decree|decision|resolution|order)$/.test(token.lower),
  )
  const by =
    decree >= 0 && parsed.tokens[decree + 1]?.lower === 'of'
      ? (startingAt(parsed, decree + 2) ?? startingAt(parsed, decree + 3))
      : undefined
  return by === undefined ? [] : discourse.meant(by).names
}

/** `A qualification was made that …`. */
function qualification({ parsed, findings, number }: ActContext): ActDraft | undefined {
  const { tokens, sentence } = parsed
  for (let at = sentence.from; at < sentence.to - 2; at++) {
    if (
      !/^(?:qualification|reservation|condition|stipulation|proviso)$/.test(tokens[at]?.lower ?? '') ||
      !/^(?:was|is|were|had|has)$/.test(tokens[at + 1]?.lower ?? '') ||
      !tokens.slice(at + 1, at + 4).some(({ lower }) => lower === 'made')
    )
      continue
    const that = tokens.findIndex((token, i) => i > at && i < sentence.to && token.lower === 'that')
    const condition = that < 0 ? '' : findings.words(that, sentence.to - 1)
    const from = /^an?$/.test(tokens[at - 1]?.lower ?? '') ? at - 1 : at
    return draft({
      kind: 'OpinionAct',
      rule: QUALIFICATION_RULE.name,
      factuality: 'conditional',
      from,
      to: sentence.to,
      sentence: number,
      ...(condition && { condition }),
    })
  }
  return undefined
}
