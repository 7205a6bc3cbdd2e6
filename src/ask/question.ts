/** A question that a form asks, and the address that holds the whole of it: read from one, written to the other. */

import { daysOf } from './days.ts'
import type { Model, Property, Values } from './model.ts'

/** `has`: there has to be such a value; `no`: there must be none; `may`: it is shown where there is one. */
export type Mode = 'has' | 'may' | 'no'
export type Match = 'holds' | 'is' | 'begins'

export interface Condition {
  readonly property: string
  readonly mode: Mode
  /** Whether its value is a column of the answer. */
  readonly isShown: boolean
  /** Of a thing: words of its name, its class. */
  readonly named?: string
  readonly kind?: string
  /** A concept, a class, `yes` or `no`. */
  readonly of?: string
  /** Words that are sought, or that a text holds. */
  readonly words?: string
  readonly match?: Match
  /** Days, months, years, or numbers. */
  readonly from?: string
  readonly to?: string
  /** Of the thing that is the value. */
  readonly conditions: readonly Condition[]
}

/** A row for each combination of values, one for each thing, or how many things each combination has. */
export type Rows = 'each' | 'one' | 'count'

export interface Question {
  /** Name of a class. */
  readonly find: string
  readonly conditions: readonly Condition[]
  readonly rows: Rows
  /** Whether the addresses of things stand beside their names. */
  readonly hasAddresses: boolean
  /** Name of a column. */
  readonly order?: string
  readonly isDescending: boolean
  /** Rows; undefined for all. */
  readonly limit?: number
}

/** What is wrong, at which condition (`2.1`) and in which of its fields. */
export interface Fault {
  readonly at?: string
  readonly field?: 'from' | 'to'
  readonly message: string
}

export interface Reading {
  /** Undefined where nothing is sought yet. */
  readonly question?: Question
  readonly faults: readonly Fault[]
  /** The condition that has just been added: `2.1`. */
  readonly added?: string
}

/** Rows that can be chosen; the first is what is taken where nothing is chosen. */
export const LIMITS: readonly number[] = [100, 500, 1000, 2000]
const MODES: readonly string[] = ['has', 'may', 'no']
const MATCHES: readonly string[] = ['holds', 'is', 'begins']
const ROWS: readonly string[] = ['each', 'one', 'count']

/** A question has at most so many conditions, steps from what is sought, signs in a text. */
export const MOST_CONDITIONS = 20
export const MOST_STEPS = 4
const LONGEST_TEXT = 200

/** Fields of a condition that hold what somebody wrote. */
const TEXTS = ['named', 'words', 'from', 'to'] as const

/** Text of one line: what a form sends, without control signs and half signs. */
export const plainText = (text: string): string =>
  [...text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()].slice(0, LONGEST_TEXT).join('')

/** Reads the parameters of an address. */
export function readQuestion(parameters: URLSearchParams, model: Model): Reading {
  const find = parameters.get('find') ?? ''
  if (find === '') return { faults: [] }
  const sought = model.classNamed(find)
  if (sought === undefined) return { faults: [{ message: `“${plainText(find)}” is nothing that can be sought.` }] }

  const faults: Fault[] = []
  const removed = parameters.get('remove') ?? undefined
  const count = { left: MOST_CONDITIONS }
  const reader: Reader = { parameters, model, faults, removed, count, added: undefined }
  const conditions = readConditions(reader, '', [sought], 1, '')
  if (count.left < 0) faults.push({ message: `A question has ${MOST_CONDITIONS} conditions at most.` })
  const order = parameters.get('order') ?? ''
  return {
    question: {
      find,
      conditions,
      rows: among<Rows>(ROWS, parameters.get('rows')) ?? 'each',
      hasAddresses: parameters.has('addresses'),
      ...(/^\w{1,60}$/.test(order) && { order }),
      isDescending: parameters.has('down'),
      ...limitOf(parameters.get('limit')),
    },
    faults,
    ...(reader.added !== undefined && { added: reader.added }),
  }
}

function limitOf(written: string | null): { readonly limit?: number } {
  if (written === 'all') return {}
  const limit = Number(written)
  return { limit: Number.isInteger(limit) && limit > 0 ? Math.min(limit, 1_000_000) : (LIMITS[0] ?? 100) }
}

interface Reader {
  readonly parameters: URLSearchParams
  readonly model: Model
  readonly faults: Fault[]
  readonly removed: string | undefined
  readonly count: { left: number }
  added: string | undefined
}

