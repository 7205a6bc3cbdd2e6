/** References that leave out a level of the archive's scheme, and the unit that they probably mean. */
import type { Quad } from 'n3'
import type { Iris } from '../iris.ts'
import { dip } from '../rdf/vocabulary/dip.ts'
import { rdfs } from '../rdf/vocabulary/rdfs.ts'
import { describe, firstValues, namedNode } from './quads.ts'

interface Node {
  readonly iri: string
  readonly step: string
  readonly above?: string | undefined
}

const OF_UNITS = [dip.unitNumber, dip.unitLevel, dip.withinUnit, dip.unitOf]

/** Whether a statement is one of those that `likelyUnits` looks at. */
export const isOfUnit = ({ predicate }: Quad): boolean => OF_UNITS.some((property) => property.equals(predicate))

/** A reference that leaves out a level (`Op. 13, Delo 5`) leads to the one unit that another gives in full. */
export function likelyUnits(quads: readonly Quad[], iris: Iris): Quad[] {
  const value = firstValues(quads)
  const units = new Map<string, Node>()
  for (const { subject } of quads.filter((q) => q.predicate.equals(dip.unitNumber))) {
    const step = `${value(subject.value, dip.unitLevel.value)} ${value(subject.value, dip.unitNumber.value)}`
    units.set(subject.value, { iri: subject.value, step, above: value(subject.value, dip.withinUnit.value) })
  }
  const pathOf = (unit: Node): string[] => {
    const above = units.get(unit.above ?? '')
    return [...(above ? pathOf(above) : [value(unit.iri, dip.unitOf.value) ?? '']), unit.step]
  }
  const paths = [...units.values()].map((unit) => ({ unit, path: pathOf(unit) }))
  const byEnds = new Map<string, typeof paths>()
  for (const entry of paths) {
    const key = ends(entry.path)
    byEnds.set(key, [...(byEnds.get(key) ?? []), entry])
  }
  return paths.flatMap(({ unit, path }) => {
    const fuller = (byEnds.get(ends(path)) ?? []).filter(
      (other) => other.path.length > path.length && isSubsequence(path, other.path),
    )
    const [only, ...others] = fuller
    if (only === undefined || others.length > 0) return []
    return describe(namedNode(iris.graph('derived')), namedNode(unit.iri), [[rdfs.seeAlso, namedNode(only.unit.iri)]])
  })
}

/** Archive, fonds and lowest unit: what two references to one unit share. */
const ends = (path: readonly string[]): string => [path[0], path[1], path.at(-1)].join('|')

function isSubsequence(short: readonly string[], long: readonly string[]): boolean {
  let at = 0
  for (const step of long) if (step === short[at]) at++
  return at === short.length
}
