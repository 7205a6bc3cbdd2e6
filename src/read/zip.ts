/** Opens a ZIP file held in memory: bounded, and by names that stay inside it. It alone imports `fflate`. */
import { type UnzipFileInfo, unzipSync } from 'fflate'

export interface Zip {
  /** Names of all files in it, in the order of its directory. */
  readonly names: readonly string[]
  /** The bytes of a file, or undefined where there is none of this name. */
  bytes(name: string): Uint8Array | undefined
}

/** What a ZIP file may hold; more is not unpacked. */
export interface ZipLimits {
  /** All files together, unpacked, in bytes. */
  readonly bytes: number
  readonly files: number
}

export class ZipError extends Error {
  override readonly name = 'ZipError'
}

/** A name that leads out of the file, or means something to an operating system. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a name has none
const UNSAFE = /^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001f]/i
const METHODS = [0, 8]

/**
 * Reads the directory and unpacks what `wanted` names. The sizes that the directory gives bound what is unpacked: no
 * file gets more room than it says.
 * @throws ZipError with a sentence where the file is damaged or larger than the limits
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean, limits: ZipLimits): Zip {
  const names: string[] = []
  let total = 0
  const take = ({ name, originalSize, compression }: UnzipFileInfo): boolean => {
    if (UNSAFE.test(name)) throw new ZipError(`it names a file outside itself (${JSON.stringify(name.slice(0, 80))})`)
    names.push(name)
    if (names.length > limits.files) throw new ZipError(`it holds more than ${limits.files} files`)
    if (!wanted(name)) return false
    if (!METHODS.includes(compression)) throw new ZipError(`${name} is packed in a way that is not known`)
    total += originalSize
    if (total > limits.bytes) throw new ZipError(`unpacked it has more than ${limits.bytes} bytes`)
    return true
  }
  try {
    const files = new Map(Object.entries(unzipSync(bytes, { filter: take })))
    return { names, bytes: (name) => files.get(name) }
  } catch (error) {
    if (error instanceof ZipError) throw error
    throw new ZipError(`it is damaged (${(error as Error).message})`)
  }
}
