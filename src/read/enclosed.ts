/** A message inside a message: quoted, with a salutation and a signature of its own. */
import { blankDocument, type Found, type Party, type SourceDocument } from '../document.ts'
import { parseName, splitNames } from '../grammar/name.ts'
import { isSalutation } from './document-text.ts'
import { part, type Stretch, stretchAt, stretchOf, whole, wordsOf } from './evidence.ts'
import type { Line } from './lines.ts'

/** Who is addressed by a common word alone (`My dear premier`) is not named. */
const ADDRESSEE =
  /^["“„«]?\s*(?:\[?[Tt]o\]?(?: the)?\s+|(?:[Mm]y\s+)?(?:[Dd]ear|[Ee]steemed|[Rr]espected|[Hh]onou?rable)\s+)*(?!(?:[Mm]y\s+)?(?:[Dd]ear|[Ee]steemed|[Rr]espected|[Hh]onou?rable)\s)(?=.*\p{Lu})(?<name>.*?)\s*[!:,.]*$/du
/** `Convey to c[omrade] Mao Zedong the following telegram:`. */
const ANNOUNCED = /\b(?:to|for)\s+(?<name>\S.*?)\s+the following\b/du
/** The names behind the last sentence of the closing line, before the quotation mark. */
const SIGNERS =
  /(?:^|[.,!]\s+)(?![^.!]*\s\p{Ll}[^.!]*[.!]\s)(?<names>\p{Lu}[^.,!]*(?:[.,]\s?\p{Lu}[^.,!]*)*?)\.?\s*["”»]\.?$/du

/** The record of the message whose lines run from its first words to its signature. */
export function enclosedMessage(
  text: string,
  lines: readonly Line[],
  announcement: Line | undefined,
  source: string,
): SourceDocument | undefined {
  const [first, last] = [lines[0], lines.at(-1)]
  const span = stretchOf(text, lines, 'body')
  if (first === undefined || last === undefined || span === undefined) return undefined
  const salutation: Stretch = { text, start: first.start, end: first.end, zone: 'body' }
  const closing: Stretch = { text, start: last.start, end: last.end, zone: 'body' }
  const signed = named(closing, SIGNERS, 'names', 'enclosed-signature')
  return {
    ...blankDocument(source, 'enclosed'),
    type: whole(salutation, 'enclosed-message', 'enclosed-message'),
    parties: [
      ...(isSalutation(first) ? addressees(salutation) : announced(text, announcement)),
      ...(['author', 'signatory', 'sender'] as const).flatMap((role) => signed.map(as(role))),
    ],
    text: { start: span.start, end: span.end, zone: span.zone },
    zones: [{ start: span.start, end: span.end, zone: span.zone }],
  }
}

/** Whom a salutation addresses. */
export function addressees(salutation: Stretch): Found<Party>[] {
  return named(salutation, ADDRESSEE, 'name', 'salutation').map(as('addressee'))
}

function announced(text: string, line: Line | undefined): Found<Party>[] {
  if (line === undefined) return []
  return named(stretchAt(text, line, 'body'), ANNOUNCED, 'name', 'announcement').map(as('addressee'))
}

interface NamedWords {
  readonly stretch: Stretch
  readonly rule: string
}

function named(line: Stretch, pattern: RegExp, group: string, rule: string): NamedWords[] {
  const place = pattern.exec(wordsOf(line).words)?.indices?.groups?.[group]
  if (place === undefined) return []
  const names = part(line, place[0], place[1])
  return splitNames(wordsOf(names).words).map(({ start, end }) => ({ stretch: part(names, start, end), rule }))
}

const as =
  (role: Party['role']) =>
  ({ stretch, rule }: NamedWords) =>
    whole<Party>(stretch, { role, name: parseName(wordsOf(stretch).words) }, rule)
