/** What a document of a volume does not give, said field by field: an absence is a fact, and nothing is put in its place. */
import type { SourceDocument } from '../../document.ts'
import { lineAt, type Problem, problem } from '../../problem.ts'
import type { Layout } from './layout.ts'

interface Field {
  readonly name: string
  readonly given: (document: SourceDocument) => boolean
  /** Whether a document of its kind has such a thing at all. */
  readonly expected?: (document: SourceDocument) => boolean
}

const has = (role: SourceDocument['parties'][number]['value']['role']) => (document: SourceDocument) =>
  document.parties.some(({ value }) => value.role === role)
const isPaper = ({ type }: SourceDocument): boolean => type?.value !== 'editorial-note'
const isSent = (document: SourceDocument): boolean => has('sender')(document) || has('addressee')(document)

const FIELDS: readonly Field[] = [
  { name: 'heading', given: ({ title }) => title !== undefined },
  { name: 'file number', given: ({ archival }) => archival.some(({ value }) => !value.printed), expected: isPaper },
  {
    name: 'date',
    given: ({ dates }) => dates.some(({ value }) => value.precision !== 'unknown'),
    expected: isPaper,
  },
  { name: 'place of writing', given: ({ writtenAt }) => writtenAt !== undefined, expected: isPaper },
  { name: 'sender or author', given: (d) => has('sender')(d) || has('author')(d), expected: isPaper },
  { name: 'addressee', given: has('addressee'), expected: isSent },
  { name: 'signature', given: has('signatory'), expected: isSent },
]

/** One problem for each field that is absent, and one for each stretch that was not understood. */
export function absences(layout: Layout, document: SourceDocument, part: string, path: string): Problem[] {
  const absent = FIELDS.filter(({ given, expected }) => (expected?.(document) ?? true) && !given(document))
  return [
    ...absent.map(({ name }) => problem('field-absent', { part, field: name }, { path })),
    ...document.unparsed.map(({ words, span }) =>
      problem('text-not-understood', { words }, { path, line: lineAt(layout.text, span.start) }),
    ),
  ]
}
