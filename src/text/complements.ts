/** What a verb takes, and how far its clause reaches. */
import type { Phrase } from './phrases.ts'
import type { Sentence } from './sentences.ts'
import { isAdverbialAfterAnd, type Parsed, startingAt, subjectOf } from './subjects.ts'
import type { Token } from './tokens.ts'
import { isAdverb, isAuxiliary, type VerbGroup } from './verbs.ts'

const word = (tokens: readonly Token[], at: number): string => tokens[at]?.lower ?? ''
const isComma = (tokens: readonly Token[], at: number): boolean => word(tokens, at) === ','

/** What a verb takes. `to` is the token after which the content begins. */
export type Complement =
  | 'infinitive'
  | 'that'
  | 'question'
  | 'about'
  | 'for'
  | 'with'
  | 'to'
  | 'object'
  | 'speech'
  | 'nothing'

export interface Complements {
  readonly kind: Complement
  /** Persons right after the verb: whom it asks, tells, thanks. */
  readonly object: readonly Phrase[]
  /** After `to`, `with`, `from`. */
  readonly towards: readonly Phrase[]
  /** First token of the content. */
  readonly content: number
}

const QUESTION = /^(?:whether|if|what|who|when|where|why|how|which)$/
const SKIPPED = /^(?:again|already|also|personally|orally|once|now|today|yesterday|tomorrow|immediately|here|then)$/

/** Reads what follows a verb group up to the end of its clause. */
export function complementsOf(parsed: Parsed, verb: VerbGroup, end: number): Complements {
  const { tokens } = parsed
  let at = skip(tokens, verb.to, end)
  const object: Phrase[] = []
  const towards: Phrase[] = []
  const objects = isClauseAt(parsed, at) ? [] : listAt(parsed, at)
  if (objects.length > 0) {
    object.push(...objects)
    at = skip(tokens, objects.at(-1)?.to ?? at, end)
    if (isComma(tokens, at)) {
      const vocative = startingAt(parsed, at + 1)
      if (vocative !== undefined && objects[0]?.kind === 'second' && isComma(tokens, vocative.to)) {
        object.splice(0, 1, vocative)
        at = skip(tokens, vocative.to + 1, end)
      }
    }
  }
  const preposition = word(tokens, at)
  if (/^(?:to|with|from|of|before|via|through)$/.test(preposition)) {
    const others = listAt(parsed, at + 1)
    if (others.length > 0 && !others[0]?.owns) {
      towards.push(...others)
      at = skip(tokens, others.at(-1)?.to ?? at, end)
    }
  }
  const content = afterInsertion(tokens, at, end)
  return { kind: kindAt(parsed, content, end, object.length + towards.length > 0), object, towards, content }
}

/** `said he would come`: a clause without `that`. */
const isClauseAt = ({ tokens, phrases }: Parsed, at: number): boolean => {
  const phrase = phrases.find(({ from, owns }) => from === at && !owns)
  return (
    phrase !== undefined &&
    (/^(?:i|we|he|she|they)$/.test(word(tokens, phrase.nameFrom)) || isAuxiliary(tokens[phrase.to]))
  )
}

function skip(tokens: readonly Token[], from: number, end: number): number {
  let at = from
  while (at < end && ((isAdverb(tokens[at]) && word(tokens, at) !== 'not') || SKIPPED.test(word(tokens, at)))) at++
  return at
}

/** Passes over `, given the news,` before `that`. */
function afterInsertion(tokens: readonly Token[], at: number, end: number): number {
  const first = word(tokens, at)
  if (first === ',')
    for (let next = at + 2; next < Math.min(end, at + 8); next++)
      if (isComma(tokens, next) && /^(?:to|that)$/.test(word(tokens, next + 1))) return next + 1
  if (first !== ',' && !/^(?:in|on|at|for|with|after|by)$/.test(first)) return at
  for (let next = at + 1; next < Math.min(end, at + 14); next++) {
    if (word(tokens, next) === 'that' && !/^(?:like|all|of|in|to|for|so)$/.test(word(tokens, next - 1))) return next
    if (/^[;:.]$/.test(word(tokens, next)) || isAuxiliary(tokens[next])) break
  }
  return at
}

function listAt(parsed: Parsed, at: number): Phrase[] {
  const list: Phrase[] = []
  const first = startingAt(parsed, at)
  if (first?.kind === 'second' || first?.kind === 'third') return [first]
  for (let next = startingAt(parsed, at); next !== undefined && !next.owns; ) {
    list.push(next)
    let joint = next.to
    if (isComma(parsed.tokens, joint)) joint++
    if (word(parsed.tokens, joint) === 'and') joint++
    next = joint === next.to ? undefined : startingAt(parsed, joint)
  }
  return list
}

