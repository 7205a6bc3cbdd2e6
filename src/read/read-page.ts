/** One source text as a page of a known form. */
import type { Reading, SourceText } from '../document.ts'
import { type Problem, problem } from '../problem.ts'
import type { ReadContext } from './context.ts'
import { recogniseForm } from './forms.ts'
import { problemsOf } from './problems.ts'

/**
 * Reads the text of a page; a text of no known form gives no document and a problem.
 * @param problems what is known to be wrong with the text already
 */
export function readPage(source: SourceText, context: ReadContext, problems: readonly Problem[] = []): Reading {
  const known = recogniseForm(source)
  if (known === undefined) {
    const unknown = problem('input-unrecognised', {}, { path: source.path })
    return { form: 'unrecognised', source, documents: [], problems: [...problems, unknown] }
  }
  const { form, page, publisher } = known
  const content = form.read(page, publisher, context)
  const found = content.documents.flatMap((document) => problemsOf(page, document, context))
  return { form: form.key, source, ...content, problems: [...problems, ...found] }
}
