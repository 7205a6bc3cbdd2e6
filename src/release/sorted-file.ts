/** Looking up lines in a sorted file by their beginning, without loading it: a binary search on the disk. */
import { open } from 'node:fs/promises'
import { toBytes } from './files.ts'

/** Where the search stops halving and reads on: one read of the disk. */
const BLOCK = 16 * 1024
/** Probes of the first halvings are the same for every search, and remembered. */
const REMEMBERED = 4096

/** A file of lines sorted by their bytes. */
export interface SortedFile {
  /** The lines (byte strings) that begin with a key. */
  find(key: string): Promise<string[]>
  /** The bytes from `offset` on, `length` of them. */
  slice(offset: number, length: number): Promise<Buffer>
  close(): Promise<void>
}

/** Opens a sorted file; it stays readable when it is removed, until it is closed. */
export async function openSorted(path: string): Promise<SortedFile> {
  const file = await open(path)
  const { size } = await file.stat()
  const probes = new Map<number, { readonly start: number; readonly line: string }>()

  const slice = async (offset: number, length: number): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)))
    let done = 0
    while (done < buffer.length) {
      const { bytesRead } = await file.read(buffer, done, buffer.length - done, offset + done)
      if (bytesRead === 0) throw new Error(`${path} is shorter than it was.`)
      done += bytesRead
    }
    return buffer
  }

  /** The first whole line at or after an offset in the middle of the file; `start` is `size` where there is none. */
  const lineAfter = async (offset: number): Promise<{ readonly start: number; readonly line: string }> => {
    const known = probes.get(offset)
    if (known !== undefined) return known
    let text = ''
    for (let at = offset; ; at += BLOCK) {
      text += (await slice(at, BLOCK)).toString('latin1')
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
    find: async (key) => {
      const wanted = toBytes(key)
      let low = 0
      let high = size
      while (high - low > BLOCK) {
        const middle = Math.floor((low + high) / 2)
        const { start, line } = await lineAfter(middle)
        if (start < high && line < wanted) low = start
        else high = middle
      }
      const found: string[] = []
      let rest = ''
      for (let at = low; at < size; at += BLOCK) {
        const lines = (rest + (await slice(at, BLOCK)).toString('latin1')).split('\n')
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
