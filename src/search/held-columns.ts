/**
 * The columns of facets and days, held in memory (some 140 bytes a document): conditions on documents, and the counts of
 * what the found ones have, in one look at them all. Knows documents by their places, and no database but to read it.
 */
import { dateOf, dayOf } from './columns.ts'
import { chosenValues, FACETS, type Facet, MOST_ROLES, roleNumber } from './facets.ts'
import { NO_DAY, type Reader } from './index-file.ts'
import type { Question } from './question.ts'

export interface Column {
  readonly facet: Facet
  readonly starts: Int32Array
  readonly members: Int32Array
  /** How many values there are. */
  readonly size: number
}

export interface HeldColumns {
  /** Number of the first document; the others follow it. */
  readonly first: number
  readonly count: number
  readonly earliest: Int32Array
  readonly latest: Int32Array
  /** The year of the first day; `NO_DAY` where there is none. */
  readonly years: Int32Array
  readonly facets: readonly Column[]
}

const numbers = (bytes: unknown): Int32Array =>
  bytes instanceof Uint8Array ? new Int32Array(bytes.slice().buffer) : new Int32Array()

export function readColumns(database: Reader): HeldColumns {
  const days = database.get('SELECT * FROM days') as Record<string, unknown>
  const earliest = numbers(days['earliest'])
  const facets = FACETS.map((facet) => {
    const row = database.get('SELECT starts, members FROM facet WHERE name = ?', [facet.name])
    const members = numbers(row?.['members'])
    const size = members.reduce((most, member) => Math.max(most, Math.floor(member / MOST_ROLES) + 1), 0)
    return { facet, starts: numbers(row?.['starts']), members, size }
  })
  const years = earliest.map((day) => (day === NO_DAY ? NO_DAY : Number(dateOf(day).slice(0, 4))))
  return {
    first: Number(days['first']),
    count: earliest.length,
    earliest,
    latest: numbers(days['latest']),
    years,
    facets,
  }
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
  { chosen, roles, from, to }: Question,
  { facets, earliest, latest }: HeldColumns,
  numberOf: (facet: string, key: string) => number | undefined,
): Condition[] | string {
  const unknown = Object.keys(chosen).find((name) => facets.every(({ facet }) => facet.name !== name))
  if (unknown !== undefined) return `There is no facet ${unknown}.`
  const { values, left } = chosenValues(chosen, roles)
  const known = [...new Set(values.flatMap(({ facet }) => facet.roles.map(({ name }) => name)))]
  if (left.length > 0 && known.length > 0)
    return `Nothing that is chosen is left to be in the role ${left[0]}. There are ${known.join(', ')}, one for each that is chosen, in their order.`
  const conditions: Condition[] = []
  for (const column of facets) {
    const { facet } = column
    const holding: Condition['holds'][] = []
    for (const { key, role } of values.filter((value) => value.facet === facet)) {
      const number = numberOf(facet.name, key)
      if (number === undefined) return `Nothing among the ${facet.label.toLowerCase()} of this collection is ${key}.`
      holding.push(holdsIn(column, number, role))
    }
    if (facet.joins === 'all') conditions.push(...holding.map((holds) => ({ holds })))
    else if (holding.length > 0)
      conditions.push({ of: facet.name, holds: (place) => holding.some((holds) => holds(place)) })
  }
  if (from !== undefined || to !== undefined) {
    const [begin, end] = [from === undefined ? NO_DAY + 1 : dayOf(from), to === undefined ? 2 ** 31 : dayOf(to)]
    const holds = (place: number) => (latest[place] ?? NO_DAY) >= begin && (earliest[place] ?? 0) <= end
    conditions.push({ of: DATES, holds: (place) => latest[place] !== NO_DAY && holds(place) })
  }
  return conditions
}

