/** PDF files: their text is made and read as a page of a known form. */
import type { Reading } from '../../document.ts'
import { type Problem, problem } from '../../problem.ts'
import type { Input, ReadContext } from '../context.ts'
import { readPage } from '../read-page.ts'
import { sourceText } from '../source-text.ts'
import { BOUNDS, type Bounded, extractBounded } from './bounded.ts'

const MEDIA_TYPE = 'application/pdf'
const HEAD = 1024
/** Readers of PDF files put up with other bytes before the mark, and so do we. */
export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, HEAD)).includes('%PDF-')

export async function* readPdf(input: Input, context: ReadContext, bounds = BOUNDS): AsyncGenerator<Reading> {
  const result = await extractBounded(input.bytes, bounds)
  const where = { path: input.path }
  const unread = (found: Problem): Reading => ({
    form: 'unrecognised',
    source: sourceText(input, '', { mediaType: MEDIA_TYPE }),
    documents: [],
    problems: [found],
  })
  if ('failure' in result) return yield unread(problem(CODES[result.failure], { reason: result.reason }, where))
  const { pages } = result
  const silent = pages.flatMap((page, at) => (page === '' ? [at + 1] : []))
  if (silent.length === pages.length) return yield unread(problem('pdf-without-text', { pages: pages.length }, where))
  const found = silent.length === 0 ? [] : [problem('pdf-pages-without-text', { pages: inWords(silent) }, where)]
  yield readPage(sourceText(input, pages.join('\f'), { mediaType: MEDIA_TYPE }), context, found)
}

type Failure = Extract<Bounded, { failure: string }>['failure']
const CODES = {
  encrypted: 'pdf-encrypted',
  broken: 'pdf-broken',
  endless: 'pdf-too-costly',
  vast: 'pdf-too-costly',
} as const satisfies Record<Failure, Problem['code']>

/** `2, 5-9`. */
function inWords(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run?.[1] === number - 1) run[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}-${to}`)).join(', ')
}
