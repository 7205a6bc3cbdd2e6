/** `dragoman convert`: RDF of the inputs on standard output and nothing else there. */
import { once } from 'node:events'
import { convert as convertInputs } from '../publish.ts'
import { FORMAT_KEYS, type FormatKey } from '../rdf/formats.ts'
import { serialise } from '../rdf/serialise.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal, printProblems } from './terminal.ts'

/** Exit 1 when an input was rejected; its problems are on standard error. */
export async function convert(inputs: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const format = FORMAT_KEYS.find((key) => key === options['format'])
  if (format === undefined)
    throw new UsageError(`--format has to be one of ${FORMAT_KEYS.join(', ')}; it is ${String(options['format'])}.`)
  const { settings } = settingsOf(options, inputs)
  const { quads, problems } = await convertInputs(inputs, { settings })
  await write(serialise(quads, format satisfies FormatKey))
  printProblems(createTerminal(options.quiet), problems)
  return problems.some(({ severity }) => severity === 'error') ? EXIT.rejected : EXIT.ok
}

/** Waits until a pipe has taken everything. */
async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
