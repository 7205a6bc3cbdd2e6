/** Tells offices, bodies, states and persons apart by the words of the tables, and an office from the name beside it. */
import type { NamedKind } from '../document.ts'
import { capitalise } from './letters.ts'
import { NATIONAL, PLACES, SOVIET_REPUBLICS, STATES } from './nations.ts'
import {
  BODY_ABBREVIATIONS,
  BODY_NOUNS,
  FIELD_WORDS,
  GROUP_NOUNS,
  HONORIFICS,
  JOINERS,
  PARTICLES,
  POSITION_NOUNS,
} from './vocabulary.ts'

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map((word) => word.toLowerCase()))

const positions = folded(POSITION_NOUNS)
const bodies = folded(BODY_NOUNS)
const abbreviations = new Set(BODY_ABBREVIATIONS)
const STATE_NAMES = [...STATES.keys(), ...NATIONAL, ...SOVIET_REPUBLICS]
const states = folded(STATE_NAMES)
const seats = folded([...PLACES, 'Washington, D.C.'])
const groups = folded(GROUP_NOUNS)
const joiners = folded(JOINERS)
const particles = folded(PARTICLES)
const fields = folded([...FIELD_WORDS, ...STATE_NAMES.flatMap((name) => name.split(' '))])
const honorifics = HONORIFICS.map((title) => title.toLowerCase()).sort((a, b) => b.length - a.length)

