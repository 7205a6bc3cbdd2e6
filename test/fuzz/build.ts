/** Mutated files between good ones in a real build: the good ones are read and made as if they were alone. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSettings } from '../../dist/config.js'
import { publish } from '../../dist/publish.js'
import type { Case } from './cases.ts'

const GOOD = 'data/documents'

/** Builds with the given cases among the good files. Sentences say what went wrong. */
export async function buildAmong(cases: readonly Case[]): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), 'fuzz-'))
  try {
    const data = join(root, 'data')
    mkdirSync(data)
    const good = readdirSync(GOOD)
    cpSync(GOOD, data, { recursive: true })
    // Between the good ones by name, so that each comes before and after some.
    for (const { number, bytes } of cases) writeFileSync(join(data, `${1940 + (number % 60)}-${number}.bin`), bytes)
    const { settings } = loadSettings({ environment: {}, cwd: root })
    const { problems, manifest } = await publish([data], { settings })
    const faults = problems
      .filter(({ code }) => code === 'internal-fault')
      .map(({ path, message }) => `${path}: ${message}`)
    const outcomes = new Map(manifest?.inputs.map(({ path, outcome }) => [path.split('/').at(-1), outcome]))
    // A mutated page of the same record may make a document that does not conform: then the report says so.
    const told = new Set(
      problems.filter(({ code }) => code === 'shape-violation').map(({ path }) => path?.split('/').at(-1)),
    )
    const lost = good.filter((name) => (outcomes.get(name) ?? 'rejected') === 'rejected' && !told.has(name))
    return [...faults, ...lost.map((name) => `${name} was lost among ${cases.map(({ number }) => number).join(', ')}`)]
  } catch (error) {
    return [`the build ended: ${(error as Error).stack}`]
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
