/** Files of JSON records: one object, an array of them, JSON Lines, or a list in a member that the configuration names. */
import type { RecordsSettings } from '../../config.ts'
import type { Reading } from '../../document.ts'
import { problem } from '../../problem.ts'
import type { Input, ReadContext } from '../context.ts'
import { decode, digest } from '../source-text.ts'
import { columnProblems, note, unmapped } from './columns.ts'
import { recordReader } from './document.ts'
import { cellsOf, listAt, objectsIn, parsed } from './json-values.ts'
import type { Cell } from './record-text.ts'
import { knownShape, mappingFor } from './shape.ts'

const OPENS_OBJECT = /^[\s\ufeff]*\[?\s*\{\s*["}]/
const LOOKED_AT = 4096
const FORM = 'json-records'

/** Whether a text begins as JSON with an object. */
export function isJson(bytes: Uint8Array): boolean {
  return OPENS_OBJECT.test(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('utf8'))
}

/** Each record is a source text of its own. */
export function* readJson(input: Input, context: ReadContext): Generator<Reading> {
  const { source, problems, readable } = decode(input)
  const file = { input, form: FORM, mediaType: 'application/json', rawSha256: digest(input.bytes) }
  if (!readable) return yield note({ ...file, form: 'unrecognised' }, [...problems])
  const seen = new Set<string>()
  let shape = mappingFor(input, context)
  let read: ReturnType<typeof recordReader> | undefined
  let position = 0
  let broken = 0
  for (const { cells, reason, line } of recordsIn(source.text, shape?.list)) {
    if (cells === undefined) {
      broken++
      yield note(file, [problem('record-broken', { reason: reason ?? '' }, { path: input.path, line })])
      continue
    }
    const names = cells.map(({ column }) => column)
    shape ??= knownShape(cells)
    if (shape === undefined) return yield note({ ...file, form: 'unrecognised' }, [unmapped(input.path, names)])
    for (const name of names) seen.add(name)
    read ??= recordReader({ ...file, shape, context })
    yield read(cells, { position: ++position, ...(line !== undefined && { line }) })
  }
  const ofFile = shape === undefined || position === 0 ? [] : columnProblems({ ...file, shape, context }, seen)
  const none = position + broken === 0 ? [problem('records-none', {}, { path: input.path })] : []
  const all = [...problems, ...ofFile, ...none]
  if (all.length > 0) yield note(file, all)
}

interface FoundRecord {
  readonly cells?: readonly Cell[]
  readonly reason?: string
  /** Line of the file; unknown of a record in a member. */
  readonly line?: number
}

function* recordsIn(text: string, list: RecordsSettings['list']): Generator<FoundRecord> {
  for (const { start, end, line } of objectsIn(text)) {
    const value = parsed(text.slice(start, end))
    if (value === undefined) yield { reason: 'it is not valid JSON, or the file is cut off in it', line }
    else if (list !== undefined) for (const element of listAt(value, list)) yield found(element)
    else yield { ...found(value), line }
  }
}

function found(value: unknown): FoundRecord {
  if (typeof value !== 'object' || value === null) return { reason: 'it is no object' }
  const cells = cellsOf(value)
  return cells === undefined ? { reason: 'it is nested too deep' } : { cells }
}
