/** `dragoman query`: one SPARQL query on a release, without a server. */
import { readFileSync } from 'node:fs'
import { styleText } from 'node:util'
import { engineData } from '../engine/data.ts'
import { createEmbeddedEngine } from '../engine/embedded/index.ts'
import { type Answer, EngineError } from '../engine/engine.ts'
import { createSeekingEngine } from '../engine/words/index.ts'
import { FORMAT_KEYS, FORMATS, type FormatKey } from '../rdf/formats.ts'
import { currentFolder, openRelease } from '../release/read.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'

/** Result formats by the name that `--format` takes, with the media type for bindings and for a yes or no. */
const RESULTS = {
  json: ['application/sparql-results+json', 'application/sparql-results+json'],
  xml: ['application/sparql-results+xml', 'application/sparql-results+xml'],
  csv: ['text/csv', 'application/sparql-results+json'],
  tsv: ['text/tab-separated-values', 'application/sparql-results+json'],
  table: ['application/sparql-results+json', 'application/sparql-results+json'],
} as const

type ResultName = keyof typeof RESULTS

/** Arguments: the query unless `--file` gives it, then the release's folder. Errors of the query exit with 2. */
export async function query(args: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const file = options['file']
  const [text, folder] = typeof file === 'string' ? [readFileSync(file, 'utf8'), args[0]] : args
  if (text === undefined) throw new UsageError('Give a query, or a file with --file.')
  const { settings } = settingsOf(options, folder === undefined ? [] : [folder])
  const out = folder ?? settings.out
  const current = currentFolder(out)
  if (current === undefined) throw new UsageError(`There is no release in ${out}. Make one with dragoman build.`)
  const { bindings, boolean, graph, asTable } = typesOf(options['format'])
  const release = await openRelease(current)
  // No thread beside the spare one: there is one query only.
  const limits = { timeout: settings.queryTimeout, maxRows: settings.queryRows, maxBytes: settings.queryBytes }
  const data = engineData(release)
  const embedded = await createEmbeddedEngine(data, {
    ...limits,
    workers: 0,
    queue: 1,
    memory: settings.queryMemory,
  })
  const engine = createSeekingEngine(embedded, data, limits.timeout)
  try {
    const answer = await engine.query(text, { types: { bindings, boolean, graph } })
    process.stdout.write(asTable && isBindings(answer) ? table(answer) : answer.body)
    return EXIT.ok
  } catch (error) {
    if (error instanceof EngineError && (error.code === 'syntax' || error.code === 'refused'))
      throw new UsageError(error.message)
    throw error
  } finally {
    await engine.close()
    await release.close()
  }
}

function typesOf(format: unknown): { bindings: string; boolean: string; graph: string; asTable: boolean } {
  const name = format ?? (process.stdout.isTTY ? 'table' : 'csv')
  if (FORMAT_KEYS.some((key) => key === name))
    return {
      bindings: RESULTS.json[0],
      boolean: RESULTS.json[1],
      graph: FORMATS[name as FormatKey].mediaType,
      asTable: false,
    }
  if (typeof name !== 'string' || !(name in RESULTS))
    throw new UsageError(
      `--format has to be one of ${[...Object.keys(RESULTS), ...FORMAT_KEYS].join(', ')}; it is ${String(name)}.`,
    )
  const [bindings, boolean] = RESULTS[name as ResultName]
  return { bindings, boolean, graph: FORMATS.turtle.mediaType, asTable: name === 'table' }
}

const isBindings = ({ form }: Answer): boolean => form === 'select'

interface Bindings {
  readonly head: { readonly vars: readonly string[] }
  readonly results: { readonly bindings: readonly Readonly<Record<string, { readonly value: string }>>[] }
}

/** SPARQL JSON as columns; a column is as wide as its widest value, at most half a line. */
function table({ body }: Answer): string {
  const { head, results } = JSON.parse(Buffer.from(body).toString('utf8')) as Bindings
  const widest = Math.floor((process.stdout.columns || 160) / 2)
  const cell = (value: string) =>
    (value.length > widest ? `${value.slice(0, widest - 1)}…` : value).replace(/\s+/g, ' ')
  const rows = results.bindings.map((row) => head.vars.map((name) => cell(row[name]?.value ?? '')))
  const widths = head.vars.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return `${[styleText('bold', line(head.vars)), ...rows.map(line)].join('\n')}\n`
}
