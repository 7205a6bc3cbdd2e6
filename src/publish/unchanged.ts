/** Whether a build would only make again what is published: the same program, settings, curated files and inputs. */
import { createHash, type Hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot, type Settings } from '../config.ts'
import type { Manifest } from '../release/manifest.ts'
import { currentFolder } from '../release/read.ts'
import { isComplete, readManifest } from '../release/versions.ts'
import { findInputs } from './inputs.ts'

const FILE = 'fingerprint'
/** What the program is made of. */
const PROGRAM = ['dist', 'ontology', 'package.json'].map((name) => join(packageRoot, name))

/** The settings that a release depends on. */
const MADE_WITH = [
  'base',
  'maxInputSize',
  'publishText',
  'publishSummary',
  'publishAuthorities',
  'rulesOff',
  'noindex',
  'dataset',
  'sources',
  'records',
  'edition',
  'keepVersions',
] as const satisfies readonly (keyof Settings)[]

/**
 * A hash of everything that a build depends on, or undefined where an input cannot be read or comes from standard
 * input: then nothing is known.
 */
function fingerprint(inputs: readonly string[], settings: Settings): string | undefined {
  const { files, problems } = findInputs(inputs, settings)
  if (problems.length > 0 || files.some(({ file }) => !existsSync(file))) return undefined
  const hash = createHash('sha256')
  hash.update(JSON.stringify([inputs, ...MADE_WITH.map((name) => settings[name])]))
  try {
    for (const path of [...PROGRAM, settings.shapes, settings.authorities, settings.registry]) add(hash, path)
    for (const { path, file } of files) hash.update(`\n${path}\n`).update(readFileSync(file))
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

/** Adds a file, or all files of a folder; what is not there counts as empty. */
function add(hash: Hash, path: string): void {
  if (!existsSync(path)) return
  const isFolder = statSync(path).isDirectory()
  const names = isFolder ? (readdirSync(path, { recursive: true }) as string[]).sort() : ['']
  for (const name of names) {
    const file = join(path, name)
    if (statSync(file).isFile() && !file.endsWith('.map')) hash.update(`\n${name}\n`).update(readFileSync(file))
  }
}

/** The manifest of what is published, if it was made from the same things, whole and without a fault. */
export function publishedFrom(inputs: readonly string[], settings: Settings): Manifest | undefined {
  const { out } = settings
  const folder = currentFolder(out)
  const manifest = folder === undefined ? undefined : readManifest(folder)
  if (folder === undefined || manifest === undefined || !existsSync(join(out, FILE))) return undefined
  const known = readFileSync(join(out, FILE), 'utf8')
  return known === entry(manifest.version, fingerprint(inputs, settings)) && isComplete(folder, manifest)
    ? manifest
    : undefined
}

/** Remembers what a version was made from. */
export function remember(inputs: readonly string[], settings: Settings, version: string): void {
  const print = fingerprint(inputs, settings)
  if (print !== undefined) writeFileSync(join(settings.out, FILE), entry(version, print))
}

const entry = (version: string, print: string | undefined) => `${version} ${print}\n`
