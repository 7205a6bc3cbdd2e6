/** The subject of a verb group. */
import type { Phrase } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import type { Token } from './tokens.ts'
import { isAdverb, isAuxiliary, type VerbGroup } from './verbs.ts'

/** A sentence with what was found in it. Positions are of tokens throughout. */
export interface Parsed {
  readonly tokens: readonly Token[]
  readonly sentence: Sentence
  readonly phrases: readonly Phrase[]
  /** Verb groups of the rules' verbs, in order. */
  readonly verbs: readonly VerbGroup[]
}

/** The words that govern a verb: its subject phrases; `elided` when it shares the subject of the verb before. */
export interface Subject {
  readonly phrases: readonly Phrase[]
  readonly from: number
  readonly elided: boolean
}

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''
const isComma = (tokens: readonly Token[], at: number): boolean => word(tokens, at) === ','

const endingAt = ({ phrases }: Parsed, end: number): Phrase | undefined =>
  phrases.find(({ to, owns }) => to === end && !owns)

export const startingAt = ({ phrases }: Parsed, start: number): Phrase | undefined =>
  phrases.find(({ from }) => from === start)

const PREPOSITIONS = new Set(
  'of in with from about to for by on at between under against among through via without concerning regarding behind after before than as'.split(
    ' ',
  ),
)
const isPreposition = (tokens: readonly Token[], at: number): boolean => PREPOSITIONS.has(word(tokens, at))

/** The subject of a finite verb group, or undefined where none is plain to see. */
export function subjectOf(parsed: Parsed, verb: VerbGroup): Subject | undefined {
  const { tokens, sentence } = parsed
  let at = verb.from - 1
  while (at >= sentence.from && endingAt(parsed, at + 1) === undefined && (isAdverb(tokens[at]) || isAside(tokens, at)))
    at = isAside(tokens, at) ? asideStart(tokens, at, sentence.from) - 1 : at - 1
  const direct = endingAt(parsed, at + 1)
  if (direct !== undefined)
    return coordinated(parsed, direct) ?? (isJoined(parsed, verb) ? elided(parsed, verb) : undefined)
  if (/^(?:and|but|or|then|&)$/.test(word(tokens, at)) || (isComma(tokens, at) && verb.form === 'gerund'))
    return elided(parsed, verb)
  if (/^(?:who|which)$/.test(word(tokens, at))) {
    const antecedent = endingAt(parsed, isComma(tokens, at - 1) ? at - 1 : at)
    return antecedent && { phrases: [antecedent], from: antecedent.from, elided: false }
  }
  if (isComma(tokens, at)) return beforeInsertion(parsed, at)
  return verb.form === 'gerund' ? undefined : phraseWithTail(parsed, at)
}

/** Whether `and` stands between an earlier verb of the same tense and this one, with only adverbial words before it. */
function isJoined({ tokens, verbs }: Parsed, verb: VerbGroup): boolean {
  const earlier = verbs.filter((v) => v.to <= verb.from && v.form === 'finite' && v.tense === verb.tense).at(-1)
  if (earlier === undefined || verb.form !== 'finite') return false
  for (let at = earlier.to; at < verb.from; at++) if (isAdverbialAfterAnd(tokens, at)) return true
  return false
}

/** `and after the talks`, `and in the evening`. */
export const isAdverbialAfterAnd = (tokens: readonly Token[], at: number): boolean =>
  word(tokens, at) === 'and' && /^(?:after|in|on|at|by|with|during|then)$/.test(word(tokens, at + 1))

const isAside = (tokens: readonly Token[], at: number): boolean => /^[\])]$/.test(word(tokens, at))

function asideStart(tokens: readonly Token[], at: number, limit: number): number {
  const open = word(tokens, at) === ']' ? '[' : '('
  for (let i = at; i >= Math.max(limit, at - 15); i--) if (word(tokens, i) === open) return i
  return at
}

/** `Petrov, Minister of Trade, said`: the phrase before the insertion that ends at this comma. */
function beforeInsertion(parsed: Parsed, comma: number): Subject | undefined {
  const { tokens, sentence } = parsed
  const apposed = endingAt(parsed, comma)
  const person = apposed && endingAt(parsed, apposed.from)
  if (person?.name?.kind === 'person') return coordinated(parsed, person)
  for (let at = comma - 1; at > sentence.from && comma - at < 30; at--) {
    if (!isComma(tokens, at)) continue
    const phrase = endingAt(parsed, at)
    if (phrase !== undefined && phrase.kind !== 'second' && !isPreposition(tokens, phrase.from - 1))
      return coordinated(parsed, phrase)
  }
  return undefined
}

