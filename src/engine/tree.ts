/** Queries changed in a few places, the rest left as it is written: nodes of the syntax tree, and where they stand. */

/** A node of the tree. The parser's own types tell each kind apart; here any may stand anywhere. */
export interface Node {
  readonly type?: string
  readonly subType?: string
  readonly loc?: { readonly sourceLocationType: string; readonly start?: number; readonly end?: number }
  /** The declarations of a query. */
  readonly context?: unknown
  readonly value?: unknown
  readonly prefix?: string
  readonly langOrIri?: string | Node
  readonly operator?: string
  readonly patterns?: readonly Node[]
  readonly variables?: readonly Node[]
  /** The VALUES behind a query. */
  readonly values?: Node
  readonly triples?: readonly Node[]
  readonly subject?: Node
  readonly predicate?: Node
  readonly object?: Node
}

/** Whether a node is written in the text, and not only understood. */
export const isWritten = (node: Node | undefined): boolean => node?.loc?.sourceLocationType === 'source'
export const startOf = (node: Node | undefined): number => node?.loc?.start ?? 0
export const endOf = (node: Node | undefined): number => node?.loc?.end ?? 0

/** The nodes in a node; rows of VALUES, whose keys are the names of variables, as their terms. */
export const childrenOf = (node: Node): Node[] =>
  Object.entries(node).flatMap(([key, value]): Node[] => {
    if (Array.isArray(value)) {
      const nodes = value.filter(isNode)
      return node.subType === 'values' && key === 'values'
        ? nodes.flatMap((row) => Object.values(row).filter(isNode))
        : nodes
    }
    return isNode(value) && key !== 'loc' ? [value] : []
  })
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** What is put in place of a stretch of the text. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The source with its edits; where two begin at one place, what is inserted comes first. */
export function edited(source: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let position = 0
  for (const { start, end, text } of ordered) {
    result += source.slice(position, start) + text
    position = end
  }
  return result + source.slice(position)
}
