/** Where personal names stand: runs of capitalised words and initials, with what tells that they name a person. */
import { NATIONAL, PEOPLES, PLACES, STATES } from '../grammar/nations.ts'
import {
  GIVEN_NAMES,
  HONORIFICS,
  isFrontSurname,
  isProse,
  looksSlavic,
  OF_BODIES,
  PARTICLES,
  POST_WORDS,
  POSTS,
} from './name-words.ts'
import type { Sentence } from './sentences.ts'
import { isCapital, isShouted, type Token } from './tokens.ts'

/** A run of words that is, or may be, a personal name. Positions of tokens, ends exclusive. */
export interface NameRun {
  /** With the honorific and the post before it. */
  readonly from: number
  readonly nameFrom: number
  /** Without the bracket after it. */
  readonly nameTo: number
  /** With the bracket after it: `Choe Yong-geon [Choe Yong Gon]`. */
  readonly to: number
  /** Words of the name, initials among them; a bracketed completion (`Zhou [Enlai]`) counts. */
  readonly words: readonly string[]
  /** The bracketed form. */
  readonly variant?: string
  readonly honorific?: string
  /** First and last token of the post, the end exclusive. */
  readonly role?: readonly [number, number]
  /** Why this is a person; `weak`: only if the rest of the text bears it out. */
  readonly rule:
    | 'honorific-and-name'
    | 'post-and-name'
    | 'initials-and-surname'
    | 'name-shape'
    | 'agent-of-copying'
    | 'weak'
}

const WORLD = new Set(
  [...STATES.keys(), ...NATIONAL, ...PEOPLES, ...PLACES].flatMap((name) => {
    const [first = '', ...more] = name.split(' ')
    return more.length === 0
      ? [first.toLowerCase()]
      : [first, ...more].filter((w) => w.length > 3 && !isFrontSurname(w)).map((w) => w.toLowerCase())
  }),
)

const plain = (token: Token | undefined): string => token?.lower.replace(/\.$/, '') ?? ''

