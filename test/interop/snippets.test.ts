/** The programs of the query page, run as a reader would copy them: by a shell with curl, by Python, R and Node. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Served, serveSample } from '../served.ts'

const folder = mkdtempSync(join(tmpdir(), 'dragoman-'))
const PYTHON = process.env['PYTHON'] ?? '/usr/bin/python3'

/** How a file of each language is run, and where its program is to be had. */
const RUNS = {
  curl: { ending: 'sh', command: 'sh', from: 'Debian has it in curl' },
  Python: {
    ending: 'py',
    command: PYTHON,
    from: 'Debian has it in python3-sparqlwrapper; PYTHON names another Python',
  },
  R: { ending: 'R', command: 'Rscript', from: 'Debian has it in r-base-core' },
  JavaScript: { ending: 'mjs', command: process.execPath, from: 'it is Node itself' },
} as const
type Language = keyof typeof RUNS

let served: Served
beforeAll(async () => {
  served = await serveSample()
})
afterAll(async () => {
  await served?.stop()
  rmSync(folder, { recursive: true })
})

/** The programs on the page of a query, as they stand in the HTML. */
async function programsOf(query: string): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(`${served.address}/sparql`, {
    method: 'POST',
    headers: { Accept: 'text/html' },
    body: new URLSearchParams({ query }),
  })
  const html = await response.text()
  expect(response.status, html).toBe(200)
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return new Map(
    [...html.matchAll(/<pre data-copy="the program in (\w+)"[^>]*>([\s\S]*?)<\/pre>/g)].map(([, language, code]) => [
      language ?? '',
      plain(code ?? ''),
    ]),
  )
}

async function run(language: Language, code: string): Promise<string> {
  const { ending, command, from } = RUNS[language]
  const file = join(folder, `program.${ending}`)
  writeFileSync(file, code)
  const child = spawn(command, [file], { env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' } })
  let [said, complained] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complained += text
  })
  const status = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${command} could not be run (${error.message}): ${from}.`)))
    child.once('close', resolve)
  })
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${complained}\n${from}.`)
  return said
}

/** Values with every sign that ends or changes a text somewhere, as SPARQL writes them and as they are. */
const VALUES: readonly (readonly [written: string, value: string])[] = [
  [`"it's"`, "it's"],
  [`'say "so"'`, 'say "so"'],
  ['"""three \\"\\"\\" marks"""', 'three """ marks'],
  [`'''two "" and "'''`, 'two "" and "'],
  ['"back\\\\slash"', 'back\\slash'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a query may hold it
  ['"${x} $HOME `id` $(id)"', '${x} $HOME `id` $(id)'],
  ['"!! %s %41 {0} &amp; + #"', '!! %s %41 {0} &amp; + #'],
  ['"é 𝒳 Ж 中 \\u00fc"', 'é 𝒳 Ж 中 ü'],
  ['")---\\" END"', ')---" END'],
]

describe.each(Object.keys(RUNS) as Language[])('%s', (language) => {
  test('every sign of a query arrives', async () => {
    const query = [
      '# Quotes " \' ` and \\ in a comment, "',
      'SELECT ?n ?same {',
      '  VALUES (?n ?text ?length) {',
      ...VALUES.map(([written, value], i) => `    (${i} ${written} ${[...value].length})`),
      '  }',
      '  BIND(STRLEN(?text) = ?length AS ?same)',
      '} # "',
    ].join('\n')
    const said = await run(language, (await programsOf(query)).get(language) ?? '')
    expect(said.match(/true/gi)).toHaveLength(VALUES.length)
    expect(said).not.toMatch(/false/i)
  })

  test('values come back as they are', async () => {
    const query = 'SELECT ?text {\n  BIND("é 𝒳 Ж 中 \\"quoted\\"" AS ?text)\n}'
    const said = await run(language, (await programsOf(query)).get(language) ?? '')
    expect(said).toMatch(/é 𝒳 Ж 中 \\?"*quoted/)
  })

  test('a query of the sample collection', async () => {
    const query = `PREFIX dip: <https://w3id.org/diplomacy/ontology#>
SELECT ?person { ?person a dip:Person ; <http://www.w3.org/2004/02/skos/core#prefLabel> "Mao Zedong"@en }`
    const said = await run(language, (await programsOf(query)).get(language) ?? '')
    expect(said).toContain(`${served.address}/id/person/mao-zedong`)
  })

  test('yes or no, and a graph', async () => {
    const asked = await run(language, (await programsOf('ASK { ?s ?p ?o }')).get(language) ?? '')
    expect(asked).toMatch(/true/i)
    const graph = 'CONSTRUCT { <a:a> <b:b> "é \\"x\\""@fr } {}'
    expect(await run(language, (await programsOf(graph)).get(language) ?? '')).toMatch(/"é \\"x\\""@fr/)
  })
})
