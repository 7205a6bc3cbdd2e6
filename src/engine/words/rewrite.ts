/**
 * Finds where a query seeks words, and puts there what was found, so that any engine understands it: a triple pattern
 * becomes the VALUES of the IRIs. Only those patterns change; the rest of the text stays as it is written.
 */
import { MOST_MATCHES, SEARCH_FUNCTIONS, type SearchFunction } from '../../search/functions.ts'
import type { Hit } from '../../search/read.ts'
import { EngineError } from '../engine.ts'
import { childrenOf, type Edit, edited, endOf, isWritten, type Node, startOf } from '../tree.ts'
import { createResolver, type Resolver } from './positions.ts'
import { type Bound, tableOf, together, written } from './values.ts'

/** One search that a query asks for. */
export interface Search {
  readonly asks: SearchFunction
  readonly words: string
  /** Hits that it is content with, the best; undefined where it wants all. */
  readonly best?: number
  /** Whether it wants the scores. */
  readonly isScored: boolean
  /** Where it stands in the text. */
  readonly start: number
}

/** The searches of a query, and the query with their hits. */
export interface Plan {
  readonly searches: readonly Search[]
  /** @param hits of each search */
  fill(hits: readonly (readonly Hit[])[]): string
  /** An error that says where in the text it is. */
  errorAt(start: number, message: string): EngineError
}

/** A search, and what it binds. */
interface Sought extends Bound {
  readonly search: Search
}

/** Searches of one query at most. */
const MOST_SEARCHES = 20

/**
 * Reads the searches of a query.
 * @param source the text that the positions of the tree are of
 * @throws EngineError `syntax` where a function stands in a place where nothing can be sought
 */
export function planSearches(tree: Node, source: string, base: string): Plan {
  const resolver = createResolver((tree.context ?? []) as readonly Node[], base)
  const errorAt = (start: number, message: string) => {
    const before = source.slice(0, start).split('\n')
    const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
    return new EngineError('syntax', `Line ${at.line}, column ${at.column}: ${message}`, at)
  }
  const found: Sought[] = []
  const edits: Edit[] = []
  const reader: Reader = { source, resolver, errorAt, found, edits }

  const open: Node[] = [{ ...tree, context: [] }]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const misplaced = resolver.functionOf(node)
    if (misplaced !== undefined) throw errorAt(startOf(node), sentenceOf(misplaced))
    for (const inner of node.patterns === undefined ? childrenOf(node) : readGroup(node, reader)) open.push(inner)
  }
  if (found.length > MOST_SEARCHES)
    throw errorAt(0, `A query may seek words ${MOST_SEARCHES} times; this one does it ${found.length} times.`)
  return {
    searches: found.map(({ search }) => search),
    errorAt,
    fill: (hits) => {
      const tables = together(found.map((bound, i) => tableOf(bound, hits[i] ?? [])))
      const values = tables.map((table) => ({ start: table.at, end: table.at, text: written(table) }))
      return edited(source, [...values, ...edits])
    },
  }
}

const sentenceOf = ({ name }: SearchFunction): string =>
  `${name} can only be the predicate between a variable and a string: ?thing ${name} "words" or (?thing ?score) ${name} ("words" 100). It has no place in a path, a template or a pair of brackets.`

interface Reader {
  readonly source: string
  readonly resolver: Resolver
  readonly errorAt: Plan['errorAt']
  readonly found: Sought[]
  readonly edits: Edit[]
}

/**
 * Takes the searches out of the elements of a group, and gives the nodes that are still to be looked at. VALUES come
 * before the first triple pattern of those that are joined anyway: triple patterns with nothing but filters between
 * them are one, and share the names of their blank nodes.
 */
function readGroup(group: Node, reader: Reader): Node[] {
  const { patterns = [], ...rest } = group
  const left = childrenOf(rest)
  let first: number | undefined
  for (const pattern of patterns) {
    const { triples } = pattern
    if (pattern.subType === 'bgp' && triples?.[0] !== undefined) {
      first ??= startOf(triples[0])
      for (const sentence of sentencesOf(triples))
        for (const triple of readSentence(sentence, first, reader)) left.push(triple)
    } else {
      if (pattern.subType !== 'filter') first = undefined
      left.push(pattern)
    }
  }
  return left
}

/** Triples that share a subject which is written once. */
function sentencesOf(triples: readonly Node[]): Node[][] {
  const sentences: Node[][] = []
  for (const triple of triples) {
    const continues = triple.type === 'triple' && !isWritten(triple.subject)
    if (continues && sentences.length > 0) sentences.at(-1)?.push(triple)
    else sentences.push([triple])
  }
  return sentences
}

