/** The grammar of archival references: which archive, which units in the order of its scheme, which folios. */
import type { ArchiveScheme } from '../authority/authority.ts'
import type { ArchivalReference, UnitStep } from '../document.ts'
import { slugify } from '../iris.ts'
import { EDGE, inLower, LETTERS, lowered, STOP } from './lowered.ts'
import type { Match } from './match.ts'
import { anyOf, trimmed } from './match-list.ts'

/**
 * The references of a source line, in order: `APRF, f. 45, op. 1, d. 342, l. 78; AVPRF, Fond 059a, …`. Levels may come in
 * any order and abbreviation; numbers stay strings as written. An archive without a scheme gives one step of the level
 * `call-number`; a book is marked printed, its pages are the folios. Words without any number give nothing.
 */
export function parseReferences(text: string, schemes: readonly ArchiveScheme[]): Match<ArchivalReference>[] {
  const references: Match<ArchivalReference>[] = []
  for (const piece of piecesOf(text, schemes)) {
    const reference = piece.scheme
      ? readScheme(text, piece, piece.scheme)
      : (readPrinted(text, piece) ?? readUnknown(text, piece))
    if (reference) references.push(reference)
  }
  return references
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly scheme?: ArchiveScheme
  /** Where the archive's name ends. */
  readonly named: number
}

const PRINTED_START = /(?:re)?(?:printed|published)\s+in:?\s+/giu
const NEW_SOURCE = /;\s+(?:and\s+|also\s+in\s+)?(?=\p{Lu}{2,})/gu

/** Cuts where another archive's name stands, before `Reprinted in`, and at a semicolon before an acronym. */
function piecesOf(text: string, schemes: readonly ArchiveScheme[]): Piece[] {
  const names = namesOf(text, schemes)
  const cuts = new Map<number, Piece>()
  const cut = (start: number, piece?: Partial<Piece>) =>
    cuts.set(start, { start, named: start, end: text.length, ...cuts.get(start), ...piece })
  if (!names.some(({ start }) => text.slice(0, start).trim() === '')) cut(0)
  for (const found of text.matchAll(PRINTED_START)) cut(found.index + found[0].length)
  for (const found of text.matchAll(NEW_SOURCE)) cut(found.index + found[0].length)
  for (const { start, end, scheme } of names) cut(start, { scheme, named: end })
  const starts = [...cuts.keys()].sort((a, b) => a - b)
  return starts.flatMap((start, index) => {
    const piece = cuts.get(start)
    return piece ? [{ ...piece, end: starts[index + 1] ?? text.length }] : []
  })
}

interface ArchiveName {
  readonly start: number
  readonly end: number
  readonly scheme: ArchiveScheme
}

/** Patterns are dear to make, and the schemes are the same for all references. */
function oncePer<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>()
  return (key) => {
    const value = made.get(key) ?? make(key)
    made.set(key, value)
    return value
  }
}

const archiveNames = oncePer((schemes: readonly ArchiveScheme[]) => {
  const byName = new Map(
    schemes.flatMap((scheme) => [...scheme.names, scheme.label].map((name) => [fold(name), scheme])),
  )
  return { byName, pattern: inLower(`${EDGE}(?:${anyOf(byName.keys())})${STOP}`) }
})

