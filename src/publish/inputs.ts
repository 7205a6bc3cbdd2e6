/** Finding the inputs of a run: files, folders, standard input. What cannot be read is a problem; the rest goes on. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { CONFIG_FILE, type Settings } from '../config.ts'
import { type Problem, problem, reasonOf, sizeInWords } from '../problem.ts'
import type { Input } from '../read/context.ts'

export interface FoundInputs {
  /** Sorted by path, each once. */
  readonly files: readonly InputFile[]
  readonly problems: readonly Problem[]
  /** Whether the place of a path was looked at without error, so that what is not there is gone. */
  covers(path: string): boolean
}

export interface InputFile {
  /** Relative to the working folder, with `/`; `-` for standard input. */
  readonly path: string
  readonly file: string
}

const STANDARD_INPUT = '-'
const NEVER = /^(?:\..*|registry\.csv|readme(?:\..*)?|licen[cs]e(?:\..*)?)$/i

/**
 * The files of a run. A folder is read with all folders in it; not inputs are there what serves the collection: the
 * configuration, the registry, the folders of authorities, queries and shapes, the release itself, README and LICENSE,
 * and names that begin with a dot. A file that is named is always an input.
 */
export function findInputs(inputs: readonly string[], settings: Settings, cwd = process.cwd()): FoundInputs {
  const { authorities, queries, shapes, out, registry } = settings
  const served = new Set([authorities, queries, shapes, out, registry].map((path) => resolve(cwd, path)))
  const files = new Map<string, InputFile>()
  const folders = new Map<string, 'read' | 'failed'>()
  const problems: Problem[] = []
  const shown = (file: string) => relative(cwd, file).split(sep).join('/') || '.'
  const fail = (code: 'input-unreadable' | 'input-folder-unreadable', file: string, error: unknown) =>
    problems.push(problem(code, { reason: reasonOf(error) }, { path: shown(file) }))

  const walk = (folder: string, above: readonly string[]) => {
    try {
      const real = realpathSync(folder)
      if (above.includes(real)) return
      for (const name of readdirSync(folder).sort()) {
        const file = join(folder, name)
        if (NEVER.test(name) || name === CONFIG_FILE || served.has(file)) continue
        visit(file, [...above, real])
      }
      folders.set(folder, 'read')
    } catch (error) {
      folders.set(folder, 'failed')
      fail('input-folder-unreadable', folder, error)
    }
  }
  const visit = (file: string, above: readonly string[]) => {
    try {
      if (statSync(file).isDirectory()) walk(file, above)
      else files.set(file, { path: shown(file), file })
    } catch (error) {
      fail('input-unreadable', file, error)
    }
  }
  for (const input of inputs)
    if (input === STANDARD_INPUT) files.set(input, { path: input, file: input })
    else visit(resolve(cwd, input), [])

  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    problems,
    covers: (path) => {
      for (let folder = dirname(resolve(cwd, path)); ; folder = dirname(folder)) {
        const standing = folders.get(folder)
        if (standing !== undefined) return standing === 'read'
        if (folder === dirname(folder)) return false
      }
    },
  }
}

/** The bytes of an input, or the problem that it has. */
export function readBytes({ path, file }: InputFile, limit: number): Input | Problem {
  try {
    const bytes = file === STANDARD_INPUT ? 0 : statSync(file).size
    if (bytes > limit)
      return problem('input-too-large', { bytes: sizeInWords(bytes), limit: sizeInWords(limit) }, { path })
    return { path, bytes: readFileSync(file === STANDARD_INPUT ? 0 : file) }
  } catch (error) {
    return problem('input-unreadable', { reason: reasonOf(error) }, { path })
  }
}
