/** The command as people meet it when something is wrong: exit codes, one sentence, the mend; never a trace. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const cli = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-commands-'))
const release = join(folder, 'release')

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', timeout: 30_000 })

const configured = (text: string) => {
  const file = join(folder, 'dragoman.config.json')
  writeFileSync(file, text)
  const { status, stderr } = run('build', 'pages', '--config', file)
  rmSync(file)
  return { status, said: stderr.replaceAll(`${folder}/`, '') }
}

beforeAll(() => {
  mkdirSync(join(folder, 'pages'))
  cpSync(join(root, 'data/documents/1950-05-14-telegram-8600.txt'), join(folder, 'pages/telegram.txt'))
  expect(run('build', 'pages', '--out', 'release', '--quiet').status).toBe(0)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('inputs that cannot be read', () => {
  it('says why and what to do, in words', () => {
    const bad = join(folder, 'bad')
    mkdirSync(bad)
    symlinkSync('/nowhere/at/all', join(bad, 'dangling.txt'))
    writeFileSync(join(bad, 'letter.pdf'), '%PDF-1.4\n')
    writeFileSync(join(bad, 'long.txt'), 'word '.repeat(10_000))
    writeFileSync(join(bad, 'two\nlines.txt'), 'nothing here')
    const { status, stderr } = run('convert', 'bad', '--max-input-size', '20KB')
    expect(status).toBe(1)
    expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b/)
    expect(stderr).toContain('bad/dangling.txt: error: The file could not be read: there is nothing under this name')
    expect(stderr).toContain('bad/letter.pdf: error: The PDF file is damaged')
    expect(stderr).toContain('bad/long.txt: error: The file has 50 KB, more than maxInputSize (20 KB)')
    expect(stderr).toContain('bad/two?lines.txt: error: This is none of the forms')
  })
})

describe('a configuration that is wrong', () => {
  it.each([
    ['{\n  "base": \n}', /^dragoman\.config\.json:3: the configuration is not valid JSON/],
    ['[]', /^dragoman\.config\.json has to hold one JSON object/],
    [
      '{"dataset": {"license": "CC0"}}',
      /^dataset\.license in dragoman\.config\.json has to be an absolute IRI; it is "CC0"\.$/m,
    ],
    ['{"dataset": {"publisher": {"iri": "x y"}}}', /^dataset\.publisher\.iri in .* absolute IRI; it is "x y"\.$/m],
    ['{"sources": {"wcda": {"license": "CC0"}}}', /^sources\.wcda\.license in .* absolute IRI; it is "CC0"\.$/m],
  ])('names the place and the mend: %s', (text, sentence) => {
    const { status, said } = configured(text)
    expect(said).toMatch(sentence)
    expect(status).toBe(2)
  })
  it('names a file that is not there', () => {
    const { status, stderr } = run('build', 'pages', '--config', 'none.json')
    expect(stderr).toMatch(/^There is no configuration file .*none\.json\. Check its name\.$/m)
    expect(status).toBe(2)
  })
})

describe('standard output that is closed', () => {
  it.each([
    ['convert', 'pages', '--format', 'nquads'],
    ['query', 'SELECT * { ?s ?p ?o }', release],
  ])('ends %s without a word', async (...args) => {
    const child = spawn(process.execPath, [cli, ...args], { cwd: folder })
    let said = ''
    child.stderr.on('data', (chunk) => {
      said += chunk
    })
    child.stdout.once('data', () => child.stdout.destroy())
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0)
    expect(said).toBe('')
  })
})

describe('serve', () => {
  it('ends where the port is taken', async () => {
    const taken = createServer().listen(0, 'localhost')
    await new Promise((resolve) => taken.once('listening', resolve))
    const port = String((taken.address() as AddressInfo).port)
    const { status, stderr } = run('serve', release, '--port', port)
    taken.close()
    expect(stderr).toBe(`Port ${port} is taken. Stop what listens there or choose another with --port.\n`)
    expect(status).toBe(3)
  })
  it('ends where the machine has no such address', () => {
    const { status, stderr } = run('serve', release, '--port', '0', '--host', '192.0.2.1')
    expect(stderr).toBe(
      'This machine has no address 192.0.2.1. Choose one of its own with --host, such as localhost or 0.0.0.0.\n',
    )
    expect(status).toBe(3)
  })
  it('serves the dumps of a release that is named by a relative path', async () => {
    const child = spawn(process.execPath, [cli, 'serve', relative(folder, release), '--port', '0'], { cwd: folder })
    const address = await new Promise<string>((resolve) => {
      child.stderr.on('data', (chunk) => {
        const found = /at (http:\S+)/.exec(String(chunk))?.[1]
        if (found !== undefined) resolve(found)
      })
    })
    const response = await fetch(`${address}dumps/SHA256SUMS`)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    expect(response.status).toBe(200)
    expect(await ended).toBe(0)
  })
})

describe('build', () => {
  it('says what it withdraws', () => {
    mkdirSync(join(folder, 'two'))
    for (const name of ['1950-05-13-roshchin-filippov.txt', '1949-06-18-filippov-mao.md'])
      cpSync(join(root, 'data/documents', name), join(folder, 'two', name))
    expect(run('build', 'two', '--out', 'second').stderr).not.toContain('Withdrawn')
    rmSync(join(folder, 'two/1949-06-18-filippov-mao.md'))
    expect(run('build', 'two', '--out', 'second').stderr).toMatch(
      /^Withdrawn because the files are gone \(put them back to undo it\): http:\/\/localhost:3000\/id\/document\/\S+\.$/m,
    )
  })
  it('says that a file stands where the release is to be', () => {
    writeFileSync(join(folder, 'file'), '')
    for (const out of ['file', 'file/release']) {
      const { status, stderr } = run('build', 'pages', '--out', out)
      expect(stderr).toMatch(/^A file stands where a folder is needed\./)
      expect(status).toBe(3)
    }
  })
})

describe('withdraw and diff', () => {
  it('take a document down, and say what is different since', () => {
    const built = run('build', 'pages', '--out', 'taken', '--registry', 'taken.csv', '--quiet')
    expect(built.status).toBe(0)
    cpSync(join(folder, 'taken'), join(folder, 'before'), { recursive: true, verbatimSymlinks: true })
    expect(run('diff', 'release', 'taken').stdout).toBe('')
    const listed = JSON.parse(
      readFileSync(join(folder, 'taken/current/lists/document.jsonl'), 'utf8').split('\n')[0] ?? '',
    )
    const refused = run('withdraw', `${listed.iri}-x`, 'taken', '--reason', 'Asked for.', '--registry', 'taken.csv')
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('taken.csv has no row')])
    expect(run('withdraw', listed.iri, 'taken', '--reason', ' ', '--registry', 'taken.csv').status).toBe(2)
    const done = run('withdraw', listed.iri, 'taken', '--reason', 'Asked for.', '--registry', 'taken.csv')
    expect([done.status, done.stdout + done.stderr]).toEqual([0, expect.stringContaining(`${listed.iri} is down`)])
    const rows = JSON.parse(run('diff', 'before', 'taken', '--format', 'json').stdout)
    expect(rows).toContainEqual({ change: 'deleted', iri: listed.iri, label: listed.label })
    const { stdout } = run('diff', 'before', 'taken')
    expect(stdout).toContain(`deleted  ${listed.iri}  ${listed.label}`)
  })

  it('refuse what is no release', () => {
    const { status, stderr } = run('diff', 'pages', 'release')
    expect([status, stderr]).toEqual([2, 'There is no release in pages. Name its folder.\n'])
  })
})
