/**
 * Where the time and the memory go: stages of the conversion, whole builds, queries, start-up. All in one run on one
 * machine, so that the ratios hold where the figures do not. Usage: node bench/run.js [documents]
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { writeCollection } from './collection.ts'
import { measureQueries } from './queries.ts'
import { measureStages } from './stages.ts'
import { say, table } from './table.ts'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
/** Says at the end how much memory the process has used. */
const PEAK =
  'data:text/javascript,process.on("exit",()=>console.error("peak memory: " + process.resourceUsage().maxRSS + " KiB"))'
const size = Number(process.argv[2] ?? 400)
const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))

/** Runs the command in a process of its own: seconds, and the largest resident memory in MB. */
function run(...args: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, ['--import', PEAK, cli, ...args], {
    encoding: 'utf8',
    cwd: folder,
  })
  const seconds = (performance.now() - start) / 1000
  const peak = /^peak memory: (\d+) KiB$/m.exec(stderr)?.[1]
  if (peak === undefined || (status ?? 3) > 1) throw new Error(stderr)
  return { seconds, megabytes: Math.round(Number(peak) / 1024) }
}

/** Seconds from the start of the server to its first answer. */
async function startUp(release: string): Promise<number> {
  const port = 20_000 + (process.pid % 20_000)
  const start = performance.now()
  const server = spawn(process.execPath, [cli, 'serve', release, '--port', String(port), '--quiet'], {
    stdio: 'ignore',
  })
  try {
    for (;;) {
      const answered = await fetch(`http://localhost:${port}/sparql?query=ASK%7B%7D`)
        .then(({ ok }) => ok)
        .catch(() => false)
      if (answered) return (performance.now() - start) / 1000
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    server.kill()
  }
}

const small = join(folder, 'small')
const large = join(folder, 'large')
const documents = writeCollection(small, size)
const manifold = writeCollection(large, 4 * size)
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()

say(
  `Commit ${commit}, Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${documents} documents.`,
)
say()
say('Stages, one thread:')
say()
const stages = await measureStages(small)
const whole = stages.reduce((sum, { seconds }) => sum + seconds, 0)
table(
  ['stage', 'ms per document', 'documents per second', 'share'],
  stages.map(({ stage, seconds }) => [
    stage,
    ((1000 * seconds) / documents).toFixed(2),
    Math.round(documents / seconds),
    `${Math.round((100 * seconds) / whole)} %`,
  ]),
)
say('Whole builds:')
say()
const release = join(folder, 'release')
const builds = [
  ['one thread', documents, run('build', small, '--out', release, '--jobs', '1', '--quiet')],
  ['two threads', documents, run('build', small, '--out', join(folder, 'two'), '--jobs', '2', '--quiet')],
  ['the same again, unchanged', documents, run('build', small, '--out', release, '--jobs', '1', '--quiet')],
  ['four times the documents', manifold, run('build', large, '--out', join(folder, 'four'), '--jobs', '1', '--quiet')],
] as const
const [, , first] = builds[0]
table(
  ['build', 'documents', 'seconds', 'documents per second', 'peak memory, MB', 'memory against the first'],
  builds.map(([name, n, { seconds, megabytes }]) => [
    name,
    n,
    seconds.toFixed(1),
    Math.round(n / seconds),
    megabytes,
    `${(megabytes / first.megabytes).toFixed(2)} ×`,
  ]),
)
say('Queries, warm, median of 15:')
say()
const queries = readdirSync(join(root, 'data/queries'))
  .filter((name) => /^(01|02|03|05|06|09|12|17|22|28)-.*\.rq$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(root, 'data/queries', name), 'utf8') }))
const measured = await measureQueries(release, queries)
const least = measured[0]?.milliseconds ?? 1
table(
  ['query', 'rows', 'ms', 'against `ASK {}`'],
  measured.map(({ name, rows, milliseconds }) => [
    name,
    rows,
    milliseconds.toFixed(1),
    `${(milliseconds / least).toFixed(1)} ×`,
  ]),
)
say(`Start of the server to its first answer: ${(await startUp(release)).toFixed(1)} s.`)
rmSync(folder, { recursive: true, force: true })
