/** `dragoman withdraw`: takes a document down. */
import { resolve } from 'node:path'
import { withdraw as takeDown } from '../publish/withdraw.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal } from './terminal.ts'

export async function withdraw([iri = '', dir]: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, dir === undefined ? [] : [dir])
  const reason = String(options['reason'] ?? '').trim()
  if (reason === '') throw new UsageError('--reason is empty. Say in a sentence why the document is taken down.')
  const withdrawal = await takeDown(iri, reason, dir === undefined ? settings : { ...settings, out: resolve(dir) })
  if ('refusal' in withdrawal) throw new UsageError(withdrawal.refusal)
  const { document, version, cleaned } = withdrawal
  const terminal = createTerminal(options.quiet)
  const older = cleaned.length === 0 ? '' : ` It was taken out of ${cleaned.join(', ')} as well.`
  terminal.say(`${document} is down; version ${version} is without it.${older}`)
  terminal.say(`Its tombstone stands in ${settings.registry}: builds leave it out as long as it does.`)
  return EXIT.ok
}
