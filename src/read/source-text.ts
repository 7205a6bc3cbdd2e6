/** From bytes to the source text, with what is wrong with them. */
import { createHash } from 'node:crypto'
import type { SourceText } from '../document.ts'
import { type Problem, problem, sizeInWords } from '../problem.ts'
import type { Input } from './context.ts'
import { decodeAs } from './encoding.ts'
import { addressOf } from './page.ts'

/** First bytes of forms that are no text. */
const MAGIC: readonly { readonly bytes: string; readonly reason: string }[] = [
  { bytes: 'PK\u0003\u0004', reason: 'it is a ZIP, Word or EPUB file' },
]
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells binary data from text
const CONTROL = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/
const BINARY_SAMPLE = 65_536

export interface Decoded {
  readonly source: SourceText
  readonly problems: readonly Problem[]
  /** The bytes are text. */
  readonly readable: boolean
}

/** The problem of an input that is larger than `limit` bytes. */
export function checkSize({ path, bytes }: Input, limit: number): Problem | undefined {
  if (bytes.length <= limit) return undefined
  return problem('input-too-large', { bytes: sizeInWords(bytes.length), limit: sizeInWords(limit) }, { path })
}

/**
 * Decodes an input as UTF-8 (or UTF-16 with its mark). Offsets refer to the text after the byte order mark. Bytes that
 * are no UTF-8 become U+FFFD, with a problem; what is no text or empty is not readable.
 * @param encoding label of another encoding, where that is known
 */
export function decode(input: Input, encoding?: string): Decoded {
  const { path, bytes } = input
  const fail = (found: Problem): Decoded => ({ source: sourceText(input, ''), problems: [found], readable: false })
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const magic = MAGIC.find((row) => head.startsWith(row.bytes))
  if (magic !== undefined) return fail(problem('input-binary', { reason: magic.reason }, { path }))
  const text = encoding === undefined ? textOf(bytes) : (decodeAs(bytes, encoding) ?? textOf(bytes))
  if (CONTROL.test(text.slice(0, BINARY_SAMPLE)) || text.includes('\u0000')) {
    return fail(problem('input-binary', { reason: 'it has control characters' }, { path }))
  }
  if (text.trim() === '') return fail(problem('input-empty', {}, { path }))
  const broken = text.includes('\ufffd') && !Buffer.from(text).equals(withoutMark(bytes))
  const problems = broken ? [problem('input-not-utf8', {}, { path })] : []
  return { source: sourceText(input, text), problems, readable: true }
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

/** Hex SHA-256. */
export const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

/**
 * The source text that was made of an input.
 * @param whence what the file is, and which part of it the text is made of, where it holds several
 */
export function sourceText(
  { path, bytes }: Input,
  text: string,
  whence: {
    readonly mediaType?: string
    readonly part?: string
    readonly line?: number
    readonly rawSha256?: string
  } = {},
): SourceText {
  const address = addressOf(text)
  return {
    path,
    ...(whence.part !== undefined && { part: whence.part }),
    ...(whence.line !== undefined && { line: whence.line }),
    text,
    sha256: digest(text),
    rawSha256: whence.rawSha256 ?? digest(bytes),
    mediaType: whence.mediaType ?? 'text/plain',
    ...(address !== undefined && { address }),
  }
}
