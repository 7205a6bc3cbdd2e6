/** Every dump, read by parsers that are not ours: rapper (Raptor) and serdi (Serd). */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
const dumps = join(folder, 'release/current/dumps')

function run(command: string, ...args: readonly string[]): { readonly out: string; readonly err: string } {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (error !== undefined)
    throw new Error(`${command} could not be run (${error.message}). Debian has it in raptor2-utils, serdi.`)
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`)
  return { out: stdout, err: stderr }
}

const distinct = (lines: string): number => new Set(lines.split('\n').filter((line) => line !== '')).size
const expected = (name: string): number => distinct(readFileSync(join(dumps, `${name}.nt`), 'utf8'))

beforeAll(() => {
  run(process.execPath, 'dist/cli.js', 'build', 'data', '--out', join(folder, 'release'), '--quiet')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.each(['all', 'stated'])('%s', (name) => {
  test.each([
    ['nt', 'ntriples'],
    ['ttl', 'turtle'],
    ['rdf', 'rdfxml'],
    ['nq', 'nquads'],
  ])('rapper reads %s to the same triples, without a warning', (ending, format) => {
    const { out, err } = run('rapper', '-q', '-i', format, '-o', 'ntriples', join(dumps, `${name}.${ending}`))
    expect(err).toBe('')
    expect(distinct(out)).toBe(expected(name))
  })

  test.each([
    ['nt', 'NTriples'],
    ['ttl', 'Turtle'],
    ['nq', 'NQuads'],
    ['trig', 'TriG'],
  ])('serdi reads %s to the same triples', (ending, format) => {
    const { out } = run('serdi', '-i', format, '-o', 'NTriples', join(dumps, `${name}.${ending}`))
    expect(distinct(out)).toBe(expected(name))
  })
})

test('the checksums are right', () => {
  expect(run('sh', '-c', `cd ${dumps} && sha256sum --quiet -c SHA256SUMS`).out).toBe('')
})
