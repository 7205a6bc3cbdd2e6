/** P10, P22: what programs of other ecosystems read from the endpoint is what is in the data, to the last sign. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STRINGS } from '../serve/strings.ts'
import { startWorld, type World } from '../serve/world.ts'
import { type Results, readJson, readTsv } from '../sparql-results.ts'
import { run as runProgram } from './run.ts'
import { freePort } from './stores/store.ts'

const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3'
const QUERY = 'PREFIX a: <http://a/> SELECT ?o WHERE { ?s a:says ?o }'

let world: World
beforeAll(async () => {
  // The description of the service names its address, which is where some clients then go.
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const says = STRINGS.map((text, n) => `<http://a/s${n}> <http://a/says> ${JSON.stringify(text)} <http://a/g> .\n`)
  world = await startWorld(
    { base, port: String(port) },
    { generation: 'strings', base: `${base}/sparql`, parts: [{ text: says.join('') }] },
  )
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

/** What a program says that is told our endpoint. */
const run = (from: string, command: string, args: readonly string[], language = 'C.UTF-8') =>
  runProgram(from, command, args, { LANG: language, LC_ALL: language, ENDPOINT: `${world.address}/sparql`, QUERY })

const hex = (text: string): string => Buffer.from(text).toString('hex')
const ALL = STRINGS.map(hex).sort()
/** One value in hexadecimal digits of its UTF-8 a line: no terminal, locale or shell comes between. */
const linesOf = (said: string): string[] => said.replace(/\n$/, '').split('\n').sort()
const valuesOf = (results: Results): string[] =>
  'rows' in results ? results.rows.map((row) => hex(row.get('o')?.value ?? '?')).sort() : []

describe('Python', () => {
  const from = 'Debian has it in python3-rdflib, python3-sparqlwrapper, python3-pandas; PYTHON names another Python'
  const python = async (...lines: readonly string[]) => {
    const program = ['import os', 'endpoint, query = os.environ["ENDPOINT"], os.environ["QUERY"]', ...lines].join('\n')
    return linesOf(await run(from, PYTHON, ['-c', program]))
  }
  const SAY = 'print(value.encode("utf-8").hex())'

  test.each(['GET', 'POST', 'POST_FORM'])('rdflib, %s', async (method) => {
    const said = await python(
      'from rdflib.plugins.stores.sparqlstore import SPARQLStore',
      `store = SPARQLStore(endpoint, method="${method}")`,
      'for row in store.query(query):',
      '    value = str(row[0])',
      `    ${SAY}`,
    )
    expect(said).toEqual(ALL)
  })

  test.each([
    ['GET', 'URLENCODED'],
    ['POST', 'URLENCODED'],
    ['POST', 'POSTDIRECTLY'],
  ])('SPARQLWrapper, %s %s', async (method, request) => {
    const said = await python(
      'from SPARQLWrapper import SPARQLWrapper, JSON',
      'asked = SPARQLWrapper(endpoint)',
      `asked.setMethod("${method}"); asked.setRequestMethod("${request.toLowerCase()}")`,
      'asked.setReturnFormat(JSON); asked.setQuery(query)',
      'for row in asked.queryAndConvert()["results"]["bindings"]:',
      '    value = row["o"]["value"]',
      `    ${SAY}`,
    )
    expect(said).toEqual(ALL)
  })

  test('P22: rdflib joins our answers with SERVICE', async () => {
    const said = await python(
      'from rdflib import Graph, URIRef, Literal',
      'here = Graph()',
      'for n in range(3):',
      '    here.add((URIRef(f"http://a/s{n}"), URIRef("http://a/number"), Literal(n)))',
      'query = "SELECT ?s { ?s <http://a/number> ?n . SERVICE <" + endpoint + "> { ?s <http://a/says> ?o } }"',
      'for row in here.query(query):',
      '    value = str(row[0])',
      `    ${SAY}`,
    )
    expect(said).toEqual(['http://a/s0', 'http://a/s1', 'http://a/s2'].map(hex))
  })

  test('pandas, from an address alone', async () => {
    const said = await python(
      'import pandas, urllib.parse',
      'address = endpoint + "?format=csv&query=" + urllib.parse.quote(query)',
      'table = pandas.read_csv(address, keep_default_na=False, dtype=str, skip_blank_lines=False)',
      'for value in table.iloc[:, 0]:',
      `    ${SAY}`,
    )
    expect(said).toEqual(ALL)
  })
})

test.each(['C', 'C.UTF-8'])('R, package SPARQL, in the locale %s', async (language) => {
  const program = `suppressMessages(library(SPARQL))
found <- SPARQL(Sys.getenv("ENDPOINT"), Sys.getenv("QUERY"))$results
for (value in unlist(found)) cat(paste(charToRaw(value), collapse = ""), "\\n", sep = "")`
  const said = await run('Debian has it in r-cran-sparql', 'Rscript', ['-e', program], language)
  expect(linesOf(said)).toEqual(ALL)
})

test('Perl, RDF::Query::Client', async () => {
  const program = `use RDF::Query::Client; use Encode;
my $found = RDF::Query::Client->new($ENV{QUERY})->execute($ENV{ENDPOINT}) or die "no answer";
while (my $row = $found->next) { print unpack("H*", encode("UTF-8", $row->{o}->literal_value)), "\\n" }`
  const said = await run('Debian has it in librdf-query-client-perl, libxml-libxml-perl', 'perl', ['-e', program])
  expect(linesOf(said)).toEqual(ALL)
})

