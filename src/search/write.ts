/** Writes the search index of a version, entry by entry: memory does not grow with them. */
import { createHash } from 'node:crypto'
import { chmodSync, closeSync, fsyncSync, openSync, readSync } from 'node:fs'
import { Columns } from './columns.ts'
import { createDatabase, INDEXES, SCHEMA, SHELVES } from './index-file.ts'
import { wordsOf } from './words.ts'

/** What is sought of a document. */
export interface DocumentEntry {
  readonly shelf: 'documents'
  readonly iri: string
  readonly title: readonly string[]
  /** Of its parties, and of those whom it mentions. */
  readonly names: readonly string[]
  readonly summary: readonly string[]
  /** The document's own words, as far as they may be published. */
  readonly body?: string
  /** As they are shown. */
  readonly date?: string
  readonly number?: string
  /** First and last day that it may be of, `YYYY-MM-DD`. */
  readonly earliest?: string
  readonly latest?: string
  readonly facets: readonly FacetValue[]
}

/** What a document has of a facet. */
export interface FacetValue {
  readonly facet: string
  /** One of the facet's roles; absent where it has none. */
  readonly role?: string
  readonly iri: string
  /** What stands for it in addresses. */
  readonly key: string
}

/** What is sought of another thing: what it is called. */
export interface ThingEntry {
  readonly shelf: 'things'
  readonly iri: string
  readonly label: readonly string[]
  readonly names: readonly string[]
}

/** A term of a vocabulary: not sought, but shown where it is the value of a facet. */
export interface TermEntry {
  readonly shelf: 'terms'
  readonly iri: string
  readonly label: readonly string[]
}

export type Entry = DocumentEntry | ThingEntry | TermEntry

const BLOCK = 1024 * 1024

/**
 * Writes the entries, each IRI once, in the order of their IRIs, into a new file. Equal entries give equal bytes.
 * @throws Error where the disk is full, or the file is there already
 */
export function writeIndex(
  path: string,
  entries: Iterable<Entry>,
): { readonly bytes: number; readonly sha256: string } {
  try {
    fill(path, entries)
  } catch (error) {
    throw new Error(`The search index cannot be written (${(error as Error).message}). Look whether the disk is full.`)
  }
  return settled(path)
}

function fill(path: string, entries: Iterable<Entry>): void {
  const database = createDatabase(path)
  try {
    for (const statement of SCHEMA) database.exec(statement)
    database.exec('BEGIN')
    const insert = (table: string, columns: readonly string[]) =>
      database.prepare(`INSERT INTO ${table}(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    const thing = insert('thing', ['id', 'iri', 'label'])
    const shown = insert('document', ['id', 'date', 'number', 'summary', 'text'])
    const documents = insert('documents', ['rowid', ...Object.keys(SHELVES.documents)])
    const things = insert('things', ['rowid', ...Object.keys(SHELVES.things)])
    const columns = new Columns()
    let id = 0
    for (const entry of entries) {
      id++
      const [label = ''] = entry.shelf === 'documents' ? entry.title : entry.label
      thing.run([id, entry.iri, label])
      if (entry.shelf === 'things') things.run([id, ...[entry.label, entry.names].map(joined)])
      else if (entry.shelf === 'documents') {
        const { title, names, summary, body, date, number } = entry
        documents.run([id, ...[title, names, summary, body === undefined ? [] : [body]].map(joined)])
        shown.run([id, date ?? null, number ?? null, summary[0] ?? null, body ?? null])
        columns.add(id, entry)
      }
    }
    for (const statement of [thing, shown, documents, things]) statement.finalize()
    columns.write(database)
    for (const statement of INDEXES) database.exec(statement)
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

/** Words of several values: those of different values do not stand next to each other. */
const joined = (values: readonly string[]): string => values.map(wordsOf).join(` ${BETWEEN} `)
/** A word that no text has. */
const BETWEEN = '¶'

/** Sees a file onto the disk, for all to read, and measures it. */
function settled(path: string) {
  chmodSync(path, 0o644)
  const file = openSync(path, 'r+')
  const hash = createHash('sha256')
  let bytes = 0
  const block = Buffer.allocUnsafe(BLOCK)
  for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
    hash.update(block.subarray(0, length))
    bytes += length
  }
  fsyncSync(file)
  closeSync(file)
  return { bytes, sha256: hash.digest('hex') }
}
