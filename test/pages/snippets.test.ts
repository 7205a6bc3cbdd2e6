import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { plainQuery, snippets } from '../../src/pages/snippets.ts'

const ENDPOINT = 'http://data.example.org/sparql'
const codeOf = (query: string, language: string, endpoint = ENDPOINT) =>
  snippets(endpoint, query, 'bindings').find((snippet) => snippet.language === language)?.code ?? ''

/** Queries with every sign that ends or changes a text in one of the languages. */
const HARD = [
  'ASK {}',
  `SELECT ("it's" AS ?a) ('say "x"' AS ?b) {}`,
  'SELECT ("""three "" marks""" AS ?a) {} # ends in "',
  'SELECT ("back\\\\slash \\t \\" \\u00e9" AS ?a) {}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a query may hold it
  'SELECT ("$HOME ${x} `id` $(id) !! %s {0}" AS ?$a) {}',
  'SELECT ("é 𝒳 Ж 中" AS ?a) {}',
  'SELECT * {\n  ?s ?p ?o\n}\nEND\nEND_\n',
  'SELECT (")---\\"" AS ?a) ("x)----" AS ?b) {} #)---"',
  '# \\" \\\\" """" \\""" \n""',
]

test.each(HARD)('JavaScript holds the query: %j', (query) => {
  const literal = /const query = (`[\s\S]*`)\n\nconst response/.exec(codeOf(query, 'JavaScript'))?.[1]
  const program = `process.stdout.write(${literal})`
  expect(spawnSync(process.execPath, ['-e', program], { encoding: 'utf8' }).stdout).toBe(query)
})

test.each(HARD)('the here document of the shell holds the query: %j', (query) => {
  const [head = '', ...rest] = codeOf(query, 'curl').split("query@- <<'")
  const body = `cat <<'${rest.join("query@- <<'")}`
  expect(head).toContain(ENDPOINT)
  expect(spawnSync('sh', { input: body, encoding: 'utf8' }).stdout).toBe(`${query}\n`)
})

test('a raw text of R ends where the query ends', () => {
  for (const query of HARD) {
    const [, hyphens = '', text = ''] = /^query <- r"(-+)\(([\s\S]*)\)\1"\n\naddress/.exec(codeOf(query, 'R')) ?? []
    expect(text).toBe(query)
    expect(text).not.toContain(`)${hyphens}"`)
  }
})

test('a text of Python has no three quotation marks, and no mark at its end', () => {
  for (const query of HARD) {
    const text = /query = """([\s\S]*)"""\n\nendpoint/.exec(codeOf(query, 'Python'))?.[1] ?? ''
    expect(text.replace(/\\[\s\S]/g, '')).not.toMatch(/"""|"$/)
    expect(text.replace(/\\([\s\S])/g, '$1')).toBe(query)
  }
})

test('the parameters of a dataset stay in the address', () => {
  const endpoint = `${ENDPOINT}?default-graph-uri=http%3A%2F%2Fa.example%2F'`
  expect(codeOf('ASK {}', 'curl', endpoint)).toContain(
    `curl '${ENDPOINT}?default-graph-uri=http%3A%2F%2Fa.example%2F'\\'''`,
  )
  expect(codeOf('ASK {}', 'R', endpoint)).toContain(`'&", "format=csv`)
})

test('a plain query has line feeds, and SPARQL’s escapes for control characters', () => {
  expect(plainQuery('a\r\nb\rc\td\0\x7f')).toBe('a\nb\nc\td\\u0000\\u007F')
})
