/** Files that are no text, or hold several texts, each against its fixture: `UPDATE=1` rewrites what is expected. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { records } from '../../src/config/records.ts'
import type { Reading } from '../../src/document.ts'
import { comparable } from './comparable.ts'
import { readAll } from './context.ts'
import { falseEvidence } from './evidence.ts'

const folder = 'test/fixtures'
const names = readdirSync(folder).filter((name) => name.startsWith('file-'))

/** The texts that were made, then what was read in them. */
function shown(readings: readonly Reading[]): string {
  const texts = readings.filter(({ source }) => source.text !== '')
  const texted = texts.map(({ source: { part, mediaType, text } }) => `--- ${part ?? ''} (${mediaType})\n${text}\n`)
  const read = readings.map(({ source: _, ...reading }) => reading)
  return `${texted.join('')}\n${comparable(...read)}`
}

describe.each(names)('%s', async (name) => {
  const place = join(folder, name)
  const input = readdirSync(place).find((file) => file.startsWith('input.')) ?? ''
  const mappings = join(place, 'records.json')
  const readings = await readAll(
    { path: input, bytes: new Uint8Array(readFileSync(join(place, input))) },
    existsSync(mappings) ? { records: records(JSON.parse(readFileSync(mappings, 'utf8'))) } : {},
  )
  const expected = join(place, 'expected.txt')
  if (process.env.UPDATE !== undefined) writeFileSync(expected, shown(readings))

  test('gives the expected texts and records', () => {
    expect(existsSync(expected), `${expected} is missing; make it with UPDATE=1`).toBe(true)
    expect(shown(readings)).toBe(readFileSync(expected, 'utf8'))
  })

  test('shows the words of every value where they stand', () => {
    expect(readings.flatMap(falseEvidence)).toEqual([])
  })
})
