/** The grammar of credits: who found, gave, transcribed, translated and edited a document, and who paid for it. */
import type { Credit, Name } from '../document.ts'
import { languageCode } from './language.ts'
import type { Match } from './match.ts'
import { parseName } from './name.ts'
import { splitNames } from './name-list.ts'

export interface Credits {
  readonly credits: readonly Match<Credit>[]
  readonly donors: readonly Match<Name>[]
}

const ROLES: Readonly<Record<string, Credit['role']>> = {
  obtained: 'obtainedBy',
  provided: 'contributor',
  contributed: 'contributor',
  donated: 'contributor',
  transcribed: 'transcriber',
  translated: 'translator',
  translation: 'translator',
  edited: 'editor',
  annotated: 'editor',
  introduced: 'editor',
}

const VERB = `(?:${Object.keys(ROLES).join('|')})`
const VERBS = String.raw`${VERB}(?:,?\s+(?:and|&)\s+${VERB}|,\s{0,4}${VERB}){0,4}`
/** `Obtained and translated for NKIDP by`, `translation from Russian by`, `Provided to … by`. */
const OPENING = new RegExp(
  String.raw`(?<![\p{L}])(?<verbs>${VERBS})(?:\s+from\s+(?:the\s+)?\p{L}+)?(?:\s+(?:for|on\s+behalf\s+of)\s+(?<project>[^.;,\n]{2,60}?)|\s+to\s[^.;\n]{2,100}?)?\s+by:?\s+`,
  'giu',
)
/** A clause of names ends where its sentence ends, at a semicolon, an address or an empty line. */
const ENDING =
  /;|\.(?=\s|$|["”)\]])|\n\s*\n|\s[([<]?https?:|\s(?:with|at|for)\s|,\s+(?:and\s+)?(?:provided|cop(?:y|ies)|courtesy|made)\b|,?\s+(?:and\s+)?$/gu
/** Who let the paper be shown gave it, as far as an edition can say. */
const PERMISSION = /(?<![\p{L}])(?:with|by)\s+(?:the\s+)?(?:kind\s+)?permission\s+(?:of|from)\s+(?:the\s+)?/giu
const SUPPORT = /made possible (?:with|by|through)(?:\s+(?:the|generous))*\s+support (?:from|of)\s+(?:the\s+)?/giu

/** All credits and donors of a text, in order: each name on its own, with every role that is said of it. */
export function parseCredits(text: string): Credits {
  const openings = [...text.matchAll(OPENING)]
  const credits = openings.flatMap((opening, index) => {
    const start = opening.index + opening[0].length
    const limit = openings[index + 1]?.index ?? text.length
    const roles = (opening.groups?.verbs ?? '').toLowerCase().match(new RegExp(VERB, 'gu')) ?? []
    const project = opening.groups?.project?.replace(/\s+/gu, ' ').trim()
    return namesIn(text, start, limit).flatMap((name) =>
      [...new Set(roles.map((role) => ROLES[role]))].flatMap((role) =>
        role ? [{ ...name, value: { role, name: name.value, ...(project && { project }) } }] : [],
      ),
    )
  })
  const permitted = [...text.matchAll(PERMISSION)].flatMap((found) =>
    namesIn(text, found.index + found[0].length, text.length).map((name) => ({
      ...name,
      value: { role: 'contributor' as const, name: name.value },
    })),
  )
  const donors = [...text.matchAll(SUPPORT)].flatMap((found) =>
    namesIn(text, found.index + found[0].length, text.length),
  )
  return {
    credits: [...credits, ...permitted].sort((a, b) => a.start - b.start),
    donors: donors.map((donor) => ({ ...donor, value: asBody(donor.value) })),
  }
}

const FROM_LANGUAGE = /(?<![\p{L}])(?:translation|translated)\s+from\s+(?:the\s+)?(?<language>\p{Lu}\p{L}+)/dgu

/** Languages that a text says it was translated from, as ISO 639-2/B codes: `translation from Russian by …`. */
export function translatedFrom(text: string): Match<string>[] {
  return [...text.matchAll(FROM_LANGUAGE)].flatMap((found) => {
    const [start, end] = found.indices?.groups?.language ?? [0, 0]
    const code = languageCode(text.slice(start, end))
    return code === undefined ? [] : [{ value: code.iso, start, end }]
  })
}

/** Where the credits at the end of a text begin: the first from which on no book and no shelf is named; else its end. */
export function creditsStart(text: string): number {
  for (const opening of text.matchAll(OPENING)) {
    // A translator may be named inside the title of a book: `Wartime. Translated by …. (New York: …, 1977)`.
    if (!/\([^()]{2,60}:\s[^()]{2,80}\d{4}\)/u.test(text.slice(opening.index, opening.index + 400))) {
      return startOfSentence(text, opening.index)
    }
  }
  return text.length
}

/** A translator's name may follow `;` or `With permission of …`. */
function startOfSentence(text: string, position: number): number {
  const before = text.slice(Math.max(0, position - 120), position)
  const permission = /(?:^|[.;]\s+)((?:With|By)\s+permission\s+of\s[^.;]{2,100}\.\s+)$/u.exec(before)
  return position - (permission?.[1]?.length ?? 0)
}

const LONGEST = 300

function namesIn(text: string, start: number, limit: number): Match<Name>[] {
  const stretch = text.slice(start, Math.min(limit, start + LONGEST))
  return splitNames(stretch.slice(0, endOfNames(stretch)).replace(/(?:,?\s+and|[,;])\s*$/u, ''))
    .map(({ start: from, end }) => ({
      start: start + from,
      end: start + end,
      value: parseName(stretch.slice(from, end)),
    }))
    .filter(({ value }) => /\p{L}/u.test(value.label))
}

function endOfNames(stretch: string): number {
  for (const ending of stretch.matchAll(ENDING)) {
    // The full stop of an initial ends nothing: `Karl P. Benziger`.
    if (
      ending[0] === '.' &&
      /(?<!\p{L})(?:\p{Lu}|Jr|Dr|St|Mr|al)$/u.test(stretch.slice(0, ending.index)) &&
      ending.index < stretch.trimEnd().length - 1
    )
      continue
    return ending.index
  }
  return stretch.length
}

const asBody = (name: Name): Name =>
  name.kind === 'person' || name.kind === 'unknown' ? { ...name, kind: 'body' } : name
