/** Phrases that stand for somebody: persons, pronouns, bodies, states, loosely named groups. Says where, not who is meant. */

import type { NameDirectory } from '../authority/directory.ts'
import type { Name, NamedKind } from '../document.ts'
import { NATIONAL, PEOPLES, PLACES, STATES } from '../grammar/nations.ts'
import { NEVER_NAMES, POSTS } from './name-words.ts'
import type { PersonMention } from './people.ts'
import { isCapital, isShouted, type Token } from './tokens.ts'

export interface Phrase {
  /** Positions of tokens, the end exclusive; `nameFrom` leaves out article, post and honorific. */
  readonly from: number
  readonly to: number
  readonly nameFrom: number
  readonly kind: 'named' | 'first' | 'second' | 'third'
  readonly many: boolean
  /** Absent for pronouns. */
  readonly name?: Name
  /** `Petrov's`: the phrase only qualifies what follows. */
  readonly owns: boolean
}

const PRONOUNS: ReadonlyMap<string, { kind: 'first' | 'second' | 'third'; many: boolean }> = new Map(
  (
    [
      ['I me myself', 'first', false],
      ['we us ourselves', 'first', true],
      ['you', 'second', false],
      ['he she him', 'third', false],
      ['they them', 'third', true],
    ] as const
  ).flatMap(([words, kind, many]) => words.split(' ').map((word) => [word.toLowerCase(), { kind, many }] as const)),
)

/** Head nouns of bodies. */
const BODIES = new Set(
  'government governments ministry embassy committee party politburo presidium commission council parliament assembly congress secretariat department directorate bureau consulate mission command union administration leadership cc mfa cpc organs authorities organization'.split(
    ' ',
  ),
)
/** Head nouns of groups and unnamed persons. */
const GROUPS = new Set(
  'delegation delegations side sides comrades friends leaders representatives representative officials members ministers allies advisers interlocutor ambassadors people communists correspondents generals deputies workers consuls envoys diplomats specialists delegates'.split(
    ' ',
  ),
)
/** Bodies that are known by the noun alone. */
const LONE = new Set('politburo presidium parliament congress secretariat'.split(' '))

/** Whether a name says who is meant, and not only of what kind: `the government`, `our delegation`, `the Ambassador`. */
export function isTelling({ label }: Name): boolean {
  const noun = label.toLowerCase()
  if (!/\p{Lu}/u.test(label)) return false
  return !/\p{Ll}/u.test(label) || LONE.has(noun) || !(BODIES.has(noun) || GROUPS.has(noun) || POSTS.has(noun))
}

const MODIFIERS = new Set(
  'deputy vice acting first main chief senior local other own respective military former party foreign central political economic trade working fraternal leading supreme same new whole entire'.split(
    ' ',
  ),
)
const DETERMINERS = new Set('the our their his her my your its these those both all'.split(' '))

/** Words that open a sentence, with a capital, and are no part of a name. */
const OPENERS = new Set(
  'if later for while since because although though when where in on at as but and or from with by then thus therefore however after before until unless once meanwhile also perhaps whether both each every no only suggest recommend request believe consider feel agree urge assume hope inform advise tell ask report sent repeated rptd passed relayed accordingly'.split(
    ' ',
  ),
)

interface Table {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly names: NameDirectory
}

/** The phrases of `[from, to)`, in order and without overlap; persons first, then bodies and states, then groups. */
export function findPhrases(table: Table, from: number, to: number, people: readonly PersonMention[]): Phrase[] {
  const { tokens } = table
  const phrases: Phrase[] = []
  for (let at = from; at < to; ) {
    const person = people.find((mention) => mention.from <= at && at < mention.to && mention.from >= at)
    const phrase =
      person !== undefined ? personPhrase(tokens, person) : (pronounAt(tokens, at) ?? groupAt(table, at, to, people))
    if (phrase !== undefined) phrases.push(phrase)
    at = phrase === undefined ? at + 1 : Math.max(phrase.to, at + 1)
  }
  return phrases
}

const personPhrase = (tokens: readonly Token[], { from, to, nameFrom, name }: PersonMention): Phrase => {
  const start = tokens[from - 1]?.lower === 'the' ? from - 1 : from
  return { from: start, to, nameFrom, kind: 'named', many: false, name, owns: isOwner(tokens, to) }
}

const isOwner = (tokens: readonly Token[], to: number): boolean => tokens[to]?.kind === 'possessive'

function pronounAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const open = tokens[at]?.text === '[' && tokens[at + 2]?.text === ']' ? 1 : 0
  const token = tokens[at + open]
  const pronoun =
    token && (token.lower !== 'i' || token.text === 'I') && token.text !== 'US' ? PRONOUNS.get(token.lower) : undefined
  if (pronoun === undefined) return undefined
  return { from: at, to: at + 1 + 2 * open, nameFrom: at + open, ...pronoun, owns: false }
}

