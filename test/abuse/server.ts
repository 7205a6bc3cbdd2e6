/** The real command in a process of its own, with the sample built for it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const cli = join(root, 'dist/cli.js')

export interface Server {
  readonly address: string
  /** Resident memory, in MB. */
  memory(): number
  stop(): Promise<void>
}

/** @param flags of `dragoman serve` */
export async function startServer(flags: readonly string[]): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'dragoman-abuse-'))
  const port = 20_000 + (process.pid % 20_000)
  const address = `http://localhost:${port}`
  const build = spawnSync(process.execPath, [cli, 'build', 'data', '--out', folder, '--base', address, '--quiet'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (build.status !== 0) throw new Error(build.stderr)
  const server = spawn(process.execPath, [cli, 'serve', folder, '--port', String(port), '--base', address, ...flags], {
    cwd: root,
    stdio: 'ignore',
  })
  const isReady = () =>
    fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (server.exitCode !== null) throw new Error(`dragoman serve ${flags.join(' ')} ended with ${server.exitCode}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return {
    address,
    memory: () =>
      Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
