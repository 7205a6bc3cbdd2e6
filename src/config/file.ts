/** The configuration file: where it stands, and what it holds. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export const CONFIG_FILE = 'dragoman.config.json'

/** Wrong usage or configuration: one sentence that names the setting, where it stands, and the mend. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/** Where the configuration stands: the folder of the first input that has one, its parent's, or the working folder's. */
export function findFile(beside: readonly string[], cwd: string): string | undefined {
  const folders = beside.flatMap((path) => {
    const full = resolve(cwd, path)
    return existsSync(full) && statSync(full).isDirectory() ? [full, dirname(full)] : [dirname(full)]
  })
  return [...folders, cwd].map((folder) => join(folder, CONFIG_FILE)).find((file) => existsSync(file))
}

/** What the file holds. @throws ConfigurationError where it cannot be read, or holds something else */
export function readSettings(file: string): Record<string, unknown> {
  const content = contentOf(file)
  try {
    const value: unknown = JSON.parse(content)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch (error) {
    const { message } = error as Error
    const position = /at position (\d+)/.exec(message)?.[1]
    const line = content.slice(0, position === undefined ? content.length : Number(position)).split('\n').length
    const said = message.replace(/ (?:in JSON )?at position \d+.*$/s, '')
    throw new ConfigurationError(`${file}:${line}: the configuration is not valid JSON (${said}). Correct it there.`)
  }
  throw new ConfigurationError(`${file} has to hold one JSON object, such as {"base": "https://data.example.org"}.`)
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new ConfigurationError(`There is no configuration file ${file}. Check its name.`)
    const why = code === 'EISDIR' ? 'it is a folder' : code === 'EACCES' ? 'you may not read it' : message
    throw new ConfigurationError(`The configuration file ${file} could not be read: ${why}.`)
  }
}
