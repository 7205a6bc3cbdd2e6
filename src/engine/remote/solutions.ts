/** Queries for graphs, put so that every store understands the same; and what may not be asked of a store elsewhere. */
import type { Query } from '@traqula/rules-sparql-1-1'
import { EngineError } from '../engine.ts'
import { parse } from '../query.ts'

/** Functions of Virtuoso's own that reach beyond the data: its configuration, its files, its SQL. */
const INSIDE = /^(?:bif|sql):/i

/** @throws EngineError `refused` where a query names functions that reach beyond the data */
export function refuseInside(tree: unknown): void {
  const open: unknown[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('subType' in node && node.subType === 'namedNode' && 'value' in node && INSIDE.test(String(node.value)))
      throw new EngineError('refused', `The functions ${String(node.value)}… of a store are not part of SPARQL.`)
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) open.push(value)
  }
}

export const readQuery = (text: string, base: string): Query => parse(text, base) as Query

interface Place {
  readonly start: number
  readonly end: number
}
const placeOf = (loc: unknown): Place | undefined => {
  const place = loc as (Place & { readonly sourceLocationType?: string }) | undefined
  return place?.sourceLocationType === 'source' ? place : undefined
}

const prologueOf = ({ context }: Query, text: string): string =>
  text.slice(0, Math.max(0, ...context.map(({ loc }) => placeOf(loc)?.end ?? 0)))
const textAt = (loc: unknown, text: string): string => {
  const place = placeOf(loc)
  return place === undefined ? '' : text.slice(place.start, place.end)
}

/**
 * A DESCRIBE as the CONSTRUCT of all statements about the things, which is what the embedded engine gives; each store
 * has its own notion of a description. No VALUES: Virtuoso 7 loses them in a UNION. Undefined for `DESCRIBE *`.
 */
export function describing(tree: Query, text: string): string | undefined {
  if (tree.subType !== 'describe') return undefined
  const where = placeOf(tree.where?.loc)
  const things = tree.variables.map((thing) => {
    if (thing.type === 'wildcard') return undefined
    if (thing.subType !== 'variable') return `{ SELECT (${textAt(thing.loc, text)} AS ?thing_) {} }`
    return where && `{ SELECT (?${thing.value} AS ?thing_) WHERE ${text.slice(where.start)}\n}`
  })
  if (things.includes(undefined)) return undefined
  return `${prologueOf(tree, text)}
CONSTRUCT { ?thing_ ?property_ ?value_ } ${textAt(tree.datasets.loc, text)}
WHERE { { SELECT DISTINCT ?thing_ WHERE { ${things.join('\nUNION\n')} } } ?thing_ ?property_ ?value_ }`
}

/** A query for the number of solutions (`?n`) that a CONSTRUCT or DESCRIBE is made of. */
export function countQuery(tree: Query, text: string): string | undefined {
  if (tree.subType !== 'construct' && tree.subType !== 'describe') return undefined
  // The short form of CONSTRUCT has its pattern in the place of the template.
  const template = tree.subType === 'construct' ? placeOf(tree.template?.loc) : undefined
  const where = placeOf(tree.where?.loc)
  const solutions = where !== undefined ? text.slice(where.start) : template && `{ ${text.slice(template.start)}`
  if (solutions === undefined) return undefined
  return `${prologueOf(tree, text)}
SELECT (COUNT(*) AS ?n) ${textAt(tree.datasets.loc, text)}
WHERE { SELECT (1 AS ?solution_) WHERE ${solutions}
}`
}
