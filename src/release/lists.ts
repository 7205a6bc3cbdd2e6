/** The A–Z lists of the things of each kind, and what points to each thing: written here, read by `read.ts`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Iris, KINDS, slugify } from '../iris.ts'
import { partsOf, readLine } from '../rdf/canonical.ts'
import { labelOf } from '../rdf/labels.ts'
import { runs } from '../rdf/serialise.ts'
import { FileWriter, readLines, toBytes, toText, writeWhole } from './files.ts'
import type { ListRow } from './read.ts'
import { LineSorter } from './sort.ts'
import { toldIn } from './told.ts'

/** Rows between two entries of the table of contents of a list. */
export const LIST_STEP = 100

/** The table of contents of a list, `lists/{kind}.json`. */
export interface ListContents {
  readonly total: number
  /** Row at which each letter begins. */
  readonly letters: readonly { readonly letter: string; readonly offset: number }[]
  /** Byte at which every hundredth row begins, and the end of the file. */
  readonly steps: readonly number[]
}

/** Writes `lists/{kind}.jsonl` with its table of contents for each kind, from `labels.nq`; gives their lengths. */
export function writeLists(folder: string, iris: Iris): Record<string, number> {
  const sorter = new LineSorter(folder, 'lists.run')
  for (const lines of runs(readLines(join(folder, 'labels.nq')), (line) => partsOf(line).subject)) {
    const quads = lines.map((line) => readLine(toText(line)))
    const iri = quads[0]?.subject.value ?? ''
    const address = iris.parse(iri)
    if (address === undefined) continue
    const label = labelOf(quads) ?? address.slug
    const sort = slugify(label)
    const initial = [...sort][0] ?? ''
    const letter = /\p{L}/u.test(initial) ? initial.toUpperCase() : '#'
    const row: ListRow = { slug: address.slug, iri, label, ...toldIn(quads), letter }
    const place = letter === '#' ? '0' : '1'
    sorter.add(toBytes([address.kind, place, sort, address.slug, letter, JSON.stringify(row)].join('\t')))
  }
  mkdirSync(join(folder, 'lists'))
  const lists = new Map(KINDS.map((kind) => [kind as string, new ListWriter(folder, kind)]))
  for (const line of sorter.sorted()) {
    const [kind = '', , , , letter = '', row = ''] = line.split('\t')
    lists.get(kind)?.add(row, toText(letter))
  }
  return Object.fromEntries([...lists].map(([kind, list]) => [kind, list.close()]))
}

/** Writes one list, row by row. */
class ListWriter {
  readonly #contents: string
  readonly #file: FileWriter
  readonly #letters: { letter: string; offset: number }[] = []
  readonly #steps: number[] = []
  #total = 0

  constructor(folder: string, kind: string) {
    this.#contents = join(folder, `lists/${kind}.json`)
    this.#file = new FileWriter(join(folder, `lists/${kind}.jsonl`))
  }

  add(row: string, letter: string): void {
    if (this.#letters.at(-1)?.letter !== letter) this.#letters.push({ letter, offset: this.#total })
    if (this.#total % LIST_STEP === 0) this.#steps.push(this.#file.position)
    this.#file.write(`${row}\n`)
    this.#total++
  }

  /** Writes the table of contents and gives the number of rows. */
  close(): number {
    const steps = [...this.#steps, this.#file.position]
    this.#file.close()
    const contents: ListContents = { total: this.#total, letters: this.#letters, steps }
    writeWhole(this.#contents, `${JSON.stringify(contents)}\n`)
    return this.#total
  }
}

/**
 * Writes `links.tsv`, one thing that points to another a line, and `links.index`:
 * `{target} TAB {property} TAB {offset} TAB {length} TAB {total}`, sorted.
 * @param lines `target TAB property TAB thing`, sorted
 */
export function writeLinks(folder: string, lines: Iterable<string>): void {
  const file = new FileWriter(join(folder, 'links.tsv'))
  const index = new FileWriter(join(folder, 'links.index'))
  let key: string | undefined
  let begin = 0
  let total = 0
  let previous = ''
  const end = () => {
    if (key !== undefined) index.write(`${key}\t${begin}\t${file.position - begin}\t${total}\n`)
  }
  for (const line of lines) {
    if (line === previous) continue
    previous = line
    const tab = line.lastIndexOf('\t')
    if (line.slice(0, tab) !== key) {
      end()
      key = line.slice(0, tab)
      begin = file.position
      total = 0
    }
    file.write(`${line.slice(tab + 1)}\n`)
    total++
  }
  end()
  file.close()
  index.close()
}
