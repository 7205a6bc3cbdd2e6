/** Events that a sentence tells of, by verb and by noun, with who took part. */
import type { EventKind, EventReport, Factuality, Name } from '../document.ts'
import { clauseEnd, complementsOf } from './complements.ts'
import { type Discourse, distinct, isAmong } from './discourse.ts'
import { EVENT_NOUNS, EVENT_VERBS, type EventVerbRule } from './event-rules.ts'
import type { Findings } from './findings.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, startingAt, subjectOf } from './subjects.ts'
import { clauseStart, factualityOf } from './verb-acts.ts'
import type { VerbGroup } from './verbs.ts'

type Participant = EventReport['participants'][number]

export interface EventDraft {
  readonly kind: EventKind
  readonly rule: string
  readonly factuality: Factuality
  readonly participants: readonly Participant[]
  readonly place?: Name
  readonly from: number
  readonly to: number
}

interface Context {
  readonly parsed: Parsed
  readonly discourse: Discourse
  readonly findings: Findings
  readonly without: ReadonlySet<string>
}

const HABIT =
  /\b(?:annually|often|rarely|usually|always|frequently|daily|seldom|regularly|sometimes|every (?:day|week|month|year|time))\b/
const rulesByVerb = new Map<string, EventVerbRule[]>()
for (const rule of EVENT_VERBS)
  for (const verb of rule.verbs) rulesByVerb.set(verb, [...(rulesByVerb.get(verb) ?? []), rule])

/** The events of a sentence, in order. */
export function findEvents(context: Context): EventDraft[] {
  const byVerb = context.parsed.verbs.flatMap((verb) => readVerb(context, verb) ?? [])
  const byNoun = readNouns(context, byVerb)
  return [...byVerb, ...byNoun].sort((a, b) => a.from - b.from)
}

function readVerb(context: Context, verb: VerbGroup): EventDraft | undefined {
  const { parsed, discourse, findings, without } = context
  if (verb.passive || verb.form === 'bare' || (verb.form === 'gerund' && !isAtTheTime(parsed, verb))) return undefined
  const end = clauseEnd(parsed, verb)
  const clause = findings.lower(verb.from, Math.min(end, verb.to + 25))
  if (HABIT.test(clause) || verb.negated || /^(?:can|could|may|might|must|should)$/.test(verb.modal ?? ''))
    return undefined
  const { object, towards } = complementsOf(parsed, verb, end)
  const doers = doersOf(context, verb)
  for (const rule of rulesByVerb.get(verb.lemma) ?? []) {
    if (
      without.has(rule.name) ||
      (rule.words !== undefined && !rule.words.test(findings.lower(verb.from, Math.min(end, verb.to + 7))))
    )
      continue
    const met = meets(context, rule, verb, end, object, towards)
    if (met === undefined || (doers.names.length === 0 && met.others.length === 0)) continue
    if (
      rule.needs === 'place' &&
      !doers.names.some(({ kind }) => kind === 'person' || kind === 'group' || kind === 'position')
    )
      continue
    if (verb.form === 'infinitive' && (rule.kind !== 'Visit' || met.place === undefined)) continue
    const others = met.others.flatMap((phrase) => discourse.meant(phrase).names)
    const kind = met.kind ?? rule.kind
    const participants = withRoles(kind, doers.names, others, rule.hosts === true)
    const subject = verb.form === 'finite' ? subjectOf(parsed, verb) : undefined
    const from = subject === undefined ? (doers.from ?? verb.from) : clauseStart({ parsed }, verb, subject)
    return {
      kind,
      rule: rule.name,
      factuality:
        verb.form === 'infinitive' || verb.wish !== undefined
          ? 'planned'
          : subject
            ? toFuture(factualityOf(parsed, verb, subject))
            : 'actual',
      participants,
      ...(met.place && { place: met.place }),
      from,
      to: end,
    }
  }
  return undefined
}

/** `while talking with Nam Il`, `after meeting him`. */
const isAtTheTime = ({ tokens }: Parsed, { from }: VerbGroup): boolean =>
  /^(?:while|when|after|on|upon|during)$/.test(tokens[from - 1]?.lower ?? '')

/** What would happen, in reported speech, is planned. */
const toFuture = (factuality: Factuality): Factuality => (factuality === 'conditional' ? 'planned' : factuality)

/** Who does what the verb says: its subject; for `to visit`, whom the verb before asks, or its subject. */
function doersOf(context: Context, verb: VerbGroup): { names: readonly Name[]; from?: number } {
  const { parsed, discourse } = context
  if (verb.form === 'finite') {
    const subject = subjectOf(parsed, verb)
    return subject === undefined ? { names: [] } : { names: discourse.meantBy(subject).names, from: subject.from }
  }
  const governor = parsed.verbs.filter((v) => v.to <= verb.from && v.form === 'finite').at(-1)
  if (governor === undefined) return { names: [] }
  const { object } = complementsOf(parsed, governor, verb.from)
  if (object.length > 0 && verb.form === 'infinitive')
    return { names: object.flatMap((phrase) => discourse.meant(phrase).names), from: governor.from }
  const subject = subjectOf(parsed, governor)
  return subject === undefined
    ? { names: [] }
    : { names: discourse.meantBy(subject).names, from: verb.form === 'infinitive' ? subject.from : verb.from }
}

