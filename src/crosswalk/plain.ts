/** Values as catalogues write them that know neither EDTF nor IRIs. */
import type { DateFacts, DocumentFacts, EditionFacts, Named, Words } from './record.ts'

/** A day, month or year, or a span of days: ISO 8601. EDTF's signs for doubt are left out. */
export function isoDate({ edtf, earliest, latest }: DateFacts): string {
  if (/^\d{4}(?:-\d\d){0,2}(?:\/\d{4}(?:-\d\d){0,2})?$/.test(edtf)) return edtf
  if (earliest === undefined && latest === undefined) return edtf
  return earliest === latest ? (earliest ?? '') : `${earliest ?? '..'}/${latest ?? '..'}`
}

const LANGUAGES = 'http://id.loc.gov/vocabulary/languages/'

/** `http://id.loc.gov/vocabulary/languages/rus` → `rus` (ISO 639-2); else the name. */
export const languageCode = ({ iri, label }: Named): string =>
  iri.startsWith(LANGUAGES) ? iri.slice(LANGUAGES.length) : label

type Rights = EditionFacts['rights'][number]

/** What is said of the rights in the editions, each once: words, or the IRI of a statement or licence. */
export function rightsOf({ editions }: DocumentFacts): readonly Rights[] {
  const all = editions.flatMap(({ rights, license }): readonly Rights[] => [
    ...rights,
    ...(license === undefined ? [] : [{ iri: license }]),
  ])
  return distinctBy(all, (right) => ('iri' in right ? right.iri : right.value))
}

export const publishersOf = ({ editions }: DocumentFacts): readonly Named[] =>
  distinctBy(
    editions.flatMap(({ publisher }) => publisher ?? []),
    ({ iri }) => iri,
  )

export const distinctBy = <T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] =>
  [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed()

/** The words of a right, or the address where they stand. */
export const rightText = (right: Rights): Words => ('iri' in right ? { value: right.iri } : right)
