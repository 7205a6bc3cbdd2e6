/** What a person should know about a record: what is missing in it and what was not understood. */
import type { SourceDocument, Zone } from '../document.ts'
import type { Problem, ProblemCode } from '../problem.ts'
import type { ReadContext } from './context.ts'
import { type Page, problemAt } from './page.ts'

/** The head of a page is left over only where it should be a date. */
const NOT_UNDERSTOOD: Readonly<Partial<Record<Zone, ProblemCode>>> = { 'page-header': 'date-not-understood' }

/** Problems of a document with the lines of the page that they are about. */
export function problemsOf(page: Page, document: SourceDocument, context: ReadContext): Problem[] {
  const start = document.text?.start ?? 0
  const known = new Set(context.authority.schemes.map(({ archive }) => archive))
  const paper = document.journal ?? document
  const handedIn = paper.transmissions.find(({ value, certainty }) => value.phase === 'handed-in' && certainty)
  const sent = paper.transmissions.find(({ value }) => value.phase === 'sent')
  return [
    ...(document.title === undefined ? [problemAt(page, 'title-missing', start)] : []),
    ...(document.dates.length === 0 ? [problemAt(page, 'date-missing', start)] : []),
    ...(handedIn && sent
      ? [
          problemAt(page, 'received-before-sent', handedIn.span.start, {
            received: handedIn.value.date?.edtf ?? '',
            sent: sent.value.date?.edtf ?? '',
          }),
        ]
      : []),
    ...document.archival
      .filter(({ value }) => !value.printed && !known.has(value.archive))
      .map(({ words, span }) => problemAt(page, 'reference-not-understood', span.start, { words })),
    ...[...document.unparsed, ...(document.journal?.unparsed ?? [])].map(({ words, span }) =>
      problemAt(page, NOT_UNDERSTOOD[span.zone] ?? 'text-not-understood', span.start, { words }),
    ),
  ]
}
