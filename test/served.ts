/** The sample collection, built into a folder of its own and served by the real command: for tests from outside. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')

export interface Served {
  /** `http://localhost:PORT` */
  readonly address: string
  /** The release's folder. */
  readonly release: string
  stop(): Promise<void>
}

/** Builds `data/` and serves it on a free port, the base being the address in use. */
export async function serveSample(...flags: readonly string[]): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
  const release = join(folder, 'release')
  const port = 20_000 + (process.pid % 20_000)
  const address = `http://localhost:${port}`
  const build = spawnSync(process.execPath, [cli, 'build', 'data', '--out', release, '--base', address, '--quiet'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (build.status !== 0) throw new Error(`build ended with ${build.status}: ${build.stderr}`)
  const options = ['--port', String(port), '--base', address, '--queries', 'data/queries', ...flags]
  const server = spawn(process.execPath, [cli, 'serve', release, ...options], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await listening(server)
  return {
    address,
    release,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when the server says its address; rejects with what it said when it ends before. */
function listening(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk
      if (/http:\/\/\S+:\d+/.test(said)) resolve()
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)))
  })
}
