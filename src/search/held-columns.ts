/**
 * The columns of facets and days, held in memory (some 60 bytes a document): conditions on documents, and the counts of
 * what the found ones have, in one look at them all. Knows documents by their places, and no database but to read it.
 */
import { dateOf, dayOf } from './columns.ts'
import { FACETS, type Facet, MOST_ROLES, roleNumber } from './facets.ts'
import { type Database, NO_DAY } from './index-file.ts'
import type { Question } from './question.ts'

export interface Column {
  readonly facet: Facet
  readonly starts: Int32Array
  readonly members: Int32Array
}

export interface HeldColumns {
  /** Number of the first document; the others follow it. */
  readonly first: number
  readonly count: number
  readonly earliest: Int32Array
  readonly latest: Int32Array
  readonly facets: readonly Column[]
}

const numbers = (bytes: unknown): Int32Array =>
  bytes instanceof Uint8Array ? new Int32Array(bytes.slice().buffer) : new Int32Array()

export function readColumns(database: Database): HeldColumns {
  const days = database.get('SELECT * FROM days') as Record<string, unknown>
  const earliest = numbers(days['earliest'])
  const facets = FACETS.map((facet) => {
    const row = database.get('SELECT starts, members FROM facet WHERE name = ?', [facet.name])
    return { facet, starts: numbers(row?.['starts']), members: numbers(row?.['members']) }
  })
  return { first: Number(days['first']), count: earliest.length, earliest, latest: numbers(days['latest']), facets }
}

/** A condition on a document, by its place among the documents. */
export interface Condition {
  /** The facet of which one value is enough, or the dates: its own counts are made as if it were not there. */
  readonly of?: string
  holds(place: number): boolean
}

/** The name of the condition on dates. */
const DATES = 'dates'

/** What is sought as conditions, or what is wrong with it. */
export function conditionsOf(
  { chosen, role, from, to }: Question,
  { facets, earliest, latest }: HeldColumns,
  numberOf: (facet: string, key: string) => number | undefined,
): Condition[] | string {
  const conditions: Condition[] = []
  for (const [name, keys] of Object.entries(chosen)) {
    const column = facets.find(({ facet }) => facet.name === name)
    if (column === undefined) return `There is no facet ${name}.`
    const { facet, starts, members } = column
    const wanted: number[] = []
    for (const key of keys) {
      const number = numberOf(name, key)
      if (number === undefined) return `Nothing among the ${facet.label.toLowerCase()} of this collection is ${key}.`
      wanted.push(number)
    }
    const asked = name === 'person' && role !== undefined ? roleNumber(facet, role) : undefined
    if (asked === -1) return `There is no role ${role}. There are ${facet.roles.map((r) => r.name).join(', ')}.`
    const has = (place: number, number: number): boolean => {
      for (let i = starts[place] ?? 0; i < (starts[place + 1] ?? 0); i++) {
        const member = members[i] ?? 0
        if (Math.floor(member / MOST_ROLES) === number && (asked === undefined || member % MOST_ROLES === asked))
          return true
      }
      return false
    }
    if (wanted.length > 0)
      conditions.push(
        facet.joins === 'all'
          ? { holds: (place) => wanted.every((number) => has(place, number)) }
          : { of: name, holds: (place) => wanted.some((number) => has(place, number)) },
      )
  }
  if (from !== undefined || to !== undefined) {
    const [begin, end] = [from === undefined ? NO_DAY + 1 : dayOf(from), to === undefined ? 2 ** 31 : dayOf(to)]
    const holds = (place: number) => (latest[place] ?? NO_DAY) >= begin && (earliest[place] ?? 0) <= end
    conditions.push({ of: DATES, holds: (place) => latest[place] !== NO_DAY && holds(place) })
  }
  return conditions
}

export interface Counted {
  readonly isFound: Uint8Array
  total: number
  /** Of each facet, documents by the number of the value. */
  readonly values: readonly Map<number, number>[]
  readonly years: Map<number, number>
  undated: number
}

/**
 * One look at every document: whether it is found, and what it adds to which counts.
 * @param role in which people and bodies are counted; in any, where it is absent
 */
export function count(
  columns: HeldColumns,
  scores: Float64Array | undefined,
  conditions: readonly Condition[],
  role?: string,
): Counted {
  const { facets, earliest } = columns
  const values = facets.map(() => new Map<number, number>())
  const counted: Counted = { isFound: new Uint8Array(columns.count), total: 0, values, years: new Map(), undated: 0 }
  const roles = facets.map(({ facet }) =>
    facet.name === 'person' && role !== undefined ? roleNumber(facet, role) : undefined,
  )
  const increment = (counts: Map<number, number>, key: number) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let place = 0; place < columns.count; place++) {
    if (scores !== undefined && (scores[place] ?? -1) < 0) continue
    const failing = conditions.filter((condition) => !condition.holds(place))
    const [only] = failing
    if (failing.length > 1 || (only !== undefined && only.of === undefined)) continue
    if (only === undefined) {
      counted.isFound[place] = 1
      counted.total++
    }
    for (const [i, { facet, starts, members }] of facets.entries()) {
      if (only !== undefined && only.of !== facet.name) continue
      let last = -1
      for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
        const member = members[at] ?? 0
        if (roles[i] !== undefined && member % MOST_ROLES !== roles[i]) continue
        const number = Math.floor(member / MOST_ROLES)
        if (number !== last) increment(values[i] as Map<number, number>, number)
        last = number
      }
    }
    if (only !== undefined && only.of !== DATES) continue
    const day = earliest[place] ?? NO_DAY
    if (day === NO_DAY) counted.undated++
    else increment(counted.years, Number(dateOf(day).slice(0, 4)))
  }
  return counted
}
