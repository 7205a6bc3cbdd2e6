/** One build at a time: a lock file beside the versions that names who builds. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Another build is at work: a fault outside the data. */
export class LockedError extends Error {
  override readonly name = 'LockedError'
}

export interface Lock {
  /** @throws LockedError where another build has taken the lock over */
  verify(): void
  release(): void
}

interface Holder {
  readonly pid: number
  readonly host: string
  /** ISO 8601. */
  readonly start: string
}

/** Locks that this process holds. */
const held = new Set<string>()

/**
 * Takes the lock of a release folder. The lock of a process of this machine that has ended is taken over.
 * @throws LockedError where another build is at work
 */
export function takeLock(folder: string): Lock {
  const path = join(folder, 'build.lock')
  const own: Holder = { pid: process.pid, host: hostname(), start: new Date().toISOString() }
  const text = `${JSON.stringify(own)}\n`
  const draft = `${path}.${own.pid}`
  try {
    writeFileSync(draft, text)
    // A link is made whole or not at all: nobody ever reads half a lock.
    while (!linked(draft, path)) {
      const found = readLock(path)
      if (found === undefined) continue
      if (isAtWork(found.holder, path)) throw new LockedError(sentence(found.holder, path))
      // Another build may take it over at the same moment: only the one that moves it away goes on with a free path.
      const dead = `${path}.dead.${own.pid}`
      if (readLock(path)?.text === found.text) renameIfThere(path, dead)
      rmSync(dead, { force: true })
    }
  } finally {
    rmSync(draft, { force: true })
  }
  held.add(path)
  const holds = () => readLock(path)?.text === text
  return {
    verify: () => {
      if (!holds()) throw new LockedError(`The lock ${path} was taken by another build; nothing was published.`)
    },
    release: () => {
      held.delete(path)
      if (holds()) rmSync(path, { force: true })
    },
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function renameIfThere(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

function readLock(path: string): { readonly text: string; readonly holder: Holder | undefined } | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    return { text, holder: parseHolder(text) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder
  } catch {
    return undefined
  }
}

/** A process of another machine cannot be asked, and counts as alive; an unreadable lock belongs to nobody. */
function isAtWork(holder: Holder | undefined, path: string): holder is Holder {
  if (holder === undefined || !Number.isInteger(holder.pid)) return false
  if (holder.host !== hostname()) return true
  if (holder.pid === process.pid) return held.has(path)
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

const sentence = ({ pid, host, start }: Holder, path: string) =>
  `Another build is at work here (process ${pid} on ${host}, since ${start}). Wait for it; if there is none, remove ${path}.`
