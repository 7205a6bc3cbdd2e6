/** Reads the units of an archive's scheme and the folios out of the words of one reference. */
import type { ArchiveScheme } from '../authority/authority.ts'
import type { ArchivalReference, UnitStep } from '../document.ts'
import { oneLine } from '../letters.ts'
import { callNumberPattern } from './call-number.ts'
import { EDGE, inLower, LETTERS, lowered } from './lowered.ts'
import type { Match } from './match.ts'
import { anyOf, trimmed } from './match-list.ts'
import { oncePer } from './once-per.ts'

/** The words of one reference among others. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly scheme?: ArchiveScheme
  /** Where the archive's name ends. */
  readonly named: number
  /** The name of the archive where it does not begin the piece. */
  readonly label?: string
}

interface Token {
  readonly level: string
  readonly start: number
  readonly end: number
}

const FOLIOS = 'folios'

/** A number of a level, or the folios. */
interface Claim extends UnitStep {
  readonly start: number
  readonly end: number
}

/** The reference that the piece gives, or undefined where it names no unit. */
export function readScheme(text: string, piece: Piece, scheme: ArchiveScheme): Match<ArchivalReference> | undefined {
  const called = callNumbers(text, piece, scheme)
  const tokens = tokensOf(text, piece, scheme).filter(
    ({ start }) => !called.some((c) => c.start <= start && start < c.end),
  )
  const found = [...called]
  for (const [index, token] of tokens.entries()) {
    const number =
      numberAfter(text, token, tokens[index + 1]?.start ?? piece.end) ??
      numberBefore(text, tokens[index - 1]?.end ?? piece.named, token)
    if (number) found.push({ ...number, level: token.level, number: number.value })
  }
  found.push(...positional(text, piece, scheme, tokens, found))
  if (found.length === 0) return undefined
  const folios = found.find(({ level }) => level === FOLIOS)?.number
  const steps = scheme.levels.flatMap(({ level }) => {
    const step = found.find((unit) => unit.level === level)
    return step ? [{ level, number: step.number }] : []
  })
  return {
    value: {
      archive: scheme.archive,
      archiveLabel: label(text, piece) || scheme.label,
      steps,
      ...(folios !== undefined && { folios }),
      printed: false,
    },
    start: piece.start,
    end: Math.max(...found.map(({ end }) => end)),
  }
}

/** A call number that tells the archive is the number of its lowest level. */
function callNumbers(text: string, piece: Piece, scheme: ArchiveScheme): Claim[] {
  const pattern = callNumberPattern(scheme)
  const level = scheme.levels.at(-1)?.level
  const found = pattern && text.slice(piece.named, piece.end).match(pattern)?.[0]
  if (level === undefined || found === undefined) return []
  const start = text.indexOf(found, piece.named)
  const number = trimmed(text, start, start + found.length)
  return [{ level, number: number.value, start, end: number.end }]
}

const label = (text: string, piece: Piece) => oneLine(piece.label ?? text.slice(piece.start, piece.named))

/** Among the tokens of a level: it is known by its place too, by any words there. */
const ANYTHING = '*'

const levelTokens = oncePer((scheme: ArchiveScheme) => {
  const levels = new Map<string, string>()
  for (const { level, tokens } of scheme.levels)
    for (const token of tokens) if (token !== ANYTHING) levels.set(plainToken(token), level)
  for (const token of scheme.folioTokens) levels.set(plainToken(token), FOLIOS)
  const pattern = inLower(
    String.raw`${EDGE}(?<token>${anyOf(levels.keys())})(?:\.|(?![${LETTERS}0-9-])|(?=\d))\s*(?:\([${LETTERS}]{1,5}\.?\)\s*)?(?:no?s?\.?\s*(?=\d))?`,
  )
  return { levels, pattern }
})

/** Each token of a level: `F.`, `Fond`, `fond (f.)`, before its number. */
function tokensOf(text: string, piece: Piece, scheme: ArchiveScheme): Token[] {
  const { levels, pattern } = levelTokens(scheme)
  if (levels.size === 0) return []
  const tokens: Token[] = []
  for (const found of lowered(text.slice(piece.named, piece.end)).matchAll(pattern)) {
    const level = levels.get(plainToken(found.groups?.token ?? ''))
    const start = piece.named + found.index
    if (level) tokens.push({ level, start, end: start + found[0].length })
  }
  return tokens
}

const plainToken = (token: string) => token.replace(/\.$/u, '').toLowerCase()

