/** `dragoman export`: the whole release as a static site. */
import { resolve } from 'node:path'
import { exportSite } from '../export/index.ts'
import { loadShapes } from '../validate/index.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { questionsFor } from './questions.ts'
import { openCurrent } from './serve.ts'
import { createTerminal } from './terminal.ts'

/** Addresses that are told one by one. */
const SHOWN = 5

/** Exit 1 where a page leads to an address at which nothing is. */
export async function exportRelease([dir]: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { out, ...others } = options
  if (typeof out !== 'string' || out === '') throw new UsageError('Name the folder of the site with --out.')
  const { settings } = settingsOf(others, dir === undefined ? [] : [dir])
  const terminal = createTerminal(options.quiet)
  const release = await openCurrent(dir === undefined ? settings.out : resolve(dir))
  try {
    const site = resolve(out)
    const { files, missing } = await exportSite({
      release,
      settings: { ...settings, ...(dir !== undefined && { out: resolve(dir) }) },
      shapes: loadShapes(settings.shapes).shapes,
      questions: questionsFor(settings),
      site,
      report: (error) => terminal.warn(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
    for (const address of missing.slice(0, SHOWN)) terminal.warn(`A page leads to ${address}, and nothing is there.`)
    if (missing.length > SHOWN) terminal.warn(`… and ${missing.length - SHOWN} more.`)
    terminal.say(`Version ${release.manifest.version}: ${files} files in ${site}, for ${release.iris.base}`)
    return missing.length === 0 ? EXIT.ok : EXIT.rejected
  } finally {
    await release.close()
  }
}