/** Whether a capitalised word can be part of a personal name. */
export function isNameWord(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || !isCapital(token) || token.text.length < 2) return false
  const { lower } = token
  if (isProse(lower) || POSTS.has(lower) || POST_WORDS.has(lower) || HONORIFICS.has(lower)) return false
  if (
    isShouted(token) &&
    token.text.length < 5 &&
    !isFrontSurname(token.text) &&
    token.text !== 'II' &&
    token.text !== 'IL'
  )
    return false
  if (lower.length > 8 && lower.endsWith('ing')) return false
  if (WORLD.has(lower) || /['’](?:s|t|re|ve|ll|m)$/.test(lower)) return false
  return !lower.split('-').some((part) => POSTS.has(part) || WORLD.has(part) || part === 'vice')
}

/** Every run of name words in the tokens, in order, with its grounds. */
export function findNameRuns(tokens: readonly Token[], sentences: readonly Sentence[]): NameRun[] {
  const starts = new Set(sentences.map(({ from }) => from))
  const runs: NameRun[] = []
  let at = 0
  while (at < tokens.length) {
    const run = runAt(tokens, at, starts)
    if (run !== undefined && run.nameTo > at) {
      runs.push(run)
      at = run.to
    } else at++
  }
  return runs
}

function runAt(tokens: readonly Token[], at: number, starts: ReadonlySet<number>): NameRun | undefined {
  const opened = tokens[at]?.text === '[' ? 1 : 0
  if (!isNamePart(tokens, at + opened)) return undefined
  const words: string[] = []
  let end = at
  let named = 0
  for (let next = at; next < tokens.length && next - at < 9; ) {
    if (next > at && (starts.has(next) || tokens[next]?.gap === 'paragraph')) break
    const inner = bracketed(tokens, next)
    if (inner !== undefined && named < 3 && (named === 0 || completes(tokens, words, inner))) {
      for (let i = inner.from; i < inner.to; i++) words.push(tokens[i]?.text ?? '')
      next = inner.to + 1
    } else if (isNamePart(tokens, next) || isShoutedOn(tokens, next, words) || isParticle(tokens, next, words.length)) {
      words.push(tokens[next]?.text ?? '')
      next++
    } else break
    end = next
    named = words.filter((word) => word.length > 2 && !word.includes('.')).length
  }
  // `General Yu`: two letters are a surname only after an honorific.
  const before = tokens[at - 1]
  const isShort = words[0]?.length === 2 && before !== undefined && HONORIFICS.has(plain(before)) && isCapital(before)
  if (named === 0 && !isShort) return undefined
  const tail = bracketed(tokens, end)
  const variant =
    tail === undefined
      ? undefined
      : tokens
          .slice(tail.from, tail.to)
          .map(({ text }) => text)
          .join(' ')
  const to = tail === undefined ? end : tail.to + 1
  return withGrounds(tokens, { nameFrom: at, nameTo: end, to, words, ...(variant && { variant }) }, starts)
}

const isNamePart = (tokens: readonly Token[], at: number): boolean =>
  isNameWord(tokens[at]) ||
  (tokens[at]?.kind === 'initial' &&
    !isState(tokens, at) &&
    (isNameWord(tokens[at + 1]) || tokens[at + 1]?.kind === 'initial'))

/** Letters that stand for a state, not for given names: `U. S. Steel`. */
const isState = (tokens: readonly Token[], at: number): boolean =>
  /^U\.[SKN]\.(?:S\.R\.)?$/.test(tokens[at]?.text ?? '') || isSplitState(tokens, at) || isSplitState(tokens, at - 1)

const isSplitState = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === 'U.' && /^[SKN]\.(?:S\.R\.)?$/.test(tokens[at + 1]?.text ?? '')

/** `CASTRO RUZ`: a short word of capitals after a long one. */
const isShoutedOn = (tokens: readonly Token[], at: number, words: readonly string[]): boolean => {
  const [token, last] = [tokens[at], words.at(-1)]
  return (
    token !== undefined &&
    isShouted(token) &&
    last !== undefined &&
    last.length > 4 &&
    isShoutedWord(last) &&
    !isProse(token.lower) &&
    !STATES.has(token.text)
  )
}

const isParticle = (tokens: readonly Token[], at: number, before: number): boolean =>
  before > 0 && PARTICLES.has(tokens[at]?.lower ?? '') && tokens[at]?.kind === 'word' && isNameWord(tokens[at + 1])

/** A bracket that holds nothing but a name: positions of its first token and of its closing mark. */
function bracketed(tokens: readonly Token[], at: number): { from: number; to: number } | undefined {
  if (tokens[at]?.text !== '[') return undefined
  let to = at + 1
  while (to < at + 6 && (isNameWord(tokens[to]) || tokens[to]?.kind === 'initial')) to++
  return to > at + 1 && tokens[to]?.text === ']' ? { from: at + 1, to } : undefined
}

/** `Zhou [Enlai]`: the bracket is the given name, not another form of the name. */
const completes = (tokens: readonly Token[], words: readonly string[], inner: { from: number; to: number }): boolean =>
  words.length === 1 &&
  isFrontSurname(words[0] ?? '') &&
  inner.to - inner.from === 1 &&
  !isFrontSurname(tokens[inner.from]?.text ?? '')

/** `MAO` as `Mao`, `YONG-GEON` as `Yong-geon`; mixed letters stay. */
export const titled = (word: string): string =>
  /\p{Ll}|\./u.test(word) ? word : word.slice(0, 1) + word.slice(1).toLowerCase()

type Bare = Omit<NameRun, 'from' | 'rule'>

function withGrounds(tokens: readonly Token[], bare: Bare, starts: ReadonlySet<number>): NameRun {
  const before = tokens[bare.nameFrom - 1]
  const isGroup =
    before?.lower === 'comrades' &&
    (NATIONAL.has(tokens[bare.nameFrom - 2]?.text ?? '') || tokens[bare.nameFrom - 2]?.lower === 'the')
  const isAddress = before !== undefined && HONORIFICS.has(plain(before)) && !starts.has(bare.nameFrom) && !isGroup
  const addressed = isAddress ? bare.nameFrom - 1 : bare.nameFrom
  const roleFrom = roleStart(tokens, addressed, starts)
  const grounds = {
    ...bare,
    from: Math.min(roleFrom, addressed),
    ...(isAddress && { honorific: before.text }),
    ...(roleFrom < addressed && { role: [roleFrom, addressed] as const }),
  }
  if (isAddress && (isCapital(before) || plain(before).length > 1 || before.kind === 'abbreviation'))
    return { ...grounds, rule: 'honorific-and-name' }
  if (roleFrom < addressed && !bare.words.some((word) => OF_BODIES.has(word.toLowerCase())))
    return { ...grounds, rule: 'post-and-name' }
  if (bare.words.some((word) => word.includes('.'))) return { ...grounds, rule: 'initials-and-surname' }
  if (isShaped(bare.words, tokens, bare.nameFrom)) return { ...grounds, rule: 'name-shape' }
  const verb = tokens[bare.nameFrom - 2]
  if (
    before?.lower === 'by' &&
    /^(?:typed|deciphered|enciphered|signed|copied|printed|translated)$/.test(verb?.lower ?? '')
  )
    return { ...grounds, rule: 'agent-of-copying' }
  return { ...grounds, rule: 'weak' }
}

/** Korean, Chinese, Vietnamese, Slavic or European full names, by their words alone. */
function isShaped(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  const names = words.map(titled)
  if (names.length < 2 || names.length > 4 || tokens[at - 1]?.lower === 'the' || PLACES.has(names.join(' ')))
    return false
  const [first = '', last = ''] = [names[0], names.at(-1)]
  if (
    words.some((word) => /^\p{Lu}{2,}$/u.test(word)) &&
    !words.every((word) => isShoutedWord(word) || word === 'II')
  ) {
    if (!GIVEN_NAMES.has(words[0] ?? '') && !names.every((name, i) => name === words[i] || words[i] === 'II'))
      return false
  }
  return (isFrontSurname(first) && names.length <= 3) || GIVEN_NAMES.has(first) || looksSlavic(last)
}

const isShoutedWord = (word: string): boolean => /^[^\p{Ll}]+$/u.test(word)

/** Where the post before a name begins; the name's own place when there is none. */
function roleStart(tokens: readonly Token[], nameFrom: number, starts: ReadonlySet<number>): number {
  let start = nameFrom
  let hasPost = false
  for (let at = nameFrom - 1; at >= 0 && nameFrom - at < 14; at--) {
    const token = tokens[at]
    if (token === undefined || starts.has(at + 1) || tokens[at + 1]?.gap === 'paragraph') break
    const { lower } = token
    const isPost = POSTS.has(lower) || lower.split('-').some((part) => POSTS.has(part))
    if (isPost && (isCapital(token) || at === nameFrom - 1 || hasPost)) {
      hasPost = true
      start = at
    } else if (isCapital(token) && !isPersonName(tokens, at)) start = at
    else if (!/^(?:of|for|and|the|in|to|at|cc)$/.test(lower)) break
  }
  if (!hasPost || /^(?:of|for|the|in|to|at)$/.test(tokens[nameFrom - 1]?.lower ?? '')) return nameFrom
  start = ownPost(tokens, start, nameFrom)
  while (start < nameFrom && (!isRoleWord(tokens[start]) || isPaperOf(tokens, start))) start++
  return tokens.slice(start, nameFrom).some(({ lower }) => lower.split('-').some((part) => POSTS.has(part)))
    ? start
    : nameFrom
}

/** Where the post itself begins: `Assistant to Ambassador …`, `Return of Ambassador …`, `Apparently Ambassador …`. */
function ownPost(tokens: readonly Token[], from: number, nameFrom: number): number {
  const isPost = (at: number) => POSTS.has(tokens[at]?.lower ?? '')
  let start = from
  for (let at = from + 1; at < nameFrom - 1; at++) {
    if (!isPost(at + 1) && !(POST_WORDS.has(tokens[at + 1]?.lower ?? '') && isPost(at + 2))) continue
    const hasPost = tokens.slice(start, at).some((_, i) => isPost(start + i))
    if (tokens[at]?.lower === 'to' || (tokens[at]?.lower === 'of' && !hasPost)) start = at + 1
  }
  while (start < nameFrom && ADVERB.test(tokens[start]?.lower ?? '')) start++
  return start
}
const ADVERB = /(?:ing|ed|ent|ant|ous|iv|al|at|ar)ly$/

/** A capitalised word outside the lists: the end of another name, not of a post. */
const isPersonName = (tokens: readonly Token[], at: number): boolean =>
  isNameWord(tokens[at]) && !isShouted(tokens[at] as Token)

/** `Journal of Ambassador …`: the paper is no part of the post. */
const isPaperOf = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.lower === 'of' && PAPERS.has(tokens[at]?.lower ?? '')
const PAPERS = new Set('journal diary record minutes report statement speech message letter note telegram'.split(' '))

const isRoleWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (isCapital(token) || POSTS.has(token.lower)) &&
  !/^(?:the|of|and|in|to|for|at|on|when|as|then|our|his)$/.test(token.lower)
