/** The kind of a paper: as the file line says it, else the heading, else what its form shows. */
import type { Found, SourceDocument } from '../../document.ts'
import type { FileNumber } from '../../grammar/file-number.ts'
import { part, type Stretch, stretchAt, whole } from '../evidence.ts'
import type { LaidLine, PartLayout } from './layout.ts'

interface Paper {
  readonly text: string
  readonly layout: PartLayout
  readonly heading: Found<string> | undefined
  readonly files: readonly { readonly line: Stretch; readonly file: FileNumber }[]
  readonly parties: SourceDocument['parties']
  readonly opener: Pick<SourceDocument, 'numbers'>
}

const SALUTATION =
  /^(?:my |dear )?(?:dear\b|sir\b|excellency\b|your excellency\b|madam\b|sirs\b|gentlemen\b|mr\. (?:president|secretary)\b)[^.]{0,60}:/i
/** Kinds that a paper bears as its own title, in the middle of a line. */
const TITLES: readonly (readonly [RegExp, string])[] = [
  [/^aide[\s-]m[eé]moire$/iu, 'aide-memoire'],
  [/^note verbale$/iu, 'note-verbale'],
  [/^memorandum$/iu, 'memorandum'],
]
const SECRETARY = /\bSecretary of State$/i
const MISSION = /\b(?:ambassador|minister|charg[eé]|consul|counselor|embassy|legation|consulate|mission)\b/i

/** Slug of a concept of the scheme `document-type`; nothing where the paper shows no kind. */
export function kindOf({ text, layout, heading, files, parties, opener }: Paper): Found<string> | undefined {
  for (const { line, file } of files)
    if (file.kind !== undefined) return whole(part(line, file.kind.start, file.kind.end), 'telegram', 'file-number')
  if (heading !== undefined && heading.value !== 'other') return heading
  const titled = [...layout.body, ...layout.heading].slice(0, 4).flatMap((line) => titleKind(text, line) ?? [])[0]
  if (titled !== undefined) return titled
  const [number] = opener.numbers.filter(({ value }) => value.kind === 'issuing')
  const greeted = layout.body.slice(0, 3).flatMap((line) => salutation(text, line) ?? [])[0]
  const [from, to] = [officesOf(parties, 'sender'), officesOf(parties, 'addressee')]
  const inferred = (value: string, found: Found<unknown> | Stretch): Found<string> =>
    'words' in found
      ? { words: found.words, span: found.span, value, rule: 'paper-form', certainty: 'inferred' }
      : whole(found, value, 'paper-form', 'inferred')
  if (number !== undefined && SECRETARY.test(to) && MISSION.test(from)) return inferred('dispatch', number)
  if (number !== undefined && SECRETARY.test(from) && MISSION.test(to)) return inferred('instruction', number)
  if (greeted !== undefined) return inferred(isNote(greeted, from, to) ? 'diplomatic-note' : 'letter', greeted)
  const sender = parties.find(({ value }) => value.role === 'sender')
  return sender === undefined || heading !== undefined ? heading : inferred('correspondence', sender)
}

const ENVOY = /\b(?:ambassador|minister|charg[eé]|embassy|legation)\b/i

/** A note is written to an envoy or by one, in the form of a letter, between a government and the mission of another. */
function isNote(greeting: Stretch, from: string, to: string): boolean {
  const words = greeting.text.slice(greeting.start, greeting.end)
  return (
    /^(?:your )?excellency\b/i.test(words) &&
    ENVOY.test(`${from} ${to}`) &&
    (SECRETARY.test(from) || SECRETARY.test(to))
  )
}

/** The office, or the name where no office is said, of the first party of a role. */
function officesOf(parties: SourceDocument['parties'], role: 'sender' | 'addressee'): string {
  const party = parties.find(({ value }) => value.role === role)?.value.name
  return party?.role ?? party?.label ?? ''
}

function titleKind(text: string, line: LaidLine): Found<string> | undefined {
  const kind = TITLES.find(([words]) => words.test(line.text))?.[1]
  return kind === undefined ? undefined : whole(stretchAt(text, line, 'body'), kind, 'paper-title')
}

function salutation(text: string, line: LaidLine): Stretch | undefined {
  const length = SALUTATION.exec(line.text)?.[0].length
  return length === undefined ? undefined : { text, start: line.start, end: line.start + length, zone: 'body' }
}
