/** Words, numbers and marks of a stretch of English text, each with its place. Knows no grammar and no names. */
import type { Span } from '../document.ts'

export interface Token {
  /** UTF-16 offsets in the source text, the end exclusive. */
  readonly start: number
  readonly end: number
  /** The word as meant: `c[omrade]` is `comrade`, `S H T Y K O V` is `SHTYKOV`. */
  readonly text: string
  readonly lower: string
  readonly kind: 'word' | 'number' | 'initial' | 'abbreviation' | 'possessive' | 'mark'
  /** What parts it from the token before: nothing, blanks, the end of a line, an empty line. */
  readonly gap: '' | ' ' | 'line' | 'paragraph'
}

/** Abbreviations whose full stop ends no sentence. */
const ABBREVIATION = [
  'Cdes?|Comrs?|Coms?|Tovs?|Gen|Lt|Col|Maj|Capt|Adm|Brig|Sgt|Cpt|Marsh|Mr|Mrs|Ms|Messrs|Dr|Prof|Rev|Hon|St|Amb',
  'No|Nos|Nr|Art|Vol|Ch|Sec|Dept|Govt|Min|Dep|Rep|Sen|Gov|Pres|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec',
  'vs|cf|etc|approx|resp|c|p|pp|ff|e\\.g|i\\.e|a\\.m|p\\.m|a\\.k\\.a|U\\.S|U\\.N|U\\.K|U\\.S\\.S\\.R|D\\.C',
].join('|')

const TOKEN = new RegExp(
  [
    `(?<abbreviation>\\b(?:${ABBREVIATION})\\.)`,
    '(?<spaced>(?<![\\p{L}.])\\p{Lu}(?: \\p{Lu}){3,}(?![\\p{L}.]))',
    '(?<initial>(?<!\\p{L})(?:\\p{Lu}(?:\\[\\p{Ll}+\\])?\\.){1,4})',
    "(?<possessive>(?<=\\p{L})['’]s?(?!\\p{L}))",
    "(?<word>\\p{L}[\\p{L}\\p{M}]*(?:\\[\\p{Ll}+\\])?(?:(?!['’]s(?!\\p{L}))['’\\-‐]\\p{L}[\\p{L}\\p{M}]*)*(?:\\[\\p{Ll}+\\])?)",
    '(?<number>\\d[\\d.,:]*\\d|\\d)',
    '(?<mark>[^\\s\\p{L}\\d])',
  ].join('|'),
  'gu',
)

const gapOf = (blank: string): Token['gap'] => {
  if (blank === '') return ''
  const lines = blank.split('\n').length
  return lines > 2 ? 'paragraph' : lines === 2 ? 'line' : ' '
}

/** The tokens of a span, in order. Linear in its length. Marks of Markdown (`**`, `#`) are left out. */
export function tokenize(text: string, span: Pick<Span, 'start' | 'end'>): Token[] {
  const stretch = text.slice(span.start, span.end)
  const tokens: Token[] = []
  let before = 0
  for (const match of stretch.matchAll(TOKEN)) {
    const words = match[0]
    const kind = kindOf(match.groups ?? {})
    if (/^[*#_|]$/.test(words)) continue
    const gap = gapOf(stretch.slice(before, match.index).replace(/[*#_|]/g, ''))
    const meant = kind === 'word' ? words.replace(/[[\] ]/g, '').replaceAll('’', "'") : words
    tokens.push({
      start: span.start + match.index,
      end: span.start + match.index + words.length,
      text: meant,
      lower: meant.toLowerCase(),
      kind,
      gap,
    })
    before = match.index + words.length
  }
  return tokens
}

const kindOf = (groups: Record<string, string | undefined>): Token['kind'] => {
  if (groups.spaced !== undefined) return 'word'
  const kinds = ['abbreviation', 'initial', 'possessive', 'word', 'number'] as const
  return kinds.find((kind) => groups[kind] !== undefined) ?? 'mark'
}

/** Whether a word begins with a capital letter. */
export const isCapital = ({ text, kind }: Token): boolean =>
  (kind === 'word' || kind === 'abbreviation') && /^\p{Lu}/u.test(text)

/** Whether a word is of capitals only, and more than one. */
export const isShouted = ({ text, kind }: Token): boolean =>
  kind === 'word' && /^(?=.*\p{Lu}.*\p{Lu})[^\p{Ll}]+$/u.test(text)
