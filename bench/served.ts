/** A release, given or made of the sample, served on a free port by the real command: for what measures it from outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { say } from './table.ts'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')

export interface Served {
  readonly address: string
  /** Folder of the release. */
  readonly release: string
  readonly server: ChildProcess
  stop(): void
}

/** Serves the release in a folder, and says what it is and what it is measured on. */
export async function serveRelease(given: string | undefined): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-bench-'))
  const release = given ?? join(folder, 'release')
  if (given === undefined) {
    const build = ['build', 'data', '--out', release, '--quiet']
    const { status, stderr } = spawnSync(process.execPath, [cli, ...build], { cwd: root })
    if (status !== 0) throw new Error(String(stderr))
  }
  const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout.trim()
  const machine = `${availableParallelism()} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`
  const { counts } = JSON.parse(readFileSync(join(release, 'current/manifest.json'), 'utf8'))
  say(
    `Commit ${commit}, Node ${process.version}, ${machine}; ${counts.documents} documents, ${counts.triples} triples.`,
  )
  say()
  const port = 20_000 + (process.pid % 20_000)
  const address = `http://localhost:${port}`
  const flags = ['--port', String(port), '--query-rate', '0', '--quiet']
  const server = spawn(process.execPath, [cli, 'serve', release, ...flags], { stdio: 'ignore', cwd: root })
  // Also where a measurement fails.
  process.once('exit', () => server.kill())
  const answers = () =>
    fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error(`The server ended with ${server.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    address,
    release,
    server,
    stop: () => {
      server.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Slugs of the things of a kind, spread over the whole list. */
export function slugsOf(release: string, kind: string, most: number): readonly string[] {
  const lines = readFileSync(join(release, `current/lists/${kind}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n')
    .filter(Boolean)
  const step = Math.max(1, Math.floor(lines.length / most))
  return lines
    .filter((_, i) => i % step === 0)
    .slice(0, most)
    .map((line) => JSON.parse(line).slug as string)
}
