/** `dragoman start`: build and serve, for a first look; serves whenever there is a release. */
import { runBuild } from './build.ts'
import type { ExitCode } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { openCurrent, serveRelease } from './serve.ts'
import { createTerminal } from './terminal.ts'

/** Builds the collection and serves it until it is stopped; a rejected document does not stop it. */
export async function start([dir = 'data']: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, [dir])
  const terminal = createTerminal(options.quiet)
  const built = runBuild([dir], settings, terminal).then(() => openCurrent(settings.out))
  return serveRelease(settings, built, terminal)
}