const bare = (word: string) =>
  word
    .replace(/^[("“'‘[]+|[)"”\],;:]+$/gu, '')
    .replace(/['’]s$/u, '')
    .toLowerCase()
const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '')

const isPosition = (word: string) => positions.has(bare(word))
const isBody = (word: string) => bodies.has(bare(word)) || abbreviations.has(word.replace(/['’]s$|[,;]$/u, ''))
const isJoiner = (word: string) => joiners.has(bare(word))

export const isSeat = (text: string): boolean => seats.has(text.toLowerCase())
export const isParticle = (word: string): boolean => particles.has(word)
export const isHonorific = (word: string): boolean => honorifics.includes(word.toLowerCase())
export const isState = (text: string): boolean =>
  states.has(
    text
      .replace(/^the\s+/i, '')
      .replaceAll('’', "'")
      .toLowerCase(),
  )
export const namesPosition = (text: string): boolean => wordsOf(text).some(isPosition)
export const namesBody = (text: string): boolean => wordsOf(text).some(isBody)

/** A word of an office's or a body's name: a noun of office or body, a field, a state, a joiner, any word in lower case. */
function isRoleWord(word: string): boolean {
  const plain = bare(word)
  if (isPosition(word) || isBody(word) || isJoiner(word) || fields.has(plain) || states.has(plain)) return true
  if (plain.includes('-')) return plain.split('-').every((part) => fields.has(part) || positions.has(part))
  return /^\p{Ll}/u.test(word) && !particles.has(plain) && !/[-'’]/.test(word)
}

/** A word as it stands in the name of a person: capital, initials, particle. */
export const isNameWord = (word: string): boolean =>
  /^["“'‘]?\p{Lu}[\p{L}\p{M}.'’`-]*["”'’]?$/u.test(word) ||
  /^(?:al|el|ad|ash?|ar|an)-\p{Lu}/u.test(word) ||
  particles.has(bare(word))

export const isInitials = (word: string): boolean => /^(?:\p{Lu}\p{Ll}?\.-?)+$/u.test(word)

/** A title of courtesy or rank at the start: its words, and the text after it. */
export function splitHonorific(text: string): { readonly honorific?: string; readonly rest: string } {
  let rest = text
  for (let found = honorificOf(rest); found > 0; found = honorificOf(rest)) rest = rest.slice(found)
  const honorific = text.slice(0, text.length - rest.length).trim()
  return honorific === '' || rest === '' ? { rest: text } : { honorific, rest }
}

function honorificOf(text: string): number {
  const lower = text.toLowerCase()
  const title = honorifics.find((word) => lower.startsWith(word) && /^(?:\.\s*|\s+)/.test(lower.slice(word.length)))
  if (title === undefined) return 0
  const length = title.length + (/^(?:\.\s*|\s+)/.exec(text.slice(title.length))?.[0].length ?? 0)
  // `General Secretary`, `Major Foreign …`: the word belongs to an office.
  const next = wordsOf(text.slice(length))[0]
  return next === undefined || (/^\w+$/.test(title) && isRoleWord(next) && !isInitials(next)) ? 0 : length
}

export interface RoleAndName {
  readonly role?: string
  /** Empty when the words name an office alone. */
  readonly name: string
}

/**
 * Parts an office from the name of its holder: `Minister of Defense X`, `X, Minister of …`, `X of the … Commission`.
 * The office goes on as long as its words are of the tables; after `in`, `to`, `of` a capital word is a place of it.
 */
export function splitRole(text: string): RoleAndName {
  return roleBefore(text) ?? roleAfter(text) ?? { name: text }
}

function roleBefore(text: string): RoleAndName | undefined {
  const words = wordsOf(text)
  let length = 0
  while (length < words.length && (isRoleWord(words[length] ?? '') || isPlaceOfRole(words, length))) length += 1
  const role = words.slice(0, length)
  if (!role.some(isPosition)) return undefined
  const name = words.slice(length).join(' ')
  if (isJoiner(role.at(-1) ?? '') || name === '') return { role: text, name: '' }
  return { role: role.join(' ').replace(/,$/, ''), name }
}

const isPlaceOfRole = (words: readonly string[], index: number) =>
  /^(?:in|to|at|of|the|for)$/i.test(words[index - 1] ?? '') &&
  words.length > index + 1 &&
  /^\p{Lu}\p{Ll}/u.test(words[index] ?? '')

function roleAfter(text: string): RoleAndName | undefined {
  const comma = text.indexOf(',')
  if (comma > 0) {
    const [before, after] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
    if (!namesPosition(before) && !namesBody(before) && (namesPosition(after) || namesBody(after))) {
      return { role: after, name: before }
    }
  }
  const words = wordsOf(text)
  const joint = words.findIndex((word) => /^(?:of|from|the)$/.test(word))
  const [before, after] = [words.slice(0, joint), words.slice(joint + 1).join(' ')]
  if (joint < 1 || !before.every(isNameWord) || before.some(isRoleWord)) return undefined
  return namesPosition(after) || namesBody(after)
    ? { role: after.replace(/^the\s+/, ''), name: before.join(' ') }
    : undefined
}

/** What a text without brackets and honorifics names, by its words alone. */
export function kindOf(text: string): NamedKind {
  const words = wordsOf(text)
  if (words.length === 0) return 'unknown'
  if (isState(text)) return 'state'
  if (isSeat(text)) return 'place'
  if (words.some((word) => groups.has(bare(word)))) return 'group'
  const person = words.length <= 6 && words.every(isNameWord) && !words.some(isJoiner)
  if (person && words.some(isInitials)) return 'person'
  const [position, body] = [words.findIndex(isPosition), words.findIndex(isBody)]
  // `Foreign Ministry Director` is an office of a body, `Office of the Secretary` a body of an office.
  if (position >= 0 && (body < 0 || !words.slice(body + 1).some(isJoiner) || position < body)) return 'position'
  if (body >= 0) return 'body'
  if (/^\d/.test(text)) return 'body'
  return person ? 'person' : 'unknown'
}

/** A name of an office or a body in capitals as it is written elsewhere: `Embassy of Hungary`; abbreviations stay. */
export function readableCase(text: string): string {
  if (/\p{Ll}/u.test(text) || !/\p{Lu}{2,}.*\s.*\p{Lu}{2,}/u.test(text)) return text
  return wordsOf(text)
    .map((word) => (isJoiner(word) ? word.toLowerCase() : isAbbreviation(word) ? word : capitalise(word)))
    .join(' ')
}

const isAbbreviation = (word: string) =>
  abbreviations.has(word) || (STATE_NAMES.includes(word) && word === word.toUpperCase())
