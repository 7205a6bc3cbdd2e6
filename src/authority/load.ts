/** Reads the folder of authority files into an `Authority`. Never throws: what cannot be used is a problem with its line. */
import { join } from 'node:path'
import type { NamedKind, NameForm, NameKind } from '../document.ts'
import { type Problem, problem } from '../problem.ts'
import type { Authority, Entity } from './authority.ts'
import { COLUMNS, FILE_NAMES, type FileName, type FileRows, readRows } from './files.ts'
import { fold, readingOrder } from './fold.ts'
import { inForce, isBefore, overlap, type Period, periodsOf, type When } from './periods.ts'
import type { AuthorityFiles, DuplicateRow, LinkRow } from './rows.ts'

type Loaded = { readonly [F in FileName]: FileRows<AuthorityFiles[F][number]> }

/**
 * The curated knowledge in `folder` (`persons.csv`, `bodies.csv` …). A missing or empty folder, or any missing file,
 * is an authority that knows nothing of it.
 */
export function loadAuthority(folder: string): { readonly authority: Authority; readonly problems: Problem[] } {
  const loaded = Object.fromEntries(FILE_NAMES.map((name) => [name, readRows(folder, name)])) as unknown as Loaded
  const problems = FILE_NAMES.flatMap((name) => [...loaded[name].problems])
  const report =
    (file: FileName, line: number) => (code: Parameters<typeof problem>[0], facts: Record<string, string>) =>
      problems.push(problem(code, facts, { path: join(folder, `${file}.csv`), line }))

  const files = withoutRepeats(loaded, report)
  checkReferences(loaded, files, report)
  const index = new NameIndex()
  for (const entity of entitiesOf(files)) index.add(entity)
  for (const { form, first, second } of index.shared)
    problems.push(problem('authority-form-shared', { form, first, second }, { path: folder }))
  return { authority: createAuthority(files, index), problems }
}

type Report = (
  file: FileName,
  line: number,
) => (code: Parameters<typeof problem>[0], facts: Record<string, string>) => void

/** Accepted links name their reviewer and day; an id stands once in its file. */
function withoutRepeats(loaded: Loaded, report: Report): AuthorityFiles {
  const kept = FILE_NAMES.map((name) => {
    const seen = new Set<string>()
    const rows = loaded[name].rows.filter(({ row, line }) => {
      const id = 'id' in row ? row.id : 'archive' in row ? row.archive : undefined
      const reason =
        id !== undefined && seen.has(id)
          ? `the id ${id} stands in an earlier row`
          : 'status' in row && 'reviewer' in COLUMNS[name] && isUnreviewed(row as LinkRow | DuplicateRow)
            ? `an accepted ${name === 'links' ? 'link' : 'duplicate'} needs a date and a reviewer`
            : undefined
      if (reason !== undefined) report(name, line)('authority-row', { reason })
      if (id !== undefined) seen.add(id)
      return reason === undefined
    })
    return [name, rows.map(({ row }) => row)]
  })
  return Object.fromEntries(kept) as unknown as AuthorityFiles
}

const isUnreviewed = ({ status, date, reviewer }: LinkRow | DuplicateRow): boolean =>
  status === 'accepted' && (date === undefined || reviewer === undefined)

/** Which column of which file names a row of which other. */
const REFERENCES: readonly (readonly [FileName, string, FileName])[] = [
  ['positions', 'body', 'bodies'],
  ['positions', 'represents', 'bodies'],
  ['positions', 'accreditedTo', 'bodies'],
  ['holdings', 'person', 'persons'],
  ['holdings', 'position', 'positions'],
  ['bodies', 'parent', 'bodies'],
  ['bodies', 'represents', 'bodies'],
  ['bodies', 'governs', 'places'],
  ['places', 'within', 'places'],
]

function checkReferences(loaded: Loaded, files: AuthorityFiles, report: Report): void {
  for (const [file, column, target] of REFERENCES) {
    const ids = new Set(files[target].flatMap((row) => ('id' in row ? [row.id] : [])))
    for (const { row, line } of loaded[file].rows) {
      const value = (row as unknown as Readonly<Record<string, string | undefined>>)[column]
      if (value !== undefined && !ids.has(value)) report(file, line)('authority-reference', { column, value })
    }
  }
}

