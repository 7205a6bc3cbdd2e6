/** What was read in one input, in numbers: for the report. */
import type { Reading, SourceDocument, Zone } from '../document.ts'

export interface Account {
  /** Keys of the forms that were recognised. */
  readonly forms: readonly string[]
  /** Documents that the input presents, and rows that it lists. */
  readonly documents: number
  readonly rows: number
  /** Fields of their records that have a value. */
  readonly fields: number
  /** Zones that were told apart. */
  readonly zones: readonly Zone[]
  /** Stretches that no rule understood. */
  readonly notUnderstood: number
}

export const nothingRead: Account = { forms: [], documents: 0, rows: 0, fields: 0, zones: [], notUnderstood: 0 }

export function accountOf({ form, documents, listing }: Reading): Account {
  const rows = listing?.rows ?? []
  const all = [...documents, ...rows]
  const zones = all.flatMap(zonesOf)
  return {
    forms: form === 'unrecognised' ? [] : [form],
    documents: documents.length,
    rows: rows.length,
    fields: all.reduce((sum, document) => sum + filled(document), 0),
    zones: [...new Set(zones)].sort(),
    notUnderstood: all.reduce(
      (sum, { unparsed, journal }) => sum + unparsed.length + (journal?.unparsed.length ?? 0),
      0,
    ),
  }
}

/** The accounts of two readings of one input as one. */
export const bothAccounts = (one: Account, other: Account): Account => ({
  forms: [...new Set([...one.forms, ...other.forms])].sort(),
  documents: one.documents + other.documents,
  rows: one.rows + other.rows,
  fields: one.fields + other.fields,
  zones: [...new Set([...one.zones, ...other.zones])].sort(),
  notUnderstood: one.notUnderstood + other.notUnderstood,
})

/** What every record has, and what is no field of it. */
const NO_FIELDS: ReadonlySet<string> = new Set([
  'source',
  'standing',
  'titleLanguage',
  'textLanguage',
  'text',
  'zones',
  'unparsed',
])

const filled = (document: SourceDocument): number =>
  Object.entries(document).filter(
    ([name, value]) => !NO_FIELDS.has(name) && value !== undefined && !(Array.isArray(value) && value.length === 0),
  ).length

const zonesOf = (document: SourceDocument): Zone[] =>
  (document.zones ?? (document.title === undefined ? [] : [document.title.span])).map(({ zone }) => zone)
