import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LockedError, takeLock } from '../../src/release/lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const held = (holder: object | string) =>
  writeFileSync(join(folder, 'build.lock'), typeof holder === 'string' ? holder : JSON.stringify(holder))

it('lets one build in at a time, and leaves nothing behind', () => {
  const lock = takeLock(folder)
  expect(() => takeLock(folder)).toThrow(LockedError)
  lock.verify()
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  takeLock(folder).release()
})

it('takes over the lock of a process that has ended, and one that nobody can read', () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  for (const holder of [{ pid, host: hostname(), start: '2020-01-01T00:00:00Z' }, '{"pid":', '']) {
    held(holder)
    takeLock(folder).release()
  }
})

it('takes over the lock of an earlier process with its own number: containers count from one', () => {
  held({ pid: process.pid, host: hostname(), start: '2020-01-01T00:00:00Z' })
  takeLock(folder).release()
})

it('leaves a living process and another machine alone, and says who it is and what to do', () => {
  held({ pid: process.ppid, host: hostname(), start: '2020-01-01T00:00:00Z' })
  expect(() => takeLock(folder)).toThrow(`process ${process.ppid} on ${hostname()}, since 2020-01-01T00:00:00Z`)
  held({ pid: 1, host: 'elsewhere.example.org', start: '2020-01-01T00:00:00Z' })
  expect(() => takeLock(folder)).toThrow(/if there is none, remove .*build\.lock/)
  expect(existsSync(join(folder, 'build.lock'))).toBe(true)
})

it('notices before the switch that another build has taken over', () => {
  const lock = takeLock(folder)
  held({ pid: 1, host: 'elsewhere.example.org', start: '2020-01-01T00:00:00Z' })
  expect(() => lock.verify()).toThrow(LockedError)
  lock.release()
  expect(existsSync(join(folder, 'build.lock'))).toBe(true)
})
