/**
 * The SPARQL service: start and memory of the embedded engine by the number of triples, and how many questions the
 * served sample answers to how many clients. Usage: node bench/service.js
 */
import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { say, table } from './table.ts'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
const BASE = 'http://localhost:3000'
const MILLIONS = [0.1, 1, 5]
const CLIENTS = [1, 8, 64]
/** Of each measurement of clients, in seconds. */
const TIME = 8

/** The statements of a release over and over, each time about other things, until there are so many. */
async function multiply(source: string, target: string, triples: number): Promise<void> {
  const lines = readFileSync(source, 'utf8').trimEnd().split('\n')
  const out = createWriteStream(target)
  for (let written = 0, copy = 0; written < triples; written += lines.length, copy++) {
    const text = lines
      .slice(0, triples - written)
      .map((line) => line.replaceAll(`<${BASE}/`, `<${BASE}/${copy}/`))
      .join('\n')
    if (!out.write(`${text}\n`)) await new Promise<void>((resolve) => out.once('drain', () => resolve()))
  }
  out.end()
  await finished(out)
}

/** In a process of its own: seconds until the first answer, megabytes of a thread and of the process. */
function load(path: string): { readonly seconds: number; readonly thread: number; readonly process: number } {
  const code = `
    import { startThread } from ${JSON.stringify(join(root, 'dist/engine/embedded/thread.js'))}
    const start = performance.now()
    const thread = await startThread({ parts: [{ path: ${JSON.stringify(path)} }], manner: { base: '${BASE}/sparql', union: true } })
    await thread.run({ text: 'ASK {}', types: { bindings: '', boolean: 'text/csv', graph: '' }, maxRows: 1, maxBytes: 100 })
    const seconds = (performance.now() - start) / 1000
    console.log(JSON.stringify({ seconds, thread: thread.memory / 1e6, process: process.memoryUsage.rss() / 1e6 }))
    await thread.stop()`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}

const queries = readdirSync(join(root, 'data/queries'))
  .filter((name) => /^(01|02|03|05|06|09|12|17|22|28)-.*\.rq$/.test(name))
  .map((name) => readFileSync(join(root, 'data/queries', name), 'utf8'))

/** Clients that ask one question after the other: answers a second, and milliseconds of the median and of 95 of 100. */
async function ask(address: string, clients: number, isNew: boolean) {
  const times: number[] = []
  const end = performance.now() + TIME * 1000
  let asked = 0
  const client = async (name: number) => {
    while (performance.now() < end) {
      // A comment makes it a question that nobody has asked before.
      const query = `${queries[asked++ % queries.length]}${isNew ? `\n# ${asked}` : ''}`
      const start = performance.now()
      const response = await fetch(`${address}/sparql`, {
        method: 'POST',
        headers: { 'user-agent': `client ${name}`, accept: 'application/sparql-results+json' },
        body: new URLSearchParams({ query }),
      })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${response.status} for ${query}`)
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: clients }, (_, name) => client(name)))
  times.sort((a, b) => a - b)
  const at = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1)
  return { rate: Math.round(times.length / TIME), median: at(0.5), p95: at(0.95) }
}

const folder = mkdtempSync(join(tmpdir(), 'dragoman-service-'))
const release = join(folder, 'release')
const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()
const machine = `${availableParallelism()} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`
say(`Commit ${commit}, Node ${process.version}, ${machine}.`)
say()
const built = spawnSync(process.execPath, [cli, 'build', 'data', '--out', release, '--quiet'], { cwd: root })
if (built.status !== 0) throw new Error(String(built.stderr))

say('A thread of the embedded engine, from its start to its first answer:')
say()
const loads = []
for (const millions of MILLIONS) {
  const path = join(folder, 'many.nq')
  await multiply(join(release, 'current/dumps/all.nq'), path, millions * 1e6)
  loads.push([millions, load(path)] as const)
  rmSync(path)
}
table(
  ['million triples', 'seconds', 'memory of the data, MB', 'bytes a triple', 'process, MB'],
  loads.map(([millions, { seconds, thread, process: all }]) => [
    millions,
    seconds.toFixed(1),
    Math.round(thread),
    Math.round(thread / millions),
    Math.round(all),
  ]),
)

say('Ten typical questions to the served sample, in turn:')
say()
const port = 20_000 + (process.pid % 20_000)
const address = `http://localhost:${port}`
const flags = ['--port', String(port), '--query-rate', '0', '--query-queue', '128', '--quiet']
const server = spawn(process.execPath, [cli, 'serve', release, ...flags], { stdio: 'ignore', cwd: root })
while (
  !(await fetch(`${address}/health`).then(
    ({ ok }) => ok,
    () => false,
  ))
)
  await new Promise((resolve) => setTimeout(resolve, 50))
await ask(address, 4, true)
const rows: (string | number)[][] = []
for (const isNew of [true, false])
  for (const clients of CLIENTS) {
    const { rate, median, p95 } = await ask(address, clients, isNew)
    rows.push([isNew ? 'never asked before' : 'asked before', clients, rate, median, p95])
  }
table(['questions', 'clients', 'answers a second', 'median, ms', 'p95, ms'], rows)
server.kill()
rmSync(folder, { recursive: true, force: true })
