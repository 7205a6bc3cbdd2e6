/** The folder of a release: where its versions stand, which is current, how one takes the place of another. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import type { Manifest } from './manifest.ts'

const VERSION = /^[0-9a-f]{12}$/

export const versionFolder = (out: string, version: string): string => join(out, 'versions', version)

/** Where the next version is put together; what a killed build left there is removed by the next. */
export const buildFolder = (out: string): string => join(out, 'building')

/** The version that `current` leads to, or undefined where nothing is published. */
export function currentVersion(out: string): string | undefined {
  let target: string
  try {
    target = readlinkSync(join(out, 'current'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const version = basename(target)
  return VERSION.test(version) && existsSync(versionFolder(out, version)) ? version : undefined
}

/** The versions on disk, the newest first. */
export function versions(out: string): string[] {
  const folder = join(out, 'versions')
  if (!existsSync(folder)) return []
  const found = readdirSync(folder).flatMap((version) => {
    const manifest = VERSION.test(version) ? readManifest(versionFolder(out, version)) : undefined
    return manifest === undefined ? [] : [{ version, published: manifest.published }]
  })
  return found.sort((a, b) => (a.published < b.published ? 1 : -1)).map(({ version }) => version)
}

/** The manifest of a version's folder, or undefined where there is none that can be read. */
export function readManifest(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}

/** Whether every file of the manifest is there in its full length. */
export const isComplete = (folder: string, { files }: Manifest): boolean =>
  files.every(({ path, bytes }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === bytes)

/** An empty folder to build in. */
export function clearBuildFolder(out: string): string {
  const folder = buildFolder(out)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** A fresh folder for what a build cannot hold in memory; also what a killed build left there is removed. */
export function clearWorkFolder(out: string): string {
  const folder = join(out, 'work')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Makes `current` lead to a version: whoever looks sees the old one or the new one, never none. */
export function switchTo(out: string, version: string): void {
  const draft = join(out, 'current.next')
  rmSync(draft, { force: true })
  symlinkSync(join('versions', version), draft)
  renameSync(draft, join(out, 'current'))
  syncFolder(out)
}

/** Puts a finished folder into its place among the versions. */
export function settle(out: string, built: string, version: string): void {
  mkdirSync(join(out, 'versions'), { recursive: true })
  const place = versionFolder(out, version)
  if (existsSync(place)) discard(out, version)
  renameSync(built, place)
  syncFolder(join(out, 'versions'))
}

/** Removes the oldest versions beyond the number to keep; never the current one. */
export function prune(out: string, keep: number): void {
  const current = currentVersion(out)
  const others = versions(out).filter((version) => version !== current)
  for (const version of others.slice(keep - 1)) discard(out, version)
}

/** A version goes in one step, so that none is ever there in part; what is left is removed by the next build. */
function discard(out: string, version: string): void {
  const bin = join(out, 'discarded')
  rmSync(bin, { recursive: true, force: true })
  renameSync(versionFolder(out, version), bin)
  rmSync(bin, { recursive: true, force: true })
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
