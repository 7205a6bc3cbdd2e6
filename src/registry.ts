/**
 * The registry: what of the documents' addresses cannot be computed again. Text in, text out; it alone knows the form
 * of `registry.csv`, and never decides which address a document gets (that is `reconcile.ts`).
 *
 * One row for each slug that was ever given, sorted by slug. Columns:
 *
 * - `slug`: the part after `B/id/document/`. It is never given to another document.
 * - `status`: `published`; `withdrawn` (its input is gone; it may come back); `taken-down` (by a person's decision; it
 *   stays down); `alias` (an older slug of a document that has `target` now); `merged` (found to be one with `target`).
 * - `key`: the identity under which the document is found in the data, such as `wcda|112123`.
 * - `target`: the slug that answers now, for `alias` and `merged`.
 * - `label`, `reason`, `ended`: last title, why and when, for the tombstone of what is withdrawn or taken down.
 * - `first`, `version`: day and version of the first publication.
 */
import { parse } from 'csv-parse/sync'
import { type Problem, problem } from './problem.ts'

const STATUSES = ['published', 'withdrawn', 'taken-down', 'alias', 'merged'] as const
const COLUMNS = ['slug', 'status', 'key', 'target', 'label', 'reason', 'ended', 'first', 'version'] as const
const OF_TEXT = ['key', 'target', 'label', 'reason', 'ended', 'first', 'version'] as const

export type RegistryStatus = (typeof STATUSES)[number]

export interface RegistryRow {
  readonly slug: string
  readonly status: RegistryStatus
  readonly key?: string
  readonly target?: string
  readonly label?: string
  readonly reason?: string
  /** Day of the end, `YYYY-MM-DD`. */
  readonly ended?: string
  /** Day of the first publication, `YYYY-MM-DD`. */
  readonly first?: string
  readonly version?: string
}

/** The rows by slug. Never changed in place. */
export type Registry = ReadonlyMap<string, RegistryRow>

export const emptyRegistry: Registry = new Map()

/** Reads the CSV. A row that cannot be used is left out and reported; the first row of a slug counts. */
export function parseRegistry(csv: string, path?: string): { registry: Registry; problems: Problem[] } {
  const problems: Problem[] = []
  const unusable = (reason: string, line: number) => problems.push(problem('registry-row', { reason }, { path, line }))
  const records: readonly { record: Readonly<Record<string, string>>; info: { lines: number } }[] = parse(csv, {
    bom: true,
    columns: true,
    info: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      unusable(error?.message ?? 'it is not valid CSV', Number(error?.['lines'] ?? 1))
      return undefined
    },
  })
  const registry = new Map<string, RegistryRow>()
  for (const { record, info } of records) {
    const row = readRow(record)
    const fault =
      typeof row === 'string' ? row : registry.has(row.slug) ? `the slug ${row.slug} stands twice` : undefined
    if (typeof row === 'string' || fault !== undefined) unusable(String(fault), info.lines)
    else registry.set(row.slug, row)
  }
  return { registry, problems }
}

/** A row, or the sentence that says why it is none. */
function readRow(record: Readonly<Record<string, string>>): RegistryRow | string {
  const { slug = '', status = '' } = record
  if (slug === '') return 'the column slug is empty'
  const known = STATUSES.find((s) => s === status)
  if (known === undefined) return `the status “${status}” is none of ${STATUSES.join(', ')}`
  const texts = Object.fromEntries(OF_TEXT.flatMap((name) => (record[name] ? [[name, record[name]]] : [])))
  const row: RegistryRow = { slug, status: known, ...texts }
  if (leadsOn(row) ? row.target === undefined : row.key === undefined)
    return `the column ${leadsOn(row) ? 'target' : 'key'} is empty`
  return row
}

const leadsOn = ({ status }: RegistryRow): boolean => status === 'alias' || status === 'merged'

/** The CSV of a registry (RFC 4180, LF), rows sorted by slug: equal registries give equal text. */
export function formatRegistry(registry: Registry): string {
  const rows = [...registry.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const lines = [COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => quoted(row[name] ?? '')).join(','))]
  return `${lines.join('\n')}\n`
}

const quoted = (cell: string): string => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const withRows = (registry: Registry, rows: readonly RegistryRow[]): Registry =>
  rows.length === 0 ? registry : new Map([...registry, ...rows.map((row) => [row.slug, row] as const)])

/**
 * What is published now has a row; what was withdrawn and came back is published again, with its first date kept.
 * What a person took down stays down.
 */
export function recordPublished(
  registry: Registry,
  documents: readonly { readonly slug: string; readonly key: string }[],
  first: string,
  version: string,
): Registry {
  const rows = documents.flatMap(({ slug, key }): RegistryRow[] => {
    const row = registry.get(slug)
    if (row?.status === 'taken-down' || (row?.status === 'published' && row.key === key)) return []
    return [{ slug, status: 'published', key, first: row?.first ?? first, version: row?.version ?? version }]
  })
  return withRows(registry, rows)
}

/** The old slug leads to the new one from now on. */
export function recordAlias(registry: Registry, slug: string, target: string): Registry {
  return withRows(registry, [moved(registry, slug, target, 'alias')])
}

/** Two documents were found to be one: `slug` leads to `target`. */
export function recordMerge(registry: Registry, slug: string, target: string, key?: string): Registry {
  const row = moved(registry, slug, target, 'merged')
  return withRows(registry, [row.key === undefined && key !== undefined ? { ...row, key } : row])
}

/** A merge is taken back: the slug is its document's own again, or free where it was never published. */
export function recordSplit(registry: Registry, slug: string): Registry {
  const { target: _, ...row } = registry.get(slug) ?? { slug }
  if ('first' in row && row.first !== undefined) return withRows(registry, [{ ...row, status: 'published' }])
  return new Map([...registry].filter(([known]) => known !== slug))
}

function moved(registry: Registry, slug: string, target: string, status: 'alias' | 'merged'): RegistryRow {
  const { key, first, version } = registry.get(slug) ?? {}
  return {
    slug,
    status,
    target,
    ...(key !== undefined && { key }),
    ...(first !== undefined && { first }),
    ...(version !== undefined && { version }),
  }
}

/** Why, when and under which title a document ended. */
export interface Ending {
  readonly status: 'withdrawn' | 'taken-down'
  readonly reason: string
  readonly label: string
  /** `YYYY-MM-DD`. */
  readonly ended: string
}

/** Puts a tombstone on a document that has a row; a slug without one is left alone, for nothing was published. */
export function recordEnding(registry: Registry, slug: string, ending: Ending): Registry {
  const row = registry.get(slug)
  return row === undefined ? registry : withRows(registry, [{ ...row, ...ending }])
}

/** The row that answers for a slug after all aliases and merges, or undefined where none does. */
export function standingOf(registry: Registry, slug: string): RegistryRow | undefined {
  const seen = new Set<string>()
  let row = registry.get(slug)
  while (row !== undefined && leadsOn(row) && !seen.has(row.slug)) {
    seen.add(row.slug)
    row = registry.get(row.target ?? '')
  }
  return row !== undefined && leadsOn(row) ? undefined : row
}
