/** The rows of a SELECT: read from JSON, as each store writes it, and written in the form that was asked for. */

/** One value in SPARQL 1.1 Query Results JSON. */
export interface Value {
  readonly type: 'uri' | 'literal' | 'bnode'
  readonly value: string
  readonly datatype?: string
  readonly 'xml:lang'?: string
}

export interface Rows {
  readonly names: readonly string[]
  readonly rows: readonly Readonly<Record<string, Value>>[]
}

/** Virtuoso's name for the column of a result that has none. */
const NO_COLUMN = '_star_fake'

/** Reads a result. `typed-literal` is a word of drafts of the format. @throws Error where it is none, or not whole */
export function readRows(text: string): Rows {
  const { head, results } = JSON.parse(text) as {
    readonly head?: { readonly vars?: readonly string[] }
    readonly results?: { readonly bindings?: readonly Readonly<Record<string, Given>>[] }
  }
  if (results?.bindings === undefined) throw new Error('no rows')
  const rows = results.bindings.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) => (name === NO_COLUMN ? [] : [[name, normal(value)]])),
    ),
  )
  return { names: (head?.vars ?? []).filter((name) => name !== NO_COLUMN), rows }
}

type Given = Omit<Value, 'type'> & { readonly type: string }

function normal({ type, value, datatype, 'xml:lang': language }: Given): Value {
  if (type === 'uri' || type === 'bnode') return { type, value }
  if (language !== undefined && language !== '') return { type: 'literal', 'xml:lang': language, value }
  if (datatype === undefined || datatype === `${XSD}string`) return { type: 'literal', value }
  return { type: 'literal', datatype, value }
}

const XSD = 'http://www.w3.org/2001/XMLSchema#'
/** Numbers that Turtle, and so TSV, writes as they are. */
const BARE: Readonly<Record<string, RegExp>> = {
  [`${XSD}integer`]: /^[+-]?\d+$/,
  [`${XSD}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${XSD}double`]: /^[+-]?(?:\d+\.\d*|\.?\d+)[eE][+-]?\d+$/,
}
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }

function token({ type, value, datatype, 'xml:lang': language }: Value): string {
  if (type === 'uri') return `<${value}>`
  if (type === 'bnode') return `_:${value}`
  if (datatype !== undefined && BARE[datatype]?.test(value)) return value
  const quoted = `"${value.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)}"`
  return language !== undefined ? `${quoted}@${language}` : datatype !== undefined ? `${quoted}^^<${datatype}>` : quoted
}

const csvField = ({ type, value }: Value): string => {
  const text = type === 'bnode' ? `_:${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => XML[sign] ?? sign)

function element({ type, value, datatype, 'xml:lang': language }: Value): string {
  if (type !== 'literal') return `<${type}>${escaped(value)}</${type}>`
  const attribute =
    language !== undefined
      ? ` xml:lang="${escaped(language)}"`
      : datatype !== undefined
        ? ` datatype="${escaped(datatype)}"`
        : ''
  return `<literal${attribute}>${escaped(value)}</literal>`
}

const cells = ({ names, rows }: Rows, cell: (value: Value) => string): string[][] =>
  rows.map((row) => names.map((name) => (row[name] === undefined ? '' : cell(row[name]))))

const WRITERS: Readonly<Record<string, (result: Rows) => string>> = {
  'application/sparql-results+json': ({ names, rows }) =>
    JSON.stringify({ head: { vars: names }, results: { bindings: rows } }),
  'application/sparql-results+xml': ({ names, rows }) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?><sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>',
      ...names.map((name) => `<variable name="${name}"/>`),
      '</head><results>',
      ...rows.map((row) => {
        const bindings = names.map((name) =>
          row[name] === undefined ? '' : `<binding name="${name}">${element(row[name])}</binding>`,
        )
        return `<result>${bindings.join('')}</result>`
      }),
      '</results></sparql>',
    ].join(''),
  'text/csv': (result) =>
    [result.names, ...cells(result, csvField)].map((fields) => `${fields.join(',')}\r\n`).join(''),
  'text/tab-separated-values': (result) =>
    [result.names.map((name) => `?${name}`), ...cells(result, token)].map((f) => `${f.join('\t')}\n`).join(''),
}

/** Writes a result in one of the four formats. @throws Error on any other media type */
export function writeRows(result: Rows, mediaType: string): string {
  const write = WRITERS[mediaType]
  if (write === undefined) throw new Error(`rows cannot be written as ${mediaType}`)
  return write(result)
}
