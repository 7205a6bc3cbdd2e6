/** A script of a page as modules that a browser reads: our own and the packages that it imports, each import led to an address of ours. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

/** Modules that stand side by side under one address. */
export interface Modules {
  /** Of everything in them: another version has other addresses, so that no browser mixes two. */
  readonly version: string
  /** Name of the module to begin with. */
  readonly entry: string
  /** The text of each by its name. */
  readonly texts: ReadonlyMap<string, string>
}

const IMPORT = /^((?:import|export)\s(?:[\w*{}\s,$]+?\sfrom\s)?\s*['"])([^'"]+)(['"])/gm
/** A thread is started from a module beside this one. */
const THREAD = /new Worker\(new URL\('\.\/([\w-]+\.js)', import\.meta\.url\)/g

/**
 * Reads a module and all that it imports, from `node_modules` as they are published: no bundler is needed.
 * @param file Path of a compiled script of ours.
 * @throws Error where a file is missing.
 */
export function readModules(file: string): Modules {
  const texts = new Map<string, string>()
  const nameOf = (path: string, specifier: string) =>
    specifier.startsWith('.') ? basename(path) : `${specifier.replace('@', '').replaceAll('/', '-')}.js`
  const read = (path: string, name: string): void => {
    if (texts.has(name)) return
    texts.set(name, '')
    const text = readFileSync(path, 'utf8').replace(IMPORT, (_import, before: string, specifier: string, after) => {
      const imported = resolve(specifier, path)
      const importedName = nameOf(imported, specifier)
      read(imported, importedName)
      return `${before}./${importedName}${after}`
    })
    texts.set(name, text)
    for (const [, thread = ''] of text.matchAll(THREAD)) read(join(dirname(path), thread), thread)
  }
  const entry = basename(file)
  read(file, entry)
  const hash = createHash('sha256')
  for (const [name, text] of [...texts].sort()) hash.update(`${name}\n${text}`)
  return { version: hash.digest('hex').slice(0, 12), entry, texts }
}

/** The file of an import: beside the importing one, or what its package gives to `import`. */
function resolve(specifier: string, importer: string): string {
  if (specifier.startsWith('.')) return join(dirname(importer), specifier)
  const folders = createRequire(importer).resolve.paths(specifier) ?? []
  const folder = folders.map((path) => join(path, specifier)).find((path) => existsSync(join(path, 'package.json')))
  if (folder === undefined) throw new Error(`The package ${specifier} is not installed.`)
  const { exports, module } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
  const entry = conditionOf(typeof exports === 'object' && '.' in exports ? exports['.'] : exports) ?? module
  if (entry === undefined) throw new Error(`The package ${specifier} has no module.`)
  // A link leads to where the package finds its own imports.
  return realpathSync(join(folder, entry))
}

type Exports = string | { readonly [condition: string]: Exports } | undefined

interface Package {
  readonly exports?: Exports
  readonly module?: string
}

function conditionOf(exports: Exports): string | undefined {
  if (typeof exports !== 'object') return exports
  return conditionOf(exports['import'] ?? exports['default'])
}
