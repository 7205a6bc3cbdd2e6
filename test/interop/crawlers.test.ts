/** Crawlers and validators of others at the served sample: D16, G05, no broken link, the same graph for each reader. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/rdf/formats.ts'
import { tripleLine } from '../../src/rdf/nquads.ts'
import { parse } from '../../src/rdf/parse.ts'
import { exportSample, serveFiles } from '../exported.ts'
import { type Served, serveSample } from '../served.ts'
import { run, tryRun } from './run.ts'

const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3'
const folder = mkdtempSync(join(tmpdir(), 'crawlers-'))
const DOCUMENT = '/document/wcda-112123'
let served: Served
beforeAll(async () => {
  served = await serveSample('--query-rate', '0')
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('D16: wget -N takes everything once and nothing the second time', async () => {
  const paths = [
    '/dumps/all.nt.gz',
    '/dumps/all.ttl',
    '/dumps/SHA256SUMS',
    '/edges.csv',
    `${DOCUMENT}.ttl`,
    '/dataset.ttl',
  ]
  const into = join(folder, 'wget')
  const again = () =>
    tryRun('Debian has it in wget', 'wget', [
      '-N',
      '-nv',
      '-x',
      '-P',
      into,
      ...paths.map((path) => served.address + path),
    ])
  const first = await again()
  expect(first.err.match(/ -> "/g)).toHaveLength(paths.length)
  const second = await again()
  expect(second.status).toBe(0)
  expect(second.err).not.toContain(' -> "')
})

test('LinkChecker finds no broken link on the whole site, as files', { timeout: 300_000 }, async () => {
  const site = join(folder, 'site')
  exportSample(served.release, site)
  const files = await serveFiles(site)
  const settings = join(folder, 'linkcheckerrc')
  writeFileSync(settings, '[checking]\nmaxrequestspersecond=10000\nthreads=8\n[filtering]\ncheckextern=0\n')
  const report = join(folder, 'links.csv')
  // It becomes another user, who writes into a file that is there.
  writeFileSync(report, '', { mode: 0o666 })
  chmodSync(folder, 0o755)
  chmodSync(report, 0o666)
  const args = ['-f', settings, '--no-status', '--verbose', '-o', 'none', '-F', `csv/utf-8/${report}`, '-r', '-1']
  const { status } = await tryRun('Debian has it in linkchecker', 'linkchecker', [...args, `${files.address}/`])
  await files.close()
  const rows = readFileSync(report, 'utf8').split('\n')
  expect(rows.filter((row) => row.includes(';False;')).slice(0, 5)).toEqual([])
  expect(status).toBe(0)
  expect(rows.length).toBeGreaterThan(3000)
})

test('G05: a Signposting client finds what the page is, its data and its licence', async () => {
  const packages = join(folder, 'python')
  mkdirSync(packages)
  const from = 'the Python Package Index has it as signposting'
  await run(from, 'python3', ['-m', 'pip', 'install', '--quiet', '--target', packages, 'signposting==0.9.9'])
  const program = [
    'import sys, json, signposting',
    'found = signposting.find_signposting_http(sys.argv[1])',
    'targets = lambda links: sorted(link.target for link in links)',
    'types = sorted(str(link.type) for link in found.describedBy)',
    'print(json.dumps({"citeAs": found.citeAs.target, "types": targets(found.types), "license": found.license.target,',
    '  "describedBy": types, "collection": found.collection.target, "linkset": targets(found.linksets)}))',
  ].join('\n')
  const said = await run(from, 'python3', ['-c', program, served.address + DOCUMENT], { PYTHONPATH: packages })
  const found = JSON.parse(said) as Record<string, unknown>
  expect(found).toMatchObject({
    citeAs: `${served.address}/id${DOCUMENT}`,
    license: 'https://creativecommons.org/publicdomain/zero/1.0/',
    collection: `${served.address}/dataset`,
  })
  expect(found['types']).toContain('https://schema.org/AboutPage')
  expect(found['describedBy']).toEqual(expect.arrayContaining(Object.values(FORMATS).map(({ mediaType }) => mediaType)))
})

describe('an entity is the same graph to each reader, asked for by its own IRI', () => {
  let expected: readonly string[]
  beforeAll(async () => {
    const text = await (await fetch(`${served.address}${DOCUMENT}.nt`)).text()
    expected = [...new Set((await parse(text, 'ntriples')).map(tripleLine))].sort()
  })
  const lines = async (text: string) => [...new Set((await parse(text, 'ntriples')).map(tripleLine))].sort()
  const iri = () => `${served.address}/id${DOCUMENT}`

  test('rapper', async () => {
    const said = await run('Debian has it in raptor2-utils', 'rapper', ['-q', '-g', '-o', 'ntriples', iri()])
    expect(await lines(said)).toEqual(expected)
  })

  test('rdflib', async () => {
    const program = 'import sys, rdflib; print(rdflib.Graph().parse(sys.argv[1]).serialize(format="nt"))'
    const said = await run('Debian has it in python3-rdflib', PYTHON, ['-c', program, iri()])
    expect(await lines(said)).toEqual(expected)
  })

  test('RDF::Trine', async () => {
    const program = `use RDF::Trine; use RDF::Trine::Parser; binmode STDOUT, ":utf8";
my $model = RDF::Trine::Model->temporary_model;
RDF::Trine::Parser->parse_url_into_model($ARGV[0], $model);
print RDF::Trine::Serializer->new("ntriples")->serialize_model_to_string($model);`
    const said = await run('Debian has it in librdf-trine-perl', 'perl', ['-e', program, iri()])
    expect(await lines(said)).toEqual(expected)
  })

  test('Comunica', async () => {
    const command = join(import.meta.dirname, 'node_modules/.bin/comunica-sparql')
    const query = 'CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }'
    const args = [iri(), '-q', query, '-t', 'application/n-triples']
    expect(await lines(await run('npm ci --prefix test/interop brings it', command, args))).toEqual(expected)
  })
})
