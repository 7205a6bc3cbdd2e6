/**
 * Which sightings are one document. Decisions are made over sets of keys, so the order of the inputs does not matter:
 *
 * 1. One record number of one publisher is one document; two record numbers are two, whatever else agrees.
 * 2. Without a record number, title and listed date decide, if they point to one document only.
 * 3. Without a title, number and date decide, against documents of the same type that have that number, be it in
 *    their title.
 */
import type { SourceDocument } from '../document.ts'
import { parseTitle } from '../grammar/title.ts'
import { slugify } from '../iris.ts'
import { foldWords } from '../letters.ts'
import { callNumber } from './call-number.ts'
import { listedDate } from './preferred-date.ts'
import type { Sighting } from './sightings.ts'

/** One document: the key under which it is found again, the other keys it answers to, and where it is seen. */
export interface Identity {
  readonly key: string
  readonly otherKeys: readonly string[]
  readonly sightings: readonly Sighting[]
}

/** An apostrophe parts words here: keys of documents stay as they are. */
const fold = (words: string): string => foldWords(words.replace(/['’‘ʼ`]/g, ' '))

function recordKey({ source, record }: SourceDocument): string | undefined {
  return record && `${source}|${record.value}`
}

function titleKey(document: SourceDocument): string | undefined {
  return document.title && [document.source, fold(document.title.value), listedDate(document) ?? 'undated'].join('|')
}

const numbersOf = (document: SourceDocument): string[] => [
  ...new Set([
    ...document.numbers.map(({ value }) => value.value),
    ...parseTitle(document.title?.value ?? '').numbers.map(({ value }) => value.value),
  ]),
]

/** Number with date, for every number and date that the document has. */
function numberKeys(document: SourceDocument): string[] {
  const dates = document.dates.flatMap(({ value }) => (value.role === 'period' ? [] : [value.edtf]))
  return numbersOf(document).flatMap((number) => [
    ...new Set(dates.map((date) => [document.source, fold(number), date].join('|'))),
  ])
}

/** The last resort: number and office, or where the document stands. */
function ownKey({ document, source }: Sighting): string {
  const number = callNumber(document)
  if (number === undefined)
    return [document.source, 'text', source.sha256.slice(0, 16), document.text?.start ?? 0].join('|')
  const office = document.numbers.find(({ value }) => value.office !== undefined)?.value.office?.label ?? ''
  return [document.source, fold(number), listedDate(document) ?? 'undated', slugify(office)].join('|')
}

/** `ciphered-telegram` is a telegram; a document without type can be anything. */
function typesAgree(one: SourceDocument, other: SourceDocument): boolean {
  const family = ({ type }: SourceDocument) => type?.value.replace(/^ciphered-/, '')
  return one.type === undefined || other.type === undefined || family(one) === family(other)
}

function grouped<K, T>(items: readonly T[], keysOf: (item: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items)
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  return groups
}

const distinct = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
]

/** Brings sightings together; the identities are sorted by key. */
export function identify(sightings: readonly Sighting[]): Identity[] {
  const recordsOfTitle = grouped(
    sightings.filter(({ document }) => document.record !== undefined),
    ({ document }) => distinct([titleKey(document)]),
  )
  const named = (sighting: Sighting): string | undefined => {
    const { document, reference } = sighting
    const known = reference?.key ?? recordKey(document)
    const title = titleKey(document)
    if (known !== undefined || title === undefined) return known
    const records = distinct((recordsOfTitle.get(title) ?? []).map((s) => recordKey(s.document)))
    return records.length === 1 ? records[0] : title
  }
  const untitled = sightings.some((sighting) => named(sighting) === undefined)
  const titled = untitled ? sightings.filter((sighting) => named(sighting) !== undefined) : []
  const numbered = grouped(titled, ({ document, reference }) => (reference ? [] : numberKeys(document)))
  const keyOf = (sighting: Sighting): string => {
    const own = named(sighting)
    if (own !== undefined) return own
    const candidates = numberKeys(sighting.document)
      .flatMap((key) => numbered.get(key) ?? [])
      .filter(({ document }) => typesAgree(document, sighting.document))
    const keys = distinct(candidates.map(named))
    return keys.length === 1 && keys[0] !== undefined ? keys[0] : ownKey(sighting)
  }
  return [...grouped(sightings, (sighting) => [keyOf(sighting)])]
    .map(([key, members]) => ({ key, otherKeys: otherKeys(key, members), sightings: members }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** What the document was or would be known by where less is known of it. */
function otherKeys(key: string, sightings: readonly Sighting[]): string[] {
  const keys = sightings.flatMap((sighting) => [titleKey(sighting.document), ownKey(sighting)])
  return distinct(keys).filter((other) => other !== key)
}
