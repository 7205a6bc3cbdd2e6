/** The worklist of names: what the documents name and no curated file places, the most frequent first. */
import { fold } from '../authority/fold.ts'
import type { Nearness } from '../authority/near.ts'
import type { UnplacedKind, UnplacedName } from '../map/index.ts'
import { runs } from '../rdf/serialise.ts'
import { type Cell, csvLines } from '../release/csv.ts'
import { toBytes, toText } from '../release/files.ts'
import type { NameToPlace } from '../release/report.ts'
import { LineSorter } from '../release/sort.ts'
import { Tray } from './tray.ts'

/** A name in the documents that have it. */
interface Row {
  readonly kind: UnplacedKind
  readonly id: string
  readonly label: string
  readonly forms: readonly string[]
  readonly documents: number
  readonly occurrences: number
  /** The first document that has it, and where. */
  readonly example: Occurrence
}

interface Occurrence {
  readonly document: string
  readonly path: string
  readonly line: number
}

/** A name of one document, as it waits on the disk. */
type Noted = UnplacedName & { readonly document: string }

/** `id`, `label` and `forms` stand side by side, as in the authority files: so they can be moved there. */
const HEAD = ['kind', 'id', 'label', 'forms', 'documents', 'occurrences', 'near', 'document', 'file', 'line']

/** Between several values of a cell, as in the authority files. */
const LIST = ' | '

/** Names are put aside on the disk, and brought together when all are there: memory does not grow with them. */
export class Worklist {
  readonly #folder: string
  readonly #noted: LineSorter
  #rows: Tray<Row> | undefined
  #size = 0

  /** @param folder for what does not fit into memory, whose owner removes it */
  constructor(folder: string) {
    this.#folder = folder
    this.#noted = new LineSorter(folder, 'names.run')
  }

  /** Adds the names of one document; before the list is looked at. */
  add(document: string, names: readonly UnplacedName[]): void {
    for (const name of names)
      this.#noted.add(toBytes(`${name.kind}/${name.id}\t${JSON.stringify({ ...name, document } satisfies Noted)}`))
  }

  get size(): number {
    this.#ranked()
    return this.#size
  }

  /** The names of most documents, with the entries that may be meant. */
  first(count: number, near: Nearness): NameToPlace[] {
    const first: NameToPlace[] = []
    for (const row of this.#ranked()) {
      if (first.length === count) break
      const { kind, label, documents } = row
      first.push({ kind, label, documents, near: near({ kind, label, forms: telling(row) }) })
    }
    return first
  }

  /** The list as CSV, line by line. */
  *format(near: Nearness): Generator<string> {
    yield* csvLines(HEAD, this.#cells(near))
  }

  *#cells(near: Nearness): Generator<Cell[]> {
    for (const row of this.#ranked()) {
      const { kind, id, label, documents, occurrences, example } = row
      const forms = telling(row)
      const proposals = near({ kind, label, forms })
      const { document, path, line } = example
      yield [
        ...[kind, id, label, forms.join(LIST), documents, occurrences, proposals.join(LIST)],
        ...[document, path, line],
      ]
    }
  }

  /** The most frequent first; sorted once. */
  #ranked(): Tray<Row> {
    if (this.#rows !== undefined) return this.#rows
    const ranked = new LineSorter(this.#folder, 'ranked.run')
    for (const lines of runs(this.#noted.sorted(), keyOf)) {
      const row = rowOf(lines.map((line) => readValue(line) as Noted))
      const rank = [row.documents, row.occurrences].map((count) => String(MOST - count).padStart(10, '0')).join(' ')
      ranked.add(`${rank} ${keyOf(lines[0] ?? '')}\t${toBytes(JSON.stringify(row))}`)
      this.#size++
    }
    this.#rows = new Tray(this.#folder, 'names.jsonl')
    for (const line of ranked.sorted()) this.#rows.add(readValue(line) as Row)
    return this.#rows
  }
}

/** More than any count. */
const MOST = 9_999_999_999

const keyOf = (line: string): string => line.slice(0, line.indexOf('\t'))
const readValue = (line: string): unknown => JSON.parse(toText(line.slice(line.indexOf('\t') + 1)))

/** One name in all its documents, of which the first in the order of their IRIs says how it is called. */
function rowOf(noted: readonly Noted[]): Row {
  const ordered = noted.toSorted((a, b) => (a.document < b.document ? -1 : Number(a.document > b.document)))
  const { kind, id, label, document, path, line } = ordered[0] as Noted
  const forms = new Set(ordered.flatMap((name) => [name.label, ...name.forms]))
  forms.delete(label)
  const occurrences = noted.reduce((sum, name) => sum + name.occurrences, 0)
  const documents = new Set(noted.map((name) => name.document)).size
  return { kind, id, label, forms: [...forms], documents, occurrences, example: { document, path, line } }
}

/**
 * Forms that an entry needs beside its label: none that is compared as the same, and no bare surname, which in an
 * authority file would name its bearer everywhere.
 */
function telling({ kind, label, forms }: Row): readonly string[] {
  if (kind === 'subject') return [...forms]
  const keys = new Set([fold(label)])
  return [...forms].sort().filter((form) => {
    const isNew = !keys.has(fold(form))
    keys.add(fold(form))
    return isNew && (kind !== 'person' || /\S\s+\S/.test(form))
  })
}
