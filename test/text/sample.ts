/** A text of one document with as little around it as the text rules ask for. */
import type { Authority } from '../../src/authority/authority.ts'
import { createDirectory } from '../../src/authority/directory.ts'
import { loadAuthority } from '../../src/authority/load.ts'
import type { Found, Name, Party, SourceDocument, SourceText } from '../../src/document.ts'
import type { Statements } from '../../src/statements.ts'
import { extract } from '../../src/text/index.ts'

const { authority }: { authority: Authority } = loadAuthority('no such folder')

export interface Facts {
  readonly type?: string
  /** The day of the paper. */
  readonly day?: string
  readonly author?: string | readonly string[]
  readonly role?: string
  readonly addressee?: string
  readonly without?: readonly string[]
}

const person = (label: string, role?: string): Name => ({ kind: 'person', label, forms: [], ...(role && { role }) })

function found<T>(value: T): Found<T> {
  return { value, words: '', span: { start: 0, end: 0, zone: 'document-header' }, rule: 'fixture' }
}

/** A document whose own words are the whole text. */
export function documentOf(text: string, { type, day, author, role, addressee }: Facts): SourceDocument {
  const authors = author === undefined ? [] : [author].flat()
  const parties: Party[] = authors.map((label) => ({ role: 'author', name: person(label, role) }))
  if (addressee !== undefined) parties.push({ role: 'addressee', name: person(addressee) })
  const date = { edtf: day ?? '', earliest: day ?? '', latest: day ?? '', precision: 'day' as const }
  return {
    source: 'test',
    standing: 'edition',
    titleLanguage: 'en',
    ...(type && { type: found(type) }),
    dates: day === undefined ? [] : [found({ ...date, role: 'document', basis: 'title' })],
    parties: parties.map(found),
    numbers: [],
    markings: [],
    transmissions: [],
    distribution: [],
    stamps: [],
    archival: [],
    credits: [],
    donors: [],
    languages: [],
    subjects: [],
    topics: [],
    places: [],
    notes: [],
    collections: [],
    people: [],
    replies: [],
    text: { start: 0, end: text.length, zone: 'body' },
    omissions: [],
    related: [],
    encloses: [],
    unparsed: [],
  }
}

export const sourceOf = (text: string): SourceText => ({
  path: 'sample.txt',
  text,
  sha256: '',
  rawSha256: '',
  mediaType: 'text/plain',
})

/** What the rules read from a text. */
export function read(text: string, facts: Facts = {}, change: Partial<SourceDocument> = {}): Statements {
  const document = { ...documentOf(text, facts), ...change }
  const names = createDirectory([document], authority, text)
  return extract(sourceOf(text), document, names, { without: new Set(facts.without) })
}

/** A journal of an ambassador, in which `I` is he and `you` is said to somebody. */
export const JOURNAL: Facts = {
  type: 'journal-entry',
  day: '1958-06-03',
  author: 'P. Orlov',
  role: 'Ambassador to Albania',
}

/** A telegram of one person to another. */
export const TELEGRAM: Facts = {
  type: 'telegram',
  day: '1951-02-10',
  author: 'Dmitri Volkov',
  addressee: 'Sergei Lebedev',
}

export const labels = (names: readonly Name[]): string => names.map(({ label }) => label).join(', ')
