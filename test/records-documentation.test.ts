/** The example of `docs/records.md` is run. `UPDATE=1` rewrites what it gives, and the table of fields. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { RECORD_FIELDS } from '../src/config.ts'

const root = join(import.meta.dirname, '..')
const path = join(root, 'docs/records.md')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const page = () => readFileSync(path, 'utf8')
function expectPage(wanted: string): void {
  if (process.env['UPDATE']) writeFileSync(path, wanted)
  expect(page()).toBe(wanted)
}

test('the table of fields is complete', () => {
  const rows = Object.entries(RECORD_FIELDS).map(([field, help]) => `| \`${field}\` | ${help} |`)
  const table = ['| field | what |', '|---|---|', ...rows].join('\n')
  expectPage(page().replace(/(<!-- fields -->\n)[\s\S]*(<!-- \/fields -->)/, (_, a, b) => `${a}${table}\n${b}`))
})

test('the example gives what is shown', () => {
  for (const [, name = '', content = ''] of page().matchAll(/<!-- file: (.*?) -->\n```\w*\n([\s\S]*?)```/g))
    writeFileSync(join(folder, name), content)
  const [, command = ''] = /<!-- run: (.*?) -->/.exec(page()) ?? []
  const run = command.replaceAll('dragoman ', `node ${join(root, 'dist/cli.js')} `)
  const { stdout, stderr } = spawnSync(run, { cwd: folder, encoding: 'utf8', shell: true })
  expect(stderr).not.toContain('error')
  expect(stdout).not.toBe('')
  expectPage(page().replace(/(<!-- run: .*? -->\n```\n)[\s\S]*?(```)/, (_, a, b) => `${a}${stdout}${b}`))
})
