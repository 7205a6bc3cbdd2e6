/** A query as a program in four languages, ready to run: text in, text out, every sign of the query kept. */

/** What a query gives, which says how a program reads it. */
export type ResultKind = 'bindings' | 'boolean' | 'graph'

export interface Snippet {
  readonly language: string
  /** What has to be there before it runs. */
  readonly needs: string
  readonly code: string
}

/**
 * A query as it can stand in a page, in an address and in the code of a program: line ends are line feeds, and other
 * control characters are written as SPARQL's own escapes, which mean the same.
 */
export function plainQuery(query: string): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`
  return query.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, escaped)
}

/**
 * @param endpoint Where the query is sent, with the parameters of a dataset, if there are any.
 * @param query A plain query.
 */
export function snippets(endpoint: string, query: string, kind: ResultKind): readonly Snippet[] {
  return [
    { language: 'curl', needs: 'curl, in a POSIX shell', code: curl(endpoint, query, kind) },
    { language: 'Python', needs: 'pip install SPARQLWrapper', code: python(endpoint, query, kind) },
    { language: 'R', needs: 'R 4.0 or later, no package', code: r(endpoint, query, kind) },
    { language: 'JavaScript', needs: 'a browser, or Node (as a file .mjs)', code: javascript(endpoint, query, kind) },
  ]
}

const inShell = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

const CURL: Readonly<Record<ResultKind, string>> = {
  bindings: 'text/csv',
  boolean: 'application/sparql-results+json',
  graph: 'text/turtle',
}

/** The query stands in a here document, in which the shell changes nothing. */
function curl(endpoint: string, query: string, kind: ResultKind): string {
  const lines = new Set(query.split('\n'))
  let end = 'END'
  while (lines.has(end)) end += '_'
  return [
    `curl ${inShell(endpoint)} \\`,
    `  --header 'Accept: ${CURL[kind]}' \\`,
    `  --data-urlencode query@- <<'${end}'`,
    query,
    end,
    '',
  ].join('\n')
}

const PYTHON: Readonly<Record<ResultKind, readonly [format: string, lines: readonly string[]]>> = {
  bindings: [
    'JSON',
    [
      'for row in endpoint.queryAndConvert()["results"]["bindings"]:',
      '    print({name: term["value"] for name, term in row.items()})',
    ],
  ],
  boolean: ['JSON', ['print(endpoint.queryAndConvert()["boolean"])']],
  graph: ['TURTLE', ['print(endpoint.queryAndConvert().decode("utf-8"))']],
}

function python(endpoint: string, query: string, kind: ResultKind): string {
  const [format, lines] = PYTHON[kind]
  // No two quotation marks stand side by side, and none at the end: three of them would end the text.
  const text = query.replaceAll('\\', '\\\\').replace(/"(?="|$)/g, '\\"')
  return [
    `from SPARQLWrapper import ${format}, POST, SPARQLWrapper`,
    '',
    `query = """${text}"""`,
    '',
    `endpoint = SPARQLWrapper(${JSON.stringify(endpoint)})`,
    'endpoint.setMethod(POST)',
    `endpoint.setReturnFormat(${format})`,
    'endpoint.setQuery(query)',
    ...lines,
    '',
  ].join('\n')
}

const R: Readonly<Record<ResultKind, readonly [format: string, line: string]>> = {
  bindings: ['csv', 'print(read.csv(address, encoding = "UTF-8", check.names = FALSE))'],
  boolean: ['csv', 'cat(readLines(address, warn = FALSE), sep = "\\n")'],
  graph: ['turtle', 'cat(readLines(address, encoding = "UTF-8"), sep = "\\n")'],
}

/**
 * The query stands in a raw text, whose end has as many hyphens as the query asks for. Without `repeated`, R takes a text
 * that holds `%41` for encoded and leaves it as it is.
 */
function r(endpoint: string, query: string, kind: ResultKind): string {
  const [format, line] = R[kind]
  let hyphens = '---'
  while (query.includes(`)${hyphens}"`)) hyphens += '-'
  return [
    `query <- r"${hyphens}(${query})${hyphens}"`,
    '',
    'address <- paste0(',
    `  ${JSON.stringify(endpoint + (endpoint.includes('?') ? '&' : '?'))}, "format=${format}&query=",`,
    '  URLencode(enc2utf8(query), reserved = TRUE, repeated = TRUE)',
    ')',
    line,
    '',
  ].join('\n')
}

const JAVASCRIPT: Readonly<Record<ResultKind, readonly [accept: string, lines: readonly string[]]>> = {
  bindings: [
    'application/sparql-results+json',
    [
      'const { results } = await response.json()',
      'for (const row of results.bindings)',
      '  console.log(Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value])))',
    ],
  ],
  boolean: ['application/sparql-results+json', ['console.log((await response.json()).boolean)']],
  graph: ['text/turtle', ['console.log(await response.text())']],
}

function javascript(endpoint: string, query: string, kind: ResultKind): string {
  const [accept, lines] = JAVASCRIPT[kind]
  const text = query.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')
  return [
    `const query = \`${text}\``,
    '',
    `const response = await fetch(${JSON.stringify(endpoint)}, {`,
    "  method: 'POST',",
    `  headers: { Accept: '${accept}' },`,
    '  body: new URLSearchParams({ query }),',
    '})',
    'if (!response.ok) throw new Error(await response.text())',
    ...lines,
    '',
  ].join('\n')
}