/** Takes the searches out of the triples of a subject: `; predicate object`, or all of it where nothing else is said. */
function readSentence(triples: readonly Node[], at: number, reader: Reader): Node[] {
  const { resolver, edits, errorAt } = reader
  const clauses = clausesOf(triples)
  const searches = clauses.map(({ predicate }) => resolver.functionOf(predicate))
  if (searches.every((asks) => asks === undefined)) return [...triples]
  const [{ subject } = {}] = triples
  for (const [i, { objects, start }] of clauses.entries()) {
    const asks = searches[i]
    if (asks === undefined) continue
    for (const object of objects) reader.found.push({ ...readSearch(asks, subject, object, start, reader), at })
  }
  const rest = clauses.filter((_, i) => searches[i] === undefined)
  const [next] = rest
  if (next !== undefined && subject?.type === 'tripleCollection')
    throw errorAt(startOf(subject), 'A thing with its score has no other predicate. Write a triple pattern of its own.')
  if (next === undefined) {
    edits.push(cut(reader.source, startOf(subject), sentenceEnd(reader.source, endOf(clauses.at(-1)))))
  } else {
    // Between semicolons there may be nothing; before the first there has to be something.
    if (startOf(next) !== startOf(clauses[0])) edits.push(cut(reader.source, startOf(clauses[0]), startOf(next)))
    for (const [i, clause] of clauses.entries())
      if (searches[i] !== undefined && startOf(clause) > startOf(next))
        edits.push(cut(reader.source, startOf(clause), endOf(clause)))
  }
  return rest.flatMap((clause) => clause.triples)
}

/** A predicate with its objects. */
interface Clause extends Node {
  readonly triples: readonly Node[]
  readonly objects: readonly Node[]
  readonly start: number
}

function clausesOf(triples: readonly Node[]): Clause[] {
  const byStart = new Map<number, Node[]>()
  for (const triple of triples) {
    const start = startOf(triple.predicate)
    const own = byStart.get(start)
    if (own === undefined) byStart.set(start, [triple])
    else own.push(triple)
  }
  return [...byStart].map(([start, own]) => {
    const objects = own.flatMap(({ object }) => object ?? [])
    const loc = { sourceLocationType: 'source', start, end: endOf(objects.at(-1)) }
    return { ...(own[0]?.predicate && { predicate: own[0].predicate }), triples: own, objects, start, loc }
  })
}

/** Takes a stretch out, but for its line ends: lines keep their numbers. */
const cut = (source: string, start: number, end: number): Edit => ({
  start,
  end,
  text: source.slice(start, end).replace(/[^\n]+/g, ''),
})

/** Behind the semicolons and the dot that end what is said of a subject, as far as there are any. */
function sentenceEnd(source: string, end: number): number {
  let last = end
  for (let sign = afterSpace(source, last); source[sign] === ';'; sign = afterSpace(source, last)) last = sign + 1
  const dot = afterSpace(source, last)
  return source[dot] === '.' ? dot + 1 : last
}

/** Where the next sign is that is neither space nor comment. */
function afterSpace(source: string, from: number): number {
  let at = from
  for (;;) {
    if (/\s/.test(source[at] ?? '')) at++
    else if (source[at] !== '#') return at
    else while (at < source.length && !/[\r\n]/.test(source[at] ?? '')) at++
  }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'

function readSearch(
  asks: SearchFunction,
  subject: Node | undefined,
  object: Node,
  start: number,
  { resolver, errorAt }: Reader,
): Omit<Sought, 'at'> {
  const { name } = asks
  const fail = (node: Node | undefined, message: string) => errorAt(isWritten(node) ? startOf(node) : start, message)
  const subjects = itemsOf(subject)
  const [thing, score] = subjects ?? [subject]
  if (subjects !== undefined && (subjects.length > 2 || score?.subType !== 'variable'))
    throw fail(subject, `Before ${name} stands a variable, or two in parentheses: (?thing ?score).`)
  const iri = resolver.iriOf(thing)
  if (thing?.subType !== 'variable' && iri === undefined) throw fail(thing, sentenceOf(asks))
  if (score !== undefined && score.value === thing?.value)
    throw fail(score, 'The thing and its score need two variables.')
  const [words, limit, ...more] = itemsOf(object) ?? [object]
  if (words?.subType === 'variable')
    throw fail(
      words,
      `What ${name} seeks has to be written in the query as a string: it is sought before the query runs.`,
    )
  if (words?.subType !== 'literal' || (words.langOrIri !== undefined && typeOf(words, resolver) !== `${XSD}string`))
    throw fail(words ?? object, `What ${name} seeks has to be a string without language and datatype.`)
  const best = limit === undefined ? undefined : Number(limit.value)
  if (
    more.length > 0 ||
    (limit !== undefined && (limit.subType !== 'literal' || typeOf(limit, resolver) !== `${XSD}integer`)) ||
    (best !== undefined && !(best >= 1 && best <= MOST_MATCHES))
  )
    throw fail(limit, `Behind the words may stand how many of the best are wanted: a number from 1 to ${MOST_MATCHES}.`)
  return {
    search: {
      asks,
      words: String(words.value),
      start,
      isScored: score !== undefined,
      ...(best !== undefined && { best }),
    },
    thing: iri === undefined ? { variable: String(thing?.value) } : { iri },
    ...(score !== undefined && { score: String(score.value) }),
  }
}

const typeOf = ({ langOrIri }: Node, { iriOf }: Resolver): string | undefined =>
  typeof langOrIri === 'object' ? iriOf(langOrIri) : undefined

/** The items of a collection `(a b)`: its triples are of its first and rest. */
const itemsOf = (node: Node | undefined): Node[] | undefined =>
  node?.type === 'tripleCollection' && node.subType === 'list'
    ? node.triples?.flatMap(({ predicate, object }) =>
        String(predicate?.value).endsWith('#first') && object ? object : [],
      )
    : undefined

/** Whether a text may seek words at all: most do not, and need no reading. */
export const maySeek = (text: string): boolean =>
  SEARCH_FUNCTIONS.some(({ name }) => text.includes(name)) || /function|\\u/i.test(text)
