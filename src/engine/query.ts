/** Reads a query before it runs: its form, its dataset, what it may not do, and a bound on its rows. Alone uses the parser. */
import { Parser } from '@traqula/parser-sparql-1-1'
import { AstFactory, type Query, type Update } from '@traqula/rules-sparql-1-1'
import { EngineError, type QueryForm } from './engine.ts'

/** What to run. */
export interface QueryPlan {
  /** Undefined when the text is in no form that can be told. */
  readonly form: QueryForm | undefined
  /** The query; a SELECT ends after at most one row more than it may have. */
  readonly text: string
  /** Whether the query has FROM or FROM NAMED. */
  readonly hasDataset: boolean
  /** What the parser holds against it; the engine's own parser decides. */
  readonly complaint?: string
}

const parser = new Parser({
  defaultContext: { astFactory: new AstFactory() },
  lexerConfig: { positionTracking: 'full' },
})

/** The syntax tree of a query or an update. Positions are those of the text, unless it has escapes like `\u0041`. */
export const parse = (text: string, baseIRI: string): Query | Update => parser.parse(text, { baseIRI })

const refuse = (what: string): EngineError => new EngineError('refused', what)
const ESCAPES = /\\u/i
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
  let tree: Query | Update
  try {
    tree = parse(text, base)
  } catch (error) {
    if (error instanceof RangeError) throw refuse(TOO_DEEP)
    return planUnparsed(text, (error as Error).message)
  }
  if (tree.type === 'update') {
    // A text without any word is an update of nothing to the parser.
    if (tree.updates.some(({ operation }) => operation !== undefined)) throw refuse(NO_UPDATE)
    return planUnparsed(text, 'There is no query.')
  }
  if (hasService(tree)) throw refuse(NO_SERVICE)
  return {
    form: tree.subType,
    text: tree.subType === 'select' ? bound(tree, text, maxRows + 1) : text,
    hasDataset: tree.datasets.clauses.length > 0,
  }
}

/** Whether a node of the tree is a SERVICE pattern, however deep. */
function hasService(tree: unknown): boolean {
  const open: unknown[] = [tree]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue
    if ('type' in node && node.type === 'pattern' && 'subType' in node && node.subType === 'service') return true
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

/** Everything in which a keyword is none. */
const QUOTED = /<[^<>"{}|^`\\\s]*>|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g
const FORM = /^(?:select|ask|construct|describe)$/

/** A query that only the engine may understand (an extension, or no SPARQL at all): its words have to do. */
function planUnparsed(text: string, complaint: string): QueryPlan {
  const plain = text
    .replace(/\\u([0-9a-f]{4})|\\U([0-9a-f]{8})/gi, (written, short?: string, long?: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : written
    })
    .replace(QUOTED, ' ')
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
