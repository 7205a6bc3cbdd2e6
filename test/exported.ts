/** The static site of a release, and a server that knows of files alone: no rules, no types but a few. */
import { spawnSync } from 'node:child_process'
import { createReadStream, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What the command says. */
export function exportSample(release: string, site: string): string {
  const args = ['dist/cli.js', 'export', release, '--out', site, '--config', 'data/dragoman.config.json']
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stderr
}

export interface FileServer {
  readonly address: string
  close(): Promise<void>
}

/** Browsers run no script and no WebAssembly of another type. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
}

export async function serveFiles(folder: string, port = 0): Promise<FileServer> {
  const server = createServer((req, res) => {
    const path = join(folder, decodeURI(new URL(req.url ?? '/', 'http://site.invalid').pathname))
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
    const file = isFolder ? join(path, 'index.html') : path
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return void res.writeHead(404).end()
    // LinkChecker asks no quicker than ten times a second who does not send its name.
    res.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream', LinkChecker: 'yes' })
    createReadStream(file).pipe(res)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
