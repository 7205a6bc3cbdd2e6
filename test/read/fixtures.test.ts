/** Each form against its fixture: `UPDATE=1` rewrites the expected records, and the difference is read. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comparable } from './comparable.ts'
import { readText } from './context.ts'
import { falseEvidence } from './evidence.ts'

const folder = 'test/fixtures'
const names = readdirSync(folder).filter((name) => name.startsWith('read-'))

describe.each(names)('%s', (name) => {
  const reading = readText(readFileSync(join(folder, name, 'input.txt'), 'utf8'))
  const { form, documents, problems, ...rest } = reading
  const { source: _, ...listing } = rest
  const shown = comparable({ form, documents, ...listing, problems })
  const expected = join(folder, name, 'expected.json')
  if (process.env.UPDATE !== undefined) writeFileSync(expected, shown)

  test('gives the expected record', () => {
    expect(existsSync(expected), `${expected} is missing; make it with UPDATE=1`).toBe(true)
    expect(shown).toBe(readFileSync(expected, 'utf8'))
  })

  test('shows the words of every value where they stand', () => {
    expect(falseEvidence(reading)).toEqual([])
  })
})
