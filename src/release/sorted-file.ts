/** Looking up lines in a sorted file by their beginning, without loading it: a binary search on the disk. */
import { readSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { toBytes } from './files.ts'

/** Where the search stops halving and reads on: one read of the disk. */
const BLOCK = 4 * 1024
/**
 * What is not longer is read at once: it mostly lies in the system's cache, from where it takes some microseconds, and
 * ten times that by way of a thread.
 */
const SHORT = 64 * 1024
/** Probes of the first halvings are the same for every search, and remembered. */
const REMEMBERED = 8192

/** A line and where it begins. */
interface Probe {
  readonly start: number
  readonly line: string
}

/** Whole lines, as bytes of a file. */
export interface Stretch {
  readonly offset: number
  readonly length: number
}

/** A file of lines sorted by their bytes. */
export interface SortedFile {
  /** The lines (byte strings) that begin with a key; only of some lines that follow one another, where they are given. */
  find(key: string, among?: Stretch): Promise<string[]>
  /** The bytes from `offset` on, `length` of them. */
  slice(offset: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a sorted file; it stays readable when it is removed, until it is closed. */
export async function openSorted(path: string): Promise<SortedFile> {
  const file = await open(path)
  const { size } = await file.stat()
  const probes = new Map<number, Probe>()

  const shorter = () => new Error(`${path} is shorter than it was.`)
  const slice = async (offset: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)))
    if (buffer.length <= SHORT && readSync(file.fd, buffer, 0, buffer.length, offset) === buffer.length) return buffer
    let done = 0
    while (done < buffer.length) {
      const { bytesRead } = await file.read(buffer, done, buffer.length - done, offset + done)
      if (bytesRead === 0) throw shorter()
      done += bytesRead
    }
    return buffer
  }

  const block = Buffer.allocUnsafe(BLOCK)
  const blockAt = (offset: number): string => {
    const length = Math.min(BLOCK, size - offset)
    if (readSync(file.fd, block, 0, length, offset) < length) throw shorter()
    return block.toString('latin1', 0, length)
  }

  /** The first whole line at or after an offset in the middle of the file; `start` is `size` where there is none. */
  const lineAfter = (offset: number): Probe => {
    const known = probes.get(offset)
    if (known !== undefined) return known
    let text = ''
    for (let at = offset; ; at += BLOCK) {
      text += blockAt(at)
      const begin = text.indexOf('\n') + 1
      const end = begin === 0 ? -1 : text.indexOf('\n', begin)
      if (end === -1 && at + BLOCK < size) continue
      const probe = end === -1 ? { start: size, line: '' } : { start: offset + begin, line: text.slice(begin, end) }
      if (probes.size < REMEMBERED) probes.set(offset, probe)
      return probe
    }
  }

  return {
    slice,
    close: () => file.close(),
    find: async (key, { offset, length } = { offset: 0, length: size }) => {
      const wanted = toBytes(key)
      const end = offset + length
      let low = offset
      let high = end
      while (high - low > BLOCK) {
        const middle = Math.floor((low + high) / 2)
        const { start, line } = lineAfter(middle)
        if (start < high && line < wanted) low = start
        else high = middle
      }
      const found: string[] = []
      let rest = ''
      for (let at = low; at < end; at += BLOCK) {
        const lines = (rest + blockAt(at).slice(0, end - at)).split('\n')
        rest = lines.pop() ?? ''
        for (const line of lines) {
          if (line.startsWith(wanted)) found.push(line)
          else if (line > wanted) return found
        }
      }
      return found
    },
  }
}