function kindAt(parsed: Parsed, at: number, end: number, hasPerson: boolean): Complement {
  const { tokens } = parsed
  const first = word(tokens, at)
  if (at >= end || /^[.!?;…)\]]$/.test(first)) return 'nothing'
  if (/^[:"“«]$/.test(first) || (first === ',' && /^["“«]$/.test(word(tokens, at + 1)))) return 'speech'
  if (first === 'that') return 'that'
  if (first === 'to' || (first === 'not' && word(tokens, at + 1) === 'to'))
    return /^(?:to|not)$/.test(first) && isInfinitive(tokens, at) ? 'infinitive' : 'to'
  if (QUESTION.test(first) || (first === 'as' && word(tokens, at + 1) === 'to')) return 'question'
  if (/^(?:about|concerning|regarding|on|of|over)$/.test(first)) return 'about'
  if (first === 'for') return 'for'
  if (/^(?:with|from|by)$/.test(first)) return 'with'
  if (first === ',') return 'nothing'
  if (isClauseAt(parsed, at)) return 'that'
  return hasPerson &&
    !/^(?:the|a|an|his|her|their|our|its|this|these|all|no|any|some)$/.test(first) &&
    tokens[at]?.kind !== 'word'
    ? 'nothing'
    : 'object'
}

/** `to` before a base verb, not before a noun phrase. */
const isInfinitive = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[word(tokens, at) === 'not' ? at + 2 : at + 1]
  return (
    next !== undefined &&
    next.kind === 'word' &&
    !/^\p{Lu}/u.test(next.text) &&
    !/^(?:the|a|an|this|that|these|those|his|her|its|our|their|your|my|all|such|some|any|which|whom|it|him|me|us|you)$/.test(
      next.lower,
    )
  )
}

/** Where the clause of a verb group ends, the end exclusive: before a joined clause, a semicolon, the end of a quotation. */
export function clauseEnd(parsed: Parsed, verb: VerbGroup): number {
  const { tokens, sentence, verbs } = parsed
  const limit = quotationEnd(tokens, verb.from, sentence)
  for (let at = verb.to; at < limit; at++) {
    if (word(tokens, at) === ';') return at
    if (isComma(tokens, at) && verbs.some(({ from, form }) => form === 'gerund' && from === at + 1)) return at
    if (!/^(?:and|but)$/.test(word(tokens, at))) continue
    const next = verbs.find(
      ({ from, form, head }) => from > at && form === 'finite' && head > verb.head && isJoinedAt(parsed, at, from),
    )
    if (next !== undefined && sharesTense(verb, next)) return isComma(tokens, at - 1) ? at - 1 : at
  }
  return limit
}

const sharesTense = (one: VerbGroup, other: VerbGroup): boolean => one.form !== 'finite' || one.tense === other.tense

/** Whether `and` or `but` at `at` joins the clause of the verb group that begins at `from`: nothing between, or its subject. */
function isJoinedAt(parsed: Parsed, at: number, from: number): boolean {
  const { tokens } = parsed
  let next = at + 1
  while (next < from && (isAdverb(tokens[next]) || isComma(tokens, next))) next++
  if (next === from) return true
  const subject = startingAt(parsed, next)
  const isLast = !tokens.slice(at + 1, from).some(({ lower }) => lower === 'and' || lower === 'but')
  if (isLast && isAdverbialAfterAnd(tokens, at)) return isElided(parsed, from)
  return subject !== undefined && subject.to === from && tokens[at - 1]?.kind !== 'mark' ? false : subject?.to === from
}

/** `and after talks of an hour said`: the verb after the adverbial words shares the subject. */
const isElided = (parsed: Parsed, from: number): boolean => {
  const verb = parsed.verbs.find((group) => group.from === from)
  return verb !== undefined && subjectOf(parsed, verb)?.elided === true
}

/** The end of the sentence without its final marks, or of the quotation in which the token stands. */
function quotationEnd(tokens: readonly Token[], at: number, sentence: Sentence): number {
  let end = sentence.to
  while (end > at + 1 && /^[.!?”"’»…]$/.test(word(tokens, end - 1))) end--
  let open = 0
  for (let i = at; i < end; i++) {
    if (/^[“«]$/.test(word(tokens, i))) open++
    if (/^[”»]$/.test(word(tokens, i)) && --open < 0) return i
  }
  return end
}
