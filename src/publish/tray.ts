/** Values that wait on the disk until all documents are made, so that memory does not grow with them. */
import { join } from 'node:path'
import { appendLines, readLines, toBytes, toText } from '../release/files.ts'

/** Characters of values that are written at once. */
const BLOCK = 256 * 1024

/** Plain values, taken one after the other and given back in that order, as often as asked. */
export class Tray<T> {
  readonly #path: string
  #waiting: string[] = []
  #size = 0
  #isOnDisk = false

  /** @param folder whose owner removes it, @param name of the file in it */
  constructor(folder: string, name: string) {
    this.#path = join(folder, name)
  }

  add(value: T): void {
    const line = toBytes(JSON.stringify(value))
    this.#waiting.push(line)
    this.#size += line.length
    if (this.#size >= BLOCK) this.#flush()
  }

  *[Symbol.iterator](): Generator<T> {
    this.#flush()
    if (this.#isOnDisk) for (const line of readLines(this.#path)) yield JSON.parse(toText(line)) as T
  }

  #flush(): void {
    if (this.#waiting.length === 0) return
    appendLines(this.#path, this.#waiting)
    this.#isOnDisk = true
    this.#waiting = []
    this.#size = 0
  }
}
