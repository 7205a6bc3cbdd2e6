/** O13: what harvesters of other ecosystems take from `/oai`: every record once, those that are gone too. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { common, documentIri, documents, type Harvested, startHarvested } from '../serve/oai-world.ts'
import { run as runProgram } from './run.ts'

const COUNT = 230
let world: Harvested
beforeAll(async () => {
  world = await startHarvested([...common(), ...documents(COUNT)])
  await world.publish([...common(), ...documents(COUNT - 1)], 2)
})
afterAll(async () => {
  expect(world.faults).toEqual([])
  await world.close()
})

/** What a program says that is told our address. */
const run = (from: string, command: string, args: readonly string[]) =>
  runProgram(from, command, args, { ADDRESS: `${world.address}/oai` })

const ALL = Array.from({ length: COUNT }, (_, index) => documentIri(index + 1)).sort()
const GONE = documentIri(COUNT)

test.each(['oai_dc', 'mods', 'rdf'])('Catmandu, %s', async (prefix) => {
  const from = 'Debian has it in libcatmandu-oai-perl'
  const source = ['convert', 'OAI', '--url', `${world.address}/oai`, '--metadataPrefix', prefix]
  const handler = prefix === 'oai_dc' ? [] : ['--handler', 'raw']
  const said = await run(from, 'catmandu', [...source, ...handler, 'to', 'JSON', '--line_delimited', '1'])
  const records = said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { _id: string; _status?: string })
  expect(records.map(({ _id }) => _id).sort()).toEqual(ALL)
  expect(records.filter(({ _status }) => _status === 'deleted').map(({ _id }) => _id)).toEqual([GONE])
})

test('HTTP::OAI, Perl', async () => {
  const program = `use HTTP::OAI;
my $harvester = HTTP::OAI::Harvester->new(baseURL => $ENV{ADDRESS}, resume => 0);
my $token; my %arguments = (metadataPrefix => "oai_dc");
while (1) {
  my $page = $harvester->ListRecords(%arguments);
  die $page->message if $page->is_error;
  while (my $record = $page->next) { print $record->identifier, " ", ($record->is_deleted ? "deleted" : "there"), "\\n" }
  $token = $page->resumptionToken;
  last unless $token && $token->resumptionToken;
  %arguments = (resumptionToken => $token->resumptionToken);
}`
  const said = await run('Debian has it in libhttp-oai-perl', 'perl', ['-e', program])
  const rows = said
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
  expect(rows.map(([identifier]) => identifier).sort()).toEqual(ALL)
  expect(rows.filter(([, state]) => state === 'deleted').map(([identifier]) => identifier)).toEqual([GONE])
})

test('MODS::Record reads the records of mods', async () => {
  const { records } = await world.oai(`verb=GetRecord&metadataPrefix=mods&identifier=${documentIri(5)}`)
  const program = 'use MODS::Record; print MODS::Record->from_xml($ARGV[0])->as_json'
  const said = await run('Debian has it in libmods-record-perl', 'perl', ['-e', program, records[0]?.metadata ?? ''])
  for (const value of ['Telegram 5', 'creator', 'cre', '1950-05-12', documentIri(5)])
    expect(said).toContain(`"${value}"`)
})

test('oai-pmh, npm', async () => {
  const program = `import oai from 'oai-pmh'
const found = []
for await (const record of new oai.OaiPmh(process.env.ADDRESS).listRecords({ metadataPrefix: 'oai_dc' })) {
  const { identifier, $ } = record.header
  found.push([identifier, $?.status])
}
process.stdout.write(JSON.stringify(found))`
  const file = join(import.meta.dirname, 'harvest.mjs')
  writeFileSync(file, program)
  try {
    const said = await run('npm ci --prefix test/interop brings it', process.execPath, [file])
    const records = JSON.parse(said) as (readonly [string, string?])[]
    expect(records.map(([identifier]) => identifier).sort()).toEqual(ALL)
    expect(records.flatMap(([identifier, status]) => (status === 'deleted' ? [identifier] : []))).toEqual([GONE])
  } finally {
    rmSync(file)
  }
})
