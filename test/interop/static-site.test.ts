/** The static site under nginx and Apache with the rules that come with it. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/rdf/formats.ts'
import { freePort } from './stores/store.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'site-'))
const site = join(folder, 'site')
/** The path of a page host that gives each project a folder. */
const PATH = '/archive'

const dragoman = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}
const DOCUMENT = 'wcda-112123'
let gone: string

beforeAll(() => {
  const release = join(folder, 'release')
  const registry = join(folder, 'registry.csv')
  const settings = ['--out', release, '--base', `http://localhost${PATH}`, '--registry', registry, '--quiet']
  dragoman('build', 'data', ...settings)
  const rows = readFileSync(registry, 'utf8').split('\n')
  gone = rows.find((row) => row.startsWith('19'))?.split(',')[0] ?? ''
  dragoman(
    'withdraw',
    `http://localhost${PATH}/id/document/${gone}`,
    release,
    '--reason',
    'A test.',
    ...settings.slice(2),
  )
  dragoman('export', release, '--out', site)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Carrier {
  readonly name: string
  /** @returns what ends it */
  start(port: number): Promise<() => Promise<void>>
}

/** Starts a program and waits until it answers. */
async function started(command: string, args: readonly string[], debian: string, port: number) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  for (let tries = 0; ; tries++) {
    const answers = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    )
    if (answers) break
    if (tries > 100) throw new Error(`${command} does not start (Debian has it in ${debian}): ${said}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return async () => {
    child.kill('SIGTERM')
    await ended
  }
}

const CARRIERS: readonly Carrier[] = [
  {
    name: 'nginx',
    start: (port) => {
      const www = join(folder, 'nginx')
      mkdirSync(www, { recursive: true })
      spawnSync('ln', ['-sfn', site, join(www, PATH.slice(1))])
      const rules = readFileSync(join(site, 'nginx.conf'), 'utf8')
        .replace('listen 8080', `listen 127.0.0.1:${port}`)
        .replace('root /srv/www', `root ${www}`)
      const file = join(folder, 'nginx.main.conf')
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
        (n) => `${n}_temp_path ${folder}/${n};`,
      )
      writeFileSync(
        file,
        `daemon off; pid ${folder}/nginx.pid; error_log stderr; worker_processes 1;${process.getuid?.() === 0 ? ' user root;' : ''}
events { } http { access_log off; ${temporary.join(' ')}
${rules} }`,
      )
      return started('nginx', ['-e', 'stderr', '-c', file], 'nginx-light', port)
    },
  },
  {
    name: 'Apache',
    start: (port) => {
      const www = join(folder, 'apache')
      mkdirSync(www, { recursive: true })
      spawnSync('ln', ['-sfn', site, join(www, PATH.slice(1))])
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'rewrite', 'headers']
      const file = join(folder, 'httpd.conf')
      writeFileSync(
        file,
        `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/httpd.pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/httpd.log
TypesConfig /etc/mime.types
DocumentRoot ${www}
<Directory />
  Options FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>`,
      )
      return started('apache2', ['-f', file, '-DFOREGROUND'], 'apache2-bin', port)
    },
  },
]

describe.each(CARRIERS)('$name with the rules of the site', ({ start }) => {
  let address: string
  let stop: () => Promise<void>
  beforeAll(async () => {
    const port = await freePort()
    stop = await start(port)
    address = `http://127.0.0.1:${port}${PATH}`
  })
  afterAll(() => stop?.())

  const ask = async (path: string, accept = '*/*') => {
    const response = await fetch(address + path, { headers: { accept }, redirect: 'manual' })
    const text = await response.text()
    const location = response.headers.get('location')
    const type = response.headers.get('content-type')?.split(';', 1)[0]
    return {
      status: response.status,
      type,
      text,
      location: location && new URL(location, address).pathname,
      headers: response.headers,
    }
  }

  test('303 from a thing to its page', async () => {
    expect(await ask('/id/person/kim-il-sung')).toMatchObject({ status: 303, location: `${PATH}/person/kim-il-sung` })
  })

  test.each(Object.values(FORMATS).map(({ mediaType, extension }) => [mediaType, extension] as const))(
    '%s by Accept and by ending',
    async (mediaType, ending) => {
      const chosen = await ask('/person/kim-il-sung', mediaType)
      const fixed = await ask(`/person/kim-il-sung.${ending}`)
      expect([chosen.status, chosen.type, fixed.status, fixed.type]).toEqual([200, mediaType, 200, mediaType])
      expect(chosen.text).toBe(fixed.text)
      expect(chosen.headers.get('vary')).toMatch(/accept/i)
      expect(chosen.headers.get('access-control-allow-origin')).toBe('*')
    },
  )

  test('a page for browsers, and for whoever takes anything', async () => {
    for (const accept of ['*/*', 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'])
      expect(await ask('/person/kim-il-sung', accept)).toMatchObject({ status: 200, type: 'text/html' })
    expect(await ask('/person/')).toMatchObject({ status: 200, type: 'text/html' })
    expect(await ask('/person/page-2.html')).toMatchObject({ status: 200, type: 'text/html' })
    expect(await ask('/')).toMatchObject({ status: 200, type: 'text/html' })
  })

  test('410 for what was withdrawn, 404 with a page for what never was', async () => {
    expect(await ask(`/id/document/${gone}`)).toMatchObject({ status: 410 })
    expect(await ask(`/document/${gone}`)).toMatchObject({ status: 410 })
    expect(await ask(`/document/${gone}.ttl`)).toMatchObject({ status: 410 })
    const missing = await ask('/document/never-was')
    expect(missing.status).toBe(404)
    expect(missing.text).toContain('There is nothing at this address')
  })

  test.each([
    ['/changes', 'application/activity+json'],
    ['/changes/1', 'application/activity+json'],
    ['/.well-known/api-catalog', 'application/linkset+json'],
    ['/.well-known/void', 'text/turtle'],
    ['/dumps/all.nt', 'application/n-triples'],
    ['/dumps/all.nq.gz', 'application/gzip'],
    [`/document/${DOCUMENT}.bib`, 'application/x-bibtex'],
    ['/graph/vocabulary', 'text/turtle'],
  ])('%s is %s', async (path, type) => {
    const found = await ask(path)
    expect([found.status, found.type, found.headers.get('content-encoding')]).toEqual([200, type, null])
  })
})
