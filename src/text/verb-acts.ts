/** Acts told by a verb: finds the rule that fits a verb and fills the act from its clause. */
import type { Name } from '../document.ts'
import type { ActKind, Factuality } from '../statements.ts'
import { type ActContext, type ActDraft, draft } from './act-draft.ts'
import type { VerbRule } from './act-rule.ts'
import { VERB_RULES } from './act-rules.ts'
import { addressed } from './addressees.ts'
import { type Complements, clauseEnd, complementsOf } from './complements.ts'
import type { Findings } from './findings.ts'
import type { Parenthesis } from './sayings.ts'
import { type Parsed, type Subject, startingAt, subjectOf } from './subjects.ts'
import type { VerbGroup } from './verbs.ts'

interface Read {
  readonly act: ActDraft
  readonly rule: VerbRule
  readonly content: number
  readonly subject: Subject
}

const rulesByVerb = new Map<string, VerbRule[]>()
for (const rule of VERB_RULES)
  for (const verb of rule.verbs) rulesByVerb.set(verb, [...(rulesByVerb.get(verb) ?? []), rule])

/** The acts that the verbs of a sentence tell, in order. */
export function verbActs(context: ActContext): ActDraft[] {
  const read = context.parsed.verbs.flatMap((verb) => readVerb(context, verb) ?? [])
  return read.filter((one) => !read.some((other) => replaces(other, one))).map(({ act }) => act)
}

/** Of two acts, one in the content of the other, only one is told: what is said, not that it is said. */
function replaces(other: Read, one: Read): boolean {
  if (other === one) return false
  const isInside = (inner: Read, outer: Read, reach: number) =>
    inner.subject.from >= outer.content &&
    inner.subject.from < outer.content + reach &&
    inner.act.from < outer.act.to &&
    inner.act.from > outer.act.from
  if (one.rule.frame && !other.rule.frame && isInside(other, one, 22)) return true
  return other.rule.absorbs === true && one.act.kind === other.act.kind && isInside(one, other, 30)
}

function readVerb(context: ActContext, verb: VerbGroup): Read | undefined {
  const { parsed, discourse, findings } = context
  if (verb.form === 'infinitive' || verb.form === 'bare') {
    if (verb.form === 'infinitive' || !isBareWithSubject(parsed, verb)) return undefined
  }
  if (verb.passive) return undefined
  const subject = subjectOf(parsed, verb)
  if (subject === undefined) return undefined
  const end = clauseEnd(parsed, verb)
  const complements = complementsOf(parsed, verb, end)
  const rule = ruleFor(context, verb, subject, complements, end)
  if (rule === undefined || isGeneral(verb, subject)) return undefined
  const actors = discourse.meantBy(subject)
  const kind: ActKind = verb.negated && rule.negated !== undefined ? rule.negated : rule.kind
  const to = addressed(context, { kind, verb, end, complements, actors, hasNoun: rule.nouns !== undefined })
  const from = clauseStart(context, verb, subject)
  const act = draft({
    kind,
    rule: rule.name,
    factuality: rule.denied?.test(findings.lower(verb.to, Math.min(end, verb.to + 8)))
      ? 'negated'
      : factualityOf(parsed, verb, subject, kind !== rule.kind),
    actors: actors.names,
    addressees: to.names,
    isAddressed: to.isNamed,
    onBehalfOf: namedAfter(context, from, end, ON_BEHALF),
    relayedBy: namedAfter(context, verb.to, end, RELAYED),
    certainty: actors.certainty,
    from,
    to: end,
    sentence: context.number,
    answers: rule.answers === true,
    ...contentOf(findings, parsed, complements.content, end),
    ...conditionOf(context, verb.to, end),
    ...(rule.kind === 'AppointmentAct' && appointment(context, complements, end)),
  })
  return { act, rule, content: complements.content, subject }
}

/** `You could see it coming` is nobody's act. */
const isGeneral = ({ modal }: VerbGroup, { phrases }: Subject): boolean =>
  /^(?:can|could|may|might)$/.test(modal ?? '') && phrases.some(({ kind }) => kind === 'second')

