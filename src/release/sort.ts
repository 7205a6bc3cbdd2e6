/** Sorting more lines than fit into memory: sorted runs on disk, merged. */

import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readLines } from './files.ts'

/** Bytes of lines that are sorted in memory at once. */
const RUN_BYTES = 24e6

/** Collects lines (byte strings without line ends) and gives them back in the order of their bytes. */
export class LineSorter {
  readonly #folder: string
  readonly #name: string
  readonly #runBytes: number
  readonly #runs: string[] = []
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
    if (this.#runs.length === 0) {
      yield* last
      return
    }
    yield* merge([...this.#runs.map(readLines), last[Symbol.iterator]()])
    for (const run of this.#runs) rmSync(run)
  }

  #spill(): void {
    const path = join(this.#folder, `${this.#name}.${this.#runs.length}`)
    const lines = this.#lines.sort()
    this.#lines = []
    this.#bytes = 0
    writeFileSync(path, Buffer.from(`${lines.join('\n')}\n`, 'latin1'))
    this.#runs.push(path)
  }
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