/** A phrase with words hung on it: `the leaders in the field`, `Petrov for his part`; only at the head of the clause. */
function phraseWithTail(parsed: Parsed, end: number): Subject | undefined {
  const { tokens, phrases, sentence } = parsed
  const candidates = phrases.filter(
    ({ to, from }) => to <= end + 1 && end + 1 - to < 8 && opensClause(tokens, from, sentence.from),
  )
  const phrase = candidates.at(-1)
  if (phrase === undefined || phrase.owns) return undefined
  const between = tokens.slice(phrase.to, end + 1)
  const isTail =
    /^(?:on|in|for|of|with|from|under|to)$/.test(between[0]?.lower ?? '') &&
    !between.some((t) => isAuxiliary(t) || /^[,;:.]$/.test(t.text))
  return isTail && phrase.kind !== 'second' ? coordinated(parsed, phrase) : undefined
}

const OPENERS = new Set(
  'that if when while because since as although though whereas but and so then therefore however , ; : - – — ( “ "'.split(
    ' ',
  ),
)

/** Whether a clause can begin at this token. */
const opensClause = (tokens: readonly Token[], at: number, sentenceFrom: number): boolean =>
  at === sentenceFrom ||
  OPENERS.has(word(tokens, at - 1)) ||
  isAdverb(tokens[at - 1]) ||
  (at - 1 >= sentenceFrom && tokens[at - 1]?.kind === 'number' && at - 3 <= sentenceFrom) ||
  (word(tokens, at - 1) === '.' && at - 3 <= sentenceFrom)

/** `Petrov and I`, `Petrov, Orlov, and Zotov`: the phrase with those joined to it. */
function coordinated(parsed: Parsed, last: Phrase): Subject | undefined {
  const { tokens } = parsed
  const list = [last]
  for (let first = last; ; ) {
    let at = first.from - 1
    const joint = word(tokens, at)
    if (joint !== 'and' && joint !== ',') break
    if (isComma(tokens, at - 1)) at--
    const before = endingAt(parsed, at)
    const isList = joint === 'and' || list.length > 1
    if (before === undefined || !isList || before.kind === 'second') break
    list.unshift(before)
    first = before
  }
  const first = list[0] ?? last
  const led = word(tokens, first.from - 1) === 'under' ? endingAt(parsed, first.from - 1) : undefined
  if (led !== undefined) return { phrases: [led, ...list], from: led.from, elided: false }
  if (isPreposition(tokens, first.from - 1) && list.length === 1 && !isFrontedBy(parsed, first)) return undefined
  const from = first.from
  return {
    phrases: isPreposition(tokens, from - 1) ? [last] : list,
    from: isPreposition(tokens, from - 1) ? last.from : from,
    elided: false,
  }
}

/** A preposition that opens no phrase: `as Comrade Stalin said`, `than they asked`, `after Petrov had asked`. */
const isFrontedBy = ({ tokens }: Parsed, phrase: Phrase): boolean =>
  /^(?:as|than|after|before)$/.test(word(tokens, phrase.from - 1))

/** The subject that a joined verb shares: the nearest phrase before that opens a clause. */
function elided(parsed: Parsed, verb: VerbGroup): Subject | undefined {
  const { tokens, sentence, verbs } = parsed
  const earlier = verbs
    .filter((v) => v.to <= verb.from && v.form === 'finite' && !/^(?:be|have)$/.test(v.lemma) && isSameLevel(v, verb))
    .at(-1)
  const known = earlier && subjectOf(parsed, earlier)
  if (known !== undefined) return { ...known, elided: true }
  const opening = parsed.phrases
    .filter(
      ({ from, to, owns, kind }) =>
        to <= verb.from &&
        !owns &&
        kind !== 'second' &&
        opensClause(tokens, from, sentence.from) &&
        isAuxiliaryOrVerb(tokens, to),
    )
    .at(-1)
  const subject = opening && coordinated(parsed, opening)
  return subject && { ...subject, elided: true }
}

const isSameLevel = (one: VerbGroup, other: VerbGroup): boolean => other.form === 'gerund' || one.tense === other.tense

/** Whether something like a verb comes after a phrase: no comma, preposition or other phrase. */
const isAuxiliaryOrVerb = (tokens: readonly Token[], at: number): boolean => {
  let next = at
  while (isAdverb(tokens[next])) next++
  return (
    isAuxiliary(tokens[next]) ||
    (/(?:ed|s|t|d|k|w|e)$/.test(word(tokens, next)) &&
      tokens[next]?.kind === 'word' &&
      !isPreposition(tokens, next) &&
      word(tokens, next) !== 'and')
  )
}
