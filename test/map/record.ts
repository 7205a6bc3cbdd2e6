/** Records for tests: written without offsets, which are found by searching the words in the text. */
import type { SourceDocument, SourceText, Standing, Statements, Zone } from '../../src/document.ts'
import { sha256 } from '../../src/iris.ts'

const LISTS = [
  'dates',
  'parties',
  'numbers',
  'markings',
  'transmissions',
  'distribution',
  'stamps',
  'archival',
  'credits',
  'donors',
  'languages',
  'subjects',
  'topics',
  'places',
  'replies',
  'omissions',
  'related',
  'encloses',
  'unparsed',
] as const

/** A document with every list that is not given empty. */
export function documentOf(standing: Standing, given: Partial<SourceDocument> = {}): SourceDocument {
  const empty = Object.fromEntries(LISTS.map((name) => [name, []]))
  return { source: 'wcda', standing, titleLanguage: 'en', ...empty, ...given } as SourceDocument
}

export function sourceOf(text: string, path = 'page.txt', address?: string): SourceText {
  return {
    path,
    text,
    sha256: sha256(text),
    rawSha256: sha256(`raw ${text}`),
    mediaType: 'text/plain',
    ...(address !== undefined && { address }),
  }
}

interface Loose {
  readonly words: string
  readonly zone: Zone
  /** Which occurrence of the words, from 0. */
  readonly nth?: number
}

const isLoose = (value: object): value is Loose => 'words' in value && 'zone' in value

/** Gives every value with `words` and `zone` its span in the text, and every found value the rule `test` if it has none. */
export function place<T>(text: string, value: T): T {
  if (Array.isArray(value)) return value.map((item) => place(text, item)) as T
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, place(text, inner)])
  if (!isLoose(value)) return Object.fromEntries(entries)
  const { words, zone, nth = 0 } = value
  let start = text.indexOf(words)
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  if (start === -1) throw new Error(`the text has no “${words}”`)
  const { zone: _zone, nth: _nth, ...rest } = Object.fromEntries(entries)
  return { rule: 'test', ...rest, span: { start, end: start + words.length, zone } } as T
}

export const nothingSaid: Statements = { mentions: [], events: [], acts: [] }
