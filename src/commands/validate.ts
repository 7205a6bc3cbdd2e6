/** `dragoman validate`: RDF files against the shapes. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Quad } from '@rdfjs/types'
import { formatByName } from '../rdf/formats.ts'
import { parse } from '../rdf/parse.ts'
import { serialise } from '../rdf/serialise.ts'
import { createValidator, loadShapes, reportQuads, type ShapeResult } from '../validate/index.ts'
import { EXIT, type ExitCode, UsageError } from './exit.ts'
import { type CommonOptions, settingsOf } from './flags.ts'
import { createTerminal, printProblems } from './terminal.ts'

/** All files together are one graph. Exit 1 when something violates a shape or could not be read. */
export async function validate([path = '']: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { settings } = settingsOf(options, [path])
  const format = options['format']
  if (format !== 'text' && format !== 'turtle' && format !== 'json')
    throw new UsageError(`--format has to be text, turtle or json; it is ${String(format)}.`)
  const terminal = createTerminal(options.quiet)
  const { shapes, problems } = loadShapes(settings.shapes)
  printProblems(terminal, problems)
  const data: Quad[] = []
  let unread = 0
  for (const file of filesOf(path)) {
    try {
      data.push(...(await readRdf(file)))
    } catch (error) {
      unread++
      terminal.warn(`${file}: ${(error as Error).message}`)
    }
  }
  const { conforms, results } = await createValidator(shapes).validate(data)
  if (format === 'json') process.stdout.write(`${JSON.stringify({ conforms, results }, null, 2)}\n`)
  else if (format === 'turtle')
    process.stdout.write(serialise(reportQuads({ conforms, results }, settings.base), 'turtle'))
  else for (const result of results) process.stdout.write(`${resultLine(result)}\n`)
  if (conforms && unread === 0) terminal.say(`Conforms${results.length === 0 ? '' : ', with the remarks above'}.`)
  return conforms && unread === 0 && problems.every(({ severity }) => severity !== 'error') ? EXIT.ok : EXIT.rejected
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path]
  const files = (readdirSync(path, { recursive: true }) as string[]).filter((name) => formatByName(name) !== undefined)
  if (files.length === 0)
    throw new UsageError(`There is no RDF file in ${path} (.ttl, .trig, .nt, .nq, .jsonld, .rdf).`)
  return files.sort().map((name) => join(path, name))
}

async function readRdf(file: string): Promise<readonly Quad[]> {
  const format = formatByName(file)
  if (format === undefined) throw new Error('The name has to end in .ttl, .trig, .nt, .nq, .jsonld or .rdf.')
  return parse(readFileSync(file, 'utf8'), format.key)
}

const resultLine = ({ severity, focusNode, path, value, message }: ShapeResult): string =>
  `${severity === 'info' ? 'note' : severity}: ${focusNode}${path === undefined ? '' : ` ${path}`}${value === undefined ? '' : ` “${value}”`}\n  ${message}`
