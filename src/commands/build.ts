/** `dragoman build`: a release from files and folders. */
import { dirname, join } from 'node:path'
import type { Settings } from '../config.ts'
import { type Published, type PublishOptions, publish } from '../publish.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal, printSummary, type Terminal } from './terminal.ts'

/** Exit 0 when everything was published, 1 when something was rejected or does not conform. */
export async function build(inputs: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, inputs)
  const terminal = createTerminal(options.quiet)
  const published = await runBuild(inputs, settings, terminal, {
    strict: options['strict'] === true,
    allowWithdrawals: options['allowWithdrawals'] === true,
  })
  return published.conforms ? EXIT.ok : EXIT.rejected
}

/** Builds and says what was done. */
export async function runBuild(
  inputs: readonly string[],
  settings: Settings,
  terminal: Terminal,
  options: Pick<PublishOptions, 'strict' | 'allowWithdrawals'> = {},
): Promise<Published> {
  const published = await publish(inputs, { settings, onProgress: terminal.progress, ...options })
  terminal.settle()
  printSummary(terminal, published.problems)
  const { manifest, unchanged, withdrawn = [], unplaced = 0 } = published
  if (withdrawn.length > 0) terminal.say(withdrawnLine(withdrawn))
  if (manifest !== undefined) {
    const { documents, triples } = manifest.counts
    const what = `${documents} documents, ${triples} triples: version ${manifest.version} in ${settings.out}`
    terminal.say(unchanged ? `Nothing has changed. ${what}` : what)
  }
  terminal.say(`Report: ${published.report}`)
  if (unplaced > 0)
    terminal.say(`Names in no authority file: ${unplaced}, in ${join(dirname(published.report), 'names.csv')}`)
  return published
}

const SHOWN = 5

const withdrawnLine = (documents: readonly string[]): string => {
  const more = documents.length - SHOWN
  const names = `${documents.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return `Withdrawn because the files are gone (put them back to undo it): ${names}.`
}
