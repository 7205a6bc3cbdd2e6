/** Events told by a noun: `the third talk on May 2`, `negotiations in Geneva`. */
import type { Name } from '../document.ts'
import type { EventKind } from '../statements.ts'
import { clauseEnd } from './complements.ts'
import { type EventContext, type EventDraft, HABIT, isPlace, placeIn, withPhrases, withRoles } from './event-draft.ts'
import { EVENT_NOUNS, type EventNounRule } from './event-rules.ts'
import { distinct, isAmong } from './hearers.ts'
import type { Phrase } from './phrases.ts'
import { type Parsed, subjectOf } from './subjects.ts'
import type { VerbGroup } from './verbs.ts'

const ORDINAL = /^(?:first|second|third|fourth|fifth|another|next|last)$/
const MONTH = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
const PLANNED =
  /\b(?:will|would|prepare[ds]?|preparing|being prepared|planned|anticipated|forthcoming|coming|upcoming|proposed|desire|wish|invited?)\b/

/** The events that the nouns of a sentence name, besides those that its verbs told. */
export function nounEvents(context: EventContext, told: readonly EventDraft[]): EventDraft[] {
  const { parsed, without } = context
  const { tokens, sentence } = parsed
  const events: EventDraft[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    const word = tokens[at]?.kind === 'word' ? (tokens[at]?.lower ?? '') : ''
    const rule = EVENT_NOUNS.find(({ nouns }) => nouns.test(word))
    if (rule === undefined || without.has(rule.name) || isVerb(parsed, at)) continue
    if (told.some(({ from, to }) => from <= at && at < to && at - from < 14)) continue
    const event = readNoun(context, rule, at)
    if (event !== undefined) events.push(event)
  }
  return events
}

/** `could talk with him`, `in meeting the need`: the word is a verb here. */
const isVerb = ({ tokens }: Parsed, at: number): boolean => {
  const [before, word, after] = [tokens[at - 1]?.lower ?? '', tokens[at]?.lower ?? '', tokens[at + 1]?.lower ?? '']
  if (/^(?:talk|visit|conference|lunch|supper)$/.test(word))
    return /^(?:to|can|could|will|would|may|might|shall|should|must|not|i|we|he|she|they|you)$/.test(before)
  return word === 'meeting' && /^(?:the|a|an|this|these|those|our|his|her|its|their|all|such|any)$/.test(after)
}

function readNoun(context: EventContext, rule: EventNounRule, at: number): EventDraft | undefined {
  const { parsed, findings } = context
  const { sentence, phrases } = parsed
  const end = nounClauseEnd(parsed, at)
  const around = findings.lower(Math.max(sentence.from, at - 6), Math.min(sentence.to, at + 14))
  const before = findings.lower(Math.max(sentence.from, at - 4), at)
  const written = `${findings.words(Math.max(sentence.from, at - 6), at)} | ${findings.words(at, at + 1)} | ${findings.words(at + 1, Math.min(sentence.to, at + 9))}`
  if (rule.unless?.test(written)) return undefined
  if (HABIT.test(around) || /\b(?:no|any|such|besides|future|further)(?: \w+)?$/.test(before)) return undefined
  const owner = phrases.find(({ owns, to }) => owns && to < at && at - to <= 3)
  const others = [...withPhrases(parsed, at, Math.min(end, at + 5)), ...betweenPhrases(parsed, at)]
  const place = placeIn(parsed, at, Math.min(end, at + 6))
  if (!isParticular(parsed, rule.kind, at, end, { others, place: place.place, owner })) return undefined
  const main = verbOpenedBy(parsed, at)
  const participants = withRoles(rule.kind, participantsOf(context, owner, others, main, around), [], false)
  return {
    kind: rule.kind,
    rule: rule.name,
    factuality: PLANNED.test(around) || rule.planned?.test(written) ? 'planned' : 'actual',
    participants,
    ...place,
    from: main === undefined ? nounClauseStart(parsed, at) : sentence.from,
    to: main === undefined ? end : Math.max(end, Math.min(clauseEnd(parsed, main), main.to + 16)),
  }
}

interface Known {
  readonly others: readonly Phrase[]
  readonly place: Name | undefined
  readonly owner: Phrase | undefined
}

/** Whether the noun is said of one event: with a day, a number in a series, persons, a topic or a place of negotiation. */
function isParticular({ tokens, sentence }: Parsed, kind: EventKind, at: number, end: number, known: Known): boolean {
  const before = tokens.slice(Math.max(sentence.from, at - 4), at)
  const after = tokens.slice(at + 1, Math.min(end, at + 9))
  const isMonth = (token: (typeof tokens)[number]) => token.kind === 'word' && MONTH.test(token.lower)
  const dated = after.findIndex(isMonth)
  if (before.some(isMonth) || after.slice(0, Math.max(dated, 0)).some(({ lower }) => /^(?:on|of|held|in)$/.test(lower)))
    return true
  if (known.others.length > 0) return true
  const isNegotiation = kind === 'Negotiation'
  if (isNegotiation && /^(?:on|concerning|regarding|about)$/.test(after[0]?.lower ?? '')) return true
  if (known.place !== undefined && (isNegotiation || kind === 'Conference')) return true
  if (known.place !== undefined && known.owner !== undefined && kind === 'Visit') return true
  const isMany = !isNegotiation && /s$/.test(tokens[at]?.lower ?? '')
  return !isMany && before.some(({ lower }) => ORDINAL.test(lower))
}

/** The verb of the sentence that the noun opens: `During the third talk Petrov announced`. */
function verbOpenedBy({ tokens, sentence, verbs }: Parsed, at: number): VerbGroup | undefined {
  const isAdverbial = tokens
    .slice(Math.max(sentence.from, at - 4), at)
    .some(({ lower }) => /^(?:in|during|at)$/.test(lower))
  if (at - sentence.from >= 16 || !isAdverbial) return undefined
  const first = verbs.find(({ form }) => form === 'finite')
  return first !== undefined && first.from > at ? first : undefined
}

/** Who owns the visit, who is met, who speaks in the sentence that it opens; and the author, where only the other side is named. */
function participantsOf(
  { parsed, discourse }: EventContext,
  owner: Phrase | undefined,
  others: readonly Phrase[],
  main: VerbGroup | undefined,
  around: string,
): Name[] {
  const subject = main && subjectOf(parsed, main)
  const all = distinct([
    ...(owner ? discourse.meant(owner).names : []),
    ...(subject ? discourse.meantBy(subject).names : []),
    ...others.flatMap((phrase) => discourse.meant(phrase).names),
  ])
  const isAuthors = main !== undefined || /\b(?:took place|was held|were held)\b/.test(around)
  return isAuthors && all.length === 1 && !isAmong(discourse.authors, all) ? [...all, ...discourse.authors] : all
}

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
