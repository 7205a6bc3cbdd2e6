/** References to what no scheme describes: books, and archives that nobody has described yet. */
import type { ArchivalReference } from '../document.ts'
import { slugify } from '../iris.ts'
import type { Piece } from './archive-scheme.ts'
import { withoutEnd } from './ends.ts'
import type { Match } from './match.ts'
import { trimmed } from './match-list.ts'

const PUBLISHER = /\((?:[^()]{2,80}:\s)?[^()]{2,120},\s*(?:1[5-9]|20)\d{2}\)/u
const PAGES = /(?:,|\bpp?\.)\s*(?:pp?\.\s*)?(?<pages>\d{1,4}(?:\s?[-–]\s?\d{1,4})?)(?=[\s.;,]|$)/u
const VOLUME = /\bvol(?:ume)?\.?\s*(?<volume>\d+|[IVXL]+)/iu

/** A book: its publisher, place and year in round brackets, or pages. */
export function readPrinted(text: string, piece: Piece): Match<ArchivalReference> | undefined {
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
      archiveLabel: withoutEnd(title.value, /[\s,.;:]/u),
      steps: volume === undefined ? [] : [{ level: 'volume', number: volume }],
      ...(pages?.groups?.pages !== undefined && { folios: pages.groups.pages }),
      printed: true,
    },
    start: title.start,
    end: piece.start + end,
  }
}

const NAMED = /^\p{Lu}[^,:;\d]*(?=[,:]\s)/u
const NUMBERED = /^\p{Lu}[^\s,:;\d]*(?:\s(?:\p{Lu}[^\s,:;\d]*|of|the|for|and))*(?=\s\d)/u

/** A sentence about where a paper was found is no reference: it has more small words than a name has. */
const isTold = (words: string) =>
  (words.match(/(?<![\p{L}.])(?!(?:of|the|for|and|in|vol|file|box)\b)\p{Ll}{2,}(?![\p{L}.])/gu) ?? []).length > 8

/** An archive nobody has described: its name up to the first comma, colon or number, and all the rest as one number. */
export function readUnknown(text: string, piece: Piece): Match<ArchivalReference> | undefined {
  const words = trimmed(text, piece.start, piece.end)
  const whole = withoutEnd(text.slice(words.start, words.end), /[\s.;,]/u)
  const end = words.start + whole.length
  const name = (NAMED.exec(whole) ?? NUMBERED.exec(whole))?.[0].trim()
  if (name === undefined || !/\d/.test(whole) || isTold(whole)) return undefined
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
