/** Crawlers over the whole served sample: no link leads nowhere, and nothing unchanged is taken twice. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

let served: Served
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'crawlers-'))
  served = await serveSample()
}, 60_000)
afterAll(async () => {
  await served.stop()
  rmSync(folder, { recursive: true })
})

interface Said {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** What a program says. @param from the Debian package that has it */
const run = (from: string, command: string, args: readonly string[]): Promise<Said> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
      })
    child.once('error', ({ message }) =>
      reject(new Error(`${command} could not be run (${message}): install ${from}.`)),
    )
    child.once('close', (status) => resolve({ status, ...said }))
  })

test('LinkChecker finds no broken link on the site', async () => {
  const args = ['--no-status', '--no-warnings', '--threads', '8', '--timeout', '30', '--file-output', 'csv/links.csv']
  const { status, stderr } = await run('linkchecker', 'linkchecker', [...args, '--verbose', `${served.address}/`])
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, 'links.csv'), 'utf8'), {
    columns: true,
    delimiter: ';',
    comment: '#',
    relax_column_count: true,
  })
  const broken = rows.filter(({ valid }) => valid !== 'True').map(({ url, result }) => `${url}: ${result}`)
  expect(broken, stderr).toEqual([])
  expect(status).toBe(0)
  expect(new Set(rows.map(({ url }) => url)).size).toBeGreaterThan(5000)
}, 400_000)

test('D16, F06: wget -N downloads nothing the second time', async () => {
  const paths = ['document/wcda-112123.ttl', 'document/wcda-112123.html', 'dumps/all.nt.gz', 'dataset.ttl', 'cmif.xml']
  writeFileSync(join(folder, 'urls'), paths.map((path) => `${served.address}/${path}\n`).join(''))
  const take = () => run('wget', 'wget', ['-N', '-x', '-i', 'urls'])
  const first = await take()
  expect(first.status, first.stderr).toBe(0)
  expect(first.stderr.match(/saved/g)).toHaveLength(paths.length + 1)
  const second = await take()
  expect(second.status).toBe(0)
  expect(second.stderr).not.toContain('saved')
  expect(second.stderr.match(/304 Not Modified/g)).toHaveLength(paths.length)
})
