/** `dragoman load`: puts a release into a SPARQL 1.1 store, or into the free one of two. */
import { resolve } from 'node:path'
import { load as loadInto } from '../engine/remote/load.ts'
import { createStore } from '../engine/remote/store.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { openCurrent } from './serve.ts'
import { storesOf } from './stores.ts'
import { createTerminal } from './terminal.ts'

/** What a query may take beyond its time until its answer is sent, in milliseconds. */
const PATIENCE = 5000

/** Loads the current version of a release (default: the setting `out`); on an error what is loaded stays, to go on. */
export async function load([dir]: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, dir === undefined ? [] : [dir])
  if (settings.engine === 'embedded')
    throw new UsageError(
      'Name the SPARQL endpoint of the store with --engine, such as http://localhost:3030/ds/sparql.',
    )
  const stores = storesOf(settings).map(createStore)
  const terminal = createTerminal(options.quiet)
  const release = await openCurrent(dir === undefined ? settings.out : resolve(dir))
  try {
    await loadInto({
      release,
      stores,
      grace: settings.queryTimeout + PATIENCE,
      keep: options['keep'] === true,
      say: terminal.say,
      onProgress: (done, total) => terminal.progress({ stage: 'Loading', done, total }),
    })
    const { version, counts } = release.manifest
    terminal.say(`Version ${version} is loaded: ${counts.triples} triples in ${counts.graphs} graphs`)
    return EXIT.ok
  } finally {
    terminal.settle()
    await release.close()
  }
}
