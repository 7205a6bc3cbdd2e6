#!/usr/bin/env node
/** The command line: names, arguments and help; each command is called in a room of its own. */
import { readFileSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { EXIT, type ExitCode, explain } from './commands/exit.ts'
import { type CommonOptions, withSettings } from './commands/flags.ts'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

/** A command's work: arguments and options in, exit code out. */
type Run = (args: readonly string[], options: CommonOptions) => Promise<ExitCode>

// A reader such as `head` that has seen enough has gone: there is nobody left to write to.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.ok)
})

const program = new Command('dragoman')
  .description('From the pages of a diplomatic archive to validated, published, harvestable linked data.')
  .version(version)
  .showHelpAfterError('(dragoman --help lists the commands)')
  .exitOverride()

/** Joins a command to the room that runs it, which is loaded only then. */
function add(command: Command, load: () => Promise<Run>): void {
  command.exitOverride().action(async (...given: unknown[]) => {
    const options = given.at(-2) as CommonOptions
    const args = given
      .slice(0, -2)
      .flat()
      .filter((arg) => arg !== undefined) as string[]
    try {
      const run = await load()
      process.exitCode = await run(args, options)
    } catch (error) {
      const { code, sentence } = explain(error)
      process.stderr.write(`${sentence}\n`)
      if (options.verbose && error instanceof Error) process.stderr.write(`${error.stack}\n`)
      process.exitCode = code
    }
  })
  program.addCommand(command)
}

const BUILD = [
  'base',
  'out',
  'jobs',
  'maxInputSize',
  'keepVersions',
  'maxWithdrawn',
  'publishText',
  'publishSummary',
  'rulesOff',
  'vocabularyRegistered',
  'authorities',
  'publishAuthorities',
  'shapes',
  'registry',
] as const
const SERVE = [
  'base',
  'port',
  'host',
  'engine',
  'queryTimeout',
  'queryRows',
  'queryBytes',
  'queryWorkers',
  'queryQueue',
  'queryMemory',
  'queryRate',
  'queryCache',
  'crawlRate',
  'trustProxy',
  'queries',
  'shapes',
  'noindex',
] as const

add(
  withSettings(
    new Command('start')
      .description('build the collection and serve it')
      .argument('[dir]', 'folder of the collection', 'data'),
    ...new Set([...BUILD, ...SERVE]),
  ),
  async () => (await import('./commands/start.ts')).start,
)
add(
  withSettings(
    new Command('build')
      .description('read files and folders, map, validate, write a release')
      .argument('[input...]', 'files and folders; - for standard input', ['data'])
      .option('--strict', 'publish nothing if a document does not conform')
      .option('--allow-withdrawals', 'withdraw more documents than maxWithdrawn'),
    ...BUILD,
  ),
  async () => (await import('./commands/build.ts')).build,
)
add(
  withSettings(
    new Command('serve')
      .description('serve a release')
      .argument('[dir]', 'folder of the release')
      .option('--scratch', 'an empty store that takes updates, on loopback only: for protocol conformance tests'),
    ...SERVE,
  ),
  async () => (await import('./commands/serve.ts')).serve,
)
add(
  withSettings(
    new Command('convert')
      .description('RDF of the inputs on standard output')
      .argument('<input...>', 'files and folders; - for standard input')
      .option('--format <format>', 'turtle, trig, ntriples, nquads, jsonld or rdfxml', 'trig'),
    'base',
    'jobs',
    'maxInputSize',
    'publishText',
    'publishSummary',
    'rulesOff',
  ),
  async () => (await import('./commands/convert.ts')).convert,
)
add(
  withSettings(
    new Command('validate')
      .description('check RDF files against the shapes')
      .argument('<file|dir>', 'an RDF file, or a folder of them')
      .option('--format <format>', 'text, turtle or json', 'text'),
    'shapes',
  ),
  async () => (await import('./commands/validate.ts')).validate,
)
add(
  withSettings(
    new Command('query')
      .description('one SPARQL query on a release, without a server')
      .argument('[query-or-dir...]', 'the query, then the folder of the release')
      .option('--file <file>', 'read the query from a file')
      .option(
        '--format <format>',
        'json, xml, csv, tsv, table or an RDF format (default: a table on a terminal, else csv)',
      ),
    'out',
    'queryTimeout',
    'queryRows',
    'queryBytes',
  ),
  async () => (await import('./commands/query.ts')).query,
)
add(
  withSettings(
    new Command('withdraw')
      .description('take a document down: a tombstone, and the document out of older versions too')
      .argument('<iri>', 'address of the document')
      .argument('[dir]', 'folder of the release')
      .requiredOption('--reason <text>', 'a sentence for the tombstone'),
    'base',
    'out',
    'keepVersions',
    'registry',
  ),
  async () => (await import('./commands/withdraw.ts')).withdraw,
)
add(
  withSettings(
    new Command('diff')
      .description('what was created, changed and deleted from one release to another')
      .argument('<before>', 'folder of a release, or of a version in it')
      .argument('<after>', 'folder of another')
      .option('--format <format>', 'text, csv or json', 'text'),
  ),
  async () => (await import('./commands/diff.ts')).diff,
)
add(
  withSettings(
    new Command('export')
      .description('the whole release as a static site: files that any web server or page host can carry')
      .argument('[dir]', 'folder of the release')
      .requiredOption('--out <site>', 'folder of the site'),
    'queries',
    'shapes',
  ),
  async () => (await import('./commands/export.ts')).exportRelease,
)
add(
  withSettings(
    new Command('load')
      .description('put a release into a SPARQL 1.1 store; goes on where it was ended')
      .argument('[dir]', 'folder of the release')
      .option('--keep', 'leave the old version in the other store'),
    'engine',
    'engineUpdate',
    'queryTimeout',
  ),
  async () => (await import('./commands/load.ts')).load,
)
add(
  withSettings(
    new Command('doctor')
      .description('check everything before a first publication')
      .argument('[dir]', 'folder of the collection', 'data'),
    'base',
    'port',
    'host',
    'out',
    'vocabularyRegistered',
  ),
  async () => (await import('./commands/doctor.ts')).doctor,
)

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
}