function namesOf(text: string, schemes: readonly ArchiveScheme[]): ArchiveName[] {
  const { byName, pattern } = archiveNames(schemes)
  if (byName.size === 0) return []
  const found: ArchiveName[] = []
  for (const match of lowered(text).matchAll(pattern)) {
    const scheme = byName.get(fold(match[0]))
    if (!scheme) continue
    const before = found.at(-1)
    // `Archive of the President, Russian Federation (APRF)`: the full name stands before the short one.
    const opening = /[^\S\n]?\(\s*$/u.exec(text.slice(Math.max(0, match.index - 3), match.index))
    const start = opening ? startOfName(text, match.index, before?.end ?? 0) : match.index
    const end = match.index + match[0].length + (opening && text[match.index + match[0].length] === ')' ? 1 : 0)
    if (before && before.scheme === scheme && /^[\s(]*$/u.test(text.slice(before.end, match.index))) {
      found[found.length - 1] = { ...before, end }
    } else found.push({ start, end, scheme })
  }
  return found
}

const fold = (text: string) => text.replace(/\s+/gu, ' ').toLowerCase()

function startOfName(text: string, position: number, from: number): number {
  const boundary = Math.max(
    text.lastIndexOf(';', position),
    text.lastIndexOf('. ', position),
    text.lastIndexOf(': ', position),
    from - 1,
  )
  return boundary + 1 + (/^\s*/u.exec(text.slice(boundary + 1, position))?.[0].length ?? 0)
}

interface Token {
  readonly level: string
  readonly start: number
  readonly end: number
}

const FOLIOS = 'folios'

function readScheme(text: string, piece: Piece, scheme: ArchiveScheme): Match<ArchivalReference> | undefined {
  const tokens = tokensOf(text, piece, scheme)
  const found: (UnitStep & { readonly end: number })[] = []
  for (const [index, token] of tokens.entries()) {
    const number =
      numberAfter(text, token.end, tokens[index + 1]?.start ?? piece.end) ??
      numberBefore(text, tokens[index - 1]?.end ?? piece.named, token)
    if (number) found.push({ level: token.level, number: number.value, end: number.end })
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
      archiveLabel: label(text, piece),
      steps,
      ...(folios !== undefined && { folios }),
      printed: false,
    },
    start: piece.start,
    end: Math.max(...found.map(({ end }) => end)),
  }
}

const label = (text: string, piece: Piece) => text.slice(piece.start, piece.named).replace(/\s+/gu, ' ').trim()

const levelTokens = oncePer((scheme: ArchiveScheme) => {
  const levels = new Map<string, string>()
  for (const { level, tokens } of scheme.levels) for (const token of tokens) levels.set(plainToken(token), level)
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

const NUMBER = /^[\p{L}\p{N}][^,;()\n.]*(?:\n[^,;()\n.]*)?/u

/** The number up to a comma, a semicolon or the next token. */
function numberAfter(text: string, start: number, end: number): Match<string> | undefined {
  const words = NUMBER.exec(text.slice(start, Math.min(end, start + 80)))
  return words && /\d|^[IVX]+$/u.test(words[0]) ? unit(text, start, start + words[0].length) : undefined
}

/** Hungarian order: `4. doboz`. */
function numberBefore(text: string, from: number, token: Token): Match<string> | undefined {
  const words = /(?<=[,\s])\d[\p{L}\p{N}/-]*\.?\s*$/u.exec(text.slice(Math.max(from, token.start - 20), token.start))
  return words ? unit(text, token.start - words[0].length, token.start) : undefined
}

/** Levels without a token take the pieces between commas that no token claims, in order; pages left over are the folios. */
function positional(
  text: string,
  piece: Piece,
  scheme: ArchiveScheme,
  tokens: readonly Token[],
  claimed: readonly { readonly end: number }[],
) {
  const levels = scheme.levels.filter((level) => level.tokens.length === 0).map(({ level }) => level)
  if (levels.length === 0) return []
  const units: (UnitStep & { readonly end: number })[] = []
  const stop = /;|\.\s|$/u.exec(text.slice(piece.named, piece.end))?.index ?? 0
  // `4. doboz` holds a full stop that ends nothing.
  const end = tokens.length > 0 || stop === 0 ? piece.end : piece.named + stop
  for (const part of text.slice(piece.named, end).matchAll(/[^,;]+/gu)) {
    const [from, to] = [piece.named + part.index, piece.named + part.index + part[0].length]
    if (
      tokens.some(({ start }) => start >= from && start < to) ||
      claimed.some((number) => number.end > from && number.end <= to)
    )
      continue
    const number = unit(text, from, to)
    const level = levels[units.length]
    if (level && /\d/.test(number.value)) units.push({ level, number: number.value, end: number.end })
    else if (/^\d+(?:\s?[-–]\s?\d+)?$/u.test(number.value))
      units.push({ level: FOLIOS, number: number.value, end: number.end })
  }
  return units
}

/** A number as written; white space about a slash is a break of the line. */
function unit(text: string, start: number, end: number): Match<string> {
  const words = trimmed(text, start + (/^[\s:]*/u.exec(text.slice(start, end))?.[0].length ?? 0), end)
  const bare = words.value.replace(/[\s.:]+$/u, '')
  return {
    value: bare.replace(/\s*\/\s*/gu, '/'),
    start: words.start,
    end: words.end - (words.value.length - bare.length),
  }
}

const PUBLISHER = /\((?:[^()]{2,80}:\s)?[^()]{2,120},\s*(?:1[5-9]|20)\d{2}\)/u
const PAGES = /(?:,|\bpp?\.)\s*(?:pp?\.\s*)?(?<pages>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)(?=[\s.;,]|$)/u
const VOLUME = /\bvol(?:ume)?\.?\s*(?<volume>\d+|[IVXL]+)/iu

/** A book: its publisher, place and year in round brackets, or pages. */
function readPrinted(text: string, piece: Piece): Match<ArchivalReference> | undefined {
  const words = text.slice(piece.start, piece.end)
  const publisher = PUBLISHER.exec(words)
  const pagesFrom = publisher ? publisher.index + publisher[0].length : words.search(/\bpp?\.\s*\d/u)
  if (pagesFrom < 0) return undefined
  const pages = PAGES.exec(words.slice(pagesFrom))
  const end = pagesFrom + (pages ? pages.index + pages[0].length : 0)
  const title = trimmed(text, piece.start, piece.start + (publisher?.index ?? pagesFrom))
  const volume = VOLUME.exec(words.slice(0, end))?.groups?.volume
  return {
    value: {
      archive: slugify(title.value),
      archiveLabel: title.value.replace(/[\s,.;:]+$/u, ''),
      steps: volume === undefined ? [] : [{ level: 'volume', number: volume }],
      ...(pages?.groups?.pages !== undefined && { folios: pages.groups.pages }),
      printed: true,
    },
    start: title.start,
    end: piece.start + end,
  }
}

/** An archive nobody has described: its name up to the first comma, colon or number, and all the rest as one number. */
function readUnknown(text: string, piece: Piece): Match<ArchivalReference> | undefined {
  const words = trimmed(text, piece.start, piece.end)
  const end = words.end - (/[\s.;,]*$/u.exec(text.slice(words.start, words.end))?.[0].length ?? 0)
  const whole = text.slice(words.start, end)
  const name = /^\p{Lu}[^,:;\d]*(?=[,:]\s|\s\d)/u.exec(whole)?.[0].trim()
  if (name === undefined || !/\d/.test(whole)) return undefined
  const number = whole
    .slice(name.length)
    .replace(/^[\s,:]+/u, '')
    .replace(/\s+/gu, ' ')
  const archiveLabel = name.replace(/\s+/gu, ' ')
  return {
    value: { archive: slugify(archiveLabel), archiveLabel, steps: [{ level: 'call-number', number }], printed: false },
    start: words.start,
    end,
  }
}
