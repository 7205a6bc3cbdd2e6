/** The A–Z lists of the things of each kind, and what points to each thing: written here, read by `read.ts`. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { invertedName } from '../crosswalk/names.ts'
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
    const heading = address.kind === 'person' ? invertedName({ kind: 'person', label }) : label
    const sort = slugify(heading)
    const initial = [...sort][0] ?? ''
    const letter = /\p{L}/u.test(initial) ? initial.toUpperCase() : '#'
    const row: ListRow = {
      slug: address.slug,
      iri,
      label,
      ...(heading !== label && { heading }),
      ...toldIn(quads),
      letter,
    }
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
 * `{target} TAB {property} TAB {offset} TAB {length} TAB {total}`, sorted. Of one property, what is no document comes
 * first, then documents by their dates, those without one last. Numbers in addresses are read as numbers: chapter 2 stands
 * before chapter 10.
 * @param lines `target TAB property TAB thing`, sorted
 * @param dates of documents, EDTF, by IRI
 */
export function writeLinks(
  folder: string,
  iris: Iris,
  lines: Iterable<string>,
  dates: ReadonlyMap<string, string>,
): void {
  const file = new FileWriter(join(folder, 'links.tsv'))
  const index = new FileWriter(join(folder, 'links.index'))
  const documents = toBytes(iris.thing('document', ''))
  const placeOf = (thing: string): string => {
    const date = dates.get(thing)
    const rank = !thing.startsWith(documents) ? '0' : date === undefined ? '2' : `1 ${date}`
    return `${rank}\t${thing.replace(/\d+/g, (digits) => digits.padStart(9, '0'))}`
  }
  for (const group of runs(lines, (line) => line.slice(0, line.lastIndexOf('\t')))) {
    const begin = file.position
    const things = [...new Set(group.map((line) => line.slice(line.lastIndexOf('\t') + 1)))]
    const placed = things.map((thing) => ({ thing, place: placeOf(thing) }))
    placed.sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    for (const { thing } of placed) file.write(`${thing}\n`)
    const [line = ''] = group
    index.write(`${line.slice(0, line.lastIndexOf('\t'))}\t${begin}\t${file.position - begin}\t${things.length}\n`)
  }
  file.close()
  index.close()
}
