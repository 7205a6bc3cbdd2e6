/** Events told by a verb: who visited, met, received, telephoned whom, and where. */
import type { Name } from '../document.ts'
import type { EventKind, Factuality } from '../statements.ts'
import { clauseEnd, complementsOf } from './complements.ts'
import {
  type EventContext,
  type EventDraft,
  forPhrases,
  HABIT,
  isPlace,
  placeIn,
  withPhrases,
  withRoles,
} from './event-draft.ts'
import { EVENT_NOUNS, EVENT_VERBS, type EventVerbRule } from './event-rules.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, startingAt, subjectOf } from './subjects.ts'
import { clauseStart, factualityOf } from './verb-acts.ts'
import type { VerbGroup } from './verbs.ts'

const rulesByVerb = new Map<string, EventVerbRule[]>()
for (const rule of EVENT_VERBS)
  for (const verb of rule.verbs) rulesByVerb.set(verb, [...(rulesByVerb.get(verb) ?? []), rule])

/** The events that the verbs of a sentence tell, in order. */
export const verbEvents = (context: EventContext): EventDraft[] =>
  context.parsed.verbs.flatMap((verb) => readVerb(context, verb) ?? [])

function readVerb(context: EventContext, verb: VerbGroup): EventDraft | undefined {
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

/** `while talking with Petrov`, `after meeting him`. */
const isAtTheTime = ({ tokens }: Parsed, { from }: VerbGroup): boolean =>
  /^(?:while|when|after|on|upon|during)$/.test(tokens[from - 1]?.lower ?? '')

/** What would happen, in reported speech, is planned. */
const toFuture = (factuality: Factuality): Factuality => (factuality === 'conditional' ? 'planned' : factuality)

/** Who does what the verb says: its subject; for `to visit`, whom the verb before asks, or its subject. */
function doersOf(context: EventContext, verb: VerbGroup): { names: readonly Name[]; from?: number } {
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

function meets(
  context: EventContext,
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
