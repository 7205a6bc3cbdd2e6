/** The registry on the disk, and what a build writes into it. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Problem } from '../problem.ts'
import { emptyRegistry, formatRegistry, parseRegistry, type Registry, recordEnding } from '../registry.ts'
import type { Withdrawn } from './continuity.ts'

/** The registry of a collection; empty where there is none yet. */
export function loadRegistry(path: string): { readonly registry: Registry; readonly problems: readonly Problem[] } {
  return existsSync(path) ? parseRegistry(readFileSync(path, 'utf8'), path) : { registry: emptyRegistry, problems: [] }
}

/** Writes it, if it says something new: beside its place, then renamed over. */
export function saveRegistry(path: string, registry: Registry): void {
  const text = formatRegistry(registry)
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.next`, text, { flush: true })
  renameSync(`${path}.next`, path)
}

/** Tombstones for what is withdrawn today. */
export function withTombstones(registry: Registry, withdrawn: readonly Withdrawn[], day: string): Registry {
  return withdrawn.reduce(
    (known, { slug, label, reason }) => recordEnding(known, slug, { status: 'withdrawn', label, reason, ended: day }),
    registry,
  )
}

/** What is not published under its own address any more, as the release has it. */
export const endedRows = (registry: Registry): string =>
  formatRegistry(new Map([...registry].filter(([, { status }]) => status !== 'published')))
