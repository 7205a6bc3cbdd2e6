/** What the documentation shows is what the program does. `UPDATE=1` rewrites the shown parts. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { flagName, SETTINGS, variableName } from '../src/config.ts'
import { DIFFERENCES } from './interop/differences.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Compares a file with what it should be, or rewrites it. */
function expectText(path: string, wanted: string): void {
  if (process.env['UPDATE']) writeFileSync(path, wanted)
  expect(readFileSync(path, 'utf8')).toBe(wanted)
}

/** Replaces what stands between the marks. */
const between = (text: string, start: string, end: string, content: string): string => {
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)]
  if (from < start.length || to < from) throw new Error(`${start} … ${end} is not there`)
  return `${text.slice(0, from)}\n${content}\n${text.slice(to)}`
}

test('docs/commands.md lists every setting with its default', () => {
  const shown = (value: unknown) =>
    (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean'
      ? `\`${value}\``
      : ''
  const rows = Object.entries(SETTINGS).map(([name, { help, default: value, fileOnly, secret }]) => {
    // What depends on the machine or on where the package lies is told in words.
    const portable = /^(jobs|queryWorkers)$/.test(name)
      ? 'by the processors'
      : name === 'queryMemory'
        ? "60 % of the machine's"
        : typeof value === 'string' && value.startsWith(root)
          ? 'of the package'
          : shown(value)
    return `| \`${name}\` | ${fileOnly ? '' : `${secret ? '' : `\`--${flagName(name)}\`, `}\`${variableName(name)}\``} | ${portable} | ${help} |`
  })
  const table = ['| setting | flag, variable | default | what |', '|---|---|---|---|', ...rows].join('\n')
  const path = join(root, 'docs/commands.md')
  expectText(path, between(readFileSync(path, 'utf8'), '<!-- settings -->', '<!-- /settings -->', table))
})

test('docs/engines.md lists what other stores answer otherwise', () => {
  const sections = Object.entries(DIFFERENCES).map(([store, queries]) => {
    const reasons = [...new Set(Object.values(queries))].map((reason) => {
      const names = Object.keys(queries).filter((name) => queries[name] === reason)
      return `- ${reason} (${names.join('; ')})`
    })
    return [`**${store}**: ${reasons.length === 0 ? 'no difference.' : ''}`.trimEnd(), '', ...reasons]
      .join('\n')
      .trimEnd()
  })
  const path = join(root, 'docs/engines.md')
  const list = `\n${sections.join('\n\n')}\n`
  expectText(path, between(readFileSync(path, 'utf8'), '<!-- differences -->', '<!-- /differences -->', list))
})

test('every setting that has a flag is one of the commands that take it', () => {
  const helpOf = (command: string) =>
    spawnSync(process.execPath, [join(root, 'dist/cli.js'), command, '--help'], { encoding: 'utf8' }).stdout
  const help = helpOf('start') + helpOf('load')
  const flags = Object.entries(SETTINGS).flatMap(([name, { fileOnly, secret }]) =>
    fileOnly || secret ? [] : `--${flagName(name)} `,
  )
  expect(flags.filter((flag) => !help.includes(flag))).toEqual([])
})

describe('README.md', () => {
  const path = join(root, 'README.md')
  const readme = readFileSync(path, 'utf8')
  const runs = [...readme.matchAll(/<!-- run: (.*?) -->\n```(\w*)\n[\s\S]*?```/g)]

  test.each(runs.map(([block, command = '', language = '']) => ({ block, command, language })))(
    '$command says what is shown',
    ({ block, command, language }) => {
      const { stdout, stderr } = spawnSync(command.replaceAll('dragoman ', 'node dist/cli.js '), {
        cwd: root,
        encoding: 'utf8',
        shell: true,
        env: { ...process.env, DRAGOMAN_OUT: join(folder, 'release'), DRAGOMAN_REGISTRY: join(folder, 'registry.csv') },
      })
      // What another build may name otherwise: where the release lies, and the version, which hashes all that is in it.
      const said = (stdout === '' ? stderr : stdout).replaceAll(`${folder}/`, '').trimEnd()
      const wanted = `<!-- run: ${command} -->\n\`\`\`${language}\n${said}\n\`\`\``
      if (process.env['UPDATE'])
        writeFileSync(
          path,
          readFileSync(path, 'utf8').replace(block, () => wanted),
        )
      else expect(block).toBe(wanted)
    },
  )

  test('it shows something', () => expect(runs.length).toBeGreaterThan(0))
})

test('links between the documents lead somewhere', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs', name)),
  ]
  const broken = documents.flatMap((document) =>
    [...readFileSync(join(root, document), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !existsSync(join(root, document, '..', target)))
      .map((target) => `${document}: ${target}`),
  )
  expect(broken).toEqual([])
})
