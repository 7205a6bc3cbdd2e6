/** The door of the readers: from the bytes of one input to the records of what it shows. Pure; knows no files. */
import type { Reading, SourceDocument } from '../document.ts'
import { type Problem, problem } from '../problem.ts'
import type { Input, ReadContext } from './context.ts'
import { recogniseForm } from './forms.ts'
import { problemsOf } from './problems.ts'
import { decode } from './source-text.ts'

export type { Input, ReadContext } from './context.ts'

/**
 * Reads one input. Bad data is never thrown: an input that is too large, empty, binary or of no known form gives a
 * reading of the form `unrecognised` without documents, and a problem that says why.
 */
export function read(input: Input, context: ReadContext): Reading[] {
  const { source, problems, readable } = decode(input, context.maxInputSize)
  const unread = (...more: readonly Problem[]): Reading[] => [
    { form: 'unrecognised', source, documents: [], problems: [...problems, ...more] },
  ]
  if (!readable) return unread()
  try {
    const known = recogniseForm(source)
    if (known === undefined) return unread(problem('input-unrecognised', {}, { path: input.path }))
    const { form, page, publisher } = known
    const content = form.read(page, publisher, context)
    const found = content.documents.flatMap((document: SourceDocument) => problemsOf(page, document, context))
    return [{ form: form.key, source, ...content, problems: [...problems, ...found] }]
  } catch (error) {
    return unread(
      problem(
        'internal-fault',
        { reason: error instanceof Error ? error.message : String(error) },
        { path: input.path },
      ),
    )
  }
}
