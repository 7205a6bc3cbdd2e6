/** The grammar of markings: classification, precedence, handling. */
import type { Marking } from '../document.ts'
import { inLower, LETTERS, lowered } from './lowered.ts'
import type { Match } from './match.ts'

interface MarkingRow {
  /** Words with spaces; `copies are *` takes any of the words in `ENDINGS`. */
  readonly words: readonly string[]
  readonly kind: Marking['kind']
  readonly concept?: string
  /** One plain word is prose as often as a marking: it must stand alone. */
  readonly alone?: true
}

const MARKINGS: readonly MarkingRow[] = [
  {
    words: [
      'top secret',
      't o p s e c r e t',
      'совершенно секретно',
      'сов секретно',
      'szigorúan titkos',
      'ściśle tajne',
      'přísně tajné',
      'streng geheim',
      'strogo poverljivo',
      '绝密',
      '絕密',
      '极密',
    ],
    kind: 'classification',
    concept: 'top-secret',
  },
  {
    words: ['strictly secret', 'strictly confidential', 'строго секретно', 'strict secret'],
    kind: 'classification',
    concept: 'strictly-secret',
  },
  {
    words: ['secret', 's e c r e t', 'секретно', 'geheim', 'titkos', 'tajne', 'tajné', 'secretno', '机密', '機密'],
    kind: 'classification',
    concept: 'secret',
    alone: true,
  },
  {
    words: ['confidential', 'c o n f i d e n t i a l', 'vertraulich', 'poufne'],
    kind: 'classification',
    concept: 'confidential',
    alone: true,
  },
  { words: ['restricted'], kind: 'classification', concept: 'restricted', alone: true },
  {
    words: ['special file', 'special folder', 'special dossier', 'особая папка'],
    kind: 'classification',
    concept: 'special-file',
  },
  { words: ['special', 'особая'], kind: 'classification', concept: 'special', alone: true },
  {
    words: [
      'official use only',
      'for official use',
      'for official use only',
      'limited official use',
      'for internal use only',
    ],
    kind: 'classification',
    concept: 'official-use',
  },
  { words: ['unclassified'], kind: 'classification', concept: 'unclassified' },
  {
    words: ['top priority', 'highest priority', 'вне очереди', 'вне всякой очереди'],
    kind: 'precedence',
    concept: 'top-priority',
  },
  { words: ['extremely urgent', 'very urgent', 'most urgent'], kind: 'precedence', concept: 'urgent' },
  { words: ['urgent', 'срочно'], kind: 'precedence', concept: 'urgent', alone: true },
  { words: ['operational immediate'], kind: 'precedence', concept: 'immediate' },
  { words: ['immediate', 'niact', 'flash'], kind: 'precedence', concept: 'immediate', alone: true },
  { words: ['priority'], kind: 'precedence', concept: 'priority', alone: true },
  { words: ['routine'], kind: 'precedence', concept: 'routine', alone: true },
  { words: ['personal'], kind: 'handling', alone: true },
  {
    words: [
      'limited distribution',
      'indefinite duration',
      'eyes only',
      'strictly personal',
      'not to be copied',
      'only copy',
      'by courier',
      'personal and secret',
    ],
    kind: 'handling',
  },
  {
    words: [
      'no distribution',
      'to be returned',
      'to be destroyed',
      'do not publish',
      'not for publication',
      'declassified',
      // A later stamp that lifts a grade, as `declassified` does.
      'not secret',
      'снятие копий воспрещается',
    ],
    kind: 'handling',
  },
  {
    words: ['prohibited', 'forbidden', 'not allowed', 'not permitted'].flatMap((end) => [
      `making copies is ${end}`,
      `copying is ${end}`,
      `making of copies is ${end}`,
    ]),
    kind: 'handling',
  },
]

/** `[[TOP]] SECRET`: an editor's brackets may stand about each word. */
const pattern = (words: string) =>
  words
    .split(' ')
    .map((word) => String.raw`\[{0,2}${word}\]{0,2}`)
    .join(String.raw`[\s.]+`)

const ROW_OF = new Map(MARKINGS.flatMap((row) => row.words.map((words) => [words, row])))
/** All in one pattern, since a text is long and most of it is none; the longest words first. */
const MARKING = inLower(
  `(?<![${LETTERS}0-9-])(?:${[...ROW_OF.keys()]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join('|')})(?![${LETTERS}0-9-])`,
)
const plain = (found: string) => found.replace(/[[\]]/g, '').replace(/[\s.]+/g, ' ')

/** The markings of a text in order. In prose only capitals and capitalised phrases count: `top secret plans` do not. */
export function findMarkings(text: string): Match<Marking>[] {
  const markings = [...lowered(text).matchAll(MARKING)].flatMap((found): Candidate[] => {
    const row = ROW_OF.get(plain(found[0]))
    if (row === undefined) return []
    const value: Marking = row.concept === undefined ? { kind: row.kind } : { kind: row.kind, concept: row.concept }
    return [{ value, start: found.index, end: found.index + found[0].length, alone: row.alone ?? false }]
  })
  return markings
    .filter((marking, index) => stands(text, marking, markings[index - 1]?.end, markings[index + 1]?.start))
    .map(({ value, start, end }) => ({ value, start, end }))
}

const EDGE_BEFORE = /(?:^|[\n,;:()[\]|/"“”—–.*_#\t-])[^\S\n]*$|\bclassification(?:\s+level)?[^\S\n]*:?[^\S\n]*$/iu
const EDGE_AFTER = /^[^\S\n]*(?:$|[\n,;:!()[\]|/"“”—–.*_\t-])/u
/** The office's number or the count of copies follows a marking directly. */
const REGISTRATION = /^[^\S\n]*(?:(?:cop(?:y|ies)|incoming|outgoing)\b|N(?:os?\b|\s?[\d$°º])|[№#\d])/iu
const BESIDE = /^[\s/,.;|-]{0,8}$/u

type Candidate = Match<Marking> & { readonly alone: boolean }

/** Whether the words stand as a marking: by capitals, and between edges or beside another marking. */
function stands(text: string, { value, start, end, alone }: Candidate, previous?: number, next?: number): boolean {
  const letters = text.slice(start, end).replace(/[^\p{L}]/gu, '')
  const besideBefore = previous !== undefined && BESIDE.test(text.slice(previous, start).slice(0, 9))
  const besideAfter = next !== undefined && BESIDE.test(text.slice(end, Math.min(next, end + 9))) && next - end < 9
  const tail = text.slice(end, end + 12)
  // `Special no. 550` is the label of a number.
  const registered = value.concept !== 'special' && REGISTRATION.test(tail)
  const before = besideBefore || EDGE_BEFORE.test(text.slice(Math.max(0, start - 24), start))
  const after = besideAfter || registered || EDGE_AFTER.test(tail)
  const capitals = letters === letters.toUpperCase() && letters !== letters.toLowerCase()
  if (capitals) return !alone || before || after
  const capitalised = /^\P{Ll}/u.test(letters)
  return capitalised && (!alone || registered) ? before || after : before && after
}
