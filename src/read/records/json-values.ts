/** Where the records of a JSON text stand, and what one holds as columns. One broken record leaves the others. */
import type { Cell } from './record-text.ts'

/** A record as it stands in the text: the end exclusive, the line from 1. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly line: number
}

/** The objects of a text: one, the elements of an array, or one a line. What is cut off at the end counts as well. */
export function* objectsIn(text: string): Generator<Stretch> {
  yield* oneALine(text) ? lines(text) : elements(text)
}

/** JSON Lines: every line that is not blank begins an object, and the first is whole. */
function oneALine(text: string): boolean {
  const [first = '', second] = text.split('\n', 400).filter((line) => line.trim() !== '')
  return second?.trimStart().startsWith('{') === true && parsed(first) !== undefined
}

function* lines(text: string): Generator<Stretch> {
  let start = 0
  for (let line = 1; start < text.length; line++) {
    const at = text.indexOf('\n', start)
    const end = at === -1 ? text.length : at
    if (text.slice(start, end).trim() !== '') yield { start, end, line }
    start = end + 1
  }
}

const [QUOTE, ESCAPE, NEWLINE] = [0x22, 0x5c, 0x0a]
const OPENING = new Set([0x7b, 0x5b])
const CLOSING = new Set([0x7d, 0x5d])
const OBJECT = 0x7b

function* elements(text: string): Generator<Stretch> {
  let [depth, line, quoted] = [0, 1, false]
  let open: { start: number; line: number; depth: number } | undefined
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE) line++
    if (quoted) {
      if (code === ESCAPE) at++
      else if (code === QUOTE) quoted = false
    } else if (code === QUOTE) quoted = true
    else if (OPENING.has(code)) {
      if (open === undefined && code === OBJECT && depth < 2) open = { start: at, line, depth }
      depth++
    } else if (CLOSING.has(code)) {
      depth--
      if (open?.depth === depth) {
        yield { start: open.start, end: at + 1, line: open.line }
        open = undefined
      }
    }
  }
  if (open !== undefined) yield { start: open.start, end: text.length, line: open.line }
}

/** The value of a JSON text, or undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Levels of members and lists that a record may have. */
const DEEPEST = 32

/**
 * A record as columns: a member of a member is named by both, joined by a full stop; a list gives several values.
 * Undefined where it is nested too deep to be a record.
 */
export function cellsOf(record: object): Cell[] | undefined {
  const values = new Map<string, string[]>()
  const add = (value: unknown, column: string, depth: number): boolean => {
    if (depth > DEEPEST) return false
    if (value === null || value === undefined) return true
    if (Array.isArray(value)) return value.every((element) => add(element, column, depth + 1))
    const name = nameIn(value)
    if (name !== undefined) return add(name, column, depth + 1)
    if (typeof value === 'object')
      return Object.entries(value).every(([key, member]) =>
        add(member, column === '' ? key : `${column}.${key}`, depth + 1),
      )
    const known = values.get(column)
    if (known === undefined) values.set(column, [String(value)])
    else known.push(String(value))
    return true
  }
  if (!add(record, '', 0)) return undefined
  return [...values].map(([column, all]) => ({ column, values: all }))
}

/** Members in which reference managers keep the parts of a name: Zotero and the Citation Style Language. */
const NAMES = [
  ['lastName', 'firstName'],
  ['family', 'given'],
] as const

/** A name in two members as one, in the order of a catalogue. */
function nameIn(value: unknown): string | undefined {
  for (const [last, first] of NAMES) {
    const { [last]: family, [first]: given } = value as Readonly<Record<string, unknown>>
    if (typeof family !== 'string' || family === '') continue
    return typeof given === 'string' && given !== '' ? `${family}, ${given}` : family
  }
  return undefined
}

/** The list in a member of an object: `response.docs`. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name], value)
  return Array.isArray(found) ? found : []
}
