/** Records that may be of one document: found by what both give, linked, and left to a curator. */
import type { Quad } from 'n3'
import type { ArchivalReference } from '../document.ts'
import { type Iris, slugify } from '../iris.ts'
import { runs } from '../rdf/serialise.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { preferredOf } from './dates.ts'
import { describe, namedNode } from './quads.ts'
import { facts, type Scope } from './scope.ts'
import { lowestUnit } from './units.ts'

/** What two records of one document have in common, with the property that says so and the words for a curator. */
const RULES = {
  reference: { property: dip.sharesReferenceWith, reason: 'the same archival reference, leaves and date' },
  number: { property: dip.sharesNumberWith, reason: 'the same number, date and archival unit' },
  correspondence: { property: dip.sharesCorrespondenceWith, reason: 'the same sender, addressee, date and number' },
} as const

type RuleName = keyof typeof RULES

/** What tells a document from others by one rule. Plain values: they cross thread borders and rest on the disk. */
export interface Mark {
  /** The name of the rule, and what it compares. First, so that marks in the order of their JSON are in that of keys. */
  readonly key: string
  /** Of the document. */
  readonly iri: string
  /** All that offices gave the document; not those that it has from its place in a file. */
  readonly numbers: readonly string[]
}

export interface Duplicate {
  /** IRIs, in the order of the alphabet. */
  readonly one: string
  readonly other: string
  readonly rules: readonly RuleName[]
}

/** A key that so many share tells of a file or a form, not of a document. */
const TOO_MANY = 8

/** What tells this document from others. A journal and its days share leaves by right. */
export function marksOf(scope: Scope): Mark[] {
  const { members } = scope
  const date = preferredOf(scope)
  const isPartOfJournal = members.some(
    ({ document, journal }) => document.standing === 'carrier' || journal !== undefined,
  )
  if (date === undefined || date.precision === 'year' || isPartOfJournal) return []
  const day = date.edtf.slice(0, 10)
  const archival = facts(scope, (document) => document.archival)
  const filed = new Set(archival.map(({ found }) => filingNumber(found.value)))
  const numbers = [
    ...new Set(facts(scope, (document) => document.numbers).map(({ found }) => slugify(found.value.value))),
  ].filter((number) => number !== '' && !filed.has(number))
  const references = archival.flatMap(({ found: { value } }) => {
    const unit = value.printed ? undefined : lowestUnit(scope, value)
    return unit === undefined ? [] : [{ unit: unit.value, leaves: value.folios?.match(/\d+/g)?.join('-') }]
  })
  const named = (role: string) => [
    ...new Set(
      facts(scope, (document) => document.parties).flatMap(({ found: { value } }) =>
        value.role === role ? [scope.names.entity(value.name).slug] : [],
      ),
    ),
  ]
  const [senders, addressees] = [named('sender'), named('addressee')]
  const key = (rule: RuleName, ...compared: readonly string[]) => [rule, ...compared, day].join(' ')
  const keys = new Set([
    ...references.flatMap(({ unit, leaves }) => (leaves === undefined ? [] : [key('reference', unit, leaves)])),
    ...references.flatMap(({ unit }) => numbers.map((number) => key('number', unit, number))),
    ...senders.flatMap((sender) =>
      addressees.flatMap((addressee) => numbers.map((number) => key('correspondence', sender, addressee, number))),
    ),
  ])
  return [...keys].map((key) => ({ key, iri: scope.iri.value, numbers }))
}

/** The number of the file, not of the paper: `893.00/12–2448` is on all that was filed under 893.00 on that day. */
const filingNumber = ({ steps }: ArchivalReference): string => slugify(steps.map(({ number }) => number).join(' '))

/**
 * Pairs of documents that share what tells documents apart. Two that give numbers and share none are two.
 * @param marks of all documents, those with one key next to each other
 * @param decided pairs that a curator has decided on: `pairKey`
 */
export function possibleDuplicates(marks: Iterable<Mark>, decided: ReadonlySet<string>): Duplicate[] {
  const found = new Map<string, { one: string; other: string; rules: Set<RuleName> }>()
  for (const sharing of runs(marks, ({ key }) => key)) {
    if (sharing.length < 2 || sharing.length > TOO_MANY) continue
    const rule = sharing[0]?.key.split(' ', 1)[0] as RuleName
    for (const [index, first] of sharing.entries())
      for (const second of sharing.slice(index + 1)) {
        const pair = pairKey(first.iri, second.iri)
        if (first.iri === second.iri || decided.has(pair) || numbersDiffer(first, second)) continue
        const [one = '', other = ''] = [first.iri, second.iri].sort()
        const known = found.get(pair) ?? { one, other, rules: new Set() }
        found.set(pair, known)
        known.rules.add(rule)
      }
  }
  const order = Object.keys(RULES)
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { one, other, rules }]) => ({
      one,
      other,
      rules: [...rules].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
    }))
}

/** One key for two documents, in whichever order they are named. */
export const pairKey = (one: string, other: string): string => [one, other].sort().join(' ')

const numbersDiffer = (one: Mark, other: Mark): boolean =>
  one.numbers.length > 0 && other.numbers.length > 0 && !one.numbers.some((number) => other.numbers.includes(number))

/** Why two records may be one document, in words. */
export const reasonOf = ({ rules }: Duplicate): string => rules.map((rule) => RULES[rule].reason).join('; ')

/** The links, both ways, in the derived graph. */
export function mapDuplicates(duplicates: readonly Duplicate[], iris: Iris): Quad[] {
  const graph = namedNode(iris.graph('derived'))
  return duplicates.flatMap(({ one, other, rules }) => {
    const properties = [dip.sameDocumentCandidate, ...rules.map((rule) => RULES[rule].property)]
    const link = (from: string, to: string) =>
      describe(
        graph,
        namedNode(from),
        properties.map((property) => [property, namedNode(to)] as const),
      )
    return [...link(one, other), ...link(other, one)]
  })
}