/** `It is late, Petrov said, to …`: what the sentence says without the insertion, unless another act tells it. */
export function parenthesisAct(
  { parsed, discourse, findings, number, without }: ActContext,
  { verb, speaker, from, to }: Parenthesis,
  told: readonly ActDraft[],
): ActDraft | undefined {
  const { sentence } = parsed
  if (told.length > 0) return undefined
  const said = `${findings.lower(sentence.from, from)} ${findings.lower(to, sentence.to)}`
  const rule = rulesByVerb
    .get(verb.lemma)
    ?.find(
      ({ name, nouns, content, takes }) =>
        !without.has(name) &&
        nouns === undefined &&
        takes.includes('speech') &&
        (content === undefined || content.test(said)),
    )
  const { names, certainty } = discourse.meant(speaker)
  if (rule === undefined || names.length === 0) return undefined
  return draft({
    kind: rule.kind,
    rule: rule.name,
    actors: names,
    addressees: discourse.hearers.of(names),
    certainty,
    from: sentence.from,
    to: sentence.to,
    sentence: number,
    answers: rule.answers === true,
  })
}

/** A base form is a verb only right after its subject: `They ask`, `We agree`. */
const isBareWithSubject = (parsed: Parsed, verb: VerbGroup): boolean =>
  parsed.phrases.some(({ to, owns }) => to === verb.from && !owns)

function ruleFor(
  { parsed, findings, without }: ActContext,
  verb: VerbGroup,
  subject: Subject,
  { kind, content }: Complements,
  end: number,
): VerbRule | undefined {
  const after = findings.lower(verb.to, Math.min(end, verb.to + 12))
  const before = findings.lower(Math.max(parsed.sentence.from, verb.from - 3), verb.from)
  const group = findings.lower(verb.from, verb.to)
  const said = findings.lower(content, Math.min(end, content + 45))
  const isFirst = subject.phrases.some((phrase) => phrase.kind === 'first')
  return rulesByVerb
    .get(verb.lemma)
    ?.find(
      (rule) =>
        !without.has(rule.name) &&
        rule.takes.includes(kind) &&
        (rule.wish === undefined || rule.wish.test(verb.wish ?? '')) &&
        !(rule.firstPerson === true && !isFirst) &&
        (rule.nouns === undefined || rule.nouns.test(after)) &&
        (rule.words === undefined || rule.words.test(`${verb.lemma} ${after}`)) &&
        (rule.unless === undefined || !rule.unless.test(`${before} | ${group} | ${after}`)) &&
        (rule.content === undefined || rule.content.test(said)),
    )
}

