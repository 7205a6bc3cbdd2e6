/** Records for tests: written without offsets, which are found by searching the words in the text. */
import type { Authority } from '../../src/authority/authority.ts'
import type { Settings } from '../../src/config.ts'
import type { Reading, SourceDocument, SourceText, Standing, Zone } from '../../src/document.ts'
import { createIris, sha256 } from '../../src/iris.ts'
import type { MapContext } from '../../src/map/index.ts'
import type { Statements } from '../../src/statements.ts'

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
  'notes',
  'collections',
  'people',
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

/** What `record.json` holds. */
export interface Fixture {
  readonly settings?: Partial<Settings>
  readonly readings?: readonly {
    readonly path: string
    readonly address?: string
    readonly text: string
    readonly documents?: readonly LooseDocument[]
    readonly listing?: { readonly from: number; readonly rows: readonly LooseDocument[] }
  }[]
  /** What the rules of running text are said to have found, in the text of the first document that has one. */
  readonly statements?: Statements
}

type LooseDocument = Partial<SourceDocument> & { readonly standing: Standing }

/** A document as written in a fixture, with those inside it. */
function completeDocument({ standing, ...given }: LooseDocument): SourceDocument {
  const within = (documents: readonly SourceDocument[] = []) => documents.map(completeDocument)
  return documentOf(standing, {
    ...given,
    related: within(given.related),
    encloses: within(given.encloses),
    ...(given.journal && { journal: completeDocument(given.journal) }),
  })
}

export function readingOf({
  path,
  address,
  text,
  documents = [],
  listing,
}: NonNullable<Fixture['readings']>[number]): Reading {
  const complete = (given: readonly LooseDocument[]) => given.map((document) => completeDocument(place(text, document)))
  return {
    form: listing ? 'listing' : 'page',
    source: sourceOf(text, path, address),
    documents: complete(documents),
    ...(listing && { listing: { ...place(text, listing), source: 'wcda', rows: complete(listing.rows) } }),
    problems: [],
  }
}

const DEFAULTS = { publishText: 'excerpts', publishSummary: true, sources: {} } as const

/** A context in which `extract` gives the statements of the fixture for the document that has a text. */
export function contextOf({ settings, statements }: Fixture, authority: Authority): MapContext {
  return {
    iris: createIris('https://data.example.org'),
    settings: { ...DEFAULTS, ...settings } as Settings,
    authority,
    extract: (source, document) =>
      statements && document.text ? { ...nothingSaid, ...place(source.text, statements) } : nothingSaid,
  }
}
