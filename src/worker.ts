/** Where the entry of a thread is: threads run compiled code, also when who starts them is run as TypeScript. */
import { dirname, join, sep } from 'node:path'

const SOURCES = `${sep}src${sep}`

/**
 * The file of a thread's entry beside a module.
 * @param module `import.meta.filename` of who starts the thread
 * @param entry name of the entry without its ending
 */
export function workerFile(module: string, entry: string): string {
  const at = module.endsWith('.ts') ? module.lastIndexOf(SOURCES) : -1
  const compiled = at === -1 ? module : `${module.slice(0, at)}${sep}dist${sep}${module.slice(at + SOURCES.length)}`
  return join(dirname(compiled), `${entry}.js`)
}
