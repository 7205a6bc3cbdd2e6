/** Reads a query before it runs: its form, its dataset, what it may not do, and a bound on its rows. Alone uses the parser. */
import { Parser } from '@traqula/parser-sparql-1-1'
import { AstFactory, type Query, type Update } from '@traqula/rules-sparql-1-1'
import { EngineError, type QueryForm } from './engine.ts'
import { ESCAPES, withoutEscapes } from './escapes.ts'
import { type Completed, prefixMissedBy, withWellKnown } from './prefixes.ts'
import { withoutQuoted } from './quoted.ts'

/** What to run. */
export interface QueryPlan extends Completed {
  /** Undefined when the text is in no form that can be told. */
  readonly form: QueryForm | undefined
  /** The query; a SELECT ends after at most one row more than it may have. */
  readonly text: string
  /** Whether the query has FROM or FROM NAMED. */
  readonly hasDataset: boolean
  /** Whether the same data give the same answer again; absent where that cannot be told. */
  readonly isRepeatable?: boolean
  /** What the parser holds against it; the engine's own parser decides. */
  readonly complaint?: string
}

const parser = new Parser({
  defaultContext: { astFactory: new AstFactory() },
  lexerConfig: { positionTracking: 'full' },
})

/**
 * The syntax tree of a query or an update. Positions are those of the text, unless it has escapes like `\u0041`.
 * @param prefixes that a text may use without declaring them
 */
export const parse = (text: string, baseIRI: string, prefixes: Record<string, string> = {}): Query | Update =>
  parser.parse(text, { baseIRI, prefixes: { ...prefixes } })

const refuse = (what: string): EngineError => new EngineError('refused', what)
const NO_SERVICE = 'SERVICE is not allowed: this endpoint asks no other. Take the data from both and join them.'
const NO_UPDATE = 'This endpoint is read-only: it takes queries, no updates.'
const TOO_DEEP = 'The query is nested too deeply. Write it with fewer levels.'

/**
 * Reads a query.
 * @param base The IRI that relative IRIs refer to.
 * @param maxRows Rows that a SELECT may have.
 * @throws EngineError `refused` for SERVICE, LOAD and all other updates, and for nesting beyond what can be read.
 */
export function planQuery(text: string, base: string, maxRows: number): QueryPlan {
  const read = readQuery(text, base)
  const { sent, added, undeclared } = read
  const completed = { sent, added, ...(undeclared !== undefined && { undeclared }) }
  const { tree } = read
  if (tree === undefined) return { ...completed, ...planUnparsed(read.text, read.complaint) }
  if (tree.type === 'update') {
    // A text without any word is an update of nothing to the parser.
    if (tree.updates.some(({ operation }) => operation !== undefined)) throw refuse(NO_UPDATE)
    return { ...completed, ...planUnparsed(read.text, 'There is no query.') }
  }
  if (has(tree, isService)) throw refuse(NO_SERVICE)
  return {
    ...completed,
    form: tree.subType,
    text: tree.subType === 'select' ? bound(tree, read.text, maxRows + 1) : read.text,
    hasDataset: tree.datasets.clauses.length > 0,
    isRepeatable: !has(tree, isVolatile),
  }
}

type ReadQuery = Completed & { readonly text: string } & (
    | { readonly tree: Query | Update }
    | { readonly tree?: undefined; readonly complaint: string }
  )

/** Parses; a second time with the well-known prefixes where the query is none without them. */
function readQuery(sent: string, base: string): ReadQuery {
  const first = tryParse(sent, base)
  if (typeof first !== 'string') return { sent, added: 0, text: sent, tree: first }
  const missed = prefixMissedBy(first)
  const text = missed === undefined ? undefined : withWellKnown(sent, missed)
  const second = text === undefined ? first : tryParse(text, base)
  const completed = { sent, added: text === undefined ? 0 : 1, text: text ?? sent }
  if (typeof second !== 'string') return { ...completed, tree: second }
  const undeclared = prefixMissedBy(second)
  return { ...completed, complaint: second, ...(undeclared !== undefined && { undeclared }) }
}

/** The tree, or what the parser holds against the text. @throws EngineError `refused` for nesting too deep to be read */
function tryParse(text: string, base: string): Query | Update | string {
  try {
    return parse(text, base)
  } catch (error) {
    if (error instanceof RangeError) throw refuse(TOO_DEEP)
    return (error as Error).message
  }
}

interface TreeNode {
  readonly type?: unknown
  readonly subType?: unknown
  readonly operator?: unknown
}

const isService = ({ type, subType }: TreeNode): boolean => type === 'pattern' && subType === 'service'
/** Functions that give another value each time. */
const VOLATILE = new Set<unknown>(['now', 'rand', 'uuid', 'struuid', 'bnode'])
const isVolatile = ({ subType, operator }: TreeNode): boolean => subType === 'operation' && VOLATILE.has(operator)

/** Whether a node of the tree is of a kind, however deep. */
function has(tree: TreeNode, is: (node: TreeNode) => boolean): boolean {
  const open = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (is(node)) return true
    for (const value of Object.values(node)) if (typeof value === 'object' && value !== null) open.push(value)
  }
  return false
}

/**
 * The query with `LIMIT most`, put where the grammar has it: behind the solution modifiers, before a VALUES clause.
 * A smaller LIMIT stays. Only the outermost SELECT is touched, so that nothing but the number of rows changes. A text
 * with escapes of code points stays as it is: the parser's positions are not its own, and rows are counted in any case.
 */
function bound(tree: Query, text: string, most: number): string {
  const { limitOffset } = tree.solutionModifiers
  const limit = limitOffset?.limit
  if ((limit !== undefined && limit <= most) || ESCAPES.test(text)) return text
  if (limitOffset !== undefined && limitOffset.loc.sourceLocationType === 'source') {
    const { start, end } = limitOffset.loc
    const offset = limitOffset.offset === undefined ? '' : ` OFFSET ${BigInt(limitOffset.offset)}`
    return `${text.slice(0, start)}LIMIT ${most}${offset}${text.slice(end)}`
  }
  const at = tree.values?.loc.sourceLocationType === 'source' ? tree.values.loc.start : text.length
  // On a line of its own: the query may end in a comment.
  return `${text.slice(0, at)}\nLIMIT ${most}\n${text.slice(at)}`
}

const FORM = /^(?:select|ask|construct|describe)$/

/** A query that only the engine may understand (an extension, or no SPARQL at all): its words have to do. */
function planUnparsed(text: string, complaint: string): Omit<QueryPlan, keyof Completed> {
  const plain = withoutQuoted(withoutEscapes(text))
  const words = [...plain.matchAll(/(?<![\w?$:@.-])[a-z]+(?![\w:.-])/gi)].map(([word]) => word.toLowerCase())
  if (words.includes('service')) throw refuse(NO_SERVICE)
  if (words.includes('load')) throw refuse(NO_UPDATE)
  return {
    form: words.find((word): word is QueryForm => FORM.test(word)),
    text,
    hasDataset: words.includes('from'),
    complaint,
  }
}
