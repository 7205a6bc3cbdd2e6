/** The grammar of archival references: which archive, which units in the order of its scheme, which folios. */
import type { ArchiveScheme } from '../authority/authority.ts'
import type { ArchivalReference } from '../document.ts'
import { readPrinted, readUnknown } from './archive-other.ts'
import { type Piece, readScheme } from './archive-scheme.ts'
import { callNumberPattern } from './call-number.ts'
import { parseFileNumber, STATE_FILES } from './file-number.ts'
import { languageCode } from './language.ts'
import { EDGE, inLower, lowered, STOP } from './lowered.ts'
import type { Match } from './match.ts'
import { anyOf } from './match-list.ts'
import { oncePer } from './once-per.ts'

/**
 * The references of a source line, in order: `APRF, f. 45, op. 1, d. 342, l. 78; AVPRF, Fond 059a, …`. Levels may come in
 * any order and abbreviation; numbers stay strings as written. An archive without a scheme gives one step of the level
 * `call-number`; a book is marked printed, its pages are the folios. Words without any number give nothing.
 */
export function parseReferences(text: string, schemes: readonly ArchiveScheme[]): Match<ArchivalReference>[] {
  const pieces = piecesOf(text, schemes)
  const references: Match<ArchivalReference>[] = []
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]
    // `Szyfrogramy from Waszyngton 1962, 6/77 w-86 t-1312, Polish Foreign Ministry Archive (AMSZ), Warsaw`.
    const behind = piece.scheme === undefined && next?.scheme && !/;\s*$/u.test(text.slice(piece.start, piece.end))
    if (behind && next && isNameAlone(text, next)) {
      const turned = readScheme(text, { ...piece, scheme: next.scheme, label: nameOf(text, next) }, next.scheme)
      if (turned) {
        references.push({ ...turned, end: next.named })
        pieces[index + 1] = { ...next, start: next.end }
        continue
      }
    }
    if (piece.start >= piece.end) continue
    const reference = piece.scheme
      ? (readNumbered(text, piece, piece.scheme) ??
        readScheme(text, piece, piece.scheme) ??
        nameAlone(text, piece, piece.scheme))
      : (readPrinted(text, piece) ?? readUnknown(text, piece))
    if (reference) references.push(reference)
  }
  return references
}

/** Archives whose numbers have a grammar of their own. */
const NUMBERED: Readonly<Record<string, (words: string) => Match<ArchivalReference> | undefined>> = {
  [STATE_FILES]: (words) => parseFileNumber(words)?.reference,
}

/** A piece that begins with a number of such an archive, and not with its name. */
function readNumbered(text: string, piece: Piece, { archive }: ArchiveScheme): Match<ArchivalReference> | undefined {
  const found = piece.named === piece.start ? NUMBERED[archive]?.(text.slice(piece.start, piece.end)) : undefined
  return found && { ...found, start: piece.start + found.start, end: piece.start + found.end }
}

const nameOf = (text: string, piece: Piece) => text.slice(piece.start, piece.named)

/** Whether a piece names its archive and nothing in it. */
const isNameAlone = (text: string, { named, end }: Piece): boolean => !/\d/.test(text.slice(named, end))

/** `AVP RF; obtained by X`: the archive and no more, where a source begins with it. */
function nameAlone(text: string, { start, named }: Piece, scheme: ArchiveScheme): Match<ArchivalReference> | undefined {
  const before = text.slice(Math.max(0, start - 8), start)
  const stands = /^\s*$|;\s*$/u.test(before) && /^\s*(?:[;.,]|$)/u.test(text.slice(named, named + 8))
  const archiveLabel = text.slice(start, named).replace(/\s+/gu, ' ')
  return stands && named > start
    ? { value: { archive: scheme.archive, archiveLabel, steps: [], printed: false }, start, end: named }
    : undefined
}

const PRINTED_START = /(?:re)?(?:printed|published)\s+in:?\s+/giu
const NEW_SOURCE = /;\s+(?:and\s+|also\s+in\s+)?(?=\p{Lu}{2,})/gu
/** A translation taken from a book: `; translation from X and Y, eds., …`; not `translation from Russian`. */
const TRANSLATED_START = /;\s+(?:and\s+)?translat(?:ion|ed)\s+from\s+(?<next>\p{Lu}[\p{L}’'-]*)/dgu

/** Cuts where another archive's name or call number stands, before `Reprinted in`, and at a semicolon before an acronym. */
function piecesOf(text: string, schemes: readonly ArchiveScheme[]): Piece[] {
  const names = namesOf(text, schemes)
  const cuts = new Map<number, Piece>()
  const cut = (start: number, piece?: Partial<Piece>) =>
    cuts.set(start, { start, named: start, end: text.length, ...cuts.get(start), ...piece })
  if (!names.some(({ start }) => text.slice(0, start).trim() === '')) cut(0)
  for (const found of text.matchAll(PRINTED_START)) cut(found.index + found[0].length)
  for (const found of text.matchAll(TRANSLATED_START)) {
    const next = found.indices?.groups?.next
    if (next && languageCode(text.slice(...next)) === undefined) cut(next[0])
  }
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

const archiveNames = oncePer((schemes: readonly ArchiveScheme[]) => {
  const byName = new Map(
    schemes.flatMap((scheme) => [...scheme.names, scheme.label].map((name) => [fold(name), scheme])),
  )
  return { byName, pattern: inLower(`${EDGE}(?:${anyOf(byName.keys())})${STOP}`) }
})

/** Archives by their names; and by call numbers that tell the archive, where one begins the text or follows a semicolon. */
function namesOf(text: string, schemes: readonly ArchiveScheme[]): ArchiveName[] {
  const { byName, pattern } = archiveNames(schemes)
  const found: ArchiveName[] = []
  if (byName.size === 0) return found
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
  const numbered = schemes.flatMap((scheme) => numberedBy(text, scheme))
  const free = numbered.filter(
    ({ start }) => !found.some((name) => name.end <= start && isClose(text, name.end, start)),
  )
  return [...found, ...free].sort((a, b) => a.start - b.start)
}

const isClose = (text: string, end: number, start: number) => !/;/u.test(text.slice(end, start))

function numberedBy(text: string, scheme: ArchiveScheme): ArchiveName[] {
  const pattern = callNumberPattern(scheme)
  if (pattern === undefined) return []
  return [...text.matchAll(pattern)]
    .filter(({ index }) => /(?:^|;|\band\b)\s*$/u.test(text.slice(Math.max(0, index - 8), index)))
    .map(({ index }) => ({ start: index, end: index, scheme }))
}

const fold = (text: string) => text.replace(/\s+/gu, ' ').toLowerCase()

function startOfName(text: string, position: number, from: number): number {
  const boundary = Math.max(
    text.lastIndexOf(';', position),
    text.lastIndexOf('. ', position),
    text.lastIndexOf(': ', position),
    from - 1,
    lastNumber(text, position),
  )
  return boundary + 1 + (/^\s*/u.exec(text.slice(boundary + 1, position))?.[0].length ?? 0)
}

/** Behind `…, t. 1312, ` another name begins; a comma within a name (`Archive of the President, Russian Federation`) has no number before it. */
function lastNumber(text: string, position: number): number {
  const from = Math.max(0, position - 120)
  const comma = /.*\d\S*,/su.exec(text.slice(from, position))
  return comma ? from + comma[0].length - 1 : -1
}
