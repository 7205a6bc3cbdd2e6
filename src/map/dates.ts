/** Dates: a node with the words for every statement, the preferred date as shortcut, and whether statements conflict. */
import type { Literal, NamedNode, Quad } from 'n3'
import type { Certainty, DateValue, StatedDate } from '../document.ts'
import { oneLine } from '../letters.ts'
import { dcterms } from '../rdf/vocabulary/dcterms.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { edtf } from '../rdf/vocabulary/edtf.ts'
import { certainty, dateBasis, precision } from '../rdf/vocabulary/schemes.ts'
import { xsd } from '../rdf/vocabulary/xsd.ts'
import { preferredDate } from '../reconcile/preferred-date.ts'
import { classOf } from './document-type.ts'
import { evidenceOf } from './evidence.ts'
import { describe, isA, type Properties, text, typed, yes } from './quads.ts'
import { type Fact, facts, numbered, type Scope } from './scope.ts'

const PROPERTY: Readonly<Record<StatedDate['role'], NamedNode>> = {
  document: dip.documentDate,
  catalogue: dip.catalogueDate,
  entry: dip.entryDate,
  period: dip.coversPeriod,
}

/** All date statements of the document and the shortcuts that follow from them. */
export function mapDates(scope: Scope): Quad[] {
  const preferred = preferredOf(scope)
  return [
    ...dateNodes(scope).flatMap((dated) => mapStatement(scope, dated)),
    ...describe(scope.stated, scope.iri, [
      [dcterms.date, dateLiteral(preferred)],
      ...bounds(preferred),
      [dip.entryDate, classOf(scope) === 'JournalEntry' ? preferredNode(scope) : undefined],
      [dip.dateConflict, conflictingDates(scope).length > 0 ? yes : undefined],
    ]),
  ]
}

/** The date that stands for the document, of all that its members give. */
export const preferredOf = (scope: Scope): StatedDate | undefined =>
  preferredDate(facts(scope, (document) => document.dates).map(({ found }) => found.value))

/** The node of the preferred date, for what is attested on it. */
export function preferredNode(scope: Scope): NamedNode | undefined {
  const preferred = preferredOf(scope)
  return dateNodes(scope).find((dated) => dated.facts.some(({ found }) => found.value === preferred))?.node
}

/** First and last day, as shortcuts on a document, event or act. */
export const bounds = (date: DateValue | undefined): Properties => [
  [dip.dateEarliest, typed(xsd.date, date?.earliest)],
  [dip.dateLatest, typed(xsd.date, date?.latest)],
]

const DATATYPES: readonly (readonly [RegExp, NamedNode])[] = [
  [/^\d{4}-\d\d-\d\d$/, xsd.date],
  [/^\d{4}-(?:0[1-9]|1[0-2])$/, xsd.gYearMonth],
  [/^\d{4}$/, xsd.gYear],
]

/** The date in the narrowest datatype that holds it. */
export function dateLiteral(date: DateValue | undefined): Literal | undefined {
  const [, datatype] = DATATYPES.find(([form]) => form.test(date?.edtf ?? '')) ?? []
  return typed(datatype ?? edtf, date?.edtf)
}

/** A date with its words, as a node. */
export function dateStatement(
  graph: NamedNode,
  node: NamedNode,
  date: DateValue,
  words: string,
  basis: StatedDate['basis'],
  sure: Certainty = 'stated',
): Quad[] {
  return describe(graph, node, [
    isA('DateStatement'),
    [dip.expressedDate, text(words)],
    [dip.edtf, typed(edtf, date.edtf)],
    [dip.earliest, typed(xsd.date, date.earliest)],
    [dip.latest, typed(xsd.date, date.latest)],
    [dip.precision, precision[date.precision]],
    [dip.certainty, certainty[sure]],
    [dip.dateBasis, dateBasis[basis]],
  ])
}