/** The entities of the files; where a form names several kinds, the first in this order is found. */
function entitiesOf(files: AuthorityFiles): IndexedEntity[] {
  const periods = periodsOf(files)
  const named = (values: readonly string[], kind: NameKind): NameForm[] => values.map((value) => ({ value, kind }))
  const variants = (row: { readonly label: string; readonly forms: readonly string[] }): NameForm[] => [
    ...named([row.label], 'established'),
    ...named(row.forms, 'variant'),
  ]
  return [
    ...files.persons.map((row) => ({
      kind: 'person' as const,
      slug: row.id,
      label: row.label,
      forms: [
        ...named([row.label], 'established'),
        ...row.forms.map((value) => ({ value, kind: personForm(value, row.label) })),
        ...named(row.misreadings, 'reading-error'),
        ...named(row.codeNames, 'code-name'),
      ],
    })),
    ...files.positions.map((row) => ({
      kind: 'position' as const,
      slug: row.id,
      label: row.label,
      forms: variants(row),
      period: periods.get(`positions/${row.id}`),
    })),
    ...files.bodies.map((row) => ({
      kind: row.kind === 'state' ? ('state' as const) : ('body' as const),
      slug: row.id,
      label: row.label,
      forms: variants(row),
      adjectives: row.adjectives,
      period: periods.get(`bodies/${row.id}`),
    })),
    ...files.archives
      .filter((scheme) => !files.bodies.some((row) => row.id === scheme.archive))
      .map((scheme) => ({
        kind: 'body' as const,
        slug: scheme.archive,
        label: scheme.label,
        forms: variants({ label: scheme.label, forms: scheme.names }),
      })),
    ...files.places.map((row) => ({ kind: 'place' as const, slug: row.id, label: row.label, forms: variants(row) })),
  ].map((entity) => ({ ...entity, curated: true }))
}

type IndexedEntity = Entity & { readonly adjectives?: readonly string[]; readonly period?: Period | undefined }

/** An entity in its time. */
interface Holder {
  readonly entity: Entity
  readonly period: Period
}

/** How a form of a person's name stands to the established one. */
function personForm(form: string, label: string): NameKind {
  if (!/\p{Script=Latin}/u.test(form)) return 'original-script'
  if (form.includes(', ')) return 'inverted'
  const words = fold(form).split(' ')
  if (
    words.length === 1 &&
    fold(label)
      .split(' ')
      .includes(words[0] ?? '')
  )
    return 'surname'
  return words.some((word) => word.length === 1) ? 'initials-and-surname' : 'variant'
}

/** Folded forms of each kind; a form that two entities of one kind share at one time names neither. */
class NameIndex {
  readonly #byKind = new Map<Entity['kind'], Map<string, readonly Holder[] | 'shared'>>()
  readonly #adjectives = new Map<string, readonly Holder[]>()
  readonly #codeNames = new Map<string, Entity>()
  readonly #forms: { readonly form: string; readonly entity: Entity }[] = []
  readonly shared: { readonly form: string; readonly first: string; readonly second: string }[] = []

  add({ adjectives = [], period = {}, ...entity }: IndexedEntity): void {
    const known = this.#byKind.get(entity.kind) ?? new Map<string, readonly Holder[] | 'shared'>()
    this.#byKind.set(entity.kind, known)
    for (const { value, kind } of entity.forms) {
      const key = fold(value)
      if (kind === 'code-name') {
        this.#codeNames.set(key, entity)
        continue
      }
      const holders = known.get(key) ?? []
      const others = holders === 'shared' ? [] : holders.filter((other) => other.entity !== entity)
      const rival = others.find((other) => overlap(other.period, period))
      if (rival !== undefined) {
        this.shared.push({ form: value, first: rival.entity.label, second: entity.label })
        known.set(key, 'shared')
      } else if (holders !== 'shared') known.set(key, [...others, { entity, period }])
      this.#forms.push({ form: value, entity })
    }
    for (const word of adjectives) {
      const others = (this.#adjectives.get(fold(word)) ?? []).filter((other) => !overlap(other.period, period))
      this.#adjectives.set(fold(word), [...others, { entity, period }])
    }
  }

  find(label: string, kind?: NamedKind, when?: When): Entity | undefined {
    const keys = [fold(label), fold(readingOrder(label))]
    const open = kind === undefined || kind === 'unknown' || kind === 'group'
    for (const forms of open ? this.#byKind.values() : [this.#byKind.get(kind)])
      for (const key of keys) {
        const holders = forms?.get(key)
        const found = holders === undefined || holders === 'shared' ? undefined : atDate(holders, when)
        if (found !== undefined) return found
      }
    return kind === 'state' ? atDate(this.#adjectives.get(keys[0] ?? '') ?? [], when) : undefined
  }

  codeName(label: string): Entity | undefined {
    return this.#codeNames.get(fold(label))
  }

  /** Every form that finds its entity, longest first, each once. */
  forms(): { readonly form: string; readonly entity: Entity }[] {
    const once = new Map(this.#forms.filter(({ form, entity }) => this.find(form) === entity).map((f) => [f.form, f]))
    return [...once.values()].sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1))
  }
}

/** A state can be spoken of before it is, by a name of its own; its bodies and posts cannot. */
function atDate(holders: readonly Holder[], when: When | undefined): Entity | undefined {
  const found = holders.length > 1 ? inForce(holders, when) : holders[0]
  return found === undefined || (found.entity.kind !== 'state' && isBefore(when, found.period))
    ? undefined
    : found.entity
}

function createAuthority(files: AuthorityFiles, index: NameIndex): Authority {
  return {
    find: (label, kind, when) => index.find(label, kind, when),
    codeName: (label) => index.codeName(label),
    forms: index.forms(),
    schemes: files.archives,
    files,
  }
}
