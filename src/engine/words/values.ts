/** What was found, as the VALUES of a query. */
import type { Hit } from '../../search/read.ts'

/** What a search binds: a variable, or what one IRI has to be; and the variable of its score. */
export interface Bound {
  readonly thing: { readonly variable: string } | { readonly iri: string }
  readonly score?: string
  /** Where its VALUES may stand. */
  readonly at: number
}

/** What VALUES are made of: for each IRI the values of the scores. */
export interface Table {
  readonly at: number
  /** Absent where an IRI stands in place of a variable. */
  readonly variable?: string
  readonly scores: readonly string[]
  readonly rows: ReadonlyMap<string, readonly number[]>
}

export function tableOf({ thing, score, at }: Bound, hits: readonly Hit[]): Table {
  const own = 'iri' in thing ? hits.filter(({ iri }) => iri === thing.iri) : hits
  return {
    at,
    ...('variable' in thing && { variable: thing.variable }),
    scores: score === undefined ? [] : [score],
    rows: new Map(own.map((hit) => [hit.iri, score === undefined ? [] : [hit.score]])),
  }
}

/** One table for those that are joined by a variable: an engine would compare each row with each. */
export function together(tables: readonly Table[]): Table[] {
  const result: Table[] = []
  for (const table of tables) {
    const i = result.findIndex(
      ({ at, variable, scores }) =>
        at === table.at &&
        variable !== undefined &&
        variable === table.variable &&
        !scores.some((score) => table.scores.includes(score)),
    )
    const other = result[i]
    if (other === undefined) result.push(table)
    else result[i] = { ...other, scores: [...other.scores, ...table.scores], rows: inBoth(other.rows, table.rows) }
  }
  return result
}

const inBoth = (one: Table['rows'], other: Table['rows']): Table['rows'] =>
  new Map(
    [...one].flatMap(([iri, scores]) => {
      const more = other.get(iri)
      return more === undefined ? [] : [[iri, [...scores, ...more]] as const]
    }),
  )

/** What stands for searches: on one line, so that lines keep their numbers. */
export function written({ variable, scores, rows }: Table): string {
  if (variable === undefined && scores.length === 0) return rows.size > 0 ? '' : ' FILTER(false) '
  const variables = [...(variable === undefined ? [] : [variable]), ...scores]
  const values = [...rows].map(([iri, row]) => [...(variable === undefined ? [] : [`<${iri}>`]), ...row.map(decimal)])
  const [only, ...others] = variables
  return others.length === 0
    ? ` VALUES ?${only} { ${values.map(([value]) => value).join(' ')} } `
    : ` VALUES (${variables.map((name) => `?${name}`).join(' ')}) { ${values.map((row) => `(${row.join(' ')})`).join(' ')} } `
}

/** Four digits that count, as a decimal. */
const decimal = (score: number): string => {
  const digits = Number(score.toPrecision(4)).toFixed(12).replace(/0+$/, '')
  return digits.endsWith('.') ? `${digits}0` : digits
}