interface DateNode {
  readonly node: NamedNode
  readonly property: NamedNode
  /** Statements of one date in one form of words: one node, several pieces of evidence. */
  readonly facts: readonly Fact<StatedDate>[]
}

/** One node for each role, ground, date and wording; a second one of the same role and ground is numbered. */
function dateNodes(scope: Scope): readonly DateNode[] {
  const nodes = nodesOf.get(scope) ?? makeDateNodes(scope)
  nodesOf.set(scope, nodes)
  return nodes
}

/** Every holding and act of a document asks for its preferred date. */
const nodesOf = new WeakMap<Scope, readonly DateNode[]>()

function makeDateNodes(scope: Scope): DateNode[] {
  const byStatement = new Map<string, Fact<StatedDate>[]>()
  for (const fact of facts(scope, (document) => document.dates)) {
    const { role, basis, edtf: value } = fact.found.value
    const key = [role, basis, value, oneLine(fact.found.words)].join('|')
    byStatement.set(key, [...(byStatement.get(key) ?? []), fact])
  }
  const statements = [...byStatement.values()]
  const preferred = preferredOf(scope)
  const fragments = numbered(statements.map(([first]) => `date-${first?.found.value.role}-${first?.found.value.basis}`))
  return statements.map((same, index) => ({
    node: scope.part(fragments[index] ?? ''),
    property: propertyOf(same, preferred),
    facts: same,
  }))
}

/** An entry is of one day: where title and heading both give it, one is the day of the entry, the other dates the document. */
function propertyOf(same: readonly Fact<StatedDate>[], preferred: StatedDate | undefined): NamedNode {
  const role = same[0]?.found.value.role ?? 'document'
  const isPreferred = same.some(({ found }) => found.value === preferred)
  return role === 'entry' && !isPreferred ? dip.documentDate : PROPERTY[role]
}

function mapStatement(scope: Scope, { node, property, facts: same }: DateNode): Quad[] {
  const [first] = same
  if (first === undefined) return []
  const { value, words, certainty: sure } = first.found
  const evidence = same.map(({ found, member }) => evidenceOf(scope, found, member))
  return [
    ...describe(scope.stated, scope.iri, [[property, node]]),
    ...dateStatement(scope.stated, node, value, oneLine(words), value.basis, sure),
    ...describe(scope.stated, node, [[dip.evidence, evidence.map((e) => e.node)]]),
    ...evidence.flatMap(({ quads }) => quads),
  ]
}

/** Years between the day of a paper and that under which it was filed, from which one of them is misread. */
const FAR = 2

/**
 * The dates of a document, where they do not agree: two days of the document that do not overlap, or one that lies years
 * from the day under which it was registered (`893.00/5–1949` on a paper of `May 18, 1919`).
 */
export function conflictingDates(scope: Scope): readonly { readonly words: string; readonly of: string }[] {
  const stated = facts(scope, (document) => document.dates).map(({ found }) => found)
  const filed = facts(scope, (document) => document.numbers).flatMap(({ found }) => found.value.date ?? [])
  const yearOf = ({ earliest }: DateValue) => Number(earliest?.slice(0, 4) ?? Number.NaN)
  const isFar = (day: DateValue) =>
    stated.some(({ value }) => value.role === 'document' && Math.abs(yearOf(value) - yearOf(day)) > FAR)
  const far = filed.filter(({ value }) => isFar(value))
  if (far.length === 0 && !conflicting(stated.map(({ value }) => value))) return []
  return [
    ...stated.map(({ words, value }) => ({ words, of: value.role })),
    ...far.map(({ words }) => ({ words, of: 'registration' })),
  ]
}

/** Whether two statements of the day of the document do not overlap. A period is no such statement. */
export function conflicting(dates: readonly StatedDate[]): boolean {
  const days = dates.filter(({ role }) => role !== 'period')
  const [firstEnd] = days.flatMap(({ latest }) => latest ?? []).sort()
  return firstEnd !== undefined && days.some(({ earliest }) => earliest !== undefined && firstEnd < earliest)
}
