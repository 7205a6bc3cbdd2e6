/** The door of the readers: from the bytes of one input to the records of what it shows. Pure; knows no files. */
import type { Reading, SourceText } from '../document.ts'
import { type Problem, problem } from '../problem.ts'
import { containers } from './containers.ts'
import type { Input, ReadContext } from './context.ts'
import { readPage } from './read-page.ts'
import { unmappedTable } from './records/table.ts'
import { checkSize, decode, sourceText } from './source-text.ts'

export type { Input, ReadContext } from './context.ts'

/**
 * Reads one input, one source text after the other: a page is one, a volume has one for each document. Bad data is
 * never thrown: an input that is too large, empty, binary or of no known form gives a reading of the form
 * `unrecognised` without documents, and a problem that says why.
 */
export async function* read(input: Input, context: ReadContext): AsyncGenerator<Reading> {
  const unread = (...problems: Reading['problems']): Reading => ({
    form: 'unrecognised',
    source: sourceText(input, ''),
    documents: [],
    problems,
  })
  const tooLarge = checkSize(input, context.maxInputSize)
  if (tooLarge !== undefined) return yield unread(tooLarge)
  try {
    const container = containers.find(({ recognise }) => recognise(input.bytes, input, context))
    if (container !== undefined) return yield* container.read(input, context)
    const { source, problems, readable } = decode(input)
    yield readable ? readText(source, context, problems) : unread(...problems)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    yield unread(problem('internal-fault', { reason }, { path: input.path }))
  }
}

/** A text of no known form may be a table that the configuration does not name. */
function readText(source: SourceText, context: ReadContext, problems: readonly Problem[]): Reading {
  const reading = readPage(source, context, problems)
  const table = reading.form === 'unrecognised' ? unmappedTable(source.path, source.text) : undefined
  return table === undefined ? reading : { ...reading, problems: [...problems, table] }
}
