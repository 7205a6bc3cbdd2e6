/** Each form against its fixture: `UPDATE=1` rewrites the expected records, and the difference is read. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Reading } from '../../src/document.ts'
import { readText } from './context.ts'
import { falseEvidence } from './evidence.ts'

const folder = 'test/fixtures'
const names = readdirSync(folder).filter((name) => name.startsWith('read-'))

/** The record as it is compared: without the text and its digests, empty lists left out, spans on one line. */
function comparable({ form, documents, listing, problems }: Reading): string {
  const brief = (key: string, value: unknown): unknown => {
    if (Array.isArray(value) && value.length === 0) return undefined
    if ((key === 'span' || key === 'text') && typeof value === 'object') return brief('zones', [value])
    if (key !== 'zones') return value
    const spans = (value as { start: number; end: number; zone: string }[]).map((s) => `${s.zone} ${s.start}-${s.end}`)
    return spans.join(', ')
  }
  return `${JSON.stringify({ form, documents, listing, problems }, brief, 2)}\n`
}

describe.each(names)('%s', (name) => {
  const reading = readText(readFileSync(join(folder, name, 'input.txt'), 'utf8'))
  const expected = join(folder, name, 'expected.json')
  if (process.env.UPDATE !== undefined) writeFileSync(expected, comparable(reading))

  test('gives the expected record', () => {
    expect(existsSync(expected), `${expected} is missing; make it with UPDATE=1`).toBe(true)
    expect(comparable(reading)).toBe(readFileSync(expected, 'utf8'))
  })

  test('shows the words of every value where they stand', () => {
    expect(falseEvidence(reading)).toEqual([])
  })
})