/** A body, state or group that begins here. */
function groupAt(table: Table, at: number, limit: number, people: readonly PersonMention[]): Phrase | undefined {
  const { tokens } = table
  const isDetermined = DETERMINERS.has(tokens[at]?.lower ?? '') && tokens[at]?.kind === 'word'
  const first = isDetermined ? at + 1 : at
  if (!isDetermined && OPENERS.has(tokens[at]?.lower ?? '')) return undefined
  let head = -1
  let next = first
  const isPerson = (i: number) => people.some(({ from, to }) => from <= i && i < to)
  for (; next < limit && next - first < 9 && !isPerson(next); next++) {
    const token = tokens[next]
    if (token === undefined || (next > first && token.gap === 'paragraph')) break
    if (isHead(token, isDetermined || next > first)) head = next
    else if (token.lower === 'and' || token.lower === '-') {
      if (next === first) break
    } else if (!(isModifier(token) || (isCapital(token) && token.kind === 'word'))) break
    if (
      head === next &&
      !isModifier(tokens[next + 1]) &&
      !isHead(tokens[next + 1], true) &&
      !isPartOfName(tokens[next + 1])
    ) {
      if (tokens[next + 1]?.lower !== 'and' || !joinsHead(tokens, next + 2)) break
    }
  }
  if (head < 0) return stateAt(table, at, first)
  const lone =
    head === first && !isDetermined && !isShouted(tokens[head] as Token) && !PEOPLES.has(tokens[head]?.text ?? '')
  if (lone) return undefined
  const to = withOf(tokens, head + 1, limit)
  const label = written(table, first, to)
  const isBody = BODIES.has(tokens[head]?.lower ?? '') || isShouted(tokens[head] as Token)
  const isPost = POSTS.has(tokens[head]?.lower ?? '')
  const kind: NamedKind = isPost ? 'position' : isBody ? 'body' : 'group'
  const words = written(table, at, to)
  const name: Name = { kind, label, forms: words === label ? [] : [{ value: words, kind: 'established' }] }
  const many = /s$|people|side|delegation/.test(tokens[head]?.lower ?? '')
  return { from: at, to, nameFrom: first, kind: 'named', many, name: placed(table, name), owns: isOwner(tokens, to) }
}

const isModifier = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind === 'word' &&
  (MODIFIERS.has(token.lower) ||
    NATIONAL.has(token.text) ||
    STATES.has(token.text) ||
    (POSTS.has(token.lower) && isCapital(token)))

function isHead(token: Token | undefined, isSupported: boolean): boolean {
  if (token === undefined || token.kind !== 'word') return false
  const { lower, text } = token
  if (BODIES.has(lower) || GROUPS.has(lower)) return true
  if (isSupported && PEOPLES.has(text) && /s$|ese$/.test(text)) return true
  if (isSupported && POSTS.has(lower) && !/^(?:member|deputy|head|chief|general|leader|official|officer)$/.test(lower))
    return true
  return (
    isShouted(token) &&
    text.length > 1 &&
    text.length < 7 &&
    !STATES.has(text) &&
    !/^[IVXLC]+$/.test(text) &&
    !NEVER_NAMES.has(lower)
  )
}

/** `Chinese` before `Communist Party` is no head. */
const isPartOfName = (token: Token | undefined): boolean =>
  token !== undefined && token.gap !== '' && isCapital(token) && NEVER_NAMES.has(token.lower)

const joinsHead = (tokens: readonly Token[], at: number): boolean =>
  isHead(tokens[at], true) ||
  ((isModifier(tokens[at]) || (tokens[at] !== undefined && isShouted(tokens[at] as Token))) &&
    (isHead(tokens[at + 1], true) || isHead(tokens[at + 2], true)))

/** `of the CPU and Soviet government` after a head. */
function withOf(tokens: readonly Token[], at: number, limit: number): number {
  if (tokens[at]?.lower !== 'of') return at
  let end = at
  for (let next = at + 1; next < limit && next - at < 9; next++) {
    const token = tokens[next]
    if (token === undefined || token.gap === 'paragraph') break
    const { lower } = token
    if (
      isCapital(token) ||
      BODIES.has(lower) ||
      GROUPS.has(lower) ||
      MODIFIERS.has(lower) ||
      /^(?:countries|affairs|department|departments)$/.test(lower)
    )
      end = next + 1
    else if (token.kind === 'possessive') end = next + 1
    else if (!/^(?:the|of|and|all|our|foreign|socialist|national)$/.test(lower)) break
  }
  return end
}

function stateAt(table: Table, at: number, first: number): Phrase | undefined {
  const { tokens } = table
  for (let length = 5; length > 0; length--) {
    const words = unbracketed(tokens, first, length)
    if (words.length < length || words.some(({ gap }, i) => i > 0 && gap === 'paragraph')) continue
    const label = words.map(({ text }, i) => (i > 0 && words[i]?.gap !== '' ? ' ' : '') + text).join('')
    const state = STATES.get(label)
    const isPlace = PLACES.has(label)
    const isPeople = PEOPLES.has(label) && first > at
    if (state === undefined && !isPlace && !isPeople) continue
    const kind: NamedKind = state !== undefined ? 'state' : isPlace ? 'place' : 'group'
    const isKnown = table.names.resolve(label, kind)?.kind === kind
    const name = placed(table, {
      kind,
      label: isKnown ? label : (state ?? label),
      forms: !isKnown && state !== undefined && state !== label ? [{ value: label, kind: 'established' }] : [],
    })
    const to = tokens.indexOf(words.at(-1) as Token, first) + 1
    return { from: at, to, nameFrom: first, kind: 'named', many: kind === 'group', name, owns: isOwner(tokens, to) }
  }
  return undefined
}

/** The next words; `[Soviet] Union` is two. */
function unbracketed(tokens: readonly Token[], from: number, count: number): Token[] {
  const isCompletion = tokens[from]?.text === '[' && tokens[from + 2]?.text === ']'
  return isCompletion
    ? tokens.slice(from, from + count + 2).filter(({ text }) => !/^[[\]]$/.test(text))
    : tokens.slice(from, from + count)
}

/** Known names keep the label of their entity. */
function placed({ names }: Table, name: Name): Name {
  const entity = names.resolve(name.label, name.kind)
  if (entity === undefined) return name
  return {
    ...name,
    kind: entity.kind,
    label: entity.label,
    forms: [
      ...name.forms,
      ...(entity.label === name.label ? [] : [{ value: name.label, kind: 'established' as const }]),
    ],
  }
}

const written = ({ text, tokens }: Table, from: number, to: number): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/g, ' ')