const NUMBER = /^[\p{L}\p{N}](?:(?!:\s)[^,;()\n.])*(?:\n(?:(?!:\s)[^,;()\n.])*)?/u
/** More leaves of the same unit: `148r-149v, 160r-v, 163 r-v`. */
const MORE_FOLIOS =
  /^(?:\s?[rv])?(?:,\s{0,2}(?!1[5-9]\d\d\b|20\d\d\b)\d{1,4}\s?[rv]?(?:\s?[-–]\s?(?:\d{1,4}\s?)?[rv]?)?(?=[,.;]|\s*$))+/u

/** The number up to a comma, a colon, a semicolon or the next token; a word in capitals counts as one. */
function numberAfter(text: string, token: Token, end: number): Match<string> | undefined {
  const words = NUMBER.exec(text.slice(token.end, Math.min(end, token.end + 80)))
  if (!words || !/\d|^[IVX]+$|^\p{Lu}{2,}$/u.test(words[0].trim())) return undefined
  const stop = token.end + words[0].length
  const more = token.level === FOLIOS ? (MORE_FOLIOS.exec(text.slice(stop, end))?.[0].length ?? 0) : 0
  return unit(text, token.end, stop + more)
}

/** A year is no page. */
const PAGES_ALONE = /^(?!(?:1[5-9]|20)\d\d$)\d+(?:\s?[-–]\s?\d+)?$/u

/** Hungarian order: `4. doboz`. */
function numberBefore(text: string, from: number, token: Token): Match<string> | undefined {
  const words = /(?<=[,\s])\d[\p{L}\p{N}/-]*\.?\s*$/u.exec(text.slice(Math.max(from, token.start - 20), token.start))
  return words ? unit(text, token.start - words[0].length, token.start) : undefined
}

/**
 * Levels known by their place take what no token claims between commas, in order: words before a token the level above
 * that token's, whole pieces the next free one. Pages left over are the folios.
 */
function positional(
  text: string,
  piece: Piece,
  scheme: ArchiveScheme,
  tokens: readonly Token[],
  claimed: readonly Claim[],
): Claim[] {
  const placed = scheme.levels.filter(({ tokens: names }) => names.length === 0 || names.includes(ANYTHING))
  if (placed.length === 0) return []
  const open = placed.filter(({ level }) => !claimed.some((claim) => claim.level === level))
  const units: Claim[] = []
  const claim = (level: string, { value, start, end }: Match<string>) =>
    units.push({ level, number: value, start, end })
  const isFree = ({ level }: { readonly level: string }) => !units.some((unit) => unit.level === level)
  const whole: Match<string>[] = []
  for (const { from, to } of partsOf(text, piece, tokens)) {
    const token = tokens.find(({ start }) => start >= from && start < to)
    const stop = token?.start ?? to
    if (claimed.some(({ start, end }) => start < stop && end > from)) continue
    const words = unit(text, from, stop)
    if (token === undefined) whole.push(words)
    else if (/\d/.test(words.value) || words.value.length > 2) {
      const above = scheme.levels.findIndex(({ level }) => level === token.level)
      const level = open.findLast((free) => free.tokens.includes(ANYTHING) && scheme.levels.indexOf(free) < above)
      if (level && isFree(level)) claim(level.level, words)
    }
  }
  for (const words of whole) {
    const level = open.find(isFree)
    const counts = /\d/.test(words.value) || (level?.tokens.includes(ANYTHING) && /^\p{Lu}/u.test(words.value))
    if (level && counts) claim(level.level, words)
    else if (PAGES_ALONE.test(words.value)) claim(FOLIOS, words)
  }
  return units
}

/** The pieces between commas; a full stop ends them, unless one stands in a token's number: `4. doboz`. */
function partsOf(text: string, piece: Piece, tokens: readonly Token[]): { from: number; to: number }[] {
  const stop = /;|\.\s|:\s(?=\p{Lu})|$/u.exec(text.slice(piece.named, piece.end))?.index ?? 0
  const end = tokens.length > 0 || stop === 0 ? piece.end : piece.named + stop
  return [...text.slice(piece.named, end).matchAll(/[^,;]+/gu)].map((part) => ({
    from: piece.named + part.index,
    to: piece.named + part.index + part[0].length,
  }))
}

/** A number as written; white space about a slash is a break of the line. */
function unit(text: string, start: number, end: number): Match<string> {
  const words = trimmed(text, start + (/^[\s:]*/u.exec(text.slice(start, end))?.[0].length ?? 0), end)
  const bare = words.value.replace(/(?:[\s.:]+|\sand)+$/u, '')
  return {
    value: bare.replace(/\s*\/\s*/gu, '/'),
    start: words.start,
    end: words.end - (words.value.length - bare.length),
  }
}
