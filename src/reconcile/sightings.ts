/** Every document that the readings present or name, once for each place where they do. */
import {
  blankDocument,
  type Found,
  type PartyRole,
  type Reading,
  type Reply,
  type SourceDocument,
  type SourceText,
} from '../document.ts'
import { shortHash, slugify } from '../iris.ts'
import { preferredDate } from './preferred-date.ts'

/** Key and slug of a document that is known only because another refers to it. */
export interface Reference {
  readonly key: string
  readonly slug: string
}

/** One document as one source text presents it, with those that it leads to, in the order of the record's lists. */
export interface Sighting {
  readonly document: SourceDocument
  readonly source: SourceText
  readonly related: readonly Sighting[]
  readonly replies: readonly Sighting[]
  readonly journal?: Sighting
  readonly reference?: Reference
}

/**
 * All sightings of one reading, always in the same order: its documents and the rows of its listing, each followed by
 * those that it leads to. `rows` are those of the listing.
 */
export function sightingsOf(reading: Reading): Sightings {
  const known = seen.get(reading) ?? allSightings(reading)
  seen.set(reading, known)
  return known
}

interface Sightings {
  readonly sightings: readonly Sighting[]
  readonly rows?: readonly Sighting[]
}

/** A page with many documents is asked for each of them. */
const seen = new WeakMap<Reading, Sightings>()

function allSightings({ documents, listing, source }: Reading): Sightings {
  const own = documents.map((document) => sighting(document, source))
  if (listing === undefined) return { sightings: own.flatMap(unfold) }
  const rows = listing.rows.map((row) => sighting(row, source))
  return { sightings: [...own, ...rows].flatMap(unfold), rows }
}

function sighting(document: SourceDocument, source: SourceText, reference?: Reference): Sighting {
  const lead = (other: SourceDocument) => sighting(other, source)
  return {
    document,
    source,
    related: document.related.map(lead),
    replies: document.replies.map((reply) =>
      sighting(referred(reply, document), source, referenceOf(reply.value, document, source)),
    ),
    ...(document.journal !== undefined && { journal: lead(withCopyOf(document, document.journal)) }),
    ...(reference !== undefined && { reference }),
  }
}

/** Where an entry's page says its copy lies, and what is stamped on it, is said of the journal that it is a day of. */
function withCopyOf({ archival, stamps, copyNumber }: SourceDocument, journal: SourceDocument): SourceDocument {
  const known = new Set(journal.archival.map(({ value }) => JSON.stringify(value)))
  return {
    ...journal,
    archival: [...journal.archival, ...archival.filter(({ value }) => !known.has(JSON.stringify(value)))],
    stamps: journal.stamps.length > 0 ? journal.stamps : stamps,
    ...(journal.copyNumber === undefined && copyNumber !== undefined && { copyNumber }),
  }
}

/** A sighting with all that it leads to. */
function unfold(one: Sighting): Sighting[] {
  return [one, ...[...one.related, ...one.replies, ...(one.journal ? [one.journal] : [])].flatMap(unfold)]
}

const TYPES: Readonly<Record<string, string>> = {
  telegram: 'telegram',
  cable: 'telegram',
  letter: 'letter',
  note: 'diplomatic-note',
  instruction: 'instruction',
  instructions: 'instruction',
  dispatch: 'dispatch',
  communication: 'correspondence',
  message: 'correspondence',
}

/** What is known of a document from a reference to it. */
function referred({ value: reply, ...words }: Found<Reply>, citing: SourceDocument): SourceDocument {
  const type = TYPES[reply.kind.toLowerCase()]
  const unlabelled = { kind: type === 'telegram' ? 'telegram' : 'unlabelled', label: reply.kind } as const
  return {
    ...blankDocument(citing.source, 'referred'),
    title: { ...words, value: reply.label },
    titleLanguage: citing.textLanguage ?? citing.titleLanguage,
    ...(type !== undefined && { type: { ...words, value: type, certainty: 'inferred' } }),
    numbers: reply.number === undefined ? [] : [{ ...words, value: { ...unlabelled, value: reply.number } }],
  }
}

/**
 * A numbered reference is told from others by the year and the correspondence of the citing document (the numbers of
 * every post begin anew each year); one without a number is known only to the document that makes it.
 */
function referenceOf(reply: Reply, citing: SourceDocument, source: SourceText): Reference {
  const of = (role: PartyRole) => citing.parties.flatMap(({ value }) => (value.role === role ? [value.name.label] : []))
  if (reply.number === undefined) {
    const key = ['ref', citing.source, reply.label, citing.record?.value ?? citing.title?.value ?? source.sha256].join(
      '|',
    )
    return { key, slug: `ref-${shortHash(key, 10)}` }
  }
  const year = preferredDate(citing.dates.map(({ value }) => value))?.edtf.slice(0, 4) ?? 'undated'
  const [correspondent = ''] = [...of('sentFrom'), ...of('sender'), ...of('signatory')]
  return {
    key: ['ref', citing.source, reply.kind, reply.number, year, slugify(correspondent)].join('|'),
    slug: ['ref', reply.kind, reply.number, year].map(slugify).join('-'),
  }
}