/** Where the clause begins: at the head of the sentence when this is its first verb, else at the subject or the verb. */
export function clauseStart({ parsed }: Pick<ActContext, 'parsed'>, verb: VerbGroup, subject: Subject): number {
  const { tokens, sentence, verbs } = parsed
  if (subject.elided) return verb.from
  const isFirst = !verbs.some((other) => other.form === 'finite' && other.head < subject.from)
  const isNear = subject.from - sentence.from <= 16
  const isBlocked = tokens.slice(sentence.from, subject.from).some(({ text }) => /^["“”:;.]$|^that$/.test(text))
  return isFirst && isNear && !isBlocked ? sentence.from : subject.from
}

export function factualityOf(
  { tokens, sentence }: Parsed,
  verb: VerbGroup,
  subject: Subject,
  kindTurned = false,
): Factuality {
  if (verb.negated && !kindTurned) return 'negated'
  // `that the ministry inform them`: a wish.
  const [only] = subject.phrases
  if (verb.form === 'bare' && subject.phrases.length === 1 && only?.kind === 'named' && !only.many) return 'proposed'
  const before = tokens.slice(Math.max(sentence.from, subject.from - 3), subject.from).map(({ lower }) => lower)
  if (before.includes('if') || before.includes('unless')) return 'conditional'
  if (verb.tense === 'future') return 'planned'
  if (verb.wish !== undefined) return 'actual'
  switch (verb.modal) {
    case 'would':
      return subject.phrases.some(({ kind }) => kind === 'first') ? 'actual' : 'conditional'
    case 'can':
    case 'could':
    case 'may':
    case 'might':
      return 'hypothetical'
    case 'must':
    case 'should':
      return 'proposed'
    default:
      return 'actual'
  }
}

const ON_BEHALF =
  /^(?:in the name of|on behalf of|on the instructions? of|at the (?:order|instructions?|request) of|by order of|(?:according to|in accordance with) the instructions? of)$/
const RELAYED = /^(?:via|through)$/
/** First words of both: looked at before a stretch of words is put together. */
const OPENS_PHRASE = /^(?:in|on|at|by|according|via|through)$/

/** The persons named right after some words: on whose behalf, by whom relayed. */
function namedAfter({ parsed, findings, discourse }: ActContext, from: number, to: number, words: RegExp): Name[] {
  for (let at = from; at < to; at++) {
    if (!OPENS_PHRASE.test(parsed.tokens[at]?.lower ?? '')) continue
    for (let length = 1; length <= 5; length++) {
      if (!words.test(findings.lower(at, at + length))) continue
      const phrase = startingAt(parsed, at + length)
      const names = phrase && phrase.name?.kind !== 'place' ? discourse.meant(phrase).names : []
      if (names.length > 0) return [...names]
    }
  }
  return []
}

const INTRODUCES = /^(?:out|that|to|about|concerning|regarding|as|whether|if|:|,|"|“|the following|for|of|on)$/

function contentOf(findings: Findings, { tokens }: Parsed, at: number, end: number): { content?: string } {
  let from = at
  while (
    from < end &&
    INTRODUCES.test(tokens[from]?.lower ?? '') &&
    !/^(?:whether|if)$/.test(tokens[from]?.lower ?? '')
  )
    from++
  const content = findings.words(from, end)
  return content === '' ? {} : { content }
}

function conditionOf({ findings, parsed }: ActContext, from: number, to: number): { condition?: string } {
  for (let at = from; at < to; at++) {
    if (!/^(?:on|provided|if|unless)$/.test(parsed.tokens[at]?.lower ?? '')) continue
    const words = findings.lower(at, at + 3)
    const length = /^on condition that$/.test(words)
      ? 3
      : /^provided that\b/.test(words)
        ? 2
        : /^(?:if|unless|provided) /.test(words) && isSeparate(parsed, at)
          ? 1
          : 0
    if (length === 0) continue
    const condition = findings.words(length === 1 ? at : at + length, to)
    if (condition !== '') return { condition }
  }
  return {}
}

/** `if` that opens a condition, not a question after `asked`. */
const isSeparate = ({ tokens, verbs }: Parsed, at: number): boolean =>
  !verbs.some(({ to, lemma }) => to >= at - 3 && to <= at && /^(?:ask|inquire|wonder|know)$/.test(lemma)) &&
  /^[,(]$/.test(tokens[at - 1]?.text ?? '')

export function appointment(
  { findings, parsed, discourse }: Pick<ActContext, 'findings' | 'parsed' | 'discourse'>,
  { object }: Complements,
  end: number,
): { appointee?: Name; appointedTo?: Name } {
  const [person] = object
  const appointee = person && discourse.meant(person).names[0]
  if (person === undefined || appointee === undefined) return {}
  let from = person.to
  while (/^(?:as|the|to|be|a|post|position|of|,)$/.test(parsed.tokens[from]?.lower ?? '') && from < end) from++
  let to = from
  while (
    to < end &&
    (/^\p{Lu}/u.test(parsed.tokens[to]?.text ?? '') ||
      /^(?:of|the|in|for|and|to|at)$/.test(parsed.tokens[to]?.lower ?? ''))
  )
    to++
  while (to > from && /^(?:of|the|in|for|and|to|at)$/.test(parsed.tokens[to - 1]?.lower ?? '')) to--
  const label = findings.words(from, to)
  return { appointee, ...(label !== '' && { appointedTo: { kind: 'position', label, forms: [] } }) }
}
