/**
 * VALUES so put that Virtuoso 7 answers them rightly. As they are it loses those that stand alone in a branch of a UNION,
 * and gives wrong rows for some that stand beside a triple pattern there, in EXISTS, in MINUS or behind a subquery: with
 * status 200. In a subquery of their own they are right; nothing was found that helps those alone in EXISTS or MINUS.
 */
import { EngineError } from '../engine.ts'
import { childrenOf, type Edit, edited, endOf, type Node, startOf } from '../tree.ts'

/** Where a node stands: as a rule, in a branch of a UNION, or in EXISTS, NOT EXISTS or MINUS. */
type Place = 'plain' | 'branch' | 'condition'

/**
 * The query, VALUES of branches and conditions in subqueries.
 * @param tree of this very text, which has no escapes of code points
 * @throws EngineError `refused` where the answer would be wrong in any form
 */
export function withSafeValues(tree: Node, text: string): string {
  const edits: Edit[] = []
  const open: { readonly node: Node; readonly place: Place }[] = [{ node: tree, place: 'plain' }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const place = placeIn(next.node, next.place)
    const { patterns = [] } = next.node
    const values = patterns.filter(isValues)
    if (place === 'condition' && values.length > 0 && !patterns.some(({ subType }) => subType === 'bgp'))
      throw refuse('VALUES that stand without a triple pattern in EXISTS, NOT EXISTS or MINUS', 'FILTER (?x IN (…))')
    if (next.node !== tree && next.node.values?.subType === 'values')
      throw refuse('VALUES behind a subquery', 'them in the braces of its WHERE')
    if (place !== 'plain') for (const node of values) edits.push(inSubquery(node, text))
    for (const inner of childrenOf(next.node)) open.push({ node: inner, place })
  }
  return edited(text, edits)
}

const isValues = ({ subType, variables = [] }: Node): boolean => subType === 'values' && variables.length > 0

function placeIn({ subType, operator }: Node, around: Place): Place {
  if (around === 'condition' || subType === 'minus' || operator === 'exists' || operator === 'notexists')
    return 'condition'
  return subType === 'union' ? 'branch' : around
}

function inSubquery(values: Node, text: string): Edit {
  const names = values.variables?.map(({ value }) => `?${value}`).join(' ')
  const [start, end] = [startOf(values), endOf(values)]
  return { start, end, text: `{ SELECT ${names} { ${text.slice(start, end)} } }` }
}

const refuse = (what: string, instead: string) =>
  new EngineError('refused', `The SPARQL store gives wrong answers to ${what}. Write ${instead} instead.`)
