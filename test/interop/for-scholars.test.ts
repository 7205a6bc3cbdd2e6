/** docs/for-scholars.md, run as a reader would run it, on the sample collection. `UPDATE=1` rewrites what it shows. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'
import { run } from './run.ts'

const SHOWN = 'http://localhost:3000'
const path = join(import.meta.dirname, '../../docs/for-scholars.md')
const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))

/** How the blocks of a language are run, one after the other, and where it is to be had. */
const LANGUAGES = {
  python: {
    command: process.env['PYTHON'] ?? '/usr/bin/python3',
    ending: 'py',
    say: (mark: string) => `print("${mark}", flush=True)`,
    from: 'Debian has it in python3-pandas, python3-networkx; PYTHON names another Python',
  },
  r: {
    command: 'Rscript',
    ending: 'R',
    say: (mark: string) => `cat("${mark}\\n")`,
    from: 'Debian has it in r-base-core, r-cran-igraph',
  },
} as const
type Language = keyof typeof LANGUAGES

let served: Served
beforeAll(async () => {
  served = await serveSample()
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true })
})

/** The document with what it has to show. */
async function written(document: string): Promise<string> {
  const form = /<!-- form -->\n```\n(\S+)\n```/.exec(document)?.[1] ?? ''
  const page = await fetch(form.replace(SHOWN, served.address), { headers: { Accept: 'text/html' } })
  expect(page.status).toBe(200)
  const query = /<pre[^>]*dir="ltr">([\s\S]*?)<\/pre>/i.exec(await page.text())?.[1] ?? ''
  const plain = query.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  const asked = document.replace(
    /(<!-- query -->\n```sparql\n)[\s\S]*?```/,
    (_block, start: string) => `${start}${plain}\n\`\`\``,
  )
  writeFileSync(join(folder, 'letters.rq'), `${plain}\n`)
  const said = { python: await answersOf(asked, 'python'), r: await answersOf(asked, 'r') }
  return asked.replace(
    /(```(python|r)\n[\s\S]*?```\n\n```text\n)[\s\S]*?```/g,
    (_block, start: string, language: Language) => {
      return `${start}${said[language].shift()}\n\`\`\``
    },
  )
}

/** What each block of a language prints, the blocks being one program. */
async function answersOf(document: string, language: Language): Promise<string[]> {
  const { command, ending, say, from } = LANGUAGES[language]
  const blocks = [...document.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, code]) => code,
  )
  const MARK = '--- next ---'
  const program = join(folder, `program.${ending}`)
  writeFileSync(program, blocks.join(`\n${say(MARK)}\n`).replaceAll(SHOWN, served.address))
  const said = await run(from, 'sh', ['-c', `cd "${folder}" && exec "${command}" "${program}"`])
  return said
    .replaceAll(served.address, SHOWN)
    .split(`${MARK}\n`)
    .map((text) => text.trimEnd().replace(/[ ]+$/gm, ''))
}

test('every program runs, and prints what is shown', async () => {
  const document = readFileSync(path, 'utf8')
  const wanted = await written(document)
  if (process.env['UPDATE']) writeFileSync(path, wanted)
  expect(readFileSync(path, 'utf8')).toBe(wanted)
  expect(wanted).not.toMatch(/```text\n\s*```/)
  expect(readFileSync(join(folder, 'letters.csv'), 'utf8').split('\n').length).toBeGreaterThan(5)
})
