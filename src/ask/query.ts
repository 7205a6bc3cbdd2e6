/** The query that a question is: SPARQL as one would write it by hand, every word of somebody else a string in it. */
import { dip } from '../rdf/vocabulary/dip.ts'
import { commentOf } from './literal.ts'
import type { Model } from './model.ts'
import { lowerFirst } from './names.ts'
import { type Column, createPatterns, type Patterns } from './patterns.ts'
import type { Question } from './question.ts'
import { sentenceOf } from './sentence.ts'

export interface Asked {
  /** What is asked, in words. */
  readonly sentence: string
  readonly query: string
  /** Names of the columns of the answer. */
  readonly columns: readonly string[]
  /** The columns of what is sought and of its name, where it is shown by name. */
  readonly named?: { readonly thing: string; readonly name: string }
}

/** @returns undefined where the question seeks nothing that there is. */
export function queryOf(question: Question, model: Model): Asked | undefined {
  const sought = model.classNamed(question.find)
  if (sought === undefined) return undefined
  const patterns = createPatterns(model, question)
  const thing = patterns.variable(lowerFirst(sought.slice(dip.iri.length)))
  const lines = [`?${thing} a ${patterns.term(sought)} .`]
  const own = question.rows === 'count' ? undefined : patterns.called(thing, [sought], lines)
  const found = question.conditions.flatMap((condition) => patterns.condition(thing, [sought], condition, lines))
  const select = selected(question, thing, own, found, patterns)
  const sentence = sentenceOf(question, model)
  const body = lines.map((line) => `  ${line.replaceAll('\n', '\n  ')}`)
  const query = [
    `# ${commentOf(sentence)}`,
    '',
    ...patterns.declarations(),
    '',
    `SELECT ${select.head} WHERE {`,
    ...body,
    '}',
    ...select.after,
    ...(question.limit === undefined ? [] : [`LIMIT ${question.limit}`]),
  ].join('\n')
  return { sentence, query, columns: select.columns, ...(own && { named: { thing, name: own.name } }) }
}

interface Selected {
  readonly head: string
  readonly columns: readonly string[]
  readonly after: readonly string[]
}

function selected(
  question: Question,
  thing: string,
  own: Column | undefined,
  found: readonly Column[],
  patterns: Patterns,
): Selected {
  const variables = (columns: readonly Column[]) => columns.map(({ name }) => `?${name}`)
  if (question.rows === 'count') {
    const number = patterns.variable(plural(thing))
    const columns = [...found.map(({ name }) => name), number]
    return {
      head: [...variables(found), `(COUNT(DISTINCT ?${thing}) AS ?${number})`].join(' '),
      columns,
      after: [...grouped(variables(found)), ...ordered(question, columns, `DESC(?${number})`, variables(found))],
    }
  }
  const fixed = [{ name: thing }, ...(own === undefined ? [] : [own])]
  const columns = [...fixed, ...found].map(({ name }) => name)
  const first = variables(fixed).at(-1) ?? ''
  if (question.rows === 'each' || found.length === 0)
    return {
      head: `DISTINCT ${variables([...fixed, ...found]).join(' ')}`,
      columns,
      after: ordered(question, columns, first, variables(found)),
    }
  const joined = found.map(
    ({ name, from }) => `(GROUP_CONCAT(DISTINCT STR(?${from ?? name}); separator=" · ") AS ?${name})`,
  )
  return {
    head: [...variables(fixed), ...joined].join('\n       '),
    columns,
    after: [...grouped(variables(fixed)), ...ordered(question, columns, first, [])],
  }
}

const grouped = (variables: readonly string[]) => (variables.length === 0 ? [] : [`GROUP BY ${variables.join(' ')}`])

function ordered(
  { order, isDescending }: Question,
  columns: readonly string[],
  first: string,
  others: readonly string[],
): readonly string[] {
  const chosen = order !== undefined && columns.includes(order) ? `?${order}` : first
  const by = isDescending ? (chosen.startsWith('DESC(') ? chosen.slice(4) : `DESC(${chosen})`) : chosen
  return [`ORDER BY ${[by, ...others.filter((variable) => variable !== chosen)].join(' ')}`]
}

/** `archivalUnit` → `archivalUnits`, `corporateBody` → `corporateBodies`. */
const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)
