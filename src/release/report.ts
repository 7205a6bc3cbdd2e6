/** The report of a build for the people who keep the collection, as tables; `report-page.ts` has the page to read. */
import type { Problem } from '../problem.ts'
import { type Cell, csvLines } from './csv.ts'
import type { InputEntry, StaleEntry } from './manifest.ts'
import { groupProblems } from './problem-groups.ts'

/** What was read in an input: numbers, as the readers counted. */
export interface ReadAccount {
  readonly forms: readonly string[]
  readonly documents: number
  readonly rows: number
  readonly fields: number
  readonly zones: readonly string[]
  readonly notUnderstood: number
}

/** A file of the report, as it is written. */
export interface ReportFile {
  readonly name: string
  readonly mediaType: string
  readonly pieces: Iterable<string>
}

/** A published document as the report shows it. */
export interface Shown {
  readonly iri: string
  readonly title?: string
}

export interface ReportedInput extends InputEntry {
  /** Absent where the input was not read. */
  readonly account?: ReadAccount
  /** The published documents that it gave something to. */
  readonly shown: readonly Shown[]
}

/** What a build did. */
export interface BuildReport {
  readonly title: string
  /** Absent where nothing was published. */
  readonly version?: string
  /** Why nothing was published: a sentence. */
  readonly refusal?: string
  readonly documents: number
  readonly inputs: readonly ReportedInput[]
  readonly stale: readonly StaleEntry[]
  /** IRIs of documents that are published no more. */
  readonly withdrawn: readonly string[]
  readonly problems: readonly Problem[]
  /** Names in no authority file: how many, and those of most documents. */
  readonly names: { readonly count: number; readonly first: readonly NameToPlace[] }
}

export interface NameToPlace {
  readonly kind: string
  readonly label: string
  readonly documents: number
  readonly near: readonly string[]
}

/** One problem a line, in the order in which they are worth mending; `documents` have the same sentence. */
export function* problemsCsv(problems: readonly Problem[]): Generator<string> {
  yield* csvLines(['severity', 'code', 'file', 'line', 'document', 'message', 'documents'], problemRows(problems))
}

function* problemRows(problems: readonly Problem[]): Generator<Cell[]> {
  for (const { variants } of groupProblems(problems))
    for (const { problems: same, documents } of variants)
      for (const { severity, code, path, line, document, message } of same)
        yield [severity, code, path, line, document, message, documents]
}

/** What was read: one line for each document of each input; the numbers are those of the input. */
export function* inputsCsv(inputs: readonly ReportedInput[]): Generator<string> {
  yield* csvLines(
    ['file', 'outcome', 'form', 'document', 'title', 'fields', 'zones', 'notUnderstood', 'problems'],
    inputRows(inputs),
  )
}

function* inputRows(inputs: readonly ReportedInput[]): Generator<Cell[]> {
  for (const { path, outcome, account, shown, problems } of inputs)
    for (const document of shown.length === 0 ? [undefined] : shown)
      yield [
        ...[path, outcome, account?.forms.join(' | '), document?.iri, document?.title],
        ...[account?.fields, account?.zones.join(' | '), account?.notUnderstood, problems],
      ]
}