interface Met {
  readonly others: readonly Phrase[]
  readonly place?: Name
  readonly kind?: EventKind
}

const isPlace = ({ name }: Phrase): boolean => name?.kind === 'place' || name?.kind === 'state'

function meets(
  context: Context,
  rule: EventVerbRule,
  verb: VerbGroup,
  end: number,
  object: readonly Phrase[],
  towards: readonly Phrase[],
): Met | undefined {
  const place = placeIn(context.parsed, verb.to, end)
  const persons = object.filter((phrase) => !isPlace(phrase))
  switch (rule.needs) {
    case 'person':
      return persons.some(({ name }) => name?.kind === 'person' || name?.kind === 'position' || name?.kind === 'group')
        ? { others: persons, ...place }
        : undefined
    case 'with': {
      const others = [
        ...persons,
        ...withPhrases(context.parsed, verb.to, Math.min(end, verb.to + 12)),
        ...towards.filter((p) => !isPlace(p)),
      ]
      return others.length > 0 ? { others: others.slice(0, 4), ...place } : undefined
    }
    case 'host': {
      const there = object.find(isPlace)?.name
      if (object.length === 0) return undefined
      return {
        others: persons,
        ...(there ? { place: there } : placeIn(context.parsed, verb.to, Math.min(end, verb.to + 9))),
      }
    }
    case 'place': {
      const near = placeIn(
        context.parsed,
        verb.to,
        Math.min(end, verb.to + 8),
        verb.lemma === 'be' ? /^in$/ : /^(?:to|in|at)$/,
      )
      return near.place === undefined ||
        (verb.lemma === 'be' && startingAt(context.parsed, verb.to + 1)?.name !== near.place)
        ? undefined
        : { others: [], ...near }
    }
    case 'noun': {
      const noun = nounAfter(context.parsed, verb, end)
      if (noun === undefined) return undefined
      const invited = verb.lemma === 'invite' ? persons : []
      return {
        others: [
          ...invited,
          ...withPhrases(context.parsed, noun.at, Math.min(end, noun.at + 10)),
          ...forPhrases(context.parsed, noun.at),
        ],
        kind: noun.kind,
        ...place,
      }
    }
  }
}

function nounAfter({ tokens }: Parsed, verb: VerbGroup, end: number): { at: number; kind: EventKind } | undefined {
  for (let at = verb.to; at < Math.min(end, verb.to + 8); at++) {
    const word = tokens[at]?.lower ?? ''
    if (
      /^(?:[,;:.]|that|after|before|in|on|at|during|of|about|for|from|by|with|and)$/.test(word) ||
      (word === 'to' && verb.lemma !== 'invite')
    )
      return undefined
    const rule = EVENT_NOUNS.find(({ nouns }) => nouns.test(word))
    if (rule !== undefined && !/s$/.test(word.replace(/^(?:talks|negotiations|congress)$/, '')))
      return { at, kind: rule.kind }
    if (rule !== undefined && /^(?:talks|negotiations)$/.test(word)) return { at, kind: rule.kind }
  }
  return undefined
}

function placeIn({ tokens, phrases }: Parsed, from: number, to: number, after = /^(?:to|in|at)$/): { place?: Name } {
  const phrase = phrases.find(
    (p) => p.from >= from && p.from < to && isPlace(p) && !p.owns && after.test(tokens[p.from - 1]?.lower ?? ''),
  )
  return phrase?.name === undefined ? {} : { place: phrase.name }
}

const withPhrases = ({ tokens, phrases }: Parsed, from: number, to: number): Phrase[] =>
  phrases.filter((p) => p.from > from && p.from < to && !isPlace(p) && !p.owns && tokens[p.from - 1]?.lower === 'with')

const forPhrases = ({ tokens, phrases }: Parsed, from: number): Phrase[] =>
  phrases.filter((p) => p.from > from && p.from < from + 5 && !isPlace(p) && tokens[p.from - 1]?.lower === 'for')

function withRoles(kind: EventKind, doers: readonly Name[], others: readonly Name[], hosts: boolean): Participant[] {
  const roles =
    kind === 'Visit'
      ? (['visitor', 'host'] as const)
      : hosts
        ? (['host', 'visitor'] as const)
        : (['participant', 'participant'] as const)
  const [first, second] = [distinct(doers), distinct(others).filter((name) => !isAmong(doers, [name]))]
  return [...first.map((name) => ({ name, role: roles[0] })), ...second.map((name) => ({ name, role: roles[1] }))]
}

const ORDINAL = /^(?:first|second|third|fourth|fifth|another|next|last)$/
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

