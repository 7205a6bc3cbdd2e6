/** `dragoman start`: build and serve, for a first look; serves whenever there is a release. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { runBuild } from './build.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { runServe } from './serve.ts'
import { createTerminal } from './terminal.ts'

/** Builds the collection and serves it until it is stopped; a rejected document does not stop it. */
export async function start([dir = 'data']: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, [dir])
  const terminal = createTerminal(options.quiet)
  await runBuild([dir], settings, terminal)
  if (!existsSync(join(settings.out, 'current'))) {
    terminal.warn('There is no release to serve. Mend what is said above and start again.')
    return EXIT.rejected
  }
  return runServe(settings, terminal)
}
