/** Readings on the disk between the two halves of a run, so that memory does not grow with them. */
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'
import type { Reading } from '../document.ts'

/** Where a reading is. */
export interface Place {
  readonly file: string
  readonly offset: number
  readonly length: number
}

/** Readings of this thread that are kept at hand: a page of a journal is asked for once for each of its days. */
const AT_HAND = 8

/** Each thread writes a file of its own; what one has written, all can read. */
export class Spool {
  readonly #folder: string
  readonly #files = new Map<string, number>()
  readonly #recent = new Map<string, Reading>()
  #size = 0

  /** @param folder for the files, whose owner removes it */
  constructor(folder: string) {
    this.#folder = folder
  }

  add(reading: Reading): Place {
    const file = join(this.#folder, `readings.${threadId}.jsonl`)
    if (!this.#files.has(file)) mkdirSync(this.#folder, { recursive: true })
    const bytes = Buffer.from(JSON.stringify(reading))
    const offset = this.#size
    for (let done = 0; done < bytes.length; ) done += writeSync(this.#open(file, 'w+'), bytes, done)
    this.#size += bytes.length
    return { file, offset, length: bytes.length }
  }

  readonly get = ({ file, offset, length }: Place): Reading => {
    const key = `${file} ${offset}`
    const known = this.#recent.get(key)
    if (known !== undefined) return known
    const bytes = Buffer.allocUnsafe(length)
    for (let done = 0; done < length; ) {
      const read = readSync(this.#open(file, 'r'), bytes, done, length - done, offset + done)
      if (read === 0) throw new Error(`${file} is shorter than it was.`)
      done += read
    }
    const reading = JSON.parse(bytes.toString('utf8')) as Reading
    const [oldest] = this.#recent.keys()
    if (oldest !== undefined && this.#recent.size >= AT_HAND) this.#recent.delete(oldest)
    this.#recent.set(key, reading)
    return reading
  }

  close(): void {
    for (const file of this.#files.values()) closeSync(file)
    this.#files.clear()
  }

  #open(path: string, flags: string): number {
    const open = this.#files.get(path) ?? openSync(path, flags)
    this.#files.set(path, open)
    return open
  }
}
