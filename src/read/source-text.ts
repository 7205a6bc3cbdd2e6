/** From bytes to the source text, with what is wrong with them. */
import { createHash } from 'node:crypto'
import type { SourceText } from '../document.ts'
import { type Problem, problem, sizeInWords } from '../problem.ts'
import type { Input } from './context.ts'
import { addressOf } from './page.ts'

/** First bytes of forms that are no text. */
const MAGIC: readonly { readonly bytes: string; readonly reason: string }[] = [
  { bytes: '%PDF-', reason: 'it is a PDF file' },
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

/**
 * Decodes an input as UTF-8 (or UTF-16 with its mark). Offsets refer to the text after the byte order mark. Bytes that
 * are no UTF-8 become U+FFFD, with a problem; what is no text, empty or larger than `maxInputSize` is not readable.
 */
export function decode(input: Input, maxInputSize: number): Decoded {
  const { path, bytes } = input
  const fail = (found: Problem): Decoded => ({ source: sourceText(input, ''), problems: [found], readable: false })
  if (bytes.length > maxInputSize) {
    return fail(
      problem('input-too-large', { bytes: sizeInWords(bytes.length), limit: sizeInWords(maxInputSize) }, { path }),
    )
  }
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  const magic = MAGIC.find((row) => head.startsWith(row.bytes))
  if (magic !== undefined) return fail(problem('input-binary', { reason: magic.reason }, { path }))
  const text = textOf(bytes)
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

const digest = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')

function sourceText({ path, bytes }: Input, text: string): SourceText {
  const address = addressOf(text)
  return {
    path,
    text,
    sha256: digest(text),
    rawSha256: digest(bytes),
    mediaType: 'text/plain',
    ...(address !== undefined && { address }),
  }
}
