/** `dragoman diff`: what is different in two releases. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Difference, differences, isComparable } from '../release/compare.ts'
import { csv } from '../release/csv.ts'
import { currentFolder, openRelease } from '../release/read.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal } from './terminal.ts'

const WORDS: Readonly<Record<Difference['type'], string>> = { Create: 'created', Update: 'changed', Delete: 'deleted' }

/** A line for each thing that is different, and their number. */
export async function diff([before = '', after = '']: readonly string[], options: CommonOptions): Promise<ExitCode> {
  settingsOf(options, [])
  const format = options['format']
  if (format !== 'text' && format !== 'csv' && format !== 'json')
    throw new UsageError(`--format has to be text, csv or json; it is ${String(format)}.`)
  const folders = { before: versionAt(before), after: versionAt(after) }
  const [old, young] = [await openRelease(folders.before), await openRelease(folders.after)]
  const counts = { created: 0, changed: 0, deleted: 0 }
  try {
    const found = []
    for (const { type, iri } of differences(folders.before, folders.after)) {
      const change = WORDS[type] as keyof typeof counts
      counts[change]++
      const label = (await (type === 'Delete' ? old : young).label(iri)) ?? ''
      if (format === 'text') process.stdout.write(`${change.padEnd(8)} ${iri}${label === '' ? '' : `  ${label}`}\n`)
      else found.push({ change, iri, label })
    }
    if (format === 'json') process.stdout.write(`${JSON.stringify(found, undefined, 1)}\n`)
    if (format === 'csv')
      process.stdout.write(
        csv(
          ['change', 'iri', 'label'],
          found.map((row) => [row.change, row.iri, row.label]),
        ),
      )
  } finally {
    await Promise.all([old.close(), young.close()])
  }
  const { created, changed, deleted } = counts
  createTerminal(options.quiet).say(`${created} created, ${changed} changed, ${deleted} deleted.`)
  return EXIT.ok
}

/** The folder of a version: the one named, or the current one of a release. */
function versionAt(path: string): string {
  const full = resolve(path)
  const folder = existsSync(join(full, 'manifest.json')) ? full : currentFolder(full)
  if (folder === undefined || !existsSync(folder))
    throw new UsageError(`There is no release in ${path}. Name its folder.`)
  if (!isComparable(folder))
    throw new UsageError(`The release in ${path} was made by an earlier program. Build it again, then compare.`)
  return folder
}
