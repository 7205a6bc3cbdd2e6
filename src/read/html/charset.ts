/** The characters of an HTML file: by its byte order mark, by what it declares, else UTF-8, else Windows 1252 as browsers do. */
import { decodeAs } from '../encoding.ts'

/** Bytes in which a declaration has to stand. */
const HEAD = 2048
const DECLARED = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i
const MARKS: readonly (readonly [encoding: string, ...mark: number[]])[] = [
  ['utf-8', 0xef, 0xbb, 0xbf],
  ['utf-16le', 0xff, 0xfe],
  ['utf-16be', 0xfe, 0xff],
]

export function decodeHtml(bytes: Uint8Array): string {
  const [marked] = MARKS.find(([, ...mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? []
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, HEAD)).toString('latin1'))?.[1]
  // A declaration that could be read as single bytes is not in UTF-16, whatever it says.
  const label = marked ?? (/^utf-16/i.test(declared ?? '') ? 'utf-8' : declared)
  const known = label === undefined ? undefined : decodeAs(bytes, label, true)
  return known ?? decodeAs(bytes, 'utf-8', true) ?? decodeAs(bytes, 'windows-1252') ?? ''
}
