/**
 * Relations that the views show: who wrote to whom, who met whom, who asked what of whom, from where to where messages
 * went. Of each there are the rows, one for a document, event or act, and the ties, counted by year.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { withoutFragment } from '../iris.ts'
import { oneLine } from '../letters.ts'
import { runs } from '../rdf/serialise.ts'
import { FileWriter, readLines, toBytes, toText } from './files.ts'
import type { FileEntry } from './manifest.ts'
import { LineSorter } from './sort.ts'

export const RELATIONS = ['letters', 'meetings', 'acts', 'routes'] as const
export type Relation = (typeof RELATIONS)[number]

/** Folder of the files in a version. */
export const VIEWS = 'views'
export const rowsFile = (relation: Relation): string => `${VIEWS}/${relation}.tsv`
export const tiesFile = (relation: Relation): string => `${VIEWS}/${relation}-ties.tsv`
export const TABLE = 'text/tab-separated-values'

/** One document, event or act that ties two things. */
export interface Row {
  /** Kind and slug: `person/joseph-stalin`. */
  readonly a: string
  readonly b: string
  /** `YYYY-MM-DD`, or empty where it is not known. */
  readonly earliest: string
  readonly latest: string
  /** Kind and slug, with a fragment where it is a part: `document/wcda-1#act-2`. */
  readonly address: string
  /** Document type, class of the event, or kind of act: `ciphered-telegram`, `Meeting`, `request`. */
  readonly kind: string
  /** On one line, and not longer than a line. */
  readonly title: string
}

/** How often two things are tied in a year. */
export interface Tie {
  readonly a: string
  readonly b: string
  /** Kind of act; empty in the other relations, which count all kinds together. */
  readonly kind: string
  /** In which it began; undefined where that is not known. */
  readonly year: number | undefined
  /** Different documents, or events, or acts. */
  readonly count: number
  /** First and last day of those whose day is known, or empty. */
  readonly earliest: string
  readonly latest: string
}

/** Characters of a title that a view may show. */
const LONGEST = 240

/** A title on one line, cut where it is long. */
export function shortTitle(title: string): string {
  const characters = [...oneLine(title).slice(0, 2 * LONGEST)]
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('')
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day as it is sorted, or empty. */
export const dayOf = (value: string | undefined): string => (value !== undefined && DAY.test(value) ? value : '')

export const rowLine = ({ a, b, earliest, latest, address, kind, title }: Row): string =>
  [a, b, earliest, latest, address, kind, shortTitle(title)].join('\t')

export function readRow(line: string): Row {
  const [a = '', b = '', earliest = '', latest = '', address = '', kind = '', title = ''] = line.split('\t')
  return { a, b, earliest, latest, address, kind, title }
}

export function readTie(line: string): Tie {
  const [a = '', b = '', kind = '', year = '', count, earliest = '', latest = ''] = line.split('\t')
  return { a, b, kind, year: year === '' ? undefined : Number(year), count: Number(count), earliest, latest }
}

/** Collects the rows of one relation. */
export class RelationWriter {
  readonly #folder: string
  readonly #relation: Relation
  readonly #rows: LineSorter

  constructor(folder: string, relation: Relation) {
    this.#folder = folder
    this.#relation = relation
    this.#rows = new LineSorter(folder, `${relation}.run`)
  }

  add(row: Row): void {
    this.#rows.add(toBytes(rowLine(row)))
  }

  /** Writes rows and ties; each thing that has a tie is noted. */
  close(note: (address: string) => void): FileEntry[] {
    mkdirSync(join(this.#folder, VIEWS), { recursive: true })
    const rows = new FileWriter(join(this.#folder, rowsFile(this.#relation)))
    let last = ''
    for (const line of this.#rows.sorted()) {
      if (line !== last) rows.write(`${line}\n`)
      last = line
    }
    const written = rows.close()
    const ties = new FileWriter(join(this.#folder, tiesFile(this.#relation)))
    for (const tie of this.#ties()) {
      note(tie.a)
      note(tie.b)
      const { a, b, kind, year, count, earliest, latest } = tie
      ties.writeText(`${[a, b, kind, year ?? '', count, earliest, latest].join('\t')}\n`)
    }
    return [
      { path: rowsFile(this.#relation), ...written, mediaType: TABLE },
      { path: tiesFile(this.#relation), ...ties.close(), mediaType: TABLE },
    ]
  }

  *#ties(): Generator<Tie> {
    const byKind = this.#relation === 'acts'
    // A letter and the message inside it are one document.
    const counted = (address: string) => (this.#relation === 'letters' ? withoutFragment(address) : address)
    const lines = readLines(join(this.#folder, rowsFile(this.#relation)))
    const keyOf = (line: string) => {
      const [a, b, earliest = ''] = line.split('\t', 3)
      return [a, b, earliest.slice(0, 4)].join('\t')
    }
    for (const group of runs(lines, keyOf)) {
      const kinds = new Map<string, Row[]>()
      for (const row of group.map((line) => readRow(toText(line)))) {
        const kind = byKind ? row.kind : ''
        const known = kinds.get(kind)
        if (known === undefined) kinds.set(kind, [row])
        else known.push(row)
      }
      for (const [kind, rows] of [...kinds].sort(([x], [y]) => (x < y ? -1 : 1))) {
        const [{ a, b, earliest } = readRow('')] = rows
        const ends = rows.map(({ latest }) => latest).sort()
        yield {
          a,
          b,
          kind,
          year: earliest === '' ? undefined : Number(earliest.slice(0, 4)),
          count: new Set(rows.map(({ address }) => counted(address))).size,
          earliest,
          latest: ends.at(-1) ?? '',
        }
      }
    }
  }
}
