/** One dump in the making, and the compression of finished ones. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { basename, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { FormatKey } from '../rdf/formats.ts'
import { FORMATS } from '../rdf/formats.ts'
import type { Encoder } from '../rdf/serialise.ts'
import { FileWriter } from './files.ts'
import type { FileEntry } from './manifest.ts'

/** Writes a dump piece by piece. */
export class Dump {
  readonly #path: string
  readonly #format: FormatKey
  readonly #encoder: Encoder
  readonly #file: FileWriter
  #triples = 0

  /** @param folder of the version, @param name without ending: `all` */
  constructor(folder: string, name: string, format: FormatKey, encoder: Encoder) {
    this.#path = `dumps/${name}.${FORMATS[format].extension}`
    this.#format = format
    this.#encoder = encoder
    this.#file = new FileWriter(join(folder, this.#path))
    this.#file.writeText(encoder.head)
  }

  /** Appends a piece that the dump's encoder made of so many statements. */
  add(piece: string, triples: number): void {
    if (this.#triples > 0) this.#file.write(this.#encoder.separator)
    this.#triples += triples
    this.#file.writeText(piece)
  }

  /** Appends one statement of a format of lines: a byte string without its line end. */
  addLine(line: string): void {
    this.#triples++
    this.#file.write(`${line}\n`)
  }

  close(): FileEntry {
    this.#file.writeText(this.#encoder.tail)
    const { mediaType } = FORMATS[this.#format]
    return { path: this.#path, ...this.#file.close(), mediaType, triples: this.#triples }
  }
}

/**
 * Compresses a file beside itself as `{path}.gz`: without name and time, so that equal content gives equal bytes.
 * @param path relative to the folder
 */
export async function compress(folder: string, { path, triples }: FileEntry): Promise<FileEntry> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  const target = createWriteStream(join(folder, `${path}.gz`), { flags: 'wx', flush: true })
  await pipeline(createReadStream(join(folder, path)), createGzip({ level: 6 }), measure, target)
  return {
    path: `${path}.gz`,
    bytes,
    sha256: hash.digest('hex'),
    mediaType: 'application/gzip',
    ...(triples !== undefined && { triples }),
  }
}

/** The lines of `SHA256SUMS`, as `sha256sum -c` reads them beside the files. */
export const checksums = (files: readonly FileEntry[]): string =>
  files
    .map(({ path, sha256 }) => `${sha256}  ${basename(path)}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('')
