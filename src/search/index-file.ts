/** The file of the search index: its tables. Alone opens the database library, when it is first needed. */
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Database, Statement } from 'node-sqlite3-wasm'

export type { Database }

/** A database that is read: what is asked again is prepared once, which takes five times what the answer takes. */
export type Reader = Pick<Database, 'get' | 'all' | 'close'>

/** Where the index stands in the folder of a version. The number is that of its form: another form is made anew. */
export const INDEX = 'search-4.sqlite'

/** The columns of each shelf, with what a word in them weighs. */
export const SHELVES = {
  documents: { title: 8, names: 4, summary: 2, body: 1 },
  things: { label: 4, names: 1 },
} as const

/** How well a row of a shelf answers, as SQL: more is better. */
export const scoreOf = (shelf: keyof typeof SHELVES): string =>
  `-bm25(${shelf}, ${Object.values(SHELVES[shelf]).join(', ')})`

// `ascii`: what is no ASCII is a letter to it, and words come parted by spaces alone.
const words = (shelf: keyof typeof SHELVES) =>
  `CREATE VIRTUAL TABLE ${shelf} USING fts5(${Object.keys(SHELVES[shelf]).join(', ')}, content='', tokenize='ascii')`

/**
 * Things by number, in the order of their IRIs, so that those of documents follow one another; beside a document what is
 * shown of it, its long texts last. The values of each facet are numbered. What each document has of a facet stands in
 * two columns of numbers, little-endian, 32 bits each: the number `n` of `starts` is where the members of the document
 * `n` begin, counted from the first; a member is a value's number times `MOST_ROLES` and its role. `days` are the first
 * and the last day of each document, counted from 1 January 1970.
 */
export const SCHEMA = [
  'CREATE TABLE thing(id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, label TEXT NOT NULL)',
  'CREATE TABLE document(id INTEGER PRIMARY KEY, date TEXT, number TEXT, summary TEXT, text TEXT)',
  'CREATE TABLE value(facet TEXT, number INTEGER, key TEXT, iri TEXT, PRIMARY KEY(facet, number)) WITHOUT ROWID',
  'CREATE TABLE facet(name TEXT PRIMARY KEY, starts BLOB, members BLOB)',
  'CREATE TABLE days(first INTEGER, earliest BLOB, latest BLOB)',
  words('documents'),
  words('things'),
]

/** What is made when all is written. */
export const INDEXES = [
  'CREATE UNIQUE INDEX value_by_key ON value(facet, key)',
  'CREATE INDEX value_by_thing ON value(iri)',
]

/** The day of what has no date. */
export const NO_DAY = -(2 ** 31)

// A script of 1.3 MB, most of it WebAssembly: who seeks nothing and writes nothing does without.
const library = () => createRequire(import.meta.url)('node-sqlite3-wasm') as typeof import('node-sqlite3-wasm')

/** Loads the library and has it compiled, where there is time for it now and there will be none later. */
export function prepareLibrary(): void {
  const database = new (library().Database)(':memory:')
  for (const statement of SCHEMA) database.exec(statement)
  database.close()
}

/** A new database, whose journal nobody needs: what is written in part is thrown away. */
export function createDatabase(path: string): Database {
  const database = new (library().Database)(path)
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE')
  return database
}

/**
 * Opens a database for reading. The library locks a file by a folder beside it, also against other readers: here the
 * lock is that of a link of our own, so that nothing is written into a release, and who was killed locks nobody out.
 */
export function openDatabase(path: string): Reader {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  try {
    const link = join(folder, INDEX)
    symlinkSync(resolve(path), link)
    const database = new (library().Database)(link, { fileMustExist: true, readOnly: true })
    // From the first reading on the lock is held in memory, and the link is not needed any more.
    database.exec('PRAGMA locking_mode = EXCLUSIVE')
    database.get('SELECT count(*) FROM sqlite_master')
    return readerOf(database)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function readerOf(database: Database): Reader {
  const prepared = new Map<string, Statement>()
  const ask = <T>(sql: string, answer: (statement: Statement) => T): T => {
    const statement = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, statement)
    try {
      return answer(statement)
    } catch (error) {
      // One that has failed says so again whenever it is touched: the next question gets a new one.
      prepared.delete(sql)
      letGo(statement)
      throw error
    }
  }
  return {
    get: (sql, values) => ask(sql, (statement) => statement.get(values)),
    all: (sql, values) => ask(sql, (statement) => statement.all(values)),
    close: () => {
      // The library keeps the file open until the last of them is gone.
      for (const one of prepared.values()) one.finalize()
      database.close()
    },
  }
}

/** Finalizes a statement that has failed, for which the library throws its failure once more. */
function letGo(statement: Statement): void {
  try {
    statement.finalize()
  } catch {
    // It was thrown when it happened.
  }
}