function readNouns(context: Context, told: readonly EventDraft[]): EventDraft[] {
  const { parsed, without } = context
  const { tokens, sentence } = parsed
  const events: EventDraft[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = tokens[at]?.kind === 'word' ? (tokens[at]?.lower ?? '') : ''
    const rule = EVENT_NOUNS.find(({ nouns }) => nouns.test(word))
    if (rule === undefined || without.has(rule.name)) continue
    if (told.some(({ from, to }) => from <= at && at < to && at - from < 14)) continue
    const event = readNoun(context, rule, at)
    if (event !== undefined) events.push(event)
  }
  return events
}

function readNoun(
  { parsed, discourse, findings }: Context,
  rule: (typeof EVENT_NOUNS)[number],
  at: number,
): EventDraft | undefined {
  const { tokens, sentence, phrases } = parsed
  const end = nounClauseEnd(parsed, at)
  const before = tokens.slice(Math.max(sentence.from, at - 4), at).map(({ lower }) => lower)
  const around = findings.lower(Math.max(sentence.from, at - 6), Math.min(sentence.to, at + 14))
  if (HABIT.test(around) || /\b(?:no|any|such|besides|future|further) (?:\w+ )?$/.test(`${before.join(' ')} `))
    return undefined
  const owner = phrases.find(({ owns, to }) => owns && to < at && at - to <= 3)
  const others = [...withPhrases(parsed, at, Math.min(end, at + 5)), ...betweenPhrases(parsed, at)]
  const place = placeIn(parsed, at, Math.min(end, at + 6))
  const isDated =
    before.some((word) => MONTH.test(word)) ||
    tokens
      .slice(at + 1, Math.min(end, at + 9))
      .some(
        (token, i, list) =>
          token.kind === 'word' &&
          MONTH.test(token.lower) &&
          list.slice(0, i).some(({ lower }) => /^(?:on|of|held|in)$/.test(lower)),
      )
  const isOrdinal = before.some((word) => ORDINAL.test(word))
  const isOnTopic =
    rule.kind === 'Negotiation' && /^(?:on|concerning|regarding|about)$/.test(tokens[at + 1]?.lower ?? '')
  const isPlaced = place.place !== undefined && (rule.kind === 'Negotiation' || rule.kind === 'Conference')
  const isMany = /s$/.test(tokens[at]?.lower ?? '') && rule.kind !== 'Negotiation'
  if (
    !(
      isDated ||
      isOnTopic ||
      isPlaced ||
      others.length > 0 ||
      (isOrdinal && !isMany) ||
      (owner !== undefined && rule.kind === 'Visit' && place.place !== undefined)
    )
  )
    return undefined
  const opens =
    at - sentence.from < 16 &&
    before.some((word) => /^(?:in|during|at)$/.test(word)) &&
    !parsed.verbs.some(({ form, from }) => form === 'finite' && from < at)
  const main = opens ? parsed.verbs.find((verb) => verb.form === 'finite' && verb.from > at) : undefined
  const subject = main && subjectOf(parsed, main)
  const doers = [...(owner ? discourse.meant(owner).names : []), ...(subject ? discourse.meantBy(subject).names : [])]
  const met = others.flatMap((phrase) => discourse.meant(phrase).names)
  const all = distinct([...doers, ...met])
  const isHeld = /\b(?:took place|was held|were held)\b/.test(around)
  const isOwn = (opens || isHeld) && all.length === 1 && !isAmong(discourse.authors, all)
  const names = isOwn ? [...all, ...discourse.authors] : all
  const isPlanned =
    /\b(?:will|would|prepare[ds]?|preparing|being prepared|planned|anticipated|forthcoming|coming|upcoming|proposed|desire|wish|invited?)\b/.test(
      around,
    )
  const from = opens ? sentence.from : nounClauseStart(parsed, at)
  return {
    kind: rule.kind,
    rule: rule.name,
    factuality: isPlanned ? 'planned' : 'actual',
    participants: withRoles(rule.kind, names, [], false),
    ...place,
    from,
    to: opens ? Math.max(end, clauseOfMain(parsed, main) ?? end) : end,
  }
}

const clauseOfMain = (parsed: Parsed, main: VerbGroup | undefined): number | undefined =>
  main === undefined ? undefined : Math.min(clauseEnd(parsed, main), main.to + 16)

const betweenPhrases = ({ tokens, phrases }: Parsed, at: number): Phrase[] => {
  if (tokens[at + 1]?.lower !== 'between') return []
  return phrases.filter((p) => p.from > at && p.from < at + 14 && !isPlace(p)).slice(0, 2)
}

/** Back to the last comma, semicolon or conjunction before the noun. */
function nounClauseStart({ tokens, sentence }: Parsed, at: number): number {
  let from = at
  while (from > sentence.from && !/^[,;:.()"“”]$|^(?:that|but|which|who)$/.test(tokens[from - 1]?.lower ?? '')) from--
  return from
}

function nounClauseEnd({ tokens, sentence }: Parsed, at: number): number {
  let to = at + 1
  while (to < sentence.to && !/^[,;:.()"“”]$/.test(tokens[to]?.text ?? '')) to++
  return to
}
