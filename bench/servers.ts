/**
 * Entities from Dragoman, Trifid and the Linked Data Fragments server, side by side over the same data, each on loopback.
 * Both are installed into a folder that goes again. Usage: node bench/servers.js
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { CELLS, CONNECTIONS, cellsOf, crawl } from './crawl.ts'
import { say, table } from './table.ts'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
const PACKAGES = ['trifid@5.3.0', 'trifid-handler-fetch', '@zazuko/trifid-entity-renderer', '@ldf/server@3.3.0']
const BASE = 'http://localhost:3000'
const FORMS = [
  ['text/turtle', 'ttl'],
  ['application/ld+json', 'jsonld'],
  ['application/rdf+xml', 'rdf'],
  ['application/n-triples', 'nt'],
  ['text/html', 'html'],
] as const
/** The fragments server knows these alone. */
const FRAGMENT_FORMS = ['text/turtle', 'application/n-triples', 'text/html']
/** Times that each document is asked for. */
const ROUNDS = 10

const folder = mkdtempSync(join(tmpdir(), 'dragoman-servers-'))
const release = join(folder, 'release')
const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args[0]}: ${stderr}`)
  return stdout
}
run(process.execPath, cli, 'build', 'data', '--out', release, '--base', BASE, '--quiet')
run('npm', 'install', '--silent', '--no-save', '--prefix', folder, ...PACKAGES)
const versions = Object.fromEntries(
  ['trifid', '@ldf/server'].map((name) => [
    name,
    (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version,
  ]),
)
const dump = join(release, 'current/dumps/all.nt')
const slugs = readFileSync(join(release, 'current/lists/document.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => (JSON.parse(line) as { slug: string }).slug)

interface Server {
  readonly name: string
  readonly port: number
  readonly command: readonly string[]
  readonly forms: readonly string[]
  /** Address of a document. */
  address(slug: string, ending: string): string
}

const first = 20_000 + (process.pid % 20_000)
const trifid = join(folder, 'trifid.yaml')
writeFileSync(
  trifid,
  `server:
  listener: { host: localhost, port: ${first + 1} }
  logLevel: error
globals:
  datasetBaseUrl: ${BASE}/
  endpoints: { default: { url: /query } }
plugins:
  handler-fetch:
    module: trifid-handler-fetch
    paths: /query
    config: { url: "${dump}", contentType: application/n-triples, baseIRI: ${BASE}/, graphName: ${BASE}/graph, unionDefaultGraph: true }
  entity-renderer:
    module: "@zazuko/trifid-entity-renderer"
    config: { ignorePaths: [/query] }
`,
)
const fragments = join(folder, 'ldf.json')
writeFileSync(
  fragments,
  JSON.stringify({
    '@context': 'https://linkedsoftwaredependencies.org/bundles/npm/@ldf/server/^3.0.0/components/context.jsonld',
    '@id': 'urn:ldf-server:my',
    import: 'preset-qpf:config-defaults.json',
    datasources: [
      {
        '@id': 'urn:ldf-server:sample',
        '@type': 'NTriplesDatasource',
        datasourceTitle: 'Sample',
        datasourcePath: 'sample',
        file: dump,
      },
    ],
  }),
)
const programs = join(folder, 'node_modules/.bin')
const SERVERS: readonly Server[] = [
  {
    name: 'Dragoman',
    port: first,
    command: [process.execPath, cli, 'serve', release, '--port', String(first), '--quiet'],
    forms: FORMS.map(([mediaType]) => mediaType),
    address: (slug) => `http://localhost:${first}/document/${slug}`,
  },
  {
    name: 'Trifid',
    port: first + 1,
    command: [process.execPath, join(programs, 'trifid'), '--config', trifid],
    forms: FORMS.map(([mediaType]) => mediaType),
    address: (slug) => `http://localhost:${first + 1}/id/document/${slug}`,
  },
  {
    name: 'LDF server',
    port: first + 2,
    command: [process.execPath, join(programs, 'ldf-server'), fragments, String(first + 2), '1'],
    forms: FRAGMENT_FORMS,
    address: (slug) =>
      `http://localhost:${first + 2}/sample?subject=${encodeURIComponent(`${BASE}/id/document/${slug}`)}`,
  },
]

async function start({ name, command, address }: Server): Promise<ChildProcess> {
  const [program = '', ...args] = command
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text))
  for (let tries = 0; tries < 600; tries++) {
    const text = await fetch(address(slugs[0] ?? '', ''), { headers: { accept: 'application/n-triples' } })
      .then((response) => (response.ok ? response.text() : ''))
      .catch(() => '')
    if (text.includes(slugs[0] ?? '')) return child
    if (child.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  child.kill()
  throw new Error(`${name} does not answer: ${said}`)
}

const commit = run('git', 'rev-parse', '--short', 'HEAD').trim()
const machine = `${availableParallelism()} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB`
say(
  `Commit ${commit}, Node ${process.version}, ${machine}. Trifid ${versions['trifid']}, LDF server ${versions['@ldf/server']}.`,
)
say()
say(`${slugs.length} documents, each ${ROUNDS} times over ${CONNECTIONS} connections:`)
say()
const rows: (string | number)[][] = []
for (const server of SERVERS) {
  const child = await start(server)
  try {
    for (const mediaType of server.forms) {
      const addresses = slugs.map((slug) => server.address(slug, ''))
      const round = Array.from({ length: ROUNDS }, () => addresses).flat()
      const headers = () => ({ accept: mediaType })
      const tags = new Map<string, string>()
      await crawl(addresses, headers, new Map(), child.pid)
      rows.push([`${server.name}, ${mediaType}`, ...cellsOf(await crawl(round, headers, new Map([]), child.pid))])
      await crawl(addresses, headers, tags, child.pid)
      const isTagged = tags.size > 0
      rows.push([
        `${server.name}, ${mediaType}, ${isTagged ? 'unchanged since (304)' : 'again: it sends no ETag'}`,
        ...cellsOf(await crawl(round, headers, tags, child.pid)),
      ])
    }
  } finally {
    child.kill()
    await new Promise((resolve) => child.once('exit', resolve))
  }
}
table(['server and form', ...CELLS], rows)
rmSync(folder, { recursive: true, force: true })
