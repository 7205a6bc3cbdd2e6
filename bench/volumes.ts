/**
 * Builds of whole printed volumes: one of them, all of them, all of them again. Each in a process of its own whose heap
 * is bounded, so that memory that grows with the collection would show as a fault.
 * Usage: node bench/volumes.js [FOLDER OF EPUB FILES]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Build } from './build.ts'
import { say, table } from './table.ts'

const root = join(import.meta.dirname, '..')
const folder = process.argv[2] ?? join(root, '../shared/corpora/frus')
/** Bound of the heap, in MB. */
const HEAP = 160

function build(out: string, inputs: readonly string[]): Build {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP}`, join(import.meta.dirname, 'build.js'), out, ...inputs],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Build
}

if (!existsSync(folder)) say(`There are no volumes in ${folder}: they are left out.`)
else {
  const work = mkdtempSync(join(tmpdir(), 'dragoman-volumes-'))
  const volumes = readdirSync(folder)
    .filter((name) => name.endsWith('.epub'))
    .sort()
    .map((name) => join(folder, name))
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB, heap of at most ${HEAP} MB`
  say(`Commit ${commit}, Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}, ${memory}.`)
  say()
  const one = build(join(work, 'one'), volumes.slice(0, 1))
  const all = build(join(work, 'all'), volumes)
  const again = build(join(work, 'all'), volumes)
  const stages = Object.keys(all.stages)
  table(
    ['build', 'documents', 'triples', ...stages.map((stage) => `${stage}, s`), 'seconds', 'documents/s', 'peak, MB'],
    (
      [
        ['one volume', one],
        [`${volumes.length} volumes`, all],
        ['the same again, unchanged', again],
      ] as const
    ).map(([name, built]) => [
      name,
      built.documents,
      built.triples,
      ...stages.map((stage) => built.stages[stage]?.toFixed(1) ?? ''),
      built.seconds.toFixed(1),
      Math.round(built.documents / built.seconds),
      built.megabytes,
    ]),
  )
  say(`Memory of all against one: ${(all.megabytes / one.megabytes).toFixed(2)} ×.`)
  say(`The first build against the unchanged one: ${(all.seconds / again.seconds).toFixed(0)} ×.`)
  rmSync(work, { recursive: true, force: true })
}
