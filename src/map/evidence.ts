/** Evidence: the exact words on which a statement rests, and where they stand, counted in Unicode code points. */
import type { NamedNode, Quad } from 'n3'
import type { Name, SourceText, Words } from '../document.ts'
import { shortHash } from '../iris.ts'
import { oneLine } from '../letters.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { oa } from '../rdf/vocabulary/oa.ts'
import { reviewStatus, textZone } from '../rdf/vocabulary/schemes.ts'
import type { Member } from '../reconcile/index.ts'
import { describe, integer, isA, text } from './quads.ts'
import { entityIri, mayQuote, type Scope, thing } from './scope.ts'

/** Words with the rule that read them. */
export interface Cited extends Words {
  readonly rule: string
}

export interface Evidence {
  readonly node: NamedNode
  readonly quads: Quad[]
}

/** Evidence for something that the page or the form of the document states. */
export function evidenceOf(scope: Scope, cited: Cited, member: Member): Evidence {
  return { node: evidenceNode(scope, cited, member), quads: describeEvidence(scope, scope.stated, cited, member) }
}

/** Evidence for something that a rule read out of running text: in the extracted graph, and not yet reviewed. */
export function extractedEvidenceOf(scope: Scope, cited: Cited, member: Member): Evidence {
  const node = evidenceNode(scope, cited, member)
  const review = describe(scope.extracted, node, [[dip.reviewStatus, reviewStatus.unreviewed]])
  return { node, quads: [...describeEvidence(scope, scope.extracted, cited, member), ...review] }
}

/** Whom or what the words name, and what stands beside the name. */
export function naming(scope: Scope, graph: NamedNode, evidence: NamedNode, name: Name): Quad[] {
  return describe(graph, evidence, [
    [dip.refersTo, entityIri(scope, name)],
    [dip.honorific, text(name.honorific)],
    [dip.roleText, text(name.role)],
  ])
}

function describeEvidence(scope: Scope, graph: NamedNode, cited: Cited, { source }: Member): Quad[] {
  const { start, end, zone } = cited.span
  const position = codePoints(source)
  return describe(graph, evidenceNode(scope, cited, { source }), [
    isA('Evidence'),
    [oa.hasSource, thing(scope, 'source', sourceSlug(source))],
    [dip.quote, mayQuote(scope, zone) ? text(cited.words) : undefined],
    [dip.startOffset, integer(position(start))],
    [dip.endOffset, integer(position(end))],
    [dip.textZone, textZone[zone]],
    [dip.extractedBy, thing(scope, 'rule', cited.rule)],
  ])
}

/** Slug of a source text: the first 16 digits of its hash. */
export const sourceSlug = ({ sha256 }: SourceText): string => sha256.slice(0, 16)

/**
 * Named by rule, words and occurrence, so that a corrected rule or text moves no other evidence. Words of a second
 * source are told from the same words of the first.
 */
function evidenceNode(scope: Scope, cited: Cited, { source }: Pick<Member, 'source'>): NamedNode {
  const key = [cited.rule, oneLine(cited.words), occurrence(source, cited)]
  if (source.sha256 !== scope.members[0]?.source.sha256) key.push(source.sha256)
  return scope.part(`evidence-${shortHash(key.join('|'))}`)
}

/**
 * Where words stand in a text, in order, however its lines are broken: found once, however often the words are cited.
 * Words that differ in their breaks alone have one name, and are told apart by their number.
 */
const places = new WeakMap<SourceText, Map<string, readonly number[]>>()

function placesOf(source: SourceText, wanted: string): readonly number[] {
  const known = places.get(source) ?? new Map<string, readonly number[]>()
  places.set(source, known)
  const before = known.get(wanted)
  if (before !== undefined) return before
  const found: number[] = []
  const { line, offsets } = lineOf(source)
  for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + 1)) found.push(offsets[at] ?? 0)
  known.set(wanted, found)
  return found
}

/** A text on one line, with the place of each of its characters. */
const onOneLine = new WeakMap<SourceText, { readonly line: string; readonly offsets: readonly number[] }>()

function lineOf(source: SourceText) {
  const known = onOneLine.get(source)
  if (known !== undefined) return known
  const offsets: number[] = []
  let line = ''
  for (const { 0: run, index } of source.text.matchAll(/\s+|\S+/g)) {
    const words = run.trim() === '' ? ' ' : run
    line += words
    for (let at = 0; at < words.length; at++) offsets.push(index + at)
  }
  onOneLine.set(source, { line, offsets })
  return { line, offsets }
}

/** How often the words stand in the text before this place. */
export const occurrence = (source: SourceText, { words, span }: Words): number =>
  words === '' ? 0 : countBelow(placesOf(source, oneLine(words)), span.start)

/** How many of some ascending numbers are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** One table for each text: a page has hundreds of pieces of evidence. */
const tables = new WeakMap<SourceText, readonly number[]>()

/** Turns UTF-16 offsets of a source text into offsets in code points. */
export function codePoints(source: SourceText): (offset: number) => number {
  const astral = tables.get(source) ?? [...source.text.matchAll(/[\u{10000}-\u{10ffff}]/gu)].map(({ index }) => index)
  tables.set(source, astral)
  return (offset) => offset - countBelow(astral, offset)
}