/** Conditions whose numbers begin with a prefix: `2.` has `2.1`, `2.2`. @param kept the prefix after renumbering */
function readConditions(
  reader: Reader,
  prefix: string,
  classes: readonly string[],
  step: number,
  kept: string,
): readonly Condition[] {
  const { parameters } = reader
  const numbers = new Set<number>()
  for (const key of parameters.keys()) {
    const number = /^\d{1,3}$/.exec(key.startsWith(prefix) ? key.slice(prefix.length) : '')?.[0]
    if (number !== undefined) numbers.add(Number(number))
  }
  const conditions: Condition[] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const at = prefix + number
    if (reader.removed === at || --reader.count.left < 0) continue
    const condition = readCondition(reader, at, classes, step, `${kept}${conditions.length + 1}`)
    if (condition !== undefined) conditions.push(condition)
  }
  const wanted = parameters.get(`${prefix}add`) ?? ''
  const property = reader.model.property(classes, wanted)
  if (property !== undefined && --reader.count.left >= 0) {
    const isShown = property.values.kind !== 'search'
    conditions.push({ property: property.name, mode: 'has', isShown, conditions: [] })
    reader.added = `${kept}${conditions.length}`
  }
  return conditions
}

function readCondition(
  reader: Reader,
  at: string,
  classes: readonly string[],
  step: number,
  kept: string,
): Condition | undefined {
  const { parameters, model, faults } = reader
  const name = parameters.get(at) ?? ''
  const property = model.property(classes, name)
  if (property === undefined) {
    const sought = classes.map((iri) => model.label(iri)).join(' or ')
    faults.push({ message: `“${plainText(name)}” is nothing that can be asked of: ${sought}. It was left out.` })
    return undefined
  }
  const field = (key: string) => parameters.get(`${at}.${key}`) ?? ''
  const { values } = property
  const kinds = values.kind === 'things' ? model.kinds(values.classes) : []
  const kind = kinds.find((choice) => choice.name === field('kind'))
  const match = among<Match>(MATCHES, field('match'))
  const condition: Condition = {
    property: name,
    mode: among<Mode>(MODES, field('mode')) ?? 'has',
    isShown: parameters.has(`${at}.show`),
    ...Object.fromEntries(TEXTS.map((key) => [key, plainText(field(key))] as const).filter(([, text]) => text !== '')),
    ...(kind !== undefined && { kind: kind.name }),
    ...(isChoice(values, field('of')) && { of: field('of') }),
    ...(values.kind === 'text' && match !== undefined && match !== 'holds' && { match }),
    conditions:
      values.kind === 'things' && step < MOST_STEPS
        ? readConditions(reader, `${at}.`, valueClasses(model, values.classes, kind?.name), step + 1, `${kept}.`)
        : [],
  }
  for (const fault of faultsOf(property, condition)) faults.push({ at: kept, ...fault })
  return condition
}

/** The classes that a value may have: those of the property, or the one that was chosen below them. */
export function valueClasses(model: Model, classes: readonly string[], kind: string | undefined): readonly string[] {
  const chosen = model.kinds(classes).find(({ name }) => name === kind)
  return chosen === undefined ? classes : [chosen.iri]
}

const isChoice = (values: Values, name: string): boolean =>
  values.kind === 'truth'
    ? name === 'yes' || name === 'no'
    : (values.kind === 'concepts' || values.kind === 'classes') && values.choices.some((choice) => choice.name === name)

function faultsOf({ values, label }: Property, condition: Condition): readonly Fault[] {
  const isNumber = values.kind === 'number'
  if (!isNumber && values.kind !== 'period' && values.kind !== 'moment') return []
  return (['from', 'to'] as const).flatMap((field) => {
    const text = condition[field]
    if (text === undefined || (isNumber ? /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) : daysOf(text) !== undefined))
      return []
    const message = isNumber
      ? `“${text}” is no number (${label}).`
      : `“${text}” is no date (${label}): write a year, a month or a day, as 1950, 1950-05 or 1950-05-14.`
    return [{ field, message }]
  })
}

const among = <T extends string>(all: readonly string[], text: string | null): T | undefined =>
  text !== null && all.includes(text) ? (text as T) : undefined

/** The parameters of a question, in one order, what is not said left out. */
export function addressOf(question: Question): string {
  const parameters = new URLSearchParams({ find: question.find })
  write(parameters, question.conditions, '')
  if (question.rows !== 'each') parameters.set('rows', question.rows)
  if (question.hasAddresses) parameters.set('addresses', 'on')
  if (question.order !== undefined) parameters.set('order', question.order)
  if (question.isDescending) parameters.set('down', 'on')
  if (question.limit !== LIMITS[0]) parameters.set('limit', String(question.limit ?? 'all'))
  return parameters.toString()
}

function write(parameters: URLSearchParams, conditions: readonly Condition[], prefix: string): void {
  for (const [i, condition] of conditions.entries()) {
    const at = `${prefix}${i + 1}`
    parameters.set(at, condition.property)
    if (condition.mode !== 'has') parameters.set(`${at}.mode`, condition.mode)
    for (const key of ['kind', 'named', 'of', 'match', 'words', 'from', 'to'] as const) {
      const value = condition[key]
      if (value !== undefined) parameters.set(`${at}.${key}`, value)
    }
    if (condition.isShown) parameters.set(`${at}.show`, 'on')
    write(parameters, condition.conditions, `${at}.`)
  }
}
