/**
 * Which sightings are one document. Decisions are made over sets of keys, so the order of the inputs does not matter:
 *
 * 1. One record number of one publisher is one document; two record numbers are two, whatever else agrees.
 * 2. Without a record number, title and listed date decide, if they point to one document only.
 * 3. Without a title, number and date decide, against documents of the same type that have that number, be it in
 *    their title.
 */
import { parseTitle } from '../grammar/title.ts'
import { slugify } from '../iris.ts'
import { foldWords } from '../letters.ts'
import type { Card } from './cards.ts'
import { listedDate } from './preferred-date.ts'

/** A card with the source text that it is of. */
export interface Sight<P> extends Card {
  readonly place: P
  readonly path: string
  readonly sha256: string
}

/** One document: the key under which it is found again, the other keys it answers to, and where it is seen. */
export interface Identity<P = unknown> {
  readonly key: string
  readonly otherKeys: readonly string[]
  readonly sights: readonly Sight<P>[]
  /** Where a curator has said which address stays. */
  readonly slug?: string
}

/** An apostrophe parts words here: keys of documents stay as they are. */
const fold = (words: string): string => foldWords(words.replace(/['’‘ʼ`]/g, ' '))

function recordKey({ source, record }: Card): string | undefined {
  return record === undefined ? undefined : `${source}|${record}`
}

function titleKey({ source, title, dates }: Card): string | undefined {
  return title === undefined ? undefined : [source, fold(title), listedDate(dates) ?? 'undated'].join('|')
}

const numbersOf = ({ numbers, title }: Card): string[] => [
  ...new Set([...numbers, ...parseTitle(title ?? '').numbers.map(({ value }) => value.value)]),
]

/** Number with date, for every number and date that the document has. */
function numberKeys(card: Card): string[] {
  const dates = card.dates.flatMap(({ role, edtf }) => (role === 'period' ? [] : [edtf]))
  return numbersOf(card).flatMap((number) => [
    ...new Set(dates.map((date) => [card.source, fold(number), date].join('|'))),
  ])
}

/** The last resort: number and office, or where the document stands. */
function ownKey({ source, called, office, dates, sha256, textAt }: Sight<unknown>): string {
  if (called === undefined) return [source, 'text', sha256.slice(0, 16), textAt].join('|')
  return [source, fold(called), listedDate(dates) ?? 'undated', slugify(office ?? '')].join('|')
}

/** `ciphered-telegram` is a telegram; a document without type can be anything. */
function typesAgree(one: Card, other: Card): boolean {
  const family = ({ type }: Card) => type?.replace(/^ciphered-/, '')
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
export function identify<P>(sights: readonly Sight<P>[]): Identity<P>[] {
  const recordsOfTitle = grouped(
    sights.filter(({ record }) => record !== undefined),
    (sight) => distinct([titleKey(sight)]),
  )
  const named = (sight: Sight<P>): string | undefined => {
    const known = sight.reference?.key ?? recordKey(sight)
    const title = known === undefined ? titleKey(sight) : undefined
    if (title === undefined) return known
    const records = distinct((recordsOfTitle.get(title) ?? []).map(recordKey))
    return records.length === 1 ? records[0] : title
  }
  const untitled = sights.some((sight) => named(sight) === undefined)
  const titled = untitled ? sights.filter((sight) => named(sight) !== undefined) : []
  const numbered = grouped(titled, (sight) => (sight.reference ? [] : numberKeys(sight)))
  const keyOf = (sight: Sight<P>): string => {
    const own = named(sight)
    if (own !== undefined) return own
    const candidates = numberKeys(sight)
      .flatMap((key) => numbered.get(key) ?? [])
      .filter((other) => typesAgree(other, sight))
    const keys = distinct(candidates.map(named))
    return keys.length === 1 && keys[0] !== undefined ? keys[0] : ownKey(sight)
  }
  return [...grouped(sights, (sight) => [keyOf(sight)])]
    .map(([key, members]) => ({ key, otherKeys: otherKeys(key, members), sights: members }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** What the document was or would be known by where less is known of it. */
function otherKeys(key: string, sights: readonly Sight<unknown>[]): string[] {
  return distinct(sights.flatMap((sight) => [titleKey(sight), ownKey(sight)])).filter((other) => other !== key)
}
