/** Makes an EPUB of the files in a folder, for tests: the media type first and unpacked, as the format wants it. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'

const MIMETYPE = ['mimetype', [strToU8('application/epub+zip'), { level: 0 }]] as const

/** A book of files given by name. */
export const bookOf = (files: Zippable): Uint8Array =>
  zipSync({ [MIMETYPE[0]]: [...MIMETYPE[1]], ...files } as Zippable)

/** A book of the files in a folder; `others` are added or take the place of those. */
export function bookIn(folder: string, others: Zippable = {}): Uint8Array {
  const names = (readdirSync(folder, { recursive: true }) as string[]).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return bookOf({ ...Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name))])), ...others })
}