test('roqet, which encodes letters of the query', async () => {
  // It reads XML; what it writes as XML may not have every sign.
  const args = ['-q', '-p', `${world.address}/sparql`, '-r', 'tsv', '-e', QUERY]
  expect(valuesOf(readTsv(await run('Debian has it in rasqal-utils', 'roqet', args)))).toEqual(ALL)
})

test('curl', async () => {
  const address = `${world.address}/sparql`
  const args = ['-sS', '--fail', '-G', '--data-urlencode', `query=${QUERY}`, '-H', 'Accept: application/json', address]
  expect(valuesOf(readJson(await run('Debian has it in curl', 'curl', args)))).toEqual(ALL)
})

test('Perl, Attean', async () => {
  const program = `use Attean; use Attean::SPARQLClient; use Encode; use open ":std", ":encoding(UTF-8)";
my $found = Attean::SPARQLClient->new(endpoint => $ENV{ENDPOINT})->query($ENV{QUERY});
while (my $row = $found->next) { print unpack("H*", encode("UTF-8", $row->value("o")->value)), "\\n" }`
  expect(linesOf(await run('Debian has it in libattean-perl', 'perl', ['-e', program]))).toEqual(ALL)
})

test('P12: Perl, AtteanX::Store::SPARQL, which asks for a graph and for rows as one', async () => {
  const program = `use Attean; use Attean::RDF; use Encode;
my $store = Attean->get_store("SPARQL")->new(endpoint_url => $ENV{ENDPOINT});
my @pattern = (variable("s"), iri("http://a/says"), variable("o"));
print $store->count_triples(@pattern), "\\n";
my $found = $store->get_triples(@pattern);
while (my $triple = $found->next) { print unpack("H*", encode("UTF-8", $triple->object->value)), "\\n" }`
  const said = await run('Debian has it in libatteanx-store-sparql-perl', 'perl', ['-e', program])
  expect(said.split('\n', 1)).toEqual([String(STRINGS.length)])
  expect(linesOf(said.slice(said.indexOf('\n') + 1))).toEqual(ALL)
})

test('PHP, EasyRdf', async () => {
  const program = `require "EasyRdf/autoload.php";
$client = new EasyRdf\\Sparql\\Client(getenv("ENDPOINT"));
foreach ($client->query(getenv("QUERY")) as $row) echo bin2hex($row->o->getValue()), "\\n";`
  expect(linesOf(await run('Debian has it in php-cli, php-easyrdf', 'php', ['-r', program]))).toEqual(ALL)
})

describe('P22: Comunica', () => {
  const NUMBERS = STRINGS.map((_, n) => `<http://a/s${n}> <http://a/number> ${n} .\n`)
  const asked: string[] = []
  const hear = (request: IncomingMessage) => {
    if (request.method === 'GET') asked.push(new URL(request.url ?? '', world.address).searchParams.get('query') ?? '')
    else
      request.on('data', (piece: Buffer) => {
        asked.push(new URLSearchParams(piece.toString('utf8')).get('query') ?? '')
      })
  }
  /** The data of somebody else. */
  const other = createServer((_, response) => response.setHeader('Content-Type', 'text/turtle').end(NUMBERS.join('')))
  let data: string
  beforeAll(async () => {
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    data = `http://127.0.0.1:${(other.address() as AddressInfo).port}/numbers`
    world.server.on('request', hear)
  })
  afterAll(async () => {
    world.server.off('request', hear)
    other.closeAllConnections()
    await new Promise((resolve) => other.close(resolve))
  })
  const comunica = async (query: string, ...sources: readonly string[]): Promise<Results> => {
    asked.length = 0
    const from = 'npm ci --prefix test/interop brings it'
    const program = join(import.meta.dirname, 'node_modules/.bin/comunica-sparql')
    const args = [...sources, '-q', query, '-t', 'application/sparql-results+json']
    return readJson(await run(from, program, args))
  }

  test('finds by the description of the service what stands at an address', async () => {
    expect(valuesOf(await comunica(QUERY, `${world.address}/sparql`))).toEqual(ALL)
    expect(asked[0]).toBe('')
    expect(asked.length).toBeGreaterThan(1)
  })

  test('is told that it is an endpoint', async () => {
    expect(valuesOf(await comunica(QUERY, `sparql@${world.address}/sparql`))).toEqual(ALL)
    expect(asked).not.toContain('')
  })

  test('joins its data with ours by VALUES', async () => {
    const query = 'SELECT ?o { ?s <http://a/number> ?n ; <http://a/says> ?o }'
    const found = await comunica(query, data, `sparql@${world.address}/sparql`)
    expect(valuesOf(found)).toEqual(ALL)
    expect(asked.join('\n')).toMatch(/VALUES/)
  })

  test('joins its data with ours by SERVICE', async () => {
    const service = `SERVICE <${world.address}/sparql> { ?s <http://a/says> ?o }`
    const query = `SELECT ?o { ?s <http://a/number> ?n FILTER(?n < 3) ${service} }`
    expect(valuesOf(await comunica(query, data))).toEqual(STRINGS.slice(0, 3).map(hex).sort())
  })
})
