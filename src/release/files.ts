/**
 * Files of a release, written and read in order. Lines are held as *byte strings*: one character a byte (latin1), so
 * that JavaScript's string order is the order of the UTF-8 bytes, lengths are file offsets, and reading decodes nothing.
 */
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

const BLOCK = 256 * 1024

/** Text as a byte string. */
export const toBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

/** A byte string as text. */
export const toText = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8')

/** What a finished file is. */
export interface Written {
  readonly bytes: number
  readonly sha256: string
}

/** Writes one file front to back, with its checksum; errors of the disk are thrown at once. */
export class FileWriter {
  readonly #file: number
  readonly #hash = createHash('sha256')
  #parts: string[] = []
  #waiting = 0
  #position = 0

  /** @param path of the file, which must not exist yet */
  constructor(path: string) {
    this.#file = openSync(path, 'wx')
  }

  /** Offset at which the next byte will stand. */
  get position(): number {
    return this.#position
  }

  /** Appends a byte string. */
  write(bytes: string): void {
    this.#parts.push(bytes)
    this.#waiting += bytes.length
    this.#position += bytes.length
    if (this.#waiting >= BLOCK) this.#flush()
  }

  /** Appends text as UTF-8. */
  writeText(text: string): void {
    this.write(toBytes(text))
  }

  /** Writes what waits, sees it onto the disk, and closes the file. */
  close(): Written {
    this.#flush()
    fsyncSync(this.#file)
    closeSync(this.#file)
    return { bytes: this.#position, sha256: this.#hash.digest('hex') }
  }

  #flush(): void {
    const block = Buffer.from(this.#parts.join(''), 'latin1')
    this.#parts = []
    this.#waiting = 0
    this.#hash.update(block)
    for (let done = 0; done < block.length; ) done += writeSync(this.#file, block, done)
  }
}

/** Writes one file of pieces of text, with its checksum. */
export function writePieces(path: string, pieces: Iterable<string>): Written {
  const writer = new FileWriter(path)
  for (const piece of pieces) writer.writeText(piece)
  return writer.close()
}

/** Writes one small file, with its checksum. */
export const writeWhole = (path: string, text: string): Written => writePieces(path, [text])

/** Writes lines that nobody keeps: without a checksum, and without waiting for the disk. */
export const writeLines = (path: string, lines: Iterable<string>): void => putLines(path, 'wx', lines)

/** Writes such lines behind those that a file has. */
export const appendLines = (path: string, lines: Iterable<string>): void => putLines(path, 'a', lines)

function putLines(path: string, flags: 'wx' | 'a', lines: Iterable<string>): void {
  const file = openSync(path, flags)
  try {
    let waiting: string[] = []
    let size = 0
    const flush = () => {
      const block = Buffer.from(waiting.join(''), 'latin1')
      for (let done = 0; done < block.length; ) done += writeSync(file, block, done)
      waiting = []
      size = 0
    }
    for (const line of lines) {
      waiting.push(line, '\n')
      size += line.length + 1
      if (size >= BLOCK) flush()
    }
    flush()
  } finally {
    closeSync(file)
  }
}

/**
 * The lines of a file as byte strings, without their line ends.
 * @param size Bytes that are read at once.
 */
export function* readLines(path: string, size = BLOCK): Generator<string> {
  const file = openSync(path, 'r')
  try {
    const block = Buffer.allocUnsafe(size)
    let rest = ''
    for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
      const lines = (rest + block.toString('latin1', 0, length)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') yield rest
  } finally {
    closeSync(file)
  }
}
