/** What is said once of a whole file of records: columns that nothing maps, and mapped columns that it does not have. */
import { suggestion } from '../../config/nearest.ts'
import type { Reading } from '../../document.ts'
import { type Problem, problem } from '../../problem.ts'
import { sourceText } from '../source-text.ts'
import type { RecordFile } from './document.ts'

/** Columns named in one sentence; the rest is counted. */
const NAMED = 20

/** The problems of a file by the columns that its records had. A known shape may lack columns. */
export function columnProblems({ input, shape, context }: RecordFile, seen: ReadonlySet<string>): Problem[] {
  const { path } = input
  const mapped = Object.entries(shape.columns).flatMap(([field, all]) => all.map(({ column }) => ({ field, column })))
  const known = new Set([...mapped.map(({ column }) => column), ...(shape.ignore ?? [])])
  const left = [...seen].filter((column) => !known.has(column))
  const configured = Object.values(context.records ?? {}).includes(shape)
  const missing = configured ? mapped.filter(({ column }) => !seen.has(column)) : []
  return [
    ...missing.map(({ field, column }) =>
      problem('record-column-missing', { column, field, known: suggestion(column, left.slice(0, NAMED)) }, { path }),
    ),
    ...(left.length > 0 ? [problem('record-column-unmapped', { columns: inWords(left) }, { path })] : []),
  ]
}

/** The problem of records of which nothing says what they mean. */
export function unmapped(path: string, columns: readonly string[]): Problem {
  return problem('records-unmapped', { columns: inWords(columns), first: columns[0] ?? 'Title' }, { path })
}

function inWords(columns: readonly string[]): string {
  const rest = columns.length - NAMED
  return `${columns.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}

/** A reading that only says something of the file. */
export function note(
  { input, form, mediaType, rawSha256 }: Omit<RecordFile, 'shape' | 'context'>,
  problems: Problem[],
) {
  return { form, source: sourceText(input, '', { mediaType, rawSha256 }), documents: [], problems } satisfies Reading
}
