/** Sorting more lines than fit into memory: sorted runs on disk, merged. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { readLines, writeLines } from './files.ts'

/** Bytes of lines that are sorted in memory at once: several sorters are at work at the same time. */
const RUN_BYTES = 4e6
/** Runs that are merged into one: a sorter has no more files open at once than this for each power of it. */
const FAN = 24
/** Bytes of a run that are read at once. */
const BLOCK = 64 * 1024

/** Collects lines (byte strings without line ends) and gives them back in the order of their bytes. */
export class LineSorter {
  readonly #folder: string
  readonly #name: string
  readonly #runBytes: number
  /** Files of sorted lines: those of memory first, those that were merged of them, those that were merged of these … */
  readonly #runs: string[][] = []
  #written = 0
  #lines: string[] = []
  #bytes = 0

  /** @param folder for the runs, @param name that begins their file names */
  constructor(folder: string, name: string, runBytes = RUN_BYTES) {
    this.#folder = folder
    this.#name = name
    this.#runBytes = runBytes
  }

  /** Keeps a copy of a line: it may be a slice of a block of a file, which would be held as long as the line. */
  add(line: string): void {
    this.#lines.push(Buffer.from(line, 'latin1').toString('latin1'))
    this.#bytes += line.length
    if (this.#bytes >= this.#runBytes) this.#spill()
  }

  /** The lines in order, doubles next to each other. Ends the collection: the runs are removed once they are read. */
  *sorted(): Generator<string> {
    const last = this.#lines.sort()
    this.#lines = []
    const runs = this.#runs.flat()
    if (runs.length === 0) yield* last
    else yield* mergeRuns(runs, last)
  }

  #spill(): void {
    const lines = this.#lines.sort()
    this.#lines = []
    this.#bytes = 0
    this.#put(lines, 0)
  }

  #put(lines: Iterable<string>, level: number): void {
    const path = join(this.#folder, `${this.#name}.${this.#written++}`)
    writeLines(path, lines)
    const runs = this.#runs[level] ?? []
    this.#runs[level] = runs
    runs.push(path)
    if (runs.length === FAN) this.#put(mergeRuns(runs.splice(0)), level + 1)
  }
}

/** The lines of sorted files, and of others, in order; removes the files. */
function* mergeRuns(paths: readonly string[], others: readonly string[] = []): Generator<string> {
  yield* merge([...paths.map((path) => readLines(path, BLOCK)), others[Symbol.iterator]()])
  for (const path of paths) rmSync(path)
}

interface Head {
  line: string
  readonly rest: Iterator<string>
}

/** One sorted sequence of several: a heap with the least head on top. */
function* merge(sequences: readonly Iterator<string>[]): Generator<string> {
  const heap: Head[] = sequences
    .flatMap((rest) => {
      const first = rest.next()
      return first.done ? [] : [{ line: first.value, rest }]
    })
    .sort((a, b) => (a.line < b.line ? -1 : 1))
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    yield top.line
    const next = top.rest.next()
    if (!next.done) top.line = next.value
    else {
      const last = heap.pop()
      if (last === undefined || last === top) continue
      heap[0] = last
    }
    sink(heap)
  }
}

/** Puts the top of the heap where it belongs. */
function sink(heap: Head[]): void {
  const item = heap[0]
  if (item === undefined) return
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const lesser = left !== undefined && right !== undefined && right.line < left.line ? 2 * at + 2 : 2 * at + 1
    const child = heap[lesser]
    if (child === undefined || child.line >= item.line) break
    heap[at] = child
    at = lesser
  }
  heap[at] = item
}