/** Whether a document has a value, in a role if one is asked: a value and its role are one number. */
function holdsIn({ facet, starts, members }: Column, number: number, role: string | undefined): Condition['holds'] {
  const asked = role === undefined ? undefined : roleNumber(facet, role)
  const least = number * MOST_ROLES + (asked ?? 0)
  const most = asked === undefined ? least + MOST_ROLES - 1 : least
  return (place) => {
    const end = starts[place + 1] ?? 0
    for (let i = starts[place] ?? 0; i < end; i++) {
      const member = members[i] ?? 0
      if (member >= least && member <= most) return true
    }
    return false
  }
}

export interface Counted {
  /** By place: 1 where the document is found. */
  readonly standings: Uint8Array
  readonly total: number
  /** Documents by the number of the value, by the name of its facet: of those that are asked for. */
  readonly values: ReadonlyMap<string, Uint32Array>
  readonly years: ReadonlyMap<number, number>
  readonly undated: number
}

/** A document that is not found, and one that is; else the number of the one condition that fails, and these two. */
const OUT = 0
export const FOUND = 1

/**
 * One look at every document: whether it is found, and what it adds to which counts.
 * @param sought by place: below 0 where a document has not the words; absent where none are sought
 * @param asked of which facets values are counted (all, where it is absent), and of which in one role alone
 */
export function count(
  columns: HeldColumns,
  sought: Float64Array | undefined,
  conditions: readonly Condition[],
  asked: Pick<Question, 'facets' | 'counted'>,
): Counted {
  const standings = new Uint8Array(columns.count)
  let total = 0
  for (let place = 0; place < columns.count; place++) {
    if (sought !== undefined && (sought[place] ?? -1) < 0) continue
    const standing = standingOf(place, conditions)
    standings[place] = standing
    if (standing === FOUND) total++
  }
  /** Documents that lack only what was chosen of this side count there too. */
  const standingFor = (of: string): number => {
    const own = conditions.findIndex((condition) => condition.of === of)
    return own === -1 ? FOUND : own + 2
  }
  const values = new Map<string, Uint32Array>()
  for (const column of columns.facets) {
    const { name } = column.facet
    if (asked.facets?.includes(name) === false) continue
    values.set(
      name,
      countValues(column, standings, standingFor(name), asked.counted?.facet === name ? asked.counted.role : undefined),
    )
  }
  return { standings, total, values, ...countYears(columns, standings, standingFor(DATES)) }
}

function standingOf(place: number, conditions: readonly Condition[]): number {
  let standing = FOUND
  for (let i = 0; i < conditions.length; i++) {
    const condition = conditions[i] as Condition
    if (condition.holds(place)) continue
    if (standing !== FOUND || condition.of === undefined) return OUT
    standing = i + 2
  }
  return standing
}

function countValues(
  { facet, starts, members, size }: Column,
  standings: Uint8Array,
  own: number,
  role: string | undefined,
): Uint32Array {
  const counts = new Uint32Array(size)
  const wanted = role === undefined ? -1 : roleNumber(facet, role)
  for (let place = 0; place < standings.length; place++) {
    const standing = standings[place]
    if (standing !== FOUND && standing !== own) continue
    const end = starts[place + 1] ?? 0
    let last = -1
    for (let at = starts[place] ?? 0; at < end; at++) {
      const member = members[at] ?? 0
      if (wanted !== -1 && member % MOST_ROLES !== wanted) continue
      const number = Math.floor(member / MOST_ROLES)
      if (number !== last) counts[number] = (counts[number] ?? 0) + 1
      last = number
    }
  }
  return counts
}

/** Documents of each value of a facet, by its number. */
export function countAll(column: Column): Uint32Array {
  const standings = new Uint8Array(column.starts.length - 1).fill(FOUND)
  return countValues(column, standings, FOUND, undefined)
}

function countYears({ years }: HeldColumns, standings: Uint8Array, own: number): Pick<Counted, 'years' | 'undated'> {
  const counts = new Map<number, number>()
  for (let place = 0; place < standings.length; place++) {
    const standing = standings[place]
    if (standing !== FOUND && standing !== own) continue
    const year = years[place] ?? NO_DAY
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const undated = counts.get(NO_DAY) ?? 0
  counts.delete(NO_DAY)
  return { years: counts, undated }
}
