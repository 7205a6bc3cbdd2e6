/**
 * Reading what the views of a version are drawn from. Counts are read once, when first asked for, and held: they are few
 * beside the documents; rows and dates are looked up on the disk.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toText } from './files.ts'
import { RELATIONS, type Relation, type Row, readRow, readTie, rowsFile, type Tie, tiesFile } from './relations.ts'
import { openSorted, type SortedFile } from './sorted-file.ts'
import { DATED, type DatedItem, NAMES, PERIODS, PLACE_COUNTS, PLACES, type PlaceRole } from './write-views.ts'

/** How many documents or events of a kind lie within a period. */
export interface PeriodCount {
  /** `YYYY` or `YYYY-MM`; empty for what is not dated, or to no single year. */
  readonly period: string
  readonly what: 'document' | 'event'
  readonly kind: string
  readonly count: number
}

export interface PlaceCount {
  /** Kind and slug: `place/pyongyang`. */
  readonly place: string
  readonly role: PlaceRole
  readonly year: number | undefined
  /** Documents. */
  readonly count: number
}

/** Degrees, WGS 84. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

export interface Views {
  periods(): Promise<readonly PeriodCount[]>
  /** What begins in a year or month, by its first day. @param period `YYYY` or `YYYY-MM` */
  dated(period: string): Promise<readonly DatedItem[]>
  ties(relation: Relation): Promise<readonly Tie[]>
  /** The documents, events or acts that tie `a` to `b`, by their first day. */
  rows(relation: Relation, a: string, b: string): Promise<readonly Row[]>
  /** What the things are called that are tied or counted, by kind and slug. */
  names(): Promise<ReadonlyMap<string, string>>
  placeCounts(): Promise<readonly PlaceCount[]>
  /** Places that have coordinates, by kind and slug. */
  positions(): Promise<ReadonlyMap<string, Position>>
  close(): Promise<void>
}

/** Opens the views of a version that has them. @param directory of the version */
export function openViews(directory: string): Views {
  const table = async <T>(path: string, read: (line: string) => T): Promise<T[]> => {
    const text = await readFile(join(directory, path), 'utf8')
    return text.split('\n').slice(0, -1).map(read)
  }
  const opened = new Map<string, Promise<SortedFile>>()
  const find = async (path: string, key: string): Promise<string[]> => {
    const file = opened.get(path) ?? openSorted(join(directory, path))
    opened.set(path, file)
    return (await (await file).find(key)).map(toText)
  }
  const periods = once(() => table(PERIODS, readPeriod))
  const names = once(async () => new Map(await table(NAMES, readName)))
  const placeCounts = once(() => table(PLACE_COUNTS, readPlaceCount))
  const positions = once(async () => new Map(await table(PLACES, readPosition)))
  const ties = new Map(
    RELATIONS.map((relation) => [relation, once(() => table(tiesFile(relation), createTieReader()))]),
  )
  return {
    periods,
    names,
    placeCounts,
    positions,
    ties: async (relation) => (await ties.get(relation)?.()) ?? [],
    rows: async (relation, a, b) => (await find(rowsFile(relation), `${a}\t${b}\t`)).map(readRow),
    dated: async (period) => (await find(DATED, period)).map(readDated),
    close: async () => {
      await Promise.all([...opened.values()].map(async (file) => (await file).close()))
    },
  }
}

/** Makes something when it is first asked for; what failed is tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined
      throw error
    })
    return made
  }
}

/** Things, kinds and days come again and again: each is held once. */
function createTieReader(): (line: string) => Tie {
  const known = new Map<string, string>()
  const shared = (text: string): string => {
    const found = known.get(text)
    if (found !== undefined) return found
    const copy = Buffer.from(text).toString()
    known.set(copy, copy)
    return copy
  }
  return (line) => {
    const { a, b, kind, earliest, latest, ...rest } = readTie(line)
    return {
      ...rest,
      a: shared(a),
      b: shared(b),
      kind: shared(kind),
      earliest: shared(earliest),
      latest: shared(latest),
    }
  }
}

function readName(line: string): readonly [string, string] {
  const [address = '', name = ''] = line.split('\t')
  return [address, name]
}

function readPeriod(line: string): PeriodCount {
  const [period = '', what, kind = '', count] = line.split('\t')
  return { period, what: what === 'event' ? 'event' : 'document', kind, count: Number(count) }
}

function readDated(line: string): DatedItem {
  const [earliest = '', latest = '', what, kind = '', address = '', title = ''] = line.split('\t')
  return { earliest, latest, what: what === 'event' ? 'event' : 'document', kind, address, title }
}

function readPlaceCount(line: string): PlaceCount {
  const [place = '', role, year = '', count] = line.split('\t')
  return { place, role: role as PlaceRole, year: year === '' ? undefined : Number(year), count: Number(count) }
}

function readPosition(line: string): readonly [string, Position] {
  const [place = '', latitude, longitude] = line.split('\t')
  return [place, { latitude: Number(latitude), longitude: Number(longitude) }]
}
